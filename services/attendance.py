"""Who was there: asked by the log of a group or circle, kept with the meeting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mentoring import attendance
from mentoring.access import Action, Scope, allowed
from mentoring.attendance import Absence, Attendance
from mentoring.meetings import Meeting
from mentoring.mentorships import Mentorship
from services.desk import Asked, Desk
from services.meeting_occasion import Occasion
from surveys.definition import Option
from surveys.path import Answers, Value


async def logged_for(desk: Desk, asked: Asked) -> Mentorship | None:
    """The mentorship whose meeting a log is about, as far as it is known yet."""
    chosen, subject = asked.answers.get("mentorship"), asked.subject
    mentorship_id = int(str(chosen)) if chosen is not None else None
    if subject is not None and subject.kind == "mentorship":
        mentorship_id = subject.id
    elif subject is not None and subject.kind == "meeting":
        meeting = await desk.work.meetings.get(subject.id)
        mentorship_id = meeting.mentorship_id if meeting is not None else None
    return await desk.work.mentorships.get(mentorship_id) if mentorship_id is not None else None


async def facts(desk: Desk, asked: Asked) -> Mapping[str, object]:
    """`several`: the log asks who was there."""
    mentorship = await logged_for(desk, asked)
    return {"several": mentorship is not None and attendance.is_asked(mentorship)}


async def participants(desk: Desk, asked: Asked) -> Sequence[Option]:
    """Source `participants`: everybody of the mentorship but the actor."""
    mentorship = await logged_for(desk, asked)
    if mentorship is None or not allowed(desk.actor, Action.LOG_MEETING, Scope.of(mentorship)):
        return ()
    ids = [each for each in mentorship.people if each != desk.actor.person_id]
    people = await desk.work.people.many(ids)
    return tuple(Option(str(each), people[each].name) for each in ids if each in people)


def ensure_possible(mentorship: Mentorship, meeting: Meeting, answers: Answers, desk: Desk) -> None:
    """Raise Invalid, before anything is stored, where nobody is left of a side."""
    _marks(mentorship, meeting, answers, desk)


async def keep(desk: Desk, about: Occasion, answers: Mapping[str, Value]) -> tuple[int, ...]:
    """Store who was at a held meeting, and give who was not."""
    marks = _marks(about.mentorship, about.meeting, answers, desk)
    await desk.work.attendances.mark(marks)
    return tuple(one.person_id for one in marks if not one.present)


def _marks(mentorship: Mentorship, meeting: Meeting, answers: Answers, desk: Desk) -> tuple[Attendance, ...]:
    chosen, why = answers.get("absent"), answers.get("absent_why")
    away = {int(each) for each in chosen} if isinstance(chosen, list) else set()
    reason = Absence(str(why)) if why is not None else None
    return attendance.mark(
        mentorship, meeting, away & set(mentorship.people), reason, by=desk.actor.person_id or 0, now=desk.now
    )
