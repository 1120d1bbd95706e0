"""Every table, a module a concept: people, mentorships, responses, campaigns, talk with Telegram."""

from __future__ import annotations

from storage.tables.base import metadata
from storage.tables.campaigns import answer_counts, answer_marks, campaigns, own_questionnaires, questionnaire_drafts
from storage.tables.mentorships import meetings, mentorships, parties, time_proposals
from storage.tables.people import consents, guardianships, invitations, memberships, organisations, people
from storage.tables.responses import answers, definitions, responses
from storage.tables.talk import chats, files, jobs, outgoing, parked, planned_keys, screens, settings, starts, updates

__all__ = [
    "answer_counts",
    "answer_marks",
    "answers",
    "campaigns",
    "chats",
    "consents",
    "definitions",
    "files",
    "guardianships",
    "invitations",
    "jobs",
    "meetings",
    "memberships",
    "mentorships",
    "metadata",
    "organisations",
    "outgoing",
    "own_questionnaires",
    "parked",
    "parties",
    "people",
    "planned_keys",
    "questionnaire_drafts",
    "responses",
    "screens",
    "settings",
    "starts",
    "time_proposals",
    "updates",
]
