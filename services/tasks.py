"""Tasks of a mentorship: set by the mentor or the curator, done by the mentee or the guardian, checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from mentoring import tasks as rules
from mentoring.access import Action, Scope, allowed, ensure
from mentoring.errors import Forbidden, Stale
from mentoring.mentorships import Mentorship, MentorshipState
from mentoring.tasks import TO_DO, Attachment, Task, TaskState
from messaging.replies import Button, Keyboard, Replies, Say, Show, press
from services import dialogue, notices, pairs, tasks_views
from services.desk import Asked, Desk
from services.dialogue_screens import done
from services.tasks_views import Card
from storage.mentorship_dues import SUBJECT
from surveys.definition import Option
from surveys.path import Value
from surveys.record import Record, Subject

TASK = "task"


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
    return await tasks_views.seen(desk, after, mentorship)


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
    before, mentorship = await tasks_views.found(desk, task_id)
    ensure(desk.actor, Action.SET_TASK, Scope.of(mentorship))
    if mentorship.state is not MentorshipState.ACTIVE:
        raise Stale("tasks-refusal-over")
    after = rules.drop(before, desk.actor.person_id, desk.now)
    await _store(desk, before, after)
    await tell_mentee(desk, after, Say("tasks-told-dropped", {"who": _actor(desk), "task": after.task}), ())
    return await tasks_views.seen(desk, after, mentorship)


async def carry_over(desk: Desk, old_mentorship_id: int, new_mentorship_id: int) -> int:
    """At a hand-over: what is still open of the mentees who go on goes on with them; how many tasks did.

    Whoever hands the mentorship over has been authorised.
    """
    new = await pairs.find(desk, new_mentorship_id)
    return await desk.work.tasks.carry_over(old_mentorship_id, new_mentorship_id, new.mentees)


# --- how it works ----------------------------------------------------------------------------------------------------


async def _for_setting(desk: Desk, mentorship_id: int) -> Mentorship:
    mentorship = await pairs.find(desk, mentorship_id)
    ensure(desk.actor, Action.SET_TASK, Scope.of(mentorship))
    if mentorship.state is not MentorshipState.ACTIVE:
        raise Stale("refusal-not-active")
    return mentorship


async def _for_doing(desk: Desk, task_id: int) -> tuple[Task, Mentorship]:
    task, mentorship = await tasks_views.found(desk, task_id)
    if not tasks_views.may_do(desk, task, mentorship):
        raise Forbidden
    if task.state not in TO_DO:
        raise Stale("tasks-refusal-closed")
    return task, mentorship


async def _for_checking(desk: Desk, task_id: int) -> tuple[Task, Mentorship]:
    task, mentorship = await tasks_views.found(desk, task_id)
    ensure(desk.actor, Action.CHECK_TASK, Scope.of(mentorship))
    if task.state is not TaskState.DONE:
        raise Stale("tasks-refusal-checked")
    return task, mentorship


async def _store(desk: Desk, before: Task, after: Task) -> None:
    if not await desk.work.tasks.change(before, after):
        raise Stale("tasks-refusal-checked")


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
