"""Questionnaires as .xlsx files in the XLSForm layout, read and written in the workshop's child process.

A file comes from somebody else: whatever it holds, reading it ends within `READING_SECONDS` and tells what is wrong.
"""

from __future__ import annotations

import hashlib
import json
import re
import signal
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from reports.xlsx_page import lay_out
from surveys.definition import Option
from surveys.load import BUNDLED, from_body, load

if TYPE_CHECKING:  # heavy, and needed in the child alone
    from surveys.xlsform import FormError

READING_SECONDS = 20.0
"""The largest file that may be read takes 3 s."""
SLUG = 24
_PLAIN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_OWN = re.compile(r"own-\d+-(?=[a-z0-9])")


class _TooLongError(BaseException):
    """Passes by everything that catches an Exception on the way."""


def read_form(content: bytes, name: str, seconds: float = READING_SECONDS) -> bytes:
    """What a file of the name `name` holds, as JSON.

    `{"body": …, "slug": …, "notes": […]}`: the canonical JSON of its definition, as version 1 of `slug`, which is its
    form id (its title where it has none) in at most `SLUG` plain characters; and what the bot leaves out.
    `{"mistakes": […]}`: where it can't be taken. Notes and mistakes are
    `[sheet, row, column, [key, values], [key, values]]`: place (row 0 and column "" where there is none), what is
    wrong, what to do. `{"late": true}`: not read within `seconds`.
    """
    from surveys.xlsform import FormErrors, read

    try:
        with _at_most(seconds):
            found = read(content, name, definition_id="own", version=1)
    except FormErrors as errors:
        return _json({"mistakes": [_told(each) for each in errors.errors]})
    except _TooLongError:
        return _json({"late": True})
    slug = slug_of(found.form_id or found.definition.title.ru)
    return _json({"body": found.definition.body, "slug": slug, "notes": [_told(each) for each in found.notes]})


def write_form(body: str, options: Mapping[str, Sequence[Option]]) -> bytes:
    """The file of a definition, given as its canonical JSON. `options` are those of the named sources."""
    from surveys.xlsform import write

    return write(from_body(body), options, lay_out)


def example_form() -> bytes:
    """A file to begin a questionnaire with: every kind of question, in Russian and English."""
    from surveys.xlsform import write

    return write(load(BUNDLED / "examples").get("example"), lay_out=lay_out)


def slug_of(name: str) -> str:
    """A form's name in at most `SLUG` Latin letters, digits and hyphens, the same and its own for every name.

    The name under which the bot itself gave a questionnaire out (`own-14-club`) leads back to it (`club`).
    """
    from surveys.xlsform.names import option_id

    name = _OWN.sub("", name.strip(), count=1)
    plain = option_id(name, set()).replace("_", "-").strip("-")
    if _PLAIN.fullmatch(plain) and plain == name.replace("_", "-"):
        return plain
    digest = hashlib.sha256(name.encode()).hexdigest()[:6]
    return f"{re.sub('-+', '-', plain)[: SLUG - len(digest) - 1].strip('-')}-{digest}"


def _told(error: FormError) -> list[object]:
    problem, remedy = ([key.name, dict(key.values)] for key in (error.problem, error.remedy))
    return [error.sheet, error.row, error.column, problem, remedy]


def _json(value: Mapping[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    """Raise _TooLongError in the midst of what takes longer; for a process's main thread."""

    def ring(number: int, frame: object) -> None:
        raise _TooLongError

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
