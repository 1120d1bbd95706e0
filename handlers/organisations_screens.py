"""What organisations look like: the list, the card, its doors, what can be changed."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.home_screens import BACK, MENU, pager
from mentoring.people import Organisation, Person
from messaging.replies import Button, Lines, Say, Show, Style, Text, press
from services import audit, keyboards
from services.desk import Desk
from services.dialogue_screens import own
from services.keyboards import grid, options
from services.organisations import Card, Page
from services.organisations_editing import Field

TO_LIST = Button(Say("organisations-back"), press("organisations.list"))
_MENU = Button(Say("menu-button"), press("menu.open"))


def listed(chat: int, page: Page) -> Show:
    """One button an organisation; `page.part`: only those that were sought."""
    found = options((Button(each.label, press("organisation.open", each.id)) for each in page.organisations), room=5)
    new = Button(Say("organisations-new"), press("organisation.new"), style=None if page.total else Style.MAIN)
    seek = Button(Say("organisations-search"), press("organisations.search"))
    head = Say("organisations-title", {"count": page.total})
    if page.part:
        head = Say("organisations-found", {"part": page.part, "count": page.total})
    text = found.under(head) if page.total else head if page.part else Say("organisations-none")
    turning = (
        keyboards.pager(page.page, page.pages, lambda at: press("organisations.found", at, page.part))
        if page.part
        else pager("organisations.page", page.page, page.pages)
    )
    ways = (*((new,) if page.may_create else ()), *((seek,) if page.total else ()))
    return Show(chat, MENU, text, (*found.rows, *turning, *grid(ways, 2), BACK))


def where(chat: int, organisations: Iterable[Organisation], page: int) -> Show:
    """Which of one's own organisations."""
    found = keyboards.organisations(organisations, "organisation.open", "organisation.where", page)
    return Show(chat, MENU, found.under(Say("organisations-own")), (*found.rows, BACK))


def card(chat: int, seen: Card) -> Show:
    """What is known of it and what goes on there; the ways on."""
    place = seen.organisation
    zone: Text = seen.zone if isinstance(seen.zone, str) else own(seen.zone)
    head: list[Text] = [Say("organisations-card", {"name": place.name, "kind": place.kind.value, "hours": zone})]
    head += [Say("organisations-short", {"name": place.short_name})] if place.short_name else []
    head += [Say("organisations-genitive", {"name": place.genitive})] if place.genitive else []
    parts = [Lines(tuple(head)), Lines((_people(seen), *_heads(seen.heads))), _standing(seen)]
    late = seen.late
    if late.recommendations or late.milestones or late.idle:
        said = {"recommendations": late.recommendations, "milestones": late.milestones, "idle": late.idle}
        parts.append(Say("organisations-late", said))
    invite = tuple(Button(Say(f"invite-{role}"), press("invite.make", place.id, role)) for role in seen.may_invite)
    ways = [Button(Say("recommendation-door"), press("recommendations.of", place.id))]
    ways += [Button(Say("organisations-edit"), press("organisation.edit", place.id))] if seen.may_edit else []
    more = Button(Say("home-more"), press("organisation.more", place.id))
    back = TO_LIST if seen.municipal else _MENU
    return Show(chat, MENU, Lines(tuple(parts), "\n\n"), (*grid(invite, 1), *grid(ways, 2), (more, back)))


def _people(seen: Card) -> Text:
    names = ", ".join(curator.name for curator in seen.curators)
    return Say("organisations-curators", {"names": names}) if names else Say("organisations-no-curator")


def _heads(heads: Iterable[Person]) -> tuple[Text, ...]:
    names = ", ".join(head.name for head in heads)
    return (Say("organisations-heads", {"names": names}),) if names else ()


def _standing(seen: Card) -> Text:
    of = seen.standing
    last = of.last if of.last is not None else "none"
    return Say(
        "organisations-standing", {"mentors": of.mentors, "mentees": of.mentees, "active": of.active, "last": last}
    )


def doors(desk: Desk, seen: Card) -> Show:
    """What else there is about it."""
    place = seen.organisation.id
    programme = desk.programme
    ways = (
        ("vertical-door", press("vertical.of", place), programme.vertical is not None),
        ("municipality-door-indicators", press("indicators.of", place), bool(programme.indicators)),
        ("municipality-door-roadmap", press("roadmap.of", place), bool(programme.roadmap)),
        ("municipality-door-documents", press("documents.of", place), True),
        ("municipality-door-awards", press("awards.of", place), bool(programme.awards)),
        ("municipality-door-reports", press("reports.of", place), bool(programme.reports)),
        ("municipality-door-audit", press("audit.open", place), audit.asked_for(desk)),
    )
    found = (Button(Say(key), to) for key, to, there in ways if there)
    back = Button(Say("organisations-card-button"), press("organisation.open", place))
    text = Say("organisations-doors", {"name": seen.organisation.name})
    return Show(desk.actor.chat_id, MENU, text, (*grid(found, 2), (back, _MENU)))


def fields(chat: int, place: Organisation) -> Show:
    """What can be changed about it."""
    buttons = (
        Button(
            Say(f"organisations-field-{field.name.lower().replace('_', '-')}"),
            press("organisation.field", place.id, field),
        )
        for field in Field
    )
    back = Button(Say("organisations-card-button"), press("organisation.open", place.id))
    text = Say("organisations-fields", {"name": place.name})
    return Show(chat, MENU, text, (*grid(buttons, 2), (back,)))
