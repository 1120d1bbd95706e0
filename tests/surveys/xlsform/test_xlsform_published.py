"""pyxform's published test forms: those that ask what the bot asks load, the others are refused at the right cell."""

from __future__ import annotations

import pytest

from tests.surveys.xlsform.books import FORMS, bare, definition, table, taken, told

LOADING = {
    "ODKValidateWarnings.xlsx": ["text", "text", "number"],
    "extra_columns.xlsx": ["text"],
    "extra_sheet_names.xlsx": ["text"],
    "field-list.xlsx": ["single"],
    "group.xlsx": ["text", "note", "text", "number"],
    "specify_other.xlsx": ["single", "text"],
    "survey_no_name.xlsx": ["text"],
    "text_and_integer.xlsx": ["text", "number"],
    "yes_or_no_question.xlsx": ["single"],
}
REFUSED = {
    "attribute_columns_test.xlsx": [("survey", 22, "K", "formula")],
    "bad_calc.xlsx": [("survey", 2, "A", "calculate")],
    "case_insensitivity.xlsx": [("SURVEY", 3, "A", "unknown-type"), ("SURVEY", 4, "A", "unknown-type")],
    "choice_filter_test.xlsx": [("survey", 3, "D", "choice-filter"), ("survey", 4, "D", "choice-filter")],
    "duplicate_columns.xlsx": [("survey", 15, "L", "formula")],
    "excel_with_macros.xlsm": [("", 0, "", "macros")],
    "flat_xlsform_test.xlsx": [("survey", 22, "K", "formula")],
    "group.xls": [("", 0, "", "old-xls")],
    "include.xlsx": [("survey", 3, "A", "unknown-type")],
    "include_json.xlsx": [("survey", 2, "A", "unknown-type")],
    "loop.xlsx": [("survey", 3, "A", "repeat")],
    "or_other.xlsx": [("survey", 3, "D", "choice-filter")],
    "pull_data.xlsx": [("survey", 2, "A", "calculate")],
    "UCL_Biomass_Plot_Form.xlsx": [("settings", 2, "B", "formula")],
    "xl_date_ambiguous.xlsx": [("survey", 2, "C", "formula")],
    "xl_date_ambiguous_v1.xlsx": [("survey", 2, "C", "formula")],
}


@pytest.mark.parametrize("name", LOADING)
def test_a_published_form_loads(name: str) -> None:
    made = taken((FORMS / name).read_bytes(), name).definition
    assert [question.kind for question in made.questions] == LOADING[name]
    assert all(text for question in made.questions if question.text for text in question.text.variants())


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.filterwarnings("ignore:Unknown extension")
def test_a_form_that_asks_more_is_refused_at_its_cells(name: str) -> None:
    assert [error for error in told((FORMS / name).read_bytes(), name) if error[3] != "no-label"] == REFUSED[name]


def test_every_published_form_is_tested() -> None:
    assert {path.name for path in FORMS.iterdir()} == {*LOADING, *REFUSED, "LICENSE"}


TABLES = {
    "select with translations": """
        | survey |
        | | type          | name | label::French (fr) | label::English (en) | hint::English (en) |
        | | select_one c1 | q1   | Bien ?             | Good?               | h                  |
        | choices |
        | | list_name | name | label::French (fr) | label::English (en) |
        | | c1        | n    | non                | no                  |
        | | c1        | y    | oui                | yes                 |
        """,
    "groups in groups": """
        | survey |
        | | type        | name | label | relevant     |
        | | integer     | age  | Age   |              |
        | | begin_group | g1   | G1    | ${age} > 5   |
        | | text        | q1   | Q1    |              |
        | | begin_group | g2   |       | ${q1} != ''  |
        | | text        | q2   | Q2    | ${age} < 90  |
        | | end_group   |      |       |              |
        | | end_group   |      |       |              |
        """,
    "or_other with translations": """
        | survey |
        | | type                   | name | label | label::eng |
        | | select_one c1 or_other | q1   | Q1    | Q1         |
        | choices |
        | | list_name | name | label | label::eng |
        | | c1        | na   | la    | la-e       |
        | | c1        | nb   | lb    | lb-e       |
        """,
    "range on a scale": """
        | survey |
        | | type  | name | label | parameters                               | appearance |
        | | range | q1   | Q1    | start=0 end=7 step=1 tick_labelset=ends | no-ticks   |
        | choices |
        | | list_name | name | label   |
        | | ends      | 0    | nothing |
        | | ends      | 7    | all     |
        """,
    "range without parameters": """
        | survey |
        | | type  | name | label |
        | | range | q1   | Q1    |
        """,
    "notes without names": """
        | survey |
        | | type | name | label   |
        | | note |      | Welcome |
        | | text | q1   | Q1      |
        """,
    "headers in any case": """
        | survey |
        | | Type                | NAME | Label | Bind: Relevant  | Required |
        | | select_multiple c1  | q1   | Q1    |                 | yes      |
        | | text                | q2   | Q2    | selected(${q1}, 'b') |     |
        | choices |
        | | List_Name | Name | Label |
        | | c1        | a    | A     |
        | | c1        | b    | B     |
        """,
    "old type names": """
        | survey |
        | | type                                | name | label |
        | | add text prompt                     | q1   | Q1    |
        | | add integer prompt                  | q2   | Q2    |
        | | q decimal                           | q3   | Q3    |
        | | add date prompt                     | q4   | Q4    |
        | | select all that apply from c1       | q5   | Q5    |
        | | add select one prompt using c1      | q6   | Q6    |
        | choices |
        | | list name | name | label |
        | | c1        | a    | A     |
        """,
    "metadata and defaults": """
        | survey |
        | | type     | name     | label | default |
        | | start    | start    |       |         |
        | | today    | today    |       |         |
        | | deviceid | deviceid |       |         |
        | | audit    | audit    |       |         |
        | | date     | day      | Day   | today() |
        """,
    "constraints": """
        | survey |
        | | type    | name | label | constraint                | constraint_message |
        | | integer | q1   | Q1    | . >= 1 and . <= 10        | 1 to 10            |
        | | text    | q2   | Q2    | string-length(.) < 10     |                    |
        | | text    | q3   | Q3    | regex(., '^[a-z]{3}$')    | Three letters      |
        | | date    | q4   | Q4    | . <= today()              |                    |
        """,
}
KINDS = {
    "select with translations": ["single"],
    "groups in groups": ["number", "note", "text", "text"],
    "or_other with translations": ["single", "text"],
    "range on a scale": ["scale"],
    "range without parameters": ["scale"],
    "notes without names": ["note", "text"],
    "headers in any case": ["multi", "text"],
    "old type names": ["text", "number", "number", "date", "multi", "single"],
    "metadata and defaults": ["date"],
    "constraints": ["number", "text", "text", "date"],
}


@pytest.mark.parametrize("name", TABLES)
def test_a_form_written_as_a_table_loads(name: str) -> None:
    made = definition(table(TABLES[name]))
    assert [question.kind for question in made.questions] == KINDS[name]
    assert bare(made).title.ru
