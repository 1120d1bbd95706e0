"""Mentoring programmes of real schools and municipalities, as data: one YAML file each (docs/programmes.md)."""
