"""What results are made of: how many were asked and answered, and the counts of what they answered.

Numbers come from `answer_counts`, which whoever finishes a response keeps; answers themselves are read by
`storage.open_answers` and `storage.exports` only. An anonymous response counts as asked by the row that has its person;
the detached row without a person holds answers alone.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, and_, distinct, func, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.participation import Rate
from storage.response_rows import UNFINISHED_STATES
from storage.tables import answer_counts, answers, campaigns, definitions, responses
from surveys.counting import ANSWERED, WHOLE
from surveys.path import Value
from surveys.record import RecordState

_FINISHED = RecordState.FINISHED.value
_OVER = (_FINISHED, RecordState.UNANSWERED.value)
Place = tuple[int, str]
"""A question as it was asked: the version and its id."""


class By(StrEnum):
    """What results are broken down by; the values are the columns."""

    ORGANISATION = "organisation_id"
    CAMPAIGN = "campaign_id"
    FORM = "form"
    ROLE = "role"


@dataclass(frozen=True, slots=True)
class Among:
    """Whose answers: of these organisations (None: all), one campaign, one form, one role; None: whichever."""

    organisations: frozenset[int] | None = None
    campaign_id: int | None = None
    form: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """The finest group that answers are counted in; 0 and '' where there is none."""

    organisation_id: int
    campaign_id: int
    form: str
    role: str


@dataclass(frozen=True, slots=True)
class People:
    """Finished responses of a group and how many people stand behind them; a nameless answer is somebody by itself."""

    responses: int
    people: int


@dataclass(frozen=True, slots=True)
class Archived:
    """A version of a questionnaire in the archive, by the row's id: short enough for a button, and never another."""

    id: int
    name: str
    version: int


@dataclass(frozen=True, slots=True)
class Campaigned:
    """A campaign as results see it. `organisation_id` None: all; `questionnaire` None: each form has its own."""

    id: int
    organisation_id: int | None
    questionnaire: str | None


@dataclass(frozen=True, slots=True)
class Counts:
    """What was counted of one questionnaire: by version how many finished, and of each question value → how often."""

    finished: Mapping[int, int] = field(default_factory=dict)
    questions: Mapping[Place, Mapping[str, int]] = field(default_factory=dict)


class Results:
    """Numbers of questionnaires over organisations; forms and trials are never among them."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    # --- which questionnaires -----------------------------------------------------------------------------------------

    async def archived(self, archive_id: int) -> Archived | None:
        """The archived version with that id."""
        found = await self._archived(definitions.c.id == archive_id)
        return found[0] if found else None

    async def newest(self, names: Collection[str]) -> dict[str, Archived]:
        """By name: the newest version that was ever asked."""
        found = await self._archived(definitions.c.name.in_(names))
        return {each.name: each for each in found}

    async def versions(self, name: str) -> tuple[Archived, ...]:
        """Every version that was ever asked, the oldest first."""
        return await self._archived(definitions.c.name == name)

    async def _archived(self, which: ColumnElement[bool]) -> tuple[Archived, ...]:
        rows = await self._connection.execute(
            select(definitions.c.id, definitions.c.name, definitions.c.version)
            .where(which)
            .order_by(definitions.c.name, definitions.c.version)
        )
        return tuple(Archived(row.id, row.name, row.version) for row in rows)

    # --- how many were asked ------------------------------------------------------------------------------------------

    async def rates(self, among: Among, names: Collection[str] | None = None) -> dict[str, Rate]:
        """By questionnaire: how many were asked and answered. Withdrawn ones are left out: nobody could answer them.

        `names` None: every questionnaire that was asked. Form and role of `among` must be None.
        """
        where = _asked_of(among, names)
        over = await self._connection.execute(
            select(responses.c.definition, responses.c.state, func.count().label("many"))
            .where(where, responses.c.state.in_(_OVER))
            .group_by(responses.c.definition, responses.c.state)
        )
        found: dict[str, list[int]] = {}
        for row in over:
            _add(found, row.definition, row.many, row.many if row.state == _FINISHED else 0)
        unfinished = await self._connection.execute(
            select(responses.c.definition, func.count().label("many"))
            .where(where, responses.c.state.in_(UNFINISHED_STATES), responses.c.kind == "survey")
            .group_by(responses.c.definition)
        )
        for row in unfinished:
            _add(found, row.definition, row.many, 0)
        for name, (detached, bare) in (await self._nameless(where)).items():
            _add(found, name, -detached, -bare)
        # Detached answers stay when people are erased.
        rates = {name: Rate(max(asked, answered), answered) for name, (asked, answered) in sorted(found.items())}
        return {name: rate for name, rate in rates.items() if rate.asked}

    async def _nameless(self, where: ColumnElement[bool]) -> dict[str, tuple[int, int]]:
        """By questionnaire: answers that have nobody's name, and rows that say who gave one; only the latter were
        asked, only the former are answers. Where few have answered, no row says who (`services.anonymity`)."""
        detached = responses.c.person_id.is_(None)
        bare = responses.c.person_id.is_not(None) & responses.c.finished_at.is_(None)
        rows = await self._connection.execute(
            select(
                responses.c.definition,
                func.count().filter(detached).label("detached"),
                func.count().filter(bare).label("bare"),
            )
            .where(where, responses.c.anonymous, responses.c.state == _FINISHED)
            .group_by(responses.c.definition)
        )
        return {row.definition: (row.detached, row.bare) for row in rows}

    # --- what was answered --------------------------------------------------------------------------------------------

    async def counted(self, among: Among) -> dict[str, int]:
        """By questionnaire: how many finished responses are counted."""
        rows = await self._connection.execute(
            select(answer_counts.c.definition, func.sum(answer_counts.c.count).label("many"))
            .where(_counted_of(among), answer_counts.c.question == WHOLE)
            .group_by(answer_counts.c.definition)
        )
        return {row.definition: row.many for row in rows if row.many}

    async def counts(self, name: str, among: Among) -> Counts:
        """Everything counted of one questionnaire, its versions apart."""
        rows = await self._connection.execute(
            select(*_WHAT, func.sum(answer_counts.c.count).label("many"))
            .where(answer_counts.c.definition == name, _counted_of(among))
            .group_by(*_WHAT)
        )
        return _counts(rows)

    async def counts_by(
        self, name: str, among: Among, by: By, places: Collection[Place] | None = None
    ) -> dict[str | int, Counts]:
        """The same for every value of one dimension; `places` None: of all questions, else of these."""
        column = answer_counts.c[by.value]
        query = (
            select(column.label("part"), *_WHAT, func.sum(answer_counts.c.count).label("many"))
            .where(answer_counts.c.definition == name, _counted_of(among))
            .group_by(column, *_WHAT)
        )
        if places is not None:
            query = query.where(answer_counts.c.question.in_({WHOLE, *(question for _, question in places)}))
        parts: dict[str | int, list[Any]] = {}
        for row in await self._connection.execute(query):
            parts.setdefault(row.part, []).append(row)
        return {part: _counts(rows) for part, rows in parts.items()}

    async def groups(self, name: str) -> dict[tuple[int, str], dict[Group, int]]:
        """By question (as it was asked; `WHOLE` for responses): how many answered it, in each of the finest groups."""
        rows = await self._connection.execute(
            select(
                *_GROUP, answer_counts.c.version, answer_counts.c.question, answer_counts.c.count.label("many")
            ).where(answer_counts.c.definition == name, answer_counts.c.value == ANSWERED)
        )
        found: dict[Place, dict[Group, int]] = {}
        for row in rows:
            if row.many:
                found.setdefault((row.version, row.question), {})[_group(row)] = row.many
        return found

    async def people(self, name: str) -> dict[int, dict[Group, People]]:
        """By version: who stands behind the finished responses of each of the finest groups."""
        columns = [responses.c[each.name] for each in _GROUP]
        rows = await self._connection.execute(
            select(responses.c.version, *columns, func.count().label("many"), _PEOPLE)
            .where(responses.c.definition == name, _IS_FINISHED, _SHOWN)
            .group_by(responses.c.version, *columns)
        )
        found: dict[int, dict[Group, People]] = {}
        for row in rows:
            group = Group(row.organisation_id or 0, row.campaign_id or 0, row.form or "", row.role or "")
            found.setdefault(row.version, {})[group] = People(row.many, row.people)
        return found

    async def behind(self, name: str, among: Among, by: By | None = None) -> dict[str | int, int]:
        """How many different people stand behind the finished responses, by part; without `by` under ''."""
        part = literal("") if by is None else func.coalesce(responses.c[by.value], 0 if by in _IDS else "")
        where = and_(responses.c.definition == name, _IS_FINISHED, _SHOWN, *_narrowed(among, responses.c))
        query = select(part.label("part"), _PEOPLE).where(where)
        rows = await self._connection.execute(query if by is None else query.group_by(part))
        return {row.part: row.people for row in rows}

    async def campaign(self, campaign_id: int) -> Campaigned | None:
        """Whose a campaign is and what it asks."""
        rows = await self._connection.execute(
            select(campaigns.c.organisation_id, campaigns.c.questionnaire).where(campaigns.c.id == campaign_id)
        )
        row = rows.one_or_none()
        return Campaigned(campaign_id, row.organisation_id, row.questionnaire) if row else None

    async def secrets(self, name: str, among: Among, places: Collection[Place], limit: int) -> dict[Place, list[Value]]:
        """The answers to sensitive questions, the newest `limit` of each; they are counted nowhere."""
        found: dict[Place, list[Value]] = {}
        for version, question in places:
            rows = await self._connection.execute(
                select(answers.c.value, answers.c.secret)
                .join(responses, responses.c.id == answers.c.response_id)
                .where(
                    finished_of(name, among),
                    responses.c.version == version,
                    answers.c.question == question,
                    answers.c.on_path,
                )
                .order_by(responses.c.id.desc())
                .limit(limit)
            )
            found[version, question] = [plain(row) for row in rows]
        return found


_WHAT = (answer_counts.c.version, answer_counts.c.question, answer_counts.c.value)
_GROUP = tuple(answer_counts.c[each.value] for each in By)
_IS_FINISHED = responses.c.state == literal(_FINISHED, literal_execute=True)
"""Written out, or SQLite would not see that the partial index has it all."""
_IDS = frozenset({By.ORGANISATION, By.CAMPAIGN})
_PEOPLE = (func.count(distinct(responses.c.person_id)) + func.count() - func.count(responses.c.person_id)).label(
    "people"
)
"""Different people; whoever answered namelessly is somebody by each answer."""
_SHOWN = ~and_(responses.c.anonymous, responses.c.person_id.is_not(None))
"""Not the answers that are still to be detached."""


def finished_of(name: str, among: Among) -> ColumnElement[bool]:
    """Finished responses to a questionnaire whose answers may be read: of anonymous ones those that name nobody."""
    return and_(
        responses.c.definition == name,
        responses.c.state == _FINISHED,
        responses.c.kind == "survey",
        _SHOWN,
        *_narrowed(among, responses.c),
    )


def plain(row: Any) -> Value:
    """The answer in a row with `value` and `secret`."""
    found: Value = row.value if row.secret is None else json.loads(row.secret)
    return found


def _asked_of(among: Among, names: Collection[str] | None) -> ColumnElement[bool]:
    chosen = [] if names is None else [responses.c.definition.in_(names)]
    return and_(True, *chosen, *_narrowed(among, responses.c))


def _counted_of(among: Among) -> ColumnElement[bool]:
    return and_(True, *_narrowed(among, answer_counts.c))


def _narrowed(among: Among, columns: Any) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if among.organisations is not None:
        found.append(columns.organisation_id.in_(among.organisations))
    if among.campaign_id is not None:
        found.append(columns.campaign_id == among.campaign_id)
    if among.form is not None:
        found.append(columns.form == among.form)
    if among.role is not None:
        found.append(columns.role == among.role)
    return found


def _counts(rows: Iterable[Any]) -> Counts:
    finished: dict[int, int] = {}
    questions: dict[Place, dict[str, int]] = {}
    for row in rows:
        if not row.many:
            continue
        if row.question == WHOLE:
            finished[row.version] = int(row.many)
        else:
            questions.setdefault((row.version, row.question), {})[row.value] = int(row.many)
    return Counts(finished, questions)


def _group(row: Any) -> Group:
    return Group(row.organisation_id, row.campaign_id, row.form, row.role)


def _add(found: dict[str, list[int]], name: str, asked: int, answered: int) -> None:
    so_far = found.setdefault(name, [0, 0])
    so_far[0] += asked
    so_far[1] += answered
