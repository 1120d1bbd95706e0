"""Results of a question from counts, against the answers spread out."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from statistics import fmean, median, quantiles

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.counting import ANSWERED, counted
from surveys.definition import Definition, Option, Question
from surveys.path import Value
from surveys.tally import Share, tally
from tests.surveys.examples import CONTEXT, EVERYTHING, definition, scale, survey

STEPS = Question("comfort", "scale", minimum=1, maximum=10)
AREAS = Question("areas", "multi", options=(Option("sport", "Спорт"), Option("music", "Музыка")))


@pytest.fixture
def everything(tmp_path: Path) -> Definition:
    return definition(tmp_path, EVERYTHING)


@given(st.lists(st.integers(1, 10), min_size=2, max_size=60))
def test_mean_median_and_quartiles_are_those_of_the_answers(given_: list[int]) -> None:
    counts = {str(value): count for value, count in Counter(given_).items()} | {ANSWERED: len(given_)}
    found = tally(STEPS, counts, finished=len(given_) + 3)
    low, _, high = quantiles(given_, n=4, method="inclusive")
    assert (found.finished, found.answered) == (len(given_) + 3, len(given_))
    assert found.mean == pytest.approx(fmean(given_))
    assert found.median == median(given_)
    assert found.quartiles == pytest.approx((low, high))
    assert [(share.value, share.count) for share in found.values] == [(str(n), given_.count(n)) for n in range(1, 11)]
    assert sum(share.share for share in found.values) == pytest.approx(1)


def test_one_answer_is_its_own_median() -> None:
    found = tally(STEPS, {"7": 1, ANSWERED: 1}, 1)
    assert (found.mean, found.median, found.quartiles) == (7, 7, (7, 7))


def test_nobody_has_answered() -> None:
    found = tally(STEPS, {}, finished=4)
    assert (found.answered, found.mean, found.median, found.quartiles) == (0, None, None, None)
    assert {share.count for share in found.values} == {0}
    assert {share.share for share in found.values} == {0.0}


def test_shares_of_several_choices_are_of_those_who_answered() -> None:
    found = tally(AREAS, {"sport": 3, "music": 1, "gone": 1, ANSWERED: 4}, finished=5)
    assert found.values == (Share("sport", 3, 0.75), Share("music", 1, 0.25), Share("gone", 1, 0.25))
    assert found.mean is None


def test_options_of_a_source_and_those_that_nobody_chose_are_told() -> None:
    question = Question("grade", "single", source="classes")
    found = tally(question, {"6a": 2, ANSWERED: 2}, 2, [Option("5a", "5А"), Option("6a", "6А")])
    assert [(share.value, share.count) for share in found.values] == [("5a", 0), ("6a", 2)]


def test_numbers_with_decimals_upwards() -> None:
    question = Question("mark", "number", minimum=2, maximum=5, decimals=1)
    found = tally(question, {"4.5": 1, "10": 1, "4": 2, ANSWERED: 4}, 4)
    assert [share.value for share in found.values] == ["4", "4.5", "10"]
    assert (found.mean, found.median) == (5.625, 4.25)


def test_texts_are_counted_and_not_spread_out() -> None:
    found = tally(Question("why", "text"), {ANSWERED: 3}, 5)
    assert (found.answered, found.values, found.mean) == (3, (), None)


def test_the_counts_of_whole_responses_give_every_question_its_results(everything: Definition) -> None:
    responses: list[dict[str, Value]] = [
        {"category": "teacher", "areas": ["maths", "music"], "comfort": 8, "mark": "4.5", "minutes": 45},
        {"category": "pupil", "areas": ["maths"], "comfort": 9, "minutes": 60},
    ]
    counts: dict[str, Counter[str]] = {}
    for answers in responses:
        for question, value in counted(everything, answers):
            counts.setdefault(question, Counter())[value] += 1
    results = {
        question.id: tally(question, counts.get(question.id, {}), 2, CONTEXT.options.get(question.source or "", ()))
        for question in everything.questions
    }
    assert results["comfort"].mean == 8.5
    assert results["minutes"].median == 52.5
    assert (results["mark"].answered, results["mark"].mean) == (1, 4.5)
    assert {share.value: share.count for share in results["areas"].values if share.count} == {"maths": 2, "music": 1}
    assert {share.value: share.count for share in results["category"].values} == {"pupil": 1, "teacher": 1, "parent": 0}


def test_a_sensitive_question_tells_only_how_many_answered(tmp_path: Path) -> None:
    asked = definition(tmp_path, survey(scale("secret", ", sensitive: true")))
    counts = Counter(value for question, value in counted(asked, {"secret": 3}) if question == "secret")
    found = tally(asked.questions[0], counts, 1)
    assert (found.answered, found.mean) == (1, None)
