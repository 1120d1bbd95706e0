"""Matching in chat: who takes part, what is proposed and why, what the curator changes, and publishing it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mentoring.life import Gathering
from mentoring.roles import Role
from programmes.parts import Kind
from services.desk import House
from storage.engine import Database
from surveys.wording import Wording
from tests.conversations.matching_school import MatchingSchool
from tests.conversations.world import World, house_of


@pytest.fixture
async def school(world: World) -> MatchingSchool:
    return await MatchingSchool.open(world)


async def test_a_cohort_is_matched_explained_and_published_at_once(school: MatchingSchool) -> None:
    curator = school.curator
    await school.begins()
    await curator.sees("Наставляемых: 3, наставников: 2")
    await curator.taps("Подобрать")
    await curator.sees("Пары подобраны", "Пар: 2, без пары: 1")
    await curator.taps("Открыть подбор")
    await curator.taps("Предложения: 2")
    await curator.sees("Котов Илья Петрович → Белова Ирина Павловна")
    await school.taps_line("Котов")
    await curator.sees("Поможет с тем, о чём просят", "Оценка: ", "Пожеланий нет")
    await curator.taps("Назад")
    await curator.taps("Назад")
    await curator.taps("Без пары: 1")
    await curator.sees("места достались другим")
    await curator.taps("1")
    await curator.sees("Подошли бы: ")
    await curator.taps("Назад")
    await curator.taps("Назад")
    await curator.taps("Ещё…")
    await curator.taps("Что важнее")
    await curator.sees("Запрос и помощь наставника: 44 %")
    await curator.taps("Назад")
    await curator.taps("Опубликовать")
    await curator.sees("Предложить все пары?", "Пар: 2")
    for phone in school.phones.values():
        await phone.never_sees("наставник:")
        await phone.never_sees("нашёлся")
    sure = curator.screen.message_id
    await curator.taps("Да, предложить всем")
    await curator.sees("Опубликовано", "Предложено наставляемым: 2")
    await school.phones["Котов"].sees("Для вас нашёлся наставник", "Белова Ирина Павловна")
    assert (await school.led())[school.people["Котов"].id] == (school.people["Белова"].id,)
    known = await school.mentorships()
    await curator.presses_old(sure, "match.publish_now:1:1")
    assert await school.mentorships() == known
    await curator.says("/match")
    await curator.sees("опубликован")


async def test_the_curator_says_what_counts_and_the_reasons_follow(school: MatchingSchool) -> None:
    curator = school.curator
    await school.computed()
    await curator.taps("Открыть подбор")
    await curator.taps("Ещё…")
    await curator.taps("Что важнее")
    await curator.sees("Запрос и помощь наставника: 44 %", "Языки: 11 %")
    await curator.sees_no("Разница классов")
    for part, strength in (("Запрос", "Не учитывать"), ("Пожелания", "Больше обычного")):
        await curator.taps(part)
        await curator.sees("✓ Как обычно")
        await curator.taps(strength)
    await curator.sees("Запрос и помощь наставника: не учитываем", "Пожелания обоих: больше обычного, 67 %")
    await curator.sees("предложения посчитаны по-старому")
    await curator.taps("Назад")
    await curator.taps("Опубликовать")
    await curator.sees("Нажмите «Подобрать заново»")
    await school.opens("Котов")
    await curator.sees("Поможет с тем, о чём просят", "Посчитано до того, как вы изменили, что важнее")
    await curator.taps("Назад")
    await curator.taps("Назад")
    await curator.taps("Подобрать заново")
    await curator.taps("Посмотреть пары")
    await curator.taps("1")
    await curator.sees("Пожеланий нет (+33)")
    await curator.sees_no("Поможет с тем, о чём просят", "Посчитано до того")
    stranger = school.phones["Серова"]
    for data in ("match.weigh:1:areas:high", "match.weights:1", "match.weight:1:areas"):
        await stranger.presses_old(stranger.screen.message_id, data)
        await stranger.sees("недоступно")


async def test_one_pair_is_formed_from_a_proposal_in_two_taps(school: MatchingSchool) -> None:
    await school.computed()
    await school.curator.taps("Посмотреть пары")
    line = next(line for line in school.curator.screen.text.splitlines() if "Котов" in line)
    taps = [line.split(".")[0], "Предложить"]
    for tap in taps:
        await school.curator.taps(tap)
    assert len(taps) == 2
    await school.curator.sees("Предложено: ", "Котов Илья Петрович", "Ждём их согласия")
    await school.phones["Белова"].sees("Вас приглашают стать наставником")
    assert await school.led() == {school.people["Котов"].id: (school.people["Белова"].id,)}
    await school.curator.taps("Назад")
    await school.curator.sees("предложено")
    await school.curator.presses_old(school.curator.screen.message_id, f"match.propose:1:{school.people['Котов'].id}")
    await school.curator.sees("Эту пару уже предложили")
    assert len(await school.mentorships()) == 1


async def test_the_curator_fixes_forbids_chooses_and_takes_out(school: MatchingSchool) -> None:
    curator, people = school.curator, school.people
    await school.computed()
    await curator.taps("Открыть подбор")
    await school.opens("Котов")
    await curator.taps("Закрепить")
    await curator.sees("закреплено")
    await curator.taps("Открепить")
    await curator.taps("Не соединять")
    await curator.taps("Никогда")
    await curator.sees("Подошли бы: 1", "Разрешить: Белова")
    await curator.taps("Другой наставник")
    await curator.sees("Громов Олег Ильич")
    await curator.taps("1")
    await curator.sees("теперь без пары", "→ Громов Олег Ильич", "закреплено")
    await curator.taps("Назад")
    await curator.taps("Назад")
    await curator.taps("Подобрать заново")
    await curator.taps("Посмотреть пары")
    await curator.sees("Котов Илья Петрович → Громов Олег Ильич", "закреплено")
    await curator.sees_no("Котов Илья Петрович → Белова")
    await school.taps_line("Котов")
    await curator.taps("Убрать из подбора")
    await curator.sees_no("Котов")
    assert people["Котов"].id not in await school.led()


async def test_what_cannot_be_allowed_stays_forbidden(school: MatchingSchool) -> None:
    curator, people = school.curator, school.people
    await school.computed()
    await curator.taps("Открыть подбор")
    await school.opens("Котов")
    await curator.taps("Не соединять")
    await curator.taps("Никогда")
    await curator.sees("Разрешить: Белова")
    async with school.world.work() as work:
        membership = await work.memberships.find(people["Белова"].id, school.place.id, Role.MENTOR)
        assert membership is not None
        await work.memberships.leave(membership.id)
    await curator.taps("Разрешить: Белова")
    await curator.sees_no("→ Белова Ирина Павловна")
    async with school.world.work() as work:
        again, never = await work.matchings.rules(school.place.id)
    assert (again, set(never)) == (frozenset(), {(people["Котов"].id, people["Белова"].id)})


async def test_a_failed_pair_comes_again_only_if_the_curator_says_so(school: MatchingSchool) -> None:
    curator, people = school.curator, school.people
    async with school.world.work() as work:
        for name in ("Громов",):
            membership = await work.memberships.find(people[name].id, school.place.id, Role.MENTOR)
            assert membership is not None
            await work.memberships.leave(membership.id)
    await school.computed()
    await curator.taps("Посмотреть пары")
    await curator.taps("1")
    first = next(name for name in ("Серова", "Котов", "Ершова") if name in curator.screen.text)
    await curator.taps("Предложить")
    await school.phones["Белова"].taps("Отказаться")
    await school.phones["Белова"].taps("Пропустить")
    await school.computed()
    await curator.taps("Посмотреть пары")
    await curator.sees_no(first)
    await curator.taps("Назад")
    await curator.taps("Без пары: 2")
    await school.taps_line(first)
    await curator.sees("Никто не подошёл", "раньше не сложилось: 1")
    await curator.taps("Разрешить: Белова")
    await curator.sees("→ Белова Ирина Павловна", "закреплено")


async def test_who_takes_part_is_chosen_by_name(school: MatchingSchool) -> None:
    curator = school.curator
    await school.rests("Громов")
    await school.begins()
    await curator.sees("Наставляемых: 3, наставников: 1")
    await curator.taps("Открыть подбор")
    await curator.taps("Наставники")
    await curator.sees("выбрано 1 из 2", "Громов Олег Ильич · на паузе")
    await curator.taps("Выбрать всех")
    await curator.sees("выбрано 2 из 2")
    await curator.taps("Убрать всех")
    await curator.taps("Назад")
    await curator.taps("Подобрать")
    await curator.sees("нет ни одного наставника")
    await curator.taps("Наставники")
    await school.taps_line("Громов")
    await curator.taps("Назад")
    await curator.taps("Подобрать")
    await curator.sees("Пар: 0, без пары: 3")
    await curator.taps("Посмотреть пары")
    await curator.taps("Назад")
    await curator.taps("Без пары: 3")
    await curator.taps("1")
    await curator.sees("на паузе: 1")


async def test_of_two_curators_one_publishes(school: MatchingSchool) -> None:
    second, _ = await school.world.member("Лапина Ольга Юрьевна", Role.CURATOR, school.place)
    await school.computed()
    await school.curator.taps("Открыть подбор")
    await school.curator.taps("Опубликовать")
    await second.says("/match")
    await second.taps("1")
    await second.taps("Опубликовать")
    await school.curator.taps("Да, предложить всем")
    await second.taps("Да, предложить всем")
    await second.sees("уже опубликовал другой куратор")
    assert len(await school.mentorships()) == 2


async def test_what_can_no_longer_be_is_put_by_with_the_reason(school: MatchingSchool) -> None:
    await school.computed()
    await school.curator.taps("Открыть подбор")
    await school.curator.taps("Опубликовать")
    await school.rests("Белова")
    await school.curator.taps("Да, предложить всем")
    await school.curator.sees("Предложено наставляемым: 1", "Не получилось: 1")
    await school.curator.taps("Назад")
    await school.curator.taps("Без пары: ")
    await school.taps_line("Котов")
    await school.curator.sees("Предложить не получилось", "Белова Ирина Павловна")


async def test_the_council_comments_on_names_and_areas_alone(school: MatchingSchool) -> None:
    curator = school.curator
    member, person = await school.world.member("Юдин Пётр Ильич", Role.MENTOR, school.place)
    await school.computed()
    await curator.taps("Открыть подбор")
    await curator.taps("Ещё…")
    await curator.taps("На совет наставников")
    await curator.sees("В совете наставников пока никого")
    async with school.world.work() as work:
        membership = await work.memberships.find(person.id, school.place.id, Role.MENTOR)
        assert membership is not None
        await work.memberships.appoint(membership.id, council=True, expert=False)
    await curator.taps("На совет наставников")
    await curator.sees("Сообщение получили: 1")
    await member.taps("Посмотреть пары")
    await member.sees("Илья К. → ")
    line = next(line for line in member.screen.text.splitlines() if "Илья К." in line)
    await member.taps(line.split(".")[0])
    await member.sees("Просит помочь")
    await member.never_sees("Оценка")
    await member.never_sees("Котов Илья Петрович")
    await member.taps("Написать мнение")
    await member.says("Хорошая пара, оба любят порядок.")
    await curator.sees("Мнение совета наставников: Юдин Пётр Ильич")
    await curator.taps("Открыть предложение")
    await curator.taps("Мнения совета")
    await curator.sees("Хорошая пара, оба любят порядок.")
    outsider = school.phones["Серова"]
    for data in ("council.open:1:0", f"council.pair:1:{person.id}", "match.card:1", "match.pairs:1:proposed:0"):
        await outsider.presses_old(outsider.screen.message_id, data)
        await outsider.sees("недоступно")


async def test_a_mentor_of_the_network_is_proposed_where_the_kind_allows_it(quick_database: Database) -> None:
    world = await World.open(quick_database, house=networked(house_of("tver-school-14", "mentoring_bot")))
    school = await MatchingSchool.open(world)
    other = await world.organisation("Школа № 15")
    far, far_person = await world.member("Дальний Егор Ильич", Role.MENTOR, other)
    await school.begins("Сетевое")
    await school.curator.sees("наставников: 3")
    await school.curator.taps("Подобрать")
    await school.curator.sees("Пар: 3, без пары: 0")
    await school.curator.taps("Посмотреть пары")
    await school.taps_line("Дальний")
    await school.curator.sees("Дальний Егор Ильич · Школа № 15")
    await school.curator.taps("Предложить")
    await far.sees("Вас приглашают стать наставником")
    (made,) = await school.mentorships()
    assert (made.mentors, made.organisation_id, made.kind) == ((far_person.id,), school.place.id, "network")
    await world.machine.jobs.close()
    await world.machine.bot.session.close()


def networked(house: House) -> House:
    """The same programme with a kind of pairs that knows no borders between schools."""
    kind = Kind("network", Wording("Сетевое", "Network"), gatherings=frozenset({Gathering.PAIR}), network=True)
    return replace(house, programme=replace(house.programme, kinds=(*house.programme.kinds, kind)))
