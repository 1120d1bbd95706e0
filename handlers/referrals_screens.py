"""What requests of third parties look like."""

from __future__ import annotations

from handlers.home_screens import MENU, pager
from mentoring.referrals import Referral
from messaging.replies import Button, Lines, Say, Show, Style, Text, press
from services.desk import Desk
from services.dialogue_screens import own
from services.people import View, line
from services.referrals import Card, Choice, ReferralPage

_MENU = Button(Say("menu-button"), press("menu.open"))
_LIST = Button(Say("people-back"), press("referrals.list"))


def listed(chat: int, shown: ReferralPage) -> Show:
    """A page of requests, the undecided first."""
    lines: list[Text] = [Say("referral-head-own" if shown.own else "referral-head", {"total": shown.total})]
    lines += [
        Say("referral-line", {"number": number, **_words(each)}) for number, each in enumerate(shown.referrals, 1)
    ]
    buttons = tuple(
        Button(str(number), press("referral.open", each.id)) for number, each in enumerate(shown.referrals, 1)
    )
    turning = pager("referrals.page", shown.page, shown.pages)
    rows = (buttons[:4], buttons[4:], *turning, (Button(Say("referral-new"), press("refer.begin")),), (_MENU,))
    return Show(chat, MENU, Lines(tuple(lines)), tuple(row for row in rows if row))


def _words(referral: Referral) -> dict[str, str]:
    return {"name": referral.name, "class": referral.school_class or "none", "state": referral.state.value}


def card(desk: Desk, seen: Card) -> Show:
    """Everything the request says; the decision is offered as long as it is open."""
    referral = seen.referral
    areas = tuple(own(area.name) for area in desk.programme.areas if area.id in referral.areas)
    lines: list[Text] = [Say("referral-card", _words(referral))]
    if seen.referrer is not None:
        lines.append(Say("referral-by", {"name": seen.referrer.name, "day": referral.created_at.date()}))
    if areas:
        lines.append(Say("referral-areas", {"areas": Lines(areas, ", ")}))
    lines.append(Say("referral-reason", {"reason": referral.reason}))
    if referral.answer is not None:
        lines.append(Say("referral-answer", {"answer": referral.answer}))
    rows: list[tuple[Button, ...]] = []
    if seen.decides:
        rows.append((Button(Say("referral-take"), press("referral.take", referral.id), style=Style.GOOD),))
        rows.append((Button(Say("referral-decline"), press("referral.decline", referral.id), style=Style.BAD),))
    elif seen.person is not None and referral.decided_by == desk.actor.person_id:
        rows.append((Button(Say("applicant-card"), press("person.open", seen.person.id, View().code)),))
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines)), (*rows, (_LIST, _MENU)))


def choice(chat: int, seen: Choice) -> Show:
    """Whom of the base it means, or a new record, or a link."""
    number_of = tuple(enumerate(seen.people, 1))
    key = "referral-choose" if seen.people else "referral-choose-new"
    lines: list[Text] = [Say(key, {"name": seen.referral.name}), *(line(*each) for each in number_of)]
    buttons = tuple(
        Button(str(number), press("referral.link", seen.referral.id, person.id)) for number, person in number_of
    )
    rows = (
        buttons,
        (Button(Say("referral-send"), press("referral.send", seen.referral.id), style=Style.MAIN),),
        (Button(Say("referral-enter"), press("referral.enter", seen.referral.id)),),
        (Button(Say("people-back"), press("referral.open", seen.referral.id)), _MENU),
    )
    return Show(chat, MENU, Lines(tuple(lines)), tuple(row for row in rows if row))
