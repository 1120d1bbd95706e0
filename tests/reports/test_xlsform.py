"""Spreadsheets of questionnaires: what the child process says of a file, however long it takes."""

from __future__ import annotations

import json
import signal
from collections.abc import AsyncIterator
from time import monotonic
from typing import Any

import pytest

from reports.workshop import Workshop
from reports.xlsform import SLUG, example_form, read_form, slug_of, write_form
from surveys.definition import Option
from surveys.load import from_body, load
from tests.conversations import workbooks

ASKED = {"id": "wish", "kind": "text", "text": {"ru": "Что добавить?", "en": "What to add?"}}
CLUB = {"version": 1, "title": {"ru": "Кружок", "en": "Club"}, "ask": [ASKED]}


@pytest.fixture
async def workshop() -> AsyncIterator[Workshop]:
    made = Workshop()
    yield made
    await made.close()


def read(content: bytes, name: str = "Кружок.xlsx") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(read_form(content, name))
    return found


def test_a_good_file_becomes_a_definition_named_after_its_form_id() -> None:
    found = read(workbooks.form())
    assert (found["slug"], found["notes"]) == ("club", [])
    made = from_body(found["body"])
    assert (made.title.en, [each.id for each in made.questions]) == ("Кружок", ["liked", "visits", "wish"])


def test_mistakes_say_where_why_and_what_to_do() -> None:
    found = read(workbooks.form(("signature", "q", "Подпись", "Signature", "", "")))
    (mistake,) = found["mistakes"]
    sheet, row, column, problem, remedy = mistake
    assert (sheet, row, column) == ("survey", 2, "A")
    assert problem == ["xlsform-unknown-type", {"type": "signature", "instead": "text"}]
    assert remedy[0] == "xlsform-unknown-type-fix"


def test_a_file_that_takes_too_long_is_given_up() -> None:
    before = signal.getsignal(signal.SIGALRM)
    begun = monotonic()
    assert json.loads(read_form(workbooks.many(300), "Долго.xlsx", 0.02)) == {"late": True}
    assert monotonic() - begun < 2
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL)[0] == 0


async def test_in_the_child_too_and_it_reads_on(workshop: Workshop) -> None:
    late = await workshop.make(read_form, workbooks.many(300), "Долго.xlsx", 0.02)
    assert json.loads(late) == {"late": True}
    child = workshop.pid
    assert "body" in json.loads(await workshop.make(read_form, workbooks.form(), "Кружок.xlsx"))
    assert "mistakes" in json.loads(await workshop.make(read_form, workbooks.bomb(), "Бомба.xlsx"))
    assert workshop.pid == child


def test_what_is_written_is_read_back_as_it_was() -> None:
    bundled = load().get("pulse")
    found = read(write_form(bundled.body, {}))
    assert found["slug"] == "pulse"
    assert from_body(found["body"]).questions == bundled.questions


def test_the_example_has_every_common_kind_and_both_languages() -> None:
    made = from_body(read(example_form())["body"])
    kinds = {question.kind for question in made.questions}
    assert {"scale", "text", "single", "multi", "number", "date"} <= kinds
    assert all(question.text and question.text.ru != question.text.en for question in made.questions)
    assert any(question.when for question in made.questions)


def test_options_of_the_programmes_lists_stand_in_the_file() -> None:
    body = from_body(read(workbooks.listed("areas"))["body"]).body
    written = write_form(body, {"areas": [Option("sport", "Спорт")]})
    found = from_body(read(written)["body"])
    assert [question.source for question in found.questions] == ["areas"]


@pytest.mark.parametrize(
    ("name", "slug"),
    [("club", "club"), ("club_2", "club-2"), ("own-14-club", "club"), ("own-0-klub-5-063b0f", "klub-5-063b0f")],
)
def test_a_plain_name_stays(name: str, slug: str) -> None:
    assert slug_of(name) == slug


def test_every_name_has_a_slug_of_its_own() -> None:
    names = ["Клуб", "клуб", "klub", "клуб!", "x" * 40, "x" * 41, "我的", "—", "Club", "own-1-", "-", "a--b"]
    slugs = [slug_of(name) for name in names]
    assert len(set(slugs)) == len(names)
    for slug in slugs:
        assert len(slug) <= SLUG
        assert from_body(json.dumps({**CLUB, "survey": f"own-1-{slug}"}))
