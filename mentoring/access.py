"""Who may do what, and to whom: one table of role × action × reach.

What the table does not grant is refused. A membership counts only while it is approved. The coordinator's is
the municipality's (`organisation_id` None) and reaches every organisation; a curator, psychologist or head
reaches their own; mentors and mentees reach the mentorships they are in; a guardian reaches their wards; a responsible
adult or consultant reaches the open mentorships they stand beside.
Source: docs/glossary.md#who; Tver programme, section 4 (who answers for what).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto
from types import MappingProxyType

from mentoring.actions import Action
from mentoring.errors import Forbidden
from mentoring.mentorships import Mentorship, Side
from mentoring.people import Membership, MembershipState, Person
from mentoring.roles import Role

__all__ = [
    "TABLE",
    "Action",
    "Actor",
    "Anyone",
    "Reach",
    "Row",
    "Scope",
    "allowed",
    "ensure",
    "everywhere",
    "places",
    "somewhere",
]


class Reach(Enum):
    """How far a role's right to an action goes."""

    MUNICIPALITY = auto()
    """Every organisation, and all of them together."""
    ORGANISATION = auto()
    """The organisation of the membership."""
    PARTY = auto()
    """A mentorship in which the person stands on the side of that role."""
    SELF = auto()
    """The person's own: data, responses."""
    WARD = auto()
    """The person's wards, and mentorships a ward is in."""
    BESIDE = auto()
    """An open mentorship that the person stands beside now, while they belong to its organisation."""
    INVITED = auto()
    """Whoever holds a valid invitation for it, registered or not."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, found once per update.

    `person` None: not registered yet. `wards`: ids of the children they answer for. `beside`: ids of the open
    mentorships of which they are the responsible adult or a consultant now.
    """

    chat_id: int
    person: Person | None
    memberships: tuple[Membership, ...] = ()
    wards: frozenset[int] = frozenset()
    language: str = "ru"
    beside: frozenset[int] = frozenset()

    @property
    def person_id(self) -> int | None:
        return self.person.id if self.person else None

    @property
    def approved(self) -> tuple[Membership, ...]:
        """The memberships that give rights."""
        return tuple(m for m in self.memberships if m.state is MembershipState.APPROVED and _placed(m))

    @property
    def roles(self) -> frozenset[Role]:
        """Roles held anywhere; a guardian is one by their wards."""
        return frozenset(m.role for m in self.approved) | (frozenset({Role.GUARDIAN}) if self.wards else frozenset())

    def organisations(self, role: Role) -> tuple[int, ...]:
        """Ids of the organisations where the actor has `role`."""
        return tuple(m.organisation_id for m in self.approved if m.role is role and m.organisation_id is not None)


@dataclass(frozen=True, slots=True)
class Scope:
    """What an action is about; what does not matter is left out. An empty scope is the whole municipality.

    `person_id` is whose data it is (owner of a response, subject of a consent); `mentors` and `mentees` are
    the people of the mentorship and `mentorship_id` which it is; `invited`: the actor's valid invitation for exactly
    this was found.
    """

    organisation_id: int | None = None
    person_id: int | None = None
    mentors: frozenset[int] = frozenset()
    mentees: frozenset[int] = frozenset()
    invited: bool = False
    mentorship_id: int | None = None

    @classmethod
    def of(cls, mentorship: Mentorship, person_id: int | None = None) -> Scope:
        """A mentorship, or one person's thing within it."""
        return cls(
            mentorship.organisation_id,
            person_id,
            frozenset(mentorship.on_side(Side.MENTOR)),
            frozenset(mentorship.on_side(Side.MENTEE)),
            mentorship_id=mentorship.id,
        )

    @property
    def people(self) -> frozenset[int]:
        """Everybody it touches."""
        return self.mentors | self.mentees | (frozenset() if self.person_id is None else {self.person_id})


Anyone = None
"""Key of the table for a registered person whatever their memberships, also after leaving."""
Row = Mapping[Role | None, Reach]

_CURATOR: Row = {Role.CURATOR: Reach.ORGANISATION}
_COORDINATOR: Row = {Role.COORDINATOR: Reach.MUNICIPALITY}
_CARERS: Row = {**_CURATOR, Role.PSYCHOLOGIST: Reach.ORGANISATION}
_STAFF: Row = {**_CARERS, Role.HEAD: Reach.ORGANISATION}
_LEADERS: Row = {**_CURATOR, Role.HEAD: Reach.ORGANISATION}
_PARTIES: Row = {Role.MENTOR: Reach.PARTY, Role.MENTEE: Reach.PARTY}
_GUARDIAN: Row = {Role.GUARDIAN: Reach.WARD}
_OWN: Row = {Anyone: Reach.SELF}
_INVITED: Row = {Anyone: Reach.INVITED}
_BESIDE: Row = {Anyone: Reach.BESIDE}
"""People, meetings, plan and tasks; no feedback, no answers, no needs, nothing to change."""
_MEMBERS_OWN: Row = dict.fromkeys(Role, Reach.SELF)

TABLE: Mapping[Action, Row] = MappingProxyType(
    {
        Action.SEE_ORGANISATIONS: _COORDINATOR,
        Action.CREATE_ORGANISATION: _COORDINATOR,
        Action.EDIT_ORGANISATION: {**_COORDINATOR, **_CURATOR},
        Action.INVITE_CURATOR: _COORDINATOR,
        Action.INVITE_PSYCHOLOGIST: {**_COORDINATOR, **_CURATOR},
        Action.INVITE_HEAD: {**_COORDINATOR, **_CURATOR},
        Action.MANAGE_LINKS: _CURATOR,
        Action.APPLY: _INVITED,
        Action.SEE_APPLICANTS: _CURATOR,
        Action.DECIDE_APPLICANT: _CURATOR,
        Action.SEE_PEOPLE: _CARERS,
        Action.SEE_MENTORS: {**_COORDINATOR, **_STAFF},
        Action.SEE_PERSON: {**_CARERS, **_GUARDIAN, **_OWN},
        Action.SEE_SENSITIVE: _CARERS,
        Action.EDIT_PERSON: {**_CURATOR, **_GUARDIAN, **_OWN},
        Action.MARK_LEFT: {**_CURATOR, **_GUARDIAN, **_OWN},
        Action.ENTER_FOR_ANOTHER: {**_CURATOR, **_GUARDIAN},
        Action.EDIT_MEMBERSHIP: {**_CURATOR, **_GUARDIAN, **_OWN},
        Action.PAUSE: {**_CURATOR, **_GUARDIAN, **_OWN},
        Action.EDIT_NEEDS: _CURATOR,
        # Only where the role model of the mentorship is about it: the service asks `RoleModel.sensitive` besides.
        Action.SEE_NEEDS_OF_MODEL: {Role.MENTOR: Reach.PARTY},
        Action.REVIEW_BASE: _CURATOR,
        Action.ENTER_PERSON: _CURATOR,
        Action.IMPORT_PEOPLE: _CURATOR,
        Action.MERGE_PEOPLE: _CURATOR,
        Action.INVITE_PERSON: _CURATOR,
        Action.APPOINT: _CURATOR,
        Action.REFER: {**_STAFF, **dict.fromkeys((Role.REFERRER, Role.GUARDIAN, Role.MENTOR), Reach.ORGANISATION)},
        Action.SEE_REFERRALS: _CARERS,
        Action.TAKE_REFERRAL: _CURATOR,
        Action.RUN_TRAINING: _CURATOR,
        Action.SEE_TRAINING: {**_STAFF, **_OWN},
        Action.MATCH: _CURATOR,
        # Only who sits in the council: the service asks `Membership.council` besides.
        Action.COMMENT_MATCHING: {**_CURATOR, Role.MENTOR: Reach.ORGANISATION},
        Action.SEE_UNMATCHED: _CARERS,
        Action.RUN_SPEED_MEETING: _CURATOR,
        Action.WISH: {Role.MENTOR: Reach.SELF, Role.MENTEE: Reach.SELF},
        Action.CONSENT_AS_GUARDIAN: {**_GUARDIAN, **_INVITED},
        Action.RECORD_PAPER_CONSENT: _CURATOR,
        Action.WITHDRAW_CONSENT: {**_CURATOR, **_GUARDIAN, **_OWN},
        Action.SEE_PAIRS: _STAFF,
        Action.SEE_MENTORSHIP: {**_STAFF, **_PARTIES, **_GUARDIAN, **_BESIDE},
        Action.PROPOSE_MENTORSHIP: _CURATOR,
        Action.ANSWER_PROPOSAL: _PARTIES,
        Action.FIX_MENTORSHIP: _CURATOR,
        Action.COMPLETE_MENTORSHIP: _CURATOR,
        Action.END_MENTORSHIP: _CURATOR,
        Action.HAND_OVER: _CURATOR,
        Action.EDIT_ADULTS: _CURATOR,
        Action.MAKE_PAPERS: {**_CURATOR, Role.HEAD: Reach.ORGANISATION},
        Action.SEE_TRAIL: {**_CURATOR, Role.HEAD: Reach.ORGANISATION},
        Action.SEE_HEALTH: _STAFF,
        Action.NOTE_HEALTH: _CURATOR,
        Action.SEE_CLOSING_REPORT: {**_STAFF, Role.MENTOR: Reach.PARTY},
        Action.WRITE_CLOSING_REPORT: {Role.MENTOR: Reach.PARTY},
        Action.ASK_HELP: _PARTIES,
        # An expert answers what is asked of experts: the service asks `Membership.expert` besides.
        Action.ANSWER_HELP: {Role.MENTOR: Reach.ORGANISATION},
        Action.SEE_HELP: {**_CURATOR, **_PARTIES},
        Action.SEE_TASKS: {**_CARERS, **_PARTIES, **_GUARDIAN, **_BESIDE},
        Action.SET_TASK: {**_CURATOR, Role.MENTOR: Reach.PARTY},
        Action.DO_TASK: {Role.MENTEE: Reach.PARTY, **_GUARDIAN},
        Action.CHECK_TASK: {**_CURATOR, Role.MENTOR: Reach.PARTY},
        Action.SEE_MEETING: {**_CARERS, **_PARTIES, **_GUARDIAN, **_BESIDE},
        Action.PLAN_MEETING: {**_CURATOR, **_PARTIES},
        Action.PROPOSE_TIME: _PARTIES,
        Action.ANSWER_TIME: _PARTIES,
        Action.MOVE_MEETING: {**_CURATOR, **_PARTIES},
        Action.CANCEL_MEETING: {**_CURATOR, **_PARTIES},
        Action.LOG_MEETING: {**_CURATOR, Role.MENTOR: Reach.PARTY},
        Action.GIVE_FEEDBACK: _PARTIES,
        Action.SEE_DIARY: {**_STAFF, Role.MENTOR: Reach.PARTY},
        Action.SEE_PLAN: {**_STAFF, **_PARTIES, **_GUARDIAN, **_BESIDE},
        Action.EDIT_PLAN: {**_CURATOR, Role.MENTOR: Reach.PARTY},
        Action.AGREE_PLAN: _PARTIES,
        Action.REPORT_PLAN: {**_CURATOR, **_PARTIES},
        Action.ASSESS_PLAN: {Role.MENTOR: Reach.PARTY},
        Action.ANSWER_RESPONSE: _MEMBERS_OWN,
        Action.SEE_RESPONSES: _CARERS,
        Action.REMIND_UNANSWERED: _CURATOR,
        Action.RUN_CAMPAIGN: {**_COORDINATOR, **_CARERS},
        Action.EDIT_QUESTIONNAIRES: {**_COORDINATOR, **_CARERS},
        Action.ENTER_PAPER_ANSWERS: {**_CURATOR, **_GUARDIAN},
        Action.OBSERVE_OUTCOMES: _CURATOR,
        Action.OBSERVE_COMPATIBILITY: _CARERS,
        Action.SEE_RESULTS: {**_COORDINATOR, **_STAFF},
        Action.SEE_UNANSWERED: _CARERS,
        Action.SEE_OPEN_ANSWERS: _CARERS,
        Action.MARK_ANSWERS: _CARERS,
        Action.SEE_ALARMS: _CARERS,
        Action.SEE_CHANGE_OF_PAIR: _CURATOR,
        Action.EXPORT_RESPONSES: _CURATOR,
        Action.SEE_SUMMARY: {**_COORDINATOR, **_STAFF},
        Action.EXPORT_TOTALS: {**_COORDINATOR, **_STAFF},
        Action.EXPORT: _CURATOR,
        Action.SEE_INDICATORS: {**_COORDINATOR, **_STAFF},
        # The coordinator never sees the people behind a count (docs/glossary.md#personal-data).
        Action.SEE_BEHIND_INDICATOR: _CURATOR,
        Action.ENTER_DENOMINATOR: {**_COORDINATOR, **_CURATOR},
        Action.PLAN_INDICATOR: {**_COORDINATOR, **_CURATOR},
        Action.SEND_INDICATORS: {**_COORDINATOR, **_LEADERS},
        Action.SEND_REPORT: {**_COORDINATOR, **_LEADERS},
        Action.SEE_REPORTS: {**_COORDINATOR, **_STAFF},
        Action.DECIDE_REPORT: {**_COORDINATOR, Role.HEAD: Reach.ORGANISATION},
        Action.WRITE_REPORT: {**_COORDINATOR, **_CURATOR},
        Action.MAKE_REPORT: {**_COORDINATOR, **_LEADERS},
        Action.SEE_ROADMAP: {**_COORDINATOR, **_STAFF},
        # Only who is among the executors of the row: the service asks the programme besides.
        Action.DO_MILESTONE: {**_COORDINATOR, **_STAFF, Role.MENTOR: Reach.ORGANISATION},
        Action.PLAN_MILESTONE: {**_COORDINATOR, **_LEADERS},
        Action.SEE_DOCUMENTS: {**_COORDINATOR, **_STAFF},
        Action.KEEP_DOCUMENTS: {**_COORDINATOR, **_LEADERS},
        Action.REVIEW_DOCUMENTS: _COORDINATOR,
        Action.SEE_CURATORS: _COORDINATOR,
        Action.COMPARE_ORGANISATIONS: _COORDINATOR,
        Action.SEE_VERTICAL: {**_COORDINATOR, **_LEADERS},
        Action.RUN_VERTICAL: _COORDINATOR,
        Action.ANSWER_VERTICAL: _LEADERS,
        Action.RECOMMEND: _COORDINATOR,
        Action.SEE_RECOMMENDATIONS: {**_COORDINATOR, **_LEADERS},
        Action.ANSWER_RECOMMENDATION: _LEADERS,
        Action.SEE_PRACTICES: {**_COORDINATOR, **_STAFF, Role.MENTOR: Reach.ORGANISATION},
        Action.SUBMIT_PRACTICE: {**_LEADERS, Role.MENTOR: Reach.ORGANISATION},
        # The curator only where the programme is one school's: the service asks the programme besides.
        Action.REVIEW_PRACTICE: {**_COORDINATOR, **_CURATOR},
        Action.RUN_EVENT: {**_COORDINATOR, **_CURATOR},
        Action.SIGN_UP: {**_CURATOR, **_GUARDIAN, **_OWN},
        Action.AUDIT: {Role.HEAD: Reach.ORGANISATION},
        Action.SEE_AUDIT: {**_COORDINATOR, **_LEADERS},
        Action.SEE_CONSENTS: _LEADERS,
        # Who looked is read by whoever answers for them, not by those who look.
        Action.SEE_DATA_LOG: {Role.HEAD: Reach.ORGANISATION},
        # An act of destruction holds numbers and kinds of data, nobody's data.
        Action.SEE_ACTS: {**_COORDINATOR, **_LEADERS},
        Action.SEE_AWARDS: {**_COORDINATOR, **_STAFF},
        # A coordinator knows mentors, not mentees: of these no more than how many were thanked.
        Action.SEE_AWARDS_OF_MENTEES: _STAFF,
        Action.GIVE_AWARD: {**_COORDINATOR, **_LEADERS},
        Action.SEE_BOARD: _OWN,
        Action.MAKE_CERTIFICATE: {**_CURATOR, **_OWN},
        Action.WRITE_SITE_TEXT: {**_COORDINATOR, **_CURATOR},
    }
)


def allowed(actor: Actor, action: Action, scope: Scope) -> bool:
    """Whether the table grants `action` on `scope` to `actor` by any of their approved roles."""
    row = TABLE.get(action, {})
    if Anyone in row and _without_role(actor, row[Anyone], scope):
        return True
    if row.get(Role.GUARDIAN) is Reach.WARD and actor.person and actor.wards & scope.people:
        return True
    return any(_reaches(actor, m, row[m.role], scope) for m in actor.approved if m.role in row)


def stands_beside(actor: Actor, scope: Scope) -> bool:
    """Whether the actor is the responsible adult or a consultant of the mentorship, approved in its organisation."""
    here = any(m.organisation_id == scope.organisation_id for m in actor.approved)
    return here and scope.mentorship_id in actor.beside


def only_beside(actor: Actor, action: Action, scope: Scope) -> bool:
    """Whether standing beside alone grants it: then the actor sees less of it than those who take part."""
    return stands_beside(actor, scope) and not allowed(replace(actor, beside=frozenset()), action, scope)


def ensure(actor: Actor, action: Action, scope: Scope) -> None:
    """Raise Forbidden unless `action` on `scope` is granted."""
    if not allowed(actor, action, scope):
        raise Forbidden


def somewhere(actor: Actor, action: Action) -> bool:
    """Whether any role of the actor could have the action at all: what menus and command lists show."""
    row = TABLE.get(action, {})
    return any(role in row for role in actor.roles) or (actor.person is not None and row.get(Anyone) is Reach.SELF)


def everywhere(actor: Actor, action: Action) -> bool:
    """Whether the actor has the action for the whole municipality."""
    return allowed(actor, action, Scope())


def places(actor: Actor, action: Action) -> tuple[int, ...]:
    """Ids of the organisations in which a membership of the actor gives them the action for all of it."""
    row = TABLE.get(action, {})
    own = (m.organisation_id for m in actor.approved if row.get(m.role) is Reach.ORGANISATION)
    return tuple(dict.fromkeys(organisation for organisation in own if organisation is not None))


def _placed(membership: Membership) -> bool:
    """A coordinator belongs to the municipality, all others to an organisation; else it counts not."""
    return (membership.organisation_id is None) == (membership.role is Role.COORDINATOR)


def _without_role(actor: Actor, reach: Reach, scope: Scope) -> bool:
    if reach is Reach.INVITED:
        return scope.invited
    if reach is Reach.BESIDE:
        return stands_beside(actor, scope)
    return actor.person_id is not None and actor.person_id == scope.person_id


def _reaches(actor: Actor, membership: Membership, reach: Reach, scope: Scope) -> bool:
    if actor.person_id is None or membership.person_id != actor.person_id:
        return False
    if reach is Reach.MUNICIPALITY:
        return True
    here = membership.organisation_id == scope.organisation_id
    match reach:
        case Reach.ORGANISATION:
            return here
        case Reach.PARTY:
            side = scope.mentors if membership.role is Role.MENTOR else scope.mentees
            taking_part = here or _guest(actor, membership.role, scope.organisation_id)
            return taking_part and actor.person_id in side and scope.person_id in (None, actor.person_id)
        case Reach.SELF:
            return scope.person_id == actor.person_id and (here or scope.organisation_id is None)
    return False


def _guest(actor: Actor, role: Role, organisation_id: int | None) -> bool:
    """A mentor of the network: takes part in an organisation in which they never had that role, so never left it."""
    return not any(m.organisation_id == organisation_id and m.role is role for m in actor.memberships)
