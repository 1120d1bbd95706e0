"""Whoever has used everything and withdraws: hidden at once, then found nowhere at all, and the counts stay."""

from __future__ import annotations

import io
import re
import tempfile
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.backups import nightly
from bot.nightly import Nightly
from mentoring.names import plain
from services import dialogue_answers
from simulator.phones import Phone
from storage.tables import answer_counts, attendances, meetings, metadata, parked
from tests.conversations.world import World
from tests.databases import KEY
from tests.privacy.life import MENTOR, NUMBERS, PUPIL, Life
from tests.privacy.writing import Writer
from tests.storage.nameless import dump
from tests.storage.test_erasure_plan import CODES, words_of

DAY = timedelta(days=1)
TOUCHED = re.compile("метка-|Аграфен|аграфен|Аристарх")
OFFICE = "of an organisation, a questionnaire or an event; nobody's form puts words of or about a person there"
PASSING = "filled while something is made, put aside or withdrawn, and looked at below"
UNPLAYED: Mapping[str, str] = {
    **dict.fromkeys(CODES, "codes and numbers"),
    **dict.fromkeys(("people.zone", "organisations.zone", "plans.template", "outgoing.slot", "jobs.slot"), "codes"),
    **dict.fromkeys(
        ("people.speaks", "needs.facts", "matching_pairs.reasons", "mentorship_adults.speciality"), "codes"
    ),
    **dict.fromkeys(("files.file_id", "answers.value", "definitions.sha256", "settings.value"), "codes"),
    **dict.fromkeys(("definitions.name", "definitions.body", "own_questionnaires.title"), OFFICE),
    **dict.fromkeys(("questionnaire_drafts.body", "questionnaire_drafts.mistakes"), OFFICE),
    **dict.fromkeys(("organisations.name", "organisations.search", "organisations.short_name"), OFFICE),
    **dict.fromkeys(("organisations.genitive", "denominators.source", "indicator_plans.source"), OFFICE),
    **dict.fromkeys(("organisation_mentorships.goal", "organisation_mentorships.result"), OFFICE),
    **dict.fromkeys(("organisation_documents.link", "organisation_documents.review"), OFFICE),
    **dict.fromkeys(("sent_reports.link", "sent_reports.file", "sent_reports.note", "sent_reports.answer"), OFFICE),
    **dict.fromkeys(("speed_events.title", "speed_events.place", "events.link", "milestones.link"), OFFICE),
    **dict.fromkeys(("training_materials.title", "training_materials.link", "training_materials.file"), OFFICE),
    **dict.fromkeys(("mentorships.order_number", "mentorships.end_order_number"), OFFICE),
    **dict.fromkeys(("parked.body", "parked.traceback", "jobs.arguments", "files.name", "outgoing.dead"), PASSING),
    **dict.fromkeys(("erasures.places", "erasures.sealed", "erasures.progress", "erasures.counts"), PASSING),
    **dict.fromkeys(("practices.link", "meetings.link", "time_proposals.link"), "addresses: they take no words"),
    **dict.fromkeys(("people.workplace", "time_proposals.place"), "filled as the column beside it is"),
    "memberships.reason": "why somebody was refused, who is no participant then",
    "mentorships.end_comment": "why a pair ended before; here the withdrawal ends it",
    "consents.paper_giver": "the guardian's name",
}
"""Columns that take words and get none of these people's here, and why; `tests/storage/test_erasure_plan.py` fills
every column without asking who would."""


async def counts(world: World) -> list[Any]:
    """What reports count of the past: meetings held, minutes, who came, answers."""
    held = select(func.count(), func.sum(meetings.c.minutes)).where(meetings.c.state == "held")
    async with world.work() as work:
        return [
            [tuple(row) for row in await work.connection.execute(each)]
            for each in (held, select(attendances.c.present), select(answer_counts))
        ]


def left(found: str, writer: Writer) -> list[str]:
    """What of a person stands there: name, phone, their own words and files."""
    name = writer.says.rpartition(" +")[0]
    first, second = name.split()[:2]
    known = (name, f"{first} {second}", f"{second} {first}", plain(name), NUMBERS[name])
    return [mark for mark in (*known, *writer.marks) if mark in found]


async def stands_in(world: World, folder: Path, writer: Writer) -> list[str]:
    """Where something of the person is left: tables as the holder of file and key reads them, and files' bytes."""
    tables = {name: str(rows) for name, rows in (await dump(world.database)).items()}
    files = {path.name: path.read_bytes().decode(errors="ignore") for path in folder.rglob("*") if path.is_file()}
    return [f"{name}: {found}" for name, said in {**tables, **files}.items() if (found := left(said, writer))]


async def unplayed(world: World) -> set[str]:
    """Columns that take words and have none of this story's."""
    found = await dump(world.database)
    columns = [(table.name, column.name) for table in metadata.sorted_tables for column in words_of(table)]
    said = {(table, name): str([row[name] for row in found[table]]) for table, name in columns}
    return {f"{table}.{name}" for (table, name), words in said.items() if not TOUCHED.search(words)}


async def parks(life: Life, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the bot's puts aside what each of the two has just typed."""

    async def broken(*_: object, **__: object) -> None:
        raise ValueError(f"{PUPIL} {MENTOR}")

    with monkeypatch.context() as breaking:
        breaking.setattr(dialogue_answers, "text", broken)
        for name in ("pupil", "mentor"):
            await life.who[name].phone.says(life.who[name].word())
    async with life.world.work() as work:
        assert await work.connection.scalar(select(func.count()).select_from(parked)) == 2


async def withdraws(phone: Phone, *ways: str) -> None:
    await phone.says("/privacy")
    for label in ("Отозвать согласие", *ways):
        await phone.taps(label)


async def shown(life: Life) -> str:
    """What everybody around them reads now of people, pairs, meetings and plans."""
    pair, pupil = life.pair, life.people["pupil"].id
    doors = ("people.list", "pairs.list", f"pair.open:{pair}", f"meetings.of:{pair}:0", "plan.list", "health.list")
    cards = (
        f"person.of:{pupil}",
        f"person.of:{life.people['mentor'].id}",
        "plan.show:1",
        "tasks.open:1",
        "task.open:1",
    )
    found = []
    for name in ("curator", "mother"):
        phone = life.who[name].phone
        for press in (*doors, *cards, "alarm.card:1", "practice.open:1", "ward.open"):
            before = len(phone.telegram.chat(phone.id).shown)
            await phone.presses_old(1, press)
            found += phone.telegram.chat(phone.id).shown[before:]
    assert len(found) > 20
    return "\n".join(found)


async def test_a_pupil_at_once_and_a_mentor_in_the_term(
    world: World, tmp_path: Path, lines: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "spool").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "spool"))
    copies = Nightly(world.machine, tmp_path / "copies", keep=3, key=KEY, send=None)
    life = await Life.open(world)
    await life.lives()
    await parks(life, monkeypatch)
    await copies.look()
    assert await unplayed(world) - UNPLAYED.keys() == set(), "somebody has to put words there, or it has a reason"
    pupil, mentor, curator = (life.who[each] for each in ("pupil", "mentor", "curator"))
    before = await counts(world)

    await withdraws(pupil.phone, "Стереть сразу", "Да, стереть навсегда")
    await withdraws(mentor.phone, "Стереть через 30 дн.")
    await world.advance(timedelta(hours=1))
    seen = await shown(life)
    assert left(seen, pupil) == []
    assert [each for each in (MENTOR, *mentor.marks) if each in seen] == []
    assert [each for each in await stands_in(world, tmp_path, pupil) if "mentoring-2026" not in each] == []
    heard = len(pupil.phone.messages), len(mentor.phone.messages)

    await world.advance(DAY)
    await copies.look()
    await world.until(world.now + 30 * DAY, lived=timedelta(hours=2))
    assert (len(pupil.phone.messages), len(mentor.phone.messages)) == heard, "nothing is sent any more"
    await curator.phone.sees("уничтожены", "Акт об уничтожении")
    for _ in range(3):
        await copies.look()
        world.passes_unlived(DAY)
    assert len(nightly(tmp_path / "copies")) == 3
    for each in (pupil, mentor):
        assert await stands_in(world, tmp_path, each) == []
        assert left(lines.getvalue(), each) == []
    assert await counts(world) == before
