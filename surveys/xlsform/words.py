"""The few texts that the bot adds to somebody's own questionnaire, read once from words.yaml."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import yaml

from surveys.xlsform.languages import Body


@lru_cache(maxsize=1)
def words() -> dict[str, Body]:
    """The texts by name, each as a definition has it: `other`, `specify`, `invalid`."""
    loaded: dict[str, Body] = yaml.safe_load(Path(__file__).with_name("words.yaml").read_text(encoding="utf-8"))
    return loaded
