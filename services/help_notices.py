"""Who hears of a call for help, and what stands under the notice: mentors, experts, curators, the asker.

An expert who is not the mentor learns no more of the asker than the name's short form and the question.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mentoring.help import Addressee, HelpRequest, fitting
from mentoring.mentorships import Mentorship
from mentoring.people import Person, short_name
from mentoring.roles import Role
from messaging.replies import Button, Keyboard, Say, Style, Text, press
from services import notices
from services.desk import Desk
from services.help_views import area_name


async def tell_addressees(
    desk: Desk, request: HelpRequest, mentorship: Mentorship, asker: Person | None, key: str | None = None
) -> bool:
    """Put a question before those who may answer it, else before the curators; False for these.

    `key`: what keeps the same from going out twice; it is completed by who hears.
    """
    if request.addressee is Addressee.MENTOR:
        others = await experts(desk, request.organisation_id, request.area, mentorship.people)
        text, keyboard = _for_mentor(request, asker), _mentors_keyboard(request, passes=bool(others))
        whom: Iterable[int] = mentorship.mentors
    else:
        text, keyboard = _for_expert(desk, request, asker), _experts_keyboard(request)
        whom = await experts(desk, request.organisation_id, request.area, mentorship.people)
    heard = [await _tell(desk, person, text, keyboard, key) for person in whom]
    if not any(heard):
        await _tell_curators(desk, request, asker, "help-told-nobody", key)
    return any(heard)


async def tell_expert(
    desk: Desk, request: HelpRequest, asker: Person | None, person_id: int, key: str | None = None
) -> None:
    """One expert hears of a question, anew. `key`: as in `tell_addressees`."""
    await _tell(desk, person_id, _for_expert(desk, request, asker), _experts_keyboard(request), key)


async def _tell_curators(
    desk: Desk, request: HelpRequest, asker: Person | None, name: str, key: str | None = None
) -> None:
    """The curators of the organisation hear of a question that waits."""
    said = {"who": asker.name if asker else "", "question": request.question}
    keyboard = ((to_card(request, "help-look"),), (Button(Say("help-all"), press("help.list")),))
    for holder in await desk.work.memberships.holders(Role.CURATOR, request.organisation_id):
        await _tell(desk, holder.person_id, Say(name, said), keyboard, key)


async def tell_taken(desk: Desk, request: HelpRequest, mentorship: Mentorship, me: int) -> None:
    """The other experts need not think about it any more."""
    who = short_name(desk.actor.person.name) if desk.actor.person is not None else ""
    others = await experts(desk, request.organisation_id, request.area, (*mentorship.people, me))
    for person in others:
        await notices.to(desk, person, Say("help-told-taken", {"who": who, "question": request.question}))


async def experts(desk: Desk, organisation_id: int, area: str | None, without: Sequence[int]) -> tuple[int, ...]:
    """Who of the base helps with an area, without the people of the mentorship."""
    found = await desk.work.help_requests.experts(organisation_id, desk.today())
    return fitting(found, area, without)


def helped_keyboard(request: HelpRequest) -> Keyboard:
    """The asker's two buttons under an answer."""
    return (
        (
            Button(Say("help-yes"), press("help.helped", request.id, 1), style=Style.GOOD),
            Button(Say("help-no"), press("help.helped", request.id, 0)),
        ),
    )


def to_card(request: HelpRequest, label: str) -> Button:
    """The way to the question, under a notice."""
    return Button(Say(label), press("help.card", request.id))


def _for_mentor(request: HelpRequest, asker: Person | None) -> Say:
    return Say("help-told-mentor", {"who": asker.name if asker else "", "question": request.question})


def _for_expert(desk: Desk, request: HelpRequest, asker: Person | None) -> Say:
    area: Text = area_name(desk, request) or Say("help-no-area")
    said = {"who": short_name(asker.name) if asker else "", "area": area, "question": request.question}
    return Say("help-told-expert", said)


def _mentors_keyboard(request: HelpRequest, *, passes: bool) -> Keyboard:
    hand_on = ((Button(Say("help-do-pass"), press("help.pass", request.id)),),)
    return (
        (
            Button(Say("help-do-answer"), press("help.answer", request.id), style=Style.MAIN),
            Button(Say("help-do-meet"), press("help.meet", request.id)),
        ),
        *(hand_on if passes else ()),
    )


def _experts_keyboard(request: HelpRequest) -> Keyboard:
    return ((Button(Say("help-do-take"), press("help.take", request.id), style=Style.MAIN),),)


async def _tell(desk: Desk, person_id: int, text: Say, keyboard: Keyboard, key: str | None) -> bool:
    name = f"{key}:{person_id}" if key else None
    return await notices.to(desk, person_id, text, keyboard=keyboard, key=name, due=desk.now if key else None)
