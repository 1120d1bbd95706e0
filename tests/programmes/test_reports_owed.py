"""Who owes which reports by the five documents, and who takes them."""

from __future__ import annotations

import pytest

from mentoring.people import OrganisationKind
from programmes.load import bundled, load_programme
from programmes.reports_owed import days_owed, goes_to, on_request, owes, report_of

PROGRAMMES = {name: load_programme(name) for name in bundled()}
SCHOOL = OrganisationKind.SCHOOL


@pytest.mark.parametrize(
    ("programme", "report", "by_school", "by_municipality", "goes"),
    [
        ("kumtorkala", "curator", True, False, "coordinator"),
        ("kumtorkala", "note", False, True, "nobody"),
        ("tver-school-14", "final", True, False, "head"),
        ("tver-school-14", "site", True, False, "nobody"),
        ("kavkazsky", "organisation", True, False, "coordinator"),
        ("seversk", "organisation", True, False, "coordinator"),
        ("seversk", "interim", False, True, "nobody"),
        ("seversk", "municipality", False, True, "nobody"),
        ("kyzyl", "low-results", True, False, "coordinator"),
        ("kyzyl", "register", True, True, "nobody"),
        ("kyzyl", "recommendations", True, True, "coordinator"),
    ],
)
def test_by_whom_and_to_whom(programme: str, report: str, by_school: bool, by_municipality: bool, goes: str) -> None:
    found = report_of(PROGRAMMES[programme], report)
    assert found is not None
    assert owes(PROGRAMMES[programme], found, SCHOOL) is by_school
    assert owes(PROGRAMMES[programme], found, None) is by_municipality
    assert goes_to(PROGRAMMES[programme], found, SCHOOL).value == goes
    assert goes_to(PROGRAMMES[programme], found, None).value == "nobody"


def test_when_and_on_request() -> None:
    quarterly = [day for report, day in days_owed(PROGRAMMES["kavkazsky"], SCHOOL) if report.id == "organisation"]
    assert {(day.month, day.day) for day in quarterly} == {(1, 1), (4, 1), (7, 1), (10, 1)}
    yearly = [str(day) for report, day in days_owed(PROGRAMMES["seversk"], SCHOOL) if report.id == "organisation"]
    assert yearly == ["2021-11-30", "2022-11-30", "2023-11-30", "2024-11-30"]
    assert not days_owed(PROGRAMMES["kumtorkala"], None)
    asked = {name: [report.id for report in on_request(each)] for name, each in PROGRAMMES.items()}
    wanted = {"kumtorkala": ["note"], "seversk": ["organisation", "interim"]}
    assert {name: ids for name, ids in asked.items() if ids} == wanted
