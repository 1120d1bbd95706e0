"""What the papers say, read for them: who, with whom, since when, on which ground, by which order."""

from __future__ import annotations

from mentoring.access import Action, Scope, allowed
from mentoring.adults import AdultDuty
from mentoring.clock import local_date
from mentoring.mentorships import EarlyEnd, Mentorship, Side
from mentoring.papers import (
    ConsentForm,
    ConsentForms,
    FixedRow,
    FixingOrder,
    Issuer,
    Named,
    ReleaseOrder,
    Statement,
    StatementKind,
    Statements,
)
from mentoring.people import CONSENT_AGE, Organisation, Person, age
from mentoring.roles import Role
from services import leaving, pairs, trail
from services.desk import Desk
from services.pairs import Pair

RUSSIAN = "ru"
"""Papers are in the language of the office, whoever orders them."""


async def fixing(desk: Desk, pair: Pair) -> FixingOrder:
    """The order of fixing, with everything that the same order fixed; a draft while it has no number."""
    mentorship = pair.mentorship
    known: tuple[Pair, ...] = (pair,)
    if mentorship.order is not None:
        together = await desk.work.mentorships.fixed_by(mentorship.organisation_id, mentorship.order)
        known = await pairs.pairs_of(desk, together)
    return FixingOrder(
        await _issuer(desk, pair.organisation),
        mentorship.order,
        tuple([await _row(desk, one) for one in known]),
        planned=all(desk.programme.plan_for(one.mentorship.form) is not None for one in known),
    )


async def release(desk: Desk, pair: Pair) -> ReleaseOrder:
    """The order of release; after a hand-over only of whoever left."""
    mentorship = pair.mentorship
    made = await trail.newest(desk, mentorship.id, "handed_over")
    successor = await desk.work.mentorships.get(int(made.details.get("to", 0))) if made is not None else None
    stay = frozenset(successor.mentors) if successor is not None else frozenset()
    row = await _row(desk, pair, without=stay)
    new = await _names(desk, [one for one in successor.mentors if one not in mentorship.mentors]) if successor else ()
    ended = mentorship.ended_at or desk.now
    return ReleaseOrder(
        await _issuer(desk, pair.organisation),
        mentorship.end_order,
        mentorship.order,
        row,
        mentorship.end_reason or EarlyEnd.OTHER,
        local_date(ended, pair.zone),
        mentorship.end_comment,
        new,
    )


async def statements(desk: Desk, kind: StatementKind, pair: Pair) -> Statements:
    """A statement of everybody on the side that writes it. Who has asked to leave has their words in it where they may
    be read: the form promises them to the curator alone, so a head gets lines to be filled in by hand."""
    mentorship = pair.mentorship
    writes, about = (Side.MENTEE, Side.MENTOR) if kind is StatementKind.PETITION else (Side.MENTOR, Side.MENTEE)
    may_read = allowed(desk.actor, Action.END_MENTORSHIP, Scope.of(mentorship))
    words = await _words(desk, mentorship, kind) if may_read else {}
    today = desk.today(pair.zone)
    pages = tuple(
        Statement(
            kind,
            _named(desk, one),
            tuple(other.name for other in pair.on(about)),
            mentorship.order,
            words.get(one.id),
            guardian_signs=one.is_minor(today),
        )
        for one in pair.on(writes)
    )
    return Statements(await _issuer(desk, pair.organisation), pages)


async def joining(desk: Desk, person: Person, organisation: Organisation) -> Statements:
    """A mentor's statement of joining, before there is anybody to mentor."""
    page = Statement(
        StatementKind.JOIN, _named(desk, person), guardian_signs=person.is_minor(desk.today(organisation.zone))
    )
    return Statements(await _issuer(desk, organisation), (page,))


async def consents(desk: Desk, person: Person, organisation: Organisation) -> ConsentForms:
    """Every consent of a person: an adult's own; a guardian's for a minor, and the child's own from 14."""
    today = desk.today(organisation.zone)
    if not person.is_minor(today):
        forms = _forms(desk, organisation, "self_adult", person.name)
        return ConsentForms(await _issuer(desk, organisation), forms)
    guardians = await desk.work.guardianships.of_child(person.id)
    names = await _names(desk, [one.guardian_id for one in guardians])
    forms = _forms(desk, organisation, "for_child", names[0] if names else None, child=person.name)
    if person.birth is not None and age(person.birth, today) >= CONSENT_AGE:
        forms += _forms(desk, organisation, "self_child", person.name)
    return ConsentForms(await _issuer(desk, organisation), forms)


def _forms(
    desk: Desk, organisation: Organisation, variant: str, signer: str | None, *, child: str | None = None
) -> tuple[ConsentForm, ...]:
    """The programme's consent texts, whole, as the bot shows them."""
    texts = desk.house.consents
    values = {"organisation": organisation.name, "days": str(desk.programme.erasure_days)}
    return tuple(
        ConsentForm(
            texts.get(document, version).title.text(RUSSIAN),
            tuple(line for line in texts.text(document, version, variant, RUSSIAN, values).splitlines() if line),
            signer,
            child,
        )
        for document, version in desk.programme.consents.items()
    )


# --- what they share -------------------------------------------------------------------------------------------------


async def _issuer(desk: Desk, organisation: Organisation) -> Issuer:
    heads = await desk.work.memberships.holders(Role.HEAD, organisation.id)
    names = await _names(desk, [one.person_id for one in heads])
    head = names[0] if names else None
    return Issuer(organisation.name, organisation.kind, head, desk.programme.document, organisation.genitive)


async def _row(desk: Desk, pair: Pair, *, without: frozenset[int] = frozenset()) -> FixedRow:
    mentorship = pair.mentorship
    adults = await desk.work.adults.of(mentorship.id)
    people = await desk.work.people.many(one.person_id for one in adults if one.person_id is not None)
    named = [(one.duty, people[one.person_id].name if one.person_id in people else one.name) for one in adults]
    return FixedRow(
        desk.programme.form(mentorship.form).name.text(RUSSIAN),
        tuple(_named(desk, one) for one in pair.on(Side.MENTOR) if one.id not in without),
        tuple(_named(desk, one) for one in pair.on(Side.MENTEE)),
        mentorship.starts,
        mentorship.ends,
        tuple(name for duty, name in named if name and duty is AdultDuty.RESPONSIBLE),
        tuple(name for duty, name in named if name and duty is AdultDuty.CONSULTANT),
    )


def _named(desk: Desk, person: Person) -> Named:
    """With the class or the post, as far as they are known."""
    posts = {post.id: post.name.text(RUSSIAN) for post in desk.programme.posts}
    post = person.profile.post
    return Named(person.name, person.profile.school_class or (posts.get(post, post) if post else ""))


async def _names(desk: Desk, ids: list[int]) -> tuple[str, ...]:
    known = await desk.work.people.many(ids)
    return tuple(known[one].name for one in ids if one in known)


async def _words(desk: Desk, mentorship: Mentorship, kind: StatementKind) -> dict[int, str]:
    """The reasons that people have told, by person."""
    asked = {StatementKind.LEAVE: leaving.Request.STATEMENT, StatementKind.PETITION: leaving.Request.PETITION}
    if kind not in asked:
        return {}
    made = await trail.newest(desk, mentorship.id, asked[kind].value)
    if made is None or made.actor_id is None:
        return {}
    return {made.actor_id: str(made.details.get("words", ""))}
