"""Tasks of a mentorship: set by the mentor or the curator, done by the mentee or the guardian, checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mentoring import tasks as rules
from mentoring.access import Action, Scope, allowed, ensure, stands_beside
from mentoring.errors import Forbidden, NotFound, Stale
from mentoring.mentorships import Mentorship, MentorshipState
from mentoring.pages import pages_of
from mentoring.people import Person
from mentoring.tasks import TO_DO, Attachment, Task, TaskState
from messaging.replies import Button, File, Keyboard, Replies, Say, Show, press
from services import dialogue, notices, pairs
from services.desk import Asked, Desk
from services.dialogue_screens import done
from services.pairs import Pair
from storage.mentorship_dues import SUBJECT
from surveys.definition import Option
from surveys.path import Value
from surveys.record import Record, Subject

PAGE = 8
TASK = "task"


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


# --- what there is ---------------------------------------------------------------------------------------------------


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
    task, mentorship = await _found(desk, task_id)
    if task.person_id not in _whose(desk, mentorship):
        raise Forbidden
    return await _card(desk, task, mentorship)


async def attachment(desk: Desk, task_id: int) -> File:
    """The photo or document that came with the report; NotFound where there is none."""
    seen = await card(desk, task_id)
    if seen.task.file is None:
        raise NotFound
    return File(seen.task.file.name, b"", seen.task.file.photo, seen.task.file.file_id)


async def _card(desk: Desk, task: Task, mentorship: Mentorship) -> Card:
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
        may_do=task.state in TO_DO and _may_do(desk, task, mentorship),
        may_check=task.state is TaskState.DONE and checks,
        may_drop=task.state in TO_DO and sets and mentorship.state is MentorshipState.ACTIVE,
    )


# --- setting one -----------------------------------------------------------------------------------------------------


async def begin_new(desk: Desk, mentorship_id: int) -> Show:
    """The form `task`."""
    mentorship = await _for_setting(desk, mentorship_id)
    return await dialogue.begin(
        desk,
        "task",
        subject=Subject(SUBJECT, mentorship.id),
        organisation_id=mentorship.organisation_id,
        facts={"several": len(mentorship.mentees) > 1},
    )


async def mentees(desk: Desk, asked: Asked) -> Sequence[Option]:
    """Source `task_mentees`: the mentees of the mentorship the form is about."""
    if asked.subject is None or asked.subject.kind != SUBJECT:
        return ()
    mentorship = await pairs.find(desk, asked.subject.id)
    if not allowed(desk.actor, Action.SET_TASK, Scope.of(mentorship)):
        return ()
    people = await desk.work.people.many(mentorship.mentees)
    return tuple(Option(str(one), people[one].name) for one in mentorship.mentees if one in people)


async def set_(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `tasks.set`: each mentee has the task and hears of it."""
    mentorship = await _for_setting(desk, record.about(SUBJECT) or 0)
    chosen = answers.get("who")
    wanted = {int(str(one)) for one in chosen} if isinstance(chosen, list) else set(mentorship.mentees)
    whom = [person for person in mentorship.mentees if person in wanted]
    if not whom:
        raise Stale
    due = date.fromisoformat(str(answers["due"]))
    made = await desk.work.tasks.add(mentorship.id, whom, str(answers["task"]), due, by=desk.actor.person_id or 0)
    for task in made:
        said = {"who": _actor(desk), "task": task.task, "due": due}
        await tell_mentee(desk, task, Say("tasks-told-new", said), _mentees_keyboard(task))
    people = await desk.work.people.many(whom)
    text = Say("tasks-set", {"names": pairs.full_names(people.values()), "due": due})
    return (done(record, text, _back(mentorship.id)),)


async def tell_mentee(desk: Desk, task: Task, text: Say, keyboard: Keyboard) -> None:
    """To the mentee; where they can't be reached, to those who answer for them."""
    if await notices.to(desk, task.person_id, text, keyboard=keyboard):
        return
    for guardianship in await desk.work.guardianships.of_children({task.person_id}):
        await notices.to(desk, guardianship.guardian_id, text, keyboard=keyboard)


# --- doing and checking ----------------------------------------------------------------------------------------------


async def begin_report(desk: Desk, task_id: int) -> Show:
    """The form `task-report`, for the mentee or the guardian."""
    task, mentorship = await _for_doing(desk, task_id)
    return await dialogue.begin(
        desk, "task-report", subject=Subject(TASK, task.id), organisation_id=mentorship.organisation_id
    )


async def report(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `tasks.report`: the mentors hear that it waits for them."""
    before, mentorship = await _for_doing(desk, record.about(TASK) or 0)
    words = answers.get("report")
    after = rules.finish(before, str(words) if words else None, _attachment(answers.get("file")), desk.now)
    await _store(desk, before, after)
    person = (await desk.work.people.many([after.person_id])).get(after.person_id)
    said = {"name": person.name if person else "", "task": after.task}
    for mentor in mentorship.mentors:
        await notices.to(desk, mentor, Say("tasks-told-done", said), keyboard=_checkers_keyboard(after))
    return (done(record, Say("tasks-reported"), _back(mentorship.id)),)


async def accept(desk: Desk, task_id: int) -> Card:
    """It is done as it should be; the mentee hears."""
    before, mentorship = await _for_checking(desk, task_id)
    after = rules.check(before, True, None, desk.actor.person_id, desk.now)
    await _store(desk, before, after)
    said = {"who": _actor(desk), "task": after.task}
    await tell_mentee(desk, after, Say("tasks-told-accepted", said), (_open_row(after),))
    return await _card(desk, after, mentorship)


async def begin_return(desk: Desk, task_id: int) -> Show:
    """The form `task-return`."""
    task, mentorship = await _for_checking(desk, task_id)
    return await dialogue.begin(
        desk, "task-return", subject=Subject(TASK, task.id), organisation_id=mentorship.organisation_id
    )


async def give_back(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `tasks.return`: the mentee hears what is missing."""
    before, mentorship = await _for_checking(desk, record.about(TASK) or 0)
    after = rules.check(before, False, str(answers["comment"]), desk.actor.person_id, desk.now)
    await _store(desk, before, after)
    said = {"who": _actor(desk), "task": after.task, "comment": after.comment or ""}
    await tell_mentee(desk, after, Say("tasks-told-returned", said), _mentees_keyboard(after))
    return (done(record, Say("tasks-returned"), _back(mentorship.id)),)


async def drop(desk: Desk, task_id: int) -> Card:
    """It is not needed any more; the mentee hears."""
    before, mentorship = await _found(desk, task_id)
    ensure(desk.actor, Action.SET_TASK, Scope.of(mentorship))
    if mentorship.state is not MentorshipState.ACTIVE:
        raise Stale("tasks-refusal-over")
    after = rules.drop(before, desk.actor.person_id, desk.now)
    await _store(desk, before, after)
    await tell_mentee(desk, after, Say("tasks-told-dropped", {"who": _actor(desk), "task": after.task}), ())
    return await _card(desk, after, mentorship)


async def carry_over(desk: Desk, old_mentorship_id: int, new_mentorship_id: int) -> int:
    """At a hand-over: what is still open of the mentees who go on goes on with them; how many tasks did.

    Whoever hands the mentorship over has been authorised.
    """
    new = await pairs.find(desk, new_mentorship_id)
    return await desk.work.tasks.carry_over(old_mentorship_id, new_mentorship_id, new.mentees)


# --- how it works ----------------------------------------------------------------------------------------------------


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


def _may_do(desk: Desk, task: Task, mentorship: Mentorship) -> bool:
    """The mentee themselves, or a guardian of this very child."""
    own = task.person_id == desk.actor.person_id or task.person_id in desk.actor.wards
    active = mentorship.state is MentorshipState.ACTIVE
    return own and active and allowed(desk.actor, Action.DO_TASK, Scope.of(mentorship, task.person_id))


async def _found(desk: Desk, task_id: int) -> tuple[Task, Mentorship]:
    task = await desk.work.tasks.get(task_id)
    if task is None:
        raise NotFound
    return task, await pairs.find(desk, task.mentorship_id)


async def _for_setting(desk: Desk, mentorship_id: int) -> Mentorship:
    mentorship = await pairs.find(desk, mentorship_id)
    ensure(desk.actor, Action.SET_TASK, Scope.of(mentorship))
    if mentorship.state is not MentorshipState.ACTIVE:
        raise Stale("refusal-not-active")
    return mentorship


async def _for_doing(desk: Desk, task_id: int) -> tuple[Task, Mentorship]:
    task, mentorship = await _found(desk, task_id)
    if not _may_do(desk, task, mentorship):
        raise Forbidden
    if task.state not in TO_DO:
        raise Stale("tasks-refusal-closed")
    return task, mentorship


async def _for_checking(desk: Desk, task_id: int) -> tuple[Task, Mentorship]:
    task, mentorship = await _found(desk, task_id)
    ensure(desk.actor, Action.CHECK_TASK, Scope.of(mentorship))
    if task.state is not TaskState.DONE:
        raise Stale("tasks-refusal-checked")
    return task, mentorship


async def _store(desk: Desk, before: Task, after: Task) -> None:
    if not await desk.work.tasks.change(before, after):
        raise Stale("tasks-refusal-checked")


async def _lines(desk: Desk, found: Sequence[Task]) -> tuple[Line, ...]:
    people = await desk.work.people.many(one.person_id for one in found)
    today = desk.today()
    return tuple(Line(one, people.get(one.person_id), one.overdue(today)) for one in found)


def _attachment(value: Value | None) -> Attachment | None:
    if not isinstance(value, dict):
        return None
    return Attachment(str(value["file_id"]), str(value.get("name") or ""), bool(value.get("photo")))


def _actor(desk: Desk) -> str:
    return desk.actor.person.name if desk.actor.person is not None else ""


def _open_row(task: Task) -> tuple[Button, ...]:
    return (Button(Say("tasks-open"), press("task.card", task.id)),)


def _mentees_keyboard(task: Task) -> Keyboard:
    return ((Button(Say("tasks-do"), press("task.done", task.id)),), _open_row(task))


def _checkers_keyboard(task: Task) -> Keyboard:
    return ((Button(Say("tasks-look"), press("task.card", task.id)),),)


def _back(mentorship_id: int) -> Keyboard:
    return (
        (Button(Say("tasks-list"), press("tasks.open", mentorship_id)),),
        (Button(Say("menu-button"), press("menu.open")),),
    )
