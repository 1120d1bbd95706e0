"""Who gets at campaigns, questionnaires and answers: every press by every role, with ids of their own and of others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

import pytest

from handlers import campaigns, change, observations, open_answers, paper_answers, questionnaires, results
from handlers.press import Press
from mentoring.access import Action, Scope, allowed, somewhere
from mentoring.campaigns import Audience, Campaign, CampaignState, Origin
from mentoring.people import Organisation, Person
from mentoring.roles import Role
from messaging.replies import Say, Show, Toast
from services.open_answers import Reading
from services.results_items import Ref
from services.results_view import View
from simulator.phones import Phone
from storage.tables import metadata
from surveys.load import from_body
from surveys.path import Value
from surveys.record import RecordState, Subject
from surveys.response import Draft
from tests.conversations.answering import answered
from tests.conversations.hearing import Hearing
from tests.conversations.pairs import active
from tests.conversations.world import Blank, World

ROUTERS = (campaigns, paper_answers, results, change, open_answers, observations, questionnaires)
REFUSED = frozenset(
    {
        "refusal-forbidden",
        "refusal-not-found",
        "catalogue-unknown",
        "results-unknown",
        "questionnaires-draft-gone",
        "dialogue-gone",
    }
)
STAFF = (Role.CURATOR, Role.PSYCHOLOGIST, Role.HEAD, Role.MENTOR, Role.MENTEE)
OWN = """{"survey": "own-%d-club", "version": 1, "title": {"ru": "Кружок %s", "en": "Club %s"}, "ask": [
    {"id": "mood", "kind": "scale", "min": 1, "max": 10, "text": {"ru": "Вопрос школы %s", "en": "Question %s"},
     "low": {"ru": "плохо", "en": "bad"}, "high": {"ru": "отлично", "en": "great"}},
    {"id": "why", "kind": "text", "optional": true, "max": 500, "text": {"ru": "Почему?", "en": "Why?"}}]}"""

LISTS: Mapping[str, tuple[str, Action]] = {
    "campaign.list": ("", Action.SEE_RESULTS),
    "campaign.page": (":open:0", Action.SEE_RESULTS),
    "campaign.more": ("", Action.SEE_RESULTS),
    "campaign.new": ("", Action.RUN_CAMPAIGN),
    "campaign.where": (":0", Action.RUN_CAMPAIGN),
    "results.open": ("", Action.SEE_RESULTS),
    "results.places": (":0", Action.SEE_RESULTS),
    "change.open": ("", Action.SEE_RESULTS),
    "change.places": (":0", Action.SEE_RESULTS),
    "observation.list": ("", Action.OBSERVE_OUTCOMES),
    "observation.where": (":0", Action.OBSERVE_OUTCOMES),
    "paper.list": ("", Action.ENTER_PAPER_ANSWERS),
    "paper.page": (":0", Action.ENTER_PAPER_ANSWERS),
    "questionnaires.list": ("", Action.EDIT_QUESTIONNAIRES),
    "questionnaires.page": (":0", Action.EDIT_QUESTIONNAIRES),
    "questionnaires.groups": ("", Action.EDIT_QUESTIONNAIRES),
    "questionnaires.bundled": (":other:0", Action.EDIT_QUESTIONNAIRES),
    "questionnaires.bundled_open": (":pulse", Action.EDIT_QUESTIONNAIRES),
    "questionnaires.example": ("", Action.EDIT_QUESTIONNAIRES),
}
"""Presses without an id: whoever has the action anywhere."""
OF_SCHOOL: Mapping[str, tuple[str, Action | None]] = {
    "campaign.new_in": (":{school}", Action.RUN_CAMPAIGN),
    "campaign.open": (":{campaign}", Action.SEE_RESULTS),
    "campaign.back": (":{campaign}", Action.SEE_RESULTS),
    "campaign.preview_adult": (":{campaign}", Action.RUN_CAMPAIGN),
    "campaign.preview_child": (":{campaign}", Action.RUN_CAMPAIGN),
    "campaign.unanswered": (":{campaign}", Action.SEE_UNANSWERED),
    "campaign.unanswered_page": (":{campaign}:1", Action.SEE_UNANSWERED),
    "campaign.paper": (":{campaign}", Action.ENTER_PAPER_ANSWERS),
    "campaign.paper_page": (":{campaign}:1", Action.ENTER_PAPER_ANSWERS),
    "campaign.places": (":{campaign}", None),
    "campaign.places_page": (":{campaign}:0", None),
    "results.in": (":{school}", Action.SEE_RESULTS),
    "results.list": (":{list}", Action.SEE_RESULTS),
    "results.campaign": (":{campaign}", Action.SEE_RESULTS),
    "results.view": (":{view}", Action.SEE_RESULTS),
    "results.filter": (":{view}", Action.SEE_RESULTS),
    "results.forms": (":{view}", Action.SEE_RESULTS),
    "results.among": (":{view}:0", Action.SEE_RESULTS),
    "results.item": (":{view}:{mood}", Action.SEE_RESULTS),
    "results.parts": (":{view}:{mood}:role", Action.SEE_RESULTS),
    "results.picture": (":{view}:{mood}", Action.SEE_RESULTS),
    "results.overview": (":{view}:0", Action.SEE_RESULTS),
    "results.export": (":{view}", Action.EXPORT_RESPONSES),
    "results.file": (":{view}:csv", Action.EXPORT_RESPONSES),
    "change.in": (":{school}", Action.SEE_RESULTS),
    "change.show": (":{school}.0.0", Action.SEE_RESULTS),
    "change.chart": (":{school}.0.0", Action.SEE_RESULTS),
    "change.forms": (":{school}.0.0", Action.SEE_RESULTS),
    "change.pair": (":{pair}", Action.SEE_CHANGE_OF_PAIR),
    "change.of": (":{pair}:{mentee}:0", Action.SEE_CHANGE_OF_PAIR),
    "answers.list": (":{view}:{why}", Action.SEE_OPEN_ANSWERS),
    "answers.page": (":{reading}", Action.SEE_OPEN_ANSWERS),
    "answers.only": (":{reading}:-", Action.SEE_OPEN_ANSWERS),
    "answers.one": (":{reading}:{answer}", Action.SEE_OPEN_ANSWERS),
    "answers.mark": (":{reading}:{answer}:s", Action.MARK_ANSWERS),
    "swot.open": (":{school}", Action.SEE_OPEN_ANSWERS),
    "swot.part": (":{school}:strength:0", Action.SEE_OPEN_ANSWERS),
    "observation.outcomes": (":{pair}", Action.OBSERVE_OUTCOMES),
    "observation.whose": (":{pair}:0", Action.OBSERVE_OUTCOMES),
    "observation.mentee": (":{pair}:{mentee}", Action.OBSERVE_OUTCOMES),
    "observation.enter": (":{pair}:{mentee}:outcomes-entry", Action.OBSERVE_OUTCOMES),
    "observation.compatibility": (":{pair}", Action.OBSERVE_COMPATIBILITY),
    "observation.programme": (":{school}", Action.OBSERVE_OUTCOMES),
    "observation.swot": (":{school}", Action.OBSERVE_OUTCOMES),
    "observation.evaluate": (":{school}:curator-criteria", Action.OBSERVE_OUTCOMES),
    "questionnaires.open": (":{own}", Action.EDIT_QUESTIONNAIRES),
    "questionnaires.try": (":{name}:0", Action.EDIT_QUESTIONNAIRES),
    "questionnaires.export": (":{name}:1", Action.EDIT_QUESTIONNAIRES),
    "questionnaires.archive": (":{own}", Action.EDIT_QUESTIONNAIRES),
    "questionnaires.restore": (":{own}", Action.EDIT_QUESTIONNAIRES),
    "paper.enter": (":{paper}", Action.ENTER_PAPER_ANSWERS),
    "campaign.launch": (":{prepared}", Action.RUN_CAMPAIGN),
    "campaign.call_off": (":{prepared}", Action.RUN_CAMPAIGN),
    "campaign.extend": (":{campaign}", Action.RUN_CAMPAIGN),
    "campaign.close": (":{campaign}", Action.RUN_CAMPAIGN),
    "campaign.close_now": (":{campaign}", Action.RUN_CAMPAIGN),
}
"""Presses about something of a school; None: of no use for a school's own. What changes most comes last."""
OF_DRAFT: Mapping[str, str] = {
    "questionnaires.draft": ":{draft}",
    "questionnaires.draft_for": ":{draft}:{school}",
    "questionnaires.whose": ":{draft}:0",
    "questionnaires.mistakes": ":{draft}:0",
    "questionnaires.try_draft": ":{draft}:0",
    "questionnaires.save": ":{draft}:{school}:1",
    "questionnaires.drop": ":{draft}",
}
"""About a file that somebody sent in: for that chat alone."""
OF_ONE = frozenset({"paper.of", "paper.meeting"})
"""A ward's and a meeting's papers: `test_paper_answers` has who may."""


@dataclass
class School:
    """A school with one of each role, a pair, a questionnaire of its own, answers to it, and a campaign that runs."""

    place: Organisation
    phones: Mapping[Role, Phone]
    people: Mapping[Role, Person]
    ids: Mapping[str, object]
    names: tuple[str, ...]
    wording: tuple[str, ...]
    said: str

    @property
    def secrets(self) -> tuple[str, ...]:
        """What nobody of another school may see."""
        return (*self.names, *self.wording, self.said)

    @classmethod
    async def open(cls, world: World, letter: str) -> School:
        """`letter` stands in everything that may be told of it."""
        world.maker = Blank()
        place = await world.organisation(f"Школа {letter}")
        phones, people = {}, {}
        for role in STAFF:
            phones[role], people[role] = await world.member(f"{role.value.title()}{letter} Анна Львовна", role, place)
        pair = await active(world, place, [people[Role.MENTOR]], [people[Role.MENTEE]])
        said = f"Слова школы {letter}"
        ids = await _ids(world, place, letter, people, phones[Role.CURATOR], said) | {"pair": pair}
        names = (f"{letter} Анна", f"{letter} А.", f"Бумажный{letter}")
        return cls(place, phones, people, ids, names, (f"Вопрос школы {letter}", f"Кружок {letter}"), said)

    def data(self, name: str, template: str) -> str:
        return name + template.format(**self.ids)


async def _ids(
    world: World, place: Organisation, letter: str, people: Mapping[Role, Person], curator: Phone, said: str
) -> dict[str, object]:
    definition = from_body(OWN % (place.id, letter, letter, letter, letter))
    async with world.work() as work:
        await work.definitions.archive(definition)
        title = {"ru": definition.title.ru, "en": definition.title.en}
        own = await work.own_questionnaires.add(definition.id, title, organisation_id=place.id, created_by=None)
        running, prepared = [
            await work.campaigns.add(_campaign(world, place, definition.id, state))
            for state in (CampaignState.OPEN, CampaignState.DRAFT)
        ]
        assert own
        assert running
        assert prepared
        on_paper = await work.people.add(f"Бумажный{letter} Пётр Ильич")
        await work.memberships.grant(on_paper.id, place.id, Role.MENTEE)
        about = Subject("campaign", running.id)
        values: dict[str, Value] = {"mood": 3, "why": said}
        mentee = people[Role.MENTEE]
        more = {"subject": about, "campaign_id": running.id, "role": "mentee"}
        given = await answered(work, definition, mentee, place.id, values, **more)  # type: ignore[arg-type]
        paper = await work.responses.add(
            Draft(definition.id, 1), definition, state=RecordState.WAITING, chat_id=None, person_id=on_paper.id,
            organisation_id=place.id, subject=about, campaign_id=running.id, role="mentee",
        )  # fmt: skip
        body = OWN % (0, letter, letter, letter, letter)
        draft = await work.questionnaire_drafts.add(curator.id, slug="club", body=body)
        archive = (await work.results.newest([definition.id]))[definition.id].id
    view = View(archive, place.id)
    return {
        "school": place.id, "campaign": running.id, "prepared": prepared.id, "own": own.id, "name": definition.id,
        "list": View(0, place.id).code, "view": view.code, "mood": Ref(archive, 0).code, "why": Ref(archive, 1).code,
        "reading": Reading(view, Ref(archive, 1)).code, "answer": given.id, "paper": paper.id, "draft": draft.id,
        "mentee": mentee.id,
    }  # fmt: skip


def _campaign(world: World, place: Organisation, name: str, state: CampaignState) -> Campaign:
    day = timedelta(days=1)
    opened = world.now if state is CampaignState.OPEN else None
    return Campaign(
        0, place.id, Origin.PERSON, name, 1, None, False, Audience(frozenset({Role.MENTEE})), state, None, world.now,
        world.now, world.now + 9 * day, opened,
    )  # fmt: skip


def presses() -> frozenset[str]:
    """The names of every button of these screens."""
    return frozenset(
        each.callback.name
        for module in ROUTERS
        for handler in module.router.callback_query.handlers
        for each in handler.filters or ()
        if isinstance(each.callback, Press)
    )


def test_every_press_is_in_the_table() -> None:
    assert presses() - OF_ONE == set(LISTS) | set(OF_SCHOOL) | set(OF_DRAFT)


class Trial:
    """Somebody who presses, and what came of each press."""

    def __init__(self, world: World, hearing: Hearing, phone: Phone) -> None:
        self.world = world
        self.hearing = hearing
        self.phone = phone

    async def refused(self, data: str) -> bool:
        """Whether the press was refused, in words; nothing may stay without an answer, or be a fault."""
        self.hearing.said.clear()
        await self.phone.presses_old(self.phone.screen.message_id, data)
        (said,) = [each for each in self.hearing.said if each.what == data]
        keys = {_key(reply) for reply in said.replies}
        assert said.replies, f"no answer to {data}"
        return bool(keys & REFUSED)

    async def may(self, action: Action, school: School) -> bool:
        async with self.world.work() as work:
            return allowed(await work.chats.actor(self.phone.id), action, Scope(school.place.id))

    async def may_somewhere(self, action: Action) -> bool:
        async with self.world.work() as work:
            return somewhere(await work.chats.actor(self.phone.id), action)


def _key(reply: object) -> str:
    text = reply.text if isinstance(reply, Show | Toast) else None
    return text.key if isinstance(text, Say) else ""


async def kept(world: World) -> dict[str, list[tuple[object, ...]]]:
    """Everything that is stored but the talk with whoever presses."""
    talk = {"outgoing", "screens", "updates", "chats", "jobs", "parked", "planned_keys", "files", "settings"}
    async with world.work() as work:
        connection = work.connection
        return {
            table.name: [tuple(row) for row in await connection.execute(table.select())]
            for table in metadata.sorted_tables
            if table.name not in talk
        }


async def who(world: World, own: School, role: Role | None) -> Phone:
    """Somebody of the school, the municipality's coordinator, or (None) nobody the bot knows."""
    if role is None:
        stranger = world.phone("Чужой")
        await stranger.starts()
        return stranger
    if role is Role.COORDINATOR:
        return (await world.member("Главная Анна Львовна", role, None))[0]
    return own.phones[role]


EVERYBODY = (*STAFF, Role.COORDINATOR, None)


@pytest.mark.parametrize("role", EVERYBODY)
async def test_own_school(world: World, monkeypatch: pytest.MonkeyPatch, role: Role | None) -> None:
    """Whoever the one table allows gets in, everybody else is told that it is not for them."""
    own = await School.open(world, "А")
    trial = Trial(world, Hearing.begin(monkeypatch), await who(world, own, role))
    for name, (arguments, action) in LISTS.items():
        expected = await trial.may_somewhere(action)
        assert await trial.refused(name + arguments) is not expected, name
    for name, arguments in OF_DRAFT.items():
        assert await trial.refused(own.data(name, arguments)) is not (role is Role.CURATOR), name
    for name, (arguments, wanted) in OF_SCHOOL.items():
        expected = wanted is not None and await trial.may(wanted, own)
        assert await trial.refused(own.data(name, arguments)) is not expected, name
    if role not in (Role.CURATOR, Role.PSYCHOLOGIST):
        await trial.phone.never_sees(own.said)
    if role in (Role.COORDINATOR, None):
        for somebody in own.names:
            await trial.phone.never_sees(somebody)


@pytest.mark.parametrize("role", [*STAFF, None])
async def test_another_school(world: World, monkeypatch: pytest.MonkeyPatch, role: Role | None) -> None:
    """Guessed ids lead nowhere: everything is refused, nothing changes, and nothing of the other school is shown."""
    own, other = await School.open(world, "А"), await School.open(world, "Б")
    trial = Trial(world, Hearing.begin(monkeypatch), await who(world, own, role))
    before = await kept(world)
    for name, arguments in [*((n, a) for n, (a, _) in OF_SCHOOL.items()), *OF_DRAFT.items()]:
        assert await trial.refused(other.data(name, arguments)), name
    assert await kept(world) == before
    for secret in other.secrets:
        await trial.phone.never_sees(secret)


def mixed(own: School, other: School) -> Iterable[str]:
    """Buttons in which something of the own school stands beside something of another one."""
    archive, there = int(str(other.ids["mood"]).split(".")[0]), own.place.id
    foreign = View(archive, there)
    reading = Reading(foreign, Ref(archive, 1))
    yield f"results.view:{foreign.code}"
    yield f"results.filter:{foreign.code}"
    yield f"results.item:{foreign.code}:{archive}.0"
    yield f"results.parts:{foreign.code}:{archive}.0:role"
    yield f"results.picture:{foreign.code}:{archive}.0"
    yield f"results.overview:{foreign.code}:0"
    yield f"results.file:{foreign.code}:csv"
    yield f"results.file:{foreign.code}:xlsx"
    yield f"answers.list:{foreign.code}:{archive}.1"
    yield f"answers.page:{reading.code}"
    yield f"answers.one:{reading.code}:{other.ids['answer']}"
    yield f"answers.one:{own.ids['reading']}:{other.ids['answer']}"
    yield f"answers.mark:{own.ids['reading']}:{other.ids['answer']}:s"
    yield f"change.of:{own.ids['pair']}:{other.ids['mentee']}:0"
    yield f"observation.mentee:{own.ids['pair']}:{other.ids['mentee']}"
    yield f"observation.enter:{own.ids['pair']}:{other.ids['mentee']}:outcomes-entry"
    yield f"questionnaires.draft_for:{own.ids['draft']}:{other.place.id}"
    yield f"questionnaires.save:{own.ids['draft']}:{other.place.id}:1"
    yield f"results.view:{View(int(str(own.ids['mood']).split('.')[0]), there, int(str(other.ids['campaign']))).code}"


@pytest.mark.parametrize("role", [Role.CURATOR, Role.HEAD])
async def test_what_is_mixed_from_two_schools(world: World, monkeypatch: pytest.MonkeyPatch, role: Role) -> None:
    own, other = await School.open(world, "А"), await School.open(world, "Б")
    trial = Trial(world, Hearing.begin(monkeypatch), own.phones[role])
    before = await kept(world)
    for data in mixed(own, other):
        await trial.refused(data)
    assert await kept(world) == before
    for secret in other.secrets:
        await trial.phone.never_sees(secret)


LARGEST = 2**63 - 1
"""What an id can be at most; buttons with larger numbers are nobody's."""


@pytest.mark.parametrize("role", [Role.CURATOR, pytest.param(Role.COORDINATOR, marks=pytest.mark.long)])
async def test_numbers_that_nobody_has(any_world: World, monkeypatch: pytest.MonkeyPatch, role: Role) -> None:
    """Forged numbers, however large, are answered in words, by both databases."""
    own = await School.open(any_world, "А")
    trial = Trial(any_world, Hearing.begin(monkeypatch), await who(any_world, own, role))
    before = await kept(any_world)
    codes = {"list": "0.9.9.0.0.9", "mood": "9.9", "why": "9.9", "reading": "9.9.9.9.0.0.0.1.9", "name": "own-9-none"}
    for large in (str(LARGEST), "9" * 12, "z" * 12, "z" * 13, "0"):
        short = large if len(large) <= 12 else "9" * 12
        view = ".".join(["9" if "z" in short else short] * 3 + ["0", "0", "9"])
        ids = dict.fromkeys(own.ids, large) | {key: code.replace("9", large) for key, code in codes.items()}
        ids |= {"view": view, "name": codes["name"]}
        for name, arguments in [*((n, a) for n, (a, _) in OF_SCHOOL.items()), *OF_DRAFT.items()]:
            if name not in HARMLESS:
                await trial.refused(name + arguments.format(**ids))
    async with any_world.work() as work:
        assert not [row.update_id for row in await work.connection.execute(metadata.tables["parked"].select())]
    assert await kept(any_world) == before


HARMLESS = frozenset({"campaign.new_in"})
"""A campaign of every organisation, which 0 stands for, is a coordinator's to begin."""
