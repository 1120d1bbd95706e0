"""What the command line says to the operator, in the operator's language.

The words are in locales/*/operator.ftl. Russian unless the machine's own language is English.
"""

import os
from collections.abc import Mapping
from typing import Any

from locales import Wording


def operator_language(environ: Mapping[str, str] = os.environ) -> str:
    """`en` where the first set of LC_ALL, LC_MESSAGES and LANG (POSIX' order) is English, else `ru`."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    language = next((environ[name] for name in names if environ.get(name)), "")
    return "en" if language.lower().startswith("en") else "ru"


def say(key: str, *, language: str | None = None, **values: Any) -> str:
    """The wording of `key` in `language`, by default in the operator's."""
    return Wording.load().text(language or operator_language(), key, **values)
