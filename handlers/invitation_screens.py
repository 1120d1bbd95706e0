"""What inviting staff and the organisation's link look like."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from handlers.home_screens import BACK, MENU, pager
from mentoring.clock import local_date
from mentoring.invitations import Addressee
from mentoring.roles import Role
from messaging.replies import Button, Keyboard, Lines, Replies, Say, Show, Style, Text, press
from services.invitations import Link
from services.keyboards import options
from services.organisations import Card, Page

FORWARD = "forward"
"""Slot of the message that is forwarded: it stays in the chat while screens change."""


def where(chat: int, page: Page) -> Show:
    """The organisations to invite to."""
    if not page.organisations:
        return Show(chat, MENU, Say("invite-nobody"), (BACK,))
    found = options(Button(each.label, press("invite.to", each.id)) for each in page.organisations)
    rows = (*found.rows, *pager("invite.page", page.page, page.pages), BACK)
    return Show(chat, MENU, found.under(Say("invite-choose-place")), rows)


def whom(chat: int, card: Card) -> Show:
    """The roles to invite to; to who may not invite a curator, who does."""
    place = card.organisation
    rows = [(Button(Say(f"invite-{role}"), press("invite.make", place.id, role)),) for role in card.may_invite]
    lines: list[Text] = [Say("invite-choose-title", {"place": place.name})]
    lines += [Say("invite-curator-whom")] if Role.CURATOR not in card.may_invite else []
    return Show(chat, MENU, Lines(tuple(lines), "\n\n"), (*rows, BACK))


def made(chat: int, link: Link) -> Replies:
    """What to do, and below it the message to be forwarded, without buttons of this chat."""
    values = {"role": Say(f"staff-role-{link.role}"), "place": link.organisation.name, "link": link.url}
    again = (Button(Say("links-back"), press("invite.to", link.organisation.id)),)
    copy = (Button(Say("invite-copy"), copy=link.url),)
    told = Show(chat, MENU, Say("invite-made", {**values, "until": _last_day(link)}), (copy, again, BACK))
    return (told, Show(chat, FORWARD, Say("invite-forward", values), fresh=True))


def which(chat: int, page: Page) -> Show:
    """Of several organisations, whose link."""
    found = options(Button(each.label, press("link.open", each.id)) for each in page.organisations)
    turning = pager("links.page", page.page, page.pages)
    return Show(chat, MENU, found.under(Say("links-choose")), (*found.rows, *turning, BACK))


def link(chat: int, shown: Link) -> Show:
    """The organisation's link and what can be done with it."""
    place = shown.organisation
    values = {"place": place.name, "link": shown.url, "until": _last_day(shown)}
    rows = (
        (Button(Say("links-copy"), copy=shown.url), Button(Say("links-text"), press("link.text", place.id))),
        (Button(Say("links-poster"), press("link.poster", place.id), style=Style.MAIN),),
        (Button(Say("links-guides"), press("link.guides", place.id)),),
        (Button(Say("links-renew"), press("link.renew", place.id)),),
        (Button(Say("links-invite"), press("invite.to", place.id)),),
        BACK,
    )
    return Show(chat, MENU, Say("links-title", values), rows)


def texts(chat: int, shown: Link, addressees: Sequence[Addressee]) -> Show:
    """For whom a message is to be written."""
    place = shown.organisation.id
    everybody = Button(Say("links-for-all"), press("link.forward", place))
    return _for_whom(chat, shown, "links-texts-title", "link.write", addressees, ((everybody,),))


def guides(chat: int, shown: Link, addressees: Sequence[Addressee]) -> Show:
    """For whom a sheet is to be printed."""
    return _for_whom(chat, shown, "links-guides-title", "link.guide", addressees)


def _for_whom(
    chat: int, shown: Link, title: str, to: str, addressees: Sequence[Addressee], further: Keyboard = ()
) -> Show:
    place = shown.organisation.id
    rows = (((Button(Say(f"links-for-{each}"), press(to, place, each)),)) for each in addressees)
    back = (Button(Say("links-back"), press("link.open", place)),)
    return Show(chat, MENU, Say(title), (*rows, *further, back))


def forward(chat: int, shown: Link, audience: Addressee | None) -> Show:
    """A text for the chats of classes and teachers, without buttons, so that it can be forwarded as it is."""
    values = {"place": shown.organisation.name, "link": shown.url}
    key = "links-forward" if audience is None else f"links-forward-{audience}"
    return Show(chat, FORWARD, Say(key, values), fresh=True)


def renewal(chat: int, shown: Link) -> Show:
    """The question before the link is withdrawn."""
    place = shown.organisation.id
    yes = Button(Say("links-renew-yes"), press("link.revoke", place, shown.id), style=Style.BAD)
    return Show(
        chat, MENU, Say("links-renew-sure"), ((yes,), (Button(Say("links-renew-no"), press("link.open", place)),))
    )


def _last_day(shown: Link) -> date:
    """The day on which it expires, by the organisation's clock."""
    return local_date(shown.until, shown.organisation.zone)
