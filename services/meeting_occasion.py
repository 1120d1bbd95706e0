"""A meeting with everybody around it: what is needed to show it, to tell of it and to change it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from mentoring.clock import at
from mentoring.errors import NotFound
from mentoring.meetings import Meeting, MeetingKind
from mentoring.mentorships import Mentorship
from mentoring.people import Organisation, Person
from mentoring.reminders import Recipient
from mentoring.roles import Role
from messaging.replies import Say, Text
from programmes.parts import CycleStep
from services.desk import Desk
from services.dialogue_screens import own
from services.role_models import lives_by_model


@dataclass(frozen=True, slots=True)
class Occasion:
    """A meeting, its mentorship and organisation, its people by id, and whom a message about it reaches."""

    meeting: Meeting
    mentorship: Mentorship
    organisation: Organisation
    people: dict[int, Person]
    audience: tuple[Recipient, ...]

    def names_for(self, person_id: int | None) -> tuple[str, ...]:
        """Full names of the participants as one of them, a guardian or a curator reads them: all but oneself."""
        return self.names(each for each in self.mentorship.people if each != person_id)

    def names(self, ids: Iterable[int]) -> tuple[str, ...]:
        """Full names of those who are known."""
        return tuple(self.people[each].name for each in ids if each in self.people)

    @property
    def zones(self) -> tuple[str, ...]:
        """The organisation's zone, then those of the participants."""
        own_zones = (self.people[each].zone for each in self.mentorship.people if each in self.people)
        return tuple(dict.fromkeys([self.organisation.zone, *(zone for zone in own_zones if zone)]))

    def with_(self, meeting: Meeting) -> Occasion:
        """The same around a changed meeting."""
        return replace(self, meeting=meeting)


async def around(desk: Desk, meeting: Meeting, audience: tuple[Recipient, ...] | None = None) -> Occasion:
    """Everything around a meeting (`audience`, where it is known already); NotFound where its mentorship is gone."""
    mentorship = await desk.work.mentorships.get(meeting.mentorship_id)
    if mentorship is None:
        raise NotFound
    organisation = await desk.work.organisations.get(mentorship.organisation_id)
    if organisation is None:
        raise NotFound
    if audience is None:
        audience = (await desk.work.meetings.audiences([mentorship.id])).get(mentorship.id, ())
    ids = {*mentorship.people, *(one.person_id for one in audience), meeting.planned_by}
    return Occasion(meeting, mentorship, organisation, await desk.work.people.many(ids), audience)


async def occasion(desk: Desk, meeting_id: int) -> Occasion:
    """The same by the meeting's id."""
    meeting = await desk.work.meetings.get(meeting_id)
    if meeting is None:
        raise NotFound
    return await around(desk, meeting)


async def planner(desk: Desk, about: Occasion) -> int | None:
    """Who planned the meeting, if it is still theirs: one of its people, or a curator of its organisation."""
    found, mentorship = about.meeting.planned_by, about.mentorship
    if found in mentorship.people:
        return found
    curators = await desk.work.memberships.holders_in(Role.CURATOR, [mentorship.organisation_id])
    return found if found in curators.get(mentorship.organisation_id, ()) else None


async def zone_of_actor(desk: Desk) -> str:
    """The zone in which whoever acts reads and types times."""
    return (await desk.work.chats.reader(desk.actor.chat_id)).zone


def moment(day: object, hour: object, zone: str) -> datetime:
    """Answers to a date and a time question as UTC."""
    return at(date.fromisoformat(str(day)), time.fromisoformat(str(hour)), zone)


def actor_name(desk: Desk) -> str:
    """Full name of whoever acts."""
    return desk.actor.person.name if desk.actor.person is not None else ""


def steps(desk: Desk, mentorship: Mentorship) -> tuple[CycleStep, ...]:
    """The cycle of meetings of a mentorship's role model."""
    return desk.programme.cycle_for(mentorship.form, mentorship.role_model)


def told_steps(desk: Desk, mentorship: Mentorship) -> tuple[CycleStep, ...]:
    """The same by names that are for the actor's eyes: «План для карты» tells of a register."""
    near = lives_by_model(desk, mentorship, *mentorship.mentees)
    return steps(desk, mentorship) if near else desk.programme.cycle


def is_single(desk: Desk, mentorship: Mentorship) -> bool:
    """Whether one meeting is all there is (speed, flash)."""
    return any(kind.id == mentorship.kind and kind.single_meeting for kind in desk.programme.kinds)


def kind_name(desk: Desk, kind: MeetingKind, mentorship: Mentorship | None = None) -> Text:
    """What the programme calls a kind of meeting: by the mentorship's own cycle, if it has one name for it there."""
    for cycle in (told_steps(desk, mentorship) if mentorship is not None else (), desk.programme.cycle):
        names = {step.name for step in cycle if step.kind is kind}
        if len(names) == 1:
            return own(names.pop())
    return Say(f"report-calendar-title-{kind.value}")
