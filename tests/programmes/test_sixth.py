"""A sixth programme, written from docs/programmes.md alone: it loads, and no line of Python was touched."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml

from mentoring.events import EventKind
from mentoring.life import Gathering
from mentoring.matching_weights import Part, Strength
from mentoring.meetings import MeetingFormat, MeetingKind
from mentoring.mentorships import Form
from mentoring.needs import Need
from mentoring.people import OrganisationKind
from mentoring.roles import Category
from programmes.awards import AwardKind
from programmes.load import BUNDLED as PROGRAMMES
from programmes.load import load_programme, parse_programme
from programmes.programme import SOURCES
from surveys.load import BUNDLED
from surveys.source import DefinitionErrors

_DOCS = Path(__file__).parents[2] / "docs" / "programmes.md"
_MANUAL = _DOCS.read_text(encoding="utf-8")
WRITTEN = _MANUAL.split("{ #smallest }\n")[1].split("```yaml\n")[1].split("```")[0]
_TOLD = re.findall(r"^\| `(.+?)` \|", _MANUAL.split("{ #errors }\n")[1], re.MULTILINE)


def test_the_example_of_the_docs_is_a_programme(tmp_path: Path) -> None:
    own = tmp_path / "lesnaya.yaml"
    own.write_text(WRITTEN, encoding="utf-8")
    found = load_programme(str(own), {path.stem for path in (BUNDLED / "definitions").glob("*.yaml")})
    assert (found.id, found.zone, found.capacity) == ("lesnaya", "Asia/Yekaterinburg", 5)
    model = found.role_model(Form.PUPIL_PUPIL, "achiever-underachiever")
    assert (model.older, model.about) == (True, frozenset({Need.UNDERACHIEVING}))
    assert [step.format for step in found.cycle_for(Form.PUPIL_PUPIL, model.id)][1] is MeetingFormat.LESSON
    assert [kind.id for kind in found.kinds_for(Gathering.PAIR)] == ["individual", "speed"]
    assert found.matchmaking.strengths == {Part.WISHES: Strength.HIGH, Part.DISTANCE: Strength.OFF}
    assert found.matchmaking.most == 6
    assert found.organisations == set(OrganisationKind)
    assert [language.id for language in found.languages] == ["ru"]
    assert set(found.sources()) == SOURCES
    assert [(each.row.id, each.days and each.days.last) for each in found.milestones()] == [
        ("1", date(2025, 9, 1)),
        ("2", date(2025, 9, 30)),
        ("2", date(2026, 9, 30)),
        ("2", None),
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "says"),
    [
        ("gatherings: [group, circle]", "gatherings: [group]", "no kind of regular meetings is for a circle"),
        ("gatherings: [pair]", "gatherings: [duo]", "«gatherings» knows no «duo»"),
        ("about: [underachieving]", "about: [underachiever]", "did you mean «underachieving»"),
        ("format: lesson", "format: phone", "«format» knows no «phone»"),
        ("- {kind: trial,", "- {kind: working,", "«cycle» lacks trial"),
        ("id: safety", "id: gymnastics", "there is no step of training «gymnastics»"),
        ("{role: mentee, term", "{role: curator, term", "there is no base «curator»"),
        ("by: '2025-09-01'", "by: 1 September", "«1 September» is no date"),
        ("every: 6", "every: often", "«every» must be a whole number"),
        ("responsible: [director]}", "responsible: [boss]}", "there is no executor «boss»"),
        ("  terms:\n", "  responsible: [curator]\n  terms:\n", "a row with «terms» has no «responsible»"),
        ("small_group: 5}", "small_group: 5, stuck_after_days: 7}", "a pair is stuck before it needs a look"),
        ("last: 2026}", "last: 2026, to: '2025-01-01'}", "the programme ends before it begins"),
        ("plan: {2026: 50}", "plan: {2026: half}", "«2026: half»"),
        ("plan: {2026: 50}", "counts: {2026: {scool: 5}}", "«counts» has «2026: scool»"),
        ("distance: none}", "distance: nothing}", "«distance» knows no «nothing»"),
        ("group: 6}", "group: 1}", "«group» must be a whole number from 2 to 15"),
        ("scope: school", "scope: school\norganisations: [scool]", "did you mean «school»"),
    ],
)
def test_what_is_wrong_with_it_is_said_with_line_and_remedy(right: str, wrong: str, says: str) -> None:
    assert WRITTEN.count(right) >= 1
    with pytest.raises(DefinitionErrors) as raised:
        parse_programme(WRITTEN.replace(right, wrong, 1), "mine.yaml")
    found = [str(error) for error in raised.value.errors if says in str(error)]
    assert found
    line = WRITTEN[: WRITTEN.index(right)].count("\n") + 1
    assert any(error.startswith(f"mine.yaml:{near}:") for error in found for near in range(line - 6, line + 3))


MISTAKES = [
    ("  goal: Помощь в учёбе", "   goal: Помощь в учёбе"),
    ("youngest: 10", "yongest: 10"),
    ("scope: school\n", ""),
    ("youngest: 10", "youngest: 10\nyoungest: 11"),
    ("id: subjects", "id: Учёба"),
    ("id: speed", "id: group"),
    ("by: '2025-09-01'", "by: 1 September"),
    (", by: '2025-09-01'", ""),
    ("gatherings: [group, circle]", "gatherings: [group]"),
    ("- {kind: trial,", "- {kind: working,"),
    ("group: 6}", "group: 1}"),
    ("responsible: [director]}", "responsible: [boss]}"),
    ("gatherings: [pair]", "gatherings: [duo]"),
]


def test_the_manual_explains_errors_that_there_are() -> None:
    said = "\n".join(_said(right, wrong) for right, wrong in MISTAKES)
    assert len(_TOLD) > 10
    assert [told for told in _TOLD if not re.search(re.escape(told).replace("…", ".+"), said)] == []


def _said(right: str, wrong: str) -> str:
    assert right in WRITTEN
    with pytest.raises(DefinitionErrors) as raised:
        parse_programme(WRITTEN.replace(right, wrong, 1), "mine.yaml")
    return str(raised.value)


def test_the_manual_names_every_key_and_word() -> None:
    words = set(re.findall(r"[a-z_]+(?:-[a-z]+)*", _MANUAL))
    files = [*sorted(PROGRAMMES.glob("*.yaml")), Path(__file__).with_name("sixth.yaml")]
    keys = {key for file in files for key in _keys(yaml.safe_load(file.read_text(encoding="utf-8")))}
    kinds = (Form, Need, MeetingKind, MeetingFormat, EventKind, AwardKind, Category, OrganisationKind, Gathering)
    assert sorted(keys - words) == []
    assert sorted({each.value for kind in kinds for each in kind} - words) == []


def _keys(value: object) -> Iterator[str]:
    """The keys of all mappings inside; years, of which a plan is made, are none."""
    if isinstance(value, dict):
        yield from (key for key in value if isinstance(key, str))
    if isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _keys(each)
