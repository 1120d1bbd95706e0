"""The plan of speed meetings as a plain text to print: round by round, who talks to whom. Runs in the workshop."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time

from locales import Wording

Pair = tuple[str | None, str | None]
"""Names of a mentor and a mentee; None: the other one has a break."""


def print_plan(head: tuple[str, date, str], rounds: Sequence[tuple[time, Sequence[Pair]]], language: str) -> bytes:
    """UTF-8 with a byte order mark, so that any editor opens it. head: title, day, place («» where there is none)."""
    words = Wording.load()
    title, day, place = head
    lines = [title, f"{words.day(language, day)}{', ' if place else ''}{place}", ""]
    for number, (starts, talks) in enumerate(rounds, 1):
        lines.append(words.text(language, "speed-print-round", number=number, hour=starts))
        for mentor, mentee in talks:
            if mentor and mentee:
                lines.append(words.text(language, "speed-print-talk", mentor=mentor, mentee=mentee))
            elif mentor or mentee:
                lines.append(words.text(language, "speed-print-break", name=mentor or mentee))
        lines.append("")
    return "\r\n".join(lines).encode("utf-8-sig")
