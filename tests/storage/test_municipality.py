"""Recommendations, help between organisations, bases and comparisons on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from mentoring import recommendations as rules
from mentoring.people import OrganisationKind, Profile
from mentoring.periods import Span, up_to
from mentoring.recommendations import RecommendationState
from mentoring.roles import Category, Role
from mentoring.tasks import Attachment
from mentoring.vertical import agreed
from storage.engine import Database
from storage.municipality import ColleagueFilter, Standing
from storage.recommendations import RecommendationFilter
from tests.databases import NOW

TODAY = NOW.date()


async def test_recommendations_move_once(database: Database) -> None:
    async with database.write(NOW) as work:
        school = (await work.organisations.add("Школа", OrganisationKind.SCHOOL, "UTC")).id
        other = (await work.organisations.add("Сад", OrganisationKind.PRESCHOOL, "UTC")).id
        store = work.recommendations
        late = await store.add(school, "Совет", "Соберите.", by=1, indicator="i1", due=TODAY - timedelta(days=1))
        await store.add(school, "Сайт", "Обновите.", by=1, indicator=None, due=TODAY + timedelta(days=5))
        await store.add(other, "План", "Напишите.", by=1, indicator=None, due=None)
        assert await store.counts(None, TODAY) == (3, 1, 0)
        assert await store.read(late.id)
        assert not await store.read(late.id)
        done = rules.answered(late, "Готово", Attachment("f", "a.pdf"), 2, NOW)
        assert await store.move(late, done)
        assert not await store.move(late, done), "the second one comes too late"
        assert await store.get(late.id) == replace(done, read_at=NOW)
        assert await store.counts(school, TODAY) == (1, 0, 1)
        listed, total = await store.page(RecommendationFilter(states={RecommendationState.SENT}))
        assert ([one.title for one in listed], total) == (["Сайт", "План"], 2)
        assert await store.listed(RecommendationFilter(school, before=TODAY)) == (replace(done, read_at=NOW),)


async def test_help_between_organisations_moves_once(database: Database) -> None:
    async with database.write(NOW) as work:
        strong = (await work.organisations.add("Школа", OrganisationKind.SCHOOL, "UTC")).id
        young = (await work.organisations.add("Сад", OrganisationKind.PRESCHOOL, "UTC")).id
        store = work.organisation_mentorships
        one = await store.propose(strong, young, "Помочь", TODAY, TODAY + timedelta(days=9), by=1)
        own = await store.propose(None, young, "Помочь", TODAY, None, by=1)
        assert await store.open_between(strong, young)
        assert await store.open_between(None, young)
        assert not await store.open_between(young, strong)
        half = agreed(one, [strong], 2, NOW)
        assert await store.move(one, half)
        assert not await store.move(one, agreed(one, [strong], 3, NOW))
        assert await store.move(half, agreed(half, [young], 4, NOW))
        assert (await store.proposed(), await store.active()) == (1, 1)
        assert [each.id for each in await store.ending(TODAY, TODAY + timedelta(days=9))] == [one.id]
        assert [each.id for each in (await store.page([strong]))[0]] == [one.id]
        assert {each.id for each in (await store.page(None))[0]} == {one.id, own.id}


async def test_bases_and_counts_by_organisation(database: Database) -> None:
    async with database.write(NOW) as work:
        school = await work.organisations.add("Школа № 14", OrganisationKind.SCHOOL, "UTC")
        await work.organisations.save(replace(school, short_name="СОШ 14", genitive="школы № 14"))
        assert (await work.organisations.page("сош"))[1] == 1
        known = await work.organisations.get(school.id)
        assert known is not None
        assert (known.label, known.genitive) == ("СОШ 14", "школы № 14")
        grown = await work.people.add("Серов Юрий", category=Category.TEACHER, profile=Profile(subject="физика"))
        child = await work.people.add("Лисова Ира", category=Category.PUPIL, birth=date(2012, 1, 1))
        place = await work.memberships.grant(grown.id, school.id, Role.MENTOR)
        await work.memberships.grant(child.id, school.id, Role.MENTOR)
        await work.memberships.save(replace(place, areas=("subject",)))
        for which in (
            ColleagueFilter(Role.MENTOR),
            ColleagueFilter(Role.MENTOR, part="физека"),
            ColleagueFilter(Role.MENTOR, part="сош"),
            ColleagueFilter(Role.MENTOR, area="subject", organisation_id=school.id),
        ):
            found, total = await work.municipality.colleagues(which)
            assert ([one.membership_id for one in found], total) == ([place.id], 1)
        assert await work.municipality.colleagues(ColleagueFilter(Role.MENTOR, expert=True)) == ((), 0)
        assert await work.municipality.standing([school.id]) == {school.id: Standing(mentors=2)}
        period = up_to(NOW, Span.MONTH, "UTC")
        assert await work.comparison.active([school.id], period) == {}
        assert await work.comparison.met([school.id], period) == {}
        assert await work.comparison.meetings([school.id], period) == {}
        assert await work.comparison.answered([school.id], period, ["swot"]) == {}
