"""What a pair does together, all of it in English: a plan from its template to its paper, meetings, log and diary."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta
from io import BytesIO

from docx import Document
from icalendar import Calendar

from mentoring.plans import Grade
from mentoring.roles import Role
from simulator.phones import Phone
from tests.conversations.pairs import Pair, active
from tests.conversations.world import World

CYRILLIC = re.compile(r"[А-Яа-яЁё]+")
DOCUMENT = "docx", "xlsx", "ics"


class Heard:
    """A phone that keeps every text and label it was shown, edited ones too."""

    def __init__(self, phone: Phone) -> None:
        self.phone, self.seen = phone, dict[str, None]()

    async def does(self, *steps: str) -> None:
        """Each is a button; a press where it has a colon; typed where it begins with a quote or a slash."""
        for step in steps:
            if step[0] in "“/":
                await self.phone.says(step.strip("“”"))
            elif re.fullmatch(r"[a-z._]+:[\d:a-z]+", step):
                await self.phone.presses_old(1, step)
            else:
                await self.phone.taps(step)
            self.listens()

    def listens(self) -> None:
        for screen in self.phone.screens:
            self.seen |= dict.fromkeys((screen.text, *screen.labels))
        if self.phone.last_toast is not None:
            self.seen[self.phone.last_toast.text] = None


async def english_pair(world: World) -> tuple[Pair, Heard, Heard]:
    """Two teachers who read English."""
    school = await world.organisation("School 14")
    mentor, first = await world.member("Smith Anna", Role.MENTOR, school, language="en")
    mentee, second = await world.member("Brown Peter", Role.MENTEE, school, language="en")
    of = Pair(school, mentor, mentee, first, second, await active(world, school, [first], [second]))
    return of, Heard(mentor), Heard(mentee)


def russian(*texts: str) -> set[str]:
    return {f"{match}: {text[:160]!r}" for text in texts for match in CYRILLIC.findall(text)}


def _words(content: bytes) -> Iterable[str]:
    document = Document(BytesIO(content))
    yield from (one.text for one in document.paragraphs)
    yield from (cell.text for table in document.tables for row in table.rows for cell in row.cells)


async def test_a_plan_from_its_template_to_its_paper(world: World) -> None:
    of, mentor, mentee = await english_pair(world)
    await mentor.does("/plan", "1", "1", "1.1", "Task", "“Talk about the class twice”", "‹ To the row")
    await mentor.does("Due date", "15", "‹ To the row", "Planned result", "“A map of needs”", "‹ To the row")
    await of.mentor.sees("Talk about the class twice", "15 September 2026", "A map of needs")
    await mentor.does("‹ The section", "Add a row", "“Read a book”", "Skip", "Skip", "‹ To the row", "‹ The plan")
    await mentor.does("Texts of the plan", "Change 1", "“Peter came from another school”", "‹ The plan")
    await mentor.does("Send for agreement")
    await mentee.does("Open the plan", "Ask for a change", "“More open lessons, please”")
    await mentor.does("Open the plan", "Send for agreement")
    await mentee.does("Open the plan", "Agree")
    mentor.listens()
    await of.mentor.sees("agreed by both sides")
    async with world.work() as work:
        plan = await work.plans.of(of.mentorship, of.mentee_person.id)
    assert plan is not None
    first, second, third, *_ = plan.items
    await mentee.does(f"plan.item:{first.id}", "Say what was done", "“Two talks took place”")
    await mentor.does(f"plan.item:{first.id}", "Grade the result", "Fully", "Skip", "“Well done”")
    for item, grade in ((second, "Not fully"), (third, "Not achieved")):
        await mentor.does(f"plan.grade:{item.id}", grade, "“There was no time”", "Skip")
    await mentor.does(
        f"plan.item:{first.id}", f"plan.assess:{plan.id}", "“A good beginning”", f"plan.versions:{plan.id}"
    )
    await mentor.does(f"plan.more:{plan.id}", f"plan.paper:{plan.id}")
    await world.advance(timedelta(days=11))
    mentor.listens()
    mentee.listens()
    async with world.work() as work:
        held = await work.plans.get(plan.id)
    assert held is not None
    assert {item.grade for item in held.items[:3]} == {Grade.FULL, Grade.PARTLY, Grade.NOT}
    assert russian(*mentor.seen, *mentee.seen) == set()
    name, content = of.mentor.documents[-1]
    assert name == f"plan-{plan.id}-v1.docx"
    words = [*_words(content)]
    assert {"Talk about the class twice", "Well done"} <= set(words)


async def test_meetings_the_log_and_the_diary(world: World) -> None:
    of, mentor, mentee = await english_pair(world)
    other, other_person = await world.member("Green Tom", Role.MENTOR, of.school, language="en")
    elsewhere = await active(world, of.school, [other_person], [of.mentee_person])
    await Heard(other).does(f"meeting.new:{elsewhere}", "Acquaintance", "2", "15:00", "“Room 3”", "All correct")
    await mentor.does("/meetings", "Plan a meeting", "Acquaintance", "2", "12:00", "“Room 12”", "All correct")
    await mentee.does("Another time", "2", "15:00", "Next", "“I have a lesson then”")
    await mentor.does("Accept")
    await of.mentor.sees("There is another meeting at this time. Whose: Peter B.")
    await mentor.does("Keep it as it is", "/meetings", "1. 02.09 12:00", "Move", "2", "15:00", "Back", "14:00")
    await of.mentor.sees("The meeting is moved", "14:00")
    await mentor.does("Details", "More…", "Place or link", "“https://meet.example.org/room”", "Repeat", "Every week")
    await mentor.does("For a month", "Calendar file")
    await world.advance(timedelta(hours=34))
    await mentor.does("Yes", "45 minutes", "Add topics and outcome", "1", "Done", "“We agreed on goals”")
    await mentor.does("5", f"diary.open:{of.mentorship}", "Document", "Table")
    await mentee.does("4", "/meetings")
    assert any("Outcome: We agreed on goals" in text for text in mentor.seen)
    assert russian(*mentor.seen, *mentee.seen) == set()
    files = dict(of.mentor.documents)
    assert {name.rpartition(".")[2] for name in files} == {*DOCUMENT}
    for name, content in files.items():
        if name.endswith("docx"):
            assert russian(*_words(content)) == set()
        if name.endswith("ics"):
            events = Calendar.from_ical(content).walk("VEVENT")
            assert russian(*(str(event["SUMMARY"]) + str(event["LOCATION"]) for event in events)) == set()
