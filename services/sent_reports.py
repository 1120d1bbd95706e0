"""Sending the reports that the document asks for, accepting or returning them, asking for one, reminding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mentoring.access import Action, Scope, ensure
from mentoring.errors import Forbidden, Invalid, NotFound, Stale
from mentoring.people import Organisation
from mentoring.roles import Role
from mentoring.sent_reports import ReportState
from mentoring.tasks import Attachment
from mentoring.whereabouts import checked_link
from messaging.replies import Button, Keyboard, Replies, Say, Show, press
from programmes.reports_owed import Goes
from services import dialogue, dialogue_screens, notices
from services.desk import Asked, Desk
from services.dialogue_screens import own
from services.organisation_documents import keepers, keepers_of
from services.registration_answers import text_of
from services.reports_owed import Item, Round, decides_for, goes_of, item_of, may_send, owing, requested, round_of
from surveys.definition import Option
from surveys.path import Value
from surveys.record import Record, Subject

SEND, RETURN, ASK = "report-send", "report-return", "report-ask"
SUBJECT = "reports"
"""What a draft or a trace is about: the organisation, 0 the municipality; which report stands in the facts."""


@dataclass(frozen=True, slots=True)
class Reminded:
    """`told` and `already` today are numbers of organisations; `deaf`: those in which nobody can be written to."""

    round: Round
    told: int
    already: int
    deaf: tuple[Organisation, ...]


def code(day: date) -> str:
    """A last day as it stands in a button."""
    return f"{day:%Y%m%d}"


def open_press(item: Item) -> str:
    """The press that opens a report of a place."""
    return press("owed.open", item.place.id or 0, item.report.id, code(item.last))


# --- sending ---------------------------------------------------------------------------------------------------------


async def begin(desk: Desk, organisation_id: int | None, report: str, last: date) -> Show:
    """The form: a note, a link, a file. Raises Forbidden, NotFound, and Stale for what was accepted."""
    return await _begin(desk, SEND, await _for_sending(desk, organisation_id, report, last))


async def send(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `report-send`; the head hears of it where it goes to the head."""
    item = await _for_sending(desk, *_which(record))
    link = text_of(answers, "link")
    sent = await desk.work.sent_reports.send(
        item.place.id,
        item.report.id,
        item.last,
        link=checked_link(link) if link else None,
        file=_attachment(answers.get("file") or answers.get("proof")),
        note=text_of(answers, "note"),
        by=desk.actor.person_id or 0,
    )
    await _trace(desk, item, "report_sent", sent.id)
    goes = goes_of(desk, item)
    if goes is Goes.HEAD and item.place.id is not None:
        heads = [each.person_id for each in await desk.work.memberships.holders(Role.HEAD, item.place.id)]
        await _tell(desk, heads, Say("owed-told-sent", _said(item)), item)
    return (dialogue_screens.done(record, Say("owed-sent", {**_said(item), "goes": goes.value}), _ways(item)),)


# --- deciding --------------------------------------------------------------------------------------------------------


async def accept(desk: Desk, organisation_id: int | None, report: str, last: date) -> Item:
    """Raises Forbidden, NotFound, and Stale where it was decided or sent again meanwhile."""
    return await _decide(desk, await _for_deciding(desk, organisation_id, report, last), ReportState.ACCEPTED, None)


async def begin_return(desk: Desk, organisation_id: int | None, report: str, last: date) -> Show:
    """The form that asks what is to be worked over."""
    return await _begin(desk, RETURN, await _for_deciding(desk, organisation_id, report, last))


async def give_back(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `report-return`."""
    item = await _for_deciding(desk, *_which(record))
    after = await _decide(desk, item, ReportState.RETURNED, text_of(answers, "words"))
    return (dialogue_screens.done(record, Say("owed-returned", _said(after)), _ways(after)),)


async def _decide(desk: Desk, item: Item, to: ReportState, words: str | None) -> Item:
    sent = item.sent
    if sent is None or not await desk.work.sent_reports.decide(sent.id, to, words, by=desk.actor.person_id or 0):
        raise _decided(item)
    await _trace(desk, item, f"report_{to.value}", sent.id)
    if item.place.id is not None:
        said = {**_said(item), "state": to.value, "words": words or "none"}
        people = await keepers(desk, item.place.id)
        await _tell(desk, people, Say("owed-told-decided", said), item)
    return await item_of(desk, item.place.id, item.report.id, item.last)


# --- the coordinator asks and reminds --------------------------------------------------------------------------------


async def begin_ask(desk: Desk) -> Show:
    """The form: which of the reports on request, by which day. NotFound where the document has none."""
    ensure(desk.actor, Action.DECIDE_REPORT, Scope())
    if not requested(desk):
        raise NotFound
    return await dialogue.begin(desk, ASK, subject=Subject(SUBJECT, 0))


async def reports_on_request(desk: Desk, asked: Asked) -> Sequence[Option]:
    """Source of the form `report-ask`."""
    return tuple(Option(each.id, each.name) for each in requested(desk))


async def ask(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `report-ask`: who owes it hears of it. Raises Invalid if it is due on that day anyway."""
    ensure(desk.actor, Action.DECIDE_REPORT, Scope())
    chosen = next((each for each in requested(desk) if each.id == answers["report"]), None)
    if chosen is None:
        raise NotFound
    last, words = date.fromisoformat(str(answers["day"])), text_of(answers, "words")
    every = {each.id: each for each in await desk.work.organisations.all()}
    asked_before = {each.organisation_id for each in await desk.work.sent_reports.on(chosen.id, last)}
    owed = [place for place in owing(desk, chosen, every.values()) if place not in asked_before]
    if not owed:
        raise Invalid("owed-asked-already", day=last)
    await desk.work.sent_reports.ask(chosen.id, last, owed, words, by=desk.actor.person_id or 0)
    places = [place for place in owed if place is not None]
    people = await keepers_of(desk, places)
    for place in places:
        item = await item_of(desk, place, chosen.id, last)
        said = {**_said(item), "words": words or "none"}
        await _tell(desk, people.get(place, ()), Say("owed-told-asked", said), item)
    done = Say("owed-asked", {"report": own(chosen.name), "day": last, "count": len(places)})
    where = press("owed.who", chosen.id, code(last), 0) if places else press("reports.of", 0)
    return (dialogue_screens.done(record, done, ((Button(Say("owed-open"), where),),)),)


async def remind(desk: Desk, report: str, last: date) -> Reminded:
    """Writes to the curators and heads who have not sent it, once a day at most; for the coordinator."""
    found = await round_of(desk, report, last)
    missing = found.missing
    people = await keepers_of(desk, [each.place.id for each in missing if each.place.id is not None])
    day = desk.today()
    keys = {
        f"owed:{report}:{code(last)}:{each.place.id}:{day}:{one}": (each, one)
        for each in missing
        for one in people.get(each.place.id or 0, ())
    }
    unused = await desk.work.meetings.unused(keys)
    already = {each.place.id for planned, (each, _) in keys.items() if planned not in unused}
    told: set[int | None] = set()
    for planned in sorted(unused):
        item, one = keys[planned]
        if item.place.id not in already and await _remind(desk, item, one, planned):
            told.add(item.place.id)
    deaf = [each.place.organisation for each in missing if each.place.id not in told | already]
    return Reminded(found, len(told), len(already), tuple(each for each in deaf if each is not None))


async def _remind(desk: Desk, item: Item, person_id: int, planned: str) -> bool:
    later = desk.programme.quiet.release(desk.now, item.place.zone)
    said = Say("owed-told-remind", {**_said(item), "standing": item.standing.value})
    return await notices.to(desk, person_id, said, keyboard=_ways(item), key=planned, due=desk.now, not_before=later)


# --- how it works ----------------------------------------------------------------------------------------------------


async def _for_sending(desk: Desk, organisation_id: int | None, report: str, last: date) -> Item:
    ensure(desk.actor, Action.SEND_REPORT, Scope(organisation_id))
    item = await item_of(desk, organisation_id, report, last)
    if not may_send(item, goes_of(desk, item)):
        raise _decided(item)
    return item


async def _for_deciding(desk: Desk, organisation_id: int | None, report: str, last: date) -> Item:
    ensure(desk.actor, Action.DECIDE_REPORT, Scope(organisation_id))
    item = await item_of(desk, organisation_id, report, last)
    if not decides_for(desk, item):
        raise Forbidden
    if item.sent is None or item.sent.state is not ReportState.SENT:
        raise _decided(item)
    return item


def _decided(item: Item) -> Stale:
    return Stale("owed-stale", standing=item.standing.value)


async def _begin(desk: Desk, form: str, item: Item) -> Show:
    facts = {
        "name": item.report.name.text(desk.actor.language),
        "report": item.report.id,
        "last": item.last.isoformat(),
    }
    subject = Subject(SUBJECT, item.place.id or 0)
    return await dialogue.begin(desk, form, subject=subject, organisation_id=item.place.id, facts=facts)


def _which(record: Record) -> tuple[int | None, str, date]:
    place = record.about(SUBJECT)
    if place is None:
        raise Forbidden
    return place or None, str(record.facts["report"]), date.fromisoformat(str(record.facts["last"]))


def _said(item: Item) -> dict[str, object]:
    place = item.place.organisation
    return {"report": own(item.report.name), "day": item.last, "organisation": place.name if place else "none"}


def _ways(item: Item) -> Keyboard:
    return ((Button(Say("owed-open"), open_press(item)),),)


async def _tell(desk: Desk, people: Sequence[int], said: Say, item: Item) -> None:
    others = [person for person in people if person != desk.actor.person_id]
    later = desk.programme.quiet.release(desk.now, item.place.zone)
    await notices.to_all(desk, others, said, keyboard=_ways(item), not_before=later)


async def _trace(desk: Desk, item: Item, event: str, sent_id: int) -> None:
    place = item.place.id
    details = {"report": item.report.id, "due": item.last.isoformat(), "sent": sent_id}
    await desk.work.trail.add(
        SUBJECT, place or 0, event, actor_id=desk.actor.person_id, organisation_id=place, details=details
    )


def _attachment(value: Value | None) -> Attachment | None:
    if not isinstance(value, Mapping):
        return None
    return Attachment(str(value["file_id"]), str(value.get("name") or ""), bool(value.get("photo")))
