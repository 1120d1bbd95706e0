"""What mentorships' lives ask by themselves, gathered: one campaign an organisation, stage and school year."""

from __future__ import annotations

from datetime import date

from mentoring.campaigns import OPENING_HOUR, Audience, Campaign, CampaignState, Origin
from mentoring.clock import at
from mentoring.errors import NotFound
from mentoring.people import Organisation
from programmes.terms import school_year_of
from services.desk import Desk

_CLOSES = (9, 1)
"""Month and day after the school year: by then everything that was asked in it is answered or stands unanswered."""


async def gathering(desk: Desk, organisation: Organisation, stage: str) -> int:
    """The id of the campaign that gathers what is asked now; it begins with the first that is asked."""
    year = school_year_of(desk.today(organisation.zone))
    key = f"stage:{organisation.id}:{stage}:{year}"
    found = await desk.work.campaigns.by_key(key) or await desk.work.campaigns.add(
        Campaign(
            0,
            organisation.id,
            Origin.STAGE,
            None,
            None,
            stage,
            False,
            Audience(),
            CampaignState.OPEN,
            None,
            desk.now,
            desk.now,
            at(date(year + 1, *_CLOSES), OPENING_HOUR, organisation.zone),
            opened_at=desk.now,
            shown=0,
            key=key,
        )
    )
    found = found or await desk.work.campaigns.by_key(key)  # another replica was quicker
    if found is None:
        raise NotFound
    return found.id
