"""People, mentorships and meetings for tests: everything has a default, tests name what they are about."""

from datetime import UTC, date, datetime

from mentoring.meetings import Meeting, MeetingKind, MeetingState
from mentoring.mentorships import Form, Mentorship, MentorshipState, Party, Side
from mentoring.people import Membership, MembershipState, Person, Profile
from mentoring.roles import Category, Role

NOW = datetime(2026, 9, 15, 9, 0, tzinfo=UTC)
TODAY = date(2026, 9, 15)


def utc(day: int, hour: int = 12, minute: int = 0, month: int = 9) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


def person(number: int, category: Category | None = Category.TEACHER, birth: date | None = None) -> Person:
    return Person(number, number, f"Иванова Мария {number}", birth, category, Profile(), "ru", None, NOW)


def membership(
    person_id: int,
    role: Role,
    organisation_id: int | None = 1,
    state: MembershipState = MembershipState.APPROVED,
) -> Membership:
    return Membership(person_id, person_id, organisation_id, role, state)


def mentorship(
    state: MentorshipState = MentorshipState.ACTIVE,
    mentors: tuple[int, ...] = (1,),
    mentees: tuple[int, ...] = (2,),
    *,
    number: int = 5,
    starts: date = date(2026, 9, 1),
    ends: date = date(2026, 12, 25),
    activated_at: datetime | None = None,
    ended_at: datetime | None = None,
) -> Mentorship:
    agreed = None if state is MentorshipState.PROPOSED else True
    parties = [Party(each, Side.MENTOR, agreed) for each in mentors]
    parties += [Party(each, Side.MENTEE, agreed) for each in mentees]
    return Mentorship(
        number,
        1,
        Form.TEACHER_TEACHER,
        "experienced-young",
        "individual",
        starts,
        ends,
        state,
        tuple(parties),
        9,
        NOW,
        activated_at=activated_at,
        ended_at=ended_at,
    )


def meeting(
    starts_at: datetime,
    state: MeetingState = MeetingState.PLANNED,
    kind: MeetingKind = MeetingKind.WORKING,
    *,
    number: int = 7,
    mentorship_id: int = 5,
    planned_at: datetime = datetime(2026, 9, 1, tzinfo=UTC),
    unplanned: bool = False,
    logged_at: datetime | None = None,
) -> Meeting:
    return Meeting(
        number,
        mentorship_id,
        kind,
        starts_at,
        None,
        state,
        1,
        planned_at,
        unplanned=unplanned,
        logged_at=logged_at,
    )
