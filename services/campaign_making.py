"""A new campaign by a form: what is asked, of whom, from when to when. It is a draft until somebody launches it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from mentoring.access import Action, Scope, ensure, everywhere, places
from mentoring.campaigns import Audience, Campaign, CampaignState, Origin, closing, ensure_times
from mentoring.clock import at, local_date
from mentoring.errors import Forbidden, Invalid
from mentoring.mentorships import Form, MentorshipState
from mentoring.people import Organisation
from mentoring.roles import Category, Role
from messaging.replies import Replies, Show
from services import campaign_audience, campaign_card, campaign_views, catalogue, dialogue, dialogue_screens, pairs
from services.campaigns import ensure_enough
from services.catalogue import Offered
from services.desk import Asked, Desk
from services.pairs import Pair
from storage.mentorships import PairFilter
from storage.people import PeopleFilter
from surveys.definition import Option
from surveys.path import Answers, Value
from surveys.record import Record, Subject
from surveys.wording import Wording

ORGANISATION = "organisation"
FORM = "campaign"
MOST = 90
"""What one screen can offer; Telegram takes a hundred buttons."""
_OTHER = "other"


@dataclass(frozen=True, slots=True)
class Where:
    """Where the actor may begin a campaign; `municipal`: in all organisations at once."""

    organisations: tuple[Organisation, ...]
    municipal: bool

    @property
    def only(self) -> int | None:
        """The one place there is to choose (0: everywhere); None if there are several."""
        ids = [one.id for one in self.organisations] + ([0] if self.municipal else [])
        return ids[0] if len(ids) == 1 else None


async def where(desk: Desk) -> Where:
    """Forbidden for who may begin none anywhere."""
    own = places(desk.actor, Action.RUN_CAMPAIGN)
    municipal = everywhere(desk.actor, Action.RUN_CAMPAIGN)
    if not own and not municipal:
        raise Forbidden
    return Where(tuple((await desk.work.organisations.many(own)).values()), municipal)


async def begin(desk: Desk, organisation_id: int | None) -> Show:
    """The first screen of the form; organisation_id None: for every organisation."""
    ensure(desk.actor, Action.RUN_CAMPAIGN, Scope(organisation_id))
    subject = Subject(ORGANISATION, organisation_id) if organisation_id is not None else None
    return await dialogue.begin(
        desk,
        FORM,
        subject=subject,
        organisation_id=organisation_id,
        facts={"everywhere": organisation_id is None},
        likely={"time": "09:00"},
    )


# --- what the form offers and says -----------------------------------------------------------------------------------


def _place(asked: Asked) -> int | None:
    return asked.subject.id if asked.subject is not None and asked.subject.kind == ORGANISATION else None


async def questionnaires(desk: Desk, asked: Asked) -> Sequence[Option]:
    """Options of `what`: their own ones first; those for one side name it."""
    roles = desk.house.surveys.get(FORM).question("roles")
    sides = {option.id: option.label for option in roles.options} if roles is not None else {}
    found = await catalogue.offered(desk, _place(asked))
    return [Option(one.id, _label(one, sides.get(one.definition.audience.role or ""))) for one in found]


def _label(one: Offered, side: Wording | str | None) -> Wording:
    title = one.definition.title
    if not isinstance(side, Wording):
        return title
    return Wording(f"{title.ru} · {side.ru}", f"{title.en} · {side.en}")


async def classes(desk: Desk, asked: Asked) -> Sequence[Option]:
    """The classes there are among those who were chosen so far."""
    which = PeopleFilter(organisation_id=_place(asked), roles=_roles(asked.answers))
    return [Option(name, name) for name in (await desk.work.people.classes(which))[:MOST]]


async def active_pairs(desk: Desk, asked: Asked) -> Sequence[Option]:
    """The active pairs and groups of the organisation, the newest first."""
    place = _place(asked)
    if place is None:
        return ()
    which = PairFilter(frozenset({place}), frozenset({MentorshipState.ACTIVE}))
    found, _ = await desk.work.mentorships.page(which, limit=MOST)
    return [Option(str(pair.mentorship.id), _pair(pair)) for pair in await pairs.pairs_of(desk, found)]


def _pair(pair: Pair) -> str:
    names = [", ".join(pair.people[one].name for one in side if one in pair.people) for side in (
        pair.mentorship.mentors, pair.mentorship.mentees
    )]  # fmt: skip
    return " → ".join(names)


async def people(desk: Desk, asked: Asked) -> Sequence[Option]:
    """People in the chosen roles, by a part of the name if one is given; who is ticked stays in the list."""
    place = _place(asked)
    if place is None:
        return ()
    ticked = await desk.work.people.many(_ids(asked.answers.get("people")))
    sought = str(asked.answers.get("people_find") or "")
    which = PeopleFilter(organisation_id=place, roles=_roles(asked.answers), part=sought)
    found, _ = await desk.work.people.page(which, limit=MOST)
    listed = {one.id: one for one in (*ticked.values(), *found)}
    return [Option(str(one.id), one.name) for one in list(listed.values())[:MOST]]


async def facts(desk: Desk, asked: Asked) -> Mapping[str, object]:
    """What the form's texts say of the answers so far: how many people it would reach."""
    if "roles" not in asked.answers:
        return {}
    reached = await campaign_audience.reach(desk, _place(asked), audience(asked.answers))
    return {"reach": reached}


def audience(answers: Answers) -> Audience:
    """Whom the answers mean; what is not narrowed by stays empty."""
    by = set(_list(answers.get("by"))) | set(_list(answers.get("by_kind")))
    if answers.get("narrow") != "some":
        by = set()
    return Audience(
        _roles(answers),
        frozenset(map(Form, _list(answers.get("forms")))) if "forms" in by else frozenset(),
        frozenset(map(Category, _list(answers.get("categories")))) if "categories" in by else frozenset(),
        frozenset(_list(answers.get("classes"))) if "classes" in by else frozenset(),
        _ids(answers.get("pairs")) if "pairs" in by else frozenset(),
        _ids(answers.get("people")) if "people" in by else frozenset(),
    )


def _roles(answers: Answers) -> frozenset[Role]:
    return frozenset(map(Role, _list(answers.get("roles"))))


def _list(value: Value | None) -> Collection[str]:
    return value if isinstance(value, list) else ()


def _ids(value: Value | None) -> frozenset[int]:
    return frozenset(map(int, _list(value)))


# --- what becomes of it ----------------------------------------------------------------------------------------------


async def create(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `campaign`: a draft, on its card."""
    place = record.about(ORGANISATION)
    ensure(desk.actor, Action.RUN_CAMPAIGN, Scope(place))
    offered = {one.id: one.definition for one in await catalogue.offered(desk, place)}
    definition = offered.get(str(answers["what"]))
    if definition is None:
        raise Invalid("campaigns-not-offered")
    meant = audience(answers)
    ensure_enough(await campaign_audience.reach(desk, place, meant), anonymous=definition.anonymous)
    opens_at, closes_at = _times(desk, answers, await campaign_views.zone_of(desk, place))
    ensure_times(opens_at, closes_at, desk.now)
    new = Campaign(
        0,
        place,
        Origin.PERSON,
        definition.id,
        definition.version,
        None,
        definition.anonymous,
        meant,
        CampaignState.DRAFT,
        desk.actor.person_id,
        desk.now,
        opens_at,
        closes_at,
    )
    made = await desk.work.campaigns.add(new)
    if made is None:
        raise Invalid("campaigns-not-offered")
    await desk.work.definitions.archive(definition)
    said, rows = campaign_card.drafted()
    seen = await campaign_views.card(desk, made.id)
    return (dialogue_screens.done(record, said, rows), campaign_card.screen(desk, seen, fresh=True))


def _times(desk: Desk, answers: Mapping[str, Value], zone: str) -> tuple[datetime, datetime]:
    """From now or from the day and hour that were named; to the evening of the last day."""
    opens_at = desk.now
    if answers.get("opens") == "later":
        hour = time.fromisoformat(str(answers["time"]))
        opens_at = at(date.fromisoformat(str(answers["day"])), hour, zone)
    lasts = str(answers["lasts"])
    if lasts == _OTHER:
        return opens_at, closing(date.fromisoformat(str(answers["closes"])), zone)
    return opens_at, closing(local_date(opens_at, zone) + timedelta(days=int(lasts.removeprefix("d"))), zone)
