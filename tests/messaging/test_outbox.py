"""What is stored of messages on their way out."""

from __future__ import annotations

from datetime import timedelta

from messaging.ports import Message, Results, Screen, Written
from messaging.replies import Lane
from storage.engine import Database
from tests.databases import NOW

LATER = NOW + timedelta(hours=1)


def message(slot: str = "s", chat: int = 1, **more: object) -> Message:
    return Message(chat, slot, {"text": slot}, **more)  # type: ignore[arg-type]


async def put(database: Database, *messages: Message) -> Written:
    async with database.write(NOW) as work:
        return await work.outbox.put(messages)


async def test_a_newer_message_replaces_the_unsent_one_in_its_slot_under_a_new_id(database: Database) -> None:
    first = await put(database, message("menu"), message("q:1"))
    second = await put(database, message("menu"), message("q:1", chat=2))
    menu, question = (row.id for row in first.rows)
    assert second.replaced == {menu}
    assert min(row.id for row in second.rows) > question
    assert second.older == {(1, 0): frozenset({question})}


async def test_within_one_commit_the_last_in_a_slot_counts(database: Database) -> None:
    written = await put(database, message("menu"), message("menu", fresh=True), message("menu"))
    assert [row.fresh for row in written.rows] == [True, False]


async def test_fresh_messages_replace_nothing_and_are_not_replaced(database: Database) -> None:
    await put(database, message("r", fresh=True))
    second = await put(database, message("r", fresh=True), message("r"))
    assert second.replaced == frozenset()
    async with database.read(NOW) as work:
        assert len(await work.outbox.pending(1)) == 3


async def test_a_planned_key_is_written_once_even_after_it_was_sent(database: Database) -> None:
    first = await put(
        database, message(key="reminder:1"), message("t", key="reminder:1"), message("u", key="reminder:2")
    )
    assert [row.slot for row in first.rows] == ["s", "u"]
    async with database.write(NOW) as work:
        await work.outbox.settle(Results(gone=[row.id for row in first.rows]))
    again = await put(database, message(key="reminder:1"), message("u"))
    assert [row.slot for row in again.rows] == ["u"]


async def test_heads_are_the_oldest_of_each_lane_that_may_leave(database: Database) -> None:
    written = await put(
        database,
        message("later", not_before=LATER, lane=Lane.REMINDER),
        message("mailing", lane=Lane.MAILING),
        message("answer"),
        message("next"),
        message("reminder", lane=Lane.REMINDER),
        message("other", chat=2),
    )
    assert len(written.rows) == 5
    by_slot = {row.slot: row.id for row in written.rows}
    async with database.read(NOW) as work:
        heads = await work.outbox.heads(10)
        assert [head.id for head in heads] == [by_slot[s] for s in ("answer", "other", "reminder", "mailing")]
        assert [head.more for head in heads] == [True, False, False, False]
        assert len(await work.outbox.heads(2)) == 2
    async with database.read(LATER) as work:
        rows = await work.outbox.rows([head.id for head in await work.outbox.heads(10)])
        assert [row.slot for row in rows] == ["later", "mailing", "answer", "other"]


async def test_results_are_stored(database: Database) -> None:
    written = await put(database, *(message(slot, chat=chat) for chat, slot in enumerate("abcd", start=1)))
    a, b, c, _ = (row.id for row in written.rows)
    screen = Screen(77, "text", True)
    async with database.write(NOW) as work:
        await work.outbox.settle(Results([a], [(1, "a", screen)], [(b, 3)], [(c, "Bad Request: " + "x" * 300)]))
        await work.updates.arrived([(1, "ru", 90), (1, "ru", 80), (9, "en", 0)])
    async with database.write(NOW) as work:
        await work.outbox.settle(Results(screens=[(1, "a", Screen(91, "photo", False))]))
    async with database.read(NOW) as work:
        places = await work.outbox.places([1, 5])
        assert places[1].last_incoming == 90
        assert places[1].screens == {"a": Screen(91, "photo", False)}
        assert places[5].last_incoming == 0
        assert [row.attempts for row in await work.outbox.pending(2)] == [3]
        assert not await work.outbox.pending(3)
        assert await work.outbox.depth() == 2


async def test_bodies_come_back_as_they_were_and_are_not_readable_at_rest(database: Database) -> None:
    body = {"text": "тайна", "markup": '{"inline_keyboard":[]}', "file": {"form": "photo", "name": "a.png"}}
    await put(database, Message(1, "s", body))
    async with database.read(NOW) as work:
        assert [row.body for row in await work.outbox.pending(1)] == [body]
        stored = (await work.connection.exec_driver_sql("SELECT body FROM outgoing")).scalar_one()
    assert "тайна".encode() not in bytes(stored)


async def test_housekeeping_forgets_what_is_old(database: Database) -> None:
    written = await put(database, message("a", key="k"), message("b"))
    async with database.write(NOW) as work:
        await work.outbox.settle(Results(dead=[(written.rows[0].id, "x")]))
        await work.updates.record(1, [5])
        await work.files.keep("f" * 64, "a.pdf", b"1")
    async with database.write(NOW + timedelta(days=401)) as work:
        await work.outbox.prune()
        await work.updates.prune()
        await work.files.prune()
    async with database.write(NOW) as work:
        assert await work.updates.known(1, [5]) == set()
        assert await work.files.get("f" * 64) is None
        assert len(await work.outbox.pending(1)) == 1
        assert (await work.outbox.put([message("a", key="k")])).rows


async def test_a_chat_can_be_buried_or_forgotten(database: Database) -> None:
    await put(database, message("a"), message("b", chat=2, key="k"))
    async with database.write(NOW) as work:
        assert await work.outbox.bury(1, "unreachable") == 1
        await work.outbox.forget(2)
        assert await work.outbox.depth() == 0
        assert (await work.outbox.put([message("b", chat=2, key="k")])).rows
