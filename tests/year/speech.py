"""What people do with the bot over a year, in the words of the diary."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from simulator.phones import Phone, Screen

DONE = "Спасибо! Ответы сохранены."
PROGRAMME, EXPECTED, TOGETHER, RESULTS = "программа", "ожидания", "вместе", "результат"
"""The four questions of satisfaction; pupils read them with «ты»."""
WORDING: Mapping[str, tuple[str, ...]] = {
    PROGRAMME: ("довольны программой наставничества", "нравится программа наставничества"),
    EXPECTED: ("Насколько сбылись",),
    TOGETHER: ("работалось вместе с наставником",),
    RESULTS: ("довольны тем, чего достигли", "нравится, что у тебя получилось"),
}


def newest(phone: Phone, part: str) -> Screen:
    """The newest message with the part."""
    found = [screen for screen in phone.screens if part in screen.text]
    assert found, f"{phone.name} has no message with «{part}»"
    return found[-1]


async def taps_all(phone: Phone, *labels: str) -> None:
    """One after another."""
    for label in labels:
        await phone.taps(label)


def number_of(screen: Screen, name: str) -> str:
    """The number before the line of a list that has the name."""
    found = re.search(rf"^(\d+)\. .*{re.escape(name)}", screen.text, re.MULTILINE)
    assert found, f"«{name}» is not in the list:\n{screen.text}"
    return found[1]


# --- pairs and groups ------------------------------------------------------------------------------------------------


async def proposes(
    curator: Phone, mentor: str, mentees: Sequence[str], form: str, model: str, until: str = "18.12.2026"
) -> None:
    """The curator forms a pair or a group that begins today."""
    await curator.says("/pairs")
    await taps_all(curator, "Новая пара", "Группу" if len(mentees) > 1 else "Пару")
    for mentee in mentees:
        labels = curator.screen.labels
        named = any(mentee in label for label in labels)
        await curator.taps(mentee if named else number_of(curator.screen, mentee))
    if len(mentees) > 1:
        await curator.taps("Готово")
    await taps_all(curator, mentor, form, model, "Сегодня")
    await curator.says(until)
    await curator.taps("Всё верно")
    await curator.sees("Предложение отправлено", mentor, *mentees)


async def opens_card(curator: Phone, name: str) -> None:
    """The card of the pair with this name in the list."""
    await curator.says("/pairs")
    listed = newest(curator, "Пары и группы")
    await curator.taps(number_of(listed, name), message=listed.message_id)


async def enters_order(curator: Phone, name: str, number: str, *, missing: str | None = None) -> None:
    """The order makes it active; `missing`: without whose questionnaire."""
    await opens_card(curator, name)
    await curator.taps("Приказ")
    if missing is not None:
        await curator.sees("Ещё не ответили", missing)
        await curator.taps("Продолжить без них")
    await curator.says(number)
    await taps_all(curator, "Сегодня", "Всё верно")
    await curator.sees(f"Приказ № {number}", "пара работает")


async def completes(curator: Phone, name: str, *, missing: str | None = None) -> None:
    """The end; `missing`: without whose exit questionnaire."""
    await opens_card(curator, name)
    await curator.taps("Завершить", message=curator.screen.message_id)
    if missing is None:
        await curator.taps("Да, завершить")
    else:
        await curator.sees("Ещё не ответили", missing)
        await curator.taps("Завершить без них")
    await curator.sees("Завершено")


# --- questionnaires --------------------------------------------------------------------------------------------------


async def begins_answers(phone: Phone, notice: str) -> None:
    """Opens the questionnaire from its notice."""
    await phone.taps("Ответить", message=newest(phone, notice).message_id)


async def answers(phone: Phone, notice: str, satisfied: Mapping[str, int] | None = None) -> None:
    """Opens the questionnaire and answers it to the end; `satisfied`: the marks of its questions of satisfaction."""
    await begins_answers(phone, notice)
    await goes_on(phone, satisfied)


async def goes_on(phone: Phone, satisfied: Mapping[str, int] | None = None, most: int = 80) -> None:
    """Answers what is on the screen, to the end or `most` questions; each given mark is asked for once."""
    left = dict(satisfied or {})
    for number in range(most):
        if DONE in phone.screen.text:
            break
        item = next((item for item, said in WORDING.items() if any(one in phone.screen.text for one in said)), None)
        if item is not None:
            await phone.taps(str(left.pop(item)), message=phone.screen.message_id)
        else:
            await _answers_somehow(phone)
        assert number < 79, f"the questionnaire has no end: {phone.screen}"
    assert not left, f"{phone.name} was not asked for {left}"


async def _answers_somehow(phone: Phone) -> None:
    """The first answer there is, a word where one is typed; skips what may be skipped."""
    message, labels = phone.screen.message_id, phone.screen.labels
    if "Пропустить" in labels:
        await phone.taps("Пропустить", message=message)
    elif "Готово" in labels:
        await phone.taps(labels[0], message=message)
        await phone.taps("Готово", message=message)
    elif labels[0] in ("Назад", "Продолжить позже"):
        await phone.says("Слово")
    else:
        await phone.taps(labels[0], message=message)


# --- meetings --------------------------------------------------------------------------------------------------------


async def plans(phone: Phone, kind: str, day: str, at: str, with_: str | None = None) -> None:
    """A meeting at school on `day` («11.09»); `with_`: whom, where there is a choice."""
    await phone.says("/meetings")
    await phone.taps("Назначить встречу")
    if with_ is not None:
        await phone.taps(with_)
    await phone.taps(kind)
    await phone.says(f"{day}.2026")
    await phone.says(at)
    await taps_all(phone, "В школе", "Всё верно")
    await phone.sees("Встреча назначена")


async def opens_meeting(phone: Phone, at: str) -> None:
    """The card of a meeting to come («25.09 15:00»), from the list."""
    await phone.says("/meetings")
    await phone.taps(at)


async def moves(phone: Phone, at: str, day: str, hour: str) -> None:
    """From `at` to another day and hour."""
    await opens_meeting(phone, at)
    await phone.taps("Перенести")
    await phone.says(f"{day}.2026")
    await phone.says(hour)
    await phone.sees("Встреча перенесена")


async def cancels(phone: Phone, at: str, why: str) -> None:
    """The meeting will not be."""
    await opens_meeting(phone, at)
    await taps_all(phone, "Отменить встречу", why)
    await phone.sees("Встреча отменена")


async def proposes_another_time(phone: Phone, day: str, hour: str, why: str) -> None:
    """Under the invitation."""
    await phone.taps("Другое время", message=newest(phone, "приглашает").message_id)
    await phone.says(f"{day}.2026")
    await phone.says(hour)
    await phone.says(why)
    await phone.sees("остаётся в прежнее время")


async def logs(mentor: Phone) -> None:
    """«Состоялась?» — in three taps; of a group it is asked who was there, and everybody was."""
    await taps_all(mentor, "Да", "45 минут")
    await mentor.taps("Все были" if "Все были" in mentor.screen.labels else "Готово")
    await mentor.sees("Записано", "45 минут")


async def logs_not_held(mentor: Phone, why: str) -> None:
    """It was not, and why."""
    await taps_all(mentor, "Нет", why)
    await mentor.sees("Записано", "не состоялась")


async def logs_unplanned(mentor: Phone, with_: str, day: str, *, besides: bool = False) -> None:
    """`/log`; `besides`: another meeting than the one that waits to be logged."""
    await mentor.says("/log")
    if besides:
        await mentor.taps("Другая встреча")
    await taps_all(mentor, with_, day, "1 час", "Готово")
    await mentor.sees("Записано", "60 минут")


async def gives(phone: Phone, mark: int, comment: str | None = None) -> None:
    """One tap about the last meeting, and a few words if there is something to say."""
    await phone.taps(str(mark), message=newest(phone, "Как прошла встреча?").message_id)
    await phone.sees("Оценка сохранена")
    if comment is not None:
        await phone.taps("Добавить комментарий")
        await phone.says(comment)
        await phone.sees("Комментарий сохранён")
