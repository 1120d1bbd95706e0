"""What people do: each acts once on the last screen seen, and never again, whatever becomes of the bot."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from bot.training import names
from simulator.chats import Person
from simulator.phones import Phone
from simulator.telegram import Telegram
from tests.durability.people import QUESTIONS, Gate

PATIENCE = 240.0
"""Seconds a person waits for a screen: longer than any number of restarts and faults on the way."""
ZONES = ("Europe/Berlin", "Europe/Moscow")


def zone_of(number: int) -> str:
    """By which clock somebody lives: two pairs' mentors in turn by Berlin's, which goes back an hour in October."""
    return ZONES[number % 4 // 2]


@dataclass(frozen=True, slots=True)
class Step:
    """`sees`: what the screen has to say (None: there is none yet); then a button (empty: the first), or a text."""

    sees: str | None
    taps: str | None = None
    says: str | Callable[[], str] | None = None


def answering(digits: Sequence[str]) -> list[Step]:
    """The ten questions."""
    asked = [Step(f"Вопрос {n} из {QUESTIONS}", taps=digit) for n, digit in enumerate(digits, 1)]
    return [Step(None, says="/surveys"), Step("Что ждёт ваших ответов", taps=""), *asked]


LOGGING = [
    Step(None, says="/log"),
    Step("Когда была встреча", taps="Вчера"),  # the clock may be set back over midnight before it is looked at
    Step("Сколько длилась встреча", taps="45 минут"),
    Step("Записываем?", taps="Готово"),
    Step("Записано"),
]


class Plan:
    """A meeting some days ahead of the moment at which its day is asked: later than any leap of the clock till then."""

    def __init__(self, now: Callable[[], datetime], zone: str, random: Random) -> None:
        self._now = now
        self._zone = ZoneInfo(zone)
        self._ahead = timedelta(days=random.randint(4, 8))
        self._at = time(random.randint(11, 18), random.choice([0, 15, 30, 45]))
        self.begins: datetime | None = None

    def day(self) -> str:
        chosen = (self._now() + self._ahead).astimezone(self._zone).date()
        self.begins = datetime.combine(chosen, self._at, self._zone)
        return f"{chosen:%d.%m.%Y}"

    @property
    def steps(self) -> list[Step]:
        return [
            Step(None, says="/meetings"),
            Step("Встречи", taps="Назначить встречу"),
            Step("Какая это будет встреча", taps=""),
            Step("В какой день", says=self.day),
            Step("Во сколько", says=f"{self._at:%H:%M}"),
            Step("Где встретимся", taps="В школе"),
            Step("Назначаем встречу", taps="Всё верно"),
            Step("Встреча назначена"),
        ]


def registering(name: str, birth: str) -> list[Step]:
    """Everything from the link to the application."""
    return [
        Step("Что ближе всего", taps="Хочу быть наставником"),
        Step("Дата рождения", says=birth),
        Step("на обработку моих персональных", taps="Даю согласие"),
        Step("участвовать в программе", taps="Даю согласие"),
        Step("Как вас зовут", says=name),
        Step("Кто вы", taps="Учитель или педагог"),
        Step("Ваша должность", taps="Учитель-предметник"),
        Step("Когда вы начали работать", says="01.09.2014"),
        Step("Когда вы пришли работать", says="01.09.2020"),
        Step("С чем вы можете помочь", taps=""),
        Step("С чем вы можете помочь", taps="Готово"),
        Step("Какой предмет", taps="Пропустить"),
        Step("всё верно", taps="Всё верно"),
        Step("заявка отправлена"),
    ]


class Walker:
    """One person on their way; `done` counts the screens they have acted on."""

    def __init__(self, telegram: Telegram, number: int, steps: Sequence[Step], gate: Gate, token: str = "") -> None:
        telegram.add(Person(number, f"Person {number}"))
        telegram.chat(number).started = not token
        self.phone = Phone(telegram, number)
        self.steps = steps
        self.done = 0
        self._gate = gate
        self._token = token

    async def walk(self) -> None:
        """To the end; raises AssertionError where a screen does not come."""
        if self._token:
            await self._gate.passed()
            await self.phone.starts(self._token)
        for step in self.steps:
            await self._act(step, await self._seen(step.sees))
            self.done += 1

    async def _seen(self, part: str | None) -> int:
        """The newest message that says so."""
        if part is None:
            return 0
        await self.phone.waits_for(part, seconds=PATIENCE)
        return max(screen.message_id for screen in self.phone.screens if part in screen.text)

    async def _act(self, step: Step, message: int) -> None:
        if step.says is None and step.taps is None:
            return
        await self._gate.passed()
        if step.says is not None:
            await self.phone.says(step.says if isinstance(step.says, str) else step.says())
        else:
            screen = next(each for each in self.phone.screens if each.message_id == message)
            await self.phone.taps(step.taps or screen.labels[0], message=message)


class School:
    """Everybody: mentees answer, mentors log a meeting and plan the next, newcomers register by the `tokens`.

    people: how many are registered (even).
    """

    def __init__(
        self, telegram: Telegram, people: int, tokens: Sequence[str], now: Callable[[], datetime], seed: int
    ) -> None:
        self.gate = Gate()
        random = Random(seed)
        self.answers = {n: [str(random.randint(1, 5)) for _ in range(QUESTIONS)] for n in range(2, people + 1, 2)}
        self.plans = {n: Plan(now, zone_of(n), random) for n in range(1, people + 1, 2)}
        self.names = {1001 + n: name for n, name in enumerate(names(people + 2 + len(tokens))[people + 2 :])}
        self.walkers = [
            *(
                Walker(telegram, n, [*answering(given), Step("Спасибо")], self.gate)
                for n, given in self.answers.items()
            ),
            *(Walker(telegram, n, [*LOGGING, *plan.steps], self.gate) for n, plan in self.plans.items()),
            *(
                Walker(telegram, n, registering(name, f"{n % 28 + 1:02}.03.1990"), self.gate, token)
                for (n, name), token in zip(self.names.items(), tokens, strict=True)
            ),
        ]

    @property
    def actions(self) -> int:
        """How many texts and presses it takes until all are through."""
        return sum(1 for walker in self.walkers for step in walker.steps if step.says or step.taps is not None) + len(
            self.names
        )

    @property
    def markers(self) -> Iterator[str]:
        """What the screens of the ways say: only these are never shown twice without a reason."""
        return (step.sees for walker in self.walkers for step in walker.steps if step.sees)

    def meeting_of(self, chat: int) -> datetime | None:
        """When the planned meeting of this mentor or mentee begins."""
        plan = self.plans.get(chat if chat % 2 else chat - 1)
        return plan.begins if plan else None

    async def walk(self) -> None:
        await asyncio.gather(*(walker.walk() for walker in self.walkers))
