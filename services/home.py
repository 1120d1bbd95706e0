"""The home screen: what waits for a person, whatever roles they have, and where they can go from there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from mentoring.access import Action, Actor, places, somewhere
from mentoring.adults import AdultDuty
from mentoring.errors import NotFound
from mentoring.first_steps import Step
from mentoring.meetings import Meeting
from mentoring.pages import pages_of
from mentoring.people import Membership, MembershipState, Organisation, Person
from mentoring.roles import PARTICIPANTS, Role
from messaging.replies import Text, press
from services import catalogue, events, first_steps, meeting_occasion, pairs
from services.desk import Desk
from services.invitations import INVITING
from surveys.record import Record
from surveys.wording import Wording

DIGEST = "digest.open"
"""The door to all that waits; what stands on the home screen is only what one answers oneself."""
HELP = "help.open"
FIRST_STEPS = "first.open"
"""While a curator has steps left this door has the place of help, which is then behind «Ещё…»."""
PAGE = 8
WISHES_FOR = timedelta(days=30)
"""After speed meetings, wishes stand in the menu for so long."""


@dataclass(frozen=True, slots=True)
class Home:
    """What a registered person sees first.

    `waits_at`: where their own application waits; `mine`: ids of the open mentorships they take part in;
    `doors`: names of the buttons that lead somewhere for this actor; `duty`: what they are for beside
    mentorships of others; `steps_left`: of a curator's first steps.
    """

    person: Person
    minor: bool
    meeting: Meeting | None
    kind: Text | None
    unfinished: int
    applicants: int
    waits_at: tuple[Organisation, ...]
    has_role: bool
    mine: tuple[int, ...]
    doors: tuple[str, ...]
    duty: AdultDuty | None = None
    steps_left: int = 0


@dataclass(frozen=True, slots=True)
class Waiting:
    """One page of what waits for an answer: each response with the title of its definition."""

    page: int
    pages: int
    items: tuple[tuple[Record, Wording], ...]


async def home(desk: Desk) -> Home | None:
    """What waits for the actor; None for somebody who is not registered."""
    person = desk.actor.person
    if person is None:
        return None
    meeting = await _next_meeting(desk, person)
    open_here = await unfinished(desk)
    mine = await _mine(desk, person)
    kind = await _kind(desk, meeting) if meeting is not None else None
    beginning = await first_steps.unfinished(desk)
    return Home(
        person,
        person.is_minor(desk.today(person.zone)),
        meeting,
        kind,
        open_here,
        await _applicants(desk),
        await _applied_to(desk, desk.actor.memberships),
        bool(desk.actor.roles),
        mine,
        doors(
            desk.actor,
            open_here,
            len(mine),
            wishes=await _wishes(desk, person),
            roadmap=bool(desk.programme.roadmap),
            awards=bool(desk.programme.awards),
            coming=await events.concerns(desk),
            beginning=bool(beginning),
        ),
        await _duty(desk, person),
        sum(len(Step) - len(each.done) for each in beginning),
    )


def own_pairs(mine: Sequence[int]) -> str:
    """The press to the card of the only own mentorship, else to their list."""
    return press("pair.open", mine[0]) if len(mine) == 1 else press("pairs.list")


async def unfinished(desk: Desk) -> int:
    """How many questionnaires and forms wait in the chat, of a stranger's registration too."""
    return len(await desk.work.responses.waiting(desk.actor.chat_id))


async def waiting(desk: Desk, page: int = 0) -> Waiting:
    """Questionnaires that wait, the oldest first, then forms that were left half-way."""
    found = sorted(await desk.work.responses.waiting(desk.actor.chat_id), key=lambda each: each.kind != "survey")
    pages = pages_of(len(found), PAGE)
    page = min(max(page, 0), pages - 1)
    shown = found[page * PAGE : (page + 1) * PAGE]
    return Waiting(page, pages, tuple([(record, await _title(desk, record)) for record in shown]))


def doors(
    actor: Actor,
    waiting_here: int = 0,
    mine: int = 0,
    *,
    wishes: bool = False,
    roadmap: bool = True,
    awards: bool = False,
    coming: bool = False,
    beginning: bool = False,
) -> tuple[str, ...]:
    """The places of the menu that are open to the actor, none of which leads to a refusal; the most needed first."""
    participant = bool(actor.roles & PARTICIPANTS)
    sees_all = bool(places(actor, Action.SEE_PAIRS))  # whose list of pairs is the organisation's
    open_to: Sequence[tuple[str, bool]] = (
        (DIGEST, somewhere(actor, Action.SEE_SUMMARY)),  # whose work is more than their own pair
        ("surveys.list", waiting_here > 0 or participant),
        ("applicants.list", bool(places(actor, Action.SEE_APPLICANTS))),
        ("ward.open", bool(actor.wards)),
        ("pair.own", mine == 1 or (mine > 1 and not sees_all)),
        ("meetings.list", participant),
        ("people.list", bool(places(actor, Action.SEE_PEOPLE))),
        ("pairs.list", sees_all),
        ("pairs.beside", bool(actor.beside)),
        ("meeting.log_new", Role.MENTOR in actor.roles),
        ("tasks.mine", participant or bool(actor.wards)),
        ("help.begin", participant),
        ("help.list", any(one.expert for one in actor.approved) and not sees_all),
        ("links.show", bool(places(actor, Action.MANAGE_LINKS))),
        ("unmatched.list", bool(places(actor, Action.SEE_UNMATCHED)) and not places(actor, Action.MATCH)),
        ("alarms.list", bool(places(actor, Action.SEE_ALARMS))),
        ("health.list", bool(places(actor, Action.SEE_HEALTH))),
        ("summary.open", somewhere(actor, Action.SEE_SUMMARY)),
        ("match.open", bool(places(actor, Action.MATCH))),
        ("campaign.list", somewhere(actor, Action.SEE_RESULTS)),
        ("municipality.open", somewhere(actor, Action.SEE_ORGANISATIONS)),
        ("organisations.list", somewhere(actor, Action.SEE_ORGANISATIONS)),
        ("pair.new", bool(places(actor, Action.PROPOSE_MENTORSHIP))),
        ("plan.list", somewhere(actor, Action.SEE_PLAN)),
        ("wishes.open", wishes),
        ("invite.choose", any(somewhere(actor, action) for action in INVITING.values())),
        ("base.open", bool(places(actor, Action.REVIEW_BASE))),
        ("reports.open", somewhere(actor, Action.SEE_REPORTS)),
        ("documents.open", somewhere(actor, Action.SEE_DOCUMENTS)),
        ("indicators.open", somewhere(actor, Action.SEE_INDICATORS)),
        ("roadmap.open", somewhere(actor, Action.SEE_ROADMAP) and roadmap),
        ("executors.own", somewhere(actor, Action.PLAN_MILESTONE)),
        ("organisation.own", bool(places(actor, Action.ANSWER_RECOMMENDATION))),
        ("recommendations.own", bool(places(actor, Action.ANSWER_RECOMMENDATION))),
        ("events.list", coming),
        ("practices.list", bool(places(actor, Action.SEE_PRACTICES))),
        ("referrals.list", bool(places(actor, Action.REFER))),
        ("training.list", Role.MENTOR in actor.roles or bool(places(actor, Action.RUN_TRAINING))),
        ("ward.enter", bool(actor.organisations(Role.GUARDIAN))),
        ("board.open", bool(actor.roles) and awards),
        ("person.me", bool(actor.roles)),
        (FIRST_STEPS, beginning),
        (HELP, True),
    )
    return tuple(name for name, is_open in open_to if is_open)


async def _mine(desk: Desk, person: Person) -> tuple[int, ...]:
    if not desk.actor.roles & PARTICIPANTS:
        return ()
    return tuple(mentorship.id for mentorship in await desk.work.mentorships.of_person(person.id))


async def _duty(desk: Desk, person: Person) -> AdultDuty | None:
    """Consultant, if it is that anywhere; None for who stands beside nobody."""
    if not desk.actor.beside:
        return None
    duties = {one.duty for one in await desk.work.adults.of_person(person.id)}
    return AdultDuty.CONSULTANT if AdultDuty.CONSULTANT in duties else AdultDuty.RESPONSIBLE


async def _wishes(desk: Desk, person: Person) -> bool:
    """Whether there were speed meetings not long ago of which the actor may say with whom they would work."""
    if not desk.actor.roles & PARTICIPANTS:
        return False
    return bool(await desk.work.speed_events.held_since(person.id, desk.now - WISHES_FOR))


async def _next_meeting(desk: Desk, person: Person) -> Meeting | None:
    if not desk.actor.roles & PARTICIPANTS:
        return None
    planned, _ = await desk.work.meetings.of_people([person.id])
    return next((meeting for meeting in planned if meeting.starts_at >= desk.now), None)


async def _kind(desk: Desk, meeting: Meeting) -> Text:
    return meeting_occasion.kind_name(desk, meeting.kind, await pairs.find(desk, meeting.mentorship_id))


async def _applicants(desk: Desk) -> int:
    """How many wait for the actor's decision."""
    organisations = places(desk.actor, Action.DECIDE_APPLICANT)
    if not organisations:
        return 0
    _, total = await desk.work.memberships.applicants(organisations, limit=1)
    return total


async def _applied_to(desk: Desk, memberships: Sequence[Membership]) -> tuple[Organisation, ...]:
    """Where the actor's own application waits."""
    wanted = [
        m.organisation_id for m in memberships if m.state is MembershipState.APPLIED and m.organisation_id is not None
    ]
    return tuple((await desk.work.organisations.many(wanted)).values()) if wanted else ()


async def _title(desk: Desk, record: Record) -> Wording:
    try:
        return (await catalogue.find(desk, record.definition, record.draft.version)).title
    except NotFound:
        return (await catalogue.find(desk, record.definition)).title
