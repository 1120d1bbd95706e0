"""One order for several mentorships: chosen among those that wait for one, number and date typed once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from mentoring import life
from mentoring.access import Action, Scope, allowed, ensure
from mentoring.errors import NotFound, Refusal, Stale
from mentoring.mentorships import Mentorship, Order, Side
from mentoring.people import Organisation, short_name
from messaging.replies import Button, Lines, Replies, Say, Show, press
from services import allowed_places, dialogue, dialogue_screens, endings, evidence, pairs
from services.desk import Asked, Desk
from services.evidence import Stage
from services.forming_options import ORGANISATION
from services.pairs import Pair
from surveys.definition import Option
from surveys.path import Answers, Value
from surveys.record import Record, Subject

MOST = 60
"""Mentorships that one order fixes: each is told to its people in one transaction."""
FORM = "orders"


async def organisations(desk: Desk) -> tuple[Organisation, ...]:
    """Where the actor may fix mentorships; Forbidden if nowhere."""
    return await allowed_places.where(desk, Action.FIX_MENTORSHIP)


async def begin(desk: Desk, organisation_id: int) -> Show:
    """The form `orders`; Stale while nothing waits for an order."""
    ensure(desk.actor, Action.FIX_MENTORSHIP, Scope(organisation_id))
    waiting = await desk.work.mentorships.awaiting_order(organisation_id, MOST)
    if not waiting:
        raise Stale("orders-none")
    subject = Subject(ORGANISATION, organisation_id)
    return await dialogue.begin(desk, FORM, subject=subject, organisation_id=organisation_id)


async def awaiting(desk: Desk, asked: Asked) -> Sequence[Option]:
    """Source `awaiting_order`: mentors and mentees by their short names, the longest waiting first."""
    if asked.subject is None or asked.subject.kind != ORGANISATION:
        return ()
    if not allowed(desk.actor, Action.FIX_MENTORSHIP, Scope(asked.subject.id)):
        return ()
    waiting = await desk.work.mentorships.awaiting_order(asked.subject.id, MOST)
    known = await pairs.pairs_of(desk, waiting)
    return tuple(Option(str(pair.mentorship.id), _label(pair)) for pair in known)


async def facts(desk: Desk, asked: Asked) -> Mapping[str, object]:
    """Facts of the form `orders`: how many wait, and of how many of them entry questionnaires are missing."""
    if asked.subject is None or asked.subject.kind != ORGANISATION:
        return {}
    waiting = await desk.work.mentorships.awaiting_order(asked.subject.id, MOST)
    askings = await desk.work.mentorships.askings([one.id for one in waiting])
    missing = [one for one in waiting if evidence.counted(desk, one, Stage.ENTRY, askings).missing]
    return {"waiting": len(waiting), "missing": len(missing)}


async def fix(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `orders`: each is fixed; those that another curator was quicker with are named."""
    organisation_id = record.about(ORGANISATION)
    organisation = await desk.work.organisations.get(organisation_id or 0)
    if organisation is None:
        raise NotFound
    ensure(desk.actor, Action.FIX_MENTORSHIP, Scope(organisation.id))
    order = Order(str(answers["number"]), date.fromisoformat(str(answers["date"])))
    life.check_order(order, desk.today(organisation.zone))
    chosen = await _wanted(desk, organisation.id, answers)
    fixed, left = await _each(desk, chosen, order, go_on=answers.get("go_on") == "all")
    if not fixed:
        raise Stale("orders-nothing")
    first = fixed[0].mentorship.id
    keyboard = (
        (Button(Say("papers-order"), press("papers.make", "fixing", first)),),
        (Button(Say("pairs-list"), press("pairs.list")), Button(Say("menu-button"), press("menu.open"))),
    )
    said = {"number": order.number, "date": order.date, "count": len(fixed), "names": Lines(tuple(map(_label, left)))}
    return (dialogue_screens.done(record, Say("orders-fixed-some" if left else "orders-fixed", said), keyboard),)


async def _each(
    desk: Desk, chosen: Sequence[Mentorship], order: Order, *, go_on: bool
) -> tuple[list[Pair], tuple[Pair, ...]]:
    """Those that this order fixed, and those that it did not."""
    fixed: list[Pair] = []
    left: list[Mentorship] = []
    for one in chosen:
        before = await pairs.hold(desk, one.id)
        try:
            fixed.append(await endings.fixed(desk, before, order, go_on=go_on))
        except Refusal:  # raised before any effect: another curator was quicker, or its questionnaires are awaited
            left.append(before)
    return fixed, await pairs.pairs_of(desk, left)


async def _wanted(desk: Desk, organisation_id: int, answers: Answers) -> tuple[Mentorship, ...]:
    """The mentorships meant, of this organisation alone."""
    if answers.get("which") == "all":
        return await desk.work.mentorships.awaiting_order(organisation_id, MOST)
    found = await desk.work.mentorships.many(_ids(answers))
    return tuple(one for one in found if one.organisation_id == organisation_id)


def _ids(answers: Answers) -> tuple[int, ...]:
    several = answers.get("mentorships")
    return tuple(int(each) for each in several) if isinstance(several, list) else ()


def _label(pair: Pair) -> str:
    sides = (", ".join(short_name(one.name) for one in pair.on(side)) for side in (Side.MENTOR, Side.MENTEE))
    return " → ".join(sides)
