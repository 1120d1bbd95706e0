"""The life of a mentorship: proposed → agreed → active → completed, declined or ended early.

Every step is a function from a mentorship to the changed one, or a Refusal. Steps that a second press
repeats (agreeing twice) give back the same mentorship. `today` is the day in the organisation's zone, `now`
aware UTC.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from mentoring.errors import Invalid, NotFound, Refusal, Stale
from mentoring.mentorships import (
    OPEN_STATES,
    EarlyEnd,
    Form,
    Mentorship,
    MentorshipState,
    Order,
    Party,
    Side,
)
from mentoring.people import Person, age, short_name
from mentoring.roles import Category

LONGEST = timedelta(days=5 * 366)
"""No programme runs longer than five school years; a later end date is a slip of the finger."""
ORDER_NUMBER_LENGTH = 40
ORDER_AHEAD = timedelta(days=30)
"""An order may be dated ahead, to take effect from the first of September, but not further."""


class Gathering(StrEnum):
    """How many stand on each side (docs/glossary.md#mentorship)."""

    PAIR = "pair"
    GROUP = "group"
    CIRCLE = "circle"


@dataclass(frozen=True, slots=True)
class Fit:
    """Who may stand on which side of a form."""

    mentors: frozenset[Category]
    mentees: frozenset[Category]

    def of(self, side: Side) -> frozenset[Category]:
        return self.mentors if side is Side.MENTOR else self.mentees


def _fit(mentors: Collection[Category], mentees: Collection[Category]) -> Fit:
    return Fit(frozenset(mentors), frozenset(mentees))


FITS: Mapping[Form, Fit] = MappingProxyType(
    {
        Form.PUPIL_PUPIL: _fit({Category.PUPIL}, {Category.PUPIL}),
        Form.STUDENT_PUPIL: _fit({Category.STUDENT}, {Category.PUPIL}),
        Form.TEACHER_PUPIL: _fit({Category.TEACHER}, {Category.PUPIL}),
        Form.EMPLOYER_PUPIL: _fit(
            {Category.EMPLOYEE, Category.PARENT, Category.ALUMNUS}, {Category.PUPIL, Category.STUDENT}
        ),
        Form.TEACHER_TEACHER: _fit({Category.TEACHER}, {Category.TEACHER}),
        Form.HEAD_TEACHER: _fit({Category.TEACHER, Category.EMPLOYEE}, {Category.TEACHER}),
    }
)
"""What each form's own name says; a programme may widen it (Tver takes parents and alumni as mentors of pupils)."""


def kind_of(mentors: int, mentees: int) -> Gathering:
    """Pair: one to one; group: one mentor with several mentees; circle: several mentors."""
    if mentors > 1:
        return Gathering.CIRCLE
    return Gathering.GROUP if mentees > 1 else Gathering.PAIR


def gathering(mentorship: Mentorship) -> Gathering:
    """What a mentorship is by its parties."""
    return kind_of(len(mentorship.mentors), len(mentorship.mentees))


def fitting(form: Form, side: Side, person: Person, fits: Mapping[Form, Fit] = FITS, *, reverse: bool = False) -> bool:
    """Whether the person's category may stand on that side: what lists to choose from are filtered by.

    `reverse`: the younger teach the more experienced, so that either side of the form may stand on the other.
    """
    other = Side.MENTEE if side is Side.MENTOR else Side.MENTOR
    sides = (side, other) if reverse else (side,)
    return form in fits and any(person.category in fits[form].of(one) for one in sides)


def propose(
    *,
    organisation_id: int,
    form: Form,
    role_model: str,
    kind: str,
    mentors: Sequence[Person],
    mentees: Sequence[Person],
    starts: date,
    ends: date,
    proposed_by: int,
    now: datetime,
    today: date,
    fits: Mapping[Form, Fit] = FITS,
    youngest: int | None = None,
    reverse: bool = False,
) -> Mentorship:
    """A new mentorship to be stored (its id is 0 until then), or an Invalid that names the mistake.

    `fits` and `youngest` (full years of a pupil on the first day) are the programme's, `reverse` the kind's. That
    minors have their consents is checked by the service, which knows them.
    """
    _check_parties(form, mentors, mentees, fits, reverse=reverse)
    _check_dates(starts, ends, today)
    if youngest is not None:
        _check_ages([*mentors, *mentees], youngest, starts)
    parties = [Party(person.id, Side.MENTOR) for person in mentors]
    parties += [Party(person.id, Side.MENTEE) for person in mentees]
    return Mentorship(
        id=0,
        organisation_id=organisation_id,
        form=form,
        role_model=role_model,
        kind=kind,
        starts=starts,
        ends=ends,
        state=MentorshipState.PROPOSED,
        parties=tuple(parties),
        proposed_by=proposed_by,
        proposed_at=now,
    )


def _check_parties(
    form: Form, mentors: Sequence[Person], mentees: Sequence[Person], fits: Mapping[Form, Fit], *, reverse: bool
) -> None:
    if not mentors or not mentees:
        raise Invalid("refusal-parties-missing")
    ids = [person.id for person in (*mentors, *mentees)]
    if len(set(ids)) < len(ids):
        raise Invalid("refusal-parties-same")
    if form not in fits:
        raise Invalid("refusal-form-unknown")
    for side, people in ((Side.MENTOR, mentors), (Side.MENTEE, mentees)):
        for person in people:
            if not fitting(form, side, person, fits, reverse=reverse):
                raise Invalid("refusal-party-misfit", name=short_name(person.name), side=side.value)


def _check_dates(starts: date, ends: date, today: date) -> None:
    if ends < starts:
        raise Invalid("refusal-dates-order")
    if ends < today:
        raise Invalid("refusal-dates-past")
    if ends - starts > LONGEST:
        raise Invalid("refusal-dates-long")


def _check_ages(people: Sequence[Person], youngest: int, starts: date) -> None:
    for person in people:
        if person.category is Category.PUPIL and person.birth and age(person.birth, starts) < youngest:
            raise Invalid("refusal-party-young", name=short_name(person.name), age=youngest)


def answer(mentorship: Mentorship, person_id: int, agrees: bool, now: datetime) -> Mentorship:
    """A party agrees or refuses. The last agreement makes it AGREED, one refusal makes it DECLINED.

    Until everybody has agreed a party may still change their mind. Raises NotFound for somebody else, Stale
    once it is decided otherwise.
    """
    own = next((party for party in mentorship.parties if party.person_id == person_id), None)
    if own is None:
        raise NotFound
    if own.agreed is agrees:
        return mentorship
    if mentorship.state is not MentorshipState.PROPOSED:
        raise Stale("refusal-proposal-closed")
    changed = replace(own, agreed=agrees, answered_at=now)
    parties = tuple(changed if party is own else party for party in mentorship.parties)
    return replace(mentorship, parties=parties, state=_answered_state(parties))


def _answered_state(parties: tuple[Party, ...]) -> MentorshipState:
    if any(party.agreed is False for party in parties):
        return MentorshipState.DECLINED
    return MentorshipState.AGREED if all(party.agreed for party in parties) else MentorshipState.PROPOSED


def without(mentorship: Mentorship, person_id: int) -> Mentorship:
    """One of several on a side takes part no more and the others go on; a proposal then waits for them alone.

    Raises NotFound for somebody else, Stale where it is over or nobody would be left on that side.
    """
    side = mentorship.side_of(person_id)
    if side is None:
        raise NotFound
    if mentorship.state not in OPEN_STATES or len(mentorship.on_side(side)) == 1:
        raise Stale("refusal-mentorship-over")
    parties = tuple(party for party in mentorship.parties if party.person_id != person_id)
    state = _answered_state(parties) if mentorship.state is MentorshipState.PROPOSED else mentorship.state
    return replace(mentorship, parties=parties, state=state)


def decliners(mentorship: Mentorship) -> tuple[int, ...]:
    """Ids of those who refused."""
    return tuple(party.person_id for party in mentorship.parties if party.agreed is False)


def unanswered(mentorship: Mentorship) -> tuple[int, ...]:
    """Ids of those who have not answered the proposal."""
    return tuple(party.person_id for party in mentorship.parties if party.agreed is None)


def fix(
    mentorship: Mentorship,
    order: Order,
    now: datetime,
    today: date,
    *,
    entry_missing: Collection[int] = (),
    go_on: bool = False,
) -> Mentorship:
    """Fixed by the organisation's order (Tver programme, section 2): agreed → active.

    The target model measures before entry, so while entry questionnaires of `entry_missing` people are
    unanswered it is refused (`refusal-entry-missing`) until the curator decides to go on without them.
    """
    _expect(mentorship, MentorshipState.AGREED, "refusal-not-agreed")
    checked = check_order(order, today)
    if mentorship.ends < today:
        raise Invalid("refusal-dates-past")
    if entry_missing and not go_on:
        raise Refusal("refusal-entry-missing", count=len(entry_missing))
    return replace(mentorship, state=MentorshipState.ACTIVE, order=checked, activated_at=now)


def check_order(order: Order, today: date) -> Order:
    """The order with its number trimmed; Invalid for an empty or endless number or a date far ahead."""
    number = " ".join(order.number.split())
    if not number or len(number) > ORDER_NUMBER_LENGTH:
        raise Invalid("refusal-order-number", length=ORDER_NUMBER_LENGTH)
    if order.date > today + ORDER_AHEAD:
        raise Invalid("refusal-order-future", latest=today + ORDER_AHEAD)
    return replace(order, number=number)


def exit_due(mentorship: Mentorship, today: date, final_held: bool) -> bool:
    """Whether exit questionnaires are to be asked now: after the final meeting, at the latest on the last day."""
    if mentorship.state is not MentorshipState.ACTIVE or mentorship.exit_asked_at is not None:
        return False
    return final_held or today >= mentorship.ends


def ask_exit(mentorship: Mentorship, now: datetime) -> Mentorship:
    """Exit questionnaires have been asked; the curator may do it before they are due."""
    _expect(mentorship, MentorshipState.ACTIVE, "refusal-not-active")
    return mentorship if mentorship.exit_asked_at else replace(mentorship, exit_asked_at=now)


def complete(
    mentorship: Mentorship, now: datetime, *, exit_missing: Collection[int] = (), go_on: bool = False
) -> Mentorship:
    """Active → completed, after the exit questionnaires, or without the missing ones if the curator says so."""
    _expect(mentorship, MentorshipState.ACTIVE, "refusal-not-active")
    if mentorship.exit_asked_at is None and not go_on:
        raise Refusal("refusal-exit-not-asked")
    if exit_missing and not go_on:
        raise Refusal("refusal-exit-missing", count=len(exit_missing))
    return replace(mentorship, state=MentorshipState.COMPLETED, ended_at=now)


def end_early(
    mentorship: Mentorship,
    reason: EarlyEnd,
    now: datetime,
    *,
    comment: str | None = None,
    order: Order | None = None,
) -> Mentorship:
    """Ended before its time, on one of the grounds (Tver programme, section 2); OTHER needs words.

    Also takes back a proposal. The order may follow (`record_end_order`), since it is signed later than
    things end.
    """
    if mentorship.state not in OPEN_STATES:
        raise Stale("refusal-mentorship-over")
    words = (comment or "").strip() or None
    if reason is EarlyEnd.OTHER and words is None:
        raise Invalid("refusal-reason-missing")
    return replace(
        mentorship,
        state=MentorshipState.ENDED_EARLY,
        ended_at=now,
        end_reason=reason,
        end_comment=words,
        end_order=order,
    )


def record_end_order(mentorship: Mentorship, order: Order, today: date) -> Mentorship:
    """The order that released the mentor, entered when it is there."""
    _expect(mentorship, MentorshipState.ENDED_EARLY, "refusal-not-ended-early")
    return replace(mentorship, end_order=check_order(order, today))


def overdue(mentorship: Mentorship, today: date) -> bool:
    """Active past its last day: the curator is asked to complete it."""
    return mentorship.state is MentorshipState.ACTIVE and today > mentorship.ends


def _expect(mentorship: Mentorship, state: MentorshipState, key: str) -> None:
    if mentorship.state is not state:
        raise Stale(key)
