"""The access table as a matrix: who × what × whose."""

from dataclasses import replace
from itertools import product

import pytest

from mentoring.access import (
    TABLE,
    Action,
    Actor,
    Reach,
    Scope,
    allowed,
    ensure,
    everywhere,
    only_beside,
    places,
    somewhere,
)
from mentoring.errors import Forbidden
from mentoring.people import MembershipState
from mentoring.roles import Role
from tests.mentoring.people import membership, mentorship, person

ME = 10
CHILD = 20


def actor(role: Role, organisation_id: int | None = 1, state: MembershipState = MembershipState.APPROVED) -> Actor:
    own = None if role is Role.COORDINATOR else organisation_id
    wards = frozenset({CHILD}) if role is Role.GUARDIAN else frozenset()
    return Actor(ME, person(ME), (membership(ME, role, own, state),), wards)


HERE = Scope(1)
ELSEWHERE = Scope(2)
ALL = Scope()
OWN_PAIR = Scope(1, mentors=frozenset({ME}), mentees=frozenset({ME}))
OTHER_PAIR = Scope(1, mentors=frozenset({3}), mentees=frozenset({4}))
WARDS_PAIR = Scope(1, mentors=frozenset({3}), mentees=frozenset({CHILD}))
MINE = Scope(1, ME)
ANOTHERS = Scope(1, 3)
WARDS = Scope(1, CHILD)

C, K, P, H, M, E, G, R = (
    Role.COORDINATOR, Role.CURATOR, Role.PSYCHOLOGIST, Role.HEAD,
    Role.MENTOR, Role.MENTEE, Role.GUARDIAN, Role.REFERRER,
)  # fmt: skip
EVERYBODY = set(Role)
BY_REACH: dict[str, dict[Action, set[Role]]] = {
    "organisation": {
        Action.SEE_ORGANISATIONS: {C}, Action.CREATE_ORGANISATION: {C}, Action.EDIT_ORGANISATION: {C, K},
        Action.INVITE_CURATOR: {C}, Action.INVITE_PSYCHOLOGIST: {C, K}, Action.INVITE_HEAD: {C, K},
        Action.MANAGE_LINKS: {K}, Action.SEE_APPLICANTS: {K}, Action.DECIDE_APPLICANT: {K},
        Action.SEE_PEOPLE: {K, P}, Action.SEE_MENTORS: {C, K, P, H}, Action.SEE_SENSITIVE: {K, P},
        Action.RECORD_PAPER_CONSENT: {K}, Action.SEE_PAIRS: {K, P, H}, Action.PROPOSE_MENTORSHIP: {K},
        Action.FIX_MENTORSHIP: {K}, Action.COMPLETE_MENTORSHIP: {K}, Action.END_MENTORSHIP: {K},
        Action.SEE_RESPONSES: {K, P}, Action.REMIND_UNANSWERED: {K}, Action.SEE_SUMMARY: {C, K, P, H},
        Action.EXPORT_TOTALS: {C, K, P, H}, Action.EXPORT: {K}, Action.APPLY: set(),
        Action.RUN_CAMPAIGN: {C, K, P}, Action.EDIT_QUESTIONNAIRES: {C, K, P},
        Action.OBSERVE_OUTCOMES: {K}, Action.OBSERVE_COMPATIBILITY: {K, P}, Action.SEE_RESULTS: {C, K, P, H},
        Action.SEE_UNANSWERED: {K, P}, Action.SEE_OPEN_ANSWERS: {K, P}, Action.MARK_ANSWERS: {K, P},
        Action.SEE_CHANGE_OF_PAIR: {K}, Action.EXPORT_RESPONSES: {K}, Action.SEE_ALARMS: {K, P},
        Action.EDIT_NEEDS: {K}, Action.REVIEW_BASE: {K}, Action.ENTER_PERSON: {K}, Action.IMPORT_PEOPLE: {K},
        Action.MERGE_PEOPLE: {K}, Action.INVITE_PERSON: {K}, Action.APPOINT: {K}, Action.REFER: {K, P, H, M, G, R},
        Action.SEE_REFERRALS: {K, P}, Action.TAKE_REFERRAL: {K}, Action.RUN_TRAINING: {K}, Action.MATCH: {K},
        Action.COMMENT_MATCHING: {K, M}, Action.SEE_UNMATCHED: {K, P}, Action.RUN_SPEED_MEETING: {K},
        Action.HAND_OVER: {K}, Action.EDIT_ADULTS: {K}, Action.MAKE_PAPERS: {K, H}, Action.SEE_TRAIL: {K, H},
        Action.SEE_HEALTH: {K, P, H}, Action.NOTE_HEALTH: {K}, Action.ANSWER_HELP: {M},
        Action.SEE_INDICATORS: {C, K, P, H}, Action.SEE_BEHIND_INDICATOR: {K}, Action.ENTER_DENOMINATOR: {C, K},
        Action.PLAN_INDICATOR: {C, K}, Action.SEND_INDICATORS: {C, K, H}, Action.SEND_REPORT: {C, K, H},
        Action.SEE_REPORTS: {C, K, P, H}, Action.DECIDE_REPORT: {C, H}, Action.WRITE_REPORT: {C, K},
        Action.MAKE_REPORT: {C, K, H}, Action.SEE_ROADMAP: {C, K, P, H}, Action.DO_MILESTONE: {C, K, P, H, M},
        Action.PLAN_MILESTONE: {C, K, H}, Action.SEE_DOCUMENTS: {C, K, P, H}, Action.KEEP_DOCUMENTS: {C, K, H},
        Action.REVIEW_DOCUMENTS: {C}, Action.SEE_CURATORS: {C}, Action.COMPARE_ORGANISATIONS: {C},
        Action.SEE_VERTICAL: {C, K, H}, Action.RUN_VERTICAL: {C}, Action.ANSWER_VERTICAL: {K, H},
        Action.RECOMMEND: {C}, Action.SEE_RECOMMENDATIONS: {C, K, H}, Action.ANSWER_RECOMMENDATION: {K, H},
        Action.SEE_PRACTICES: {C, K, P, H, M}, Action.SUBMIT_PRACTICE: {K, H, M}, Action.REVIEW_PRACTICE: {C, K},
        Action.RUN_EVENT: {C, K}, Action.AUDIT: {H}, Action.SEE_AUDIT: {C, K, H}, Action.SEE_AWARDS: {C, K, P, H},
        Action.SEE_AWARDS_OF_MENTEES: {K, P, H},
        Action.GIVE_AWARD: {C, K, H}, Action.WRITE_SITE_TEXT: {C, K}, Action.SEE_CONSENTS: {K, H},
        Action.SEE_DATA_LOG: {H}, Action.SEE_ACTS: {C, K, H},
    },
    "own pair": {
        Action.SEE_MENTORSHIP: {K, P, H, M, E}, Action.ANSWER_PROPOSAL: {M, E}, Action.SEE_MEETING: {K, P, M, E},
        Action.PLAN_MEETING: {K, M, E}, Action.PROPOSE_TIME: {M, E}, Action.ANSWER_TIME: {M, E},
        Action.MOVE_MEETING: {K, M, E}, Action.CANCEL_MEETING: {K, M, E}, Action.LOG_MEETING: {K, M},
        Action.GIVE_FEEDBACK: {M, E}, Action.SEE_NEEDS_OF_MODEL: {M}, Action.SEE_CLOSING_REPORT: {K, P, H, M},
        Action.WRITE_CLOSING_REPORT: {M}, Action.ASK_HELP: {M, E}, Action.SEE_HELP: {K, M, E},
        Action.SEE_TASKS: {K, P, M, E}, Action.SET_TASK: {K, M}, Action.DO_TASK: {E}, Action.CHECK_TASK: {K, M},
        Action.SEE_DIARY: {K, P, H, M}, Action.SEE_PLAN: {K, P, H, M, E}, Action.EDIT_PLAN: {K, M},
        Action.AGREE_PLAN: {M, E}, Action.REPORT_PLAN: {K, M, E}, Action.ASSESS_PLAN: {M},
    },
    "mine": {
        Action.SEE_PERSON: EVERYBODY, Action.EDIT_PERSON: EVERYBODY, Action.MARK_LEFT: EVERYBODY,
        Action.WITHDRAW_CONSENT: EVERYBODY, Action.ANSWER_RESPONSE: EVERYBODY - {C},
        Action.SIGN_UP: EVERYBODY, Action.SEE_BOARD: EVERYBODY, Action.MAKE_CERTIFICATE: EVERYBODY,
        Action.EDIT_MEMBERSHIP: EVERYBODY, Action.PAUSE: EVERYBODY, Action.SEE_TRAINING: EVERYBODY, Action.WISH: {M, E},
    },
    "ward's": {Action.ENTER_FOR_ANOTHER: {K, G}, Action.ENTER_PAPER_ANSWERS: {K, G}, Action.CONSENT_AS_GUARDIAN: {G}},
}  # fmt: skip
SCOPES = {"organisation": HERE, "own pair": OWN_PAIR, "mine": MINE, "ward's": WARDS}
MATRIX = [(action, SCOPES[reach], granted) for reach, rows in BY_REACH.items() for action, granted in rows.items()]


def test_the_matrix_names_every_action() -> None:
    assert {action for rows in BY_REACH.values() for action in rows} == set(Action) == set(TABLE)


@pytest.mark.parametrize(("action", "scope", "granted"), MATRIX)
def test_the_table(action: Action, scope: Scope, granted: set[Role]) -> None:
    assert {role for role in Role if allowed(actor(role), action, scope)} == granted


OUT_OF_REACH = [
    (role, scope)
    for role, scope in product(Role, (ELSEWHERE, Scope(2, ME), Scope(2, mentors=frozenset({3}))))
    if role is not Role.COORDINATOR
]


@pytest.mark.parametrize(("role", "scope"), OUT_OF_REACH)
def test_nobody_but_the_coordinator_reaches_another_organisation(role: Role, scope: Scope) -> None:
    own = {action for action, row in TABLE.items() if row.get(None) is Reach.SELF}
    granted = {action for action in Action if allowed(actor(role), action, scope)}
    assert granted <= (own if scope.person_id == ME else set())


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.COORDINATOR])
@pytest.mark.parametrize("state", [MembershipState.APPLIED, MembershipState.REFUSED, MembershipState.LEFT])
def test_only_approved_memberships_count(role: Role, state: MembershipState) -> None:
    waiting = actor(role, state=state)
    scopes = (HERE, ALL, OWN_PAIR, OTHER_PAIR, ANOTHERS)
    assert not [action for action, scope in product(Action, scopes) if allowed(waiting, action, scope)]


@pytest.mark.parametrize("action", BY_REACH["own pair"])
@pytest.mark.parametrize("role", [Role.MENTOR, Role.MENTEE, Role.REFERRER])
def test_participants_reach_only_their_own_mentorships(action: Action, role: Role) -> None:
    assert not allowed(actor(role), action, OTHER_PAIR)


def test_a_side_needs_the_role_of_that_side() -> None:
    as_mentee = Scope(1, mentors=frozenset({3}), mentees=frozenset({ME}))
    assert not allowed(actor(Role.MENTOR), Action.ANSWER_PROPOSAL, as_mentee)
    assert allowed(actor(Role.MENTEE), Action.ANSWER_PROPOSAL, as_mentee)


def test_a_mentor_of_the_network_reaches_the_pair_and_nothing_else_there() -> None:
    guest, pair = actor(Role.MENTOR), Scope(2, mentors=frozenset({ME}), mentees=frozenset({4}))
    assert {action for action in Action if allowed(guest, action, pair)} == set(BY_REACH["own pair"]) & {
        action for action, row in TABLE.items() if row.get(Role.MENTOR) is Reach.PARTY
    }
    left = membership(ME, Role.MENTOR, 2, MembershipState.LEFT)
    assert not allowed(replace(guest, memberships=(*guest.memberships, left)), Action.SEE_MENTORSHIP, pair)


def test_a_party_acts_for_themselves_only() -> None:
    pair = mentorship(mentors=(ME,), mentees=(4,))
    mentor = actor(Role.MENTOR)
    assert allowed(mentor, Action.GIVE_FEEDBACK, Scope.of(pair, ME))
    assert not allowed(mentor, Action.GIVE_FEEDBACK, Scope.of(pair, 4))


def test_who_stands_beside_a_mentorship_sees_four_things_of_it_and_changes_none() -> None:
    pair = mentorship(mentors=(3,), mentees=(4,))
    consultant = replace(actor(Role.REFERRER), beside=frozenset({pair.id}))
    seen = {Action.SEE_MENTORSHIP, Action.SEE_MEETING, Action.SEE_PLAN, Action.SEE_TASKS}
    ground = {action for action in Action if allowed(actor(Role.REFERRER), action, Scope.of(pair))}
    assert {action for action in Action if allowed(consultant, action, Scope.of(pair))} == ground | seen
    assert all(only_beside(consultant, action, Scope.of(pair)) for action in seen)
    assert not only_beside(replace(actor(Role.CURATOR), beside=frozenset({pair.id})), Action.SEE_TASKS, Scope.of(pair))
    others = Scope.of(replace(pair, id=pair.id + 1))
    gone = replace(consultant, memberships=(membership(ME, Role.REFERRER, 1, MembershipState.LEFT),))
    for reader, scope in ((consultant, others), (gone, Scope.of(pair)), (actor(Role.REFERRER), Scope.of(pair))):
        assert not any(allowed(reader, action, scope) for action in seen)


def test_a_guardian_sees_the_wards_mentorships_and_no_others() -> None:
    guardian = actor(Role.GUARDIAN)
    assert allowed(guardian, Action.SEE_MEETING, WARDS_PAIR)
    assert not allowed(guardian, Action.SEE_MEETING, OTHER_PAIR)
    assert not allowed(guardian, Action.PLAN_MEETING, WARDS_PAIR)
    assert not allowed(guardian, Action.WITHDRAW_CONSENT, ANOTHERS)


def test_whole_municipality_is_the_coordinators() -> None:
    whole = {role for role in Role if everywhere(actor(role), Action.SEE_SUMMARY)}
    assert whole == {Role.COORDINATOR}


def test_a_membership_in_the_wrong_place_gives_nothing() -> None:
    adrift = Actor(ME, person(ME), (membership(ME, Role.CURATOR, None),))
    local = Actor(ME, person(ME), (membership(ME, Role.COORDINATOR, 1),))
    for odd, scope in product((adrift, local), (HERE, ALL)):
        assert not [action for action in Action if allowed(odd, action, scope)]


def test_somebody_elses_membership_gives_nothing() -> None:
    assert not allowed(Actor(ME, person(ME), (membership(3, Role.CURATOR),)), Action.SEE_PEOPLE, HERE)


@pytest.mark.parametrize("action", [Action.APPLY, Action.CONSENT_AS_GUARDIAN])
def test_an_invitation_lets_a_stranger_in(action: Action) -> None:
    stranger = Actor(ME, None)
    assert allowed(stranger, action, Scope(1, invited=True))
    assert not allowed(stranger, action, Scope(1))


def test_a_stranger_has_nothing_else() -> None:
    scopes = (HERE, ALL, OWN_PAIR, MINE, WARDS)
    assert not [a for a, scope in product(Action, scopes) if allowed(Actor(ME, None), a, scope)]


def test_ensure_raises_forbidden() -> None:
    with pytest.raises(Forbidden) as refused:
        ensure(actor(Role.MENTOR), Action.EXPORT, HERE)
    assert refused.value.key == "refusal-forbidden"
    ensure(actor(Role.CURATOR), Action.EXPORT, HERE)


def test_places_and_menus() -> None:
    both = Actor(ME, person(ME), (membership(ME, Role.CURATOR, 1), membership(ME, Role.MENTOR, 2)))
    assert places(both, Action.SEE_PEOPLE) == (1,)
    assert both.organisations(Role.MENTOR) == (2,)
    assert both.roles == {Role.CURATOR, Role.MENTOR}
    assert somewhere(both, Action.LOG_MEETING)
    assert somewhere(both, Action.SEE_PERSON)
    assert not somewhere(both, Action.CREATE_ORGANISATION)
    assert not somewhere(Actor(ME, None), Action.SEE_PERSON)
    assert somewhere(Actor(ME, person(ME), (), frozenset({CHILD})), Action.CONSENT_AS_GUARDIAN)
