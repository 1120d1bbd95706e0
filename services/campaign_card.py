"""A campaign's card as a screen, in a place of its own on the phone, so that it can be kept up to date there."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from mentoring.campaigns import Campaign, CampaignState, Count, Origin
from mentoring.people import Organisation
from mentoring.periods import school_year_named
from messaging.replies import Button, Keyboard, Lines, Say, Show, Style, Text, press
from services.desk import Desk
from services.dialogue_screens import own
from storage.campaigns import SLOT
from surveys.definition import Definition

NAMES = 3
"""So many people of a named audience are shown by name."""
_MENU = Button(Say("menu-button"), press("menu.open"))
LIST = Button(Say("campaigns-back"), press("campaign.list"))


class Do(StrEnum):
    """What may be done about a campaign."""

    PREVIEW = "preview"
    LAUNCH = "launch"
    CALL_OFF = "call_off"
    UNANSWERED = "unanswered"
    PAPER = "paper"
    PLACES = "places"
    EXTEND = "extend"
    CLOSE = "close"
    RESULTS = "results"
    EXPORT = "export"


@dataclass(frozen=True, slots=True)
class Card:
    """All that a card says. `definition` None for a stage, `organisation` None for all of them.

    `count` is of the part that the reader may see; `reach`: how many it would ask now, None once it has asked.
    """

    campaign: Campaign
    definition: Definition | None
    organisation: Organisation | None
    count: Count
    reach: int | None
    names: tuple[str, ...]
    do: tuple[Do, ...]


def slot(campaign_id: int) -> str:
    """The place of its card."""
    return f"{SLOT}{campaign_id}"


def counted(counts: Mapping[int, Count], part: Collection[int] | None) -> Count:
    """The sum over those organisations, None for all."""
    return sum((count for place, count in counts.items() if part is None or place in part), Count())


def screen(desk: Desk, card: Card, *, fresh: bool = False) -> Show:
    """The card. `fresh`: opened from elsewhere, so it comes below."""
    return Show(desk.actor.chat_id, slot(card.campaign.id), Lines(tuple(_lines(desk, card))), _rows(card), fresh=fresh)


def title(campaign: Campaign, definition: Definition | None) -> Text:
    """What a campaign is called: its questionnaire's title, or the stage and the school year."""
    if definition is not None:
        return own(definition.title)
    autumn = int((campaign.key or "0").rpartition(":")[2])
    return Say("campaigns-stage", {"stage": campaign.stage or "entry", "year": school_year_named(autumn)})


def progress(count: Count) -> Say:
    """«Ответили 312 из 400 ▓▓▓▓▓▓░░ 78 %»."""
    said = {"answered": count.answered, "asked": count.asked, "bar": count.bar, "percent": count.percent}
    return Say("campaigns-progress", said)


def _lines(desk: Desk, card: Card) -> list[Text]:
    campaign = card.campaign
    lines: list[Text] = [
        Say("campaigns-title", {"title": title(campaign, card.definition)}),
        Say("campaigns-where", {"organisation": card.organisation.name})
        if card.organisation is not None
        else Say("campaigns-everywhere"),
    ]
    if campaign.origin is not Origin.STAGE:
        lines += _audience(desk, card)
    if campaign.anonymous:
        lines.append(Say("campaigns-anonymous"))
    if card.reach is not None:
        lines.append(Say("campaigns-reach", {"reach": card.reach}))
    lines += _times(desk, campaign)
    if campaign.opened_at is not None:
        lines += ["", progress(card.count)]
    return lines


def _times(desk: Desk, campaign: Campaign) -> list[Text]:
    """Its state and the moments that matter in it. What a stage asks ends with each pair's work, not on one day."""
    if campaign.state is CampaignState.CLOSED and campaign.closed_at is not None:
        return [Say("campaigns-closed-at", {"at": campaign.closed_at})]
    soon = campaign.state is CampaignState.PLANNED and campaign.opens_at <= desk.now
    lines: list[Text] = [Say("campaigns-state", {"state": "now" if soon else campaign.state.value})]
    later = campaign.state is CampaignState.DRAFT and campaign.opens_at > campaign.created_at
    if later or (campaign.state is CampaignState.PLANNED and not soon):
        lines.append(Say("campaigns-opens", {"at": campaign.opens_at}))
    ends = campaign.state is not CampaignState.CANCELLED and campaign.origin is not Origin.STAGE
    if ends and campaign.closes_at is not None:
        lines.append(Say("campaigns-closes", {"at": campaign.closes_at}))
    return lines


def _audience(desk: Desk, card: Card) -> list[Text]:
    """Who is asked, in words: the roles, then what narrows them."""
    audience = card.campaign.audience
    roles = tuple(Say("campaigns-role", {"role": role.value}) for role in sorted(audience.roles))
    lines: list[Text] = [Say("campaigns-who", {"who": Lines(roles, ", ")})]
    narrowed: tuple[Text, ...] = tuple(own(form.name) for form in desk.programme.forms if form.id in audience.forms)
    narrowed += tuple(Say("campaigns-category", {"category": one.value}) for one in sorted(audience.categories))
    classes = sorted(audience.classes, key=lambda one: (len(one), one))
    narrowed += tuple(classes)
    if audience.mentorships:
        narrowed += (Say("campaigns-pairs", {"count": len(audience.mentorships)}),)
    if audience.people:
        names = ", ".join(card.names)
        narrowed += (Say("campaigns-people", {"count": len(audience.people), "names": names or "none"}),)
    return [*lines, Say("campaigns-only", {"what": Lines(narrowed, ", ")})] if narrowed else lines


def _rows(card: Card) -> Keyboard:
    number, do = card.campaign.id, card.do
    rows: list[tuple[Button, ...]] = []
    if Do.PREVIEW in do and card.reach is not None:
        rows.append(preview_row(number))
    if Do.LAUNCH in do:
        rows.append((Button(Say("campaigns-launch"), press("campaign.launch", number), style=Style.GOOD),))
    if Do.CALL_OFF in do:
        rows.append((Button(Say("campaigns-call-off"), press("campaign.call_off", number)),))
    over = Style.MAIN if card.campaign.state is CampaignState.CLOSED else None
    pairs = (
        (Do.UNANSWERED, Button(Say("campaigns-unanswered"), press("campaign.unanswered", number))),
        (Do.PAPER, Button(Say("campaigns-paper"), press("campaign.paper", number))),
        (Do.PLACES, Button(Say("campaigns-places"), press("campaign.places", number))),
        (Do.RESULTS, Button(Say("campaigns-results"), press("results.campaign", number), style=over)),
        (Do.EXTEND, Button(Say("campaigns-extend"), press("campaign.extend", number))),
        (Do.CLOSE, Button(Say("campaigns-close"), press("campaign.close", number))),
    )
    buttons = [button for one, button in pairs if one in do]
    rows += [tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2)]
    asked = card.definition
    if Do.EXPORT in do and asked is not None:
        data = press("questionnaires.export", asked.id, asked.version)
        rows.append((Button(Say("campaigns-export"), data),))
    return (*rows, (LIST, _MENU))


def preview_row(number: int) -> tuple[Button, ...]:
    """Two ways to try the questionnaire out."""
    return (
        Button(Say("campaigns-preview-adult"), press("campaign.preview_adult", number)),
        Button(Say("campaigns-preview-child"), press("campaign.preview_child", number)),
    )


def results_row(campaign_id: int) -> tuple[Button, ...]:
    """The button that opens its results."""
    return (Button(Say("campaigns-results"), press("results.campaign", campaign_id), style=Style.MAIN),)


def open_row(campaign_id: int) -> tuple[Button, ...]:
    """The button that opens its card."""
    return (Button(Say("campaigns-open"), press("campaign.open", campaign_id)),)


def drafted() -> tuple[Say, Keyboard]:
    """What stands in the place of the form once the draft has a card of its own."""
    return Say("campaigns-drafted"), ((LIST, _MENU),)


def extended(campaign: Campaign) -> tuple[Say, Keyboard]:
    """What stands in the place of the form once the campaign is extended."""
    return Say("campaigns-extended", {"closes": campaign.closes_at}), (open_row(campaign.id), (LIST, _MENU))
