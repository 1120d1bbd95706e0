"""Wording of everything a person sees that is not in a definition: Fluent files, read once at the start."""

from locales.wording import DEFAULT_LANGUAGE, LANGUAGES, MissingWordingError, Wording

__all__ = ["DEFAULT_LANGUAGE", "LANGUAGES", "MissingWordingError", "Wording"]
