"""Files of any kind: read or refused in words, soon, never a fault."""

from __future__ import annotations

import json
from datetime import date
from random import Random

import pytest
from hypothesis import given

from mentoring.roles import Role
from programmes.load import load_programme
from reports.people_list import mistakes_sheet, read_people
from reports.xlsform import read_form
from services.imports import rules_of
from tests.conversations.failing_school import parked_bodies
from tests.conversations.world import World
from tests.fuzz.files import NAMES, any_file
from tests.fuzz.profiles import CHANCES, LONG, QUICK

RULES = rules_of(load_programme("tver-school-14"), date(2026, 9, 1))


def read(chance: Random) -> None:
    """Both readers on one file; what one of them finds wrong can be written down."""
    content, name = any_file(chance), chance.choice(NAMES)
    told = json.loads(read_people(content, name, RULES))
    assert told.keys() == {"entries"} or told["mistakes"]
    assert told.keys() == {"entries"} or mistakes_sheet(told["mistakes"], "ru")
    form = json.loads(read_form(content, name, seconds=10))
    assert form.keys() == {"body", "slug", "notes"} or form["mistakes"], "none takes long"


@QUICK
@given(chance=CHANCES)
def test_any_file(chance: Random) -> None:
    read(chance)


@pytest.mark.long
@LONG
@given(chance=CHANCES)
def test_any_file_for_long(chance: Random) -> None:
    for _ in range(20):
        read(chance)


@pytest.mark.parametrize("rounds", [12, pytest.param(150, marks=pytest.mark.long)])
async def test_a_curator_hears_what_is_wrong_with_each(world: World, rounds: int) -> None:
    """As a list of people and as a questionnaire, whatever is open."""
    school, chance = await world.organisation(), Random(5)
    phone, _ = await world.member("Сидорова Анна Ивановна", Role.CURATOR, school)
    for number in range(rounds):
        if number % 3 == 0:
            await phone.presses_old(phone.screen.message_id, "import.open")
        before = [(each.message_id, each.text) for each in phone.screens]
        await phone.sends_document(chance.choice(NAMES) or "file", any_file(chance))
        assert [(each.message_id, each.text) for each in phone.screens] != before
    assert await parked_bodies(world) == []
    vitals = world.machine.vitals
    assert (vitals.jobs_failed, vitals.messages_dead) == (0, 0)
