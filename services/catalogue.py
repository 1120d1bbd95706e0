"""Every questionnaire there is: the bundled ones, old versions in the archive, and those that people sent in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from mentoring.errors import NotFound
from mentoring.roles import Role
from services.desk import Desk
from surveys.definition import Definition
from surveys.load import from_body

TRAINING = "sample"
"""The questionnaire of the training school: nobody else is asked it."""
_ASKED = frozenset({None, Role.MENTOR.value, Role.MENTEE.value})


@dataclass(frozen=True, slots=True)
class Offered:
    """A questionnaire that may be put before people. `id`: how buttons call it; `own`: somebody sent it in."""

    id: str
    definition: Definition
    own: bool


async def find(desk: Desk, name: str, version: int | None = None) -> Definition:
    """A questionnaire or form as it stands in that version, by default the newest. Raises NotFound."""
    try:
        return desk.house.surveys.get(name, version)
    except KeyError:
        pass
    if version is None:
        own = await desk.work.own_questionnaires.named(name)
        if own is None:
            raise NotFound("catalogue-unknown")
        version = own.version
    body = await desk.work.definitions.body(name, version)
    if body is None:
        raise NotFound("catalogue-unknown")
    return _read(body)


async def offered(desk: Desk, organisation_id: int | None) -> tuple[Offered, ...]:
    """What a campaign may ask people of an organisation (None: of every one): their own first, then the bundled.

    Left out are the questionnaires of a stage and of a meeting, which ask by themselves, and what staff fill in.
    """
    own = await desk.work.own_questionnaires.available(organisation_id)
    sent_in = [Offered(f"own.{one.id}", await find(desk, one.name, one.version), True) for one in own]
    apart = {TRAINING, desk.programme.questionnaires.feedback}
    bundled = [
        Offered(one.id, one, False)
        for one in desk.house.surveys.all()
        if one.kind == "survey"
        and one.id not in apart
        and one.audience.stage is None
        and one.audience.role in _ASKED
        and desk.house.surveys.get(one.id).version == one.version
    ]
    return (*sent_in, *bundled)


async def several(desk: Desk, wanted: Iterable[tuple[str, int]]) -> dict[tuple[str, int], Definition]:
    """Those versions that can be found, each read once."""
    found: dict[tuple[str, int], Definition] = {}
    for name, version in set(wanted):
        try:
            found[name, version] = await find(desk, name, version)
        except NotFound:
            continue
    return found


@lru_cache(maxsize=256)
def _read(body: str) -> Definition:
    """A body never changes under its version, so it is read once."""
    return from_body(body)
