"""Everything beside a pair's meetings that a button can point at: plan, task, question, matching, event, request."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Table

from mentoring.adults import Adult, AdultDuty
from mentoring.help import Addressee
from mentoring.matching_records import Mark, Matching, MatchingState
from mentoring.mentorships import Form, Side
from mentoring.needs import Fact, Need, Needs
from mentoring.plans import Item, Plan
from mentoring.speed_meetings import SpeedEvent, SpeedState
from storage import tables
from storage.work import Work

SECRET_WORDS = (
    "потайное дело",
    "скрытый труд",
    "вопрос шёпотом",
    "встреча в подполье",
    "беда под замком",
    "Молчунова",
    "консультант в тени",
)
"""What nobody but those concerned may read."""
OF_A_PAIR: tuple[Table, ...] = (
    tables.plans,
    tables.plan_items,
    tables.plan_agreements,
    tables.mentorship_adults,
)
OF_THE_ORGANISATION: tuple[Table, ...] = (
    tables.tasks,
    tables.help_requests,
    tables.mentorship_looks,
    tables.matchings,
    tables.matching_people,
    tables.matching_pairs,
    tables.matching_comments,
    tables.pair_rules,
    tables.speed_events,
    tables.speed_people,
    tables.wishes,
    tables.referrals,
    tables.needs,
    tables.base_reviews,
    tables.people_drafts,
)
"""Rows with a life of their own: their people may tidy them up when the pair is over."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the things belong: ids of the organisation, the pair and the two people."""

    organisation: int
    mentorship: int
    mentor: int
    mentee: int


async def put(work: Work, where: Places) -> dict[str, tuple[int, ...]]:
    """Ids by the name of the argument that carries them."""
    plan = await _plan(work, where)
    task = await work.tasks.add(where.mentorship, [where.mentee], "потайное дело", None, by=where.mentor)
    asked = await work.help_requests.add(
        where.organisation, where.mentorship, where.mentee, "вопрос шёпотом", Addressee.MENTOR, "methods"
    )
    adult = Adult(0, where.mentorship, AdultDuty.CONSULTANT, where.mentor, work.now, name="консультант в тени")
    beside = await work.adults.add(adult)
    register = (Fact(Need.REGISTER, work.now.date()),)
    await work.needs.save(Needs(where.mentee, where.organisation), register, by=where.mentor)
    return {
        "plan": (plan.id,),
        "item": tuple(item.id for item in plan.items),
        "task": tuple(one.id for one in task),
        "request": (asked.id,),
        "adult": (beside,),
        "number": (await matching(work, where),),
        "event": (await event(work, where),),
        "referral": (await _referral(work, where),),
        **dict.fromkeys(("mentee", "about", "dropped"), (where.mentee,)),
        **dict.fromkeys(("mentor", "kept"), (where.mentor,)),
    }


async def _plan(work: Work, where: Places) -> Plan:
    """One item, not yet agreed to."""
    made = await work.plans.add(
        Plan(
            id=0,
            mentorship_id=where.mentorship,
            person_id=where.mentee,
            template="teacher-teacher",
            created_by=where.mentor,
            created_at=work.now,
            changed_at=work.now,
            fields={"note": "скрытый труд"},
            items=(Item(0, 0, 1, 1, "скрытый труд"),),
        )
    )
    found = await work.plans.get(made)
    assert found is not None
    return found


async def matching(work: Work, where: Places) -> int:
    """Computed, with the pair proposed and nothing published."""
    day = work.now.date()
    made = await work.matchings.add(
        Matching(
            id=0,
            organisation_id=where.organisation,
            form=Form.TEACHER_TEACHER,
            role_model="experienced-young",
            kind="individual",
            starts=day,
            ends=day + timedelta(days=100),
            state=MatchingState.READY,
            created_by=where.mentor,
            created_at=work.now,
        )
    )
    await work.matchings.choose(made, Side.MENTOR, [where.mentor])
    await work.matchings.choose(made, Side.MENTEE, [where.mentee])
    row = {"matching_id": made, "mentee_id": where.mentee, "mentor_id": where.mentor, "mark": Mark.PROPOSED.value}
    await work.connection.execute(tables.matching_pairs.insert().values(**row, score=50, reasons=None))
    await work.matchings.comment(made, where.mentee, where.mentor, "скрытый труд")
    return made


async def event(work: Work, where: Places) -> int:
    """Held: its wishes are asked for."""
    held = work.now - timedelta(days=1)
    event = SpeedEvent(
        0, where.organisation, "встреча в подполье", held, None, 5, SpeedState.HELD, where.mentor, work.now
    )
    made = await work.speed_events.add(event)
    await work.speed_events.seat(made, Side.MENTOR, [where.mentor])
    await work.speed_events.seat(made, Side.MENTEE, [where.mentee])
    return made


async def _referral(work: Work, where: Places) -> int:
    made = await work.referrals.add(
        where.organisation, where.mentor, "Молчунова Ася", school_class="7А", areas=(), reason="беда под замком"
    )
    return made.id
