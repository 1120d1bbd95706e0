"""Where each form ends, what follows a survey, which sources and waits there are: the names that definitions use."""

from __future__ import annotations

from services import (
    agreement,
    applicants,
    endings,
    evidence,
    forming,
    guardians,
    meeting_feedback,
    meeting_log,
    meeting_times,
    meetings,
    organisations,
    people,
    registration,
    staff,
)
from services.desk import Ways

WAYS = Ways(
    finishes={
        "people.join_staff": staff.join,
        "organisations.create": organisations.create,
        "people.arrive": registration.arrive,
        "people.apply": registration.apply,
        "people.apply_guardian": registration.apply_guardian,
        "people.refuse": applicants.refuse,
        "people.search": people.search,
        "consents.guard": guardians.guard,
        "consents.record_paper": applicants.record_paper,
        "mentorships.propose": forming.propose,
        "mentorships.decline": agreement.decline,
        "mentorships.fix": endings.fix,
        "mentorships.end_early": endings.end_early,
        "meetings.plan": meetings.plan,
        "meetings.move": meetings.move,
        "meetings.cancel": meetings.cancel,
        "meetings.counter": meeting_times.counter,
        "meetings.log": meeting_log.log,
        "meetings.comment": meeting_feedback.comment,
    },
    after={
        "entry": evidence.entry_answered,
        "exit": evidence.exit_answered,
        "meeting-feedback": meeting_feedback.given,
    },
    sources={
        "areas": registration.areas,
        "mentees": forming.mentees,
        "mentors": forming.mentors,
        "forms": forming.forms,
        "role_models": forming.role_models,
        "meeting_kinds": meetings.kinds,
        "mentorships": meeting_log.mentorships,
        "topics": meeting_log.topics,
    },
    waits={
        "guardian_consent": guardians.awaited,
    },
)
