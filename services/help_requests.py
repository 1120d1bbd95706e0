"""Help on demand between meetings: asked of the mentor or of an expert, taken by whoever comes first, answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mentoring.access import Action, Scope, ensure
from mentoring.errors import Forbidden, NotFound, Stale
from mentoring.help import Addressee, HelpRequest, HelpState
from mentoring.mentorships import Mentorship, MentorshipState
from mentoring.people import short_name
from mentoring.roles import Role
from messaging.replies import Button, Replies, Say, Show, press
from services import dialogue, help_notices, help_views, meetings, notices, pairs
from services.desk import Asked, Desk
from services.dialogue_screens import done
from services.help_views import Sees, may_answer
from services.pairs import Pair
from storage.mentorship_dues import SUBJECT
from surveys.definition import Option
from surveys.path import Value
from surveys.record import Record, Subject

HELP = "help"


# --- asking ----------------------------------------------------------------------------------------------------------


async def places(desk: Desk) -> tuple[Pair, ...]:
    """The active mentorships in which the actor may ask for help; Forbidden for none."""
    me = desk.actor.person_id
    if me is None:
        raise Forbidden
    found = await desk.work.mentorships.of_person(me, {MentorshipState.ACTIVE})
    if not found:
        raise Stale("help-refusal-nowhere")
    return await pairs.pairs_of(desk, found)


async def begin(desk: Desk, mentorship_id: int) -> Show:
    """The form `help-ask`."""
    mentorship = await _for_asking(desk, mentorship_id)
    return await dialogue.begin(
        desk,
        "help-ask",
        subject=Subject(SUBJECT, mentorship.id),
        organisation_id=mentorship.organisation_id,
        facts={
            "asks_mentor": desk.actor.person_id in mentorship.mentees,
            "has_experts": bool(await help_notices.experts(desk, mentorship.organisation_id, None, mentorship.people)),
        },
    )


async def areas(desk: Desk, asked: Asked) -> Sequence[Option]:
    """Source `help_areas`: what the asker may need help with."""
    person = desk.actor.person
    mentor = desk.actor.roles & {Role.MENTOR}
    found = desk.programme.areas_for(person.category if person else None, Role.MENTOR if mentor else Role.MENTEE)
    return tuple(Option(area.id, area.name) for area in found)


async def ask(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `help.ask`: whoever may answer hears of it."""
    mentorship = await _for_asking(desk, record.about(SUBJECT) or 0)
    of_mentor = desk.actor.person_id in mentorship.mentees and answers.get("whom") != Addressee.EXPERT.value
    area = answers.get("area")
    request = await desk.work.help_requests.add(
        mentorship.organisation_id,
        mentorship.id,
        desk.actor.person_id or 0,
        str(answers["question"]),
        Addressee.MENTOR if of_mentor else Addressee.EXPERT,
        str(area) if area else None,
    )
    asker = desk.actor.person
    heard = await help_notices.tell_addressees(desk, request, mentorship, asker)
    key = "help-asked-curator" if not heard else f"help-asked-{request.addressee}"
    keyboard = ((help_notices.to_card(request, "help-own"),), _MENU)
    return (done(record, Say(key), keyboard),)


# --- answering -------------------------------------------------------------------------------------------------------


async def take(desk: Desk, request_id: int) -> Show:
    """An expert takes a question: the first wins, the others hear; then the form `help-answer`."""
    request, mentorship = await _for_answering(desk, request_id)
    me = desk.actor.person_id or 0
    if request.taken_by != me:
        if not await desk.work.help_requests.take(request_id, me):
            raise await _taken_by_other(desk, request_id)
        await help_notices.tell_taken(desk, request, mentorship, me)
    return await _form(desk, request)


async def begin_answer(desk: Desk, request_id: int) -> Show:
    """The form `help-answer`, for the mentor or for the expert who took it."""
    request, _ = await _for_answering(desk, request_id)
    if request.taken_by not in (None, desk.actor.person_id):
        raise await _taken_by_other(desk, request_id)
    return await _form(desk, request)


async def answer(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `help.answer`: the asker has the answer and says whether it helped."""
    request, _ = await _for_answering(desk, record.about(HELP) or 0)
    words = str(answers["words"])
    if not await desk.work.help_requests.answer(request.id, desk.actor.person_id or 0, words):
        raise await _taken_by_other(desk, request.id)
    said = {"who": _name_for_asker(desk, request), "question": request.question, "answer": words}
    await notices.to(
        desk, request.asked_by, Say("help-told-answer", said), keyboard=help_notices.helped_keyboard(request)
    )
    return (done(record, Say("help-answered"), (_MENU,)),)


async def meet(desk: Desk, request_id: int) -> Show:
    """The mentor would rather meet about it: theirs from now on, answered once the meeting is planned."""
    request, mentorship = await _for_answering(desk, request_id)
    me = desk.actor.person_id or 0
    if request.addressee is not Addressee.MENTOR:
        raise Stale("help-refusal-closed")
    if mentorship.state is not MentorshipState.ACTIVE:
        raise Stale("refusal-not-active")
    if request.taken_by != me and not await desk.work.help_requests.take(request_id, me):
        raise await _taken_by_other(desk, request_id)
    return await meetings.begin_plan(desk, mentorship.id)


async def hand_on(desk: Desk, request_id: int) -> HelpRequest:
    """The mentor, or the curator for them, puts a question to the experts; the asker hears that it goes on."""
    request, mentorship = await help_views.found(desk, request_id)
    sees = await help_views.sees(desk, request, mentorship)
    if sees not in (Sees.MENTOR, Sees.CURATOR):
        raise Forbidden
    without = {*mentorship.people, request.asked_by}
    if not await help_notices.experts(desk, request.organisation_id, request.area, tuple(without)):
        raise Stale("help-refusal-no-experts")
    if not await desk.work.help_requests.hand_to_experts(request_id):
        raise Stale("help-refusal-closed")
    after = await desk.work.help_requests.get(request_id) or request
    asker = (await desk.work.people.many([request.asked_by])).get(request.asked_by)
    await help_notices.tell_addressees(desk, after, mentorship, asker)
    await notices.to(
        desk, request.asked_by, Say("help-told-passed"), keyboard=((help_notices.to_card(request, "help-own"),),)
    )
    return after


async def release(desk: Desk, request_id: int) -> HelpRequest:
    """An expert gives back what they took; the other experts hear of it anew."""
    request, mentorship = await _for_answering(desk, request_id)
    if not await desk.work.help_requests.release(request_id, desk.actor.person_id or 0):
        raise Stale("help-refusal-closed")
    asker = (await desk.work.people.many([request.asked_by])).get(request.asked_by)
    without = (*mentorship.people, desk.actor.person_id or 0)
    for person in await help_notices.experts(desk, request.organisation_id, request.area, without):
        await help_notices.tell_expert(desk, request, asker, person)
    return await desk.work.help_requests.get(request_id) or request


async def helped(desk: Desk, request_id: int, *, yes: bool) -> HelpRequest:
    """The asker says whether the answer helped; whoever gave it hears."""
    request, _ = await _own(desk, request_id)
    if not await desk.work.help_requests.close(request_id, helped=yes):
        raise Stale("help-refusal-closed")
    if request.taken_by is not None:
        key = "help-told-helped" if yes else "help-told-not-helped"
        await notices.to(desk, request.taken_by, Say(key, {"question": request.question}))
    return request


async def withdraw(desk: Desk, request_id: int) -> HelpRequest:
    """The asker needs no answer any more."""
    request, _ = await _own(desk, request_id)
    if not await desk.work.help_requests.withdraw(request_id):
        raise Stale("help-refusal-closed")
    return request


async def nudge(desk: Desk, request_id: int) -> HelpRequest:
    """The curator reminds those who may answer, at most once a day."""
    request, mentorship = await help_views.found(desk, request_id)
    ensure(desk.actor, Action.SEE_HELP, Scope(request.organisation_id))
    if not request.waits:
        raise Stale("help-refusal-closed")
    asker = (await desk.work.people.many([request.asked_by])).get(request.asked_by)
    key = f"help-nudge:{request.id}:{desk.today()}"
    if request.taken_by is not None:
        await help_notices.tell_expert(desk, request, asker, request.taken_by, key)
    else:
        await help_notices.tell_addressees(desk, request, mentorship, asker, key)
    return request


# --- how it works ----------------------------------------------------------------------------------------------------

_MENU = (Button(Say("menu-button"), press("menu.open")),)


async def _form(desk: Desk, request: HelpRequest) -> Show:
    return await dialogue.begin(
        desk, "help-answer", subject=Subject(HELP, request.id), organisation_id=request.organisation_id
    )


async def _for_asking(desk: Desk, mentorship_id: int) -> Mentorship:
    mentorship = await pairs.find(desk, mentorship_id)
    ensure(desk.actor, Action.ASK_HELP, Scope.of(mentorship))
    if mentorship.state is not MentorshipState.ACTIVE:
        raise Stale("refusal-not-active")
    return mentorship


async def _for_answering(desk: Desk, request_id: int) -> tuple[HelpRequest, Mentorship]:
    request, mentorship = await help_views.found(desk, request_id)
    if not may_answer(desk, request, mentorship):
        raise Forbidden
    if not request.waits:
        raise Stale("help-refusal-closed")
    return request, mentorship


async def _own(desk: Desk, request_id: int) -> tuple[HelpRequest, Mentorship]:
    request, mentorship = await help_views.found(desk, request_id)
    if request.asked_by != desk.actor.person_id:
        raise Forbidden
    return request, mentorship


async def _taken_by_other(desk: Desk, request_id: int) -> Stale:
    """What to say to whoever comes too late."""
    request = await desk.work.help_requests.get(request_id)
    if request is None:
        raise NotFound
    if request.taken_by is None or request.state is HelpState.WITHDRAWN:
        return Stale("help-refusal-closed")
    people = await desk.work.people.many([request.taken_by])
    who = short_name(people[request.taken_by].name) if request.taken_by in people else ""
    return Stale("help-refusal-taken", who=who)


def _name_for_asker(desk: Desk, request: HelpRequest) -> str:
    """The mentor by the whole name, an expert by the short one."""
    name = desk.actor.person.name if desk.actor.person is not None else ""
    return name if request.addressee is Addressee.MENTOR else short_name(name)
