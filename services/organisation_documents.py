"""The register of an organisation's documents: kept by its curator and head, reviewed by the coordinator."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mentoring.access import Action, Scope, allowed, ensure, everywhere, places
from mentoring.documents import Document, DocumentState, Step, in_order
from mentoring.errors import Forbidden, NotFound, Stale
from mentoring.pages import pages_of
from mentoring.people import Organisation, Person
from mentoring.roles import Role
from messaging.replies import Button, File, Replies, Say, Show, press
from services import dialogue, dialogue_screens, notices
from services.desk import Desk
from services.document_answers import ONE, REGISTER, answers_of, details_of
from services.registration_answers import text_of
from surveys.path import Value
from surveys.record import Record, Subject

FORM, RETURN = "document", "document-return"
PAGE = 8
_LEADERS = (Role.CURATOR, Role.HEAD)
_BECOMES: Mapping[Step, DocumentState] = {
    Step.SEND: DocumentState.SENT,
    Step.APPROVE: DocumentState.APPROVED,
    Step.RETURN: DocumentState.RETURNED,
    Step.ARCHIVE: DocumentState.ARCHIVED,
}
_REVIEWS = frozenset({Step.APPROVE, Step.RETURN})


@dataclass(frozen=True, slots=True)
class Register:
    """A page of the documents of an organisation; `keeps`: the actor may add one."""

    organisation: Organisation
    documents: tuple[Document, ...]
    page: int
    pages: int
    keeps: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A document with what the actor may do about it. `adder`, `reviewer` may be gone."""

    document: Document
    organisation: Organisation
    partner: Organisation | None
    adder: Person | None
    reviewer: Person | None
    steps: frozenset[Step]


async def organisations(desk: Desk) -> tuple[Organisation, ...]:
    """Whose registers the actor sees as their own; none for the coordinator, who sees all. Forbidden for others."""
    own = places(desk.actor, Action.SEE_DOCUMENTS)
    if not own:
        ensure(desk.actor, Action.REVIEW_DOCUMENTS, Scope())
    return tuple((await desk.work.organisations.many(own)).values()) if own else ()


async def register(desk: Desk, organisation_id: int, page: int = 0) -> Register:
    """A page of the register; one past the end is the last. Raises Forbidden, NotFound."""
    ensure(desk.actor, Action.SEE_DOCUMENTS, Scope(organisation_id))
    organisation = await _organisation(desk, organisation_id)
    listed = in_order(await desk.work.organisation_documents.of(organisation_id))
    page, pages = page_of(page, len(listed))
    keeps = allowed(desk.actor, Action.KEEP_DOCUMENTS, Scope(organisation_id))
    return Register(organisation, listed[page * PAGE : (page + 1) * PAGE], page, pages, keeps)


async def card(desk: Desk, document_id: int) -> Card:
    """Raises Forbidden, NotFound."""
    document = await _document(desk, document_id, Action.SEE_DOCUMENTS)
    details, place = document.details, document.organisation_id
    known = await desk.work.organisations.many({place} | ({details.partner_id} if details.partner_id else set()))
    people = await desk.work.people.many({document.added_by, document.reviewed_by or document.added_by})
    return Card(
        document,
        known[place],
        known.get(details.partner_id or 0),
        people.get(document.added_by),
        people.get(document.reviewed_by or 0),
        await _steps(desk, document),
    )


async def file(desk: Desk, document_id: int) -> tuple[Document, File]:
    """The document's file; NotFound where there is none."""
    document = await _document(desk, document_id, Action.SEE_DOCUMENTS)
    kept = document.details.file
    if kept is None:
        raise NotFound
    return document, File(kept.name, b"", kept.photo, kept.file_id)


# --- keeping ---------------------------------------------------------------------------------------------------------


async def begin(desk: Desk, organisation_id: int) -> Show:
    """The form of a new document."""
    ensure(desk.actor, Action.KEEP_DOCUMENTS, Scope(organisation_id))
    await _organisation(desk, organisation_id)
    return await dialogue.begin(desk, FORM, subject=Subject(REGISTER, organisation_id), organisation_id=organisation_id)


async def begin_edit(desk: Desk, document_id: int) -> Show:
    """The form with what is known, to be corrected; Stale for what was sent or approved."""
    document = await _for_step(desk, document_id, Step.EDIT)
    for earlier in await desk.work.responses.waiting(desk.actor.chat_id, "form"):
        if (earlier.definition, earlier.about(ONE)) == (FORM, document_id):
            await desk.work.responses.erase(earlier.id)
    subject = Subject(ONE, document_id)
    known = answers_of(document.details)
    return await dialogue.begin(desk, FORM, subject=subject, organisation_id=document.organisation_id, prefilled=known)


async def keep(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `document`: a new line of the register, or a corrected one."""
    place, known = record.about(REGISTER), record.about(ONE)
    details = details_of(answers)
    if place is not None:
        ensure(desk.actor, Action.KEEP_DOCUMENTS, Scope(place))
        known = await desk.work.organisation_documents.add(place, details, by=desk.actor.person_id or 0)
        await _trace(desk, known, place, "added")
    elif known is not None:
        document = await _for_step(desk, known, Step.EDIT)
        if not await desk.work.organisation_documents.change(known, details):
            raise _moved(document)
        await _trace(desk, known, document.organisation_id, "changed")
    else:
        raise Forbidden
    seen = await card(desk, known)
    rows = [(Button(Say("documents-open"), press("document.open", known)),)]
    if Step.SEND in seen.steps:
        rows.insert(0, (Button(Say("documents-step-send"), press("document.send", known)),))
    said = Say("documents-kept", {"title": details.title})
    return (dialogue_screens.done(record, said, (*rows, (_to_register(seen.organisation.id),))),)


# --- steps -----------------------------------------------------------------------------------------------------------


async def take(desk: Desk, document_id: int, step: Step, words: str | None = None) -> Card:
    """Sends, approves, returns (with words), puts into the archive or back; who it concerns is told.

    Raises Forbidden, NotFound, and Stale when it cannot be done any more.
    """
    document = await _for_step(desk, document_id, step)
    by, state = desk.actor.person_id or 0, _BECOMES.get(step)
    if state is None:  # back out of the archive, as it lay there
        approved = document.reviewed_at is not None and document.review is None
        state = DocumentState.APPROVED if approved else DocumentState.KEPT
    if not await desk.work.organisation_documents.move(document, state, by=by, words=words):
        raise _moved(await desk.work.organisation_documents.get(document_id) or document)
    await _trace(desk, document_id, document.organisation_id, f"{step.value}_done", words)
    seen = await card(desk, document_id)
    if step is Step.SEND:
        await _tell_reviewers(desk, seen)
    elif step in _REVIEWS:
        await _tell_keepers(desk, seen)
    return seen


async def begin_return(desk: Desk, document_id: int) -> Show:
    """The form that asks what is to be worked over."""
    document = await _for_step(desk, document_id, Step.RETURN)
    subject, facts = Subject(ONE, document_id), {"title": document.details.title}
    return await dialogue.begin(desk, RETURN, subject=subject, organisation_id=document.organisation_id, facts=facts)


async def give_back(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `document-return`."""
    seen = await take(desk, record.about(ONE) or 0, Step.RETURN, text_of(answers, "words"))
    ways = ((Button(Say("documents-open"), press("document.open", seen.document.id)),),)
    said = {"title": seen.document.details.title, "organisation": seen.organisation.name}
    return (dialogue_screens.done(record, Say("documents-returned", said), ways),)


async def _tell_reviewers(desk: Desk, seen: Card) -> None:
    leaders = [each.person_id for each in await desk.work.memberships.holders(Role.COORDINATOR, None)]
    said = {**facts(seen), "organisation": seen.organisation.name}
    zone = desk.programme.zone
    await _tell(desk, leaders, Say("documents-told-sent", said), seen, zone)


async def _tell_keepers(desk: Desk, seen: Card) -> None:
    people = await keepers(desk, seen.organisation.id)
    said = {**facts(seen), "state": seen.document.state.value, "review": seen.document.review or "none"}
    await _tell(desk, people, Say("documents-told-reviewed", said), seen, seen.organisation.zone)


async def _tell(desk: Desk, people: Sequence[int], said: Say, seen: Card, zone: str) -> None:
    rows = ((Button(Say("documents-open"), press("document.open", seen.document.id)),),)
    later = desk.programme.quiet.release(desk.now, zone)
    others = [person for person in people if person != desk.actor.person_id]
    await notices.to_all(desk, others, said, keyboard=rows, not_before=later)


async def keepers(desk: Desk, organisation_id: int) -> tuple[int, ...]:
    """Ids of those who keep the register there, each once; asks no rights."""
    return (await keepers_of(desk, (organisation_id,))).get(organisation_id, ())


async def keepers_of(desk: Desk, organisations: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """The same of several organisations; those without anybody are left out."""
    found: dict[int, tuple[int, ...]] = {}
    for role in _LEADERS:
        for place, people in (await desk.work.memberships.holders_in(role, organisations)).items():
            found[place] = tuple(dict.fromkeys((*found.get(place, ()), *people)))
    return found


def facts(seen: Card) -> dict[str, object]:
    """What every message about a document says of it."""
    return {"kind": seen.document.kind.value, "title": seen.document.details.title}


def page_of(page: int, total: int) -> tuple[int, int]:
    """The page that can be shown, and how many there are."""
    pages = pages_of(total, PAGE)
    return min(max(page, 0), pages - 1), pages


async def _steps(desk: Desk, document: Document) -> frozenset[Step]:
    """Whoever keeps the register sends; the coordinator, if there is one, reviews."""
    scope = Scope(document.organisation_id)
    found: set[Step] = set()
    if allowed(desk.actor, Action.KEEP_DOCUMENTS, scope):
        found |= {Step.EDIT, Step.ARCHIVE, Step.RESTORE}
    if document.organisation_id in places(desk.actor, Action.KEEP_DOCUMENTS):
        found |= {Step.SEND} if await desk.work.memberships.holders(Role.COORDINATOR, None) else set()
    if everywhere(desk.actor, Action.REVIEW_DOCUMENTS):
        found |= _REVIEWS
    return frozenset(step for step in found if document.may(step))


async def _for_step(desk: Desk, document_id: int, step: Step) -> Document:
    document = await _document(desk, document_id, Action.SEE_DOCUMENTS)
    action = Action.REVIEW_DOCUMENTS if step in _REVIEWS else Action.KEEP_DOCUMENTS
    ensure(desk.actor, action, Scope(document.organisation_id))
    if not document.may(step):
        raise _moved(document)
    if step not in await _steps(desk, document):
        raise Forbidden
    return document


async def _document(desk: Desk, document_id: int, action: Action) -> Document:
    document = await desk.work.organisation_documents.get(document_id)
    if document is None:
        raise NotFound
    ensure(desk.actor, action, Scope(document.organisation_id))
    return document


async def _organisation(desk: Desk, organisation_id: int) -> Organisation:
    found = await desk.work.organisations.get(organisation_id)
    if found is None:
        raise NotFound
    return found


def _moved(document: Document) -> Stale:
    return Stale("documents-stale", title=document.details.title, state=document.state.value)


def _to_register(organisation_id: int) -> Button:
    return Button(Say("documents-back"), press("documents.of", organisation_id))


async def _trace(desk: Desk, document_id: int, place: int, event: str, words: str | None = None) -> None:
    details = {"words": words} if words else None
    await desk.work.trail.add(
        ONE, document_id, event, actor_id=desk.actor.person_id, organisation_id=place, details=details
    )
