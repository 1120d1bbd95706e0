"""Every sort of term the documents have: on which days it is due, and what is said of one that is wrong."""

from datetime import date

import pytest
import yaml

from programmes.dates import KEYS, term_of
from programmes.reading import Entry
from programmes.terms import Span, Term, Years, later
from surveys.source import Report, from_yaml

YEARS = Years(2021, 2024, date(2021, 7, 1), date(2024, 12, 31))


def read(**written: object) -> tuple[Term, list[str]]:
    report = Report()
    node = from_yaml(yaml.safe_dump({"text": "срок", **written}, allow_unicode=True), "mine.yaml", report)
    assert node is not None
    return term_of(Entry.of(node, report, KEYS, "a term")), [str(error) for error in report.errors]


def lasts(years: Years = YEARS, /, **written: object) -> list[str]:
    """The last days on which a term is due."""
    term, complaints = read(**written)
    assert complaints == []
    return [span.last.isoformat() for span in term.spans(years)]


def test_months_of_a_school_year() -> None:
    assert lasts(months=[8, 9], repeats="once") == ["2021-09-30"]
    every_year = ["2021-12-31", "2022-12-31", "2023-12-31", "2024-12-31"]
    assert lasts(months=[11, 12], repeats="yearly") == every_year
    assert lasts(months=[1, 2], repeats="yearly") == ["2022-02-28", "2023-02-28", "2024-02-29"]  # not of 2025


def test_days_of_the_documents_calendar() -> None:
    assert lasts(by="2022-09-15") == ["2022-09-15"]
    assert read(**{"from": "2022-03", "to": "2022-05"})[0].spans(YEARS) == (Span(date(2022, 3, 1), date(2022, 5, 31)),)


@pytest.mark.parametrize(
    ("then", "due"),
    [
        ({"every": 6, "until": "2023-03-01"}, ["2021-09-30", "2022-03-31", "2022-09-30", "2023-03-31"]),
        ({"every": 24}, ["2021-09-30", "2023-09-30"]),
        ({"every": 12, "until": "2024-02-01"}, ["2021-09-30", "2022-09-30", "2023-09-30"]),
        ({"then": "regularly"}, ["2021-09-30", "2024-12-31"]),
    ],
)
def test_what_follows_them(then: dict[str, object], due: list[str]) -> None:
    assert lasts(YEARS, **{"from": "2021-09", "to": "2021-09", **then}) == due


def test_days_of_every_year_and_all_the_time() -> None:
    years = Years(2022, 2023, date(2022, 9, 19), date(2023, 12, 31))
    quarters = ["2022-10-01", "2023-01-01", "2023-04-01", "2023-07-01", "2023-10-01"]
    assert lasts(years, yearly=["01-01", "04-01", "07-01", "10-01"]) == quarters
    assert lasts(years, throughout="year") == ["2023-07-31", "2023-12-31"]
    assert lasts(years, throughout="programme") == ["2023-12-31"]


def test_open_terms_have_no_day_of_their_own() -> None:
    assert lasts(open="plan") == lasts(open="request") == lasts(open="event") == []
    assert lasts(open="request", by="2022-09-15") == ["2022-09-15"]


def test_a_moved_programme_moves_them() -> None:
    moved = YEARS.starting_in(2026)
    assert lasts(moved, by="2022-09-15") == ["2027-09-15"]
    assert lasts(moved, **{"from": "2024-01", "to": "2024-02"}) == ["2029-02-28"]
    assert (moved.begins, moved.ends, moved.starting_in(2021)) == (date(2026, 7, 1), date(2029, 12, 31), YEARS)


def test_years_without_days_of_their_own_go_from_august_to_july() -> None:
    years = Years(2024, 2025)
    assert years.whole == Span(date(2024, 8, 1), date(2026, 7, 31))
    assert years.autumns == range(2024, 2026)
    assert Years(2022, 2023, date(2022, 3, 18), date(2023, 8, 1)).autumns == range(2022, 2023)


def test_months_later() -> None:
    assert later(date(2021, 1, 31), 1) == date(2021, 2, 28)
    assert later(date(2021, 2, 28), 1) == date(2021, 3, 31)
    assert later(date(2021, 12, 30), 2) == date(2022, 2, 28)
    assert later(date(2022, 3, 15), -6) == date(2021, 9, 15)


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ({}, "the term does not say when"),
        ({"by": "2022-09-15", "throughout": "year"}, "a term has by and throughout"),
        ({"by": "15.09.2022"}, "«15.09.2022» is no date"),
        ({"by": "2022-13-01"}, "«2022-13-01» is no date"),
        ({"from": "2022-09", "to": "2022-05"}, "the term ends before it starts"),
        ({"from": "2022-09"}, "«to» is missing"),
        ({"yearly": ["31-12"]}, "«31-12» is no day of the year"),
        ({"throughout": "week"}, "«throughout» knows no «week»"),
        ({"open": "later"}, "«open» knows no «later»"),
        ({"from": "2022-09", "to": "2022-09", "then": "sometimes"}, "there is no way to go on «sometimes»"),
        ({"from": "2022-09", "to": "2022-09", "every": 0}, "«every» must be a whole number from 1 to 60"),
    ],
)
def test_a_wrong_term_is_named_with_a_remedy(written: dict[str, object], says: str) -> None:
    complaints = read(**written)[1]
    found = [complaint for complaint in complaints if says in complaint]
    assert found
    assert all(complaint.startswith("mine.yaml:") and "; " in complaint for complaint in found)
