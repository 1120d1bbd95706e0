"""A button that was typed instead of pressed: its number, its label, or the words its label begins with."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from surveys.answers import options_of
from surveys.definition import Definition, Question
from surveys.inputs import ticked
from surveys.layout import Choice
from surveys.path import Context
from surveys.response import Draft
from surveys.screens import screen
from surveys.wording import Label, Wording

_CHOICES = ("single", "pick", "multi")


def typed_button(
    definition: Definition, question: Question, typed: str, draft: Draft, context: Context
) -> Choice | None:
    """The button that a text names: one on the screen, or an option on another page of its list.

    «2» is the second line of a numbered list, «7 б» the class 7Б, «да» the button «Да, сообщать» where no other begins
    with it. None where nothing fits, or more than one does.
    """
    said = _words(typed)
    buttons = (*_shown(definition, draft, context), *_elsewhere(question, draft, context))
    for fits in (_same, _begins):
        found = {(one.question, one.token): one for one in buttons if _named(one.label, said, fits)}
        if len(found) == 1:
            return next(iter(found.values()))
    return None


def _shown(definition: Definition, draft: Draft, context: Context) -> Iterator[Choice]:
    for row in screen(definition, draft, context).rows:
        yield from (choice for choice in row if choice.token)


def _elsewhere(question: Question, draft: Draft, context: Context) -> Iterator[Choice]:
    """A button for every option, as its page has it."""
    if question.kind not in _CHOICES:
        return
    now = ticked(question, draft, context) if question.kind == "multi" else ()
    for option in options_of(question, context):
        sign = "" if question.kind != "multi" else "-" if option.id in now else "+"
        yield Choice(option.label, question.id, sign + option.id)


def _named(label: Label, said: Sequence[str], fits: Callable[[Sequence[str], Sequence[str]], bool]) -> bool:
    texts = label.variants() if isinstance(label, Wording) else (label,) if isinstance(label, str) else ()
    return bool(said) and any(fits(said, _words(text)) for text in texts)


def _same(said: Sequence[str], label: Sequence[str]) -> bool:
    """However it is spaced: «7 Б» and «7б»."""
    return "".join(said) == "".join(label)


def _begins(said: Sequence[str], label: Sequence[str]) -> bool:
    """Whole words of it, not a number alone: «1» is no «1–2 раза в месяц»."""
    return list(label[: len(said)]) == list(said) and not all(word.isdecimal() for word in said)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold().replace("ё", "е"))
