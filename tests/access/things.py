"""One of everything that a button can point at, for one pair of one organisation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from sqlalchemy import func, select

from mentoring.adults import Adult, AdultDuty
from mentoring.campaigns import Audience, Campaign, CampaignState, Origin
from mentoring.consents import ConsentKind
from mentoring.documents import Details, DocumentKind
from mentoring.events import Event, EventKind, EventState
from mentoring.meetings import Meeting, MeetingKind, MeetingState, TimeProposal
from mentoring.people import Organisation, Person
from mentoring.practices import Story
from mentoring.roles import Category, Role
from mentoring.training import Material, Session, SessionState
from services import colleagues, people
from services.open_answers import Reading
from services.results_items import Ref
from services.results_view import View
from storage import tables
from storage.awards import Entry
from storage.work import Work
from surveys.load import from_body
from surveys.record import RecordState, Subject
from surveys.response import Draft
from tests.conversations import failing_things
from tests.conversations.answering import answered
from tests.conversations.failing_things import Places

CODES: Mapping[str, object] = {
    "people.view": people.View().code, "person.view": people.View().code, "card.view": people.View().code,
    "staff.base": "m", "organisation.field": "short", "event.field": "called", "registration.role": "mentor",
    "practices.only": "p", "recommendations.only": "o", "results.part": 0, "swot.mark": "strength",
    "documents.cover": "programme", "owed.report": "final", "owed.last": "2026-12-31", "compare.code": "m",
    "compare.view.code": "active", "executor.executor": "class-teacher", "final.code": "conclusion",
    "training.step": "interview", "base.role": "mentor", "observation.evaluate.observed": "curator-criteria",
    "place.time.code": "1m",
}  # fmt: skip
"""What is no id, as buttons of these routers carry it."""
OWN = """{"survey": "own-%d-%s", "version": 1, "title": {"ru": "%s-тайна", "en": "Secret %s"}, "ask": [
    {"id": "mood", "kind": "scale", "min": 1, "max": 10, "text": {"ru": "Настроение?", "en": "Mood?"},
     "low": {"ru": "плохо", "en": "bad"}, "high": {"ru": "отлично", "en": "great"}},
    {"id": "why", "kind": "text", "optional": true, "max": 500, "text": {"ru": "Почему?", "en": "Why?"}}]}"""


async def person(work: Work, name: str, chat: int | None) -> Person:
    """Somebody registered who has consented to everything."""
    made = await work.people.add(name, telegram_id=chat, birth=date(1985, 5, 12), category=Category.TEACHER)
    for kind in ConsentKind:
        await work.consents.give(made.id, kind, 1, given_by=made.id)
    return made


async def beside(work: Work, mentorship: int, adult: Person) -> int:
    return await work.adults.add(Adult(0, mentorship, AdultDuty.RESPONSIBLE, adult.id, work.now, person_id=adult.id))


async def put(
    work: Work, place: Organisation, mentorship: int, mentor: Person, mentee: Person, name: str
) -> Mapping[str, object]:
    """Ids by the name of the argument that carries them; `name.argument` where one router means another thing by it."""
    common = await failing_things.put(work, Places(place.id, mentorship, mentor.id, mentee.id))
    found: dict[str, object] = {key: ids[0] for key, ids in common.items()}
    found |= {"speed.event": found["event"], "wishes.event": found["event"]}
    found |= {"organisation": place.id, "mentorship": mentorship, "person": mentee.id, "child": mentee.id}
    [membership] = await work.memberships.of_person(mentor.id)
    [other] = await work.memberships.of_person(mentee.id)
    found |= {"membership": membership.id, "place.membership": other.id, "unmatched.membership": other.id}
    found |= dict.fromkeys((f"place.{each}.membership" for each in ("room", "offices", "office")), membership.id)
    found |= {"milestone.code": f"{place.id}-5-0-20260930"}
    found |= await _meeting(work, mentorship, mentor, mentee)
    found |= await _joining(work, place, mentor, mentee, name)
    found |= await _asked(work, place, mentor, mentee, name)
    found |= await _of_the_organisation(work, place, mentor, name)
    return found | CODES | {"staff.view": colleagues.View(colleagues.Base.MENTORS, organisation_id=place.id).code}


async def _meeting(work: Work, mentorship: int, mentor: Person, mentee: Person) -> dict[str, object]:
    ahead = work.now + timedelta(days=2)
    planned = Meeting(0, mentorship, MeetingKind.WORKING, ahead, None, MeetingState.PLANNED, mentor.id, work.now)
    meeting = await work.meetings.add(planned)
    later = work.now + timedelta(days=5)
    proposal = await work.meetings.propose(TimeProposal(0, meeting, mentee.id, later, None, work.now))
    return {"meeting": meeting, "proposal": proposal}


async def _joining(work: Work, place: Organisation, mentor: Person, mentee: Person, name: str) -> dict[str, object]:
    applicant = await work.people.add(f"{name} Заявкин", birth=date(1980, 1, 2))
    applied = await work.memberships.apply(applicant.id, place.id, Role.MENTEE, request=f"{name}-тайна")
    token = await work.invitations.create(None, place.id)
    link = await work.invitations.find(token)
    assert link is not None
    return {"applicant.membership": applied.id, "invitation": link.id}


async def _asked(work: Work, place: Organisation, mentor: Person, mentee: Person, name: str) -> dict[str, object]:
    """A questionnaire of their own with an answer, a campaign with it, and one waiting on paper."""
    slug = f"club-{mentee.id}"
    definition = from_body(OWN % (place.id, slug, name, name))
    await work.definitions.archive(definition)
    title = {"ru": definition.title.ru, "en": definition.title.en}
    own = await work.own_questionnaires.add(definition.id, title, organisation_id=place.id, created_by=None)
    campaign = await work.campaigns.add(
        Campaign(
            0,
            place.id,
            Origin.PERSON,
            definition.id,
            1,
            None,
            False,
            Audience(frozenset({Role.MENTEE})),
            CampaignState.OPEN,
            None,
            work.now,
            work.now,
            work.now + timedelta(days=9),
            work.now,
        )
    )
    assert own
    assert campaign
    on_paper = await work.people.add(f"{name} Бумажный")
    await work.memberships.grant(on_paper.id, place.id, Role.MENTEE)
    about = Subject("campaign", campaign.id)
    values = {"mood": 3, "why": f"{name}-тайна"}
    given = await answered(
        work, definition, mentee, place.id, values, subject=about, campaign_id=campaign.id, role="mentee"
    )
    paper = await work.responses.add(
        Draft(definition.id, 1), definition, state=RecordState.WAITING, chat_id=None, person_id=on_paper.id,
        organisation_id=place.id, subject=about, campaign_id=campaign.id, role="mentee",
    )  # fmt: skip
    waiting = await work.responses.add(
        Draft(definition.id, 1), definition, state=RecordState.WAITING, chat_id=mentee.telegram_id,
        person_id=mentee.id, organisation_id=place.id, subject=Subject("club", mentee.id), role="mentee",
    )  # fmt: skip
    await work.alarms.raise_(given.id, "mood", organisation_id=place.id, person_id=mentee.id)
    alarm = await work.connection.scalar(select(func.max(tables.alarms.c.id)))
    archive = (await work.results.newest([definition.id]))[definition.id].id
    view, mood = View(archive, place.id), Ref(archive, 0)
    return {
        "own": own.id, "campaign": campaign.id, "questionnaire": definition.id, "paper.response": paper.id,
        "response": waiting.id, "a.response": waiting.id, "a.question": "mood", "a.token": "5",
        "alarm": alarm,
        "results.view": view.code, "results.list.view": View(0, place.id).code, "answers.view": view.code,
        "answers.ref": Ref(archive, 1).code, "ref": mood.code, "reading": Reading(view, Ref(archive, 1)).code,
        "answers.response": given.id, "asked": f"{place.id}.0.0",
    }  # fmt: skip


async def _of_the_organisation(work: Work, place: Organisation, mentor: Person, name: str) -> dict[str, object]:
    ahead, secret = work.now + timedelta(days=3), f"{name}-тайна"
    session = Session(0, place.id, "lesson", secret, ahead, None, SessionState.DRAFT, mentor.id, work.now)
    material = Material(0, place.id, secret, "https://example.org/x", None, mentor.id, work.now)
    event = Event(
        0, place.id, EventKind.SEMINAR, secret, ahead, (Role.MENTOR, Role.MENTEE), EventState.DRAFT, mentor.id, work.now
    )
    practice = await work.practices.add(place.id, mentor.id, Story(secret, secret, secret, secret))
    advice = await work.recommendations.add(place.id, secret, secret, by=mentor.id, indicator=None, due=None)
    award = await work.awards.add(
        Entry(place.id, "letter", mentor.id, 2026, (), f"{place.id}-{mentor.id}", work.now.date(), mentor.id)
    )
    return {
        "session": await work.training.add_session(session),
        "material": await work.training.add_material(material),
        "document": await work.organisation_documents.add(
            place.id, Details(DocumentKind.PROGRAMME, secret), by=mentor.id
        ),
        "event": (await work.events.add(event)).id,
        "practice": practice.id,
        "recommendation": advice.id,
        "given": award.id,
    }
