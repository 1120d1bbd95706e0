"""What somebody entered at registration, as values, and whether it can be so: rules that single questions can't see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from mentoring.consents import ConsentKind
from mentoring.errors import Invalid, Stale
from mentoring.people import ADULT_AGE, Membership, MembershipState, Profile, age
from mentoring.roles import Category, Role
from services import guardians
from services.desk import Desk
from services.guardians import version_of
from surveys.path import Value
from surveys.record import Record

_HELD = (MembershipState.APPLIED, MembershipState.APPROVED)
_FIRST_JOB = 16
"""Nobody begins to teach younger: an earlier date is a slip of the finger."""


@dataclass(frozen=True, slots=True)
class Applicant:
    """What the form `registration` asks, as values. `given`: the consents answered, by kind, with their versions."""

    name: str
    birth: date
    category: Category
    profile: Profile
    role: Role
    areas: tuple[str, ...]
    request: str | None
    given: Mapping[ConsentKind, int]

    @classmethod
    def read(cls, answers: Mapping[str, Value], facts: Mapping[str, object]) -> Applicant:
        """Read what the form has checked already, question by question."""
        role = Role(str(answers.get("role") or facts["role"]))
        areas = answers.get("request_areas" if role is Role.MENTEE else "help_areas", [])
        return cls(
            str(answers["name"]),
            date.fromisoformat(str(answers["birth"])),
            Category(str(answers["category"])),
            _profile(answers),
            role,
            tuple(map(str, areas)) if isinstance(areas, list) else (),
            text_of(answers, "request"),
            {kind: version_of(answers[kind.value]) for kind in guardians.NEEDED if kind.value in answers},
        )


async def check(desk: Desk, record: Record, applicant: Applicant) -> None:
    """Everything that may have changed since it was asked, or that single questions can't see."""
    await ensure_not_revoked(desk, record)
    ensure_free(desk, record.organisation_id or 0, applicant.role)
    if age(applicant.birth, desk.today()) < ADULT_AGE and not await guardians.consented(desk, record.id):
        raise Stale("registration-consent-gone")
    ensure_sound(desk, applicant)


def ensure_sound(desk: Desk, applicant: Applicant) -> None:
    """Age, category, role and career fit together, whoever has entered them."""
    ensure_old_enough(desk, applicant.birth)
    years = age(applicant.birth, desk.today())
    if years < ADULT_AGE and applicant.category not in (Category.PUPIL, Category.STUDENT):
        raise Invalid("registration-child-category")
    fits = desk.programme.fits.values()
    if applicant.role is Role.MENTEE and not any(applicant.category in fit.mentees for fit in fits):
        raise Invalid("registration-no-mentee", category=applicant.category.value)
    if applicant.role is Role.MENTOR and not any(applicant.category in fit.mentors for fit in fits):
        raise Invalid("registration-no-mentor", category=applicant.category.value)
    began = applicant.profile.career_start
    if began is not None and age(applicant.birth, began) < _FIRST_JOB:
        raise Invalid("registration-career-early")


def ensure_old_enough(desk: Desk, birth: date) -> None:
    youngest = desk.programme.youngest
    if age(birth, desk.today()) < youngest:
        raise Invalid("registration-too-young", youngest=youngest)


def ensure_free(desk: Desk, organisation_id: int, role: Role) -> None:
    """Nobody applies twice for the same role."""
    for place in held(desk, organisation_id):
        if place.role is role:
            raise Stale("registration-twice", role=role.value, state=place.state.value)


async def ensure_not_revoked(desk: Desk, record: Record) -> None:
    """Who began in time may finish; a link that was taken back lets nobody in any more."""
    invitation = await desk.work.invitations.get(record.about("invitation") or 0)
    if invitation is not None and invitation.revoked_at is not None:
        raise Stale("registration-link-revoked")


def held(desk: Desk, organisation_id: int) -> tuple[Membership, ...]:
    """The actor's places in the organisation, approved or asked for."""
    return tuple(m for m in desk.actor.memberships if m.organisation_id == organisation_id and m.state in _HELD)


def _profile(answers: Mapping[str, Value]) -> Profile:
    return Profile(
        text_of(answers, "class"),
        text_of(answers, "post"),
        text_of(answers, "subject"),
        _day(answers, "career_start"),
        _day(answers, "hired_here"),
        text_of(answers, "workplace"),
    )


def text_of(answers: Mapping[str, Value], name: str) -> str | None:
    """A typed or chosen answer; None where there is none."""
    value = answers.get(name)
    return value if isinstance(value, str) else None


def _day(answers: Mapping[str, Value], name: str) -> date | None:
    value = text_of(answers, name)
    return date.fromisoformat(value) if value else None
