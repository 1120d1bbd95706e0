"""What no database can keep is taken out of an update before anything reads it.

JSON may write a lone half of a character (`\\ud800`) and a zero character; neither has a place in a text on the disk
(PostgreSQL keeps no zero, and no encoding has halves), and the update would be a fault each time it is tried.
"""

from __future__ import annotations

import json
import re
from typing import Any

LARGEST = 2**63 - 1
"""Of a number that a database keeps."""
_ODD = re.compile("[\x00\ud800-\udfff]")
_PUT_INSTEAD = "\ufffd"


def sound(raw: Any) -> Any:
    """The update itself where all of it can be kept, as nearly always; else a copy with odd characters replaced.

    Raises ValueError or RecursionError for what is no JSON or nested too deeply.
    """
    written = json.dumps(raw, ensure_ascii=False)
    try:
        written.encode()
    except UnicodeEncodeError:
        return _mended(raw)
    return _mended(raw) if "\\u0000" in written else raw


def whole_number(value: Any) -> int | None:
    """The value if it is a number that a database keeps; None for anything else."""
    fits = isinstance(value, int) and not isinstance(value, bool) and -LARGEST <= value <= LARGEST
    return value if fits else None


def _mended(value: Any) -> Any:
    if isinstance(value, str):
        return _ODD.sub(_PUT_INSTEAD, value)
    if isinstance(value, dict):
        return {_mended(key): _mended(inner) for key, inner in value.items()}
    return [_mended(inner) for inner in value] if isinstance(value, list) else value
