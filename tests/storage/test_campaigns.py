"""Campaigns as rows: each step of a campaign's life counts once, many people are asked in a few statements."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import Engine, event

from mentoring.campaigns import AHEAD, RUNNING, Audience, Campaign, CampaignState, Chosen, Count, Origin
from mentoring.consents import ConsentKind
from mentoring.mentorships import Form
from mentoring.people import OrganisationKind
from mentoring.roles import Category, Role
from storage.campaigns import CampaignFilter
from storage.engine import Database
from storage.work import Work
from surveys.definition import Definition
from surveys.record import RecordState, Subject
from surveys.wording import Wording
from tests.databases import NOW

PULSE = Definition("pulse", 1, "survey", Wording("Как дела", "How"), (), body="{}", sha256="0")


async def school(work: Work, people: int, name: str = "Школа") -> tuple[int, list[int]]:
    """An organisation with so many consenting mentees; every third has no Telegram."""
    place = await work.organisations.add(name, OrganisationKind.SCHOOL, "Europe/Moscow")
    ids = []
    for number in range(people):
        phone = place.id * 10_000 + number if number % 3 else None
        person = await work.people.add(f"Ученик {number:03}", telegram_id=phone, category=Category.PUPIL)
        if phone is not None:
            await work.chats.start(phone, "ru")
        await work.memberships.grant(person.id, place.id, Role.MENTEE)
        await work.consents.give(person.id, ConsentKind.PROCESSING, 1, given_by=person.id)
        ids.append(person.id)
    return place.id, ids


def campaign(place: int | None, state: CampaignState = CampaignState.DRAFT, key: str | None = None) -> Campaign:
    return Campaign(
        0,
        place,
        Origin.PERSON if key is None else Origin.CALENDAR,
        "pulse",
        1,
        None,
        False,
        Audience(frozenset({Role.MENTEE}), frozenset({Form.PUPIL_PUPIL}), people=frozenset({3, 1})),
        state,
        9,
        NOW,
        NOW,
        NOW + timedelta(days=7),
        opened_at=NOW if state in RUNNING else None,
        key=key,
    )


async def stored(work: Work, new: Campaign) -> Campaign:
    made = await work.campaigns.add(new)
    assert made is not None
    return made


async def asked(work: Work, one: Campaign, people: Sequence[int]) -> dict[int, int]:
    place = one.organisation_id or 1
    chosen = [Chosen(person, place, Form.PUPIL_PUPIL, Role.MENTEE) for person in people]
    known = await work.people.many(people)
    return dict(await work.campaigns.ask(one, PULSE, chosen, {i: p.telegram_id for i, p in known.items()}))


async def test_a_campaign_is_read_as_it_was_stored(database: Database) -> None:
    async with database.write(NOW) as work:
        place, _ = await school(work, 1)
        made = await stored(work, campaign(place, key="calendar:1:x:2026"))
        assert made == replace(campaign(place, key="calendar:1:x:2026"), id=made.id)
        assert await work.campaigns.get(made.id) == made
        assert await work.campaigns.hold(made.id) == await work.campaigns.by_key("calendar:1:x:2026")
        assert await work.campaigns.add(campaign(place, key="calendar:1:x:2026")) is None
        assert await work.campaigns.known_keys(["calendar:1:x:2026", "calendar:2:x:2026"]) == {"calendar:1:x:2026"}


async def test_of_two_replicas_one_begins_it(postgres_database: Database) -> None:
    async with postgres_database.write(NOW) as work:
        place, _ = await school(work, 1)

    async def begin() -> bool:
        async with postgres_database.write(NOW) as work:
            return await work.campaigns.add(campaign(place, key="stage:1:entry:2026")) is not None

    assert sorted(await asyncio.gather(begin(), begin(), begin())) == [False, False, True]


async def test_each_change_of_state_counts_once(database: Database) -> None:
    async with database.write(NOW) as work:
        place, _ = await school(work, 1)
        made = await stored(work, campaign(place))
        move = work.campaigns.move
        assert await move(made.id, {CampaignState.DRAFT}, CampaignState.PLANNED, opens_at=NOW)
        assert not await move(made.id, {CampaignState.DRAFT}, CampaignState.PLANNED, opens_at=NOW)
        due = await work.campaigns.to_open()
        assert due is not None
        assert due.id == made.id
        assert await move(made.id, AHEAD, CampaignState.OPEN, opened_at=NOW)
        later = NOW + timedelta(days=9)
        assert await work.campaigns.extend(made, later)
        assert not await work.campaigns.extend(made, later + timedelta(days=1)), "extended meanwhile"
        ends = await work.campaigns.to_close()
        assert ends is not None
        assert ends.closes_at == later
        assert await move(made.id, RUNNING, CampaignState.CLOSED, closed_at=later)
        assert not await work.campaigns.extend(ends, later + timedelta(days=1))
        assert await work.campaigns.to_close() is None
        assert await work.campaigns.to_open() is None


async def test_people_are_asked_once_and_counted(database: Database) -> None:
    async with database.write(NOW) as work:
        place, people = await school(work, 6)
        made = await stored(work, campaign(place, CampaignState.OPEN))
        first = await asked(work, made, people[:4])
        assert (await asked(work, made, people)).keys() == set(people[4:]), "nobody is asked twice"
        assert await work.campaigns.last_asked(made.id) == people[-1]
        await work.responses.close([first[people[1]]], RecordState.FINISHED)
        await work.responses.close([first[people[2]]], RecordState.CANCELLED)
        assert await work.campaigns.counts([made.id]) == {made.id: {place: Count(5, 1)}}
        record = await work.responses.get(first[people[1]])
        assert record is not None
        assert (record.subject, record.campaign_id) == (Subject("campaign", made.id), made.id)
        assert (record.form, record.role) == ("pupil-pupil", "mentee")
        assert await work.campaigns.end(made.id) == 4
        assert await work.campaigns.end(made.id) == 0


async def test_who_has_not_answered_by_name_and_place(database: Database) -> None:
    async with database.write(NOW) as work:
        place, people = await school(work, 5)
        made = await stored(work, campaign(place, CampaignState.OPEN))
        numbers = await asked(work, made, people)
        await work.responses.close([numbers[people[0]]], RecordState.FINISHED)
        page, total = await work.campaigns.awaited(made.id, None, offset=1, limit=2)
        assert ([one.name for one in page], total) == (["Ученик 002", "Ученик 003"], 4)
        assert await work.campaigns.awaited(made.id, frozenset({place + 1})) == ((), 0)
        ((paper,), count) = await work.campaigns.awaited(made.id, {place}, on_paper=True)
        assert (paper.person_id, paper.chat_id, count) == (people[3], None, 1)


async def test_reminders_by_number_and_zone(database: Database) -> None:
    async with database.write(NOW) as work:
        place, people = await school(work, 6)
        made = await stored(work, campaign(place, CampaignState.OPEN))
        numbers = await asked(work, made, people)
        far = await work.people.get(people[1])
        assert far is not None
        await work.people.save(replace(far, zone="Asia/Kamchatka"))
        assert await work.campaigns.zones_to_remind([made.id], 1) == {made.id: ("Asia/Kamchatka", "Europe/Moscow")}
        here = await work.campaigns.to_remind(made.id, 1, ["Europe/Moscow"], 10)
        assert here == tuple((numbers[one], one) for one in (people[2], people[4], people[5]))
        await work.campaigns.reminded([response for response, _ in here], 1)
        assert await work.campaigns.zones_to_remind([made.id], 1) == {made.id: ("Asia/Kamchatka",)}
        assert len(await work.campaigns.to_remind(made.id, 2, ["Europe/Moscow", "Asia/Kamchatka"], 10)) == 4


async def test_who_left_or_withdrew_is_neither_reminded_nor_named(database: Database) -> None:
    async with database.write(NOW) as work:
        place, people = await school(work, 6)
        made = await stored(work, campaign(place, CampaignState.OPEN))
        numbers = await asked(work, made, people)
        held = await work.memberships.find(people[1], place, Role.MENTEE)
        assert held is not None
        await work.memberships.leave(held.id)
        for one in people[2:5]:
            await work.consents.withdraw(one, ConsentKind.PROCESSING)
        await work.consents.give(people[4], ConsentKind.PROCESSING, 1, given_by=people[4])
        stays = [people[4], people[5]]
        assert await work.campaigns.to_remind(made.id, 1, ["Europe/Moscow"], 9) == tuple(
            (numbers[one], one) for one in stays
        )
        page, total = await work.campaigns.awaited(made.id, None)
        assert ([one.person_id for one in page], total) == ([people[0], *stays], 3)
        assert await work.campaigns.awaited(made.id, None, on_paper=True) == ((page[0],), 1)
        for one in stays:
            await work.consents.withdraw(one, ConsentKind.PROCESSING)
        assert await work.campaigns.zones_to_remind([made.id], 1) == {}


async def test_a_step_that_comes_after_the_closing_changes_nothing(database: Database) -> None:
    """As it is where two replicas are at once at the answer and at the closing."""
    async with database.write(NOW) as work:
        place, people = await school(work, 1)
        made = await stored(work, campaign(place, CampaignState.OPEN))
        numbers = await asked(work, made, people)
        before = await work.responses.get(numbers[people[0]])
        assert before is not None
    async with database.write(NOW) as work:
        assert await work.campaigns.end(made.id) == 1
    async with database.write(NOW) as work:
        step = replace(before.draft, answers={"satisfaction": 9}, state="finished")
        assert not await work.responses.save(before, step, PULSE, was_on_path=(), on_path={"satisfaction"})
        after = await work.responses.get(before.id)
        assert after is not None
        assert (after.state, after.draft.answers, after.finished_at) == (RecordState.UNANSWERED, {}, None)


async def test_of_two_who_type_in_the_same_paper_one_takes_it(database: Database) -> None:
    """Both have read it before either wrote, as with two replicas."""
    async with database.write(NOW) as work:
        place, people = await school(work, 1)
        made = await stored(work, campaign(place, CampaignState.OPEN))
        before = await work.responses.get((await asked(work, made, people))[people[0]])
        assert before is not None
    async with database.write(NOW) as work:
        assert await work.responses.enter(before, 901, 9001, {})
    async with database.write(NOW) as work:
        assert not await work.responses.enter(before, 902, 9002, {})
        after = await work.responses.get(before.id)
        assert after is not None
        assert (after.entered_by, after.chat_id) == (901, 9001)
        assert await work.responses.enter(after, 901, 9001, {})


async def test_lists_of_campaigns(database: Database) -> None:
    async with database.write(NOW) as work:
        here, _ = await school(work, 1)
        there, _ = await school(work, 1, "Лицей")
        mine = await stored(work, campaign(here, CampaignState.OPEN))
        await stored(work, campaign(there, CampaignState.OPEN))
        every = await stored(work, campaign(None, CampaignState.OPEN))
        yearly = await stored(work, campaign(here, CampaignState.OPEN, key="calendar:1:x:2026"))
        own = CampaignFilter(RUNNING, frozenset({here}), municipal=True)
        assert await work.campaigns.page(own) == ((every, mine), 2)
        assert await work.campaigns.page(own, offset=1, limit=1) == ((mine,), 2)
        assert await work.campaigns.page(replace(own, municipal=False)) == ((mine,), 1)
        assert await work.campaigns.page(replace(own, by_themselves=True)) == ((yearly,), 1)
        assert await work.campaigns.page(replace(own, states=AHEAD)) == ((), 0)
        assert await work.campaigns.peopled() == {here: "Europe/Moscow", there: "Europe/Moscow"}


async def test_many_people_take_few_statements(sqlite_database: Database) -> None:
    async with sqlite_database.write(NOW) as work:
        place, people = await school(work, 60)
        made = await stored(work, campaign(place, CampaignState.OPEN))
    sent: list[str] = []
    event.listen(Engine, "before_cursor_execute", lambda *given: sent.append(given[2]))
    async with sqlite_database.write(NOW) as work:
        sent.clear()
        members = await work.campaigns.members(place, {Role.MENTEE}, limit=100)
        await work.campaigns.consents_of([one.person.id for one in members])
        await work.campaigns.places_of([one.person.id for one in members])
        chosen = [Chosen(one, place, None, None) for one in people]
        numbers = await work.campaigns.ask(made, PULSE, chosen, {})
        await work.chats.of_people(numbers.keys())
        await work.campaigns.reminded(numbers.values(), 1)
        taken = len(sent)
    assert (len(numbers), taken) == (60, 6)
