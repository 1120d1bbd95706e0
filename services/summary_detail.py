"""What stands behind a summary: the weeks or months of its chart, and for its table each item and every row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from mentoring.attendance import present
from mentoring.clock import at, local_date, monday_of
from mentoring.meetings import Meeting, MeetingState
from mentoring.mentorships import Mentorship
from mentoring.participation import active_during
from mentoring.periods import Period
from mentoring.satisfaction import figure
from mentoring.whereabouts import link_of
from reports.data import AnswerRow, AskedRow, Item, Measure, MeetingRow, PairRow, Summary, Week
from services import catalogue, summary, summary_veil
from services.desk import Desk
from services.summary import View, by_staff, group_of, known, measure_of, named, pair_name
from storage.summary_rows import Answered, AskedOf
from storage.turns import by_turns
from surveys.answers import describe_answer
from surveys.definition import Definition, Question
from surveys.path import Value
from surveys.record import Subject
from surveys.scoring import item_value
from surveys.wording import Wording

WEEKS, MONTHS = 8, 10
"""As many as a phone's picture has room for."""


@dataclass(frozen=True, slots=True)
class Labels:
    """How the rows' people and mentorships are called; `of_meeting`: the mentorship a meeting belongs to.

    `definitions`: the questionnaires as they were asked, those that people sent in among them. `attendance`: by held
    meeting, how many were there and of how many.
    """

    names: Mapping[int, str]
    pairs: Mapping[int, str]
    of_meeting: Mapping[int, int]
    definitions: Mapping[tuple[str, int], Definition]
    attendance: Mapping[int, tuple[int, int]]

    def definition(self, desk: Desk, name: str, version: int) -> Definition | None:
        """As it was asked, or as it is now; None where it is not used any more."""
        return self.definitions.get((name, version)) or known(desk, name, version)

    def who(self, person_id: int | None) -> str | None:
        return None if person_id is None else self.names.get(person_id)

    def about(self, subject: Subject | None) -> str | None:
        """The pair that a response is about, if it is about one."""
        if subject is None:
            return None
        mentorship = self.of_meeting.get(subject.id) if subject.kind == "meeting" else subject.id
        return self.pairs.get(mentorship or 0) if subject.kind in ("meeting", "mentorship") else None


async def with_weeks(desk: Desk, seen: View, found: Summary) -> Summary:
    """The summary with the weeks up to its end, of a year with its months; the last is cut where the period is."""
    marks = [place for item in summary.items(desk) if item.measure is Measure.MEETING for place in item.places]
    if not marks:
        return found
    firsts = _months(found.period) if found.by_month else _mondays(found.period)
    bounds = [*(at(first, time(0), found.period.zone) for first in firsts), found.period.ends]
    counted = await desk.work.summary.series(seen.ids, bounds, marks[0])
    hidden = await summary_veil.weeks(desk, seen.organisation_id, bounds, marks[0]) if seen.fewest > 1 else ()
    weeks = tuple(
        Week(
            first,
            week.planned,
            week.held,
            None if number in hidden or week.marks.people < seen.fewest else week.marks.mean,
            week.marks.count,
        )
        for number, (first, week) in enumerate(zip(firsts, counted, strict=True))
    )
    today = local_date(desk.now, found.period.zone)
    return replace(found, weeks=_begun(weeks, today) if found.by_month else weeks)


def _mondays(period: Period) -> list[date]:
    latest = monday_of(period.last_day)
    return [latest - timedelta(weeks=WEEKS - 1 - number) for number in range(WEEKS)]


def _months(period: Period) -> list[date]:
    """First days of its months; the first month begins where the period does."""
    first, last = period.first_day, period.last_day
    months = range(first.year * 12 + first.month, last.year * 12 + last.month)
    return [first, *(date(number // 12, number % 12 + 1, 1) for number in months)]


def _begun(months: tuple[Week, ...], today: date) -> tuple[Week, ...]:
    """From the first month in which there was something to this one: a standstill at the end is news, too.

    Where they are more than a picture has room for, holidays at the end go first.
    """
    begun = [each for each in months if each.first <= today]
    busy = [number for number, each in enumerate(begun) if each.planned or each.held or each.count]
    if not busy:
        return ()
    return tuple(begun[busy[0] : max(busy[0] + MONTHS, busy[-1] + 1)])


async def with_rows(desk: Desk, seen: View, found: Summary) -> Summary:
    """The summary with its items and with every row it can be counted from again."""
    work, ids, period = desk.work, seen.ids, found.period
    pairs = await work.summary.open_mentorships(ids, period)
    meetings = await work.summary.meeting_rows(ids, period)
    asked = [each for each in await work.summary.asked_rows(ids, period) if not by_staff(desk, each.definition)]
    answers = [each for each in await work.summary.answer_rows(ids, period) if not by_staff(desk, each.definition)]
    subjects = [*(each.subject for each in asked), *(each.subject for each in answers)]
    used = {(each.definition, each.version) for each in asked} | {(each.definition, each.version) for each in answers}
    labels = await labelled(desk, seen, pairs, meetings, [each for each in subjects if each is not None], used)
    last = await work.summary.last_held(ids, period.ends)
    return replace(
        found,
        items=await _items(desk, seen, period),
        pairs=tuple(pair_row(each, labels, last.get(each.id), active=active_during(each, period)) for each in pairs),
        meetings=tuple([meeting_row(each, labels) async for each in by_turns(meetings)]),
        asked=tuple([_asked_row(desk, each, labels, period) async for each in by_turns(asked)]),
        answers=tuple([answer_row(desk, each, labels) async for each in by_turns(answers)]),
    )


async def labelled(
    desk: Desk,
    seen: View,
    pairs: tuple[Mentorship, ...],
    meetings: tuple[Meeting, ...],
    subjects: list[Subject],
    used: Iterable[tuple[str, int]] = (),
) -> Labels:
    """Names for rows; mentorships and meetings that are only spoken of are looked up, `used` questionnaires too."""
    of_meeting = {each.id: each.mentorship_id for each in meetings}
    spoken_of = {each.id for each in subjects if each.kind == "meeting"} - set(of_meeting)
    of_meeting |= await desk.work.summary.mentorships_of(spoken_of)
    known_pairs = {each.id: each for each in pairs}
    wanted = set(of_meeting.values()) | {each.id for each in subjects if each.kind == "mentorship"}
    known_pairs |= await desk.work.summary.mentorships(wanted - set(known_pairs))
    names = await desk.work.summary.names(seen.ids)
    called = {one.id: pair_name(one, names, seen.naming) for one in known_pairs.values()}
    attended = await _attendance(desk, known_pairs, meetings)
    return Labels(names, called, of_meeting, await catalogue.several(desk, used), attended)


async def _attendance(
    desk: Desk, pairs: Mapping[int, Mentorship], meetings: Iterable[Meeting]
) -> dict[int, tuple[int, int]]:
    """By held meeting: how many were there, and of how many."""
    held = {each.id: pairs[each.mentorship_id] for each in meetings if each.state is MeetingState.HELD}
    marks = await desk.work.attendances.of_meetings(held)
    return {
        meeting: (len(present(pair, marks.get(meeting, ()))), len(marks.get(meeting, ())) or len(pair.people))
        for meeting, pair in held.items()
    }


def pair_row(of: Mentorship, labels: Labels, last_held: datetime | None, *, active: bool) -> PairRow:
    """A mentorship as a row."""
    return PairRow(
        pair=labels.pairs[of.id],
        form=of.form,
        state=of.state,
        mentors=named(of.mentors, labels.names, summary.Naming.FULL),
        mentees=named(of.mentees, labels.names, summary.Naming.FULL),
        starts=of.starts,
        ends=of.ends,
        active=active,
        last_held=last_held,
    )


def meeting_row(of: Meeting, labels: Labels) -> MeetingRow:
    """A meeting as a row."""
    here, invited = labels.attendance.get(of.id, (None, None))
    return MeetingRow(
        pair=labels.pairs[of.mentorship_id],
        kind=of.kind,
        starts_at=of.starts_at,
        state=of.state,
        unplanned=of.unplanned,
        moves=of.moves,
        minutes=of.minutes,
        place=of.place,
        not_held_reason=of.not_held_reason,
        format=of.format,
        linked=link_of(of) is not None,
        present=here,
        invited=invited,
    )


def answer_row(desk: Desk, of: Answered, labels: Labels) -> AnswerRow:
    """An answer as a row: a number stays one, an option is told by its label."""
    definition = labels.definition(desk, of.definition, of.version)
    question = definition.question(of.question) if definition else None
    measure = measure_of(question) if question else None
    counts = question is not None and measure is not None and isinstance(of.value, int)
    anonymous = of.person_id is None
    return AnswerRow(
        title=_title(desk, definition, of.definition),
        question=question.text.text(desk.actor.language) if question and question.text else of.question,
        answer=answer_in_words(desk, question, of.value),
        measure=measure if counts else None,
        score=item_value(question, of.value) if counts and question and isinstance(of.value, int) else None,
        who=labels.who(of.person_id),
        pair=None if anonymous else labels.about(of.subject),
        answered_at=None if anonymous else of.finished_at,
    )


def _asked_row(desk: Desk, of: AskedOf, labels: Labels, period: Period) -> AskedRow:
    answered = of.finished_at is not None and of.finished_at < period.ends
    anonymous = of.person_id is None
    return AskedRow(
        group=group_of(desk, of.definition),
        title=_title(desk, labels.definition(desk, of.definition, of.version), of.definition),
        asked_at=of.asked_at,
        answered=answered,
        who=labels.who(of.person_id),
        pair=None if anonymous else labels.about(of.subject),
        answered_at=of.finished_at if answered and not anonymous else None,
    )


async def _items(desk: Desk, seen: View, period: Period) -> tuple[Item, ...]:
    """Satisfaction item by item; those that nobody has answered in either period are left out."""
    wanted = [each for each in summary.items(desk) if each.measure is Measure.SATISFACTION]
    tallies = await desk.work.summary.tallies(
        seen.ids, period, {str(number): each.places for number, each in enumerate(wanted)}
    )
    shown = []
    for number, each in enumerate(wanted):
        now, before = tallies[str(number)]
        if now.count or before.count:
            shown.append(Item(each.text, figure(each.text, now, before, seen.fewest)))
    return tuple(shown)


def _title(desk: Desk, definition: Definition | None, name: str) -> str:
    return definition.title.text(desk.actor.language) if definition else name


def answer_in_words(desk: Desk, question: Question | None, value: Value) -> str | int:
    """An answer in the reader's language; a number stays one."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    labels = describe_answer(question, value) if question else ()
    told = [label.text(desk.actor.language) if isinstance(label, Wording) else label for label in labels]
    # A fixed sentence of the engine has its words in `locales/` alone; its stored value is plain enough.
    words = [label for label in told if isinstance(label, str)]
    return ", ".join(words) if words and len(words) == len(told) else str(value)
