"""What people without Telegram wrote on paper is typed in for them: by the curator, by the guardian for a ward.

The answers are the person's own; that they came on paper, and who typed them in, is kept with them. A guardian types
in what is whole and on paper: nothing that the child has begun itself, nor what somebody else has, nor what is kept
without names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from mentoring.access import Action, Scope, allowed, ensure, places
from mentoring.errors import Forbidden, NotFound, Stale
from mentoring.pages import pages_of
from messaging.replies import Show, press
from services import catalogue, dialogue, meeting_feedback
from services.desk import Desk
from services.dialogue_screens import CAME_FROM, ENTERED_FOR
from services.meeting_occasion import occasion
from storage.paper_answers import OnPaper, PaperFilter
from surveys.definition import Definition
from surveys.record import Record, RecordState, Subject

PAGE = 8
LAST_PAGE = 9_999
MEETING = "meeting"


@dataclass(frozen=True, slots=True)
class Line:
    """A questionnaire that waits; `when`: aware UTC, when the meeting it is about was."""

    waits: OnPaper
    definition: Definition
    when: datetime | None


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of them. `turn`: the name of the press that turns it, `back`: the press that leads out of it."""

    lines: tuple[Line, ...]
    page: int
    total: int
    turn: str
    back: str

    @property
    def pages(self) -> int:
        return pages_of(self.total, PAGE)


# --- what waits ------------------------------------------------------------------------------------------------------


async def listing(desk: Desk, page: int = 0) -> Listing:
    """Everything that waits in the actor's organisations."""
    return await _page(desk, _everywhere(desk), page, turn="paper.page", back="campaign.list")


async def of_person(desk: Desk, person_id: int, page: int = 0) -> Listing:
    """What waits of one ward."""
    ensure(desk.actor, Action.ENTER_PAPER_ANSWERS, Scope(person_id=person_id))
    turn, back = press("paper.of", person_id), press("ward.of", person_id)
    return await _page(desk, _of_wards(desk, frozenset({person_id})), page, turn=turn, back=back)


async def of_meeting(desk: Desk, meeting_id: int, page: int = 0) -> Listing:
    """The feedback that waits about one meeting."""
    turn, back = press("paper.meeting", meeting_id), press("meeting.open", meeting_id)
    return await _page(desk, await _about(desk, meeting_id), page, turn=turn, back=back)


async def waits_of(desk: Desk, person_id: int) -> bool:
    """Whether the actor has anything to type in for a ward."""
    return await _any(desk, _of_wards(desk, frozenset({person_id})))


async def waits_about(desk: Desk, meeting_id: int) -> bool:
    """Whether the actor has feedback about a meeting to type in."""
    try:
        which = await _about(desk, meeting_id)
    except Forbidden:
        return False
    return await _any(desk, which)


async def waits_anywhere(desk: Desk) -> bool:
    """Whether there is anything to type in in the actor's organisations."""
    return bool(places(desk.actor, Action.ENTER_PAPER_ANSWERS)) and await _any(desk, _everywhere(desk))


async def _any(desk: Desk, which: PaperFilter) -> bool:
    _, total = await desk.work.paper_answers.page(which, limit=1)
    return bool(total)


async def _page(desk: Desk, which: PaperFilter, page: int, *, turn: str, back: str) -> Listing:
    store, page = desk.work.paper_answers, min(max(page, 0), LAST_PAGE)
    found, total = await store.page(which, offset=page * PAGE, limit=PAGE)
    if not found and page:
        page = max(0, -(-total // PAGE) - 1)
        found, total = await store.page(which, offset=page * PAGE, limit=PAGE)
    lines = [
        Line(one, await catalogue.find(desk, one.definition, one.version), await _begun(desk, one)) for one in found
    ]
    return Listing(tuple(lines), page, total, turn, back)


async def _begun(desk: Desk, one: OnPaper) -> datetime | None:
    if one.subject is None or one.subject.kind != MEETING:
        return None
    meeting = await desk.work.meetings.get(one.subject.id)
    return meeting.starts_at if meeting is not None else None


def _everywhere(desk: Desk) -> PaperFilter:
    own = places(desk.actor, Action.ENTER_PAPER_ANSWERS)
    if not own:
        raise Forbidden
    return PaperFilter(own, but=_observed(desk))


def _of_wards(desk: Desk, children: frozenset[int], about: Subject | None = None) -> PaperFilter:
    return PaperFilter(None, children, about, _observed(desk), desk.actor.person_id or 0)


async def _about(desk: Desk, meeting_id: int) -> PaperFilter:
    """Of a meeting: everybody's for the curator, the wards' for a guardian; Forbidden for anybody else."""
    mentorship = (await occasion(desk, meeting_id)).mentorship
    about = Subject(MEETING, meeting_id)
    if mentorship.organisation_id in places(desk.actor, Action.ENTER_PAPER_ANSWERS):
        return PaperFilter((mentorship.organisation_id,), about=about, but=_observed(desk))
    mine = desk.actor.wards.intersection(mentorship.people)
    if not mine:
        raise Forbidden
    return _of_wards(desk, mine, about)


def _observed(desk: Desk) -> Mapping[str, object]:
    """What staff fill in about somebody is no answer of theirs."""
    return desk.house.ways.guards


# --- typing it in ----------------------------------------------------------------------------------------------------


async def enter(desk: Desk, response_id: int) -> Show:
    """Type in what somebody without Telegram answered on paper: in their name, marked by whom.

    Raises Stale where it is answered or over, where they have Telegram by now, somebody else is typing it in, or it is
    not the guardian's to read.
    """
    record = await desk.work.responses.get(response_id)
    person = await desk.work.people.get(record.person_id) if record and record.person_id is not None else None
    if record is None or person is None or record.kind != "survey" or record.definition in _observed(desk):
        raise NotFound("dialogue-gone")
    ensure(desk.actor, Action.ENTER_PAPER_ANSWERS, Scope(record.organisation_id, person.id))
    if not record.unfinished:
        raise Stale("dialogue-paper-over")
    if person.telegram_id is not None:
        raise Stale("dialogue-paper-theirs")
    if record.entered_by not in (None, desk.actor.person_id) and await _is_entered(desk, record):
        raise Stale("dialogue-paper-taken")
    curates = record.organisation_id in places(desk.actor, Action.ENTER_PAPER_ANSWERS)
    if not curates and (record.anonymous or _begun_by_another(desk, record)):
        raise Stale("dialogue-paper-curator")
    facts = {**record.facts, ENTERED_FOR: person.name, CAME_FROM: _next(record, person.id, curates=curates)}
    about_meeting = record.definition == desk.programme.questionnaires.feedback
    facts |= meeting_feedback.ON_PAPER if about_meeting else {}
    if not await desk.work.responses.enter(record, desk.actor.person_id or 0, desk.actor.chat_id, facts):
        raise Stale("dialogue-paper-taken")
    shown = await dialogue.take_up(desk, record.id)
    return await meeting_feedback.headed(desk, record, shown) if about_meeting else shown


def _begun_by_another(desk: Desk, record: Record) -> bool:
    """Whether there may be answers in it that the child, or somebody else, has given."""
    return record.started_at is not None and record.entered_by != desk.actor.person_id


def _next(record: Record, person_id: int, *, curates: bool) -> str:
    """Where the next ones are."""
    if not curates:
        return press("paper.of", person_id, 0)
    return press("campaign.paper", record.campaign_id) if record.campaign_id else press("paper.list")


async def _is_entered(desk: Desk, record: Record) -> bool:
    """Whether whoever has begun to type it in is at it, and still may."""
    if record.state is not RecordState.OPEN or record.chat_id is None:
        return False
    actor = await desk.work.chats.actor(record.chat_id)
    return allowed(actor, Action.ENTER_PAPER_ANSWERS, Scope(record.organisation_id, record.person_id))
