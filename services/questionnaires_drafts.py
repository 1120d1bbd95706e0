"""A questionnaire that was read out of a file and is not saved yet: look at it, try it, save it or drop it.

Nobody is offered it before it is saved. Only the chat that sent the file gets at it.
"""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.access import Action, Scope, ensure, everywhere, places
from mentoring.errors import Forbidden, Invalid, Stale
from messaging.replies import Show, press
from services import catalogue, dialogue
from services.desk import Desk
from services.questionnaires_changes import Changes, changes, named
from storage.own_questionnaires import OwnQuestionnaire
from storage.questionnaire_drafts import QuestionnaireDraft
from surveys.definition import Definition
from surveys.record import RecordState

MUNICIPALITY = 0
"""Stands for «every organisation» where an organisation's id stands otherwise."""


@dataclass(frozen=True, slots=True)
class Prospect:
    """What saving a draft for an organisation (or MUNICIPALITY) would do.

    current: the questionnaire of that name it has already; changes: what differs from it, None if nothing does."""

    place: int
    current: OwnQuestionnaire | None
    changes: Changes | None

    @property
    def same(self) -> bool:
        return self.current is not None and self.changes is None

    @property
    def version(self) -> int:
        """The version it would become."""
        return 1 if self.current is None else self.current.version + 1


@dataclass(frozen=True, slots=True)
class Draft:
    """What the card of a draft shows. `targets`: where the actor may save it; `prospect` None: not chosen yet."""

    kept: QuestionnaireDraft
    definition: Definition
    targets: tuple[int, ...]
    prospect: Prospect | None


def targets(desk: Desk) -> tuple[int, ...]:
    """Where the actor may keep questionnaires: MUNICIPALITY, ids of organisations."""
    municipal = (MUNICIPALITY,) if everywhere(desk.actor, Action.EDIT_QUESTIONNAIRES) else ()
    return (*municipal, *places(desk.actor, Action.EDIT_QUESTIONNAIRES))


def own_name(place: int, slug: str) -> str:
    """The id of the definition that a questionnaire of a place has."""
    return f"own-{place}-{slug}"


async def keep(desk: Desk, *, slug: str, body: str, mistakes: list[object]) -> QuestionnaireDraft:
    """What was just read takes the place of what the chat sent before."""
    chat = desk.actor.chat_id
    earlier = await desk.work.questionnaire_drafts.of_chat(chat)
    if earlier is not None:
        await _forget(desk, earlier)
    return await desk.work.questionnaire_drafts.add(chat, slug=slug, body=body, mistakes=mistakes)


async def found(desk: Desk, draft_id: int) -> QuestionnaireDraft:
    """A draft of the actor's own chat. Raises Stale if it was saved, dropped, or followed by another file."""
    if not targets(desk):
        raise Forbidden
    draft = await desk.work.questionnaire_drafts.get(draft_id)
    if draft is None or draft.chat_id != desk.actor.chat_id:
        raise Stale("questionnaires-draft-gone")
    return draft


async def card(desk: Desk, draft_id: int, place: int | None = None) -> Draft:
    """A draft as it would be saved for a place: the only one possible unless told, none yet if there are several."""
    kept = await found(desk, draft_id)
    if not kept.body:
        raise Stale("questionnaires-draft-gone")
    possible = targets(desk)
    chosen = possible[0] if place is None and len(possible) == 1 else place
    definition = named(kept.body, kept.name, 1)
    prospect = None if chosen is None else await _prospect(desk, kept, chosen)
    return Draft(kept, definition, possible, prospect)


async def try_out(desk: Desk, draft_id: int, *, as_child: bool) -> Show:
    """Begin a trial of the draft."""
    seen = await card(desk, draft_id)
    back = press("questionnaires.draft", draft_id)
    return await dialogue.try_out(desk, seen.definition, as_child=as_child, back=back)


async def save(desk: Desk, draft_id: int, place: int, version: int) -> OwnQuestionnaire:
    """Keep the draft as that version of the place's questionnaire; from now on it may be put before people.

    What was answered before stays as it is: earlier versions are never touched. Raises Stale if somebody else was
    quicker, or nothing has changed."""
    seen = await card(desk, draft_id, place)
    prospect = seen.prospect
    if prospect is None or prospect.same or prospect.version != version:
        raise Stale("questionnaires-changed-meanwhile")
    made = named(seen.kept.body, own_name(place, seen.kept.slug), version)
    title = {"ru": made.title.ru, "en": made.title.en}
    store = desk.work.own_questionnaires
    if prospect.current is None:
        own = await store.add(made.id, title, organisation_id=place or None, created_by=desk.actor.person_id)
    else:
        own = await store.advance(prospect.current, title)
    if own is None:
        raise Stale("questionnaires-changed-meanwhile")
    await desk.work.definitions.archive(made)
    await _forget(desk, seen.kept)
    return own


async def drop(desk: Desk, draft_id: int) -> None:
    """Forget the draft."""
    await _forget(desk, await found(desk, draft_id))


async def _prospect(desk: Desk, kept: QuestionnaireDraft, place: int) -> Prospect:
    if place not in targets(desk):
        raise Forbidden
    ensure(desk.actor, Action.EDIT_QUESTIONNAIRES, Scope(organisation_id=place or None))
    current = await desk.work.own_questionnaires.named(own_name(place, kept.slug))
    if current is None:
        return Prospect(place, None, None)
    before = await catalogue.find(desk, current.name, current.version)
    return Prospect(place, current, changes(before, kept.body))


async def _forget(desk: Desk, draft: QuestionnaireDraft) -> None:
    """With the trial of it that may be under way."""
    chat = draft.chat_id
    for trial in await desk.work.responses.waiting(chat, "trial"):
        if trial.definition == draft.name:
            if trial.state is RecordState.OPEN:
                await desk.work.responses.activate(chat, None)
            await desk.work.responses.erase(trial.id)
    await desk.work.questionnaire_drafts.drop(draft.id)


def check_sources(desk: Desk, definition: Definition) -> None:
    """Raise Invalid if a question takes its options from a list that the programme has not (column `bot_from`)."""
    known = desk.programme.sources()
    unknown = [each.source for each in definition.questions if each.source is not None and each.source not in known]
    if unknown:
        raise Invalid("questionnaires-source-unknown", name=unknown[0], known=", ".join(sorted(known)))


async def names(desk: Desk, among: tuple[int, ...]) -> dict[int, str]:
    """What the organisations among these places are called."""
    found = await desk.work.organisations.many(place for place in among if place != MUNICIPALITY)
    return {each.id: each.name for each in found.values()}
