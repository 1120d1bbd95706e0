"""Registration beyond its form: another role for somebody who has a place in the organisation already."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.press import Press
from mentoring.roles import PARTICIPANTS, Role
from messaging.replies import Replies
from services import registration
from services.desk import Desk

router = Router(name="registration")


def _role(value: str) -> Role:
    """A role one can ask for; ValueError for any other."""
    role = Role(value)
    if role not in PARTICIPANTS and role not in (Role.GUARDIAN, Role.REFERRER):
        raise ValueError(value)
    return role


@router.callback_query(Press("registration.add", organisation=int, role=_role))
async def add_role(query: CallbackQuery, desk: Desk, organisation: int, role: Role) -> Replies:
    return await registration.add_role(desk, organisation, role)
