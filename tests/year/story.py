"""A year of a programme as a queue of acts, each at its moment; now and then the bot wakes up and does what is due."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta
from heapq import heappop, heappush
from itertools import count
from zoneinfo import ZoneInfo

from mentoring.roles import Role
from surveys.definition import Question
from tests.conversations.world import World
from tests.year import doing
from tests.year.answering import answers
from tests.year.casting import FEW, Casting, Life, Plot
from tests.year.ledger import Asked, Ledger, Met, Union
from tests.year.town import Town

Act = Callable[[], Awaitable[object]]
WAKES = (date(2026, 9, 16), date(2026, 11, 12), date(2026, 12, 11), date(2027, 6, 11))
"""Days on which the bot wakes at ten: none is a Monday, whose summaries have a year of their own (Tver's)."""
OFTEN = (
    *(date(2026, 10, 2), date(2026, 12, 3), date(2027, 1, 20), date(2027, 3, 16)),
    *(date(2027, 4, 13), date(2027, 7, 2), date(2027, 8, 20)),
)
"""Beside these, where there are many."""
ELSEWHERE = "Europe/Samara"
"""The second organisation of a programme by Moscow's clock lives by this one."""


class Story:
    """Lives a programme's year with `many` people."""

    def __init__(self, world: World, plot: Plot, many: int) -> None:
        self.plot = plot
        self.many = many
        self.town = Town(world, Ledger(plot.zone, plot.begins))
        self.zone = ZoneInfo(plot.zone)
        self._acts: list[tuple[datetime, int, Act]] = []
        self._order = count()
        self._orders = count(1)
        self._seen: set[int] = set()

    @property
    def ledger(self) -> Ledger:
        return self.town.ledger

    def at(self, moment: datetime, act: Act) -> None:
        """Puts an act into the queue; of one moment the first put is the first done."""
        heappush(self._acts, (moment, next(self._order), act))

    def local(self, day: date, hour: int = 12, minute: int = 0) -> datetime:
        """By the programme's clock."""
        return datetime(day.year, day.month, day.day, hour, minute, tzinfo=self.zone)

    async def begin(self) -> None:
        """Organisations and their staff are there, and everything that will be lived is in the queue."""
        self.town.listen()
        await self.town.leads()
        number = 0
        for kind, many in self.plot.places:
            for _ in range(many):
                number += 1
                moved = number == 2 and self.plot.zone == "Europe/Moscow" and len(self.plot.places) > 1
                await self.town.founds(f"{kind.title()} № {number}", kind, ELSEWHERE if moved else self.plot.zone)
        places = [(one.id, one.kind, one.zone) for one in self.ledger.places.values()]
        self.casting = Casting(self.plot, places, self.many)
        self.chance = self.casting.chance
        for life in self.casting.lives():
            self.at(life.proposed, lambda life=life: self._begins(life))
        for day in WAKES if self.many <= FEW else (*WAKES, *OFTEN):
            self.at(self.local(day, 10), self._wakes)

    async def until(self, moment: datetime) -> None:
        """Everything up to `moment` happens."""
        while self._acts and self._acts[0][0] <= moment:
            when, _, act = heappop(self._acts)
            self._set(when)
            await act()
            self._answers_follow()
        self._set(moment)

    def _set(self, moment: datetime) -> None:
        if moment.astimezone(UTC) > self.town.world.now:
            self.town.world._clock.set(moment.astimezone(UTC))

    async def _wakes(self) -> None:
        world = self.town.world
        await world.until(world.now)
        await self.town.look_round()
        self.ledger.woke(world.now)

    # --- answers ------------------------------------------------------------------------------------------------------

    def _answers_follow(self) -> None:
        """Most answer what they were asked, within two days; before the beginning one in three."""
        for number in self.ledger.asked.keys() - self._seen:
            self._seen.add(number)
            asked = self.ledger.asked[number]
            if self.chance.random() < (0.33 if asked.stage == "entry" else 0.7):
                later = timedelta(minutes=self.chance.randrange(5, 2 * 24 * 60))
                self.at(self.town.world.now + later, lambda asked=asked: self._answers(asked))

    async def _answers(self, asked: Asked) -> None:
        if asked.state == "waits":
            liking = self.chance.choice((4, 6, 7, 8, 9))
            await answers(self.town, asked, lambda question: self._mark(question, liking))

    def _mark(self, question: Question, liking: int) -> int:
        if question.measures == "meeting":
            return self.chance.randint(max(1, liking // 2 - 1), 5)
        return min(10, max(1, liking + self.chance.choice((-2, -1, 0, 0, 1, 2))))

    # --- a union ------------------------------------------------------------------------------------------------------

    async def _begins(self, life: Life) -> None:
        for role, souls in ((Role.MENTOR, life.mentors), (Role.MENTEE, life.mentees)):
            for soul in souls:
                if soul.chat not in self.ledger.souls:
                    await self.town.joins(soul, role)
        await self._is_marked(life)
        union = await doing.proposes(self.town, life)
        if life.fixed is None:
            return
        self.at(life.fixed, lambda: doing.orders(self.town, union, next(self._orders)))
        for number, at in enumerate(life.meetings):
            last = number == len(life.meetings) - 1 and life.fate == "completed"
            kind = "acquaintance" if number == 0 else "final" if last else "working"
            self.at(max(at - timedelta(days=2), life.fixed), lambda at=at, kind=kind: self._meets(union, at, kind))
        if life.over is not None:
            end = doing.ends_early if life.fate == "early" else doing.completes
            self.at(life.over, lambda: end(self.town, union))

    async def _is_marked(self, life: Life) -> None:
        """What the role model is about, since some day; a mark in three is taken off later."""
        today = self.ledger.day(self.town.world.now, life.place)
        if life.sort.need is not None:
            for soul in life.mentees:
                since = today + timedelta(days=self.chance.choice((-40, -1, 0)))
                await self.town.marks(soul.chat, life.place, life.sort.need, since)
                self._is_unmarked()
                if life.sort.need == "pmpk" and self.chance.random() < 0.5:
                    await self.town.marks(soul.chat, life.place, "tutor", since)
        if self.plot.programme == "kyzyl":
            for soul in life.mentors:
                if soul.belongs[0] == life.place and not any(one.chat == soul.chat for one in self.ledger.known):
                    rank = self.chance.choice(("none", "first", "highest"))
                    await self.town.marks(soul.chat, life.place, "qualification", today, rank)

    def _is_unmarked(self) -> None:
        known = self.ledger.known[-1]
        if self.chance.random() < 0.35:
            day = self.chance.choice((date(2026, 12, 31), date(2027, 1, 1), date(2027, 6, 30), date(2027, 7, 1)))
            self.at(self.local(day, 9), lambda: self.town.unmarks(known))

    # --- meetings -----------------------------------------------------------------------------------------------------

    async def _meets(self, union: Union, at: datetime, kind: str) -> None:
        if union.ended is not None:
            return
        met = await doing.plans(self.town, union, at, kind)
        dice = self.chance.random()
        if dice < 0.1:
            self.at(at - timedelta(hours=5), lambda: self._unless_over(met, lambda: doing.cancels(self.town, met)))
        elif dice < 0.25:
            later = at + timedelta(days=1)
            self.at(at - timedelta(hours=5), lambda: self._unless_over(met, lambda: doing.moves(self.town, met, later)))
            self._is_logged(met, later, "held")
        elif dice < 0.85:
            self._is_logged(met, at, "held" if dice < 0.75 else "not_held")
        if self.chance.random() < 0.2:
            self.at(at + timedelta(days=3, hours=1), lambda: self._unplanned(union))

    def _is_logged(self, met: Met, at: datetime, state: str) -> None:
        when = at + timedelta(hours=self.chance.choice((1, 3, 28)))
        self.at(when, lambda: self._unless_over(met, lambda: doing.logs(self.town, met, state)))

    async def _unless_over(self, met: Met, act: Act) -> None:
        if met.state == "planned" and self.ledger.unions[met.union].ended is None:
            await act()

    async def _unplanned(self, union: Union) -> None:
        if union.ended is None:
            await doing.logs_unplanned(self.town, union)
