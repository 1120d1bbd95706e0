"""Pairs: who is enrolled, which items are the same before and after, and what a scale makes of missing answers."""

from __future__ import annotations

import pickle
from collections.abc import Iterable
from pathlib import Path

import pytest

from surveys.definition import Definition
from surveys.load import load
from surveys.pairing import DefinitionKey, Enrolled, Parameter, ParameterChange, changes, parameters
from surveys.path import Value
from tests.surveys.examples import definition, scale, survey

SCALE = ", measures: relationship"
ITEMS = [*(scale(f"r{n}", SCALE) for n in range(1, 5)), scale("r5", f"{SCALE}, reversed: true"), scale("alone")]
MARK = "{id: mark, kind: number, min: 2, max: 5, decimals: 1, optional: true, text: {ru: Балл, en: Mark}}"
ENTRY, EXIT = ("example", 1), ("exit", 1)


@pytest.fixture
def entry(tmp_path: Path) -> Definition:
    return definition(tmp_path / "entry", survey(*ITEMS, MARK))


@pytest.fixture
def both(entry: Definition, tmp_path: Path) -> dict[DefinitionKey, Definition]:
    return {ENTRY: entry, EXIT: definition(tmp_path / "exit", survey(*ITEMS, MARK, scale("later")))}


def people(n: int, before: dict[str, Value], after: dict[str, Value]) -> list[Enrolled]:
    return [Enrolled(ENTRY, EXIT, before, after) for _ in range(n)]


def found(both: dict[DefinitionKey, Definition], enrolled: Iterable[Enrolled]) -> dict[str, ParameterChange]:
    return {each.parameter.id: each for each in changes(both, enrolled)}


def test_items_and_scales_that_both_questionnaires_have(both: dict[DefinitionKey, Definition]) -> None:
    common = parameters(both[ENTRY], both[EXIT])
    assert [each.id for each in common] == ["r1", "r2", "r3", "r4", "r5", "alone", "mark", "relationship"]
    assert [each.measure for each in common][-1] == "relationship"
    assert (common[0].bottom, common[0].top) == (1, 5)
    assert (common[-1].bottom, common[-1].top) == (1, 5)
    assert common[-1].question is None


@pytest.mark.parametrize(
    "changed",
    [
        scale("alone").replace("Как?", "Насколько?"),
        scale("alone").replace("max: 5", "max: 7"),
        scale("alone").replace("ru: да", "ru: очень"),
        scale("alone", ", reversed: true, measures: other"),
    ],
)
def test_an_item_with_another_text_or_scale_is_another_item(entry: Definition, tmp_path: Path, changed: str) -> None:
    other = definition(tmp_path / "other", survey(*ITEMS[:-1], changed))
    assert "alone" not in {each.id for each in parameters(entry, other)}


def test_everybody_enrolled_is_the_n_that_the_pairs_are_told_of(both: dict[DefinitionKey, Definition]) -> None:
    crowd = [
        *people(6, {"alone": 2}, {"alone": 4}),
        *people(1, {"alone": 2}, {}),
        Enrolled(ENTRY, EXIT, {"alone": 5}, None),
        Enrolled(ENTRY, EXIT),
    ]
    change = found(both, crowd)["alone"].change
    assert (change.enrolled, change.paired, change.mean_before, change.mean_after) == (9, 6, 2.0, 4.0)


def test_people_of_several_questionnaires_count_together_where_the_item_is_the_same(
    both: dict[DefinitionKey, Definition], tmp_path: Path
) -> None:
    other = definition(tmp_path / "other", survey(ITEMS[-1], scale("r1").replace("Как?", "Что?")))
    crowd = [*people(3, {"alone": 1}, {"alone": 3}), Enrolled(("other", 1), ("other", 1), {"alone": 1}, {"alone": 5})]
    result = changes({**both, ("other", 1): other}, crowd)
    assert [(each.parameter.id, each.change.enrolled) for each in result if each.parameter.id in ("alone", "r1")] == [
        ("r1", 3),
        ("alone", 4),
        ("r1", 1),
    ]


def test_a_reversed_item_is_turned_in_its_scale_and_not_by_itself(both: dict[DefinitionKey, Definition]) -> None:
    before: dict[str, Value] = {"r1": 2, "r2": 2, "r3": 2, "r4": 2, "r5": 5}
    after: dict[str, Value] = {"r1": 3, "r2": 3, "r3": 3, "r4": 3, "r5": 1}
    result = found(both, people(5, before, after))
    assert (result["r5"].change.mean_before, result["r5"].change.mean_after) == (5, 1)
    assert result["relationship"].change.mean_before == pytest.approx((4 * 2 + 1) / 5)
    assert result["relationship"].change.mean_after == pytest.approx((4 * 3 + 5) / 5)


def test_a_scale_with_one_of_five_missing_counts_and_with_two_missing_does_not(
    both: dict[DefinitionKey, Definition],
) -> None:
    whole: dict[str, Value] = dict.fromkeys(("r1", "r2", "r3", "r4", "r5"), 3)
    four = {name: value for name, value in whole.items() if name != "r1"}
    three = {name: value for name, value in four.items() if name != "r2"}
    assert found(both, people(5, whole, four))["relationship"].change.paired == 5
    assert found(both, people(5, whole, three))["relationship"].change.paired == 0


def test_a_conditional_item_without_an_answer_is_not_missing(tmp_path: Path) -> None:
    asked = definition(tmp_path / "when", survey(*ITEMS[:4], scale("r6", f"{SCALE}, when: r1 == 5")))
    parameter = next(each for each in parameters(asked, asked) if each.measure)
    assert parameter.value({"r1": 1, "r2": 2, "r3": 3, "r4": 4}) == 2.5


def test_decimals_are_read_and_answers_of_another_kind_are_not(both: dict[DefinitionKey, Definition]) -> None:
    mark = Parameter((both[ENTRY].by_id["mark"],))
    assert float(mark.value({"mark": "4.5"}) or 0) == 4.5
    assert mark.value({"mark": 4}) == 4
    assert mark.value({"mark": ["4"]}) is None
    assert mark.value({"mark": True}) is None


def test_an_anonymous_questionnaire_has_no_pairs(tmp_path: Path, entry: Definition) -> None:
    nobody = definition(
        tmp_path / "anonymous", survey(scale("alone")).replace("version: 1", "version: 1\nanonymous: true")
    )
    with pytest.raises(ValueError, match="anonymous"):
        parameters(entry, nobody)


def test_the_bundled_questionnaires_measure_the_same_before_and_after() -> None:
    library = load(Path("surveys"))
    before = [each for each in library.all() if each.id.startswith("entry-")]
    assert len(before) >= 12
    for entry in before:
        leaving = library.get(entry.id.replace("entry-", "exit-"))
        same_ids = {question.id for question in entry.questions if question.kind in ("scale", "number")} & set(
            leaving.by_id
        )
        compared = {each.id for each in parameters(entry, leaving) if each.measure is None}
        assert compared == same_ids, f"{entry.id}: same id, other text or scale"
        assert len(compared) >= 5


def test_definitions_and_people_can_be_sent_to_the_workshop(both: dict[DefinitionKey, Definition]) -> None:
    crowd = people(5, {"alone": 2}, {"alone": 4})
    assert changes(*pickle.loads(pickle.dumps((both, crowd)))) == changes(both, crowd)
