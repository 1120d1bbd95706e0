"""The documents as a site: built strictly from mkdocs.yml, so a broken link or anchor fails."""

from __future__ import annotations

import logging
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

ROOT = Path(__file__).parents[2]


def built(target: Path) -> list[str]:
    """Build into `target`; what mkdocs warns of, which `--strict` would stop at."""
    heard = _Heard()
    logging.getLogger("mkdocs").addHandler(heard)
    try:
        build(load_config(str(ROOT / "mkdocs.yml"), site_dir=str(target), strict=False))
    finally:
        logging.getLogger("mkdocs").removeHandler(heard)
    return heard.warnings


class _Heard(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.warnings: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.warnings.append(record.getMessage())
