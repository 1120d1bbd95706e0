"""The way out: order, slots, limits, and what Telegram may answer."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from aiogram import Bot

from messaging import sender
from messaging.courier import Errand, Outcome, deliver
from messaging.ports import Message, Written
from messaging.post import post
from messaging.replies import Button, File, Lane, Moment, Say, Show
from simulator.faults import CUT, CUT_AFTER, refuse
from simulator.limits import Limits
from simulator.phones import small_picture
from storage.engine import Database
from storage.failures import DatabaseUnavailableError
from tests.databases import NOW
from tests.messaging.stage import ANNA, BORIS, VERA, Stage, shows, until

YES = ((Button("Да", press="yes"),),)


def fresh(person: int, slot: str, lane: Lane = Lane.ANSWER, **more: object) -> Show:
    return Show(person, slot, slot, lane=lane, fresh=True, **more)  # type: ignore[arg-type]


async def test_a_screen_is_edited_in_place_and_an_unchanged_one_is_no_error(database: Database) -> None:
    stage = Stage(database)
    anna = stage.phone(ANNA)
    for text in ("один", "два", "два"):
        await stage.tells(Show(ANNA, "menu", text, YES))
        await stage.sender.settle()
    assert stage.texts(ANNA) == ["два"]
    assert (stage.calls("sendMessage"), stage.calls("editMessageText")) == (1, 2)
    assert anna.screen.labels == ["Да"]
    assert (stage.counters.messages_sent, stage.counters.messages_dead) == (3, 0)
    assert await stage.rows("outgoing") == 0


async def test_after_the_person_wrote_it_is_sent_anew_and_the_old_one_loses_its_buttons(database: Database) -> None:
    stage = Stage(database, shows([Show(ANNA, "menu", "меню", YES)]))
    anna = stage.phone(ANNA)
    for _ in range(2):
        await anna.says("меню")
        await stage.goes()
    assert [(screen.text, screen.labels) for screen in anna.screens] == [("меню", []), ("меню", ["Да"])]
    await anna.taps("Да")
    await stage.goes()
    assert len(anna.screens) == 2
    assert stage.calls("sendMessage") == 2


async def test_another_process_knows_what_stands_where(database: Database) -> None:
    stage = Stage(database)
    await stage.tells(Show(stage.phone(ANNA).id, "menu", "один"))
    await stage.sender.settle()
    later = stage.restarted()
    await later.tells(Show(ANNA, "menu", "два"))
    await later.sender.settle()
    assert later.texts(ANNA) == ["два"]


async def test_what_was_deleted_is_sent_anew(database: Database) -> None:
    stage = Stage(database)
    anna = stage.phone(ANNA)
    await stage.tells(Show(ANNA, "menu", "один"))
    await stage.sender.settle()
    stage.telegram.world.delete_message(stage.telegram.chat(ANNA), anna.screen.message_id)
    await stage.tells(Show(ANNA, "menu", "два"))
    await stage.sender.settle()
    assert stage.texts(ANNA) == ["два"]


async def test_a_fresh_message_touches_nothing_and_later_ones_edit_it(database: Database) -> None:
    stage = Stage(database)
    anna = stage.phone(ANNA)
    await stage.tells(Show(ANNA, "m:1", "план", YES))
    await stage.tells(Show(ANNA, "m:1", "напоминание", YES, fresh=True))
    await stage.sender.settle()
    assert [screen.labels for screen in anna.screens] == [["Да"], ["Да"]]
    await stage.tells(Show(ANNA, "m:1", "записано"))
    await stage.sender.settle()
    assert stage.texts(ANNA) == ["план", "записано"]


async def test_a_newer_screen_replaces_the_unsent_one(database: Database) -> None:
    stage = Stage(database)
    stage.phone(ANNA)
    for number in range(5):
        await stage.tells(Show(ANNA, "q:1", f"вопрос {number}"))
    await stage.sender.settle()
    assert stage.texts(ANNA) == ["вопрос 4"]
    assert stage.calls("sendMessage", "editMessageText") == 1


async def test_higher_lanes_overtake_and_order_holds_within_a_lane(database: Database) -> None:
    stage = Stage(database)
    stage.phone(ANNA)
    lanes = [
        ("m1", Lane.MAILING),
        ("r1", Lane.REMINDER),
        ("a1", Lane.ANSWER),
        ("m2", Lane.MAILING),
        ("a2", Lane.ANSWER),
    ]
    await stage.tells(*(fresh(ANNA, slot, lane) for slot, lane in lanes))
    await stage.sender.settle()
    assert stage.texts(ANNA) == ["a1", "a2", "r1", "m1", "m2"]


async def test_a_mailing_leaves_as_memory_has_room_and_answers_do_not_wait_for_it(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("lanes", "sender"):
        monkeypatch.setattr(f"messaging.{module}.ROOM", 5)
    stage = Stage(database)
    people = [ANNA, *range(1000, 1023)]
    for person in people:
        stage.phone(person)
    await stage.tells(*(fresh(person, "m", Lane.MAILING) for person in people))
    await stage.tells(fresh(1022, "a"))
    await stage.sender.settle()
    sent = [call.chat for call in stage.telegram.faults.calls("sendMessage", outcome="ok")]
    assert sorted(sent) == sorted([*people, 1022])
    assert sent[0] == 1022


async def test_backoff_holds_its_own_lane_only(database: Database) -> None:
    stage = Stage(database)
    stage.phone(ANNA)
    stage.telegram.faults.order(refuse(500), "sendMessage", times=2)
    await stage.tells(fresh(ANNA, "a1"), fresh(ANNA, "a2"))
    await stage.sender.settle()
    await stage.tells(fresh(ANNA, "r1", Lane.REMINDER))
    assert stage.texts(ANNA) == []
    await stage.sender.settle()  # its turn, but the fault meets it, too
    stage.telegram.faults.clear()
    await stage.tells(fresh(ANNA, "m1", Lane.MAILING))
    await stage.sender.settle()
    assert stage.texts(ANNA) == ["m1"]
    assert await stage.column("outgoing", "attempts") == [1, 0, 1]
    stage.time.passes(0.6)
    await stage.sender.settle()
    assert stage.texts(ANNA) == ["m1", "a1", "a2", "r1"]
    assert stage.counters.messages_retried == 2


@pytest.mark.parametrize("fault", [CUT, refuse(502), refuse(500)])
async def test_network_errors_are_retried_ever_more_seldom(database: Database, fault: object) -> None:
    stage = Stage(database)
    stage.phone(ANNA)
    stage.telegram.faults.order(fault, times=4)  # type: ignore[arg-type]
    await stage.tells(fresh(ANNA, "a1"))
    made = []
    for _ in range(100):
        await stage.sender.settle()
        made.append(stage.calls("sendMessage"))
        stage.time.passes(0.1)
    assert stage.texts(ANNA) == ["a1"]
    tenths = [made.index(calls) for calls in (1, 2, 3, 4, 5)]
    assert all(abs(at - due) <= 1 for at, due in zip(tenths, [0, 5, 15, 35, 75], strict=True))


async def test_a_message_whose_answer_was_lost_may_arrive_twice_but_the_next_ones_do_not(database: Database) -> None:
    stage = Stage(database)
    stage.phone(ANNA)
    stage.telegram.faults.order(CUT_AFTER, "sendMessage")
    await stage.tells(fresh(ANNA, "a1"), fresh(ANNA, "a2"))
    await stage.sender.settle()
    stage.time.passes(1)
    await stage.sender.settle()
    assert stage.texts(ANNA) == ["a1", "a1", "a2"]


async def test_a_429_pauses_everything_as_long_as_it_says(database: Database) -> None:
    stage = Stage(database, rate=28)
    for person in (ANNA, BORIS):
        stage.phone(person)
    stage.telegram.faults.order(refuse(429, retry_after=7), "sendMessage")
    await stage.tells(fresh(ANNA, "a1"))
    await stage.sender.settle()
    await stage.tells(fresh(BORIS, "b1"))
    for _ in range(6):
        stage.time.passes(1)
        await stage.sender.settle()
    assert stage.calls("sendMessage") == 1
    stage.time.passes(1.1)
    await stage.sender.settle()
    assert (stage.texts(ANNA), stage.texts(BORIS)) == (["a1"], ["b1"])
    assert (stage.counters.too_many_requests, stage.counters.messages_retried) == (1, 0)


async def test_a_429_of_a_busy_chat_pauses_that_chat(database: Database) -> None:
    stage = Stage(database, rate=28)
    for person in (ANNA, BORIS):
        stage.phone(person)
    stage.telegram.faults.order(refuse(429, retry_after=30), "sendMessage", chat=ANNA, skip=2)
    await stage.tells(*(fresh(ANNA, f"a{number}") for number in range(4)))
    for _ in range(10):
        await stage.sender.settle()
        stage.time.passes(0.1)
    await stage.tells(fresh(BORIS, "b1"))
    stage.time.passes(1)
    await stage.sender.settle()
    assert (stage.texts(ANNA), stage.texts(BORIS)) == (["a0", "a1"], ["b1"])
    stage.time.passes(40)
    await stage.sender.settle()
    assert stage.texts(ANNA) == ["a0", "a1", "a2", "a3"]


async def test_a_refusal_is_kept_with_its_reason_and_holds_up_nobody(database: Database) -> None:
    stage = Stage(database)
    stage.phone(ANNA)
    stage.telegram.faults.order(refuse(400, "Bad Request: nonsense"), "sendMessage")
    await stage.tells(fresh(ANNA, "a1"), fresh(ANNA, "a2"))
    await stage.sender.settle()
    assert stage.texts(ANNA) == ["a2"]
    assert await stage.column("outgoing", "dead") == ["Bad Request: nonsense"]
    assert stage.counters.messages_dead == 1


async def test_a_server_that_knows_no_times_gets_the_words_alone(database: Database) -> None:
    stage = Stage(database)
    stage.phone(ANNA)
    old = refuse(400, 'Bad Request: can\'t parse entities: Unsupported start tag "tg-time" at byte offset 14')
    for method, hour in (("sendMessage", 15), ("editMessageText", 16)):
        stage.telegram.faults.order(old, method)
        at = NOW.replace(hour=hour, minute=0)
        await stage.tells(Show(ANNA, "menu", Say("hello", {"name": Moment(at)}), YES))
        await stage.sender.settle()
        assert stage.texts(ANNA) == [f"Здравствуйте, {at:%d.%m %H:%M}!"]
        assert "entities" not in list(stage.telegram.chat(ANNA).messages.values())[-1]
    assert stage.counters.messages_dead == 0


async def test_a_403_makes_the_person_unreachable_once_and_tells_the_curator(database: Database) -> None:
    stage = Stage(database)
    stage.phone(VERA)
    stage.telegram.chat(stage.phone(ANNA).id).blocked = True
    await stage.tells(fresh(ANNA, "a1"), fresh(ANNA, "a2"), fresh(ANNA, "r1", Lane.REMINDER))
    await stage.sender.settle()
    assert stage.reached == [(ANNA, False)]
    assert stage.texts(VERA) == ["Участник недоступен."]
    assert stage.calls("sendMessage", chat=ANNA) == 1
    assert await stage.column("outgoing", "dead") == ["unreachable"] * 3


async def test_what_expired_is_not_sent(database: Database) -> None:
    stage = Stage(database)
    stage.phone(ANNA)
    in_time = stage.time.now() + timedelta(seconds=5)
    stage.telegram.faults.order(refuse(500), times=4)
    await stage.tells(fresh(ANNA, "r1", expires_at=in_time), fresh(ANNA, "r2"))
    for _ in range(20):
        await stage.sender.settle()
        stage.time.passes(1)
    assert stage.texts(ANNA) == ["r2"]
    await stage.tells(fresh(ANNA, "r3", expires_at=stage.time.now()), fresh(ANNA, "r4"))
    await stage.sender.settle()
    assert stage.texts(ANNA)[-1] == "r4"
    assert "r3" not in stage.texts(ANNA)
    assert stage.counters.messages_expired == 2
    assert await stage.rows("outgoing") == 0


async def test_a_message_waits_for_its_time_and_holds_up_nothing(database: Database) -> None:
    stage = Stage(database)
    stage.phone(ANNA)
    later = stage.time.now() + timedelta(minutes=1)
    await stage.tells(fresh(ANNA, "r1", Lane.REMINDER, not_before=later), fresh(ANNA, "r2", Lane.REMINDER))
    await stage.sender.settle()
    assert stage.texts(ANNA) == ["r2"]
    stage.time.passes(61)
    await stage.sender.settle()
    assert stage.texts(ANNA) == ["r2", "r1"]


async def test_a_file_is_uploaded_once_and_takes_the_place_of_its_notice(database: Database) -> None:
    stage = Stage(database)
    anna, boris = stage.phone(ANNA), stage.phone(BORIS)
    table = File("итоги.xlsx", b"table")
    await stage.tells(Show(ANNA, "summary", "Готовлю…"))
    await stage.sender.settle()
    for person in (ANNA, BORIS):
        await stage.tells(Show(person, "summary", "Готово", file=table))
        await stage.sender.settle()
    assert anna.documents == boris.documents == [("итоги.xlsx", b"table")]
    assert stage.texts(ANNA) == ["Готово"]
    assert await stage.column("files", "content") == [None]
    assert len(stage.telegram.world.files.by_id) == 1


async def test_pictures_are_changed_in_place(database: Database) -> None:
    stage = Stage(database)
    anna = stage.phone(ANNA)
    for colour in ((1, 2, 3), (3, 2, 1)):
        picture = File("chart.png", small_picture(colour=colour), picture=True)
        await stage.tells(Show(ANNA, "chart", "Неделя", YES, file=picture))
        await stage.sender.settle()
    assert anna.photos == [small_picture(colour=(3, 2, 1))]
    assert anna.screen.labels == ["Да"]


async def test_limits_are_kept_instead_of_run_into_and_answers_overtake_a_mailing(database: Database) -> None:
    stage = Stage(database, rate=28)
    stage.telegram.limits = Limits(clock=stage.time.monotonic)
    people = range(1000, 1200)
    for person in people:
        stage.phone(person)
    stage.phone(ANNA)
    await stage.tells(*(fresh(person, "m", Lane.MAILING) for person in people))
    answered = 0.0
    for tick in range(800):
        if tick == 100:
            await stage.tells(fresh(ANNA, "a"))
        await stage.sender.settle()
        if not answered and stage.texts(ANNA):
            answered = tick / 100
        stage.time.passes(0.01)
        if stage.calls("sendMessage") == len(people) + 1:
            break
    assert stage.counters.too_many_requests == 0
    assert stage.counters.messages_sent == len(people) + 1
    assert 200 / 28 - 1 < stage.time.seconds < 200 / 28 + 1
    assert answered - 1.0 < 0.1


async def test_messages_of_another_process_are_found(database: Database) -> None:
    stage = Stage(database)
    stage.phone(ANNA)
    other = stage.restarted()
    await stage.sender.settle()
    await other.tells(Show(ANNA, "s", "раз"))
    await stage.sender.settle()
    await other.tells(Show(ANNA, "s", "два"))
    await stage.sender.settle()
    assert stage.texts(ANNA) == ["два"]


async def test_a_row_replaced_by_another_process_is_not_sent(database: Database) -> None:
    stage = Stage(database)
    stage.phone(ANNA)
    stage.telegram.faults.order(refuse(500), times=1)
    await stage.tells(Show(ANNA, "s", "старое"))
    await stage.sender.settle()
    async with database.write(stage.time.now()) as work:
        await work.outbox.forget(ANNA)
    stage.time.passes(2)
    await stage.sender.settle()
    assert stage.calls("sendMessage") == 1


async def test_more_than_there_is_room_for_leaves_in_order(database: Database) -> None:
    stage = Stage(database)
    stage.telegram.faults.recording = True
    stage.phone(ANNA)
    await stage.tells(*(fresh(ANNA, f"{number}") for number in range(600)))
    await stage.sender.settle()
    assert stage.texts(ANNA) == [str(number) for number in range(600)]


async def test_a_database_that_fails_delays_but_repeats_nothing(database: Database) -> None:
    stage = Stage(database)
    stage.phone(ANNA)
    await stage.tells(fresh(ANNA, "a1"), fresh(ANNA, "a2"))
    stage.shaky.failing = [("commit", DatabaseUnavailableError("gone"))] * 2
    for _ in range(2):
        with pytest.raises(DatabaseUnavailableError):
            await stage.sender.settle()
    await stage.sender.settle()
    assert stage.texts(ANNA) == ["a1", "a2"]


async def test_the_loop_sends_what_is_offered_and_ends_after_draining(database: Database) -> None:
    stage = Stage(database)
    stage.phone(ANNA)
    running = asyncio.create_task(stage.sender.run())
    await stage.tells(fresh(ANNA, "a1"))
    await until(lambda: stage.texts(ANNA))
    await stage.tells(fresh(ANNA, "a2"), fresh(ANNA, "a3"))
    await stage.sender.stop()
    await running
    assert stage.texts(ANNA) == ["a1", "a2", "a3"]
    assert await stage.rows("outgoing") == 0


async def test_a_call_that_hangs_is_given_up_at_the_end(database: Database) -> None:
    stage = Stage(database)
    stage.phone(ANNA)
    stage.telegram.faults.latency = 60
    await stage.tells(fresh(ANNA, "a1"))
    await stage.sender.stop(0.05)
    assert await stage.rows("outgoing") == 1
    stage.telegram.faults.clear()
    later = stage.restarted()
    await later.sender.settle()
    assert later.texts(ANNA) == ["a1"]


async def test_at_most_32_calls_are_in_flight_and_one_in_each_chat(database: Database) -> None:
    stage = Stage(database)
    people = range(1000, 1040)
    flying: dict[int, int] = {}
    most = [0, 0]

    def watch(method: str, chat: int | None) -> bool:
        if method == "sendMessage" and chat is not None:
            flying[chat] = flying.get(chat, 0) + 1
            most[:] = [max(most[0], sum(flying.values())), max(most[1], *flying.values())]
        return False

    for person in people:
        stage.phone(person)
    stage.telegram.faults.order(refuse(500), when=watch, times=None)
    stage.telegram.faults.latency = 0.01
    stage.telegram.watch(lambda change: flying.update({change.chat: 0}) if change.kind == "message" else None)
    await stage.tells(*(fresh(person, f"{number}") for number in range(2) for person in people))
    await stage.sender.settle()
    assert most == [32, 1]
    assert all(stage.texts(person) == ["0", "1"] for person in people)


async def test_what_is_offered_late_is_not_sent_again(database: Database) -> None:
    stage = Stage(database)
    stage.phone(ANNA)
    async with database.write(stage.time.now()) as work:
        written = await work.outbox.put([Message(ANNA, "s", {"text": "раз"})])
    await stage.sender.settle()
    stage.sender.offer(written, {})
    stage.sender.offer(Written(), {ANNA: 5})
    await stage.sender.settle()
    assert stage.calls("sendMessage") == 1


async def test_a_fault_of_our_own_is_given_up_and_frees_its_lane(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = Stage(database)
    stage.phone(ANNA)

    async def clumsy(bot: Bot, errand: Errand) -> Outcome:
        if errand.row.slot == "a1":
            raise KeyError("message_id")
        return await deliver(bot, errand)

    monkeypatch.setattr(sender, "deliver", clumsy)
    await stage.tells(fresh(ANNA, "a1"), fresh(ANNA, "a2"))
    for _ in range(60):
        await stage.sender.settle()
        stage.time.passes(1)
    assert stage.texts(ANNA) == ["a2"]
    assert await stage.column("outgoing", "dead") == ["KeyError"]


async def test_a_live_update_stays_in_its_place_though_the_person_has_written_since(database: Database) -> None:
    stage = Stage(database, shows([Show(ANNA, "menu", "меню")]))
    anna = stage.phone(ANNA)
    await stage.tells(Show(ANNA, "progress", "1 из 3", YES))
    await stage.sender.settle()
    await anna.says("меню")
    await stage.goes()
    for text in ("2 из 3", "3 из 3"):
        await stage.tells(Show(ANNA, "progress", text, YES, in_place=True))
        await stage.sender.settle()
    assert stage.texts(ANNA) == ["3 из 3", "меню"]
    assert [screen.labels for screen in anna.screens] == [["Да"], []]
    assert stage.calls("sendMessage") == 2


async def test_a_live_update_is_dropped_where_nothing_stands(database: Database) -> None:
    stage = Stage(database)
    anna = stage.phone(ANNA)
    await stage.tells(Show(ANNA, "progress", "1 из 3", in_place=True))
    await stage.sender.settle()
    assert stage.texts(ANNA) == []
    await stage.tells(Show(ANNA, "progress", "2 из 3"))
    await stage.sender.settle()
    stage.telegram.world.chats[ANNA].messages.pop(anna.screen.message_id)
    await stage.tells(Show(ANNA, "progress", "3 из 3", in_place=True))
    await stage.sender.settle()
    assert stage.texts(ANNA) == []
    assert await stage.rows("outgoing") == 0
    assert (stage.counters.messages_sent, stage.counters.messages_dead) == (1, 0)


async def test_a_live_update_replaces_its_like_and_never_the_screen_itself(database: Database) -> None:
    stage = Stage(database)
    stage.phone(ANNA)
    whole = Show(ANNA, "progress", "0 из 3")
    for show in (whole, *(Show(ANNA, "progress", f"{n} из 3", in_place=True) for n in (1, 2))):
        async with database.write(stage.time.now()) as work:
            await post(work, stage.words, [show])
    assert await stage.rows("outgoing") == 2
    stage.sender.wake()
    await stage.sender.settle()
    assert stage.texts(ANNA) == ["2 из 3"]
    async with database.write(stage.time.now()) as work:
        await post(
            work, stage.words, [Show(ANNA, "progress", "1 из 3", in_place=True), Show(ANNA, "progress", "0 из 3")]
        )
        await post(work, stage.words, [Show(ANNA, "progress", "закрыто")])
    stage.sender.wake()
    await stage.sender.settle()
    assert stage.texts(ANNA) == ["закрыто"]
