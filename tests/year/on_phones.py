"""What some do and read on their own phones: a newcomer, a mentor, curators; summaries and boards as they see them."""

from __future__ import annotations

import re
from datetime import date, timedelta

from mentoring.roles import Role
from simulator.phones import Phone
from tests.year import arriving, doing
from tests.year.by_hand import Period
from tests.year.casting import Life, Sort
from tests.year.documents import RULES, found
from tests.year.ledger import Met, Soul, Typed
from tests.year.reckoning import Mean, Sums, bounds, sums
from tests.year.speech import gives, newest, taps_all
from tests.year.story import Story
from tests.year.town import COORDINATOR

GUIDE, NEWCOMER = 9_011, 9_012
NAME = "Новикова Нина Юрьевна"
BIRTH, CAREER = date(1995, 2, 20), date(2014, 9, 1)
HEAD = "Активных пар и групп"


# --- what they do -----------------------------------------------------------------------------------------------------


async def a_newcomer_begins(story: Story) -> None:
    """A teacher comes by the organisation's link, is approved under the notice, and gets a mentor and a meeting."""
    town, place = story.town, next(iter(story.ledger.places))
    curator = town.phones[town.staff[place, "curator"]]
    async with town.world.work() as work:
        token = await work.invitations.create(None, place)
    phone = town.phones[NEWCOMER] = town.world.phone("Нина", telegram_id=NEWCOMER)
    await arriving.a_teacher_tells(phone, token, NAME, f"{BIRTH:%d.%m.%Y}", arriving.MENTEE, "Методика и уроки")
    await arriving.sends(phone)
    await arriving.approves(curator, NAME)
    await phone.sees("Вас приняли")
    async with town.world.work() as work:
        person = await work.people.by_telegram(NEWCOMER)
    assert person is not None
    town.ids[NEWCOMER] = person.id
    newcomer = Soul(NEWCOMER, NAME, "teacher", BIRTH, [place], post="Учитель-предметник", career=CAREER)
    story.ledger.souls[NEWCOMER] = newcomer
    guide = Soul(GUIDE, "Наставников Пётр Ильич", "teacher", date(1980, 5, 2), [place], career=date(2003, 9, 1))
    await town.joins(guide, Role.MENTOR)
    sort = next(each for each in story.plot.sorts if (each.mentor, each.mentee) == ("teacher", "teacher"))
    await _work_together(story, place, sort, guide, newcomer)


async def _work_together(story: Story, place: int, sort: Sort, guide: Soul, newcomer: Soul) -> None:
    town, now = story.town, story.town.world.now
    life = Life(place, sort, [guide], [newcomer], now, now, date(2027, 5, 31), "on", None)
    union = await doing.proposes(town, life)
    await doing.orders(town, union, 1000)
    story.at(now + timedelta(days=3), lambda: they_meet(story, union.id))


async def they_meet(story: Story, union: int) -> None:
    """The mentor logs it in /log, both give a mark."""
    town = story.town
    mentor, mentee = town.phones[GUIDE], town.phones[NEWCOMER]
    await mentor.says("/log")
    await taps_all(mentor, "Сегодня", "1 час", "Готово")
    await mentor.sees("Записано", "60 минут")
    at = town.world.now - timedelta(minutes=60)
    story.ledger.meetings[-union] = Met(-union, union, at, planned=False, state="held")
    await town.look_round()
    for phone, mark in ((mentor, 5), (mentee, 4)):
        await gives(phone, mark)
        asked = next(one for one in story.ledger.asked.values() if one.chat == phone.id and one.stage == "feedback")
        asked.state, asked.answered, asked.marks = "answered", town.world.now, [("meeting", mark)]


async def somebody_types_a_denominator(story: Story) -> None:
    """The first indicator's, on the screen of whoever types it in."""
    rules = RULES.get(story.plot.programme)
    if not rules:
        return
    rule = next(iter(rules.values()))
    place = None if rule.alone else next(iter(story.ledger.places))
    phone = story.town.phones[COORDINATOR if place is None else story.town.staff[place, "curator"]]
    await phone.says("/indicators")
    await phone.taps("1")
    await phone.taps("Ввести знаменатель")
    await phone.says("77")
    await phone.taps("Сегодня")
    await phone.taps(next(label for label in phone.screen.labels if label not in ("Назад", "Отменить")))
    await phone.sees("Записали")
    today = story.town.world.now.astimezone(story.zone).date()
    assert rule.below is not None
    story.ledger.typed.append(Typed(place, rule.below, 77, today))


# --- what they read ---------------------------------------------------------------------------------------------------


async def summaries_on_phones(story: Story, place: int, span: str) -> None:
    """Of a curator and a head of the organisation, and of the coordinator; each with the lines of their role."""
    town = story.town
    right = sums(story.ledger, [place], town.world.now, span, story.ledger.places[place].zone)
    for role in ("curator", "head"):
        phone = town.phones[town.staff[place, role]]
        await phone.says(f"/summary {span}")
        said = newest(phone, HEAD).text
        _reads(said, [*lines(right), *_of_role(story, place, role)])
    phone = town.phones[COORDINATOR]
    await phone.says(f"/summary {span}")
    if len(story.ledger.places) > 1:
        await phone.taps("Все вместе")
    whole = sums(story.ledger, list(story.ledger.places), town.world.now, span, story.plot.zone)
    quiet = [] if len(story.ledger.places) == 1 else _quiet(story, span)
    _reads(newest(phone, HEAD).text, [*lines(whole, veiled=True), *quiet])


def _reads(said: str, parts: list[str]) -> None:
    plain = re.sub(r"(?<=\d)\u00a0(?=\d)", "", said)  # 1 413 is typeset in groups
    missing = [part for part in parts if part not in plain]
    assert not missing, f"{missing} is not in:\n{said}"


def lines(right: Sums, *, veiled: bool = False) -> list[str]:
    """The summary's lines; of plurals only what all of them begin with."""
    said = [f"Активных пар и групп: {right.active}"]
    said += [f"{right.held} из {right.planned} встреч"] if right.planned else []
    said += [f"Ещё без плана: {right.unplanned}"] if right.unplanned else []
    rest = (right.not_held, right.unlogged, right.cancelled, right.moved)
    if any(rest):
        said.append("Не состоялось: {}, без отметки: {}, отменено: {}, перенесено: {}".format(*rest))
    said.append("Отзывы о встречах: {} из {}".format(*right.feedback) if right.feedback[1] else "никого не спрашивали")
    said.append("Анкеты: {} из {}".format(*right.questionnaires) if right.questionnaires[1] else "никому не отправляли")
    if not veiled:
        said += _mean("Оценка встреч", right.meeting_marks, 5) + _mean("Удовлетворённость", right.satisfaction, 10)
    many = len(right.waiting)
    return [*said, f"Без встреч 21 день и дольше — {many} пар" if many else "Нет пар без встреч"]


def _mean(name: str, mean: Mean, most: int) -> list[str]:
    if mean.value is None:
        return [f"{name}: пока нет ответов"]
    said = [f"{name}: {_comma(mean.value)} из {most} ({mean.count} ответ"]
    if mean.change:
        said.append(f"{'▲' if mean.change > 0 else '▼'} {_comma(abs(mean.change))})")
    return said


def _comma(hundredths: int) -> str:
    whole, part = divmod(hundredths, 100)
    return f"{whole},{part:02}".rstrip("0").rstrip(",")


def _of_role(story: Story, place: int, role: str) -> list[str]:
    if role == "curator":
        waiting = [one for one in story.ledger.unions.values() if one.place == place and one.began is None]
        return [f"Ждут приказа: {len(waiting)}"] if waiting else []
    if not story.plot.periods:
        return []
    period, rules = _current(story, place), RULES[story.plot.programme]
    told = [found(story.ledger, rule, name, place, period).met for name, rule in rules.items()]
    judged = [met for met in told if met is not None]
    return [f"План достигнут по {sum(judged)} из {len(judged)} показател"] if judged else []


def _current(story: Story, place: int) -> Period:
    """The period to be reported next, or due within the last two weeks; after the last one the last."""
    today = story.ledger.day(story.town.world.now, place)
    coming = [one for one in story.plot.periods if today <= one.on + timedelta(days=14)]
    return coming[0] if coming else story.plot.periods[-1]


def _quiet(story: Story, span: str) -> list[str]:
    """In how many organisations there are pairs and no meetings."""
    now, zone = story.town.world.now, story.plot.zone
    _, starts, ends = bounds(now, span, zone)
    many = 0
    for place in story.ledger.places:
        here = {one.id for one in story.ledger.unions.values() if one.place == place}
        met = [each for each in story.ledger.meetings.values() if each.union in here and each.state == "held"]
        active = sums(story.ledger, [place], now, span, zone).active
        many += bool(active) and not any(starts <= each.at < ends for each in met)
    return [f"(организаций: {many})"] if many else []


async def the_board_on_phones(story: Story, place: int) -> None:
    """The curator's board of the period to be reported next: every numerator and denominator."""
    if not story.plot.periods:
        return
    phone: Phone = story.town.phones[story.town.staff[place, "curator"]]
    await phone.says("/indicators")
    period = _current(story, place)
    for name, rule in RULES[story.plot.programme].items():
        right = found(story.ledger, rule, name, place, period)
        if right.below and not (name == "iv.1" and period.code != "2026"):
            await phone.sees(f"({right.number} из {right.below})")
