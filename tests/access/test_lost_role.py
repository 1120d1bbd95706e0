"""A curator who loses the role halfway through a form: nothing comes of it, whichever form it is."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from sqlalchemy import select, update

from mentoring.people import MembershipState
from mentoring.roles import Role
from simulator.chats import Person as Owner
from simulator.phones import Phone
from storage.tables import memberships, metadata
from tests.access.municipality import OWN, Municipality
from tests.access.test_matrix import actors, data
from tests.conversations.entries import buttons
from tests.conversations.world import World
from tests.privacy.writing import Writer

FORMS = """
    adults.add alarm.seen applicant.refuse award.give campaign.extend campaign.new_in document.edit documents.add
    event.field event.move event.new_in final.write health.look health.write match.new_in merge.search
    milestone.done milestone.skip needs.since observation.enter observation.evaluate organisation.field
    owed.send pair.end_early pair.hand_over pair.new_in people.add_in people.search place.pause place.request
    practice.new_in refer.in referral.decline speed.new_in training.add_in
    training.new_in training.record
"""
"""Buttons by which a curator begins one."""
NOBODY_TO_CHOOSE = {"pair.new_in", "pair.hand_over"}
"""Of an organisation that is one's own no more there are no people to choose from."""
OF_THE_TALK = {"responses", "answers", "chats", "screens", "outgoing", "updates", "files", "planned_keys", "starts"}
OF_THE_TALK |= {"definitions", "asked_days"}  # begun questionnaires are archived and counted
"""Tables in which a dialogue itself leaves something."""
STEPS = 14


async def kept(world: World) -> Mapping[str, list[Any]]:
    """Every row that is not of the talk."""
    async with world.work() as work:
        return {
            table.name: list((await work.connection.execute(select(table))).all())
            for table in metadata.sorted_tables
            if table.name not in OF_THE_TALK
        }


async def holds(world: World, person: int | None, state: MembershipState) -> None:
    async with world.work() as work:
        theirs = update(memberships).where(memberships.c.person_id == person)
        await work.connection.execute(theirs.values(state=state.value))


async def test_a_form_that_was_begun_ends_in_nothing(world: World) -> None:
    municipality = await Municipality.open(world)
    curator = (await actors(municipality))[Role.CURATOR]
    phone = Phone(world.telegram, Owner(curator.chat_id, "Curator", "ru"), world.settle)
    world.telegram.chat(phone.id).started = True
    writer = Writer(world, phone, "curator", "слова")
    known, ids = {each.name: each for each in buttons()}, dict(municipality.pairs[OWN].ids)
    await holds(world, curator.person_id, MembershipState.LEFT)
    before, wrong = await kept(world), []
    for name in FORMS.split():
        await holds(world, curator.person_id, MembershipState.APPROVED)
        await phone.presses_old(1, data(known[name], ids))
        assert (await writer.asked())[1] is not None, f"{name} begins no form: {phone.screen.text}"
        await holds(world, curator.person_id, MembershipState.LEFT)
        if not await is_refused(writer) and name not in NOBODY_TO_CHOOSE:
            wrong.append(f"{name} is not refused: {phone.screen.text}")
        await phone.says("/cancel")
        after = await kept(world)
        wrong += [f"{name} changes {table}" for table in before if before[table] != after[table]]
    assert wrong == []


async def is_refused(writer: Writer) -> bool:
    """Whether going on with the form that is open is refused at some step."""
    for _ in range(STEPS):
        with suppress(AssertionError):  # of more steps than the one, or nothing to choose
            await writer.fills(None, 1, link="https://example.org/x")
        if "недоступно" in writer.phone.screen.text:
            return True
    return False
