"""Every bundled questionnaire and form can be answered to its end, whatever is chosen on the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from random import Random

import pytest

from surveys import dialogue, errors, response
from surveys.definition import Definition, Option
from surveys.load import load
from surveys.path import Context
from surveys.response import Draft
from surveys.screens import screen
from surveys.wording import Wording

LIBRARY = load()
FACTS = (
    "circle",
    "kinds_circle",
    "kinds_group",
    "kinds_pair",
    "many_adults",
    "many_mentees",
    "many_mentors",
    "one_mentorship",
    "ordered",
    "planned",
    "role_open",
)
WORDS = ("Анна", "45", "3", "15:30", "15.03.2012", "15.03.1980", "20.09.2026")
LEAVING = (".cancel", ".pause")


def world(asked: Definition, chance: Random) -> Context:
    """Options for every source, a text for every consent, some facts."""
    options: Sequence[Option] = [Option(str(number), f"Вариант {number}") for number in range(1, 13)]
    return Context(
        date(2026, 9, 15),
        {name: chance.random() < 0.5 for name in FACTS},
        {question.source: options for question in asked.questions if question.source},
        consents={question.consent: Wording("Да?", "Yes?") for question in asked.questions if question.consent},
    )


def step(asked: Definition, draft: Draft, context: Context, chance: Random) -> Draft:
    """Something that a person might do on this screen."""
    shown = screen(asked, draft, context)
    live = [choice for row in shown.rows for choice in row if choice.token and choice.token not in LEAVING]
    if shown.wants == "text" and (not live or chance.random() < 0.4):
        return dialogue.text(asked, draft, chance.choice(WORDS), "ru", context)
    if shown.wants == "contact":
        return dialogue.contact(asked, draft, "79000000000", context)
    if shown.wants in ("photo", "file"):
        return dialogue.file(asked, draft, "id", "paper.jpg", 1, photo=True, context=context)
    choice = chance.choice(live)
    return dialogue.press(asked, draft, choice.question, choice.token, context)


@pytest.mark.parametrize("asked", LIBRARY.all(), ids=lambda asked: str(asked.id))
def test_it_can_be_answered_to_its_end(asked: Definition) -> None:
    for seed in range(5):
        chance = Random(seed)
        context = world(asked, chance)
        draft = response.start(asked, context)
        for _ in range(500):
            if draft.closed:
                break
            question = asked.by_id[draft.asking or ""]
            if question.waits_for is not None:
                context = replace(context, facts={**context.facts, question.waits_for: True})
            try:
                draft = step(asked, draft, context, chance)
            except errors.InputError:
                continue
        assert draft.state == "finished"
