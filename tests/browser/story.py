"""What people of the school do on the demo's page, told step by step."""

from __future__ import annotations

from tests.browser.shown import Phone


async def shows_the_link(curator: Phone) -> None:
    """The curator has the organisation's link on the screen."""
    await curator.says("/menu")
    await curator.taps("Ссылка и плакат")
    await curator.sees("?start=")


async def is_approved(curator: Phone, newcomer: Phone) -> None:
    """The curator says yes to the application that came last, and the newcomer is told."""
    await curator.sees("Новая заявка")
    await curator.taps("Одобрить")
    await newcomer.sees("приняли")


async def registers_as_mentor(curator: Phone, mentor: Phone) -> None:
    """A teacher registers by the link that the curator gets, up to the sent application."""
    await shows_the_link(curator)
    await curator.opens_on(mentor)
    await mentor.taps("Хочу быть наставником")
    await mentor.answers("рождения", "12.05.1980")
    await mentor.sees("обработку")
    await mentor.taps("Даю согласие")
    await mentor.sees("участвовать")
    await mentor.taps("Даю согласие")
    await mentor.answers("зовут", "Дубов Сергей Ильич")
    await mentor.taps("Учитель или педагог")
    await mentor.answers("олжность", "учитель физики")
    await mentor.answers("01.09.2015", "01.09.2003")
    await mentor.answers("01.09.2020", "01.09.2010")
    await mentor.ticks("Учёба и предметы")
    await mentor.answers("предмет вы ведёте", "Физика")
    await mentor.taps("Всё верно")
    await mentor.sees("заявка отправлена")


async def brings_the_guardian(curator: Phone, pupil: Phone, guardian: Phone) -> None:
    """A pupil of twelve comes by the same link; the mother opens the one that the pupil sends, and reads its texts."""
    await curator.opens_on(pupil)
    await pupil.taps("Хочу помощи наставника")
    await pupil.answers("рождения", "03.04.2014")
    await pupil.sees("?start=")
    await pupil.opens_on(guardian)
    await guardian.sees("обработку")
    await guardian.taps("Даю согласие")
    await guardian.sees("участвовал")


async def registers_as_pupil(pupil: Phone, guardian: Phone) -> None:
    """The mother gives the second consent, too, and the pupil goes on to the sent application."""
    await guardian.taps("Даю согласие")
    await guardian.answers("зовут", "Ветрова Ирина Павловна")
    await guardian.taps("Мать")
    await guardian.taps("Да, сообщать")
    await guardian.taps("Всё верно")
    await guardian.sees("согласия записаны")
    await pupil.answers("зовут", "Ветров Михаил Антонович")
    await pupil.taps("Ученик или ученица")
    await pupil.taps("Хочу помощи наставника")
    await pupil.answers("класс", "7А")
    await pupil.ticks("Учёба и предметы")
    await pupil.answers("добиться", "Понять физику и сделать проект")
    await pupil.taps("Всё верно")
    await pupil.sees("заявка отправлена")


async def propose_a_pair(curator: Phone, mentor: Phone, pupil: Phone) -> None:
    """The curator proposes, both agree and open the first question."""
    await curator.says("/pairs")
    await curator.taps("Новая пара")
    await curator.picks("Пару")
    for side, name in (("среди наставляемых", "Ветров Михаил"), ("среди наставников", "Дубов Сергей")):
        await curator.answers(side, name)
        await curator.picks(name)
    for label in ("Учитель – ученик", "Учитель – неуспевающий", "Сегодня"):
        await curator.picks(label)
    await curator.taps("Через полгода")
    await curator.taps("Всё верно")
    await curator.sees("Предложение отправлено")
    for each in (mentor, pupil):
        await each.taps("Согласиться")
    for each in (mentor, pupil):
        await each.taps("Ответить")
        await each.sees("Вопрос 1")


async def begin_the_pair(curator: Phone, mentor: Phone, pupil: Phone) -> None:
    """Both answer their questionnaires, the order makes the pair active."""
    for each in (mentor, pupil):
        await each.fills_in()
    await curator.sees("Все ответили")
    await curator.taps("Приказ")
    await curator.answers("номер", "17-н")
    await curator.taps("Сегодня")
    await curator.taps("Всё верно")
    await mentor.sees("Наставничество началось")


async def plan_a_meeting(mentor: Phone, pupil: Phone) -> None:
    """The mentor plans the acquaintance for tomorrow; the pupil is told."""
    await mentor.taps("Назначить встречу")
    await mentor.taps("Знакомство")
    await mentor.answers("день", "завтра")
    await mentor.taps("15:00")
    await mentor.answers("де", "Кабинет 12")
    await mentor.taps("Всё верно")
    await pupil.sees("15:00")


async def log_the_meeting(mentor: Phone, pupil: Phone) -> None:
    """After the end the mentor logs it and says how it was; the pupil is asked the same."""
    await mentor.sees("состоялась?")
    for label in ("Да", "45 минут", "Готово"):
        await mentor.taps(label)
    await mentor.sees("Как прошла встреча?")
    await mentor.taps("5")
    await mentor.sees("Оценка сохранена")
    await pupil.sees("Как прошла встреча?")
