"""What digests say of terms of the document: roadmap, reports, indicators, self-audits, in the place and beyond it.

One duty may stand in the document as a row of the roadmap, a report and a date of indicators: the reader hears of the
first of them that is still to be done (`Thing.same`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from mentoring import audit as audits
from mentoring.access import Action
from mentoring.clock import local_date
from mentoring.digest import Kind, Matter
from mentoring.indicators import ReportingPeriod
from mentoring.people import Organisation, OrganisationKind
from mentoring.roadmap import LATE_AFTER, PRESSING, SOON, Standing, reminders
from mentoring.roles import Category, Role
from mentoring.sent_reports import OPEN
from mentoring.sent_reports import Standing as ReportStanding
from messaging.replies import Say, press
from programmes.agenda import agenda
from programmes.programme import Programme
from programmes.reporting import periods
from programmes.reports_owed import Goes
from programmes.terms import school_year_of
from services import audit, reports_owed, roadmap, roadmap_words
from services.desk import Desk
from services.dialogue_screens import own
from services.digest_readers import Readers, Thing
from services.executors import Standing as Executors
from services.executors import standing as executors_of
from services.fulfilled import Row, rows_of
from services.indicators_sent import reporters
from services.roadmap_late import late_items
from services.roadmap_people import hears
from services.sent_reports import open_press

AHEAD = timedelta(days=7)
DAY = timedelta(days=1)
STAYS = timedelta(days=30)
"""So long after its day what nobody did stands in the digest."""
DECISION = timedelta(days=2)


async def of_document(desk: Desk, readers: Readers) -> list[Thing]:
    """Roadmap and reports to their executors: two weeks and three days before, on the day, the day after, then while
    they are late."""
    places = await _places(desk, readers)
    if not places:
        return []
    stand = await executors_of(desk, (readers.places[one] for one in places if one is not None))
    found: list[Thing] = []
    for place in places:
        found += [one for each in await roadmap.attention(desk, place) for one in _milestone(readers, stand, each)]
        found += [one for each in await reports_owed.attention(desk, place) for one in _report(readers, stand, each)]
    return found


async def _places(desk: Desk, readers: Readers) -> tuple[int | None, ...]:
    """Where a reader may have something to do: of the staff, appointed by name, or a mentor where mentors have."""
    if not (desk.programme.roadmap or desk.programme.reports):
        return ()
    staff = readers.holding(Role.CURATOR, Role.HEAD, Role.PSYCHOLOGIST)
    mentored = readers.holding(Role.MENTOR)
    appointed = await desk.work.appointments.of_many((None, *mentored)) if mentored else {}
    found: dict[int | None, None] = dict.fromkeys(staff)
    found |= {place: None for place, by in appointed.items() if _named(by) & readers.actors.keys()}
    if readers.everywhere(Action.DO_MILESTONE):
        found[None] = None
    kinds = {one.kind for one in mentored.values() if one.id not in found}
    near = {kind for kind in kinds if _for_mentors(desk, kind)}
    found |= {one.id: None for one in mentored.values() if one.kind in near}
    return tuple(found)


def _named(by: Mapping[str, tuple[int, ...]]) -> set[int]:
    return {person for people in by.values() for person in people}


def _for_mentors(desk: Desk, kind: OrganisationKind) -> bool:
    """Whether something is due about now, in organisations of that kind, of which all mentors hear."""
    today = desk.today()
    mentors = {one.id for one in desk.programme.executors if Role.MENTOR in one.roles}
    return any(
        mentors & set(each.milestone.due.responsible)
        for each in agenda(desk.programme, kind)
        if (days := each.milestone.days) is not None and today - STAYS <= days.last <= today + SOON + DAY
    )


def _milestone(readers: Readers, stand: Executors, each: roadmap.Item) -> list[Thing]:
    if each.last is None or each.standing not in PRESSING:
        return []
    place = each.place.id or 0
    row = (place, each.planned.milestone.row.place, each.last)
    matter = Matter(Kind.ROADMAP, reminders(each.last), lasting=each.standing is Standing.LATE)
    return [
        Thing(
            person,
            matter,
            press("milestone.open", each.code),
            press("roadmap.of", place) if _sees(readers, person, each.place.id) else None,
            name=roadmap_words.short(each.measure, _SHORT),
            day=each.last,
            same=frozenset({row}),
        )
        for person in hears(stand, each)
        if _grown(readers, person)
    ]


_SHORT = 70


def _sees(readers: Readers, person: int, place: int | None) -> bool:
    if place is None:
        return person in readers.everywhere(Action.SEE_ROADMAP)
    return person in readers.at(Action.SEE_ROADMAP).get(place, ())


def _grown(readers: Readers, person: int) -> bool:
    actor = readers.actors.get(person)
    return actor is not None and actor.person is not None and actor.person.category is not Category.PUPIL


def _report(readers: Readers, stand: Executors, each: reports_owed.Item) -> list[Thing]:
    place = each.place.id or 0
    days = reminders(each.last)
    if each.sent is not None:  # asked for, or returned: they have been told of it then
        told = each.sent.decided_at or each.sent.sent_at
        days = tuple(day for day in days if day > local_date(told, each.place.zone)) or days[-1:]
    late = each.standing in (ReportStanding.LATE, ReportStanding.RETURNED)
    return [
        Thing(
            person,
            Matter(Kind.REPORTS, days, lasting=late),
            open_press(each),
            press("reports.of", place),
            name=own(each.report.name),
            day=each.last,
            same=frozenset({(place, each.report.place, each.last)}),
        )
        for person in stand.behind(each.report.by, each.place.organisation)
        if person in readers.actors
    ]


async def indicators(desk: Desk, readers: Readers) -> list[Thing]:
    """To curators who have not sent: a week before the report date and on it; to coordinators afterwards."""
    if not desk.programme.indicators:
        return []
    at, leaders = readers.at(Action.SEE_BEHIND_INDICATOR), readers.everywhere(Action.SEND_INDICATORS)
    near = [one for one in periods(desk.programme) if _near(one, desk.today())]
    if not near or not (at or leaders):
        return []
    every = {one.id: one for one in await reporters(desk)}
    sent = await desk.work.indicators.senders({one.code for one in near})
    found: list[Thing] = []
    for period in near:
        waits = [one for one in every if one not in sent.get(period.code, {})]
        found += [
            _own_period(desk.programme, person, period, every[place], desk.today(every[place].zone))
            for place in waits
            for person in at.get(place, ())
        ]
        if waits and desk.today() > period.report_date:
            matter = Matter(Kind.UNSENT, (period.report_date + DAY,))
            to = press("indicators.receipts", period.code, "missing", 0)
            found += [Thing(person, matter, to, name=_period(period), day=period.report_date) for person in leaders]
    return found


def _near(period: ReportingPeriod, today: date) -> bool:
    return period.report_date - AHEAD <= today + DAY and today <= period.report_date + STAYS


def _own_period(programme: Programme, person: int, period: ReportingPeriod, place: Organisation, today: date) -> Thing:
    last = period.report_date
    rows = frozenset((place.id, row, last) for row in rows_of(programme, period))
    matter = Matter(Kind.INDICATORS, (last - AHEAD, last), lasting=today > last)
    to = press("indicators.show", place.id, period.code)
    return Thing(person, matter, to, name=_period(period), day=last, same=rows)


def _period(period: ReportingPeriod) -> Say:
    return Say("digest-period", {"year": str(period.year), "quarter": str(period.quarter or "none")})


async def self_audits(desk: Desk, readers: Readers) -> list[Thing]:
    """To heads: when it opens, twice before it closes, and while it is not filled in after that."""
    at = readers.at(Action.AUDIT)
    days = audit.days_of(desk, school_year_of(desk.today())) if at and audit.asked_for(desk) else None
    if days is None:
        return []
    rows = {one.place for one in desk.programme.reports if one.id == audit.NAME}
    found = []
    for each in await audit.attention(desk, None):
        told = tuple(local_date(moment, each.zone) for moment in audits.reminders(days.first, days.last, each.zone))
        for person in at.get(each.id, ()):
            matter = Matter(Kind.AUDIT, told, lasting=desk.today(each.zone) > days.last)
            same = frozenset[Row]((each.id, row, days.last) for row in rows)
            found.append(Thing(person, matter, press("audit.card", each.id), name=each.name, day=days.last, same=same))
    return found


async def of_municipality(desk: Desk, readers: Readers) -> list[Thing]:
    """To coordinators: reports that organisations have not sent, or sent and nobody took, and what is late there."""
    leaders = readers.everywhere(Action.DECIDE_REPORT)
    if not leaders:
        return []
    return [*await _missing(desk, leaders), *await _to_decide(desk, leaders), *await _late(desk, leaders)]


async def _missing(desk: Desk, leaders: Iterable[int]) -> list[Thing]:
    """For a month after its last day: a report with how many have not sent it."""
    if not desk.programme.reports:
        return []
    today = desk.today()
    missing: dict[tuple[str, date], list[reports_owed.Item]] = defaultdict(list)
    for each in await reports_owed.every_item(desk, today - STAYS):
        if each.place.id is not None and each.standing in OPEN and each.last < today:
            missing[each.report.id, each.last].append(each)
    return [
        Thing(
            person,
            Matter(Kind.MISSING, (last + LATE_AFTER,)),
            press("owed.who", name, f"{last:%Y%m%d}", 0),
            press("owed.rounds", 0),
            name=own(items[0].report.name),
            day=last,
        )
        for (name, last), items in missing.items()
        for person in leaders
    ]


async def _to_decide(desk: Desk, leaders: Iterable[int]) -> list[Thing]:
    if not desk.programme.reports:
        return []
    return [
        Thing(
            person,
            Matter(Kind.DECIDE, (local_date(each.sent.sent_at, desk.programme.zone) + DECISION,)),
            open_press(each),
            press("owed.rounds", 0),
            name=own(each.report.name),
        )
        for each in await reports_owed.to_decide(desk)
        if each.sent is not None and reports_owed.goes_of(desk, each) is Goes.COORDINATOR
        for person in leaders
    ]


async def _late(desk: Desk, leaders: Iterable[int]) -> list[Thing]:
    """What is late in the roadmaps of organisations; news on the day after, said with the others."""
    if not desk.programme.roadmap:
        return []
    listed = [place for place in await roadmap.every(desk) if place.id is not None]
    to = press("roadmap.late", "rows", 0)
    return [
        Thing(person, Matter(Kind.LATE, (each.last + LATE_AFTER,)), to, to, name=own(each.measure), day=each.last)
        for each in await late_items(desk, listed)
        if each.last is not None
        for person in leaders
    ]
