"""A programme with mistakes: each is named with its line and a remedy, all at once."""

from pathlib import Path

import pytest

from programmes.load import BUNDLED, load_programme, parse_programme
from surveys.load import BUNDLED as SURVEYS
from surveys.source import DefinitionErrors

GOOD = (BUNDLED / "tver-school-14.yaml").read_text(encoding="utf-8")


def errors(text: str) -> list[str]:
    with pytest.raises(DefinitionErrors) as raised:
        parse_programme(text, "mine.yaml")
    return [str(error) for error in raised.value.errors]


@pytest.mark.parametrize(
    ("right", "wrong", "says"),
    [
        ("scope: school", "scope: scool", "«scope» knows no «scool»; did you mean «school»"),
        ("zone: Europe/Moscow", "zone: Europe/Twer", "there is no time zone «Europe/Twer»"),
        ("erasure_days: 30", "erasure_days: soon", "«erasure_days» must be a whole number from 1 to 365"),
        ("youngest: 10", "yungest: 10", "a programme has no «yungest»"),
        ("from: '21:00'", "from: '25:00'", "«from» is no time; write it in quotes, as '21:00'"),
        ("{first: 2024, last: 2028}", "{first: 2028, last: 2024}", "the last year is before the first"),
        ("roles: [head]\n", "roles: [boss]\n", "«roles» knows no «boss»"),
        ("responsible: [deputy]", "responsible: [deputi]", "there is no executor «deputi»"),
        ("stage: finishing", "stage: finish", "there is no stage «finish»"),
        ("id: peer-peer", "id: leader-passive", "two of «role_models» have the id «leader-passive»"),
        ("months: [8, 9]", "months: [9, 8]", "the term ends before it starts"),
        ("months: [8, 9]", "months: [8]", "«months» must hold two months"),
        ("repeats: once", "repeats: sometimes", "«repeats» knows no «sometimes»"),
        ("'{stage}-{form}-{role}'", "'{stage}-{sort}'", "there is no place «sort»"),
        ("for: [pupils]", "for: [cats]", "there is no group «cats»"),
        ("en: Sport}", "en: Sport which is too long for a button}", "it must fit a phone"),
        ("role_models: [experienced-young]", "role_models: [old-young]", "there is no role model «old-young»"),
        ("- {kind: trial,", "- {kind: trail,", "«kind» knows no «trail»"),
        ("quiet: {", "quiet: 5 #{", "must be a mapping"),
        ("quiet: {", "digest: '23:00'\nquiet: {", "in the quiet hours"),
        ("indicators: []", "indicators: 7", "«indicators» must be a list"),
        ("opens: '12-01'", "opens: '12-31-1'", "«12-31-1» is no day of the year; write month and day in quotes"),
        ("opens: '12-01'", "opens: '02-29'", "«02-29» is no day of the year"),
        ("roles: [mentor, mentee], opens", "roles: [], opens", "«roles» is empty"),
        ("days: 14}", "days: 0}", "«days» must be a whole number from 1 to 92"),
    ],
)
def test_a_mistake_is_named_with_its_line(right: str, wrong: str, says: str) -> None:
    assert right in GOOD
    line = GOOD[: GOOD.index(right)].count("\n") + 1
    found = [error for error in errors(GOOD.replace(right, wrong, 1)) if says in error]
    assert found
    assert any(error.startswith(f"mine.yaml:{near}:") for error in found for near in range(line - 6, line + 2))
    assert all("; " in error for error in found)


def test_a_questionnaire_of_the_calendar_must_exist() -> None:
    known = {path.stem for path in (SURVEYS / "definitions").glob("*.yaml")} - {"pulse"}
    with pytest.raises(DefinitionErrors, match="there is no questionnaire «pulse»; did you mean «puls»"):
        parse_programme(GOOD, "mine.yaml", known | {"puls"})


def test_all_mistakes_are_told_at_once() -> None:
    broken = GOOD.replace("scope: school", "scope: scool").replace("erasure_days: 30", "erasure_days: 0")
    assert len(errors(broken)) == 2


@pytest.mark.parametrize(
    "text", ["", "- 1\n- 2\n", "programme: x\n", "a: [", "programme: {a: 1}\nforms: 7\nplans: [3]\n"]
)
def test_nonsense_is_refused_in_words(text: str) -> None:
    assert errors(text)


@pytest.mark.parametrize("name", ["no-such-programme", "/no/such/file.yaml", "../tver-school-14", "."])
def test_an_unknown_name_tells_the_known_ones(name: str) -> None:
    with pytest.raises(DefinitionErrors) as raised:
        load_programme(name)
    assert "tver-school-14" in str(raised.value)


def test_a_file_of_ones_own(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(GOOD.replace("programme: tver-school-14", "programme: own"), encoding="utf-8")
    assert load_programme(str(own)).id == "own"
    own.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DefinitionErrors, match="UTF-8"):
        load_programme(str(own))


def test_indicators_with_yearly_plans() -> None:
    indicator = (
        "denominators: [{id: teachers, by: organisation, name: {ru: Педагоги, en: Teachers}}]\n"
        "indicators:\n- {id: '2.1.2', name: {ru: Доля, en: Share}, better: less, plan: {2022: 0.7, 2023: 0.6}, "
        "numerator: {people: mentor}, denominator: teachers}\n"
    )
    found = parse_programme(GOOD[: GOOD.index("indicators: []")] + indicator, "mine.yaml").indicators[0]
    assert (found.more_is_better, [(year, str(plan)) for year, plan in found.plan]) == (
        False,
        [(2022, "0.7"), (2023, "0.6")],
    )
    broken = indicator.replace("0.6", "much")
    assert any("«2023: much»" in error for error in errors(GOOD[: GOOD.index("indicators: []")] + broken))
