"""Who answers for a child in the demo's town, and which consents are given."""

from __future__ import annotations

from datetime import date

from bot.demo_souls import Soul
from mentoring.consents import ConsentKind
from mentoring.people import ADULT_AGE, CONSENT_AGE, Person, age
from mentoring.roles import PARTICIPANTS
from programmes.programme import Programme
from storage.work import Work


async def consent(
    work: Work, programme: Programme, soul: Soul, person: Person, guardian: Person | None, today: date
) -> None:
    """The guardian's and, from 14 on, the person's own; some of the adults let themselves be named."""
    if guardian is not None:
        await work.guardianships.put(person.id, guardian.id, _kinship(guardian))
    years = age(soul.birth, today)
    givers = [guardian.id] if guardian is not None else []
    givers += [person.id] if years >= CONSENT_AGE or guardian is None else []
    kinds = [ConsentKind.PROCESSING]
    if soul.role in PARTICIPANTS:
        kinds += [ConsentKind.PARTICIPATION]
        kinds += [ConsentKind.PUBLICATION] if years >= ADULT_AGE and soul.chat % 3 else []
    for kind in kinds:
        for giver in givers:
            await work.consents.give(person.id, kind, programme.consents[kind.value], given_by=giver)


def _kinship(guardian: Person) -> str:
    """By the patronymic: «Борисович» is a father."""
    return "father" if guardian.name.endswith("ич") else "mother"
