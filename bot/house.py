"""What the process knows all along, read once at the start: programme, definitions, consent texts."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from programmes.load import load_programme
from programmes.programme import SOURCES, Programme
from services.desk import House
from services.ways import WAYS
from storage.definitions import ChangedDefinitionError
from storage.work import Work
from surveys.alarms import load_alarms
from surveys.consents import load_consents
from surveys.load import BUNDLED, Library, load


@cache
def library(consents: frozenset[str] | None = None) -> Library:
    """Every bundled definition, read once a process.

    Raises surveys.source.DefinitionErrors naming all that is wrong.
    """
    known = consents if consents is not None else load_consents(BUNDLED / "consents").references
    return load(BUNDLED, sources=SOURCES | WAYS.sources.keys(), consents=known)


def build(programme: str | Path, bot_name: str, *, school_year: int | None = None) -> House:
    """The house for a programme (a bundled name or a path), its dates moved to `school_year` if given.

    Raises surveys.source.DefinitionErrors for a broken programme, definition, consent text or alarm.
    """
    consents = load_consents(BUNDLED / "consents")
    surveys = library(consents.references)
    found: Programme = load_programme(str(programme), {one.id for one in surveys.all() if one.kind == "survey"})
    if school_year is not None:
        found = found.for_school_year(school_year)
    return House(found, surveys, consents, WAYS, bot_name, load_alarms(surveys))


async def hold_definitions(work: Work, house: House) -> None:
    """Raise ChangedDefinitionError for a definition whose body differs from what people answered under its version."""
    archived = await work.definitions.hashes()
    for (name, version), body in house.surveys.bodies.items():
        if archived.get((name, version), body.sha256) != body.sha256:
            raise ChangedDefinitionError(name, version)
