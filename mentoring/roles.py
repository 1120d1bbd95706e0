"""Who takes part, and as what (glossary: docs/glossary.md)."""

from enum import StrEnum


class Role(StrEnum):
    """A person's role in an organisation (a coordinator's: in the whole municipality)."""

    MENTEE = "mentee"
    MENTOR = "mentor"
    CURATOR = "curator"
    COORDINATOR = "coordinator"
    PSYCHOLOGIST = "psychologist"
    HEAD = "head"
    GUARDIAN = "guardian"
    REFERRER = "referrer"


STAFF = frozenset({Role.CURATOR, Role.COORDINATOR, Role.PSYCHOLOGIST, Role.HEAD})
PARTICIPANTS = frozenset({Role.MENTEE, Role.MENTOR})


class Category(StrEnum):
    """What a person is in the school community (Tver programme, section 5)."""

    PUPIL = "pupil"
    STUDENT = "student"
    TEACHER = "teacher"
    EMPLOYEE = "employee"
    PARENT = "parent"
    ALUMNUS = "alumnus"
