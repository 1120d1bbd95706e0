"""What a person's card looks like to whoever may see it: a dozen lines a page, and the ways on from it."""

from __future__ import annotations

from handlers.people_screens import MENU, MENU_SLOT, pager
from mentoring.access import Action, places
from mentoring.pages import pages_of
from mentoring.people import Membership, MembershipState, Person, age, short_name
from mentoring.roles import PARTICIPANTS, Role
from messaging.replies import Button, Keyboard, Lines, Say, Show, Style, Text, press
from services import places as place_of
from services.desk import Desk
from services.dialogue_screens import in_words, own
from services.people import View
from services.people_card import Card, Sight

LINES = 11
"""Lines of a page below the name."""
_MOST, _ALONE = 5, 7
"""Buttons on the first page of buttons, where «Ещё…» leads to others, and where it does not."""


def card(desk: Desk, shown: Card, view: View, page: int = 0) -> Show:
    """A page of the card, with the way back to where it was opened from."""
    head, *rest = _lines(desk, shown)
    pages = pages_of(len(rest), LINES)
    page = min(page, pages - 1)
    text = Lines((head, *rest[page * LINES : (page + 1) * LINES]))
    person = shown.person.id
    back = press("card.show", page - 1, person, view.code) if page else None
    ahead = press("card.show", page + 1, person, view.code) if page + 1 < pages else None
    ways = tuple((button,) for button in _ways(shown)[: _MOST if shown.curates else _ALONE])
    if shown.curates:
        ways = (*ways, (Button(Say("people-more"), press("card.more", person, view.code)),))
    keyboard = (*pager(page, pages, back, ahead), *ways, _back(desk, shown, view))
    return Show(desk.actor.chat_id, MENU_SLOT, text, keyboard)


def more(desk: Desk, shown: Card, view: View) -> Show:
    """What a curator does more rarely."""
    person = shown.person.id
    rows = [(button,) for button in _ways(shown)[_MOST:]]
    if shown.curates:
        rows.append((Button(Say("people-papers"), press("person.papers", person)),))
        if shown.person.telegram_id is None:
            rows.append((Button(Say("people-invite"), press("person.invite", person)),))
            rows.append((Button(Say("people-paper-consents"), press("enter.consents", person)),))
        rows.append((Button(Say("people-merge"), press("merge.begin", person)),))
    back = (Button(Say("people-back"), press("person.open", person, view.code)), MENU)
    text = Lines((Say("people-card-head", {"name": shown.person.name}), Say("people-more-head")))
    return Show(desk.actor.chat_id, MENU_SLOT, text, (*rows, back))


def details(desk: Desk, shown: Card) -> tuple[Text, Keyboard]:
    """What the viewer may see of a person, as much as stands on one screen; where there is more, the way to it."""
    lines = _lines(desk, shown)
    if len(lines) <= LINES + 1:
        return Lines(tuple(lines)), ()
    whole = Button(Say("applicant-card"), press("person.open", shown.person.id, View().code))
    return Lines(tuple(lines[:LINES])), ((whole,),)


def _ways(shown: Card) -> list[Button]:
    """What the viewer may open from the card, what is done most first."""
    buttons: list[Button] = []
    for membership in shown.memberships:
        if membership.state is MembershipState.APPLIED and membership.organisation_id in shown.curates:
            buttons.append(Button(Say("applicant-decide"), press("applicant.show", membership.id), style=Style.MAIN))
    known = shown.organisations
    for membership in shown.memberships:
        mine = shown.own or shown.ward or membership.organisation_id in shown.curates
        if mine and membership.role in place_of.PLACED:
            named = known[membership.organisation_id or 0].name if len(known) > 1 else "none"
            said = Say("people-place-open", {"role": membership.role.value, "organisation": named[:9]})
            buttons.append(Button(said, press("place.open", membership.id)))
    for organisation in sorted(shown.curates):
        if any(_has_needs(each, organisation) for each in shown.memberships):
            buttons.append(Button(Say("people-needs-open"), press("needs.open", shown.person.id, organisation)))
    for membership in shown.memberships:
        trained = membership.role is Role.MENTOR and membership.state is MembershipState.APPROVED
        if trained and (shown.own or membership.organisation_id in shown.curates):
            buttons.append(Button(Say("people-training-open"), press("training.open", membership.id)))
    if _mentors(shown):
        buttons.append(Button(Say("certificate-door"), press("certificate.of", shown.person.id)))
    buttons += [Button(Say("pairs-open"), press("pair.card", mentorship)) for mentorship in shown.together]
    if shown.own:
        buttons += [Button(short_name(ward.name), press("person.of", ward.id)) for ward in shown.wards]
        buttons.append(Button(Say("home-privacy"), press("privacy.open")))
    return buttons


def _mentors(shown: Card) -> bool:
    """Whether there is a mentor's certificate to be made: one's own, or for their curator."""
    return any(
        one.role is Role.MENTOR
        and one.state in (MembershipState.APPROVED, MembershipState.LEFT)
        and (shown.own or one.organisation_id in shown.curates)
        for one in shown.memberships
    )


def _has_needs(membership: Membership, organisation_id: int) -> bool:
    here = membership.organisation_id == organisation_id and membership.role in PARTICIPANTS
    return here and membership.state in (MembershipState.APPLIED, MembershipState.APPROVED)


def _back(desk: Desk, shown: Card, view: View) -> tuple[Button, ...]:
    """To the list, for those who have one."""
    if shown.own or not places(desk.actor, Action.SEE_PEOPLE):
        return (MENU,)
    return (Button(Say("people-back"), press("people.view", view.code)), MENU)


def _lines(desk: Desk, shown: Card) -> list[Text]:
    person = shown.person
    lines: list[Text] = [Say("people-card-head", {"name": person.name})]
    if not shown.listed_only or shown.own:
        lines += _facts(desk, person, whole=shown.sight is Sight.WHOLE, role=shown.sight is Sight.ROLE)
    for membership in shown.memberships:
        lines += _place(desk, shown, membership)
    if shown.sight is Sight.WHOLE:
        lines += _around(shown)
    return lines


def _around(shown: Card) -> list[Text]:
    """Guardians, wards, consents, and how the person takes part."""
    person = shown.person
    lines: list[Text] = [
        Say("people-card-guardian", {"name": guardian.name, "relation": guardianship.relation})
        for guardianship, guardian in shown.guardians
    ]
    lines += [Say("people-card-ward", {"name": ward.name}) for ward in shown.wards]
    for consent in shown.consents:
        by = "self" if consent.given_by == person.id else "guardian"
        paper = "paper" if consent.paper_date else "chat"
        values = {"kind": consent.kind.value, "at": consent.given_at.date(), "by": by, "paper": paper}
        lines.append(Say("people-card-consent", values))
    if person.telegram_id is None:
        lines.append(Say("people-card-no-telegram"))
    return lines


def _facts(desk: Desk, person: Person, *, whole: bool, role: bool) -> list[Text]:
    """Who the person is; birth and career are for those who see the whole card."""
    lines: list[Text] = []
    if person.category is not None:
        lines.append(Say("people-category", {"category": person.category.value}))
    if whole and person.birth is not None:
        years = age(person.birth, desk.today())
        lines.append(Say("people-card-birth", {"birth": person.birth, "age": years}))
    profile = person.profile
    said = {
        "class": profile.school_class,
        "post": profile.post and in_words(desk.house.surveys, "post", profile.post, "registration", "staff"),
        "subject": profile.subject,
        "workplace": profile.workplace,
    }
    lines += [Say(f"people-card-{name}", {"value": value}) for name, value in said.items() if value is not None]
    if whole and profile.career_start is not None:
        lines.append(Say("people-card-career", {"day": profile.career_start}))
    if whole and profile.hired_here is not None:
        lines.append(Say("people-card-hired", {"day": profile.hired_here}))
    languages = [own(each.name) for each in place_of.languages(desk) if each.id in person.speaks]
    if languages and (whole or role):
        lines.append(Say("people-card-languages", {"languages": Lines(tuple(languages), ", ")}))
    return lines


def _place(desk: Desk, shown: Card, membership: Membership) -> list[Text]:
    """A role: where, in which state, with what is asked or offered, and what the curator knows there."""
    known = shown.organisations.get(membership.organisation_id or 0)
    values = {
        "role": membership.role.value,
        "state": membership.state.value,
        "organisation": known.name if known else Say("privacy-municipality"),
    }
    lines: list[Text] = [Say("people-card-place", values)]
    if membership.role is Role.GUARDIAN:
        lines += [Say("people-card-relation", {"relation": relation}) for relation in membership.areas]
    else:
        lines += _offer(desk, membership)
    if membership.request and shown.sight is not Sight.ROLE:
        lines.append(Say("people-card-request", {"role": membership.role.value, "request": membership.request}))
    if membership.role is Role.MENTOR and membership.state is MembershipState.APPROVED:
        room = membership.capacity or desk.programme.capacity
        lines.append(Say("people-card-capacity", {"mentees": shown.mentees, "capacity": room}))
    lines += _standing(desk, shown, membership)
    if membership.reason and shown.sight is Sight.WHOLE:
        reason = in_words(desk.house.surveys, "reason", membership.reason, "refusal")
        lines.append(Say("people-card-reason", {"reason": reason}))
    first = next((m for m in shown.memberships if m.organisation_id == membership.organisation_id), None)
    if membership is first:
        for fact in shown.needs.get(membership.organisation_id or 0, ()):
            need = Say("needs-name", {"need": fact.need.value, "value": fact.value or "none"})
            lines.append(Say("people-card-need", {"need": need, "since": fact.since}))
    return lines


def _offer(desk: Desk, membership: Membership) -> list[Text]:
    """Areas and times."""
    lines: list[Text] = []
    named = tuple(own(area.name) for area in desk.programme.areas if area.id in membership.areas)
    if named:
        lines.append(Say("people-card-areas", {"role": membership.role.value, "areas": Lines(named, ", ")}))
    if membership.times:
        times = Lines(tuple(place_of.in_words(code) for code in membership.times), ", ")
        lines.append(Say("people-card-times", {"times": times}))
    return lines


def _standing(desk: Desk, shown: Card, membership: Membership) -> list[Text]:
    """Offices and a pause; why somebody pauses is for those who see the whole card."""
    lines: list[Text] = []
    if membership.council:
        lines.append(Say("people-card-council"))
    if membership.expert:
        lines.append(Say("people-card-expert"))
    known = shown.organisations.get(membership.organisation_id or 0)
    today = desk.today(known.zone if known else None)
    if membership.state is MembershipState.APPROVED and membership.paused(today):
        until = {"until": membership.paused_until or "", "known": "yes" if membership.paused_until else "no"}
        lines.append(Say("people-card-paused", until))
    return lines
