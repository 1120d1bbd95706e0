"""Practices moved on: submitted and corrected by an author, published, returned or withdrawn; and the search form."""

from __future__ import annotations

from collections.abc import Mapping

from mentoring import practices as rules
from mentoring.access import Action, Scope, ensure
from mentoring.errors import Forbidden, NotFound, Stale
from mentoring.mentorships import Form
from mentoring.practices import MENDABLE, Practice, PracticeState, Story, tell_of
from mentoring.roles import Role
from mentoring.tasks import Attachment
from messaging.replies import Button, Keyboard, Replies, Say, Show, press
from programmes.programme import Scope as Reach
from services import dialogue, notices
from services.desk import Desk
from services.dialogue_screens import done
from services.people import searched
from services.practices import Card, card, ensure_reader, is_author, known, reviewed
from services.registration_answers import text_of
from storage.practices import PracticeFilter
from surveys.path import Value
from surveys.record import Record, Subject

FORM, RETURN, SEARCH = "practice", "practice-return", "practice-search"
SUBJECT, ORGANISATION = "practice", "organisation"
_MENU = Button(Say("menu-button"), press("menu.open"))


# --- submitting -------------------------------------------------------------------------------------------------------


async def begin(desk: Desk, organisation_id: int) -> Show:
    """The form of a new one. Raises Forbidden."""
    ensure(desk.actor, Action.SUBMIT_PRACTICE, Scope(organisation_id))
    subject = Subject(ORGANISATION, organisation_id)
    return await dialogue.begin(desk, FORM, subject=subject, organisation_id=organisation_id)


async def begin_anew(desk: Desk, practice_id: int) -> Show:
    """The same form with what the author wrote. Raises Forbidden, Stale."""
    one = await _mendable(desk, practice_id)
    subject = Subject(SUBJECT, one.id)
    return await dialogue.begin(
        desk, FORM, subject=subject, organisation_id=one.organisation_id, prefilled=_answers(one.story)
    )


async def submit(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `practices.submit`: new, or corrected; whoever reviews hears of it by day."""
    story, author = _story(answers), desk.actor.person_id
    if record.about(SUBJECT):
        before = await _mendable(desk, record.about(SUBJECT) or 0)
        one = rules.submitted_anew(before, story, desk.now)
        await _store(desk, before, one, "submitted")
    else:
        place = record.about(ORGANISATION) or 0
        ensure(desk.actor, Action.SUBMIT_PRACTICE, Scope(place))
        if author is None:
            raise Forbidden
        one = await desk.work.practices.add(place, author, story)
        await _trace(desk, one, "submitted")
    await _tell_reviewers(desk, one)
    return _said(record, one, "practice-submitted")


# --- deciding ---------------------------------------------------------------------------------------------------------


async def publish(desk: Desk, practice_id: int) -> Card:
    """Everybody may read it; its author hears so. Raises Stale if somebody was quicker."""
    one = await _decidable(desk, practice_id)
    await _store(desk, one, rules.published(one, desk.actor.person_id, desk.now), "published")
    await _tell_author(desk, one, Say("practice-told-published", {"title": one.story.title}))
    return await card(desk, one.id)


async def begin_return(desk: Desk, practice_id: int) -> Show:
    """The form of the comment. Raises Stale if somebody was quicker."""
    one = await _decidable(desk, practice_id)
    facts = {"title": one.story.title}
    subject = Subject(SUBJECT, one.id)
    return await dialogue.begin(desk, RETURN, subject=subject, organisation_id=one.organisation_id, facts=facts)


async def give_back(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `practices.give_back`: its author hears what to improve."""
    one = await _decidable(desk, record.about(SUBJECT) or 0)
    comment = str(answers["comment"])
    await _store(desk, one, rules.returned(one, comment, desk.actor.person_id, desk.now), "returned")
    await _tell_author(desk, one, Say("practice-told-returned", {"title": one.story.title, "comment": comment}))
    return _said(record, one, "practice-returned")


async def withdraw(desk: Desk, practice_id: int) -> Practice:
    """By its author, or by who reviews: then the author hears so. Raises Forbidden, Stale."""
    one = await known(desk, practice_id)
    own = is_author(desk, one)
    if not own and not (reviewed(desk, one) and one.state is PracticeState.PUBLISHED):
        raise Forbidden
    await _store(desk, one, rules.withdrawn(one, desk.actor.person_id, desk.now), "withdrawn")
    if not own:
        await _tell_author(desk, one, Say("practice-told-withdrawn", {"title": one.story.title}))
    return one


# --- searching --------------------------------------------------------------------------------------------------------


async def begin_search(desk: Desk) -> Show:
    """The form of the search. Raises Forbidden."""
    ensure_reader(desk)
    return await dialogue.begin(desk, SEARCH)


async def search(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `practices.search`: how many were found, and the way to them."""
    ensure_reader(desk)
    part = searched(str(answers["part"]))
    found = tell_of(await desk.work.practices.listed(PracticeFilter({PracticeState.PUBLISHED})), part)
    show = (Button(Say("practices-show"), press("practices.found", 0, part)),)
    again = (Button(Say("practices-search"), press("practices.search")),)
    back = (Button(Say("practices-back"), press("practices.list")), _MENU)
    rows = (show, again, back) if found else (again, back)
    return (done(record, Say("practices-found", {"part": part, "count": len(found)}), rows),)


# --- how it works -----------------------------------------------------------------------------------------------------


async def _mendable(desk: Desk, practice_id: int) -> Practice:
    one = await known(desk, practice_id)
    if not is_author(desk, one):
        raise Forbidden
    ensure(desk.actor, Action.SUBMIT_PRACTICE, Scope(one.organisation_id))
    if one.state not in MENDABLE:
        raise _overtaken(one)
    return one


async def _decidable(desk: Desk, practice_id: int) -> Practice:
    if not reviewed(desk):
        raise Forbidden
    one = await desk.work.practices.get(practice_id)
    if one is None:
        raise NotFound
    if not reviewed(desk, one):
        raise Forbidden
    if one.state is not PracticeState.SUBMITTED:
        raise _overtaken(one)
    return one


def _overtaken(one: Practice) -> Stale:
    return Stale("practice-overtaken", state=one.state.value)


async def _store(desk: Desk, before: Practice, after: Practice, event: str) -> None:
    if not await desk.work.practices.move(before, after):
        raise Stale("practice-refusal-changed")
    await _trace(desk, after, event)


async def _trace(desk: Desk, one: Practice, event: str) -> None:
    await desk.work.trail.add(
        SUBJECT, one.id, event, actor_id=desk.actor.person_id, organisation_id=one.organisation_id
    )


async def _tell_reviewers(desk: Desk, one: Practice) -> None:
    held = await desk.work.memberships.holders(Role.COORDINATOR, None)
    if desk.programme.scope is Reach.SCHOOL:
        held += await desk.work.memberships.holders(Role.CURATOR, one.organisation_id)
    people = dict.fromkeys(each.person_id for each in held if each.person_id != desk.actor.person_id)
    release = desk.programme.quiet.release(desk.now, desk.programme.zone)
    told = Say("practice-told-submitted", {"title": one.story.title})
    await notices.to_all(desk, people, told, keyboard=_open(one), not_before=release)


async def _tell_author(desk: Desk, one: Practice, told: Say) -> None:
    if one.author_id is None or one.author_id == desk.actor.person_id:
        return
    person = await desk.work.people.get(one.author_id)
    organisation = await desk.work.organisations.get(one.organisation_id)
    if person is None or organisation is None:
        return
    release = desk.programme.quiet.release(desk.now, person.zone or organisation.zone)
    await notices.to(desk, person.id, told, keyboard=_open(one), not_before=release)


def _open(one: Practice) -> Keyboard:
    return ((Button(Say("practice-open"), press("practice.card", one.id)),),)


def _said(record: Record, one: Practice, key: str) -> Replies:
    ways = ((Button(Say("practices-back"), press("practices.list")), _MENU),)
    return (done(record, Say(key, {"title": one.story.title}), ways),)


def _story(answers: Mapping[str, Value]) -> Story:
    form, file = text_of(answers, "form"), answers.get("file")
    kept = None
    if isinstance(file, dict):
        kept = Attachment(str(file["file_id"]), str(file.get("name") or ""), bool(file.get("photo")))
    return Story(
        str(answers["title"]),
        str(answers["problem"]),
        str(answers["description"]),
        str(answers["outcome"]),
        Form(form) if form else None,
        text_of(answers, "link"),
        kept,
    )


def _answers(story: Story) -> dict[str, Value]:
    """What the form knows of a story already."""
    told: dict[str, Value] = {
        "title": story.title,
        "problem": story.problem,
        "description": story.description,
        "outcome": story.outcome,
    }
    told |= {"form": story.form.value} if story.form is not None else {}
    told |= {"link": story.link} if story.link else {}
    if story.file is not None:
        told["file"] = {"file_id": story.file.file_id, "name": story.file.name, "size": 0, "photo": story.file.photo}
    return told
