"""What digests say of other work: campaigns, bases, recommendations, documents, practices, events, help between
organisations."""

from __future__ import annotations

from datetime import date, timedelta

from mentoring.access import Action
from mentoring.clock import local_date
from mentoring.digest import Kind, Matter
from mentoring.documents import Document
from mentoring.practices import PracticeState
from mentoring.recommendations import REMINDED, RecommendationState
from mentoring.vertical import ENDS_SOON
from messaging.replies import press
from programmes.programme import Scope
from services import bases, campaign_views, documents_duty, events_running, practices, recommendations, vertical
from services.campaign_card import title
from services.desk import Desk
from services.digest_readers import Readers, Thing

DAY = timedelta(days=1)
DECISION = timedelta(days=2)
"""Who decides has heard at once; so much later they are reminded."""
CLOSES_SOON = timedelta(days=2)
AGREEMENTS = (timedelta(days=30), timedelta(days=7), timedelta())


async def campaigns(desk: Desk, readers: Readers) -> list[Thing]:
    """Campaigns that close within two days while answers are awaited."""
    at = readers.at(Action.REMIND_UNANSWERED)
    running = await desk.work.campaigns.reminding() if at else ()
    closing = [one for one in running if one.closes_at is not None and one.closes_at - CLOSES_SOON <= desk.now]
    if not closing:
        return []
    counts = await desk.work.campaigns.counts([one.id for one in closing])
    found = []
    for one in closing:
        by_place = counts.get(one.id, {})
        waiting = {place for place in at if (count := by_place.get(place)) and count.answered < count.asked}
        day = local_date(one.closes_at or desk.now, desk.programme.zone)
        for person in dict.fromkeys(person for place in waiting for person in at[place]):
            name = title(one, await campaign_views.definition_of(desk, one))
            matter = Matter(Kind.CAMPAIGNS, (day - CLOSES_SOON,), lasting=False)
            found.append(Thing(person, matter, press("campaign.open", one.id), press("campaign.list"), name, day=day))
    return found


async def dated_bases(desk: Desk, readers: Readers) -> list[Thing]:
    """Bases that are due to be looked through, from the first day of their term on."""
    at = readers.at(Action.REVIEW_BASE)
    if not at or not desk.programme.bases:
        return []
    found = []
    for place, term in await bases.waiting(desk, [readers.places[one] for one in at]):
        matter = Matter(Kind.BASES, (term.first,))
        found += [
            Thing(person, matter, press("base.in", place.id), name=place.name, day=term.last) for person in at[place.id]
        ]
    return found


async def advice(desk: Desk, readers: Readers) -> list[Thing]:
    """Recommendations: to whoever answers three days before, on the day, and while overdue; to the coordinator those
    with an answer that nobody has looked at for two days."""
    found = []
    for place, people in readers.at(Action.ANSWER_RECOMMENDATION).items():
        for one in await recommendations.attention(desk, place):
            if one.due is not None:
                told = readers.day(max(one.written_at, one.decided_at or one.written_at), place)
                days = tuple(day for before in REMINDED if (day := one.due - before) > told) or (one.due + DAY,)
                matter = Matter(Kind.RECOMMENDATIONS, days, lasting=one.overdue(desk.today(readers.places[place].zone)))
                to, every = press("recommendation.card", one.id), press("recommendations.own")
                found += [Thing(person, matter, to, every, one.title, day=one.due) for person in people]
    leaders = readers.everywhere(Action.RECOMMEND)
    for one in await recommendations.attention(desk, None) if leaders else ():
        if one.state is RecommendationState.ANSWERED and one.answered_at is not None:
            matter = Matter(Kind.ANSWERED, (readers.day(one.answered_at + DECISION, None),))
            found += [Thing(person, matter, press("recommendation.card", one.id), name=one.title) for person in leaders]
    return found


async def documents(desk: Desk, readers: Readers) -> list[Thing]:
    """Agreements that end within thirty days, documents that were returned, and what waits for a review."""
    found = []
    for place, people in readers.at(Action.KEEP_DOCUMENTS).items():
        seen = await documents_duty.attention(desk, place)
        found += [thing for person in people for one in seen.ending for thing in _ending(person, one)]
        for one in seen.returned:
            days = (readers.day((one.reviewed_at or one.added_at) + DECISION, place),)
            found += [_document(person, Kind.RETURNED, one, days) for person in people]
    leaders = readers.everywhere(Action.REVIEW_DOCUMENTS)
    for one in (await documents_duty.attention(desk, None)).to_review if leaders else ():
        days = (readers.day((one.sent_at or one.added_at) + DECISION, None),)
        found += [_document(person, Kind.REVIEW, one, days) for person in leaders]
    return found


def _ending(person: int, one: Document) -> list[Thing]:
    until = one.details.valid_until
    return [] if until is None else [_document(person, Kind.ENDING, one, tuple(until - each for each in AGREEMENTS))]


def _document(person: int, kind: Kind, one: Document, days: tuple[date, ...]) -> Thing:
    every = press("documents.review", 0) if kind is Kind.REVIEW else press("documents.of", one.organisation_id)
    matter = Matter(kind, days, lasting=kind is not Kind.ENDING)
    to = press("document.open", one.id)
    return Thing(person, matter, to, every, one.details.title, day=one.details.valid_until)


async def bank(desk: Desk, readers: Readers) -> list[Thing]:
    """Practices that wait for a review for two days."""
    leaders, found = readers.everywhere(Action.REVIEW_PRACTICE), []
    at = readers.at(Action.REVIEW_PRACTICE) if desk.programme.scope is Scope.SCHOOL else {}
    for place, people in ((None, leaders), *at.items()):
        for one in await practices.attention(desk, place) if people else ():
            if one.state is PracticeState.SUBMITTED:
                matter = Matter(Kind.PRACTICES, (readers.day(one.submitted_at + DECISION, place),))
                to, every = press("practice.open", one.id), press("practices.list")
                found += [Thing(person, matter, to, every, one.story.title) for person in people]
    return found


async def events(desk: Desk, readers: Readers) -> list[Thing]:
    """Events that are over, of which nobody has noted who came: from the day after on."""
    listed: list[tuple[int | None, tuple[int, ...]]] = [*readers.at(Action.RUN_EVENT).items()]
    leaders = readers.everywhere(Action.RUN_EVENT)
    found = []
    for place, people in (*listed, *([(None, leaders)] if leaders else [])):
        for one in await events_running.attention(desk, place):
            matter = Matter(Kind.EVENTS, (readers.day(one.starts_at + DAY, place),))
            found += [Thing(person, matter, press("event.card", one.id), name=one.title) for person in people]
    return found


async def between_organisations(desk: Desk, readers: Readers) -> list[Thing]:
    """Help between organisations that ends in two weeks: to both sides and to who proposed it."""
    if desk.programme.vertical is None:
        return []
    today, found = desk.today(), []
    for one in await desk.work.organisation_mentorships.ending(today, today + ENDS_SOON):
        if one.ends is not None:
            matter = Matter(Kind.VERTICAL, (one.ends - ENDS_SOON,), lasting=False)
            names = await desk.work.organisations.many(one.sides)
            name = names[one.mentee_id].name
            found += [
                Thing(person, matter, press("vertical.open", one.id), name=name, day=one.ends)
                for person in await vertical.audience(desk, one, proposer=True)
                if person in readers.actors
            ]
    return found
