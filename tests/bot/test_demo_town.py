"""The town of each programme's demo: organisations of its kinds, its forms and role models, some months of life."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.demo_life import live
from bot.demo_souls import HIDDEN
from bot.demo_town import Fate, town
from mentoring.documents import DocumentKind
from mentoring.events import EventState
from mentoring.mentorships import MentorshipState
from mentoring.people import ADULT_AGE, age
from mentoring.plans import PlanState
from mentoring.practices import PracticeState
from mentoring.roles import Role
from programmes.load import bundled, load_programme, parse_programme
from storage.engine import Database
from storage.practices import PracticeFilter
from tests.conversations.world import house_of

TODAY = date(2026, 11, 22)
DOCUMENTS = [DocumentKind.ORDER, DocumentKind.PROGRAMME, DocumentKind.APPOINTMENT, DocumentKind.ROADMAP]
every = pytest.mark.parametrize("name", bundled())


@every
def test_a_town_has_what_its_programme_speaks_of(name: str) -> None:
    programme = load_programme(name).for_school_year(2026)
    shown = town(programme, TODAY)
    assert {place.kind for place in shown.places} == programme.organisations
    models = {(form.id, model.id) for form in programme.forms for model in form.role_models}
    assert {(couple.form.id, couple.model.id) for couple in shown.couples} == models
    for couple in shown.couples:
        assert couple.mentor.category in couple.form.fit.mentors
        assert {soul.category for soul in couple.mentees} <= couple.form.fit.mentees
    assert {couple.fate for couple in shown.couples} == set(Fate)
    assert all(soul.guardian for soul in shown.souls if age(soul.birth, TODAY) < ADULT_AGE)
    captions = [phone.key for phone in shown.phones]
    assert {"demo-coordinator", "demo-curator", "demo-head", "demo-psychologist", "demo-mentor", "demo-mentee"} <= set(
        captions
    )
    assert ("demo-mentee-pupil" in captions) == (name != "seversk"), "only who may take part has a phone"
    assert all(phone.id < HIDDEN for phone in shown.phones)
    assert len({soul.name for soul in shown.souls}) == len({soul.chat for soul in shown.souls})
    assert town(programme, TODAY) == shown, "it is the same each time"


def test_a_programme_of_ones_own_has_a_town_of_its_kinds() -> None:
    text = (Path(__file__).parents[1] / "programmes" / "sixth.yaml").read_text(encoding="utf-8")
    shown = town(parse_programme(text, "sixth.yaml"), TODAY)
    assert [place.name for place in shown.places] == ["Школа № 3", "Детский сад «Ромашка»"]
    assert {couple.model.id for couple in shown.couples} == {"guide"}


async def test_it_has_lived_for_months(quick_database: Database) -> None:
    house = house_of("kyzyl", "mentoring_bot", school_year=2026)
    now = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
    shown = town(house.programme, TODAY)
    await live(quick_database, house, shown, now)
    async with quick_database.read(now) as work:
        places = await work.organisations.all()
        ids = [place.id for place in places]
        states = await work.mentorships.counts(ids)
        first = await work.meetings.of_mentorship(1)
        vera = await work.people.by_telegram(115)
        appointed = await work.appointments.of(None)
        needs = await work.needs.of_organisation(ids[0])
        heads = await work.memberships.holders_in(Role.HEAD, ids)
        denominators = await work.indicators.denominators(TODAY)
        definitions = {one.id: one for one in house.surveys.all()}
        asked = await work.recount.asked()
        held = await work.recount.held()
        counted = await work.recount.recounted({key: definitions[key[0]] for key in asked})
    assert [place.name for place in places] == ["Школа № 3", "Школа № 7", "Школа № 12"]
    assert states[MentorshipState.ACTIVE] + states[MentorshipState.COMPLETED] == len(shown.couples)
    assert first[0].starts_at < now - timedelta(weeks=8)
    assert vera is not None
    assert appointed == {"associations": (vera.id,)}
    assert needs
    assert set(heads) == set(ids)
    assert {name for _, name in denominators} == {"teachers", "pupils", "named-staff"}
    assert held == counted, "what is counted beside the answers is right"


@every
async def test_people_have_worked_things_out(sqlite_database: Database, name: str) -> None:
    house = house_of(name, "mentoring_bot", school_year=2026)
    now = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
    shown = town(house.programme, TODAY)
    await live(sqlite_database, house, shown, now)
    async with sqlite_database.read(now) as work:
        places = [place.id for place in await work.organisations.all()]
        plans = [one for pair in range(1, len(shown.couples) + 1) for one in await work.plans.of_mentorships([pair])]
        registers = [await work.organisation_documents.of(place) for place in places]
        bank = await work.practices.listed(PracticeFilter(set(PracticeState)))
        events, _ = await work.events.page(places, list(EventState))
        came = [one.came for event in events for one in await work.events.people(event.id)]
        rows = [one for place in (None, *places) for one in (await work.milestones.of(place)).values()]
    with_plans = [form for form in house.programme.forms if house.programme.plan_for(form.id, form.role_models[0].id)]
    assert bool(plans) == bool(with_plans)
    if plans:
        assert {one.state for one in plans} >= {PlanState.AGREED, PlanState.SENT}
        assert any(item.grade is not None for one in plans for item in one.items)
    kept = [[one.kind for one in register] for register in registers if register]
    assert DOCUMENTS in kept
    assert all(one == DOCUMENTS[: len(one)] for one in kept)
    assert [one.state for one in bank] == [PracticeState.SUBMITTED, PracticeState.PUBLISHED, PracticeState.PUBLISHED]
    assert {one.state for one in events} == {EventState.HELD, EventState.OPEN}
    assert came.count(True) > 1
    assert all(one.note for one in rows)
