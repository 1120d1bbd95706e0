"""The board of honour: who is on it at this moment, with a consent to publishing that holds at this very moment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mentoring.access import Action, Scope, ensure, everywhere, places
from mentoring.awards import Given
from mentoring.errors import Forbidden
from mentoring.people import Organisation, Person
from programmes.awards import Award
from programmes.terms import school_year_of
from reports.thanks_data import BoardPage, Honoured
from services import naming
from services.desk import Desk

PAGE = 8


@dataclass(frozen=True, slots=True)
class Seen:
    """Who is on the board of the actor's organisations (of all, for the coordinator), by name, and what for.

    `staff`: ids of the organisations whose awards the actor sees and may go to; 0 for all together.
    """

    organisations: tuple[Organisation, ...]
    school_year: int
    people: tuple[tuple[Person, tuple[Award, ...]], ...]
    staff: tuple[int, ...]

    def page(self, desk: Desk) -> BoardPage:
        """As a page, in the actor's language."""
        language = desk.actor.language
        place = self.organisations[0].name if len(self.organisations) == 1 else desk.programme.title.text(language)
        return BoardPage(place, self.school_year, honoured(self.people, language))


def honoured(people: Iterable[tuple[Person, tuple[Award, ...]]], language: str) -> tuple[Honoured, ...]:
    """Names and what for, in one language."""
    return tuple(Honoured(one.name, tuple(each.name.text(language) for each in given)) for one, given in people)


async def seen(desk: Desk) -> Seen:
    """For everybody with a role. Raises Forbidden for others."""
    ensure(desk.actor, Action.SEE_BOARD, Scope(person_id=desk.actor.person_id))
    if not desk.actor.roles:
        raise Forbidden
    year = school_year_of(desk.today())
    given = await desk.work.awards.of_year(None, year)
    if everywhere(desk.actor, Action.SEE_AWARDS):
        return Seen((), year, await published(desk, given), (0,))
    mine = tuple(dict.fromkeys(one.organisation_id for one in desk.actor.approved if one.organisation_id is not None))
    known = await desk.work.organisations.many(mine)
    here = [one for one in given if one.organisation_id in known]
    return Seen(tuple(known.values()), year, await published(desk, here), places(desk.actor, Action.SEE_AWARDS))


async def published(desk: Desk, given: Iterable[Given]) -> tuple[tuple[Person, tuple[Award, ...]], ...]:
    """Those of them who stand on the board and whose name may be shown now, by name."""
    known = {each.id: each for each in desk.programme.awards}
    what: dict[int, list[Award]] = {}
    for one in given:
        if one.on_board and one.award in known and known[one.award] not in what.setdefault(one.person_id, []):
            what[one.person_id].append(known[one.award])
    people = await desk.work.people.many(what)
    named = await naming.published(desk, people.values())
    shown = ((person, tuple(what[person.id])) for person in people.values() if what[person.id] and person.id in named)
    return tuple(sorted(shown, key=lambda each: (each[0].name.casefold(), each[0].id)))
