"""Questionnaires and forms: definitions as data, and the pure engine that leads a person through them."""
