"""The plan as a `.docx` in the layout of the document, ordered as a job."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from mentoring.clock import local_date
from mentoring.mentorships import Side
from mentoring.names import within
from mentoring.people import Person
from mentoring.plans import Agreement, Item
from messaging.replies import Say, Show, press
from programmes.parts import PlanParty, PlanSection
from reports import plan_document_data as data
from reports.documents import plan_document
from reports.plan_document_data import Noted, PlanSheet, Signatory
from services import jobs, plans
from services.desk import Desk
from services.jobs import Making
from services.plans import Opened
from services.plans_views import fields
from services.role_models import sees_model
from storage.jobs import Job

KIND = "plan-paper"


async def order(desk: Desk, plan_id: int) -> Show:
    """Order the paper of a plan that the actor may see."""
    await plans.find(desk, plan_id)
    slot = f"plan-paper:{plan_id}"
    return await jobs.order(
        desk, KIND, {"plan": plan_id}, slot=slot, text=Say("plans-paper-waiting"), back=press("plan.card", plan_id)
    )


async def make(desk: Desk, job: Job) -> Making:
    """Reads the plan. Raises Forbidden if the right to see it is gone."""
    arguments: Mapping[str, Any] = job.arguments
    opened = await plans.find(desk, int(arguments["plan"]))
    return Making(
        plan_document,
        (await sheet(desk, opened), desk.actor.language),
        name=f"plan-{opened.plan.id}-v{opened.plan.version}.docx",
        caption=Say("plans-paper-caption", {"mentee": opened.mentee.name, "version": opened.plan.version}),
    )


async def sheet(desk: Desk, opened: Opened) -> PlanSheet:
    """The plan in the reader's language, with what is for their eyes."""
    plan, template, language = opened.plan, opened.template, desk.actor.language
    mentorship, seen = opened.mentorship, fields(desk, opened)
    agreements = await desk.work.plans.agreements(plan.id, plan.version)
    notes = _Notes(template.footnotes)
    columns = tuple(
        data.Column(one.id.value, Noted(one.name.text(language), notes.number(one.note))) for one in template.columns
    )
    written = [(one, plan.fields[one.id]) for one in seen if plan.fields.get(one.id)]
    sections = tuple(_section(opened, one, notes, language) for one in opened.sections)
    return PlanSheet(
        title=template.title.text(language),
        form=desk.programme.form(mentorship.form).name.text(language),
        role_model=_role_model(desk, opened),
        mentee=_signatory(
            opened, template.mentee, (opened.mentee,), _signed(agreements, Side.MENTEE, opened), language
        ),
        mentor=_signatory(
            opened, template.mentor, opened.pair.on(Side.MENTOR), _signed(agreements, Side.MENTOR, opened), language
        ),
        starts=mentorship.starts,
        ends=mentorship.ends,
        columns=columns,
        fields=tuple((one.name.text(language), text) for one, text in written if not one.for_staff),
        sections=sections,
        footnotes=notes.used,
        assessment=plan.assessment,
        notes=tuple((one.name.text(language), text) for one, text in written if one.for_staff),
        version=plan.version,
    )


@dataclass(slots=True)
class _Notes:
    """Footnotes numbered anew in the order in which they are met: a section that is left out takes its own along."""

    texts: tuple[str, ...]
    met: dict[int, int] = field(default_factory=dict)

    def number(self, note: int | None) -> int | None:
        return None if note is None else self.met.setdefault(note, len(self.met) + 1)

    @property
    def used(self) -> tuple[str, ...]:
        return tuple(self.texts[note - 1] for note in self.met)


def _section(opened: Opened, section: PlanSection, notes: _Notes, language: str) -> data.Section:
    name = Noted(section.name.text(language), notes.number(section.note))
    rows = tuple(_row(opened, section, item, notes) for item in opened.plan.section(section.number))
    return data.Section(section.number, name, rows)


def _row(opened: Opened, section: PlanSection, item: Item, notes: _Notes) -> data.Row:
    origin = next((one for one in section.items if one.number == item.number), None)
    return data.Row(
        number=opened.plan.number_of(item),
        task=Noted(item.task, notes.number(origin.task_note) if origin else None),
        due=item.due,
        expected=Noted(item.expected or "", notes.number(origin.result_note) if origin else None),
        grade=item.grade.value if item.grade else None,
        result=item.result,
        assessment=item.assessment,
    )


def _role_model(desk: Desk, opened: Opened) -> str | None:
    """A sensitive one is for curator, psychologist and its own mentors alone."""
    mentorship = opened.mentorship
    model = desk.programme.role_model(mentorship.form, mentorship.role_model)
    return model.name.text(desk.actor.language) if sees_model(desk.actor, mentorship, model) else None


def _signatory(
    opened: Opened, party: PlanParty, people: Iterable[Person], agreed_on: date | None, language: str
) -> Signatory:
    named = "; ".join(_described(person) for person in people)
    return Signatory(party.line.text(language), named, party.signature.text(language), agreed_on)


def _described(person: Person) -> str:
    """Name, and class or post with the subject."""
    profile = person.profile
    subject, post = profile.subject or "", profile.post or ""
    told = subject[:-1].casefold() in post.casefold()  # «учитель физики» needs no «физика»
    parts = (person.name, profile.school_class, within(post), "" if told else within(subject), profile.workplace)
    return ", ".join(part for part in parts if part)


def _signed(agreements: Iterable[Agreement], side: Side, opened: Opened) -> date | None:
    """The day on which a side agreed to the present version, by the organisation's clock."""
    found = (one.agreed_at for one in agreements if one.side == side)
    return next((local_date(at, opened.pair.zone) for at in found), None)
