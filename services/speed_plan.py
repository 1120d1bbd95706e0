"""The plan of speed meetings on paper, for the curator who runs the room: ordered with a press, made as a job."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

from mentoring import speed_meetings as rules
from mentoring.errors import Invalid
from mentoring.mentorships import Side
from messaging.replies import Say, Show, press
from reports.speed_plan import RoomPlan, print_plan
from services import jobs, speed_titles
from services.desk import Desk
from services.jobs import Making
from services.speed_meetings import card
from storage.jobs import Job

KIND = "speed-plan"
"""Kind of the job."""
Rounds = Sequence[Sequence[rules.Talk]]


async def order(desk: Desk, event_id: int) -> Show:
    """Has the whole plan made as a paper; Invalid while a side is empty."""
    found = await card(desk, event_id)
    if not found.rounds:
        raise Invalid("speed-nobody")
    return await jobs.order(
        desk, KIND, {"event": event_id}, slot=f"speed-print:{event_id}", back=press("speed.card", event_id)
    )


async def make(desk: Desk, job: Job) -> Making:
    """The plan mentor by mentor, with full names: it is the curator's."""
    found = await card(desk, job.arguments["event"])
    rounds = rules.plan(found.seats)
    people = await desk.work.people.many([one.person_id for one in found.seats])
    names = {person_id: person.name for person_id, person in people.items()}
    day = found.event.starts_at.astimezone(ZoneInfo(found.organisation.zone)).date()
    plan = RoomPlan(
        title=speed_titles.printed(desk, found.event),
        day=day,
        place=found.event.place or "",
        hours=tuple(found.hour(number) for number in range(len(rounds))),
        talks=tuple(
            (names[mentor], _with(mentor, rounds, names)) for mentor in found.on(Side.MENTOR) if mentor in names
        ),
        resting=tuple(_resting(talks, names) for talks in rounds),
    )
    return Making(
        print_plan,
        (plan, desk.actor.language),
        name=f"speed-meetings-{day}.docx",
        caption=Say("speed-print-caption", {"title": speed_titles.title(desk, found.event)}),
    )


def _with(mentor: int, rounds: Rounds, names: Mapping[int, str]) -> tuple[str | None, ...]:
    """Round by round with whom a mentor talks."""
    mentees = [talk.mentee_id for talks in rounds for talk in talks if talk.mentor_id == mentor]
    return tuple(None if mentee is None else names.get(mentee) for mentee in mentees)


def _resting(talks: Sequence[rules.Talk], names: Mapping[int, str]) -> tuple[str, ...]:
    """The mentees whom a round leaves without a mentor."""
    alone = [talk.mentee_id for talk in talks if talk.mentor_id is None and talk.mentee_id is not None]
    return tuple(names[mentee] for mentee in alone if mentee in names)
