"""Whoever holds the database file, with its key or without, learns who was asked, and never who answered what."""

from __future__ import annotations

import asyncio
import json
import shutil
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, select

from storage.anonymity import Place, Standing
from storage.engine import Database
from storage.tables import answer_counts, answer_marks, chats, outgoing, parked, responses, screens
from storage.work import Work
from surveys.path import Value
from surveys.record import Record, RecordState
from tests.databases import KEY, NOW
from tests.storage import nameless
from tests.storage.nameless import OPENED

GIVEN: tuple[dict[str, Value], ...] = tuple({"mark": n, "words": f"мнение {n}"} for n in range(1, 8))


async def prepared(database: Database, many: int = 5) -> tuple[Place, list[Record]]:
    async with database.write(OPENED) as work:
        place = await nameless.campaign(work)
        return place, await nameless.asked(work, place, many)


async def five_answered(database: Database, order: tuple[int, ...] = (0, 1, 2, 3, 4)) -> Place:
    """Five people answer one after the other; person n gives the answers `order[n]`."""
    place, records = await prepared(database)
    for number, record in enumerate(records):
        await nameless.answers(database, record, GIVEN[order[number]], OPENED + timedelta(hours=number))
    return place


async def rows(work: Work) -> tuple[list[Any], list[Any]]:
    """Facts and detached answers."""
    found = (await work.connection.execute(select(responses).order_by(responses.c.id))).all()
    return [row for row in found if row.person_id is not None], [row for row in found if row.person_id is None]


async def test_what_is_detached_leads_to_nobody(database: Database) -> None:
    place = await five_answered(database)
    await nameless.detach(database, place)
    async with database.read(NOW) as work:
        facts, detached = await rows(work)
        kept = {"id", "organisation_id", "definition", "version", "kind", "campaign_id", "state", "anonymous"}
        empty = {"skipped": [], "marks": {}, "reminders": 0, "asked_at": OPENED, "finished_at": OPENED}
        for row in detached:
            assert {name: value for name, value in row._mapping.items() if name not in kept and value is not None} == (
                empty
            )
        for row in facts:
            assert (row.state, row.finished_at, row.started_at, row.asking) == ("finished", None, None, None)
        assert min(row.id for row in detached) > max(row.id for row in facts)
        sheets = await work.anonymity.sheets(place)
        assert {json.dumps(dict(sheet.answers)) for sheet in sheets} == {json.dumps(given) for given in GIVEN[:5]}
        assert await work.anonymity.standing(place) == Standing(asked=5, waiting=0, detached=5)
        for row in facts:
            record = await work.responses.get(row.id)
            assert record is not None
            assert record.draft.answers == {}


async def test_each_answer_counts_once_however_often_it_is_written_anew(database: Database) -> None:
    place = await five_answered(database)
    for _ in range(3):
        await nameless.detach(database, place)
    async with database.read(NOW) as work:
        counts = await work.connection.execute(select(answer_counts))
        found = {(row["question"], row["value"]): row["count"] for row in counts.mappings()}
    assert found == {("", "*"): 5, ("mark", "*"): 5, ("words", "*"): 5, **{("mark", str(n)): 1 for n in range(1, 6)}}


async def test_the_file_is_the_same_whoever_answered_what(sqlite_template: Path, tmp_path: Path) -> None:
    """Every assignment of answers to people gives the very same database: nothing in it can tell one from another."""
    found = []
    for number, order in enumerate([(0, 1, 2, 3, 4), (4, 2, 0, 3, 1), (1, 0, 4, 2, 3)]):
        shutil.copy(sqlite_template, tmp_path / f"{number}.db")
        database = await Database.open(f"sqlite+aiosqlite:///{tmp_path / f'{number}.db'}", key=KEY)
        place = await five_answered(database, order)
        await nameless.detach(database, place, nameless.by_content)
        found.append(await nameless.dump(database))
        await database.close()
    for one in found:
        del one["settings"]  # the check of the key is encrypted, each time otherwise
    assert found[0] == found[1] == found[2]
    assert len(found[0]["answers"]) == 10


async def test_batches_can_not_be_told_apart(sqlite_template: Path, tmp_path: Path) -> None:
    """Six people detached as five and one give the same file, whichever answers came with the second batch."""
    found = []
    for number, order in enumerate([(0, 1, 2, 3, 4, 5), (5, 4, 3, 2, 1, 0)]):
        shutil.copy(sqlite_template, tmp_path / f"{number}.db")
        database = await Database.open(f"sqlite+aiosqlite:///{tmp_path / f'{number}.db'}", key=KEY)
        place, records = await prepared(database, 6)
        for at, record in enumerate(records):
            await nameless.answers(database, record, GIVEN[order[at]], OPENED + timedelta(hours=at))
            if at >= 4:
                await nameless.detach(database, place, nameless.by_content)
        found.append(await nameless.dump(database))
        await database.close()
    assert found[0]["answers"] == found[1]["answers"]
    assert found[0]["responses"] == found[1]["responses"]
    assert found[0]["answer_counts"] == found[1]["answer_counts"]


async def test_every_order_is_as_likely(sqlite_database: Database) -> None:
    """In sixty shuffles the first one's answers stand in each of five places; by chance alone they miss one of them
    in 7 of a million trials."""
    place = await five_answered(sqlite_database)
    seen: Counter[int] = Counter()
    for _ in range(60):
        await nameless.detach(sqlite_database, place)
        async with sqlite_database.read(NOW) as work:
            marks = [sheet.answers["mark"] for sheet in await work.anonymity.sheets(place)]
        seen[marks.index(1)] += 1
    assert set(seen) == {0, 1, 2, 3, 4}


async def test_drafts_leave_the_files(sqlite_database: Database) -> None:
    place = await five_answered(sqlite_database)
    drafts = await nameless.tokens(sqlite_database)
    assert len(drafts) == 10
    assert all(token in nameless.read(sqlite_database) for token in drafts)
    await nameless.detach(sqlite_database, place)
    left = nameless.read(sqlite_database)
    assert [token for token in drafts if token in left] == []
    assert all(token in left for token in await nameless.tokens(sqlite_database))


async def test_drafts_leave_the_log_as_soon_as_nobody_reads_them(
    sqlite_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.engine._FORGET_AGAIN", (0.0,))
    place = await five_answered(sqlite_database)
    drafts = await nameless.tokens(sqlite_database)
    async with sqlite_database.read(NOW) as work:
        await rows(work)
        await nameless.detach(sqlite_database, place)
        assert any(token in nameless.read(sqlite_database) for token in drafts)
    assert sqlite_database._forgetting is not None
    await asyncio.wait_for(sqlite_database._forgetting, 10)
    left = nameless.read(sqlite_database)
    assert [token for token in drafts if token in left] == []


async def test_a_kill_after_the_commit_is_made_good_at_the_next_start(
    sqlite_database: Database, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    async def killed(*_: object) -> None:
        return None

    place = await five_answered(sqlite_database)
    drafts = await nameless.tokens(sqlite_database)
    with monkeypatch.context() as patch:
        patch.setattr(Database, "_forget", killed)
        await nameless.detach(sqlite_database, place)
    assert sqlite_database.path
    copy = tmp_path / "later" / "mentoring.db"
    copy.parent.mkdir()
    for ending in ("", "-wal"):
        shutil.copy(f"{sqlite_database.path}{ending}", f"{copy}{ending}")
    assert any(token in (copy.parent / "mentoring.db-wal").read_bytes() for token in drafts)
    later = await Database.open(f"sqlite+aiosqlite:///{copy}", key=KEY)
    assert [token for token in drafts if token in nameless.read(later)] == []
    await later.close()


async def test_the_talk_leaves_no_traces(database: Database) -> None:
    place = await five_answered(database)
    async with database.write(NOW) as work:
        facts, _ = await rows(work)
        one, last = facts[0], facts[4]
        for fact in (one, last):
            screen = {"chat_id": fact.chat_id, "message_id": 40, "form": "text", "buttons": True, "shown_at": NOW}
            await work.connection.execute(insert(screens).values(slot=f"a:{fact.id}", **screen))
            sent = {"chat_id": fact.chat_id, "lane": 0, "slot": f"a:{fact.id}", "body": "{}", "fresh": False}
            await work.connection.execute(insert(outgoing).values(created_at=NOW, dead="refused", **sent))
        press = {"update_id": 1, "callback_query": {"data": f"a:{one.id}:mark:7", "from": {"id": one.chat_id}}}
        other = {"update_id": 2, "callback_query": {"data": "menu.open", "from": {"id": one.chat_id}}}
        words = {"update_id": 3, "message": {"text": "мнение", "chat": {"id": one.chat_id}}}
        for update in (press, other, words):
            await work.updates.park(1, update["update_id"], "handler", json.dumps(update), "мнение")  # type: ignore[arg-type]
        await work.chats.set_active(one.chat_id, one.id)
    await nameless.detach(database, place, last=last.id)
    async with database.read(NOW) as work:
        put_aside = (await work.connection.execute(select(parked).order_by(parked.c.id))).all()
        left = [(bool(row.body), row.traceback) for row in put_aside]
        assert left == [(False, None), (True, "мнение"), (False, None)]
        slots = set((await work.connection.execute(select(screens.c.slot))).scalars())
        assert slots == {f"a:{last.id}"}, "the last screen of whoever has just finished is still to be edited"
        assert list((await work.connection.execute(select(outgoing.c.slot))).scalars()) == [f"a:{last.id}"]
        chat = (await work.connection.execute(select(chats).where(chats.c.chat_id == one.chat_id))).one()
        assert (chat.active_response, chat.last_incoming) == (None, 40)


async def test_marks_move_along_and_lose_their_time(database: Database) -> None:
    place = await five_answered(database)
    await nameless.detach(database, place)
    async with database.write(NOW) as work:
        _, detached = await rows(work)
        mark = {"question": "words", "mark": "idea", "marked_by": 9, "marked_at": NOW}
        await work.connection.execute(insert(answer_marks).values(response_id=detached[0].id, **mark))
        record = await work.responses.get(detached[0].id)
    await nameless.detach(database, place)
    async with database.read(NOW) as work:
        moved = (await work.connection.execute(select(answer_marks))).one()
        again = await work.responses.get(moved.response_id)
    assert (moved.mark, moved.marked_by, moved.marked_at) == ("idea", 9, OPENED)
    assert record is not None
    assert again is not None
    assert again.draft.answers == record.draft.answers


@pytest.mark.parametrize("answered", [0, 1, 4])
async def test_after_too_few_nobody_is_known_to_have_answered(database: Database, answered: int) -> None:
    place, records = await prepared(database)
    for record in records[:answered]:
        await nameless.answers(database, record, GIVEN[0], OPENED)
    async with database.write(NOW) as work:
        await work.responses.ask_again(records[4].id, NOW)
        await work.anonymity.rewrite(place, await work.anonymity.sheets(place), nameless.KNOWN)
        await work.anonymity.end(place, dissolve=True)
        await work.anonymity.forget(place)
        facts, detached = await rows(work)
        standing = await work.anonymity.standing(place)
    own = {"id", "chat_id", "person_id", "role"}
    assert len({str({k: v for k, v in fact._mapping.items() if k not in own}) for fact in facts}) == 1
    assert facts[0].state == RecordState.UNANSWERED
    assert len(detached) == answered
    assert standing == Standing(asked=5, waiting=0, detached=answered)


async def test_an_erased_person_takes_no_detached_answer_along(database: Database) -> None:
    place = await five_answered(database)
    await nameless.detach(database, place)
    async with database.write(NOW) as work:
        facts, _ = await rows(work)
        await work.people.erase(facts[0].person_id)
    async with database.read(NOW) as work:
        facts, detached = await rows(work)
        assert (len(facts), len(detached)) == (4, 5)
        assert len(await work.anonymity.sheets(place)) == 5


async def test_one_at_a_time_detaches_across_replicas(postgres_database: Database) -> None:
    place, _ = await prepared(postgres_database)

    async def second() -> bool:
        async with postgres_database.write(NOW) as work:
            return await work.anonymity.hold(place.campaign_id)

    async with postgres_database.write(NOW) as work:
        assert await work.anonymity.hold(place.campaign_id)
        waiting = asyncio.create_task(second())
        done, _ = await asyncio.wait({waiting}, timeout=0.2)
        assert not done
    assert await waiting
