"""The questions of a questionnaire over all its versions: what is the same is counted together, what differs apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from mentoring.errors import NotFound
from services import catalogue
from services.desk import Desk
from storage.results import Archived, Counts, Place
from surveys.counting import ANSWERED
from surveys.definition import Definition, Kind, Option, Question
from surveys.items import same_item
from surveys.tally import QuestionTally, tally

SHOWN: frozenset[Kind] = frozenset({"single", "multi", "pick", "scale", "number", "text", "date", "time"})
"""Kinds whose answers are results; the others hold a consent, a contact or a file, or are no question."""
WORDS: frozenset[Kind] = frozenset({"text", "date", "time"})
"""Kinds whose answers are read one by one."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A question by an archived version and its place in it: short enough for a button, and never another question."""

    archive: int
    index: int

    @property
    def code(self) -> str:
        return f"{self.archive}.{self.index}"


@dataclass(frozen=True, slots=True)
class Item:
    """One question in all versions in which it is the same; `places`: version and id in each.

    `apart`: another version asks something else under this id, so the versions are told with it.
    """

    ref: Ref
    question: Question
    places: tuple[Place, ...]
    apart: bool = False

    @property
    def versions(self) -> tuple[int, ...]:
        return tuple(sorted({version for version, _ in self.places}))

    @property
    def in_words(self) -> bool:
        """Whether its answers are read one by one."""
        return self.question.kind in WORDS


@dataclass(frozen=True, slots=True)
class Known:
    """A questionnaire with every version that was asked; `definition` is the newest of them."""

    definition: Definition
    versions: Mapping[int, Definition]
    items: tuple[Item, ...]

    @property
    def anonymous(self) -> bool:
        """Whether anybody answered it, or will, without a name."""
        return any(each.anonymous for each in self.versions.values())

    def item(self, ref: Ref) -> Item:
        """The item that the question belongs to. Raises NotFound."""
        for each in self.items:
            if each.ref == ref:
                return each
        raise NotFound


async def known(desk: Desk, name: str) -> Known:
    """A questionnaire by its id. Raises NotFound where it was never asked."""
    versions: dict[int, Definition] = {}
    archived: dict[int, Archived] = {}
    for each in await desk.work.results.versions(name):
        try:
            versions[each.version] = await catalogue.find(desk, name, each.version)
        except NotFound:
            continue
        archived[each.version] = each
    if not versions:
        raise NotFound("results-unknown")
    return Known(versions[max(versions)], versions, _items(versions, archived))


def _items(versions: Mapping[int, Definition], archived: Mapping[int, Archived]) -> tuple[Item, ...]:
    """The newest version's questions in its order, then those that only older ones ask."""
    found: list[Item] = []
    for version in sorted(versions, reverse=True):
        for index, question in enumerate(versions[version].questions):
            if question.kind not in SHOWN:
                continue
            at = next((number for number, item in enumerate(found) if _same(item.question, question)), None)
            if at is None:
                found.append(Item(Ref(archived[version].id, index), question, ((version, question.id),)))
            else:
                found[at] = replace(found[at], places=(*found[at].places, (version, question.id)))
    ids = [item.question.id for item in found]
    return tuple(replace(item, apart=ids.count(item.question.id) > 1) for item in found)


def _same(one: Question, other: Question) -> bool:
    return one.id == other.id and one.sensitive == other.sensitive and same_item(one, other)


def tallied(desk: Desk, item: Item, counts: Counts) -> QuestionTally:
    """The numbers of an item out of what was counted."""
    together: dict[str, int] = {}
    for place in item.places:
        for value, many in counts.questions.get(place, {}).items():
            together[value] = together.get(value, 0) + many
    finished = sum(counts.finished.get(version, 0) for version in item.versions)
    return tally(item.question, together, finished, options(desk, item.question))


def tallied_alone(desk: Desk, item: Item, values: Iterable[object], finished: int) -> QuestionTally:
    """The same out of the answers themselves, for what is counted nowhere."""
    together: dict[str, int] = {ANSWERED: 0}
    for value in values:
        together[ANSWERED] += 1
        for one in value if isinstance(value, list) else [value]:
            together[str(one)] = together.get(str(one), 0) + 1
    return tally(item.question, together, finished, options(desk, item.question))


def options(desk: Desk, question: Question) -> tuple[Option, ...]:
    """The options of a question's named source, as the programme has them."""
    if question.source is None:
        return ()
    return tuple(desk.programme.sources().get(question.source, ()))
