"""What is known of an organisation changed, thing by thing; organisations found by a part of the name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from mentoring.access import Action, Scope, ensure
from mentoring.errors import Invalid, NotFound
from mentoring.people import Organisation, OrganisationKind
from messaging.replies import Button, Replies, Say, Show, press
from services import dialogue, dialogue_screens
from services.desk import Desk
from services.keyboards import fits
from services.people import searched
from surveys.path import Value
from surveys.record import Record, Subject

FORM, SEARCH, SUBJECT = "organisation-field", "organisation-search", "organisation"


class Field(StrEnum):
    """What can be changed; the values stand in buttons, in the form's fact and in the trail."""

    NAME = "full"
    SHORT_NAME = "short"
    GENITIVE = "genitive_case"
    KIND = "sort"
    ZONE = "zone"


async def editable(desk: Desk, organisation_id: int) -> Organisation:
    """For the coordinator and the curator of it. Raises Forbidden, NotFound."""
    ensure(desk.actor, Action.EDIT_ORGANISATION, Scope(organisation_id))
    found = await desk.work.organisations.get(organisation_id)
    if found is None:
        raise NotFound
    return found


async def begin(desk: Desk, organisation_id: int, field: Field) -> Show:
    """The form that asks for one thing."""
    organisation = await editable(desk, organisation_id)
    now = {Field.NAME: organisation.name, Field.SHORT_NAME: organisation.label, Field.GENITIVE: organisation.genitive}
    facts = {"field": field.value, "now": now.get(field) or "—"}
    return await dialogue.begin(desk, FORM, subject=Subject(SUBJECT, organisation_id), facts=facts)


async def edit(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `organisations.edit`. Raises Invalid for a name that another organisation has."""
    organisation = await editable(desk, record.about(SUBJECT) or 0)
    changed = _changed(organisation, answers)
    if changed.name != organisation.name and any(
        each.id != organisation.id for each in await desk.work.organisations.by_name(changed.name)
    ):
        raise Invalid("organisations-exists", name=changed.name)
    await desk.work.organisations.save(changed)
    field = str(record.facts.get("field"))
    await desk.work.trail.add(
        SUBJECT,
        organisation.id,
        "edited",
        actor_id=desk.actor.person_id,
        organisation_id=organisation.id,
        details={"field": field},
    )
    ways = (
        (Button(Say("organisations-edit-more"), press("organisation.edit", organisation.id)),),
        (Button(Say("organisations-card-button"), press("organisation.open", organisation.id)),),
    )
    return (dialogue_screens.done(record, Say("organisations-edited", {"name": changed.name}), ways),)


def _changed(organisation: Organisation, answers: Mapping[str, Value]) -> Organisation:
    """The organisation with what was answered; a genitive of a name that was changed is the old name's, so it goes."""
    texts = {key: " ".join(str(answers[key]).split()) for key in ("name", "short_name", "genitive") if key in answers}
    if "name" in texts and texts["name"] != organisation.name:
        return replace(organisation, name=texts["name"], genitive=None)
    kind = OrganisationKind(str(answers.get("kind", organisation.kind.value)))
    return replace(
        organisation,
        short_name=texts.get("short_name", organisation.short_name),
        genitive=texts.get("genitive", organisation.genitive),
        kind=kind,
        zone=str(answers.get("hours", organisation.zone)),
    )


async def begin_search(desk: Desk) -> Show:
    """The form that asks for a part of a name."""
    ensure(desk.actor, Action.SEE_ORGANISATIONS, Scope())
    return await dialogue.begin(desk, SEARCH)


async def search(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `organisations.search`: how many were found, and the way to them; of one, to its card."""
    ensure(desk.actor, Action.SEE_ORGANISATIONS, Scope())
    part = searched(str(answers["part"]))
    found, total = await desk.work.organisations.page(part, limit=1)
    show = press("organisation.open", found[0].id) if total == 1 else press("organisations.found", 0, part)
    label = found[0].label if total == 1 and fits(found[0].label) else Say("organisations-show")
    again = Button(Say("organisations-search"), press("organisations.search"))
    rows = ((Button(label, show),), (again,)) if total else ((again,),)
    back = (Button(Say("organisations-back"), press("organisations.list")),)
    text = Say("organisations-found", {"part": part, "count": total})
    return (dialogue_screens.done(record, text, (*rows, back)),)
