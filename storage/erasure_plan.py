"""What an erasure does to every table: which rows of a person go, and which only lose what is personal in them.

In this order: what a rule looks at is still there. Rows that feed counts stay under the person's number. Each rule
names its kind of data, as the act of destruction lists it. `tests/storage/test_erasure_plan.py` holds that no column
with personal data is forgotten.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, false, or_, select

from storage.erasure_blanks import (
    CARD,
    HELP,
    ITEM,
    MEETING,
    PLACE,
    PROPOSED,
    REFERRED,
    TASK,
    New,
    at_that_moment,
    standing,
)
from storage.response_rows import UNFINISHED_STATES
from storage.tables import (
    alarms,
    answer_marks,
    answers,
    appointments,
    awards,
    consents,
    event_people,
    guardianships,
    help_requests,
    invitations,
    jobs,
    matching_comments,
    matching_pairs,
    matching_people,
    meetings,
    memberships,
    mentorship_adults,
    mentorship_looks,
    mentorships,
    needs,
    outgoing,
    pair_rules,
    parked,
    people,
    people_drafts,
    plan_items,
    plan_versions,
    planned_keys,
    plans,
    practices,
    questionnaire_drafts,
    referrals,
    responses,
    tasks,
    time_proposals,
    trail,
    training_steps,
    wishes,
)
from storage.trail import LOOKS


@dataclass(frozen=True, slots=True)
class Whose:
    """Everything a rule may ask about the person.

    `alone`: mentorships in which they were the only one on their side; `mentorships`: all of theirs. `texts`: of the
    finished questionnaires, by name and version, the questions answered in words or files. `whole`: questionnaires
    about somebody that go altogether (`services.observations`), `reports`: whose words go.
    """

    person_id: int
    chat_id: int | None
    memberships: Collection[int] = ()
    mentorships: Collection[int] = ()
    alone: Collection[int] = ()
    texts: Mapping[tuple[str, int], Collection[str]] = field(default_factory=dict)
    whole: Collection[str] = ()
    reports: Collection[str] = ()


Which = Callable[[Whose], ColumnElement[bool]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One step. `blank` None: the rows are deleted; `kind`: what it is called in an act, empty: no data of its own.

    `passing`: what only the talk leaves behind; it is not put back.
    """

    kind: str
    table: Table
    which: Which
    blank: New | None = None
    passing: bool = False


def _own(column: ColumnElement[Any]) -> Which:
    return lambda whose: column == whose.person_id


def _chat(column: ColumnElement[Any]) -> Which:
    return lambda whose: column == whose.chat_id if whose.chat_id is not None else false()


def _any(*ways: Which) -> Which:
    return lambda whose: or_(*(way(whose) for way in ways))


def _in(column: ColumnElement[Any], of: Callable[[Whose], Collection[int]]) -> Which:
    return lambda whose: column.in_(list(of(whose)))


def _of(column: ColumnElement[Any], target: Table, which: Which) -> Which:
    """Rows that hang on rows of another table."""
    return lambda whose: column.in_(_ids(target, which(whose)))


def _ids(table: Table, which: ColumnElement[bool]) -> Select[Any]:
    return select(table.c.id).where(which)


def _lost_responses(whose: Whose) -> ColumnElement[bool]:
    """Dialogues, unfinished and anonymous questionnaires of theirs; what was observed of them or of their pair."""
    mine = responses.c.person_id == whose.person_id
    if whose.chat_id is not None:
        mine = or_(mine, and_(responses.c.chat_id == whose.chat_id, responses.c.person_id.is_(None)))
    unfinished = responses.c.state.in_(UNFINISHED_STATES)
    gone = or_(responses.c.kind != "survey", unfinished, responses.c.anonymous)
    here = or_(
        and_(responses.c.subject == "person", responses.c.subject_id == whose.person_id),
        and_(responses.c.subject == "membership", responses.c.subject_id.in_(list(whose.memberships))),
    )
    forms = and_(here, responses.c.kind != "survey")
    seen = and_(
        responses.c.definition.in_(list(whose.whole)),
        or_(mine, and_(responses.c.subject == "mentorship", responses.c.subject_id.in_(list(whose.alone)))),
    )
    return or_(and_(mine, gone), forms, seen)


def _kept_responses(whose: Whose) -> ColumnElement[bool]:
    return responses.c.person_id == whose.person_id


def _words(whose: Whose) -> ColumnElement[bool]:
    """Answers in words and files of finished questionnaires, and what reports say about their pair."""
    found: list[ColumnElement[bool]] = []
    for (name, version), questions in whose.texts.items():
        named = and_(responses.c.definition == name, responses.c.version == version, _kept_responses(whose))
        found.append(and_(answers.c.response_id.in_(_ids(responses, named)), answers.c.question.in_(list(questions))))
    told = and_(
        responses.c.definition.in_(list(whose.reports)),
        responses.c.subject == "mentorship",
        responses.c.subject_id.in_(list(whose.alone)),
    )
    found.append(and_(answers.c.response_id.in_(_ids(responses, told)), answers.c.secret.is_not(None)))
    return or_(*found)


def _traced(whose: Whose) -> ColumnElement[bool]:
    """Lines of the trail about them, or by them."""
    about = or_(
        and_(trail.c.subject == "person", trail.c.subject_id == whose.person_id),
        and_(trail.c.subject == "membership", trail.c.subject_id.in_(list(whose.memberships))),
        and_(trail.c.subject == "mentorship", trail.c.subject_id.in_(list(whose.alone))),
        trail.c.actor_id == whose.person_id,
    )
    return and_(about, trail.c.subject != LOOKS, trail.c.details.is_not(None))


def _pair_meetings(whose: Whose) -> ColumnElement[bool]:
    return or_(meetings.c.mentorship_id.in_(list(whose.alone)), meetings.c.logged_by == whose.person_id)


def _open_invitations(whose: Whose) -> ColumnElement[bool]:
    return and_(invitations.c.person_id == whose.person_id, invitations.c.used_at.is_(None))


RULES: Sequence[Rule] = (
    # the talk: what waits to be sent, what was put aside, what is being made or typed
    Rule("", outgoing, _chat(outgoing.c.chat_id), passing=True),
    Rule("", jobs, _any(_chat(jobs.c.chat_id), _own(jobs.c.person_id)), passing=True),
    Rule("", planned_keys, _chat(planned_keys.c.chat_id), {"chat_id": None}, passing=True),
    Rule("drafts", people_drafts, _chat(people_drafts.c.chat_id), passing=True),
    Rule("drafts", questionnaire_drafts, _chat(questionnaire_drafts.c.chat_id), passing=True),
    # questionnaires
    Rule("alarms", alarms, _own(alarms.c.person_id)),
    Rule("alarms", alarms, _of(alarms.c.response_id, responses, _lost_responses)),
    Rule("", answer_marks, _of(answer_marks.c.response_id, responses, _lost_responses)),
    Rule("answers", answers, _of(answers.c.response_id, responses, _lost_responses)),
    Rule("answers", answers, _words),
    Rule("", responses, _lost_responses),
    Rule("", responses, _kept_responses, {"chat_id": None, "marks": {}}),
    # mentorships
    Rule("pairs", mentorships, _in(mentorships.c.id, lambda whose: whose.alone), {"end_comment": None}),
    Rule("pairs", mentorship_looks, _in(mentorship_looks.c.mentorship_id, lambda w: w.alone), {"note": None}),
    Rule(
        "pairs",
        mentorship_adults,
        _own(mentorship_adults.c.person_id),
        {"name": None, "speciality": None, "removed_at": standing},
    ),
    Rule("tasks", tasks, _own(tasks.c.checked_by), {"comment": None}),
    Rule("tasks", tasks, _any(_own(tasks.c.person_id), _in(tasks.c.mentorship_id, lambda w: w.alone)), TASK),
    Rule("help", help_requests, _own(help_requests.c.asked_by), HELP),
    Rule("help", help_requests, _own(help_requests.c.taken_by), {"answer": None}),
    Rule("meetings", time_proposals, _of(time_proposals.c.meeting_id, meetings, _pair_meetings), PROPOSED),
    Rule("meetings", time_proposals, _own(time_proposals.c.proposed_by), PROPOSED),
    Rule("meetings", meetings, _pair_meetings, MEETING),
    Rule("meetings", meetings, _own(meetings.c.planned_by), {"place": None, "link": None}),
    Rule("plans", plan_items, _own(plan_items.c.graded_by), {"assessment": None}),
    Rule("plans", plan_versions, _of(plan_versions.c.plan_id, plans, _own(plans.c.person_id))),
    Rule("plans", plan_items, _of(plan_items.c.plan_id, plans, _own(plans.c.person_id)), ITEM),
    Rule("plans", plans, _own(plans.c.person_id), {"fields": "{}", "assessment": None}),
    # matching
    Rule("matching", matching_comments, _any(_own(matching_comments.c.mentee_id), _own(matching_comments.c.author_id))),
    Rule("matching", matching_pairs, _any(_own(matching_pairs.c.mentee_id), _own(matching_pairs.c.mentor_id))),
    Rule("matching", matching_people, _own(matching_people.c.person_id)),
    Rule("matching", pair_rules, _any(_own(pair_rules.c.mentee_id), _own(pair_rules.c.mentor_id))),
    Rule("matching", wishes, _any(_own(wishes.c.person_id), _own(wishes.c.about_id))),
    # the base
    Rule("needs", needs, _own(needs.c.person_id)),
    Rule("referrals", referrals, _any(_own(referrals.c.person_id), _own(referrals.c.referred_by)), REFERRED),
    Rule("awards", event_people, _own(event_people.c.person_id), {"result": None}),
    Rule("training", training_steps, _in(training_steps.c.membership_id, lambda w: w.memberships), {"note": None}),
    Rule("awards", awards, _own(awards.c.person_id), {"words": None, "number": None, "on_board": False}),
    Rule("", appointments, _own(appointments.c.person_id)),
    Rule(
        "practices",
        practices,
        lambda whose: and_(practices.c.author_id == whose.person_id, practices.c.state != "published"),
    ),
    Rule("practices", practices, _own(practices.c.author_id), {"author_id": None, "comment": None}),
    Rule("trail", trail, _traced, {"details": None}),
    # the person
    Rule("consents", consents, _own(consents.c.person_id), {"withdrawn_at": standing, "paper_file": None}),
    Rule("consents", consents, _any(_own(consents.c.person_id), _own(consents.c.given_by)), {"paper_giver": None}),
    Rule("guardians", guardianships, _any(_own(guardianships.c.child_id), _own(guardianships.c.guardian_id))),
    Rule("", invitations, _open_invitations, {"revoked_at": at_that_moment}),
    Rule("", invitations, _chat(invitations.c.used_by), {"used_by": None}),
    Rule("places", memberships, _own(memberships.c.person_id), PLACE),
    Rule("card", people, _own(people.c.id), CARD),
)

APART = (parked,)
"""Handled by themselves: whose an update was stands inside the encrypted body."""
