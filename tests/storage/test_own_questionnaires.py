"""Own questionnaires and their drafts, on both databases."""

from __future__ import annotations

import json

from mentoring.people import OrganisationKind
from storage.engine import Database
from storage.work import Work
from surveys.definition import Definition
from surveys.load import from_body
from surveys.record import RecordState
from surveys.response import Draft
from tests.databases import NOW

TITLE = {"ru": "Кружок", "en": "Club"}


def definition(name: str, version: int = 1) -> Definition:
    asked = {"id": "wish", "kind": "text", "text": {"ru": "Что добавить?", "en": "What to add?"}}
    return from_body(json.dumps({"survey": name, "version": version, "title": TITLE, "ask": [asked]}))


async def school(work: Work, name: str) -> int:
    return (await work.organisations.add(name, OrganisationKind.SCHOOL, "Europe/Moscow")).id


async def names(work: Work, organisation_id: int | None) -> list[str]:
    return [each.name for each in await work.own_questionnaires.available(organisation_id)]


async def test_own_and_municipal_ones_are_available_and_others_are_not(database: Database) -> None:
    async with database.write(NOW) as work:
        one, other = await school(work, "Школа № 14"), await school(work, "Лицей № 2")
        store = work.own_questionnaires
        for place, name in ((one, "own-1-club"), (other, "own-2-club"), (None, "own-0-club")):
            assert await store.add(name, TITLE, organisation_id=place, created_by=None)
        assert await names(work, one) == ["own-1-club", "own-0-club"]
        assert await names(work, other) == ["own-2-club", "own-0-club"]
        assert await names(work, None) == ["own-0-club"]
        found, total = await store.page([one, other], municipal=False, offset=1, limit=1)
        assert ([each.name for each in found], total) == (["own-1-club"], 2)
        found, total = await store.page([], municipal=True, offset=0, limit=8)
        assert ([each.name for each in found], total) == (["own-0-club"], 1)


async def test_a_name_is_taken_once_and_a_version_follows_once(database: Database) -> None:
    async with database.write(NOW) as work:
        store = work.own_questionnaires
        first = await store.add("own-0-club", TITLE, organisation_id=None, created_by=None)
        assert first is not None
        assert await store.add("own-0-club", TITLE, organisation_id=None, created_by=None) is None
        second = await store.advance(first, {"ru": "Наш кружок", "en": "Our club"})
        assert second is not None
        assert (second.id, second.version, second.title["en"]) == (first.id, 2, "Our club")
        assert await store.advance(first, TITLE) is None
        assert await store.named("own-0-club") == second == await store.get(first.id)


async def test_what_is_off_the_list_is_not_offered_until_it_comes_back_or_is_renewed(database: Database) -> None:
    async with database.write(NOW) as work:
        store = work.own_questionnaires
        own = await store.add("own-0-club", TITLE, organisation_id=None, created_by=None)
        assert own is not None
        assert await store.archive(own.id, archived=True)
        assert not await store.archive(own.id, archived=True)
        assert await names(work, None) == []
        assert await store.archive(own.id, archived=False)
        assert await names(work, None) == ["own-0-club"]
        await store.archive(own.id, archived=True)
        assert await store.advance(own, TITLE)
        assert await names(work, None) == ["own-0-club"]


async def test_a_draft_is_forgotten_with_the_body_it_was_tried_in(database: Database) -> None:
    async with database.write(NOW) as work:
        store = work.questionnaire_drafts
        draft = await store.add(5, slug="club", body="{}", mistakes=[["survey", 2, "A", ["k", {}], ["f", {"n": 1}]]])
        assert await store.get(draft.id) == await store.of_chat(5) == draft
        await work.definitions.archive(definition(draft.name))
        await work.definitions.archive(definition("own-0-club"))
        assert await store.drop(draft.id)
        assert not await store.drop(draft.id)
        assert await store.of_chat(5) is None
        assert set(await work.definitions.hashes()) == {("own-0-club", 1)}
        assert (await store.add(5, slug="club", body="{}")).id > draft.id


async def test_the_body_stays_while_somebody_is_trying_it(database: Database) -> None:
    async with database.write(NOW) as work:
        draft = await work.questionnaire_drafts.add(5, slug="club", body="{}")
        made = definition(draft.name)
        await work.definitions.archive(made)
        await work.responses.add(
            Draft(made.id, 1), made, state=RecordState.OPEN, chat_id=5, person_id=None, kind="trial"
        )
        assert await work.questionnaire_drafts.drop(draft.id)
        assert await work.definitions.body(made.id, 1) == made.body
