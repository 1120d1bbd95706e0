"""People behind the simulator's trial endpoints: they press, and it is read off its record when they were answered."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import aiohttp

POLL = 0.02
SHOWN = frozenset({"sendMessage", "editMessageText"})
FILES = frozenset({"sendPhoto", "sendDocument"})
PATIENCE = 60.0


class Called(NamedTuple):
    """A call of the bot: `at` in monotonic seconds, `outcome` is ok or what went wrong."""

    method: str
    chat: int | None
    at: float
    outcome: str


@dataclass(slots=True)
class Walker:
    """One person: the message with the question, and the questionnaire's name in its buttons (ours only)."""

    person: int
    message: int = 0
    prefix: str = ""
    question: int = 1


@dataclass(slots=True)
class Figures:
    """What a stretch of traffic gave: seconds to each answer, and how long it all took."""

    waits: list[float] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def rate(self) -> float:
        return len(self.waits) / self.seconds

    def percentile(self, share: float) -> float:
        """Milliseconds within which this share of the answers came."""
        ordered = sorted(self.waits)
        return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))]


class Crowd:
    """The people of one simulator."""

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self._session = session
        self._url = url
        self._next = 0
        self._waiting: dict[int, float] = {}

    async def act(self, steps: Sequence[dict[str, Any]]) -> list[Any]:
        """Gestures, all at once."""
        async with self._session.post(f"{self._url}/trial/act", json=list(steps)) as answer:
            return list(await answer.json())

    async def latency(self, seconds: float) -> None:
        """Let the network be slow from now on."""
        async with self._session.post(f"{self._url}/trial/faults", json={"latency": seconds}) as answer:
            await answer.read()

    @property
    def seen(self) -> int:
        """How many calls of the bot have been looked at."""
        return self._next

    async def calls(self) -> list[Called]:
        """The bot's calls since the last look."""
        found = await self.record(self._next)
        self._next += len(found)
        return found

    async def record(self, since: int) -> list[Called]:
        """All of the bot's calls but the first so many."""
        async with self._session.get(f"{self._url}/trial/record", params={"since": since}) as answer:
            found = await answer.json()
        return [Called(*call) for call in found["calls"]]

    async def screen(self, person: int) -> dict[str, Any]:
        """The last message of a chat."""
        async with self._session.get(f"{self._url}/trial/chats/{person}") as answer:
            messages: list[dict[str, Any]] = await answer.json()
        return messages[-1]

    async def do(self, steps: dict[int, dict[str, Any]]) -> None:
        """One gesture of each of these people; noted when."""
        now = time.monotonic()
        self._waiting.update(dict.fromkeys(steps, now))
        await self.act(list(steps.values()))

    async def answered(self) -> dict[int, float]:
        """Who has been shown something since they last did something, and after how many seconds."""
        found: dict[int, float] = {}
        for call in await self.calls():
            if call.method in SHOWN and call.outcome == "ok" and call.chat in self._waiting:
                found[call.chat] = call.at - self._waiting.pop(call.chat)
        return found

    async def all_answered(self, patience: float = PATIENCE) -> dict[int, float]:
        """Until everybody has been answered, for so many seconds at most."""
        found: dict[int, float] = {}
        async with asyncio.timeout(patience):
            while self._waiting:
                await asyncio.sleep(POLL)
                found |= await self.answered()
        return found

    async def polled(self, person: int) -> None:
        """Until the bot asks for updates, which shows in the answer to somebody's first words."""
        await self.do({person: {"do": "say", "person": person, "text": "/help"}})
        await self.all_answered()

    async def begin(self, people: Sequence[int], *, bare: bool) -> list[Walker]:
        """Everybody opens the questionnaire, by its list and the first button or (bare) by any text."""
        await self.do({person: {"do": "say", "person": person, "text": "/surveys"} for person in people})
        await self.all_answered()
        if not bare:
            await self.do({person: await self._first_button(person) for person in people})
            await self.all_answered()
        return [await self._walker(person) for person in people]

    async def flat_out(self, walkers: Sequence[Walker], answers: int) -> Figures:
        """Everybody presses as soon as they have been answered, so many times each."""
        figures, began = Figures(), time.monotonic()
        left = {walker.person: answers for walker in walkers}
        known = {walker.person: walker for walker in walkers}
        await self.do({walker.person: _press(walker) for walker in walkers})
        async with asyncio.timeout(PATIENCE):
            while left:
                await asyncio.sleep(POLL)
                found = await self.answered()
                figures.waits += found.values()
                for person in found:
                    left[person] -= 1
                left = {person: more for person, more in left.items() if more}
                if again := [known[person] for person in found if person in left]:
                    await self.do({walker.person: _press(walker) for walker in again})
        figures.seconds = time.monotonic() - began
        return figures

    async def paced(self, walkers: Sequence[Walker], rate: float, seconds: float) -> Figures:
        """So many presses a second, each by the next person in turn."""
        figures, began = Figures(), time.monotonic()
        for number in range(int(rate * seconds)):
            await asyncio.sleep(max(0.0, began + number / rate - time.monotonic()))
            walker = walkers[number % len(walkers)]
            await self.do({walker.person: _press(walker)})
            if number % 5 == 0:
                figures.waits += (await self.answered()).values()
        figures.waits += (await self.all_answered()).values()
        figures.seconds = time.monotonic() - began
        return figures

    async def files(self, person: int, wanted: Mapping[str, int]) -> None:
        """One writes this, a text after the other, and gets so many files of each."""
        await self.act([{"do": "start", "person": person}])
        async with asyncio.timeout(PATIENCE):
            for text, files in wanted.items():
                await self.act([{"do": "say", "person": person, "text": text}])
                left = files
                while left > 0:
                    await asyncio.sleep(POLL)
                    left -= sum(call.method in FILES and call.outcome == "ok" for call in await self.calls())

    async def burst(self, people: Sequence[int], seconds: float, patience: float) -> dict[int, tuple[float, float]]:
        """Each writes once, evenly within so many seconds; when each wrote and when they were answered."""
        began, wrote, waited = time.monotonic(), dict[int, float](), dict[int, float]()
        for number, person in enumerate(people):
            await asyncio.sleep(max(0.0, began + seconds * number / len(people) - time.monotonic()))
            wrote[person] = time.monotonic() - began
            await self.do({person: {"do": "say", "person": person, "text": "/surveys"}})
            if number % 50 == 0:
                waited |= await self.answered()
        waited |= await self.all_answered(patience)
        return {person: (wrote[person], wrote[person] + waited[person]) for person in people}

    async def _first_button(self, person: int) -> dict[str, Any]:
        message = await self.screen(person)
        data = message["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        return {"do": "press", "person": person, "message_id": message["message_id"], "data": data}

    async def _walker(self, person: int) -> Walker:
        message = await self.screen(person)
        data = message["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        prefix, _, question = data.rpartition(":")[0].rpartition("q")
        return Walker(person, message["message_id"], prefix, int(question))


def _press(walker: Walker) -> dict[str, Any]:
    data = f"{walker.prefix}q{walker.question}:4"
    walker.question += 1
    return {"do": "press", "person": walker.person, "message_id": walker.message, "data": data}


@asynccontextmanager
async def crowd_of(url: str) -> AsyncIterator[Crowd]:
    """The people behind a simulator."""
    async with aiohttp.ClientSession() as session:
        crowd = Crowd(session, url)
        await crowd.calls()
        yield crowd
