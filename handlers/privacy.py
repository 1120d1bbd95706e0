"""`/privacy`: what is kept about me, who sees it, how to withdraw a consent."""

from __future__ import annotations

from datetime import date

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers import erasure_screens, registers_screens
from handlers.home_screens import BACK, MENU
from handlers.press import Press
from mentoring.clock import local_date
from mentoring.consents import Consent
from mentoring.people import Membership, Person
from messaging.replies import Button, Keyboard, Lines, Replies, Say, Show, Style, Text, press
from services import own_data, privacy, withdrawal
from services.desk import Desk
from services.dialogue_screens import in_words
from services.privacy import Kept

router = Router(name="privacy")


@router.message(Command("privacy", ignore_mention=True))
async def about_me(message: Message, desk: Desk) -> Replies:
    return (await _screen(desk),)


@router.callback_query(Press("privacy.open"))
async def open_about_me(query: CallbackQuery, desk: Desk) -> Replies:
    return (await _screen(desk),)


@router.callback_query(Press("owndata.order", person=int))
async def take_out(query: CallbackQuery, desk: Desk, person: int) -> Replies:
    return (await own_data.order(desk, person),)


@router.callback_query(Press("privacy.forget"))
async def forget(query: CallbackQuery, desk: Desk) -> Replies:
    await privacy.forget_begun(desk)
    return (Show(desk.actor.chat_id, MENU, Say("privacy-forgotten"), (BACK,)),)


async def _screen(desk: Desk) -> Show:
    kept = await privacy.kept(desk)
    hidden, undo = erasure_screens.pending(desk, await withdrawal.pending(desk))
    if kept is None:
        return await _stranger(desk, hidden, undo)
    roles = [_role(kept, membership) for membership in kept.memberships]
    consents = [_consent(kept, consent) for consent in kept.consents] or [Say("privacy-consent-none")]
    parts: tuple[Text, ...] = (
        Lines((Say("privacy-title"), *_card(desk, kept.person), *roles)),
        Lines((Say("privacy-consents"), *consents)),
        *hidden,
        Say("privacy-who"),
        Say("privacy-withdraw"),
    )
    return Show(desk.actor.chat_id, MENU, Lines(parts, "\n\n"), (*undo[:1], *_ways(desk, kept), BACK))


async def _stranger(desk: Desk, hidden: list[Text], undo: Keyboard) -> Show:
    """Whoever is not registered, not any more, or is about to."""
    begun = await privacy.begun(desk)
    parts = [*hidden, *((Say("privacy-begun"),) if begun else ())] or [Say("privacy-stranger")]
    forget = ((Button(Say("privacy-forget"), press("privacy.forget"), style=Style.BAD),),) if begun else ()
    return Show(desk.actor.chat_id, MENU, Lines(tuple(parts), "\n\n"), (*undo, *forget, BACK))


def _ways(desk: Desk, kept: Kept) -> Keyboard:
    """What may be done about it, and the registers of those who keep them; no more than six buttons."""
    own = [(Button(Say("owndata-button"), press("owndata.order", kept.person.id)),)]
    if kept.published:
        own.append((Button(Say("erasure-unpublish"), press("privacy.unpublish")),))
    if kept.may_withdraw:
        own.append((Button(Say("erasure-button"), press("erase.ask", kept.person.id), style=Style.BAD),))
    return (*registers_screens.door(desk.actor), *own)


def _card(desk: Desk, person: Person) -> list[Text]:
    """The lines that have something in them."""
    profile = person.profile
    lines: list[Text] = [Say("privacy-name", {"name": person.name})]
    if person.birth is not None:
        lines.append(Say("privacy-birth", {"birth": person.birth}))
    if person.category is not None:
        lines.append(Say("privacy-category", {"category": Say(f"category-{person.category}")}))
    worded = {
        "class": profile.school_class,
        "post": profile.post and in_words(desk.house.surveys, "post", profile.post, "registration", "staff"),
        "subject": profile.subject,
        "workplace": profile.workplace,
    }
    lines += [Say(f"privacy-{name}", {"value": value}) for name, value in worded.items() if value]
    dated: dict[str, date | None] = {"career": profile.career_start, "hired": profile.hired_here}
    lines += [Say(f"privacy-{name}", {"date": day}) for name, day in dated.items() if day is not None]
    return lines


def _role(kept: Kept, membership: Membership) -> Text:
    place = kept.organisations.get(membership.organisation_id or 0)
    return Say(
        "privacy-role",
        {
            "role": Say(f"staff-role-{membership.role}"),
            "place": place.name if place else Say("privacy-municipality"),
            "state": membership.state.value,
        },
    )


def _consent(kept: Kept, consent: Consent) -> Text:
    values: dict[str, object] = {
        "document": Say(f"privacy-{consent.kind}"),
        "version": consent.version,
        "on": local_date(consent.given_at, kept.zone),
    }
    if consent.withdrawn_at is not None:
        return Say("privacy-consent-withdrawn", {**values, "withdrawn": local_date(consent.withdrawn_at, kept.zone)})
    return Say("privacy-consent", values)
