"""Alarm answers: raised when a questionnaire is finished, told quietly to the psychologist.

Nothing of an answer stands in the notice. Neither the one who answered nor their mentor, coordinator or head ever
hears of it; what is anonymous never alarms.
"""

from __future__ import annotations

from collections.abc import Mapping

from mentoring.roles import Role
from messaging.replies import Button, Lane, Say, press
from services import notices
from services.desk import Desk
from surveys.definition import Definition
from surveys.path import Value
from surveys.record import Record

LIST = "alarms.list"


async def finished(desk: Desk, record: Record, definition: Definition, answers: Mapping[str, Value]) -> None:
    """Follows the last answer of a questionnaire that names who answered, on paper too. Told once a response."""
    person, organisation = record.person_id, record.organisation_id
    if record.anonymous or person is None or organisation is None:
        return
    raised = desk.house.alarms.raised(definition, answers, desk.today(), role=record.role)
    store = desk.work.alarms
    new = [one for one in raised if await store.raise_(record.id, one, organisation_id=organisation, person_id=person)]
    if new:
        await _tell(desk, record, organisation, person)


async def _tell(desk: Desk, record: Record, organisation_id: int, person_id: int) -> None:
    """The psychologists of the organisation, else its curators; in quiet hours it waits for the morning."""
    found = await desk.work.organisations.get(organisation_id)
    zone = found.zone if found is not None else desk.programme.zone
    for role in (Role.PSYCHOLOGIST, Role.CURATOR):
        held = await desk.work.memberships.holders(role, organisation_id)
        heard = [one.person_id for one in held if await desk.work.alarms.hears(one.person_id, person_id)]
        for one in heard:
            await notices.to(
                desk,
                one,
                Say("alarms-notice"),
                keyboard=((Button(Say("alarms-look"), press(LIST)),),),
                lane=Lane.REMINDER,
                key=f"alarm:{record.id}:{one}",
                due=desk.now,
                not_before=desk.programme.quiet.release(desk.now, zone),
            )
        if heard:
            return
