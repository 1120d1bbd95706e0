"""Groups in chat: a mentor with several mentees, looked through, changed, and proposed as one mentorship."""

from __future__ import annotations

from mentoring.roles import Role
from tests.conversations.matching_school import MatchingSchool
from tests.conversations.world import World

GROUPS = ("Группы", "3")


async def test_a_group_is_found_explained_and_proposed_as_one_mentorship(world: World) -> None:
    school = await MatchingSchool.open(world)
    curator = school.curator
    await school.takes("Громов", 5)
    await school.takes("Белова", 5)
    await school.begins(gathering=GROUPS)
    await curator.taps("Подобрать")
    await curator.sees("Группы подобраны", "Групп: 1, в них наставляемых: 3, без группы: 0")
    await curator.taps("Посмотреть группы")
    await curator.sees("Громов Олег Ильич · наставляемых: 3")
    await curator.taps("1")
    await curator.sees("Серова Нина Юрьевна", "Котов Илья Петрович", "Ершова Вера Олеговна")
    await school.taps_line("Серова")
    await curator.sees("Поможет с тем, о чём просят", "→ Громов Олег Ильич")
    await curator.taps("Закрепить")
    await curator.taps("Назад")
    await curator.sees("закреплено")
    await curator.taps("Предложить группу")
    await curator.sees("Предложено: ", "Ждём их согласия")
    (made,) = await school.mentorships()
    assert (made.kind, made.mentors) == ("group", (school.people["Громов"].id,))
    assert set(made.mentees) == {school.people[name].id for name in ("Серова", "Котов", "Ершова")}
    await school.phones["Котов"].sees("Для вас нашёлся наставник", "Громов Олег Ильич")
    await curator.taps("Назад")
    await curator.sees("предложено")
    await curator.presses_old(curator.screen.message_id, f"match.propose:1:{school.people['Котов'].id}")
    await curator.sees("Эту пару уже предложили")
    await curator.presses_old(curator.screen.message_id, f"match.propose_group:1:{school.people['Громов'].id}")
    await curator.sees("Этой группы больше нет")
    assert len(await school.mentorships()) == 1


async def test_nobody_gets_more_than_they_take_on_and_no_group_has_one(world: World) -> None:
    school = await MatchingSchool.open(world)
    curator = school.curator
    await school.takes("Громов", 2)
    await school.begins(gathering=GROUPS)
    await curator.taps("Подобрать")
    await curator.sees("Групп: 1, в них наставляемых: 2, без группы: 1")  # the other mentor takes one: no group
    await curator.taps("Открыть подбор")
    await curator.sees("Группы: до 3 наставляемых", "Групп: 1")
    await curator.taps("Без пары: 1")
    await curator.taps("1")
    await curator.sees("группа не набралась")
    await curator.taps("Назад")
    await curator.taps("Назад")
    await curator.taps("Предложения: 2")
    await curator.taps("1")
    await curator.taps("1")
    await curator.taps("Убрать из подбора")
    await curator.sees("наставляемых: 1", "мало людей")
    await curator.taps("1")
    await curator.sees("В группе остался один наставляемый")
    await curator.taps("Назад")
    await curator.taps("Назад")
    await curator.taps("Опубликовать")
    await curator.sees("Групп: 1, в них наставляемых: 1")
    await curator.taps("Да, предложить всем")
    await curator.sees("Не получилось: 1", "В группе остался один наставляемый")
    assert await school.mentorships() == ()


async def test_who_cannot_be_in_it_any_more_is_named_and_the_group_goes_on(world: World) -> None:
    school = await MatchingSchool.open(world)
    curator = school.curator
    await school.takes("Громов", 3)
    await school.begins(gathering=GROUPS)
    await curator.taps("Подобрать")
    await curator.taps("Посмотреть группы")
    await school.rests("Котов", Role.MENTEE)
    await curator.taps("1")
    await curator.taps("Предложить группу")
    await curator.sees("Котов Илья Петрович")
    assert await school.mentorships() == ()
    await curator.taps("Назад")
    await curator.taps("Назад")
    await curator.taps("Опубликовать")
    await curator.taps("Да, предложить всем")
    await curator.sees("Предложено наставляемым: 2", "Не получилось: 1", "• Котов Илья Петрович: сейчас на паузе")
    (made,) = await school.mentorships()
    assert set(made.mentees) == {school.people[name].id for name in ("Серова", "Ершова")}
