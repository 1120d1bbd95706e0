"""Screens of the curator's decisions and of children who wait for a guardian's consent."""

from __future__ import annotations

from datetime import date

from handlers.people_screens import MENU, MENU_SLOT, pager, tabs
from handlers.person_screens import details
from mentoring.people import MembershipState, Person, age
from messaging.replies import Button, Lines, Say, Show, Style, Text, press
from services.applicants import ApplicantPage, Application, ChildCase, decision
from services.desk import Desk
from services.people import Tab, View, WaitingPage, line
from services.people_card import Card

_TO_LIST = Button(Say("people-back"), press("applicants.list"))


def applicants(chat: int, shown: ApplicantPage) -> Show:
    """A page of those who wait for a decision."""
    lines: list[Text] = [Say("applicants-head", {"total": shown.total})]
    lines += [_line(number, each) for number, each in enumerate(shown.applications, 1)]
    buttons = tuple(
        Button(str(number), press("applicant.show", each.membership.id))
        for number, each in enumerate(shown.applications, 1)
    )
    page = shown.page
    back = press("applicants.page", page - 1) if page > 0 else None
    ahead = press("applicants.page", page + 1) if page + 1 < shown.pages else None
    rows = tuple(buttons[start : start + 4] for start in range(0, len(buttons), 4))
    turning = pager(page, shown.pages, back, ahead)
    find = ((Button(Say("people-search"), press("people.search")),),) if turning else ()
    return Show(chat, MENU_SLOT, Lines(tuple(lines)), (*rows, *turning, *find, (MENU,)))


def application(desk: Desk, shown: Application, card: Card) -> Show:
    """The applicant's card; the decision is offered as long as it is open."""
    back = (_TO_LIST, MENU)
    text, rest = details(desk, card)
    if shown.membership.state is not MembershipState.APPLIED:
        return Show(desk.actor.chat_id, MENU_SLOT, text, (*rest, back))
    membership = shown.membership.id
    rows = (
        (Button(Say("applicant-approve"), press("applicant.admit", membership), style=Style.GOOD),),
        (Button(Say("applicant-refuse"), press("applicant.refuse", membership), style=Style.BAD),),
        *rest,
        back,
    )
    return Show(desk.actor.chat_id, MENU_SLOT, text, rows)


def noticed(desk: Desk, shown: Application, card: Card, slot: str) -> Show:
    """The same card in the place of the notice."""
    rows = decision(shown.membership.id)[:-1] if shown.membership.state is MembershipState.APPLIED else ((MENU,),)
    text, rest = details(desk, card)
    return Show(desk.actor.chat_id, slot, text, (*rows, *rest))


def approved(chat: int, shown: Application, slot: str) -> Show:
    """What stands in the place of the decision."""
    values = {"name": shown.person.name, "role": shown.membership.role.value}
    rows = (
        (Button(Say("applicant-card"), press("person.open", shown.person.id, View().code)),),
        (Button(Say("applicant-to-list"), press("applicants.list")), MENU),
    )
    return Show(chat, slot, Say("applicant-approved", values), rows)


def children(chat: int, page: WaitingPage, today: date) -> Show:
    """Children of whom nothing is known but their age."""
    lines: list[Text] = [Say("children-head", {"total": page.total})]
    for number, each in enumerate(page.children, 1):
        values = {
            "place": number,
            "number": str(each.response_id),
            "age": age(each.birth, today),
            "since": each.since.date(),
        }
        lines.append(Say("children-line", values))
    buttons = tuple(
        Button(str(number), press("child.open", each.response_id)) for number, each in enumerate(page.children, 1)
    )
    rows = tuple(buttons[start : start + 4] for start in range(0, len(buttons), 4))
    back = press("children.list", page.page - 1) if page.page > 0 else None
    ahead = press("children.list", page.page + 1) if page.page + 1 < page.pages else None
    keyboard = (*rows, *pager(page.page, page.pages, back, ahead), *tabs(Tab.WAITING), (MENU,))
    return Show(chat, MENU_SLOT, Lines(tuple(lines)), keyboard)


def child(chat: int, case: ChildCase, asked: Person | None = None) -> Show:
    """A waiting child, and the ways to their consent."""
    found = case.child
    values = {"number": str(found.response_id), "age": age(found.birth, case.today), "since": found.since.date()}
    lines: list[Text] = [Say("child-card", values)]
    if asked is not None:
        lines.append(Say("child-asked", {"name": asked.name}))
    rows: list[tuple[Button, ...]] = [
        (Button(Say("child-paper"), press("child.paper", found.response_id), style=Style.MAIN),)
    ]
    if case.guardians:
        rows.append((Button(Say("child-guardians"), press("child.guardians", found.response_id)),))
    rows.append((Button(Say("people-back"), press("children.list", 0)), MENU))
    return Show(chat, MENU_SLOT, Lines(tuple(lines), "\n\n"), tuple(rows))


def guardians(chat: int, case: ChildCase) -> Show:
    """Whom to ask: the approved guardians of the organisation."""
    numbered = tuple(enumerate(case.guardians, 1))
    lines: list[Text] = [Say("child-guardians-head"), *(line(*each) for each in numbered)]
    response = case.child.response_id
    buttons = tuple(Button(str(number), press("child.ask", response, each.id)) for number, each in numbered)
    back = (Button(Say("people-back"), press("child.open", response)), MENU)
    return Show(chat, MENU_SLOT, Lines(tuple(lines)), (buttons[:4], buttons[4:], back))


def _line(number: int, shown: Application) -> Text:
    category = shown.person.category.value if shown.person.category else "none"
    values = {
        "number": number,
        "name": shown.person.name,
        "role": shown.membership.role.value,
        "category": category,
        "class": shown.person.profile.school_class or "none",
    }
    return Say("applicants-line", values)
