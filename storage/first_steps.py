"""What an organisation has done of the first steps: read off its rows in one statement."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Integer, String, bindparam, cast, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.first_steps import Step
from mentoring.roles import PARTICIPANTS
from storage.tables import invitations, memberships, mentorships, organisations, planned_keys, responses


class FirstSteps:
    """Reads only."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def done(self, organisation_id: int) -> frozenset[Step]:
        """The steps that are behind; none of an organisation that there is not."""
        row = (await self._connection.execute(_DONE, {"place": organisation_id})).one()
        return frozenset(step for step, done in zip(Step, row, strict=True) if done)


def _done(step: Step) -> ColumnElement[bool]:
    of: BindParameter[int] = bindparam("place", type_=Integer)
    match step:
        case Step.ORGANISATION:
            named = organisations.c.short_name.is_not(None) & organisations.c.genitive.is_not(None)
            return select(organisations.c.id).where(organisations.c.id == of, named).exists()
        case Step.LINK:
            own = invitations.c.role.is_(None) & invitations.c.response_id.is_(None)
            return select(invitations.c.id).where(invitations.c.organisation_id == of, own).exists()
        case Step.APPLICANTS:
            role = memberships.c.role.in_([role.value for role in PARTICIPANTS])
            return select(memberships.c.id).where(memberships.c.organisation_id == of, role).exists()
        case Step.PAIR:
            return select(mentorships.c.id).where(mentorships.c.organisation_id == of).exists()
        case Step.QUESTIONNAIRE:
            answered = (responses.c.kind == "survey") & responses.c.finished_at.is_not(None)
            return select(responses.c.id).where(responses.c.organisation_id == of, answered).exists()
    name = literal("weekly-summary:") + cast(of, String)
    first, beyond = name + ":", name + ";"  # the sign after «:» ends the range of keys
    told = (planned_keys.c.key >= first) & (planned_keys.c.key < beyond)
    return select(planned_keys.c.key).where(told).exists()


_COLUMNS: list[ColumnElement[Any]] = [_done(step).label(step.value) for step in Step]
_DONE = select(*_COLUMNS)
