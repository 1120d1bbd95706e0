"""Sections of a report that people write by hand: which there are, which still wait for words, and the writing.

The final report of an organisation answers the programme's expected results one by one; it and the analytical note of
the municipality (whose organisation is None) conclude and say what comes next.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from mentoring.access import Action, Scope, allowed, ensure
from mentoring.errors import Forbidden, NotFound
from mentoring.people import Organisation
from messaging.replies import Button, Replies, Say, Show, Text, press
from programmes.terms import school_year_of
from services import dialogue
from services.desk import Desk
from services.dialogue_screens import done, own
from services.registration_answers import text_of
from storage.report_texts import ReportText
from surveys.path import Value
from surveys.record import Record, Subject

FINAL, NOTE = "final", "note"
"""The curator's final report, and the municipality's analytical note."""
ENDINGS = ("docx", "pdf")
"""As what a report is made."""
CONCLUSION, NEXT = "conclusion", "next"
FORM, SUBJECT = "report-words", "report"
_RESULT = "r"
"""Begins the code of the section that answers an expected result."""
_APART = "\n\n"


@dataclass(frozen=True, slots=True)
class Section:
    """A section with what is written in it so far. `number`: of the expected result it answers."""

    code: str
    name: Text
    number: int | None
    text: ReportText | None

    @property
    def words(self) -> str | None:
        return self.text.words if self.text else None


@dataclass(frozen=True, slots=True)
class Checklist:
    """The sections of one report in their order; `organisation` None: the note. `writes`: the actor may write them."""

    organisation: Organisation | None
    school_year: int
    sections: tuple[Section, ...]
    writes: bool

    @property
    def written(self) -> int:
        return sum(each.text is not None for each in self.sections)


async def checklist(desk: Desk, organisation_id: int | None) -> Checklist:
    """What the report of this school year has and lacks. Raises Forbidden, NotFound."""
    scope = Scope(organisation_id=organisation_id)
    ensure(desk.actor, Action.MAKE_REPORT, scope)
    organisation = None if organisation_id is None else await desk.work.organisations.get(organisation_id)
    if organisation is None and organisation_id is not None:
        raise NotFound
    year = school_year_of(desk.today(organisation.zone if organisation else desk.programme.zone))
    known = await desk.work.report_texts.of(organisation_id, report_of(organisation_id), year)
    results = [
        Section(
            f"{_RESULT}{each.number}",
            own(each.brief),
            each.number,
            known.get(f"{_RESULT}{each.number}"),
        )
        for each in (desk.programme.results if organisation is not None else ())
    ]
    ends = [Section(code, Say(f"final-section-{code}"), None, known.get(code)) for code in (CONCLUSION, NEXT)]
    return Checklist(organisation, year, (*results, *ends), allowed(desk.actor, Action.WRITE_REPORT, scope))


def ending_of(text: str) -> str:
    """Reads the end of a report's file from a button; ValueError for another."""
    if text not in ENDINGS:
        raise ValueError(text)
    return text


def report_of(organisation_id: int | None) -> str:
    """Which report a place has."""
    return NOTE if organisation_id is None else FINAL


async def section(desk: Desk, organisation_id: int | None, code: str) -> tuple[Checklist, Section]:
    """One section of it. Raises Forbidden, NotFound."""
    seen = await checklist(desk, organisation_id)
    return seen, _section(seen, code)


async def begin(desk: Desk, organisation_id: int | None, code: str) -> Show:
    """The form for one section; one that was begun before is dropped. Raises Forbidden, NotFound."""
    ensure(desk.actor, Action.WRITE_REPORT, Scope(organisation_id=organisation_id))
    seen, one = await section(desk, organisation_id, code)
    for earlier in await desk.work.responses.waiting(desk.actor.chat_id, "form"):
        if earlier.definition == FORM:
            await desk.work.responses.erase(earlier.id)
    facts = {
        "name": _named(desk, one),
        "section": code,
        "concludes": code == CONCLUSION,
        "ahead": code == NEXT,
        "year": seen.school_year,
        "seen": one.text.written_at.isoformat() if one.text else "",
    }
    subject = Subject(SUBJECT, organisation_id or 0)
    return await dialogue.begin(desk, FORM, subject=subject, organisation_id=organisation_id, facts=facts)


async def written(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form: replaces what its writer had seen; what another has written meanwhile stays before it."""
    about, code = record.about(SUBJECT), str(record.facts.get("section", ""))
    words = next((text for each in ("words", CONCLUSION, NEXT) if (text := text_of(answers, each))), None)
    person = desk.actor.person_id
    if about is None or words is None or person is None:
        raise Forbidden
    place, year = about or None, int(str(record.facts.get("year", 0)))
    ensure(desk.actor, Action.WRITE_REPORT, Scope(organisation_id=place))
    report = report_of(place)
    known = (await desk.work.report_texts.of(place, report, year)).get(code)
    if known is not None and known.written_at != _moment(str(record.facts.get("seen", ""))):
        words = f"{known.words}{_APART}{words}"
    await desk.work.report_texts.write(place, report, year, code, words, by=person)
    return (done(record, Say("final-written"), ((Button(Say("final-back"), open_press(place)),),)),)


def open_press(organisation_id: int | None) -> str:
    """What opens a report's sections."""
    return press("report.note") if organisation_id is None else press("report.final", organisation_id)


def _section(seen: Checklist, code: str) -> Section:
    found = next((each for each in seen.sections if each.code == code), None)
    if found is None:
        raise NotFound
    return found


def _named(desk: Desk, of: Section) -> str:
    """The expected result in the reader's language; other sections have a question of their own."""
    wanted = next((each for each in desk.programme.results if each.number == of.number), None)
    return wanted.name.text(desk.actor.language) if wanted else ""


def _moment(written_at: str) -> datetime | None:
    return datetime.fromisoformat(written_at) if written_at else None
