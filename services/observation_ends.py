"""What follows when staff have filled something in about others: it replaces what was kept, and its result is shown."""

from __future__ import annotations

from messaging.replies import Button, Keyboard, Lines, Replies, Say, press
from services import evaluation, observations
from services.desk import Desk
from services.dialogue_screens import done
from storage.mentorship_dues import SUBJECT
from surveys.record import Record


async def outcomes_kept(desk: Desk, record: Record) -> Replies:
    """Follows a mentee's outcomes."""
    mentorship_id = record.about(SUBJECT)
    if mentorship_id is None or record.person_id is None:
        return ()
    await observations.replaced(desk, record)
    back = press("observation.mentee", mentorship_id, record.person_id)
    return (done(record, Say("observations-kept"), _way(back)),)


async def compatibility_kept(desk: Desk, record: Record) -> Replies:
    """Follows a pair's compatibility: the conclusion stands on the pair's card."""
    mentorship_id = record.about(SUBJECT)
    if mentorship_id is None:
        return ()
    await observations.replaced(desk, record)
    return (done(record, Say("observations-compatibility-kept"), _way(press("pair.open", mentorship_id))),)


async def criteria_kept(desk: Desk, record: Record) -> Replies:
    """Follows the nine criteria: their sum and what it says."""
    if record.about(evaluation.SUBJECT) is None:
        return ()
    found = await evaluation.criteria_of(desk, await observations.replaced(desk, record))
    if found is None:
        return ()
    result = Say("observations-criteria-result", {"total": found.total, "level": found.level.value})
    return (done(record, Lines((Say("observations-kept"), result), "\n\n"), _evaluation(record)),)


async def swot_kept(desk: Desk, record: Record) -> Replies:
    """Follows the SWOT."""
    if record.about(evaluation.SUBJECT) is None:
        return ()
    await observations.replaced(desk, record)
    return (done(record, Say("observations-kept"), _evaluation(record)),)


def _evaluation(record: Record) -> Keyboard:
    return _way(press("observation.programme", record.organisation_id or 0))


def _way(there: str) -> Keyboard:
    return ((Button(Say("observations-back"), there), Button(Say("menu-button"), press("menu.open"))),)
