"""The way in by a link: from its token to the registration it is for."""

from __future__ import annotations

from mentoring.invitations import Invitation
from mentoring.people import MembershipState
from mentoring.roles import Role
from messaging.replies import Replies
from services import guardians, invitations, personal_links, registration, staff
from services.desk import Desk


async def come_in(desk: Desk, token: str) -> Replies:
    """Open a link: its registration begins, or goes on where it was left. Raises the link's Refusal."""
    invitation = await invitations.opened(desk, token)
    if invitation.person_id is not None:
        return await _their_own(desk, invitation, token)
    if invitation.role is None:
        return await registration.begin(desk, invitation)
    if invitation.role is Role.GUARDIAN:
        return await guardians.begin(desk, invitation)
    return await staff.begin(desk, invitation, token)


async def _their_own(desk: Desk, invitation: Invitation, token: str) -> Replies:
    """A personal link for somebody of the base: one confirm where the consents are there, else the registration."""
    person, membership = await personal_links.whose(desk, invitation)
    if desk.actor.person is not None:
        return await personal_links.two_records(desk, invitation, person)
    if membership.state is MembershipState.APPROVED:
        return (personal_links.confirmation(desk, person, token),)
    return await registration.begin_listed(desk, invitation)
