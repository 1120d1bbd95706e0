"""What of each document's roadmap is due where: the municipality, a school, a preschool, an enterprise."""

from __future__ import annotations

import pytest

from mentoring.people import OrganisationKind
from programmes.agenda import agenda
from programmes.load import load_programme

SCHOOL, PRESCHOOL = OrganisationKind.SCHOOL, OrganisationKind.PRESCHOOL
SUPPLEMENTARY, ENTERPRISE = OrganisationKind.SUPPLEMENTARY, OrganisationKind.ENTERPRISE


def rows(programme: str, kind: OrganisationKind | None) -> list[str]:
    found = load_programme(programme)
    here = {each.milestone.row.id for each in agenda(found, kind)}
    return [row.id for row in found.roadmap if row.id in here]


@pytest.mark.parametrize(
    ("programme", "kind", "expected"),
    [
        ("tver-school-14", None, []),
        ("tver-school-14", SCHOOL, ["1.1", "1.2", "1.3", "1.4", "2", "3", "4", "5", "6", "7.1", "7.2"]),
        ("kavkazsky", None, ["1.1", "1.3", "2.1", "2.2", "3.1", "3.2", "3.3", "4.3", "4.4", "4.5", "4.6", "6.2"]),
        ("kavkazsky", SCHOOL, ["1.2", "1.3", "2.1", "4.1", "4.2", "5.1", "6.1"]),
        ("kyzyl", None, ["4.1", "4.2", "4.5", "6.1.1", "6.2.1", "6.2.2", "6.2.3", "7"]),
        ("kyzyl", SCHOOL, ["4.2", "4.3", "4.4", "4.5", "5.1", "5.2", "6.1.2", "6.2.1", "6.2.2", "6.2.3", "7"]),
        ("seversk", ENTERPRISE, []),
        ("kumtorkala", SCHOOL, []),
    ],
)
def test_who_is_concerned_by_which_rows(programme: str, kind: OrganisationKind | None, expected: list[str]) -> None:
    assert rows(programme, kind) == expected


def test_a_row_with_two_terms_is_split_between_municipality_and_organisations() -> None:
    seversk = load_programme("seversk")
    terms = {kind: {(each.milestone.row.id, each.term) for each in agenda(seversk, kind)} for kind in (None, SCHOOL)}
    assert ("1.3", 0) in terms[None] - terms[SCHOOL]
    assert ("1.3", 1) in terms[SCHOOL] - terms[None]
    assert rows("seversk", SCHOOL) == rows("seversk", PRESCHOOL) == rows("seversk", SUPPLEMENTARY)


@pytest.mark.parametrize("programme", ["tver-school-14", "kavkazsky", "kyzyl", "seversk"])
def test_codes_are_lasting_and_tell_everything_apart(programme: str) -> None:
    for year in (2024, 2026):
        moved = load_programme(programme).for_school_year(year)
        for kind in (None, *OrganisationKind):
            codes = [each.code(12) for each in agenda(moved, kind)]
            assert len(set(codes)) == len(codes)
            assert max(map(len, codes), default=0) <= 40
            assert codes == [each.code(12) for each in agenda(moved, kind)]


def test_slips_of_the_documents_are_there_with_their_notes() -> None:
    by_row = {each.milestone.row.id: each.milestone for each in agenda(load_programme("kyzyl"), SCHOOL)}
    ends_early = by_row["5.1"]
    assert ends_early.days is not None
    assert ends_early.days.first < ends_early.days.last
    assert "раньше начала" in (ends_early.row.note or "")
    before_the_order = next(each.milestone for each in agenda(load_programme("kavkazsky"), None))
    assert before_the_order.row.id == "1.1"
    assert "раньше самого приказа" in (before_the_order.row.note or "")
