"""The life of a mentorship, step by step, and what is refused on the way."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mentoring import life
from mentoring.errors import Invalid, NotFound, Refusal, Stale
from mentoring.life import Gathering
from mentoring.mentorships import OPEN_STATES, EarlyEnd, Form, Mentorship, MentorshipState, Order, Side
from mentoring.people import Person
from mentoring.roles import Category
from tests.mentoring.people import NOW, TODAY, mentorship, person

PUPIL, TEACHER, STUDENT, PARENT, EMPLOYEE = (
    Category.PUPIL, Category.TEACHER, Category.STUDENT, Category.PARENT, Category.EMPLOYEE,
)  # fmt: skip
ORDER = Order("125-од", date(2026, 9, 14))
State = MentorshipState


def proposed(
    mentors: list[Person] | None = None,
    mentees: list[Person] | None = None,
    form: Form = Form.TEACHER_TEACHER,
    starts: date = TODAY,
    ends: date = TODAY + timedelta(days=90),
    youngest: int | None = None,
) -> Mentorship:
    return life.propose(
        organisation_id=1,
        form=form,
        role_model="experienced-young",
        kind="individual",
        mentors=[person(1)] if mentors is None else mentors,
        mentees=[person(2)] if mentees is None else mentees,
        starts=starts,
        ends=ends,
        proposed_by=9,
        now=NOW,
        today=TODAY,
        youngest=youngest,
    )


@pytest.mark.parametrize(
    ("mentors", "mentees", "kind"),
    [(1, 1, Gathering.PAIR), (1, 3, Gathering.GROUP), (2, 3, Gathering.CIRCLE), (2, 1, Gathering.CIRCLE)],
)
def test_pair_group_circle(mentors: int, mentees: int, kind: Gathering) -> None:
    assert life.kind_of(mentors, mentees) is kind
    made = mentorship(mentors=tuple(range(mentors)), mentees=tuple(range(10, 10 + mentees)))
    assert life.gathering(made) is kind


@pytest.mark.parametrize(
    ("form", "mentor", "mentee", "fits"),
    [
        (Form.PUPIL_PUPIL, PUPIL, PUPIL, True),
        (Form.PUPIL_PUPIL, STUDENT, PUPIL, False),
        (Form.PUPIL_PUPIL, PUPIL, TEACHER, False),
        (Form.STUDENT_PUPIL, STUDENT, PUPIL, True),
        (Form.TEACHER_PUPIL, TEACHER, PUPIL, True),
        (Form.TEACHER_PUPIL, PUPIL, PUPIL, False),
        (Form.EMPLOYER_PUPIL, EMPLOYEE, PUPIL, True),
        (Form.EMPLOYER_PUPIL, PARENT, STUDENT, True),
        (Form.EMPLOYER_PUPIL, TEACHER, PUPIL, False),
        (Form.TEACHER_TEACHER, TEACHER, TEACHER, True),
        (Form.TEACHER_TEACHER, TEACHER, None, False),
        (Form.HEAD_TEACHER, TEACHER, TEACHER, True),
        (Form.HEAD_TEACHER, TEACHER, PUPIL, False),
    ],
)
def test_a_form_takes_its_categories(form: Form, mentor: Category, mentee: Category | None, fits: bool) -> None:
    people = person(1, mentor), person(2, mentee)
    both = life.fitting(form, Side.MENTOR, people[0]) and life.fitting(form, Side.MENTEE, people[1])
    assert both is fits
    if fits:
        assert proposed([people[0]], [people[1]], form).state is State.PROPOSED
    else:
        with pytest.raises(Invalid) as refused:
            proposed([people[0]], [people[1]], form)
        assert refused.value.key == "refusal-party-misfit"


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"mentors": []}, "refusal-parties-missing"),
        ({"mentees": []}, "refusal-parties-missing"),
        ({"mentees": [person(1)]}, "refusal-parties-same"),
        ({"mentees": [person(2), person(2)]}, "refusal-parties-same"),
        ({"starts": TODAY, "ends": TODAY - timedelta(days=1)}, "refusal-dates-order"),
        ({"starts": date(2026, 8, 1), "ends": date(2026, 9, 14)}, "refusal-dates-past"),
        ({"ends": date(2040, 1, 1)}, "refusal-dates-long"),
    ],
)
def test_what_cannot_be_proposed(changes: dict[str, object], key: str) -> None:
    with pytest.raises(Invalid) as refused:
        proposed(**changes)  # type: ignore[arg-type]
    assert refused.value.key == key


def test_pupils_must_be_old_enough_on_the_first_day() -> None:
    child = person(2, PUPIL, date(2016, 9, 16))
    with pytest.raises(Invalid) as refused:
        proposed([person(1)], [child], Form.TEACHER_PUPIL, youngest=10)
    assert (refused.value.key, refused.value.values["age"]) == ("refusal-party-young", 10)
    assert proposed([person(1)], [child], Form.TEACHER_PUPIL, TODAY + timedelta(days=1), youngest=10)


def test_one_day_is_long_enough() -> None:
    assert proposed(starts=TODAY, ends=TODAY).starts == TODAY


def test_agreed_when_everybody_has_agreed() -> None:
    waiting = proposed(mentees=[person(2), person(3)])
    first = life.answer(life.answer(waiting, 1, True, NOW), 2, True, NOW)
    assert (first.state, life.unanswered(first)) == (State.PROPOSED, (3,))
    agreed = life.answer(first, 3, True, NOW)
    assert agreed.state is State.AGREED
    assert life.answer(agreed, 3, True, NOW) is agreed


def test_one_refusal_declines() -> None:
    declined = life.answer(life.answer(proposed(), 1, True, NOW), 2, False, NOW)
    assert (declined.state, life.decliners(declined)) == (State.DECLINED, (2,))
    assert life.answer(declined, 2, False, NOW) is declined
    with pytest.raises(Stale):
        life.answer(declined, 2, True, NOW)


def test_a_mind_may_be_changed_while_others_think() -> None:
    half = life.answer(proposed(), 1, True, NOW)
    assert life.answer(half, 1, False, NOW).state is State.DECLINED


def test_strangers_do_not_answer() -> None:
    with pytest.raises(NotFound):
        life.answer(proposed(), 77, True, NOW)


def test_the_order_makes_it_active() -> None:
    active = life.fix(mentorship(State.AGREED), replace(ORDER, number="  125 -од "), NOW, TODAY)
    assert (active.state, active.activated_at) == (State.ACTIVE, NOW)
    assert active.order == Order("125 -од", ORDER.date)


def test_missing_entry_questionnaires_hold_it_up_until_the_curator_goes_on() -> None:
    agreed = mentorship(State.AGREED)
    with pytest.raises(Refusal) as refused:
        life.fix(agreed, ORDER, NOW, TODAY, entry_missing=(1, 2))
    assert (refused.value.key, refused.value.values) == ("refusal-entry-missing", {"count": 2})
    assert life.fix(agreed, ORDER, NOW, TODAY, entry_missing=(1, 2), go_on=True).state is State.ACTIVE


@pytest.mark.parametrize(
    ("order", "key"),
    [
        (Order("  ", TODAY), "refusal-order-number"),
        (Order("1" * 41, TODAY), "refusal-order-number"),
        (Order("1", TODAY + timedelta(days=31)), "refusal-order-future"),
    ],
)
def test_orders_that_cannot_be(order: Order, key: str) -> None:
    with pytest.raises(Invalid) as refused:
        life.fix(mentorship(State.AGREED), order, NOW, TODAY)
    assert refused.value.key == key


def test_no_order_for_what_is_over() -> None:
    with pytest.raises(Invalid) as refused:
        life.fix(mentorship(State.AGREED, ends=date(2026, 9, 10)), ORDER, NOW, TODAY)
    assert refused.value.key == "refusal-dates-past"


@pytest.mark.parametrize("state", [state for state in State if state is not State.AGREED])
def test_only_the_agreed_are_fixed(state: MentorshipState) -> None:
    with pytest.raises(Stale):
        life.fix(mentorship(state), ORDER, NOW, TODAY)


@pytest.mark.parametrize("state", [state for state in State if state is not State.ACTIVE])
def test_only_the_active_are_completed(state: MentorshipState) -> None:
    with pytest.raises(Stale):
        life.complete(mentorship(state), NOW, go_on=True)
    with pytest.raises(Stale):
        life.ask_exit(mentorship(state), NOW)


@pytest.mark.parametrize(
    ("state", "today", "final_held", "due"),
    [
        (State.ACTIVE, date(2026, 12, 24), False, False),
        (State.ACTIVE, date(2026, 12, 25), False, True),
        (State.ACTIVE, date(2026, 12, 20), True, True),
        (State.AGREED, date(2026, 12, 25), True, False),
        (State.COMPLETED, date(2026, 12, 25), True, False),
    ],
)
def test_exit_is_due_after_the_final_meeting_or_on_the_last_day(
    state: MentorshipState, today: date, final_held: bool, due: bool
) -> None:
    assert life.exit_due(mentorship(state), today, final_held) is due


def test_exit_is_asked_once() -> None:
    asked = life.ask_exit(mentorship(), NOW)
    assert not life.exit_due(asked, date(2026, 12, 25), True)
    assert life.ask_exit(asked, NOW + timedelta(days=1)) is asked


def test_completed_after_exit() -> None:
    with pytest.raises(Refusal) as refused:
        life.complete(mentorship(), NOW)
    assert refused.value.key == "refusal-exit-not-asked"
    asked = life.ask_exit(mentorship(), NOW)
    with pytest.raises(Refusal) as refused:
        life.complete(asked, NOW, exit_missing=(1,))
    assert refused.value.key == "refusal-exit-missing"
    for done in (life.complete(asked, NOW), life.complete(asked, NOW, exit_missing=(1,), go_on=True)):
        assert (done.state, done.ended_at) == (State.COMPLETED, NOW)


@pytest.mark.parametrize("state", list(State))
def test_ended_early_from_any_open_state(state: MentorshipState) -> None:
    if state not in OPEN_STATES:
        with pytest.raises(Stale):
            life.end_early(mentorship(state), EarlyEnd.LEFT, NOW)
        return
    ended = life.end_early(mentorship(state), EarlyEnd.PETITION, NOW, comment=" не сошлись ")
    assert (ended.state, ended.end_reason, ended.end_comment) == (State.ENDED_EARLY, EarlyEnd.PETITION, "не сошлись")
    assert life.record_end_order(ended, ORDER, TODAY).end_order == ORDER


def test_another_reason_needs_words() -> None:
    with pytest.raises(Invalid) as refused:
        life.end_early(mentorship(), EarlyEnd.OTHER, NOW, comment="  ")
    assert refused.value.key == "refusal-reason-missing"


def test_overdue_the_day_after_the_last() -> None:
    assert not life.overdue(mentorship(), date(2026, 12, 25))
    assert life.overdue(mentorship(), date(2026, 12, 26))
