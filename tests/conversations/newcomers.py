"""How people register, in the words of the tests: from the link to the check card."""

from __future__ import annotations

from simulator.phones import Phone

ADULT = "12.03.1990"
PUPIL_OF_12 = "12.03.2014"
PUPIL_OF_15 = "12.03.2011"


PAGES = 3
"""More than the longest list of areas has after its first."""


async def begins(phone: Phone, token: str, birth: str, role: str = "Хочу быть наставником") -> None:
    """Opens the organisation's link and says what for they come."""
    await phone.starts(token)
    await phone.taps(role)
    await phone.says(birth)


async def consents(phone: Phone) -> None:
    """Gives both own consents."""
    await phone.taps("Даю согласие")
    await phone.taps("Даю согласие")


async def teacher_tells(phone: Phone, name: str, area: str = "Цифровые навыки") -> None:
    """Everything from the name to the check card, as a teacher."""
    await phone.says(name)
    await phone.taps("Учитель или педагог")
    await phone.taps("Учитель-предметник")
    await phone.says("01.09.2014")
    await phone.says("01.09.2020")
    await ticks(phone, area)
    await phone.taps("Готово")
    await phone.taps("Пропустить")
    await phone.sees("всё верно?", name)


async def ticks(phone: Phone, label: str) -> None:
    """Ticks a choice, on whichever page it is."""
    for _ in range(PAGES):
        if label not in phone.screen.text and label not in phone.screen.labels:
            await phone.taps("›")
    await phone.taps(label)


async def pupil_tells(phone: Phone, name: str, school_class: str = "7А", *, minor: bool = True) -> None:
    """Everything from the name to the check card, as a pupil who wants a mentor (a minor is asked the role now)."""
    await phone.says(name)
    await phone.taps("Ученик или ученица")
    if minor:
        await phone.taps("Хочу помощи наставника")
    await phone.says(school_class)
    await ticks(phone, "Спорт")
    await phone.taps("Готово")
    await phone.taps("Пропустить")
    await phone.sees("всё верно?", name)


async def guardian_consents(phone: Phone, link: str, name: str) -> None:
    """Opens the child's link, gives both consents and confirms."""
    await phone.opens(link)
    await consents(phone)
    await phone.says(name)
    await phone.taps("Мать")
    await phone.taps("Да, сообщать")
    await phone.taps("Всё верно")


async def link_of(phone: Phone) -> str:
    """The guardian's link as the child copies it."""
    await phone.taps("Скопировать ссылку")
    return phone.copied or ""
