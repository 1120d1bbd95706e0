"""Every table, a module a concept: people, bases, matching, mentorships, meetings, plans, responses, talk."""

from __future__ import annotations

from storage.tables.base import metadata
from storage.tables.bases import (
    base_reviews,
    needs,
    people_drafts,
    referrals,
    trail,
    training_materials,
    training_sessions,
    training_steps,
)
from storage.tables.campaigns import answer_counts, answer_marks, campaigns, own_questionnaires, questionnaire_drafts
from storage.tables.matching import (
    matching_comments,
    matching_pairs,
    matching_people,
    matchings,
    pair_rules,
    speed_events,
    speed_people,
    wishes,
)
from storage.tables.meetings import attendances, meeting_series, meetings, time_proposals
from storage.tables.mentorships import help_requests, mentorship_adults, mentorship_looks, mentorships, parties, tasks
from storage.tables.people import consents, guardianships, invitations, memberships, organisations, people
from storage.tables.plans import plan_agreements, plan_items, plan_versions, plans
from storage.tables.responses import alarms, answers, definitions, responses
from storage.tables.talk import chats, files, jobs, outgoing, parked, planned_keys, screens, settings, starts, updates

__all__ = [
    "alarms",
    "answer_counts",
    "answer_marks",
    "answers",
    "attendances",
    "base_reviews",
    "campaigns",
    "chats",
    "consents",
    "definitions",
    "files",
    "guardianships",
    "help_requests",
    "invitations",
    "jobs",
    "matching_comments",
    "matching_pairs",
    "matching_people",
    "matchings",
    "meeting_series",
    "meetings",
    "memberships",
    "mentorship_adults",
    "mentorship_looks",
    "mentorships",
    "metadata",
    "needs",
    "organisations",
    "outgoing",
    "own_questionnaires",
    "pair_rules",
    "parked",
    "parties",
    "people",
    "people_drafts",
    "plan_agreements",
    "plan_items",
    "plan_versions",
    "planned_keys",
    "plans",
    "questionnaire_drafts",
    "referrals",
    "responses",
    "screens",
    "settings",
    "speed_events",
    "speed_people",
    "starts",
    "tasks",
    "time_proposals",
    "trail",
    "training_materials",
    "training_sessions",
    "training_steps",
    "updates",
    "wishes",
]
