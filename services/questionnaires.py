"""Questionnaires to choose from: an organisation's own, the municipality's, and the bundled ones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from mentoring.access import Action, Scope, allowed, ensure, everywhere
from mentoring.errors import Forbidden, NotFound, Stale
from mentoring.pages import pages_of
from messaging.replies import Show, press
from services import catalogue, dialogue
from services.desk import Desk
from services.questionnaires_drafts import MUNICIPALITY, targets
from storage.own_questionnaires import OwnQuestionnaire
from storage.questionnaire_drafts import is_draft
from surveys.definition import Definition

PAGE = 8
_LAST_PAGE = 10_000
_NAME = re.compile(r"[a-z][a-z0-9-]{0,63}")
_LAST_VERSION = 2**31 - 1
"""The largest that the database can look for; a forged one may be larger."""


class Group(StrEnum):
    """Bundled questionnaires, by when they are asked."""

    ENTRY = "entry"
    INTERIM = "interim"
    EXIT = "exit"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Page:
    """One page of somebody's own questionnaires."""

    page: int
    pages: int
    total: int
    items: tuple[OwnQuestionnaire, ...]


@dataclass(frozen=True, slots=True)
class Bundled:
    """One page of a group of bundled questionnaires."""

    group: Group
    page: int
    pages: int
    items: tuple[Definition, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A questionnaire in its newest version. `own` None: a bundled one; `editable`: the actor looks after it."""

    own: OwnQuestionnaire | None
    definition: Definition
    editable: bool


async def listed(desk: Desk, page: int = 0) -> Page:
    """Own questionnaires of the actor's organisations and of the municipality; a page past the end is the last one."""
    places = _places(desk)
    organisations = [place for place in places if place != MUNICIPALITY]
    store = desk.work.own_questionnaires
    page = min(max(page, 0), _LAST_PAGE)
    found, total = await store.page(organisations, municipal=True, offset=page * PAGE, limit=PAGE)
    if not found and page:
        page = max(0, -(-total // PAGE) - 1)
        found, total = await store.page(organisations, municipal=True, offset=page * PAGE, limit=PAGE)
    return Page(page, pages_of(total, PAGE), total, found)


def bundled(desk: Desk, group: Group, page: int = 0) -> Bundled:
    """A page of the bundled questionnaires of a group, each in its newest version."""
    _places(desk)
    found = [each for each in _newest(desk.house.surveys.all()) if group_of(each) is group]
    pages = pages_of(len(found), PAGE)
    page = min(max(page, 0), pages - 1)
    return Bundled(group, page, pages, tuple(found[page * PAGE : (page + 1) * PAGE]))


async def card(desk: Desk, own_id: int) -> Card:
    """One of the actor's organisations' or the municipality's."""
    own = await _found(desk, own_id)
    definition = await catalogue.find(desk, own.name, own.version)
    scope = Scope(organisation_id=own.organisation_id)
    return Card(own, definition, allowed(desk.actor, Action.EDIT_QUESTIONNAIRES, scope))


async def bundled_card(desk: Desk, name: str) -> Card:
    """A bundled one."""
    return Card(None, await readable(desk, name), False)


async def set_archived(desk: Desk, own_id: int, *, archived: bool) -> Card:
    """Take it off the list, so that it is put before nobody any more, or bring it back. Who answers it, goes on."""
    own = await _found(desk, own_id)
    ensure(desk.actor, Action.EDIT_QUESTIONNAIRES, Scope(organisation_id=own.organisation_id))
    if not await desk.work.own_questionnaires.archive(own_id, archived=archived):
        raise Stale
    return await card(desk, own_id)


async def try_out(desk: Desk, name: str, *, as_child: bool) -> Show:
    """Begin a trial of a questionnaire the actor may read."""
    definition = await readable(desk, name)
    own = await desk.work.own_questionnaires.named(name)
    back = press("questionnaires.open", own.id) if own else press("questionnaires.bundled_open", name)
    return await dialogue.try_out(desk, definition, as_child=as_child, back=back)


async def readable(desk: Desk, name: str, version: int | None = None) -> Definition:
    """A questionnaire by its definition's id, if the actor may read it: bundled, the municipality's, their own.

    Raises NotFound for what is none, Forbidden for another organisation's."""
    _places(desk)
    if not _NAME.fullmatch(name) or (version is not None and not 0 < version <= _LAST_VERSION):
        raise NotFound("catalogue-unknown")
    definition = await catalogue.find(desk, name, version)
    if definition.kind != "survey":
        raise NotFound("catalogue-unknown")
    if any(each.id == name for each in desk.house.surveys.all()):
        return definition
    own = await desk.work.own_questionnaires.named(name)
    if own is None:
        raise NotFound("catalogue-unknown")
    _check(desk, own)
    return definition


async def ensure_known(desk: Desk, name: str, organisation_id: int | None) -> None:
    """What may be told of a questionnaire's questions where its results in an organisation are looked at.

    Raises Forbidden for another organisation's own one, NotFound for a file that was never saved."""
    if any(each.id == name for each in desk.house.surveys.all()):
        return
    own = await desk.work.own_questionnaires.named(name)
    if own is None and is_draft(name):
        raise NotFound("catalogue-unknown")
    foreign = own is not None and own.organisation_id not in (None, organisation_id)
    if foreign and not everywhere(desk.actor, Action.SEE_RESULTS):
        raise Forbidden


def _places(desk: Desk) -> Sequence[int]:
    found = targets(desk)
    if not found:
        raise Forbidden
    return found


async def _found(desk: Desk, own_id: int) -> OwnQuestionnaire:
    _places(desk)
    own = await desk.work.own_questionnaires.get(own_id)
    if own is None:
        raise NotFound("catalogue-unknown")
    _check(desk, own)
    return own


def _check(desk: Desk, own: OwnQuestionnaire) -> None:
    """The municipality's are for everybody who may have their own."""
    if own.organisation_id is not None:
        ensure(desk.actor, Action.EDIT_QUESTIONNAIRES, Scope(organisation_id=own.organisation_id))


def _newest(definitions: Sequence[Definition]) -> list[Definition]:
    return list({each.id: each for each in definitions if each.kind == "survey"}.values())


def group_of(definition: Definition) -> Group:
    return Group(definition.audience.stage) if definition.audience.stage else Group.OTHER
