"""Every router, in the order in which an update is offered to them: commands and buttons first, plain text last."""

from __future__ import annotations

from functools import lru_cache

from aiogram import Dispatcher, Router

from handlers import (
    applicants,
    campaigns,
    change,
    dialogue,
    fallback,
    guardians,
    home,
    invitations,
    jobs,
    language,
    meeting_log,
    meetings,
    observations,
    open_answers,
    organisations,
    pairs,
    people,
    privacy,
    questionnaires,
    registration,
    results,
    start,
    summary,
)

ROUTERS: tuple[Router, ...] = (
    start.router,
    home.router,
    organisations.router,
    invitations.router,
    language.router,
    privacy.router,
    dialogue.router,
    registration.router,
    guardians.router,
    applicants.router,
    people.router,
    pairs.router,
    observations.router,
    campaigns.router,
    summary.router,
    jobs.router,
    meetings.router,
    meeting_log.router,
    questionnaires.router,
    results.router,
    open_answers.router,
    change.router,
    fallback.router,  # last: it takes everything
)


@lru_cache(maxsize=1)
def dispatcher() -> Dispatcher:
    """The one dispatcher of the process; it keeps no state (no FSM), what an update needs comes with the call."""
    made = Dispatcher(disable_fsm=True)
    made.include_routers(*ROUTERS)
    return made
