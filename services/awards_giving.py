"""Awards given, to one or to all who have earned it; put on the board of honour, taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from mentoring.access import Action, Scope, ensure
from mentoring.awards import Given, Verdict, suited
from mentoring.errors import Forbidden, NotFound, Stale
from messaging.replies import Button, Keyboard, Replies, Say, Show, press
from programmes.awards import Award, Recipient
from services import awards, dialogue, notices
from services.awards import EVERY, PAPERS, SHOWN, Card, Overview
from services.desk import Desk
from services.dialogue_screens import done, own
from services.registration_answers import text_of
from storage.awards import Entry
from surveys.path import Value
from surveys.record import Record, Subject

FORM = "award"
PERSON = "awarded"
"""What the form is about, by the person's id."""
_SUBJECT = "award"


async def begin(desk: Desk, organisation_id: int, award_id: str, person_id: int) -> Show:
    """The form: a reason where a criterion is not met, number and date. Raises Forbidden, NotFound, Stale."""
    seen = await awards.candidate(desk, organisation_id, award_id, person_id)
    _expect_free(desk, seen.may_give, seen.given)
    number = await _next_number(desk, seen.overview)
    facts = {"organisation": organisation_id, "award": award_id, "name": seen.verdict.doer.name}
    subject = Subject(PERSON, person_id)
    told = {**facts, "met": seen.verdict.met, "number": number}
    return await dialogue.begin(desk, FORM, subject=subject, facts=told, likely={"number": number})


async def give(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `awards.give`. Whoever does not meet the criteria any more is given it with a reason alone."""
    place, award_id = int(str(record.facts["organisation"])), str(record.facts["award"])
    await desk.work.awards.hold(place or None)
    seen = await awards.candidate(desk, place, award_id, record.about(PERSON) or 0)
    _expect_free(desk, seen.may_give, seen.given)
    words = text_of(answers, "reason")
    if not seen.verdict.met and words is None:
        raise Stale("award-missed-meanwhile")
    day = date.fromisoformat(str(answers["date"]))
    made = await _add(desk, seen.overview, seen.award, seen.verdict, str(answers["number"]), day, words)
    heard = await _tell(desk, seen.award, (made,))
    said = {"name": seen.verdict.doer.name, "heard": "yes" if heard else "no"}
    ways = ((Button(Say("award-open"), press("award.open", made.id)), _back(place, award_id)),)
    return (done(record, Say("award-given", said), ways),)


async def give_all(desk: Desk, organisation_id: int, award_id: str) -> int:
    """Today, to everybody who meets the criteria and has not got it; how many. Raises Forbidden, NotFound, Stale."""
    await desk.work.awards.hold(organisation_id or None)
    seen = await awards.overview(desk, organisation_id)
    award = awards.find(desk, award_id)
    _expect_free(desk, awards.may_give(desk, organisation_id, award), None)
    have = {one.person_id for one in await awards.given_of(desk, seen, award)}
    fits = [one for one in suited(await awards.weighed(desk, seen, award)) if one.doer.person_id not in have]
    if not fits:
        raise Stale("award-nobody-left")
    today = desk.today(seen.organisation.zone if seen.organisation else None)
    made = [await _add(desk, seen, award, one, await _next_number(desk, seen), today, None) for one in fits]
    await _tell(desk, award, made)
    return len(made)


async def revoke(desk: Desk, award_id: int) -> Card:
    """Taken back; it leaves the board. Raises Stale where somebody was quicker."""
    seen = await changeable(desk, award_id)
    if not await desk.work.awards.revoke(award_id):
        raise Stale("award-overtaken")
    await _trace(desk, seen.given, "revoked")
    return await awards.card(desk, award_id)


async def show(desk: Desk, award_id: int, *, on_board: bool) -> Card:
    """Put on the board of honour, or taken from it. Raises Stale where somebody was quicker."""
    seen = await changeable(desk, award_id)
    if not await desk.work.awards.show(award_id, on_board=on_board):
        raise Stale("award-overtaken")
    await _trace(desk, seen.given, "board" if on_board else "off_board")
    return await awards.card(desk, award_id)


async def changeable(desk: Desk, award_id: int) -> Card:
    """An award that the actor may show or take back. Raises Forbidden, NotFound."""
    seen = await awards.card(desk, award_id)
    ensure(desk.actor, Action.GIVE_AWARD, Scope(seen.given.organisation_id))
    return seen


def _expect_free(desk: Desk, may_give: bool, given: Given | None) -> None:
    if not may_give:
        raise Forbidden
    if given is not None:
        raise Stale("award-given-already", number=given.number or "—")


async def _next_number(desk: Desk, seen: Overview) -> str:
    place = seen.organisation.id if seen.organisation else None
    return str(await desk.work.awards.numbered(place, seen.school_year) + 1)


async def _add(
    desk: Desk, seen: Overview, award: Award, verdict: Verdict, number: str, day: date, words: str | None
) -> Given:
    if desk.actor.person_id is None:
        raise NotFound
    made = await desk.work.awards.add(
        Entry(
            seen.organisation.id if seen.organisation else None,
            award.id,
            verdict.doer.person_id,
            seen.school_year,
            verdict.grounds,
            number,
            day,
            desk.actor.person_id,
            words,
            on_board=award.kind in SHOWN,
        )
    )
    await _trace(desk, made, "given")
    return made


async def _trace(desk: Desk, given: Given, event: str) -> None:
    await desk.work.trail.add(_SUBJECT, given.id, event, actor_id=desk.actor.person_id)


async def _tell(desk: Desk, award: Award, made: Iterable[Given]) -> bool:
    """Warm words by day, with the paper one press away; a letter to parents goes to the guardians. False: to nobody."""
    release = desk.programme.quiet.release(desk.now, desk.programme.zone)
    heard = False
    for one in made:
        told = Say(f"award-told-{'shown' if award.kind in SHOWN else award.to.value}", {"award": own(award.name)})
        for person in await _hearers(desk, award, one):
            heard |= await notices.to(desk, person, told, keyboard=_ways(award, one), not_before=release)
    return heard


async def _hearers(desk: Desk, award: Award, one: Given) -> tuple[int, ...]:
    if award.to is not Recipient.PARENTS:
        return (one.person_id,)
    return tuple(each.guardian_id for each in await desk.work.guardianships.of_child(one.person_id))


def _ways(award: Award, one: Given) -> Keyboard:
    if award.kind not in PAPERS:
        return ((Button(Say("home-board-open"), press("board.open")),),)
    return ((Button(Say("thanks-file-pdf"), press("award.paper", one.id, "pdf")),),)


def _back(place: int, award_id: str) -> Button:
    return Button(Say("award-list"), press("awards.list", place or EVERY, award_id, "s", 0))
