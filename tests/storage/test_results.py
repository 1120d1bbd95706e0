"""The numbers behind results: counts that never drift from the answers, who was asked, the stream and the pairs."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy import update

from bot.house import library
from mentoring.mentorships import Form, Mentorship, MentorshipState, Party, Side
from mentoring.participation import Rate
from mentoring.people import OrganisationKind
from storage.engine import Database
from storage.response_stream import unpacked
from storage.results import Among, By
from storage.tables import responses
from storage.work import Work
from surveys.load import from_body
from surveys.path import Value
from surveys.record import Record, RecordState, Subject
from tests.conversations.answering import answered, asked
from tests.databases import NOW

EVERYTHING = from_body(
    """{"survey": "own-1-all", "version": 1, "title": {"ru": "Всё", "en": "All"}, "ask": [
    {"id": "scale", "kind": "scale", "min": 1, "max": 5, "text": {"ru": "А", "en": "A"},
     "low": {"ru": "а", "en": "a"}, "high": {"ru": "б", "en": "b"}},
    {"id": "one", "kind": "single", "text": {"ru": "Б", "en": "B"}, "optional": true,
     "options": [{"id": "x", "label": {"ru": "х", "en": "x"}}, {"id": "y", "label": {"ru": "у", "en": "y"}}]},
    {"id": "many", "kind": "multi", "text": {"ru": "В", "en": "C"}, "when": "one == x",
     "options": [{"id": "x", "label": {"ru": "х", "en": "x"}}, {"id": "y", "label": {"ru": "у", "en": "y"}}]},
    {"id": "number", "kind": "number", "decimals": 1, "text": {"ru": "Г", "en": "D"}, "optional": true},
    {"id": "words", "kind": "text", "max": 100, "text": {"ru": "Д", "en": "E"}, "optional": true},
    {"id": "secret", "kind": "single", "sensitive": true, "optional": true, "text": {"ru": "Е", "en": "F"},
     "options": [{"id": "x", "label": {"ru": "х", "en": "x"}}, {"id": "y", "label": {"ru": "у", "en": "y"}}]}]}"""
)
NAMELESS = from_body(EVERYTHING.body.replace("own-1-all", "own-1-nameless").replace('"ask"', '"anonymous":true,"ask"'))


def some_answers(dice: random.Random) -> dict[str, Value]:
    """What somebody might answer, off the path too."""

    def maybe() -> Iterator[tuple[str, Value]]:
        yield "scale", dice.randint(1, 5)
        if dice.random() < 0.8:
            yield "one", dice.choice("xy")
        if dice.random() < 0.7:
            yield "many", dice.choice((["x"], ["y"], ["x", "y"]))
        if dice.random() < 0.5:
            yield "number", dice.choice((3, "4.5", 10))
        if dice.random() < 0.5:
            yield "words", "Слова"
        if dice.random() < 0.5:
            yield "secret", dice.choice("xy")

    return dict(maybe())


async def places(work: Work) -> list[int]:
    return [(await work.organisations.add(name, OrganisationKind.SCHOOL, "Europe/Moscow")).id for name in ("А", "Б")]


@pytest.mark.parametrize("seed", range(3))
async def test_the_counts_are_what_the_answers_say(database: Database, seed: int) -> None:
    dice = random.Random(seed)
    known = {(each.id, each.version): each for each in (EVERYTHING, NAMELESS)}
    async with database.write(NOW) as work:
        homes = await places(work)
        for number in range(60):
            person = await work.people.add(f"Имя {number}")
            definition = dice.choice((EVERYTHING, EVERYTHING, NAMELESS))
            nobody = definition.anonymous and dice.random() < 0.6
            await answered(
                work,
                definition,
                None if nobody else person,
                dice.choice(homes),
                some_answers(dice),
                campaign_id=dice.choice((None, 1, 2)),
                form=dice.choice((None, "pupil-pupil")),
                role=dice.choice((None, "mentor", "mentee")),
            )
    async with database.write(NOW) as work:
        assert set(await work.recount.asked()) == set(known)
        held = await work.recount.held()
        assert held
        assert await work.recount.recounted(known) == held
        assert not await work.recount.mend(known)
    async with database.write(NOW) as work:
        await work.counts.add(await broken(work), [("scale", "5")])
        assert await work.recount.mend(known)
        assert await work.recount.held() == held


async def broken(work: Work) -> Record:
    """Some response that was counted already."""
    found = await work.responses.get(1)
    assert found is not None
    return found


async def test_counts_by_version_part_and_group(database: Database) -> None:
    async with database.write(NOW) as work:
        home, other = await places(work)
        for number, (place, role, value) in enumerate([(home, "mentor", 1), (home, "mentee", 5), (other, "mentee", 5)]):
            person = await work.people.add(f"Имя {number}")
            await answered(work, EVERYTHING, person, place, {"scale": value}, role=role)
        counts = await work.results.counts("own-1-all", Among())
        assert counts.finished == {1: 3}
        assert counts.questions == {(1, "scale"): {"*": 3, "1": 1, "5": 2}}
        only = await work.results.counts("own-1-all", Among(frozenset({home}), role="mentee"))
        assert only.questions == {(1, "scale"): {"*": 1, "5": 1}}
        parts = await work.results.counts_by("own-1-all", Among(), By.ROLE)
        assert {part: each.finished for part, each in parts.items()} == {"mentor": {1: 1}, "mentee": {1: 2}}
        assert await work.results.behind("own-1-all", Among(), By.ORGANISATION) == {home: 2, other: 1}
        assert await work.results.behind("own-1-all", Among()) == {"": 3}
        assert await work.results.counted(Among(frozenset({home}))) == {"own-1-all": 2}
        groups = await work.results.groups("own-1-all")
        assert sum(groups[1, "scale"].values()) == 3
        people = (await work.results.people("own-1-all"))[1]
        assert sum(each.people for each in people.values()) == 3


async def test_who_was_asked_counts_once_whatever_is_detached(database: Database) -> None:
    async with database.write(NOW) as work:
        home, _ = await places(work)
        people = [await work.people.add(f"Имя {number}") for number in range(4)]
        for person in people[:3]:
            await answered(work, NAMELESS, person, home, {"scale": 3}, campaign_id=7)
        await work.connection.execute(update(responses).values(finished_at=None))  # what detaching leaves of them
        for _ in range(3):
            await answered(work, NAMELESS, None, home, {"scale": 3}, campaign_id=7)
        await asked(work, "pulse", people[3], home, campaign_id=7)
        withdrawn = await asked(work, "pulse", people[2], home)
        await work.responses.close([withdrawn.id], RecordState.CANCELLED)
        rates = await work.results.rates(Among(frozenset({home})))
        assert rates == {"own-1-nameless": Rate(3, 3), "pulse": Rate(1, 0)}
        assert await work.results.rates(Among(campaign_id=7), ["pulse"]) == {"pulse": Rate(1, 0)}


async def test_the_stream_gives_every_response_once(database: Database) -> None:
    async with database.write(NOW) as work:
        home, other = await places(work)
        for number in range(7):
            person = await work.people.add(f"Имя {number}")
            values: dict[str, Value] = {"scale": 4, "one": "y", "many": ["x"], "number": "4.5"}
            values["words"] = f"=Слово {number}"
            await answered(work, EVERYTHING, person, home if number else other, values, entered_by=1)
    async with database.read(NOW) as work:
        pages = [page async for page in work.response_stream.pages("own-1-all", Among(frozenset({home})), size=4)]
    assert [len(page) for page in pages] == [4, 2]
    first = pages[0][0]
    assert (first.person, first.entered_by, first.version) == ("Имя 1", 1, 1)
    assert unpacked(first) == {"scale": 4, "one": "y", "number": "4.5", "words": "=Слово 1"}
    assert [unpacked(each)["words"] for each in pages[1]] == ["=Слово 5", "=Слово 6"]


async def test_the_stream_has_no_names_of_nameless_answers_and_no_drafts(database: Database) -> None:
    async with database.write(NOW) as work:
        home, _ = await places(work)
        person = await work.people.add("Имя")
        await answered(work, NAMELESS, person, home, {"scale": 1})
        await answered(work, NAMELESS, None, home, {"scale": 2})
        pages = [page async for page in work.response_stream.pages("own-1-nameless", Among())]
    assert [len(page) for page in pages] == [1]
    assert (pages[0][0].person, pages[0][0].finished_at) == (None, None)
    assert unpacked(pages[0][0]) == {"scale": 2}


async def test_sensitive_answers_are_read_from_the_rows(database: Database) -> None:
    async with database.write(NOW) as work:
        home, _ = await places(work)
        for number, value in enumerate("xyx"):
            person = await work.people.add(f"Имя {number}")
            await answered(work, EVERYTHING, person, home, {"scale": 1, "secret": value})
        counts = await work.results.counts("own-1-all", Among())
        assert counts.questions[1, "secret"] == {"*": 3}
        found = await work.results.secrets("own-1-all", Among(), [(1, "secret")], 2)
        assert found == {(1, "secret"): ["x", "y"]}


async def test_pairs_are_of_the_same_mentorship_and_finished(database: Database) -> None:
    names = "entry-teacher-teacher-mentee", "exit-teacher-teacher-mentee"
    scale = next(each.id for each in library().get(names[0]).questions if each.kind == "scale")
    async with database.write(NOW) as work:
        home, _ = await places(work)
        mentor, mentee = [await work.people.add(name) for name in ("Раз", "Два")]
        pair = await begun(work, home, mentor.id, mentee.id)
        about = Subject("mentorship", pair)
        await answered(work, names[0], mentee, home, {scale: 3}, subject=about)
        await answered(work, names[1], mentee, home, {scale: 9}, subject=Subject("mentorship", pair + 1))
        await asked(work, names[1], mentee, home, subject=about)
        found = await work.paired.placed([names[0]], [names[1]], organisations={home})
    assert [(each.side, each.entry is not None) for each in found] == [("mentor", False), ("mentee", True)]
    theirs = found[1]
    assert theirs.entry is not None
    assert theirs.exit is not None
    assert (theirs.entry.values or "").replace(" ", "") == f'{{"{scale}":3}}'
    assert theirs.exit.values is None


async def begun(work: Work, home: int, mentor: int, mentee: int) -> int:
    """An active mentorship of two teachers."""
    return await work.mentorships.propose(
        Mentorship(
            id=0,
            organisation_id=home,
            form=Form.TEACHER_TEACHER,
            role_model="any",
            kind="any",
            starts=date(2026, 9, 1),
            ends=date(2026, 12, 20),
            state=MentorshipState.ACTIVE,
            parties=(Party(mentor, Side.MENTOR), Party(mentee, Side.MENTEE)),
            proposed_by=1,
            proposed_at=NOW,
            activated_at=NOW,
        )
    )
