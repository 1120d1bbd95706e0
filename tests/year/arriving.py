"""How people come in: staff by personal links, everybody else by the school's, a child with the guardian's consent."""

from __future__ import annotations

from mentoring.roles import Role
from simulator.phones import Phone
from tests.conversations.newcomers import begins, consents, guardian_consents, link_of
from tests.year.school import SCHOOL, Year
from tests.year.speech import newest

MENTOR, MENTEE = "Хочу быть наставником", "Хочу помощи наставника"
MOTHER = "Петрова Ольга Сергеевна"


def link_on(phone: Phone) -> str:
    """The newest deep link the bot wrote."""
    words = [word for screen in phone.screens for word in screen.text.split()]
    return [word for word in words if word.startswith("https://t.me/")][-1]


async def joins_the_staff(phone: Phone, name: str, post: str) -> None:
    """Consent, name, post, card."""
    await phone.taps("Даю согласие")
    await phone.says(name)
    await phone.taps(post)
    await phone.taps("Всё верно")


async def the_school_opens(year: Year) -> str:
    """From the coordinator's invitation to the link of the school; gives its token."""
    coordinator, curator = year.cast.coordinator, year.cast.curator
    await coordinator.starts(await year.world.invite(Role.COORDINATOR))
    await joins_the_staff(coordinator, "Орлова Светлана Игоревна", "Управление образования")
    await coordinator.taps("Меню")
    await coordinator.taps("Организации")
    await coordinator.taps("Новая организация")
    await coordinator.says(SCHOOL)
    for label in ("Школа", "Москва", "Всё верно", "Пригласить куратора"):
        await coordinator.taps(label)
    await curator.opens(link_on(coordinator))
    await joins_the_staff(curator, "Лебедева Ирина Павловна", "Директор")
    await coordinator.sees("Лебедева Ирина Павловна", "теперь с вами")
    await curator.taps("Меню")
    await curator.taps("Ссылка и плакат")
    await curator.taps("Плакат с QR-кодом")
    assert curator.photos[-1].startswith(b"\x89PNG")
    await curator.says("/menu")
    await curator.taps("Ссылка и плакат")
    await curator.taps("Скопировать ссылку")
    return (curator.copied or "").rpartition("=")[2]


async def a_teacher_tells(phone: Phone, token: str, name: str, birth: str, wish: str, area: str) -> None:
    """From the link to the card."""
    await begins(phone, token, birth, wish)
    await consents(phone)
    await phone.says(name)
    for label in ("Учитель или педагог", "Учитель-предметник"):
        await phone.taps(label)
    for day in ("01.09.2014", "01.09.2020"):
        await phone.says(day)
    for label in (area, "Готово", "Пропустить"):
        await phone.taps(label)
    await phone.sees("всё верно?", name)


async def a_grown_up_pupil_registers(phone: Phone, token: str, name: str, school_class: str) -> None:
    """Eighteen already: nobody has to consent for them."""
    await begins(phone, token, "12.03.2008", MENTEE)
    await consents(phone)
    await phone.says(name)
    await phone.taps("Ученик или ученица")
    await phone.says(school_class)
    for label in ("Проекты", "Готово", "Пропустить", "Всё верно"):
        await phone.taps(label)
    await phone.sees("заявка отправлена")


async def an_alumnus_registers(phone: Phone, token: str, name: str) -> None:
    """Left this school years ago, and wants to help."""
    await begins(phone, token, "04.07.1996", MENTOR)
    await consents(phone)
    await phone.says(name)
    for label in ("Выпускник школы", "Проекты", "Готово", "Всё верно"):
        await phone.taps(label)
    await phone.sees("заявка отправлена")


async def sends(phone: Phone) -> None:
    """The card is right."""
    await phone.taps("Всё верно")
    await phone.sees("заявка отправлена")


async def approves(curator: Phone, name: str) -> None:
    """In one tap, under the notice of the application."""
    await curator.taps("Одобрить", message=newest(curator, f"Новая заявка: {name}").message_id)
    await curator.sees(name, "одобрена")


async def the_mother_hesitates(child: Phone, mother: Phone, token: str) -> str:
    """A boy of twelve comes; his mother opens his link and says no. Gives the link."""
    await begins(child, token, "12.03.2014", MENTEE)
    link = await link_of(child)
    await mother.opens(link)
    await mother.taps("Даю согласие")
    await mother.taps("Не даю согласия")
    await mother.sees("согласия нет", "ту же ссылку")
    await child.sees("пока не дал согласия")
    return link


async def the_mother_consents(child: Phone, mother: Phone, link: str) -> None:
    """Days later, by the same link; the boy goes on where he was."""
    await guardian_consents(mother, link, MOTHER)
    await child.sees("Согласие получено", "Как тебя зовут?")
    await child.says("Петров Пётр Ильич")
    for label in ("Ученик или ученица", MENTEE):
        await child.taps(label)
    await child.says("7А")
    for label in ("Проекты", "Готово", "Пропустить", "Всё верно"):
        await child.taps(label)
    await mother.sees("заявка отправлена")
