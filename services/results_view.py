"""Whose results somebody looks at, with which eyes, and how that travels in a button.

A curator and a psychologist see their own organisation, a head its numbers, a coordinator every organisation in numbers
alone (docs/results.md#access).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

from mentoring.access import Action, Scope, allowed, ensure, everywhere, places
from mentoring.errors import Forbidden, NotFound
from mentoring.mentorships import Form
from mentoring.people import Organisation
from mentoring.roles import Role
from mentoring.satisfaction import SMALL_GROUP
from services import allowed_places
from services.desk import Desk
from storage.results import Among

EVERY = 0
"""In a button: every organisation, every campaign, every form, every role."""
_FORMS, _ROLES = tuple(Form), tuple(Role)
_DIGITS = 12


@dataclass(frozen=True, slots=True)
class View:
    """What results are looked at: a questionnaire by the id of an archived version, and what it is narrowed to.

    `archive` 0: no questionnaire yet, the list of them. None: every organisation, campaign, form or role.
    """

    archive: int
    organisation_id: int | None = None
    campaign_id: int | None = None
    form: Form | None = None
    role: Role | None = None
    page: int = 0

    @property
    def code(self) -> str:
        """As it stands in a button."""
        form = EVERY if self.form is None else _FORMS.index(self.form) + 1
        role = EVERY if self.role is None else _ROLES.index(self.role) + 1
        parts = (self.archive, self.organisation_id or EVERY, self.campaign_id or EVERY, form, role, self.page)
        return ".".join(map(str, parts))

    @classmethod
    def read(cls, code: str) -> Self:
        """Out of a button; ValueError for anything forged."""
        archive, organisation, campaign, form, role, page = numbers(code, 6)
        if form > len(_FORMS) or role > len(_ROLES):
            raise ValueError(code)
        return cls(
            archive,
            organisation or None,
            campaign or None,
            _FORMS[form - 1] if form else None,
            _ROLES[role - 1] if role else None,
            page,
        )

    @property
    def among(self) -> Among:
        return Among(
            None if self.organisation_id is None else frozenset({self.organisation_id}),
            self.campaign_id,
            self.form.value if self.form else None,
            self.role.value if self.role else None,
        )

    @property
    def narrowed(self) -> bool:
        """Whether it shows a part by form or role."""
        return self.form is not None or self.role is not None

    def at(self, page: int) -> Self:
        return replace(self, page=page)


@dataclass(frozen=True, slots=True)
class Sight:
    """With which eyes. `organisation` None: all of them. `fewest`: people who must stand behind a mean.

    opens: open answers are for them; secrets: answers to sensitive questions, too; exports: every response as a row.
    """

    organisation: Organisation | None
    fewest: int
    opens: bool
    secrets: bool
    exports: bool
    many: bool


def numbers(code: str, many: int) -> tuple[int, ...]:
    """So many whole numbers with dots between them; ValueError for anything else."""
    parts = code.split(".")
    if len(parts) != many or not all(part.isascii() and part.isdecimal() and len(part) <= _DIGITS for part in parts):
        raise ValueError(code)
    return tuple(map(int, parts))


async def choices(desk: Desk) -> tuple[Organisation, ...]:
    """The organisations whose results the actor may see, by name. Raises Forbidden for nobody's."""
    return await allowed_places.anywhere(desk, Action.SEE_RESULTS)


async def sight(desk: Desk, organisation_id: int | None) -> Sight:
    """What the actor sees of an organisation, or of all together. Raises Forbidden and NotFound."""
    scope = Scope(organisation_id=organisation_id)
    ensure(desk.actor, Action.SEE_RESULTS, scope)
    organisation = None
    if organisation_id is not None:
        organisation = await desk.work.organisations.get(organisation_id)
        if organisation is None:
            raise NotFound
    own = organisation_id in places(desk.actor, Action.SEE_RESULTS)
    return Sight(
        organisation,
        fewest=1 if own else SMALL_GROUP,
        opens=own and allowed(desk.actor, Action.SEE_OPEN_ANSWERS, scope),
        secrets=own and allowed(desk.actor, Action.SEE_SENSITIVE, scope),
        exports=own and allowed(desk.actor, Action.EXPORT_RESPONSES, scope),
        many=everywhere(desk.actor, Action.SEE_RESULTS),
    )


async def of_campaign(desk: Desk, campaign_id: int) -> View:
    """The results of a campaign as far as the actor may see them. Raises NotFound and Forbidden.

    One that reached every organisation is shown to a curator for their own organisation alone.
    """
    campaign = await desk.work.results.campaign(campaign_id)
    if campaign is None:
        raise NotFound
    organisation_id = campaign.organisation_id
    if organisation_id is None and not everywhere(desk.actor, Action.SEE_RESULTS):
        own = places(desk.actor, Action.SEE_RESULTS)
        if not own:
            raise Forbidden
        organisation_id = own[0]
    await sight(desk, organisation_id)
    archive = EVERY
    if campaign.questionnaire is not None:
        newest = await desk.work.results.newest([campaign.questionnaire])
        archive = newest[campaign.questionnaire].id if campaign.questionnaire in newest else EVERY
    return View(archive, organisation_id, campaign_id)
