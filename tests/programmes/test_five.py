"""The five programmes as loaded, counted against their documents, and what every one of them must be able to do."""

import hashlib
import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from itertools import product

import pytest

from bot.house import library
from mentoring.life import Gathering
from mentoring.meetings import MeetingFormat, MeetingKind
from mentoring.mentorships import Form, Side
from mentoring.needs import Need
from mentoring.people import OrganisationKind
from programmes.awards import Recipient
from programmes.load import bundled, load_programme
from programmes.milestones import Period, short
from programmes.programme import SOURCES, Scope
from programmes.proofs import Changed, Proof, SaidYes
from surveys.consents import load_consents
from surveys.load import BUNDLED
from surveys.wording import Wording

NAMES = ("kavkazsky", "kumtorkala", "kyzyl", "seversk", "tver-school-14")
PROGRAMMES = {name: load_programme(name) for name in NAMES}
every = pytest.mark.parametrize("name", NAMES)


def digest(texts: Iterable[str]) -> str:
    """Of the letters, digits and per cent signs alone: documents break lines and misplace dots."""
    bare = "\n".join("".join(re.findall(r"[\w%]+", text.lower())) for text in texts)
    return hashlib.sha256(bare.encode()).hexdigest()[:16]


def test_these_five_come_with_the_bot() -> None:
    assert bundled() == NAMES
    assert all(found.id == name for name, found in PROGRAMMES.items())


@pytest.mark.parametrize(
    ("name", "rows", "terms", "items", "indicators"),
    [
        ("kumtorkala", 0, 0, 0, 6),
        ("tver-school-14", 11, 11, 28, 0),
        ("kavkazsky", 17, 17, 12, 6),
        ("seversk", 19, 24, 0, 3),
        ("kyzyl", 13, 13, 59, 6),
    ],
)
def test_rows_terms_items_and_indicators(name: str, rows: int, terms: int, items: int, indicators: int) -> None:
    found = PROGRAMMES[name]
    assert len(found.roadmap) == rows
    assert sum(len(row.terms) for row in found.roadmap) == terms
    assert sum(len(row.content) for row in found.roadmap) == items
    assert len(found.indicators) == indicators


def test_sixty_rows_and_twenty_one_indicators_with_their_places() -> None:
    rows = [row for found in PROGRAMMES.values() for row in found.roadmap]
    indicators = [indicator for found in PROGRAMMES.values() for indicator in found.indicators]
    assert (len(rows), len(indicators)) == (60, 21)
    assert all(row.place for row in rows)
    assert all(indicator.place for indicator in indicators)
    places = [(name, row.place) for name, found in PROGRAMMES.items() for row in found.roadmap]
    assert len(set(places)) == len(places)


@pytest.mark.parametrize(
    ("name", "titles", "terms"),
    [
        ("kumtorkala", "a79c8d0928212bf2", "e3b0c44298fc1c14"),
        ("tver-school-14", "c0ac956a4d0ea787", "6d71b03f2da08da2"),
        ("kavkazsky", "c091951fbf3aed50", "46f2edb62d7fd022"),
        ("seversk", "e80c57c0b33c3c4d", "d52dcf0a0b4f264d"),
        ("kyzyl", "61c5448b3daf9976", "ae0d3a1536f9e270"),
    ],
)
def test_official_wording_is_the_documents(name: str, titles: str, terms: str) -> None:
    """The digests are of wordings found letter by letter in the documents: whoever changes one looks there again."""
    found = PROGRAMMES[name]
    assert digest([row.measure.ru for row in found.roadmap] + [each.name.ru for each in found.indicators]) == titles
    assert digest(due.term.text for row in found.roadmap for due in row.terms) == terms


# --- what differs ----------------------------------------------------------------------------------------------------


def test_kumtorkala_has_five_stages_of_twenty_one_steps_and_seven_kinds() -> None:
    found = PROGRAMMES["kumtorkala"]
    assert [len(stage.measures) for stage in found.stages] == [7, 8, 2, 2, 2]
    assert {form.id: len(form.role_models) for form in found.forms} == {
        Form.PUPIL_PUPIL: 3,
        Form.STUDENT_PUPIL: 4,
        Form.EMPLOYER_PUPIL: 2,
        Form.TEACHER_TEACHER: 4,
        Form.HEAD_TEACHER: 1,
    }
    assert len(found.kinds) == 7
    assert found.kind("speed").single_meeting
    assert {kind.id for kind in found.kinds if kind.on_demand} == {"situational", "virtual"}
    assert found.kind_for(Gathering.PAIR) == "traditional"
    assert all(indicator.years == (2023, 2024) and not indicator.plan for indicator in found.indicators)
    assert [award.id for award in found.awards if award.place == "3.6"] == ["honorary-mentor", "youth-profession"]


def test_kavkazsky_counts_every_quarter() -> None:
    found = PROGRAMMES["kavkazsky"]
    assert {indicator.period for indicator in found.indicators} == {Period.QUARTERLY}
    quarters = [each.days.first for each in found.milestones() if each.row.id == "5.1" and each.days]
    assert (quarters[0], quarters[-1], len(quarters)) == (date(2022, 10, 1), date(2024, 10, 1), 9)
    unnamed = {row.id for row in found.roadmap if not row.responsible}
    assert unnamed == {"3.3", "4.3", "4.4", "4.5", "4.6"}
    assert all(row.note for row in found.roadmap if row.id in unnamed | {"1.1", "1.3", "2.2"})
    assert [each.row.id for each in found.milestones() if each.days is None] == ["3.1", "3.2"]


def test_seversk_is_for_teachers_and_organisations() -> None:
    found = PROGRAMMES["seversk"]
    assert [form.id for form in found.forms] == [Form.TEACHER_TEACHER]
    assert found.vertical is not None
    programmes = found.indicators[2]
    assert [(year, int(plan)) for year, plan in programmes.plan] == [(2021, 40), (2022, 60), (2023, 80), (2024, 100)]
    organisations = {year: sum(n for y, _, n in programmes.counts if y == year) for year, _, _ in programmes.counts}
    assert organisations == {2021: 16, 2022: 24, 2023: 32, 2024: 40}
    assert (2024, OrganisationKind.PRESCHOOL, 22) in programmes.counts
    appointed = next(row for row in found.roadmap if row.id == "1.3")
    assert [due.responsible for due in appointed.terms] == [("uo", "rco"), ("oo", "do")]
    assert appointed.responsible == ("uo", "rco", "oo", "do")


def test_kyzyl_has_meetings_by_role_model() -> None:
    found = PROGRAMMES["kyzyl"]
    entry = found.cycle_for("teacher-pupil", "underachieving")
    assert [(step.kind, step.format) for step in entry] == [
        (MeetingKind.ACQUAINTANCE, MeetingFormat.LESSON),
        (MeetingKind.PLANNING, MeetingFormat.IN_PERSON),
        (MeetingKind.WORKING, MeetingFormat.LESSON),
        (MeetingKind.FINAL, MeetingFormat.IN_PERSON),
    ]
    assert len(found.cycle_for(Form.TEACHER_PUPIL, "special-needs")) == 7
    assert found.cycle_for(Form.TEACHER_TEACHER, "network") == found.cycle_for("pupil-pupil", "gone") == found.cycle
    assert found.role_model("teacher-pupil", "special-needs").about >= {Need.PMPK, Need.TUTOR}
    assert {model.id for form in found.forms for model in form.role_models if model.sensitive} == {
        "risk-group", "underachieving", "register", "special-needs",
    }  # fmt: skip
    assert [indicator.id for indicator in found.indicators if not indicator.more_is_better] == [
        "2.1.2", "2.1.3", "2.1.4",
    ]  # fmt: skip
    last = found.indicators[-1]
    assert (last.base, last.plan) == (((2022, Decimal("0.065")),), ((2023, Decimal("0.17")),))


def test_kyzyl_ends_before_it_starts_and_is_read_all_the_same() -> None:
    row = next(row for row in PROGRAMMES["kyzyl"].roadmap if row.id == "5.1")
    assert row.terms[0].term.text == "09.2022 – 05.2022"
    assert row.note is not None
    assert row.terms[0].term.spans(PROGRAMMES["kyzyl"].years)[0].last == date(2023, 5, 31)


# --- what all must do ------------------------------------------------------------------------------------------------


@every
def test_its_questionnaires_and_consents_exist(name: str) -> None:
    found = PROGRAMMES[name]
    there = {path.stem for path in (BUNDLED / "definitions").glob("*.yaml")}
    known = found.questionnaires
    ids = {known.feedback, *(one.questionnaire for one in known.calendar)}
    for form, side in product(found.forms, Side):
        ids |= {known.entry_id(form.id, side), known.interim_id(form.id, side), known.exit_id(form.id, side)}
    assert ids <= there
    texts = load_consents(BUNDLED / "consents")
    assert {f"{text}@{version}" for text, version in found.consents.items()} <= texts.references


@every
def test_it_offers_something_everywhere_and_every_label_fits(name: str) -> None:
    found = PROGRAMMES[name]
    sources = found.sources()
    assert set(sources) == SOURCES
    for source, options in sources.items():
        ids = [option.id for option in options]
        assert ids, source
        assert source == "role_models" or len(set(ids)) == len(ids)
    assert sources["zones"][0].id == found.zone
    assert [option.id for option in sources["meeting_kinds"]] == [kind.value for kind in MeetingKind]
    for source in SOURCES - {"classes", "grades", "letters", "role_models"}:
        labels = [option.label for option in sources[source] if isinstance(option.label, Wording)]
        assert all(0 < len(text) <= 24 for label in labels for text in label.variants())
    assert all(found.kinds_for(gathering) for gathering in Gathering)


@every
def test_all_its_dates_move_together(name: str) -> None:
    found = PROGRAMMES[name]
    by = 2026 - found.years.first
    moved = found.for_school_year(2026)
    pairs = list(zip(found.milestones(), moved.milestones(), strict=True))
    for old, new in pairs:
        assert (old.row.id, old.school_year + by) == (new.row.id, new.school_year)
        if old.days is not None and new.days is not None:
            assert (new.days.first.year, new.days.first.month) == (old.days.first.year + by, old.days.first.month)
            assert new.days.first <= new.days.last
    for before, after in zip(found.indicators, moved.indicators, strict=True):
        assert [(year - by, plan) for year, plan in after.plan] == list(before.plan)
        assert [year - by for year in after.years] == list(before.years)
    assert moved.for_school_year(found.years.first) == found


@every
def test_a_municipality_has_staff_to_remind(name: str) -> None:
    found = PROGRAMMES[name]
    assert (found.scope is Scope.SCHOOL) == (name == "tver-school-14")
    assert all(executor.roles for executor in found.executors)
    assert all(model.responsible for form in found.forms for model in form.role_models)
    assert found.bases
    assert found.training
    assert found.languages[0].id == "ru"


@every
def test_another_programme_of_the_same_text_is_equal(name: str) -> None:
    assert load_programme(name) == PROGRAMMES[name]
    assert PROGRAMMES[name].capacity == 5


def test_long_measures_are_shortened_for_a_list_by_whole_words() -> None:
    measures = [row.measure.ru for found in PROGRAMMES.values() for row in found.roadmap]
    shown = [short(measure) for measure in measures]
    assert all(len(text) <= 80 for text in shown)
    for measure, text in zip(measures, shown, strict=True):
        assert text == measure or (text.endswith("…") and measure.startswith(text[:-1]))
    assert short("Издание приказа о назначении кураторов", 20) == "Издание приказа о…"


def test_awards_say_what_earns_them_and_where_that_comes_from() -> None:
    given = {(name, award.id): award for name, found in PROGRAMMES.items() for award in found.awards}
    assert len(given) == 19
    assert all(award.criteria.roles for award in given.values())
    assert given["seversk", "state-badge"].criteria.years == 5
    assert given["kyzyl", "parents"].to is Recipient.PARENTS
    unexplained = [key for key, award in given.items() if award.note is None]
    assert unexplained == [("seversk", "state-badge")], "its five years stand in the document itself"
    assert not PROGRAMMES["kavkazsky"].awards


def proofs(name: str) -> dict[int, tuple[Proof, ...]]:
    return {each.number: each.proof for each in PROGRAMMES[name].results}


def test_expected_results_are_shown_by_data_where_the_data_can() -> None:
    assert [number for number, found in proofs("tver-school-14").items() if not found] == []
    assert [number for number, found in proofs("kumtorkala").items() if not found] == []
    assert [number for number, found in proofs("kyzyl").items() if not found] == []
    assert [number for number, found in proofs("seversk").items() if not found] == [2, 5, 6, 10]
    assert proofs("kavkazsky") == {}


@every
def test_questions_that_show_a_result_are_asked_in_the_forms_of_the_programme(name: str) -> None:
    """A change needs both questionnaires; «yes» is an option of the one at the exit."""
    programme, questionnaires = PROGRAMMES[name], library()
    names = programme.questionnaires
    sides = [(form.id, side) for form in programme.forms for side in Side]
    ends = [(questionnaires.get(names.entry_id(*each)), questionnaires.get(names.exit_id(*each))) for each in sides]
    twice = {question.id for entry, leaving in ends for question in entry.questions if leaving.question(question.id)}
    agreed = {
        question.id
        for _, leaving in ends
        for question in leaving.questions
        if "yes" in {option.id for option in question.options}
    }
    told = [each for found in proofs(name).values() for each in found]
    assert {question for each in told if isinstance(each, Changed) for question in each.questions} <= twice
    assert {question for each in told if isinstance(each, SaidYes) for question in each.questions} <= agreed


def test_events_are_called_as_the_documents_call_them() -> None:
    named = {(name, each.kind.value): each for name, found in PROGRAMMES.items() for each in found.events}
    closing = {name for (name, kind), each in named.items() if kind == "closing" and each.place is not None}
    assert closing == {"kavkazsky", "kyzyl", "seversk", "tver-school-14"}
    assert named["seversk", "closing"].name.ru == "Итоговая конференция"
    assert {kind for (name, kind), each in named.items() if name == "kumtorkala" and each.place == "3.4"} == {
        "festival", "forum", "conference", "contest",
    }  # fmt: skip
    assert all(len(found.events) <= 8 for found in PROGRAMMES.values())
