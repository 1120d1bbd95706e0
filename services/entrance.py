"""The way in by a link: from its token to the registration it is for."""

from __future__ import annotations

from mentoring.roles import Role
from messaging.replies import Replies
from services import guardians, invitations, registration, staff
from services.desk import Desk


async def come_in(desk: Desk, token: str) -> Replies:
    """Open a link: its registration begins, or goes on where it was left. Raises the link's Refusal."""
    invitation = await invitations.opened(desk, token)
    if invitation.role is None:
        return await registration.begin(desk, invitation)
    if invitation.role is Role.GUARDIAN:
        return await guardians.begin(desk, invitation)
    return await staff.begin(desk, invitation, token)
