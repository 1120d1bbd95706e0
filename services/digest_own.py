"""What digests say to participants of what they have to do themselves; to a guardian of the ward's tasks."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from mentoring.clock import local_date
from mentoring.digest import Kind, Matter
from mentoring.reminders import PROPOSAL_AGAIN, SURVEY_AGAIN
from mentoring.tasks import CHECK_WAITS
from messaging.replies import Text, press
from services import catalogue
from services.desk import Desk
from services.dialogue_screens import own
from services.digest_readers import Readers, Thing
from services.roadmap_words import shortened
from storage.digest_own import OwnSurvey, OwnTerm

DAY = timedelta(days=1)
AHEAD = timedelta(days=3)
"""So long before its day a term of a plan is news."""
SHORT = 60
"""Characters of a task's words."""
OVERDUE = timedelta(days=14)
"""So long what is overdue stands in the digest."""


async def agreements(desk: Desk, readers: Readers) -> list[Thing]:
    """Proposals that the reader has not answered: after two and five days, then weekly."""
    return [
        Thing(
            person,
            Matter(Kind.AGREE, tuple(_day(readers, person, proposed_at) + term for term in PROPOSAL_AGAIN)),
            press("pair.open", mentorship),
            press("pairs.list"),
            pair=mentorship,
        )
        for person, mentorship, proposed_at in await desk.work.digests.to_agree(readers.actors)
    ]


async def surveys(desk: Desk, readers: Readers) -> list[Thing]:
    """Questionnaires that wait: of a mentorship after two and five days. Campaigns remind by themselves, at their own
    hours (`digest_duty.remind`); theirs stand in a digest that is sent anyway."""
    found = []
    for one in await desk.work.digests.surveys(readers.actors):
        closes = None if one.closes_at is None else _day(readers, one.person_id, one.closes_at)
        asked = _day(readers, one.person_id, one.asked_at)
        terms = SURVEY_AGAIN[one.reminders :] or SURVEY_AGAIN[-1:]
        again = tuple(asked + term for term in terms) if closes is None else ()
        matter = Matter(Kind.ANSWER, again, lasting=closes is None, shows=min(again, default=asked))
        name = await _title(desk, one)
        to = press("response.open", one.response_id)
        found.append(Thing(one.person_id, matter, to, press("surveys.list"), name, day=closes))
    return found


async def on_paper(desk: Desk, readers: Readers) -> list[Thing]:
    """Questionnaires that wait for a child without Telegram: to the guardian, who types in what stands on paper.

    The guardian has heard nothing of them: the day after they were put they are news, and the day before they close.
    """
    wards = await desk.work.digests.wards_alone(readers.actors)
    observed = desk.house.ways.guards
    found = []
    for one in await desk.work.digests.on_paper(wards) if wards else ():
        if one.definition not in observed:
            guardian = wards[one.person_id]
            closes = None if one.closes_at is None else _day(readers, guardian, one.closes_at)
            news = _day(readers, guardian, one.asked_at) + DAY
            days = (news,) if closes is None else (news, max(news, closes - DAY))
            to = press("paper.of", one.person_id, 0)
            matter = Matter(Kind.PAPER, days, lasting=closes is None)
            found.append(Thing(guardian, matter, to, press("ward.open"), person=one.person_id, day=closes))
    return found


async def _title(desk: Desk, one: OwnSurvey) -> Text:
    return own((await catalogue.find(desk, one.definition, one.version)).title)


async def tasks(desk: Desk, readers: Readers) -> list[Thing]:
    """Tasks the day before they are due and the day after; for a child without Telegram to the guardian."""
    wards = await desk.work.digests.wards_alone(readers.actors)
    listed = await desk.work.digests.tasks({*readers.actors, *wards}, desk.today() + 2 * DAY)
    return [
        Thing(
            reader,
            Matter(Kind.TASKS, (one.day - DAY, one.day + DAY), lasting=False),
            press("task.card", one.subject),
            press("tasks.mine"),
            shortened(one.words, SHORT),
            day=one.day,
        )
        for one in listed
        if one.day > desk.today() - OVERDUE
        for reader in _hearing(readers, wards, one)
    ]


def _hearing(readers: Readers, wards: dict[int, int], one: OwnTerm) -> tuple[int, ...]:
    if one.person_id in readers.actors:
        return (one.person_id,)
    return (wards[one.person_id],) if one.person_id in wards else ()


async def checks(desk: Desk, readers: Readers) -> list[Thing]:
    """Tasks that have been done for three days and that the mentor has not looked at."""
    return [
        Thing(
            person,
            Matter(Kind.CHECK, (_day(readers, person, done_at + CHECK_WAITS),)),
            press("task.card", task),
            press("tasks.mine"),
            shortened(words, SHORT),
        )
        for person, task, done_at, words in await desk.work.digests.to_check(readers.actors, desk.now - CHECK_WAITS)
    ]


async def plans(desk: Desk, readers: Readers) -> list[Thing]:
    """Terms of agreed plans: three days before, on the day and the day after, to both sides."""
    today = desk.today()
    return [
        Thing(
            one.person_id,
            Matter(Kind.PLAN, _days(readers, one), lasting=False),
            press("plan.show", one.subject),
            press("plan.list"),
            day=one.day,
        )
        for one in await desk.work.digests.plan_terms(readers.actors, today - OVERDUE, today + AHEAD + DAY)
    ]


def _days(readers: Readers, one: OwnTerm) -> tuple[date, ...]:
    """A morning that had passed when the plan was agreed is left out: both have just read it."""
    agreed = _day(readers, one.person_id, one.since)
    days = (one.day - AHEAD, one.day, one.day + DAY)
    return tuple(day for day in days if day > agreed) or days[-1:]


def _day(readers: Readers, person: int, moment: datetime) -> date:
    return local_date(moment, readers.zone(person))
