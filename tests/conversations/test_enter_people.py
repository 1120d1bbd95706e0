"""People without Telegram: entered by curator or guardian with their consents, answered for, joined with a phone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from mentoring.consents import ConsentKind
from mentoring.mentorships import Form, Mentorship, MentorshipState, Party, Side
from mentoring.people import MembershipState, Person
from mentoring.roles import Category, Role
from services import agreement_for, pairs
from services.desk import Desk
from services.forming import consented
from simulator.phones import Phone
from storage.people import PeopleFilter
from storage.work import Work
from tests.conversations.newcomers import consents, ticks
from tests.conversations.world import World

CHILD = "Петров Пётр Ильич"


async def found(work: Work, name: str) -> Person:
    people, _ = await work.people.page(PeopleFilter(part=name))
    return next(person for person in people if person.name == name)


async def enters(curator: Phone, name: str, birth: str) -> None:
    """Opens the form and says who it is, as far as the organisation's own list goes."""
    await curator.presses_old(curator.screen.message_id, "people.add")
    await curator.taps("Наставляемого")
    await curator.taps("Ученик или ученица")
    await curator.says(name)
    await curator.says(birth)
    await curator.says("7А")


async def signs(curator: Phone) -> None:
    """The papers of a minor, and what help is needed."""
    await curator.taps("Да, все подписаны")
    await curator.says("Петрова Ольга Сергеевна")
    await curator.taps("Мать")
    await curator.taps("Сегодня")
    await curator.sends_photo()
    await ticks(curator, "Спорт")
    await curator.taps("Готово")
    await curator.taps("Пропустить")
    await curator.taps("Всё верно")


async def proposed(world: World, school: int, mentor: Person, mentee: Person) -> int:
    """A pair that nobody has answered."""
    parties = (Party(mentor.id, Side.MENTOR), Party(mentee.id, Side.MENTEE))
    async with world.work() as work:
        return await work.mentorships.propose(
            Mentorship(
                id=0,
                organisation_id=school,
                form=Form.TEACHER_PUPIL,
                role_model="teacher-gifted",
                kind="individual",
                starts=world.now.date(),
                ends=world.now.date() + timedelta(days=200),
                state=MentorshipState.PROPOSED,
                parties=parties,
                proposed_by=mentor.id,
                proposed_at=world.now,
            )
        )


async def test_a_child_is_put_down_consents_follow_on_paper_and_the_curator_answers_for_them(world: World) -> None:
    school = await world.organisation()
    curator, staff = await world.member("Сидорова Анна Ивановна", Role.CURATOR, school)
    mentor, teacher = await world.member("Иванова Мария Петровна", Role.MENTOR, school)
    await enters(curator, CHILD, "12.03.2011")
    await curator.taps("Пока нет, позже")
    await curator.taps("Всё верно")
    await curator.sees(CHILD, "записано в списке")
    async with world.work() as work:
        child = replace(await found(work, CHILD), birth=date(2011, 3, 12))
        [place] = await work.memberships.of_person(child.id)
        assert (place.state, place.areas, child.entered_by) == (MembershipState.LISTED, (), staff.id)
    await curator.taps("Согласия на бумаге")
    await curator.sees("Согласия на бумаге подписаны?")
    await signs(curator)
    await curator.sees("согласия сохранены")
    async with world.work() as work:
        [place] = await work.memberships.of_person(child.id)
        assert (place.state, place.areas) == (MembershipState.APPROVED, ("sport",))
        given = await work.consents.current(child.id)
        [guardianship] = await work.guardianships.of_child(child.id)
        givers = {(one.kind, one.given_by, one.recorded_by) for one in given}
        both = (guardianship.guardian_id, child.id)
        assert givers == {(kind, who, staff.id) for who in both for kind in list(ConsentKind)[:2]}
        assert consented(child, given, world.now.date())
    await enters(curator, "Петров Петр Ильич", "12.03.2011")
    await curator.taps("Пока нет, позже")
    await curator.taps("Всё верно")
    await curator.sees("уже есть в базе")
    await curator.says("/cancel")

    number = await proposed(world, school.id, teacher, child)
    async with world.work() as work:
        desk = Desk(work, world.machine.house, await work.chats.actor(curator.id), world.now)
        pair = await pairs.pair_of(desk, await pairs.find(desk, number))
        assert [person.id for person in agreement_for.answerable_for(desk, pair)] == [child.id]
        assert (
            agreement_for.answerable_for(Desk(work, desk.house, await work.chats.actor(mentor.id), desk.now), pair)
            == ()
        )
    await mentor.presses_old(mentor.screen.message_id, f"pair.agree_for:{number}:{child.id}")
    await mentor.sees("недоступно")
    await mentor.presses_old(mentor.screen.message_id, f"pair.agree:{number}")
    await curator.presses_old(curator.screen.message_id, f"pair.open:{number}")
    await curator.sees("ответить можете вы", CHILD)
    await curator.taps("Согласиться за него")
    await curator.sees("отметили, что ответили вы")
    async with world.work() as work:
        made = await work.mentorships.get(number)
        assert made is not None
        assert made.state is MentorshipState.AGREED
        [trace] = [one for one in await work.trail.of("mentorship", number) if one.event == "agreed_for"]
        assert (trace.actor_id, trace.details["name"]) == (staff.id, CHILD)
        awaited, total = await work.campaigns.awaited(1, None, on_paper=True)
        assert (total, awaited[0].person_id) == (1, child.id), "the curator types in the entry questionnaire"


async def test_a_guardian_puts_down_a_child_answers_for_it_and_a_phone_joins_later(world: World) -> None:
    school = await world.organisation()
    curator, _ = await world.member("Сидорова Анна Ивановна", Role.CURATOR, school)
    _, teacher = await world.member("Иванова Мария Петровна", Role.MENTOR, school)
    mother, guardian = await world.member("Петрова Ольга", Role.GUARDIAN, school, category=Category.PARENT)
    await mother.presses_old(mother.screen.message_id, "ward.enter")
    await consents(mother)
    await mother.says(CHILD)
    await mother.says("12.03.2014")
    await mother.says("7А")
    await mother.taps("Мать")
    await ticks(mother, "Спорт")
    await mother.taps("Готово")
    await mother.taps("Пропустить")
    await mother.taps("Всё верно")
    await mother.sees(CHILD, "заявка отправлена")
    await curator.sees("Новая заявка", CHILD)
    await curator.taps("Одобрить")
    await mother.sees("заявка одобрена")
    async with world.work() as work:
        child = await found(work, CHILD)
        assert (child.telegram_id, child.entered_by) == (None, guardian.id)
        assert consented(child, await work.consents.current(child.id), world.now.date())
    number = await proposed(world, school.id, teacher, child)
    async with world.work() as work:
        desk = Desk(work, world.machine.house, await work.chats.actor(curator.id), world.now)
        await agreement_for.ask_guardians(desk, await pairs.pair_of(desk, await pairs.find(desk, number)))
        assert [show.chat for show in desk.told] == [mother.id]
    await mother.presses_old(mother.screen.message_id, f"pair.refuse_for:{number}:{child.id}")
    await mother.sees("Почему отказ?", CHILD)
    await mother.taps("Пропустить")
    await mother.sees("отказ записан")
    await curator.sees(CHILD)
    async with world.work() as work:
        made = await work.mentorships.get(number)
        assert made is not None
        assert made.state is MentorshipState.DECLINED

    await curator.presses_old(curator.screen.message_id, f"person.invite:{child.id}")
    await curator.taps("Скопировать ссылку")
    phone = world.phone("Петя")
    await phone.opens(curator.copied or "")
    await phone.sees("Это вы?", CHILD)
    await phone.taps("Да, это я")
    await phone.sees("теперь всё в твоём Telegram")
    await curator.sees("Telegram подключён")
    async with world.work() as work:
        joined = await work.people.by_telegram(phone.id)
        assert joined is not None
        assert joined.id == child.id
    await mother.presses_old(mother.screen.message_id, f"pair.agree_for:{number}:{child.id}")
    await mother.sees("уже есть Telegram")
