"""What a person gives a dialogue: a button pressed, a text, a contact, a file. Any of it may come at any time."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from mentoring.errors import NotFound
from messaging.replies import Replies, Say, Toast
from services import dialogue_outcomes, sittings
from services.desk import Desk
from services.dialogue_screens import DROP, PRESS, closed_screen, say_key
from services.sittings import Sitting
from surveys import dialogue as steps
from surveys import errors, response
from surveys.record import RecordState
from surveys.response import Draft
from surveys.wording import Key

Instead = Callable[[int], Awaitable[Replies | None]]
"""What is said to a text that is no answer, by the id of the response that goes on waiting for one."""


async def press(desk: Desk, response_id: int, question_id: str, token: str, message_id: int = 0) -> Replies:
    """A button of a dialogue's screen, on the message `message_id`.

    What is stale shows the present screen again and changes nothing. The last button pressed twice: what came of it
    stands in that very place, and needs no message of its own.
    """
    try:
        sitting = await sittings.find(desk, response_id)
    except NotFound:
        if not await _stands(desk, response_id, message_id):
            raise
        return (Toast(Say("dialogue-gone")),)
    if not sitting.record.unfinished:
        closed = Toast(say_key(Key(errors.Closed.key)))
        if sitting.record.state is RecordState.FINISHED and await _stands(desk, response_id, message_id):
            return (closed,)
        return (closed, closed_screen(sitting.record, sitting.definition))
    definition, draft, context = sitting.definition, sitting.record.draft, sitting.context
    if token == DROP and sitting.record.kind == "form":
        return (await dialogue_outcomes.cancelled(desk, sitting, response.cancel(draft)),)
    try:
        moved = steps.press(definition, draft, question_id, token, context)
    except errors.InputError as error:
        return (sitting.show(problem=error.message),)
    except errors.SurveyError as error:
        return (Toast(say_key(error.message)), sitting.show())
    return await dialogue_outcomes.settle(desk, sitting, moved)


async def text(desk: Desk, typed: str, instead: Instead) -> Replies | None:
    """A typed answer to the active response's question, else a mark for a meeting; None if there is none to answer.

    `instead` is asked what a text means that is no answer: None, and the question says what was wrong.
    """
    language = desk.actor.language

    def step(sitting: Sitting) -> Draft:
        return steps.text(sitting.definition, sitting.record.draft, typed, language, sitting.context)

    replies = await _given(desk, step, instead)
    return replies if replies is not None else await _marked(desk, step)


async def contact(desk: Desk, phone: str) -> Replies | None:
    """A phone number sent with Telegram's button."""
    return await _given(desk, lambda s: steps.contact(s.definition, s.record.draft, phone, s.context))


async def file(desk: Desk, file_id: str, name: str, size: int, *, photo: bool) -> Replies | None:
    """A photo or document; only Telegram's id of it is kept."""
    return await _given(
        desk,
        lambda s: steps.file(s.definition, s.record.draft, file_id, name, size, photo=photo, context=s.context),
    )


async def other(desk: Desk) -> Replies | None:
    """A sticker, a voice message, anything that is no answer: says what is expected, loses nothing."""
    return await _given(desk, lambda s: steps.other(s.definition, s.record.draft, s.context))


async def _given(desk: Desk, step: Callable[[Sitting], Draft], instead: Instead | None = None) -> Replies | None:
    record = await desk.work.responses.active(desk.actor.chat_id)
    if record is None:
        return None
    sitting = await sittings.of(desk, record)
    try:
        moved = step(sitting)
    except errors.SurveyError as error:
        meant = await instead(record.id) if instead is not None and not sitting.agreeing else None
        return meant or (sitting.show(problem=error.message),)
    return await dialogue_outcomes.settle(desk, sitting, moved)


async def _marked(desk: Desk, step: Callable[[Sitting], Draft]) -> Replies | None:
    """A mark typed instead of pressed, while nothing is under way and just one meeting waits for it."""
    feedback = desk.programme.questionnaires.feedback
    waiting = await desk.work.responses.waiting(desk.actor.chat_id, "survey")
    asked = [each for each in waiting if each.definition == feedback and each.state is RecordState.WAITING]
    if len(asked) != 1:
        return None
    sitting = await sittings.of(desk, asked[0])
    try:
        moved = step(sitting)
    except errors.SurveyError:
        return None
    return await dialogue_outcomes.settle(desk, sitting, moved)


async def _stands(desk: Desk, response_id: int, message_id: int) -> bool:
    """Whether the place of a response that is gone is this message."""
    chat = desk.actor.chat_id
    place = (await desk.work.outbox.places([chat])).get(chat)
    screen = place.screens.get(f"{PRESS}:{response_id}") if place else None
    return screen is not None and screen.message_id == message_id
