"""Recommendations moved on: the coordinator writes, closes, returns and withdraws; curator and head answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from mentoring import recommendations as rules
from mentoring.access import Action, Scope, ensure
from mentoring.errors import Forbidden, NotFound, Stale
from mentoring.people import Organisation
from mentoring.recommendations import OPEN, WAITING, Recommendation, RecommendationState
from mentoring.roles import Role
from mentoring.tasks import Attachment
from messaging.replies import Button, Keyboard, Replies, Say, Show, press
from services import dialogue, notices
from services.desk import Asked, Desk
from services.dialogue_screens import done
from services.recommendations import Card, card, known
from services.registration_answers import text_of
from surveys.definition import Option
from surveys.path import Value
from surveys.record import Record, Subject

FORM, ANSWER, CLOSE, RETURN = (
    "recommendation",
    "recommendation-answer",
    "recommendation-close",
    "recommendation-return",
)
SUBJECT, ORGANISATION = "recommendation", "organisation"
LEADERS = (Role.CURATOR, Role.HEAD)
MENU = Button(Say("menu-button"), press("menu.open"))


# --- writing ----------------------------------------------------------------------------------------------------------


async def begin(desk: Desk, organisation_id: int) -> Show:
    """The form; `organisation_id` 0: the form asks to which organisations. Raises Forbidden, NotFound."""
    ensure(desk.actor, Action.RECOMMEND, Scope())
    organisation = await desk.work.organisations.get(organisation_id) if organisation_id else None
    if organisation_id and organisation is None:
        raise NotFound
    facts = {
        "one": organisation is not None,
        "organisation": organisation.name if organisation else "",
        "measured": bool(desk.programme.indicators),
    }
    return await dialogue.begin(desk, FORM, subject=Subject(ORGANISATION, organisation_id), facts=facts)


async def organisations(desk: Desk, asked: Asked) -> Sequence[Option]:
    """Source: every organisation, by name."""
    return [Option(str(each.id), each.label) for each in await desk.work.organisations.all()]


async def indicators(desk: Desk, asked: Asked) -> Sequence[Option]:
    """Source: the programme's indicators, in its order."""
    return [Option(each.id, each.brief) for each in desk.programme.indicators]


async def write(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `recommendations.write`: one for each organisation; its curators and head hear of it by day."""
    ensure(desk.actor, Action.RECOMMEND, Scope())
    addressed = await _addressed(desk, record, answers)
    if desk.actor.person_id is None:
        raise Forbidden
    unheard = []
    for organisation in addressed:
        made = await desk.work.recommendations.add(
            organisation.id,
            str(answers["title"]),
            str(answers["words"]),
            by=desk.actor.person_id,
            indicator=text_of(answers, "indicator"),
            due=date.fromisoformat(str(answers["due"])) if answers.get("due") else None,
        )
        await _trace(desk, made, "written")
        if not await _tell_organisation(desk, made, organisation, "recommendation-told-new"):
            unheard.append(organisation.label)
    said = {"count": len(addressed), "unheard": ", ".join(unheard) or "none"}
    place = addressed[0].id if len(addressed) == 1 else 0
    ways = ((Button(Say("recommendation-list"), press("recommendations.of", place)), MENU),)
    return (done(record, Say("recommendation-sent", said), ways),)


async def _addressed(desk: Desk, record: Record, answers: Mapping[str, Value]) -> tuple[Organisation, ...]:
    one = record.about(ORGANISATION)
    if not one and answers.get("reach") == "everyone":
        return await desk.work.organisations.all()
    chosen = answers.get("to")
    ids = [one] if one else [int(str(each)) for each in chosen] if isinstance(chosen, list) else []
    found = await desk.work.organisations.many(ids)
    if not found:
        raise NotFound
    return tuple(found[each] for each in ids if each in found)


# --- answering --------------------------------------------------------------------------------------------------------


async def begin_answer(desk: Desk, recommendation_id: int) -> Show:
    """The form of the answer. Raises Stale where somebody has answered."""
    one, _ = await _answerable(desk, recommendation_id)
    await desk.work.recommendations.read(one.id)
    return await _about(desk, ANSWER, one)


async def answer(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `recommendations.answer`: whoever wrote it hears that it is answered."""
    one, organisation = await _answerable(desk, record.about(SUBJECT) or 0)
    file = _attachment(answers.get("file") or answers.get("proof"))
    after = rules.answered(one, text_of(answers, "words"), file, desk.actor.person_id, desk.now)
    await _store(desk, one, after, "answered")
    told = Say("recommendation-told-answered", {"organisation": organisation.name, "title": one.title})
    release = desk.programme.quiet.release(desk.now, desk.programme.zone)
    await notices.to(desk, one.written_by, told, keyboard=_open(one), not_before=release)
    return _said(record, one, "recommendation-answered")


# --- deciding ---------------------------------------------------------------------------------------------------------


async def begin_decision(desk: Desk, recommendation_id: int, *, closes: bool) -> Show:
    """The form of a comment, with which an answer is accepted or returned. Raises Stale if somebody was quicker."""
    one = await _decidable(desk, recommendation_id)
    return await _about(desk, CLOSE if closes else RETURN, one)


async def close(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `recommendations.close`."""
    return await _decide(desk, record, text_of(answers, "comment"), closed=True)


async def give_back(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `recommendations.give_back`."""
    return await _decide(desk, record, str(answers["comment"]), closed=False)


async def _decide(desk: Desk, record: Record, comment: str | None, *, closed: bool) -> Replies:
    one = await _decidable(desk, record.about(SUBJECT) or 0)
    after = rules.decided(one, closed=closed, comment=comment, by=desk.actor.person_id, now=desk.now)
    await _store(desk, one, after, after.state.value)
    organisation = await desk.work.organisations.get(one.organisation_id)
    if organisation is not None:
        await _tell_organisation(desk, after, organisation, f"recommendation-told-{after.state.value}")
    return _said(record, one, f"recommendation-{after.state.value}")


async def withdraw(desk: Desk, recommendation_id: int) -> Card:
    """It is not needed any more; the organisation hears so. Raises Stale if it was over."""
    ensure(desk.actor, Action.RECOMMEND, Scope())
    one, organisation = await known(desk, recommendation_id)
    if one.state not in OPEN:
        raise await _overtaken(desk, one)
    after = rules.withdrawn(one, desk.actor.person_id, desk.now)
    await _store(desk, one, after, "withdrawn")
    await _tell_organisation(desk, after, organisation, "recommendation-told-withdrawn")
    return await card(desk, one.id)


# --- how it works -----------------------------------------------------------------------------------------------------


async def _answerable(desk: Desk, recommendation_id: int) -> tuple[Recommendation, Organisation]:
    one, organisation = await known(desk, recommendation_id)
    ensure(desk.actor, Action.ANSWER_RECOMMENDATION, Scope(organisation.id))
    if one.state not in WAITING:
        raise await _overtaken(desk, one)
    return one, organisation


async def _decidable(desk: Desk, recommendation_id: int) -> Recommendation:
    ensure(desk.actor, Action.RECOMMEND, Scope())
    one, _ = await known(desk, recommendation_id)
    if one.state is not RecommendationState.ANSWERED:
        raise await _overtaken(desk, one)
    return one


async def _overtaken(desk: Desk, one: Recommendation) -> Stale:
    """What has become of it, and by whom."""
    who = one.decided_by if one.state is not RecommendationState.ANSWERED else one.answered_by
    people = await desk.work.people.many([who] if who is not None else [])
    name = people[who].name if who in people else "none"
    return Stale("recommendation-overtaken", state=one.state.value, who=name)


async def _store(desk: Desk, before: Recommendation, after: Recommendation, event: str) -> None:
    if not await desk.work.recommendations.move(before, after):
        raise Stale("recommendation-refusal-decided")
    await _trace(desk, after, event)


async def _trace(desk: Desk, one: Recommendation, event: str) -> None:
    await desk.work.trail.add(
        SUBJECT, one.id, event, actor_id=desk.actor.person_id, organisation_id=one.organisation_id
    )


async def _tell_organisation(desk: Desk, one: Recommendation, organisation: Organisation, key: str) -> bool:
    """By day, to its curators and heads, each once; False if nobody of them can be reached."""
    said = {
        "organisation": organisation.name,
        "title": one.title,
        "comment": one.comment or "none",
        "due": one.due if one.due is not None else "none",
    }
    people = await leaders(desk, [organisation.id])
    release = desk.programme.quiet.release(desk.now, organisation.zone)
    unreached = await notices.to_all(desk, people, Say(key, said), keyboard=_open(one), not_before=release)
    return len(unreached) < len(people)


async def leaders(desk: Desk, organisations: Iterable[int]) -> tuple[int, ...]:
    """Curators and heads of these organisations, each once."""
    ids = list(organisations)
    held = [await desk.work.memberships.holders_in(role, ids) for role in LEADERS]
    return tuple(dict.fromkeys(person for by in held for people in by.values() for person in people))


def _open(one: Recommendation) -> Keyboard:
    return ((Button(Say("recommendation-open"), press("recommendation.card", one.id)),),)


async def _about(desk: Desk, form: str, one: Recommendation) -> Show:
    subject = Subject(SUBJECT, one.id)
    facts = {"title": one.title}
    return await dialogue.begin(desk, form, subject=subject, organisation_id=one.organisation_id, facts=facts)


def _attachment(value: Value | None) -> Attachment | None:
    if not isinstance(value, dict):
        return None
    return Attachment(str(value["file_id"]), str(value.get("name") or ""), bool(value.get("photo")))


def _said(record: Record, one: Recommendation, key: str) -> Replies:
    ways = ((Button(Say("recommendation-to-card"), press("recommendation.open", one.id)), MENU),)
    return (done(record, Say(key, {"title": one.title}), ways),)
