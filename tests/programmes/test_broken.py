"""What somebody reads who writes a programme and slips: the line, what is wrong there, and what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from programmes.load import parse_programme
from surveys.load import BUNDLED
from surveys.source import DefinitionErrors

GOOD = Path(__file__).with_name("sixth.yaml").read_text(encoding="utf-8")
QUESTIONNAIRES = {path.stem for path in (BUNDLED / "definitions").glob("*.yaml")}


def told(text: str) -> list[str]:
    with pytest.raises(DefinitionErrors) as raised:
        parse_programme(text, "ours.yaml", QUESTIONNAIRES)
    return [str(error) for error in raised.value.errors]


def test_unbroken_it_is_read() -> None:
    found = parse_programme(GOOD, "ours.yaml", QUESTIONNAIRES)
    assert [(award.id, award.criteria.meetings, str(award.criteria.feedback)) for award in found.awards] == [
        ("thanks", 1, "4.5")
    ]
    assert [(report.by, report.to) for report in found.reports] == [(("heads",), ("authority",))]


@pytest.mark.parametrize(
    ("right", "wrong", "says"),
    [
        ("programme: zarechny", "programme: Заречный", "«Заречный» is no id; use up to 24 small Latin letters"),
        ("programme: zarechny", "name: zarechny", "«programme» is missing; add `programme: …`"),
        (
            "title: {ru: Наставничество Заречного района, en: Mentoring of the Zarechny district}",
            "title: Наставничество",
            "«title» must have both languages; write `title: {ru: …, en: …}`",
        ),
        ("results: []", "results: [{number: 1, name: {ru: А, en: A}, proof: [{topics: [cars]}]}]", "no topic «cars»"),
        (
            "results: []",
            "results: [{number: 1, name: {ru: А, en: A}, proof: [{done: plans, outcome: marks}]}]",
            "a proof says one thing; write one of",
        ),
        ("results: []", "results: [{number: 1, name: {ru: А, en: A}, proof: [{outcome: mark}]}]", "«outcome» knows no"),
        (
            "kind: closing, name: {ru: Праздник",
            "kind: party, name: {ru: Праздник",
            "«kind» knows no «party»; use one of",
        ),
        (
            "kind: closing, name",
            "kind: contest, name",
            "two of «events» are of the kind «contest»; name each kind once",
        ),
        ("scope: municipality", "scope: district", "«scope» knows no «district»; use one of: school, municipality"),
        ("scope: municipality", "scope: yes", "a bare «yes» is read by YAML as true or false; write it in quotes"),
        (
            "[school, preschool]",
            "[school, kindergarten]",
            "«organisations» knows no «kindergarten»; use one of",
        ),
        ("[school, preschool]", "[]", "«organisations» is empty; name at least one"),
        ("zone: Europe/Moscow", "zone: Москва", "there is no time zone «Москва»; write an IANA name, as Europe/Moscow"),
        ("first: 2021", "first: двадцать", "«first» must be a whole number from 2000 to 2100"),
        ("'2023-06-30'", "30.06.2023", "«30.06.2023» is no date; write year, month and day in quotes"),
        ("'2023-06-30'", "'2020-06-30'", "the programme ends before it begins; swap «from» and «to»"),
        ("youngest: 8", "youngest: 8 лет", "«youngest» must be a whole number from 3 to 18"),
        ("youngest: 8", "youngest: 8\nyoungest: 9", "«youngest» is written twice; keep one of the two"),
        ("letters: [А, Б]", "letters: А", "«letters» must be a list; write one item a line, each after «- »"),
        ("from: '20:00'", "from: 20.00", "«from» is no time; write it in quotes, as '21:00'"),
        ("participation: 1, ", "", "«participation» must be a whole number"),
        ("look_after_days: 10", "look_after_days: 30", "make «stuck_after_days» the longer"),
        ("roles: [coordinator]", "roles: [координатор]", "«roles» knows no «координатор»; use one of: mentee, mentor"),
        ("roles: [head]", "roles: []", "«roles» is empty; name at least one"),
        ("organisations: [school]}", "organisations: [shcool]}", "did you mean «school»?"),
        ("id: teacher-pupil", "id: teacher-student", "«id» knows no «teacher-student»; did you mean"),
        ("ru: Педагог – ученик", "ru: Педагог и ученик его класса", "shorten it to 24: it must fit a phone"),
        ("mentors: [teacher]", "mentors: []", "«mentors» is empty"),
        (
            "responsible: [deputy]\n",
            "responsible: [curator]\n",
            "there is no executor «curator»; use one of",
        ),
        ("id: usual, ", "id: usual, gatherings: [pair], ", "add circle to the «gatherings» of one"),
        ("kind: trial,", "kind: пробная,", "«kind» knows no «пробная»; use one of: acquaintance, trial"),
        ("entry: '{stage}-{form}-{role}'", "entry: 'entry-{form}'", "there is no questionnaire «entry-teacher-pupil»"),
        (
            "entry: '{stage}-{form}-{role}'",
            "entry: '{этап}'",
            "there is no place «этап»; use one of: form, role",
        ),
        ("feedback: meeting-feedback", "feedback: feedback", "did you mean «meeting-feedback»?"),
        ("for: [pupils]", "for: [ученики]", "there is no group «ученики»; use one of: adults, pupils"),
        ("id: reading", "id: lessons", "two of «areas» have the id «lessons»; give each its own id"),
        ("id: Europe/Moscow, name", "id: Asia/Tomsk, name", "add the programme’s own zone"),
        ("plans: []", "plans: шаблон", "«plans» must be a list; write one item a line"),
        ("repeats: yearly}}", "repeats: каждый год}}", "«repeats» knows no «каждый год»; use one of: once, yearly"),
        ("every: 12", "every: год", "«every» must be a whole number from 1 to 60"),
        ("kind: letter", "kind: medal", "«kind» knows no «medal»; use one of: letter, diploma, board"),
        ("roles: [mentor], meetings", "roles: [curator], meetings", "there is no side «curator»; use one of: mentee"),
        ("feedback: 4.5", "feedback: 9", "«feedback» is no mark of five; write one as `feedback: 4.5`"),
        ("  criteria: {roles: [mentor], meetings: 1, feedback: 4.5}\n", "", "«criteria» is missing; say what earns it"),
        ("stage: start", "stage: begin", "there is no stage «begin»; use one of: start, work"),
        ("by: '2021-09-10'", "by: 10 сентября", "«10 сентября» is no date; write year, month and day in quotes"),
        ("by: '2021-09-10'", "when: осень", "the term does not say when; write `months: [8, 9]`"),
        ("'01-15'", "'15-01'", "«15-01» is no day of the year; write month and day in quotes, as '12-01'"),
        ("id: '2'", "id: '1'", "two of «roadmap» have the id «1»"),
        ("better: more", "better: higher", "there is no direction «higher»; use one of: less, more"),
        ("{people: mentee,", "{people: pupils,", "«people» knows no «pupils»; use one of: mentor, mentee"),
        ("  denominator: pupils", "  denominator: pupil", "there is no denominator «pupil»; did you mean «pupils»?"),
        ("monitoring: autumn", "monitoring: spring", "there is no monitoring «spring»; use one of: autumn"),
        ("goal: Поддержка в", "goal: Поддержка: в", "not readable as YAML"),
    ],
)
def test_the_line_the_slip_and_the_remedy(right: str, wrong: str, says: str) -> None:
    assert right in GOOD
    line = GOOD[: GOOD.index(right)].count("\n") + 1
    found = [error for error in told(GOOD.replace(right, wrong, 1)) if says in error]
    assert found, "nobody would know what to do"
    place, _, words = found[0].partition(": ")
    assert place.startswith("ours.yaml:")
    assert abs(int(place.removeprefix("ours.yaml:")) - line) <= 5
    problem, _, remedy = words.partition("; ")
    assert problem
    assert remedy
