"""The way in: nothing lost, nothing twice, whatever fails and whenever the process dies."""

from __future__ import annotations

import asyncio
import errno
from datetime import timedelta

import pytest
from aiogram.types import Update
from sqlalchemy import text

from messaging.replies import Button, Replies, Say, Show, Toast
from storage.engine import Database
from storage.failures import DatabaseUnavailableError
from storage.intake import is_infrastructure
from storage.work import Work
from tests.messaging.stage import ANNA, BORIS, VERA, Stage, count_words, counted, echo, said, until, who


async def picky(update: Update, work: Work) -> Replies:
    """Counts words; «ой» is a fault after the effect, «стой» never ends, «немой» has no wording."""
    replies = await count_words(update, work)
    if said(update) == "ой":
        raise KeyError("внутри")
    if said(update) == "стой":
        await asyncio.Event().wait()
    if said(update) == "файл":
        raise FileNotFoundError("шаблон")
    if said(update) == "немой":
        return [Show(who(update), "echo", Say("no-such-key"))]
    return replies


async def test_updates_that_wait_share_a_commit_and_are_answered_in_order(database: Database) -> None:
    stage = Stage(database, count_words)
    for word in ("раз", "два", "три"):
        await stage.phone(ANNA).says(word)
        await stage.phone(BORIS).says(word)
    assert await stage.polling.step() == 6
    assert stage.shaky.written == 3  # the look at the start, the first update by itself, the other five
    await stage.goes()
    assert stage.texts(ANNA) == stage.texts(BORIS) == ["раз", "два", "три"]
    assert await counted(stage) == {"раз": 2, "два": 2, "три": 2}
    assert stage.telegram.updates.pending == 0
    assert await stage.rows("outgoing") == 0


async def test_a_second_delivery_is_skipped(database: Database) -> None:
    stage = Stage(database, count_words)
    await stage.phone(ANNA).says("раз")
    batch = list(stage.telegram.updates.waiting.values())
    await stage.intake.take([*batch, *batch])
    await stage.intake.take(batch)
    await stage.restarted().goes()
    assert await counted(stage) == {"раз": 1}
    assert (stage.counters.updates_taken, stage.counters.updates_repeated) == (1, 2)
    assert stage.texts(ANNA) == ["раз"]


async def test_after_two_days_taken_updates_are_forgotten(database: Database) -> None:
    stage = Stage(database)
    await stage.phone(ANNA).says("раз")
    await stage.goes()
    stage.time.passes(timedelta(hours=47).total_seconds())
    async with database.write(stage.time.now()) as work:
        await work.updates.prune()
    assert await stage.rows("updates") == 1
    stage.time.passes(timedelta(hours=2).total_seconds())
    async with database.write(stage.time.now()) as work:
        await work.updates.prune()
    assert await stage.rows("updates") == 0


async def test_an_update_that_cannot_be_read_is_put_aside_and_fails_nobody_else(database: Database) -> None:
    stage = Stage(database)
    anna = stage.phone(ANNA)
    await anna.says("до")
    stage.telegram.updates.put_raw({"message": {"message_id": "не число"}})
    stage.telegram.updates.put_raw({"hologram": {"depth": 3}})
    broken = {"message_id": 7, "date": "завтра", "chat": {"id": ANNA, "type": "private"}, "from": {"id": ANNA}}
    stage.telegram.updates.put_raw({"message": broken})
    await anna.says("после")
    await stage.goes()
    assert stage.texts(ANNA) == ["до", "Не получилось, напишите ещё раз.", "после"]
    assert await stage.column("parked", "reason") == ["unparseable"] * 3
    assert "hologram" in (await stage.column("parked", "body"))[1]
    assert await stage.rows("updates") == 5
    assert stage.counters.updates_parked == 3


async def test_updates_without_an_id_are_put_aside(database: Database) -> None:
    stage = Stage(database)
    await stage.intake.take([{"message": {}}, "не словарь"])
    assert await stage.column("parked", "update_id") == [None, None]


@pytest.mark.parametrize("word", ["ой", "стой", "файл", "немой"])
async def test_a_fault_of_the_handler_is_undone_parked_and_apologised_for(database: Database, word: str) -> None:
    stage = Stage(database, picky, deadline=0.3 if word == "стой" else 10)
    await stage.phone(ANNA).says("раз")
    await stage.phone(BORIS).says(word)
    await stage.phone(VERA).says("два")
    await stage.goes()
    assert stage.texts(ANNA) == ["раз"]
    assert stage.texts(BORIS) == ["Не получилось, напишите ещё раз."]
    assert stage.texts(VERA) == ["два"]
    assert await counted(stage) == {"раз": 1, "два": 1}
    assert await stage.column("parked", "reason") == ["deadline" if word == "стой" else "handler"]
    assert "Traceback" in (await stage.column("parked", "traceback"))[0] or word == "стой"
    assert stage.counters.handler_failures == 1
    assert stage.telegram.updates.pending == 0


async def test_what_is_put_aside_is_not_readable_at_rest(database: Database) -> None:
    stage = Stage(database, picky)
    await stage.phone(ANNA).says("ой")
    await stage.goes()
    async with database.read(stage.time.now()) as work:
        body, found = (await work.connection.execute(text("SELECT body, traceback FROM parked"))).one()
    assert b"message" not in bytes(body)
    assert b"KeyError" not in bytes(found)


async def test_a_press_is_answered_whatever_becomes_of_it(database: Database) -> None:
    async def press(update: Update, work: Work) -> Replies:
        if said(update) == "toast":
            return [Toast(Say("hello", {"name": "Анна & Ко"}), alert=True)]
        if said(update) == "fault":
            raise ValueError("внутри")
        return [Show(who(update), "menu", "меню", ((Button("Т", press="toast"), Button("Ф", press="fault")),))]

    stage = Stage(database, press)
    anna = stage.phone(ANNA)
    await anna.says("меню")
    await stage.goes()
    await anna.taps("Т")
    await stage.goes()
    await anna.toasted("Здравствуйте, Анна & Ко!")
    assert anna.last_toast is not None
    assert anna.last_toast.alert
    await anna.taps("Ф")
    await anna.presses_old(anna.screen.message_id, "-")
    await anna.presses_old(anna.screen.message_id, "other")
    await stage.goes()
    assert stage.calls("answerCallbackQuery", chat=None) == 4
    assert stage.counters.updates_parked == 1


async def test_groups_and_channels_are_recorded_and_ignored(database: Database) -> None:
    stage = Stage(database)
    group = {"id": -5, "type": "group", "title": "Класс"}
    user = {"id": ANNA, "is_bot": False, "first_name": "Анна"}
    stage.telegram.updates.put_raw(
        {"message": {"message_id": 1, "date": 1, "chat": group, "from": user, "text": "раз"}}
    )
    await stage.goes()
    assert await stage.rows("updates") == 1
    assert await stage.rows("chats") == 0
    assert stage.calls("sendMessage") == 0


async def test_a_new_chat_gets_the_language_of_its_telegram(database: Database) -> None:
    async def hello(update: Update, work: Work) -> Replies:
        return [Show(who(update), "hello", Say("hello", {"name": "X"}))]

    stage = Stage(database, hello)
    user = {"id": BORIS, "is_bot": False, "first_name": "Bob", "language_code": "en-GB"}
    chat = {"id": BORIS, "type": "private", "first_name": "Bob"}
    stage.phone(BORIS)
    stage.telegram.updates.put_raw(
        {"message": {"message_id": 900, "date": 1, "chat": chat, "from": user, "text": "hi"}}
    )
    await stage.phone(ANNA).says("привет")
    await stage.goes()
    assert stage.texts(BORIS) == ["Hello, X!"]
    assert stage.texts(ANNA) == ["Здравствуйте, X!"]
    assert 900 in await stage.column("chats", "last_incoming")


@pytest.mark.parametrize("when", ["before", "commit", "after"])
async def test_a_database_that_fails_twice_loses_nothing(database: Database, when: str) -> None:
    stage = Stage(database, count_words)
    await stage.phone(ANNA).says("раз")
    await stage.phone(BORIS).says("два")
    fault = DatabaseUnavailableError("no space left") if when != "after" else OSError(errno.ENOSPC, "disk")
    await stage.intake.begin([])
    stage.shaky.failing = [("", OSError()), (when, fault), (when, fault)]
    seen: list[str | None] = []

    async def sleep(seconds: float) -> None:
        seen.append(stage.counters.infrastructure_error)
        await stage.time.sleep(seconds)

    stage.polling._sleep = sleep
    stop = asyncio.Event()
    running = asyncio.create_task(stage.polling.run(stop))
    await until(lambda: stage.counters.updates_taken + stage.counters.updates_repeated == 2)
    stop.set()
    await running
    await stage.goes()
    assert await counted(stage) == {"раз": 1, "два": 1}
    assert seen == [type(fault).__name__] * len(seen)
    assert stage.time.slept[:2] == ([0.2, 0.4] if when != "after" else stage.time.slept[:2])
    assert stage.counters.infrastructure_error is None
    assert await stage.rows("parked") == 0
    assert stage.telegram.updates.pending == 0
    # After a commit whose success was not told, the messages are found in the outbox by the next look.
    assert stage.texts(ANNA) == ["раз"]


async def test_a_kill_at_any_step_loses_nothing_and_applies_nothing_twice(database: Database) -> None:
    """The process dies in the handler, before and after the commit, after sending, and after storing that."""
    telegram = Stage(database).telegram
    stage = Stage(database, count_words, telegram=telegram)
    await stage.phone(ANNA).says("раз")

    async def dies(update: Update, work: Work) -> Replies:
        await count_words(update, work)
        raise asyncio.CancelledError

    for handler, failing in ((dies, []), (count_words, [("commit", asyncio.CancelledError())])):
        victim = Stage(database, handler, telegram=telegram)
        victim.polling._begun = True
        victim.shaky.failing = list(failing)
        with pytest.raises(asyncio.CancelledError):
            await victim.polling.step()
        assert await counted(stage) == {}
    victim = Stage(database, count_words, telegram=telegram)
    victim.polling._begun = True
    victim.shaky.failing = [("after", asyncio.CancelledError())]
    with pytest.raises(asyncio.CancelledError):
        await victim.polling.step()
    assert await counted(stage) == {"раз": 1}
    victim = Stage(database, count_words, telegram=telegram)
    await victim.polling.step()
    assert telegram.updates.pending == 1
    victim.shaky.failing = [("before", asyncio.CancelledError())]
    with pytest.raises(asyncio.CancelledError):
        await victim.sender.settle()  # sent, but the row was not deleted
    last = Stage(database, count_words, telegram=telegram)
    await last.goes()
    assert await counted(stage) == {"раз": 1}
    assert last.texts(ANNA) == ["раз", "раз"]  # one message repeated, as guaranteed
    assert (await last.rows("outgoing"), telegram.updates.pending) == (0, 0)


async def test_what_three_starts_in_a_row_tried_in_vain_is_put_aside(database: Database) -> None:
    telegram = Stage(database).telegram

    async def deadly(update: Update, work: Work) -> Replies:
        if said(update) == "яд":
            raise asyncio.CancelledError  # stands for whatever kills the whole process
        return await echo(update, work)

    stages = [Stage(database, deadly, telegram=telegram) for _ in range(4)]
    await stages[0].phone(ANNA).says("яд")
    await stages[0].phone(BORIS).says("раз")
    for stage in stages[:3]:
        with pytest.raises(asyncio.CancelledError):
            await stage.polling.step()
    await stages[3].goes()
    assert stages[3].texts(ANNA) == ["Не получилось, напишите ещё раз."]
    assert stages[3].texts(BORIS) == ["раз"]
    assert await stages[3].column("parked", "reason") == ["starts"]


async def test_starts_that_find_other_updates_are_not_in_a_row(database: Database) -> None:
    stage = Stage(database)
    for word in ("раз", "два"):
        await stage.phone(ANNA).says(word)
    first, second = stage.telegram.updates.waiting.values()
    for batch in ([first], [first], [first], [second], [first], [first], [first]):
        await stage.restarted().intake.begin(batch)
    assert await stage.rows("parked") == 0
    await stage.restarted().intake.begin([first, second])
    assert await stage.rows("parked") == 1
    # What was taken already does not count as found.
    await stage.intake.take([second])
    for _ in range(5):
        await stage.restarted().intake.begin([second])
    assert await stage.rows("parked") == 1


async def test_blocking_and_coming_back_are_told_without_a_handler(database: Database) -> None:
    stage = Stage(database)
    anna = stage.phone(ANNA)
    stage.phone(VERA)
    await anna.says("раз")
    await anna.blocks()
    await stage.goes()
    assert stage.reached == [(ANNA, False)]
    assert stage.texts(VERA) == ["Участник недоступен."]
    await anna.unblocks()
    await stage.goes()
    assert stage.reached == [(ANNA, False), (ANNA, True)]


async def test_whoever_writes_can_be_reached_again_though_the_news_of_it_was_lost(database: Database) -> None:
    stage = Stage(database)
    anna = stage.phone(ANNA)
    await anna.says("раз")
    await stage.goes()
    async with database.write(stage.time.now()) as work:
        await stage.reach(work, ANNA, False)
    await anna.says("два")
    await anna.says("три")
    await stage.goes()
    assert stage.reached == [(ANNA, False), (ANNA, True)]
    assert stage.texts(ANNA) == ["раз", "два", "три"]


def test_only_the_machine_is_infrastructure() -> None:
    assert is_infrastructure(OSError(errno.ENOSPC, "full"))
    assert is_infrastructure(ConnectionRefusedError())
    assert is_infrastructure(DatabaseUnavailableError("gone"))
    assert not is_infrastructure(FileNotFoundError(errno.ENOENT, "no"))
    assert not is_infrastructure(TimeoutError())
    assert not is_infrastructure(KeyError("x"))


async def test_different_people_do_not_wait_for_each_other_on_postgresql(postgres_database: Database) -> None:
    inside, go_on = asyncio.Event(), asyncio.Event()

    async def slow(update: Update, work: Work) -> Replies:
        if said(update) == "долго":
            inside.set()
            await go_on.wait()
        return await count_words(update, work)

    stage = Stage(postgres_database, slow)
    for person, word in ((ANNA, "долго"), (BORIS, "быстро"), (ANNA, "потом")):
        await stage.phone(person).says(word)
    long, quick, then = ([update] for update in stage.telegram.updates.waiting.values())
    first = asyncio.create_task(stage.intake.take(long))
    await inside.wait()
    await stage.intake.take(quick)
    third = asyncio.create_task(stage.intake.take(then))
    await asyncio.wait({third}, timeout=0.1)
    assert await counted(stage) == {"быстро": 1}
    go_on.set()
    await asyncio.gather(first, third)
    assert await counted(stage) == {"быстро": 1, "долго": 1, "потом": 1}


async def test_a_query_that_takes_too_long_is_the_handlers_fault(postgres_database: Database) -> None:
    async def sleeps(update: Update, work: Work) -> Replies:
        await count_words(update, work)
        await work.connection.execute(text("SELECT pg_sleep(30)"))
        return []

    stage = Stage(postgres_database, sleeps, deadline=0.1)
    await stage.phone(ANNA).says("раз")
    await stage.goes()
    assert await stage.column("parked", "reason") == ["deadline"]
    assert await counted(stage) == {}
    assert stage.texts(ANNA) == ["Не получилось, напишите ещё раз."]
