"""Tasks as somebody sees them: a mentorship's, everything open for the reader, one of them and what came with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mentoring.access import Action, Scope, allowed, ensure, stands_beside
from mentoring.errors import Forbidden, NotFound
from mentoring.mentorships import Mentorship, MentorshipState
from mentoring.pages import pages_of
from mentoring.people import Person
from mentoring.tasks import TO_DO, Task, TaskState
from messaging.replies import File
from services import pairs
from services.desk import Desk
from services.pairs import Pair

PAGE = 8


@dataclass(frozen=True, slots=True)
class Line:
    """A task in a list, and whose it is."""

    task: Task
    person: Person | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class Board:
    """A page of tasks. `pair` None: of every pair of the reader; `may_set`: a new one; `names`: whose each is."""

    pair: Pair | None
    lines: tuple[Line, ...]
    page: int
    total: int
    may_set: bool
    names: bool

    @property
    def pages(self) -> int:
        return pages_of(self.total, PAGE)


@dataclass(frozen=True, slots=True)
class Card:
    """One task as its viewer sees it, and what they may do with it now."""

    pair: Pair
    task: Task
    person: Person | None
    overdue: bool
    may_do: bool
    may_check: bool
    may_drop: bool


async def board(desk: Desk, mentorship_id: int, page: int = 0) -> Board:
    """The tasks of a mentorship that are for the viewer's eyes: all of them to mentors and staff, else their own."""
    mentorship = await pairs.find(desk, mentorship_id)
    whose = _whose(desk, mentorship)
    found, total = await desk.work.tasks.page(mentorship_id, whose, offset=max(page, 0) * PAGE, limit=PAGE)
    pair = await pairs.pair_of(desk, mentorship)
    may_set = mentorship.state is MentorshipState.ACTIVE and allowed(desk.actor, Action.SET_TASK, Scope.of(mentorship))
    names = len(whose) > 1
    return Board(pair, await _lines(desk, found), max(page, 0), total, may_set, names)


async def mine(desk: Desk, page: int = 0) -> Board:
    """What is open for the actor: their own tasks and their wards', and those of the mentees they mentor."""
    me = desk.actor.person_id
    if me is None:
        raise Forbidden
    theirs = [one for one in await desk.work.mentorships.of_person(me) if me in one.mentors]
    mentored = [one.id for one in theirs if allowed(desk.actor, Action.SEE_TASKS, Scope.of(one))]
    mentees = {me, *desk.actor.wards}
    found, total = await desk.work.tasks.open_of(mentees, mentored, offset=max(page, 0) * PAGE, limit=PAGE)
    names = bool(mentored or desk.actor.wards)
    return Board(None, await _lines(desk, found), max(page, 0), total, may_set=False, names=names)


async def card(desk: Desk, task_id: int) -> Card:
    """One task, for those who may see it."""
    task, mentorship = await found(desk, task_id)
    if task.person_id not in _whose(desk, mentorship):
        raise Forbidden
    return await seen(desk, task, mentorship)


async def attachment(desk: Desk, task_id: int) -> File:
    """The photo or document that came with the report; NotFound where there is none."""
    seen = await card(desk, task_id)
    if seen.task.file is None:
        raise NotFound
    return File(seen.task.file.name, b"", seen.task.file.photo, seen.task.file.file_id)


async def seen(desk: Desk, task: Task, mentorship: Mentorship) -> Card:
    """A task for an actor who has been authorised, without the report where it is not for them."""
    pair = await pairs.pair_of(desk, mentorship)
    checks = allowed(desk.actor, Action.CHECK_TASK, Scope.of(mentorship))
    sets = allowed(desk.actor, Action.SET_TASK, Scope.of(mentorship))
    if not _near(desk, task, mentorship):
        task = replace(task, report=None, file=None, comment=None)
    return Card(
        pair,
        task,
        pair.people.get(task.person_id),
        task.overdue(desk.today(pair.zone)),
        may_do=task.state in TO_DO and may_do(desk, task, mentorship),
        may_check=task.state is TaskState.DONE and checks,
        may_drop=task.state in TO_DO and sets and mentorship.state is MentorshipState.ACTIVE,
    )


async def found(desk: Desk, task_id: int) -> tuple[Task, Mentorship]:
    """A task and its mentorship, whoever asks; NotFound for none."""
    task = await desk.work.tasks.get(task_id)
    if task is None:
        raise NotFound
    return task, await pairs.find(desk, task.mentorship_id)


def may_do(desk: Desk, task: Task, mentorship: Mentorship) -> bool:
    """The mentee themselves, or a guardian of this very child."""
    own = task.person_id == desk.actor.person_id or task.person_id in desk.actor.wards
    active = mentorship.state is MentorshipState.ACTIVE
    return own and active and allowed(desk.actor, Action.DO_TASK, Scope.of(mentorship, task.person_id))


def _whose(desk: Desk, mentorship: Mentorship) -> frozenset[int]:
    """The mentees whose tasks the actor may see; Forbidden for nobody's."""
    ensure(desk.actor, Action.SEE_TASKS, Scope.of(mentorship))
    everybody = frozenset(mentorship.mentees)
    beside = stands_beside(desk.actor, Scope.of(mentorship))
    if beside or _staff(desk, mentorship) or desk.actor.person_id in mentorship.mentors:
        return everybody
    whose = everybody & {desk.actor.person_id or 0, *desk.actor.wards}
    if not whose:
        raise Forbidden
    return whose


def _staff(desk: Desk, mentorship: Mentorship) -> bool:
    return allowed(desk.actor, Action.SEE_TASKS, Scope(mentorship.organisation_id))


def _near(desk: Desk, task: Task, mentorship: Mentorship) -> bool:
    """Whether the report and what was said to it are for the actor: a consultant sees what is to be done by when."""
    me = desk.actor.person_id
    theirs = task.person_id == me or task.person_id in desk.actor.wards
    return theirs or me in mentorship.mentors or _staff(desk, mentorship)


async def _lines(desk: Desk, found: Sequence[Task]) -> tuple[Line, ...]:
    people = await desk.work.people.many(one.person_id for one in found)
    today = desk.today()
    return tuple(Line(one, people.get(one.person_id), one.overdue(today)) for one in found)
