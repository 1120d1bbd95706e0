"""A mentorship with its people: found, named, and made into the values that texts about it need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from mentoring.errors import NotFound
from mentoring.mentorships import Mentorship, Side
from mentoring.people import Organisation, Person, short_name
from messaging.replies import Lines, Text
from services.desk import Desk
from services.dialogue_screens import own


@dataclass(frozen=True, slots=True)
class Pair:
    """A mentorship, the people in it by id, and its organisation."""

    mentorship: Mentorship
    people: Mapping[int, Person]
    organisation: Organisation

    def on(self, side: Side) -> tuple[Person, ...]:
        """The people of one side, in the order in which they were chosen."""
        return tuple(self.people[person] for person in self.mentorship.on_side(side) if person in self.people)

    def facing(self, person_id: int) -> tuple[Person, ...]:
        """The people of the other side."""
        side = self.mentorship.side_of(person_id)
        return self.on(Side.MENTEE if side is Side.MENTOR else Side.MENTOR)

    @property
    def zone(self) -> str:
        return self.organisation.zone


async def find(desk: Desk, mentorship_id: int) -> Mentorship:
    """The mentorship; NotFound if there is none."""
    found = await desk.work.mentorships.get(mentorship_id)
    if found is None:
        raise NotFound
    return found


async def hold(desk: Desk, mentorship_id: int) -> Mentorship:
    """The mentorship for a change: nobody else changes it until this is done."""
    found = await desk.work.mentorships.hold(mentorship_id)
    if found is None:
        raise NotFound
    return found


async def pair_of(desk: Desk, mentorship: Mentorship) -> Pair:
    """The mentorship with its people."""
    return (await pairs_of(desk, [mentorship]))[0]


async def pairs_of(desk: Desk, mentorships: Iterable[Mentorship]) -> tuple[Pair, ...]:
    """Several mentorships with their people, read at once."""
    wanted = tuple(mentorships)
    people = await desk.work.people.many(person for one in wanted for person in one.people)
    organisations = await desk.work.organisations.many({one.organisation_id for one in wanted})
    return tuple(
        Pair(
            one,
            {person: people[person] for person in one.people if person in people},
            organisations[one.organisation_id],
        )
        for one in wanted
    )


async def zone(desk: Desk, mentorship: Mentorship) -> str:
    """The zone of the mentorship's organisation, an IANA name."""
    found = await desk.work.organisations.get(mentorship.organisation_id)
    return found.zone if found is not None else desk.programme.zone


def measured(desk: Desk, mentorship: Mentorship) -> bool:
    """Whether it is measured before entry, halfway and after exit: a kind of one meeting is not."""
    return mentorship.kind not in single_kinds(desk)


def single_kinds(desk: Desk) -> frozenset[str]:
    """Ids of the programme's kinds that have one meeting only (speed, flash)."""
    return frozenset(kind.id for kind in desk.programme.kinds if kind.single_meeting)


def full_names(people: Iterable[Person]) -> Text:
    """Whole names, for curators and between those who work together."""
    return Lines(tuple(person.name for person in people), ", ")


def short_names(people: Iterable[Person]) -> Text:
    """First names with an initial, for lists."""
    return Lines(tuple(short_name(person.name) for person in people), ", ")


def facts(desk: Desk, pair: Pair) -> dict[str, Any]:
    """What texts about a mentorship say of it: both sides, form, first and last day, whether questionnaires come."""
    mentorship = pair.mentorship
    return {
        "mentors": full_names(pair.on(Side.MENTOR)),
        "mentees": full_names(pair.on(Side.MENTEE)),
        "leading": len(mentorship.mentors),
        "led": len(mentorship.mentees),
        "form": own(desk.programme.form(mentorship.form).name),
        "starts": mentorship.starts,
        "ends": mentorship.ends,
        "asks": "yes" if measured(desk, mentorship) else "no",
    }
