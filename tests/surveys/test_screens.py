"""What a screen shows: numbered options, pages, likely choices, calendars, names put into texts."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date
from pathlib import Path

from surveys import calendar, dialogue, response
from surveys.answers import describe_answer
from surveys.definition import Option
from surveys.path import Context
from surveys.screens import screen
from surveys.wording import Key, fill
from tests.surveys.examples import CONTEXT, EVERYTHING, GIVEN, TODAY, Person, definition, scale, shown, survey, tokens

TEXT = "text: {ru: Что?, en: What?}"


def test_a_scale_has_plain_digits_and_both_ends_in_words(tmp_path: Path) -> None:
    person = Person(definition(tmp_path, survey(scale("q1"), scale("q2").replace("max: 5", "max: 10"))))
    assert [choice.label for choice in person.screen.rows[0]] == ["1", "2", "3", "4", "5"]
    assert [(line.mark, shown(line.label)) for line in person.screen.lines] == [("1 —", "нет"), ("5 —", "да")]
    person.taps("5")
    assert [len(row) for row in person.screen.rows[:2]] == [5, 5]


def test_a_label_too_long_for_a_button_is_numbered_in_the_text(tmp_path: Path) -> None:
    long = "{id: b, label: {ru: Очень длинный ответ на этот вопрос, en: Long}}"
    asked = survey(f"{{id: q1, kind: single, {TEXT}, options: [{{id: a, label: {{ru: А, en: A}}}}, {long}]}}")
    person = Person(definition(tmp_path, asked))
    assert [(line.mark, shown(line.label)) for line in person.screen.lines][1] == (
        "2.",
        "Очень длинный ответ на этот вопрос",
    )
    person.taps("2")
    assert person.draft.answers == {"q1": "b"}


def test_the_likely_choice_is_the_first_button(tmp_path: Path) -> None:
    person = Person(definition(tmp_path, EVERYTHING), replace(CONTEXT, likely={"category": "parent", "minutes": 30}))
    person.answers({name: GIVEN[name] for name in ("birth", "consent", "name")})
    assert (shown(person.buttons[0].label), person.buttons[0].main) == ("Родитель", True)
    person.taps("Родитель")
    person.answers({name: GIVEN[name] for name in ("areas", "comfort")})
    assert tokens(person.screen.rows)[:3] == ["30", "45", "60"]


def test_a_long_list_is_shown_in_pages_of_eight(tmp_path: Path) -> None:
    person = Person(definition(tmp_path, survey(f"{{id: q1, kind: pick, from: mentors, {TEXT}}}")))
    assert len([token for token in tokens(person.screen.rows) if token.isdigit()]) == 8
    person.taps("›", "›")
    assert [token for token in tokens(person.screen.rows) if token.isdigit()] == ["17", "18", "19", "20"]
    person.context = replace(CONTEXT, options={"mentors": [Option("1", "Наставник 1")]})
    assert tokens(person.screen.rows)[0] == "1"


def test_a_birth_date_is_four_taps_away(tmp_path: Path) -> None:
    person = Person(definition(tmp_path, survey(f"{{id: q1, kind: date, min: today - 100y, max: today - 5y, {TEXT}}}")))
    person.taps("2010–2019", "2012")
    assert shown(person.buttons[3].label) == "survey-month"
    person.draft = dialogue.press(person.asked, person.draft, "q1", ".m2012-03", person.context)
    person.taps("15")
    assert person.draft.answers == {"q1": "2012-03-15"}


def test_a_near_date_opens_at_its_month_with_dead_days_outside_the_bounds(tmp_path: Path) -> None:
    asked = definition(
        tmp_path, survey(f"{{id: q1, kind: date, min: today, max: today + 1y, quick: [today, today + 1d], {TEXT}}}")
    )
    person = Person(asked)
    assert [shown(choice.label) for choice in person.screen.rows[0]] == ["survey-today", "survey-tomorrow"]
    days = {str(choice.label): choice.token for row in person.screen.rows[3:] for choice in row}
    assert days["14"] == ""
    assert days["15"] == "2026-09-15"
    back, head, ahead = person.screen.rows[1]
    assert (back.token, head.token, ahead.token) == ("", ".y2026", ".m2026-10")


def test_every_week_row_has_seven_cells() -> None:
    for month in range(1, 13):
        rows = calendar.rows("q", f"m2026-{month:02d}", date(2026, 1, 1), date(2026, 12, 31), today=TODAY, chosen=None)
        assert {len(row) for row in rows[1:]} == {7}


def test_names_of_earlier_answers_stand_in_texts(tmp_path: Path) -> None:
    person = Person(definition(tmp_path, EVERYTHING))
    person.answers({name: GIVEN[name] for name in ("birth", "consent")})
    person.says("<b>Анна</b>")
    assert person.screen.values == {"name": ("<b>Анна</b>",)}
    assert fill(shown(person.screen.text), {"name": "&lt;b&gt;Анна"}) == "Кто вы, &lt;b&gt;Анна?"


def test_a_name_that_ends_with_a_stop_takes_no_second_one() -> None:
    assert fill("{name}. И {other}.", {"name": "Анна В.", "other": "Илья"}) == "Анна В. И Илья."
    assert fill("Ведёт {name}... {unknown}.", {"name": "Илья"}) == "Ведёт Илья... {unknown}."


def test_a_name_that_is_not_known_reads_as_a_dash(tmp_path: Path) -> None:
    asked = survey(scale("q1", ", optional: true"), "{id: q2, kind: text, text: {ru: 'А {q1}, {fact.x}', en: A}}")
    person = Person(definition(tmp_path, asked))
    person.taps("survey-skip")
    assert person.screen.values == {"q1": (Key("survey-blank"),), "fact.x": (Key("survey-blank"),)}


def test_title_and_intro_come_with_the_first_question_only(tmp_path: Path) -> None:
    person = Person(definition(tmp_path, EVERYTHING))
    assert person.screen.intro is not None
    assert person.screen.progress == Key("survey-progress-open", {"n": 1})  # how many there are hangs on answers
    person.answers({"birth": GIVEN["birth"]})
    assert person.screen.intro is None
    assert person.screen.progress is None  # a consent is no question


def test_counting_is_honest(tmp_path: Path) -> None:
    """No number that grows, none for what was known beforehand, none where there is little to count."""
    other = ", when: q1 > 3"
    three = definition(tmp_path, survey(scale("q1"), scale("q2"), scale("q3", other)))
    person = Person(three)
    assert person.screen.progress == Key("survey-progress-open", {"n": 1})
    person.taps("1")
    assert person.screen.progress == Key("survey-progress", {"n": 2, "m": 2})
    person.taps("survey-back", "5")
    assert person.screen.progress == Key("survey-progress", {"n": 2, "m": 3})
    known = Person(three, replace(CONTEXT, prefilled=frozenset({"q1"})))
    known.draft = response.start(three, known.context, {"q1": 5})
    assert known.screen.progress == Key("survey-progress", {"n": 1, "m": 2})
    known.taps("survey-back")
    assert known.screen.progress is None
    assert Person(definition(tmp_path, survey(scale("q1")))).screen.progress is None
    form = survey(scale("q1"), scale("q2")).replace("survey: example", "form: example\nfinish: done")
    assert Person(definition(tmp_path, form)).screen.progress is None


def test_the_problem_is_shown_with_the_question(tmp_path: Path) -> None:
    person = Person(definition(tmp_path, EVERYTHING))
    problem = Key("survey-not-a-date")
    assert screen(person.asked, person.draft, person.context, problem).problem == problem


def test_answers_in_words(tmp_path: Path) -> None:
    asked = definition(tmp_path, EVERYTHING).by_id
    assert [shown(part) for part in describe_answer(asked["areas"], ["sport", "music"])] == ["Спорт", "Музыка"]
    assert describe_answer(asked["mentor"], "3", CONTEXT.options["mentors"]) == ("Наставник 3",)
    assert describe_answer(asked["mentor"], "99") == ("99",)
    assert describe_answer(asked["birth"], "2012-03-15") == (Key("survey-date", {"date": date(2012, 3, 15)}),)
    assert describe_answer(asked["consent"], {"given": False}) == (Key("survey-refused"),)
    assert describe_answer(asked["post"], None) == (Key("survey-blank"),)
    assert describe_answer(asked["picture"], {"file_id": "x", "name": ""}) == (Key("survey-attached"),)


def test_the_next_screen_of_a_survey_costs_little(tmp_path: Path) -> None:
    asked = definition(tmp_path, survey(*(scale(f"q{number}") for number in range(1, 11))))
    context = Context(TODAY)
    best = 1.0
    for _ in range(20):
        draft = response.start(asked, context)
        begun = time.perf_counter()
        for number in range(1, 11):
            draft = dialogue.press(asked, draft, f"q{number}", "3", context)
            screen(asked, draft, context)
        best = min(best, (time.perf_counter() - begun) / 10)
    assert best < 0.002  # ten times the aim of 0.2 ms: a busy machine must not fail it


def test_a_card_of_long_answers_fits_one_message(tmp_path: Path) -> None:
    asked = survey(*(f"{{id: q{number}, kind: text, {TEXT}}}" for number in range(20)), "{id: check, kind: card}")
    person = Person(definition(tmp_path, asked))
    for _ in range(20):
        person.says("а" * 1000)
    assert {len(str(line.answer[0])) for line in person.screen.lines} == {81}
