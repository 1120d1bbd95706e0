"""Papers of thanks ordered as jobs: letters and diplomas, a mentor's certificate, the board, a text for the site."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from mentoring.access import Action, Scope, allowed, ensure
from mentoring.awards import Deed, Doer, Given
from mentoring.errors import NotFound
from mentoring.people import Organisation, Person
from mentoring.roles import Role
from messaging.replies import Say, Show, press
from programmes.awards import Award, Recipient
from reports.documents import award_paper, board_page, certificate_paper, site_text
from reports.thanks_data import AwardPaper, CertificatePaper, Led, Merit
from services import awards, board, jobs, site
from services.awards import PAPERS, Card
from services.desk import Desk
from services.jobs import Making
from storage.deeds import Wanted
from storage.jobs import Job

AWARD, CERTIFICATE, BOARD, SITE = "award", "certificate", "board", "site-text"
"""Kinds of jobs."""
ENDINGS = ("pdf", "docx", "png", "txt")
_EVER = datetime(2000, 1, 1, tzinfo=UTC)


def ending(text: str) -> str:
    """Reads the end of a file's name from a button; ValueError for another."""
    if text not in ENDINGS:
        raise ValueError(text)
    return text


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a mentor has led, for the screen and the paper."""

    person: Person
    paper: CertificatePaper


# --- letters and diplomas -------------------------------------------------------------------------------------------


async def order_award(desk: Desk, award_id: int, end: str) -> Show:
    """Order a letter or a diploma. Raises Forbidden, NotFound."""
    await _paper(desk, award_id)
    return await jobs.order(
        desk, AWARD, {"award": award_id, "end": end}, slot=f"award:{award_id}:{end}", back=press("award.open", award_id)
    )


async def make_award(desk: Desk, job: Job) -> Making:
    """Reads who is thanked, for what, by whom."""
    number, end = int(job.arguments["award"]), str(job.arguments["end"])
    paper = await _paper(desk, number)
    caption = Say("award-paper-caption", {"name": paper.name})
    arguments = (paper, end, desk.actor.language)
    return Making(award_paper, arguments, name=f"award-{number}.{end}", caption=caption)


async def _paper(desk: Desk, award_id: int) -> AwardPaper:
    seen = await awards.card(desk, award_id)
    if seen.award is None or seen.award.kind not in PAPERS or seen.given.revoked_at is not None:
        raise NotFound
    given, language = seen.given, desk.actor.language
    return AwardPaper(
        seen.award.kind.value,
        seen.award.name.text(language),
        seen.person.name,
        await _parents(desk, seen.award, given),
        (Role.MENTEE if Role.MENTEE in seen.award.criteria.roles else Role.MENTOR).value,
        seen.organisation.name if seen.organisation else desk.programme.title.text(language),
        await head_of(desk, seen.organisation),
        given.number or "—",
        given.given_on,
        given.school_year,
        await _merits(desk, seen) if seen.award.to is Recipient.PERSON else (),
    )


async def _merits(desk: Desk, seen: Card) -> tuple[Merit, ...]:
    """Announced results of contests there in the award's school year."""
    asked = awards.wanted(desk, seen.organisation, seen.given.school_year)
    found = await desk.work.events.results_of(
        seen.given.person_id, seen.given.organisation_id, asked.starts, asked.ends
    )
    return tuple(Merit.of(event, result, asked.zone) for event, result in found)


async def _parents(desk: Desk, award: Award, given: Given) -> tuple[str, ...] | None:
    if award.to is not Recipient.PARENTS:
        return None
    guardians = await desk.work.guardianships.of_child(given.person_id)
    people = await desk.work.people.many(one.guardian_id for one in guardians)
    return tuple(people[one.guardian_id].name for one in guardians if one.guardian_id in people)


async def head_of(desk: Desk, organisation: Organisation | None) -> str | None:
    """The name of the organisation's head; None for the municipality, and where nobody is in the base."""
    if organisation is None:
        return None
    heads = await desk.work.memberships.holders(Role.HEAD, organisation.id)
    people = await desk.work.people.many(one.person_id for one in heads[:1])
    return next((one.name for one in people.values()), None)


# --- the certificate of a mentor ------------------------------------------------------------------------------------


async def certificate(desk: Desk, person_id: int) -> Certificate:
    """Everything somebody led as a mentor: for themselves, and for the curator what they led there.

    Raises Forbidden, and NotFound for who has led nothing.
    """
    person = await desk.work.people.get(person_id)
    if person is None:
        raise NotFound
    own = desk.actor.person_id == person_id
    places = [one.organisation_id for one in desk.actor.approved if one.role is Role.CURATOR]
    if own:
        ensure(desk.actor, Action.MAKE_CERTIFICATE, Scope(person_id=person_id))
    else:
        places = [one for one in places if allowed(desk.actor, Action.MAKE_CERTIFICATE, Scope(one, person_id))]
        ensure(desk.actor, Action.MAKE_CERTIFICATE, Scope(places[0] if places else None, person_id))
    doers = await desk.work.deeds.doers(_always(desk, person))
    mentored = await desk.work.mentorships.many(deed.mentorship_id for deed in _led(doers))
    here = {one.id: one for one in mentored if own or one.organisation_id in places}
    led = [deed for deed in _led(doers) if deed.mentorship_id in here]
    if not led:
        raise NotFound
    last = await desk.work.organisations.get(here[led[-1].mentorship_id].organisation_id)
    rows = []
    for deed in led:
        order = here[deed.mentorship_id].order
        form = desk.programme.form(deed.form).name.text(desk.actor.language)
        dated = (order.number, order.date) if order is not None else None
        rows.append(Led(form, deed.several, deed.begun, deed.ended, deed.meetings, deed.minutes, dated))
    name = last.name if last else desk.programme.title.text(desk.actor.language)
    paper = CertificatePaper(person.name, name, await head_of(desk, last), desk.today(), tuple(rows))
    return Certificate(person, paper)


def _led(doers: Iterable[Doer]) -> list[Deed]:
    return [deed for doer in doers for deed in doer.deeds if deed.role is Role.MENTOR]


def _always(desk: Desk, person: Person) -> Wanted:
    zone = desk.programme.zone
    feedback = desk.programme.questionnaires.feedback
    return Wanted(None, _EVER, desk.now + timedelta(seconds=1), zone, feedback, person.id)


async def order_certificate(desk: Desk, person_id: int, end: str) -> Show:
    """Order it. Raises Forbidden, NotFound."""
    await certificate(desk, person_id)
    slot = f"certificate:{person_id}:{end}"
    return await jobs.order(
        desk, CERTIFICATE, {"person": person_id, "end": end}, slot=slot, back=press("certificate.of", person_id)
    )


async def make_certificate(desk: Desk, job: Job) -> Making:
    """Reads it anew."""
    seen, end = await certificate(desk, int(job.arguments["person"])), str(job.arguments["end"])
    arguments = (seen.paper, end, desk.actor.language)
    caption = Say("certificate-caption", {"name": seen.person.name})
    return Making(certificate_paper, arguments, name=f"certificate.{end}", caption=caption)


# --- board and site -------------------------------------------------------------------------------------------------


async def order_board(desk: Desk, end: str) -> Show:
    """Order the board as a file. Raises Forbidden, and NotFound while nobody is on it."""
    if not (await board.seen(desk)).people:
        raise NotFound
    return await jobs.order(desk, BOARD, {"end": end}, slot=f"board:{end}", back=press("board.open"))


async def make_board(desk: Desk, job: Job) -> Making:
    """Reads who is on it at this moment: a consent may have been withdrawn since it was ordered."""
    end, page = str(job.arguments["end"]), (await board.seen(desk)).page(desk)
    if not page.people:
        raise NotFound
    arguments = (page, end, desk.actor.language)
    return Making(board_page, arguments, name=f"board.{end}", caption=Say("board-caption"), picture=end == "png")


async def order_site(desk: Desk, organisation_id: int, end: str) -> Show:
    """Order the text for the site as a file. Raises Forbidden, NotFound."""
    await site.text(desk, organisation_id)
    slot = f"site:{organisation_id}:{end}"
    return await jobs.order(
        desk, SITE, {"organisation": organisation_id, "end": end}, slot=slot, back=press("sitetext.of", organisation_id)
    )


async def make_site(desk: Desk, job: Job) -> Making:
    """Counts it anew."""
    end = str(job.arguments["end"])
    found = await site.text(desk, int(job.arguments["organisation"]))
    return Making(site_text, (found, end, desk.actor.language), name=f"site.{end}", caption=Say("site-caption"))
