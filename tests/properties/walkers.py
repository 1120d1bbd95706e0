"""People who press whatever they see: the rarer a button was pressed so far, the more it draws them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from simulator.keyboards import buttons_of
from simulator.phones import Phone
from surveys.definition import Question
from surveys.record import Record
from tests.conversations.workbooks import book, form
from tests.properties.answers import NONSENSE, a_name, typed
from tests.properties.town import Town

COMMANDS = (
    *("/menu", "/menu", "/menu", "/people", "/pairs", "/plan", "/match", "/campaign", "/summary", "/meetings", "/log"),
    *("/invite", "/surveys", "/help", "/privacy", "/language", "/export", "/start"),
)
TOKENS = {
    ".done": 8.0,
    ".agree": 9.0,
    ".check": 6.0,
    ".next": 6.0,
    ".skip": 2.0,
    ".refuse": 0.2,
    ".cancel": 0.2,
    ".pause": 0.2,
    ".resume": 3.0,
    ".show": 0.4,
}
"""How gladly a token of a dialogue is pressed; an answer itself weighs 3, a page or a month 0.3."""
_LINK = re.compile(r"https://t\.me/\w+\?start=([\w-]+)")
_LISTS = ("list", "file")


@dataclass(frozen=True, slots=True)
class Seen:
    """A button on somebody's phone."""

    message: int
    data: str

    @property
    def name(self) -> str:
        return self.data.split(":", 1)[0]


@dataclass
class Walkers:
    """The people of a town and how often each button has been pressed. The same seed takes the same steps."""

    town: Town
    random: Random
    pressed: Counter[str] = field(default_factory=Counter)
    gestures: int = 0
    last: str = ""

    async def visit(self, phone: Phone, steps: int) -> AsyncIterator[None]:
        """Somebody takes their phone and does so many things; yields after each."""
        for _ in range(steps):
            await self._step(phone)
            yield

    async def _step(self, phone: Phone) -> None:
        chat = phone.telegram.chat(phone.id)
        self.gestures += 1
        if not chat.started or chat.blocked:
            await self._arrive(phone)
            return
        luck = self.random.random()
        seen = self._seen(phone, 3)
        if luck < 0.02:
            await self._say(phone, "/cancel")
        elif luck < 0.04:
            await self._say(phone, self.random.choice(NONSENSE))
        elif luck < 0.06:
            await self._odd(phone)
        elif luck < 0.09 and (old := self._seen(phone, 40)):
            await self._press(phone, self.random.choice(old), times=1)
        elif not seen or luck < 0.15:
            await self._say(phone, self.random.choice(COMMANDS))
        else:
            await self._go_on(phone, seen)

    async def _arrive(self, phone: Phone) -> None:
        token = self.random.choice(self.town.links) if self.town.links and self.random.random() < 0.8 else None
        self.last = f"{phone.name} starts {token}"
        await phone.starts(token)

    async def _go_on(self, phone: Phone, seen: list[Seen]) -> None:
        """With the question that waits for words, else with a button."""
        record, question = await self._asked(phone)
        if question is not None and question.kind in ("photo", *_LISTS) and self.random.random() < 0.7:
            await self._file(phone, question)
            return
        words = question is not None and question.kind in ("text", "date", "time", "number", "contact")
        answers = [each for each in seen if each.name == "a"]
        if question is not None and words and (not answers or self.random.random() < 0.6):
            await self._answer(phone, record, question)
        elif answers and (question is not None or self.random.random() < 0.5) and self.random.random() < 0.9:
            await self._press(phone, self._token(answers))
        else:
            await self._press(phone, self._drawn(seen))

    async def _answer(self, phone: Phone, record: Record | None, question: Question) -> None:
        if question.kind == "contact":
            await phone.sends_contact()
            return
        async with self.town.world.database.read(self.town.world.now) as work:
            word = await self.town.secrets.typed(work, phone.id, record)
        await self._say(phone, typed(self.random, question, self.town.world.now, word))

    async def _asked(self, phone: Phone) -> tuple[Record | None, Question | None]:
        """What the bot waits for in this chat, as its last question says."""
        world = self.town.world
        async with world.database.read(world.now) as work:
            record = await work.responses.active(phone.id)
            if record is None or record.draft.asking is None:
                return record, None
            name, version = record.definition, record.draft.version
            if name not in {each.id for each in world.machine.house.surveys.all()}:
                return record, None
        return record, world.machine.house.surveys.get(name, version).question(record.draft.asking)

    def _token(self, answers: list[Seen]) -> Seen:
        return self.random.choices(answers, [_weight(each.data.split(":", 3)[-1]) for each in answers])[0]

    def _drawn(self, seen: list[Seen]) -> Seen:
        return self.random.choices(seen, [1 / (1 + self.pressed[each.name]) ** 1.3 for each in seen])[0]

    async def _press(self, phone: Phone, button: Seen, times: int | None = None) -> None:
        """Sometimes twice at once."""
        self.pressed[button.name] += 1
        self.last = f"{phone.name} presses {button.data}"
        if times is None and self.random.random() < 0.03:
            phone.telegram.gestures.press(phone.id, button.message, button.data)
        await phone.presses_old(button.message, button.data)
        self._finds_links(phone)

    async def _say(self, phone: Phone, text: str) -> None:
        self.last = f"{phone.name} says {text[:80]}"
        await phone.says(text)

    async def _odd(self, phone: Phone) -> None:
        """What the bot cannot read, a photo or a list that nobody asked for, or a name for a search."""
        self.last = f"{phone.name} does something odd"
        match self.random.randint(0, 4):
            case 0:
                await phone.sends_sticker()
            case 1:
                await phone.sends_photo(caption="вот")
            case 2:
                await phone.sends_document("anketa.xlsx", form())
            case 3:
                await phone.says(self.random.choice(("Серова", "потаев", "громов олег")))
            case _:
                await phone.blocks()
                await phone.unblocks()

    async def _file(self, phone: Phone, question: Question) -> None:
        self.last = f"{phone.name} sends a file for {question.id}"
        if question.kind == "photo":
            await phone.sends_photo()
            return
        await phone.sends_document("people.xlsx", self._people(self.town.neighbours(phone.id)))

    def _people(self, known: Sequence[str]) -> bytes:
        """A list as a curator writes it: some are known already, some lines are wrong."""
        pick = self.random.choice
        rows: list[list[Any]] = [
            [name, pick(("наставник", "наставляемый")), pick(("учитель", "ученик", "учитель", "?")), "7А"]
            for name in (*(a_name(self.random) for _ in range(3)), pick(known))
        ]
        return book(Список=[["ФИО", "Роль", "Категория", "Класс"], *rows])

    def _seen(self, phone: Phone, messages: int) -> list[Seen]:
        """Buttons of the last messages of the bot."""
        own = [message for message in phone.messages[-3 * messages :] if message["from"]["is_bot"]][-messages:]
        return [
            Seen(message["message_id"], button["callback_data"])
            for message in own
            for button in buttons_of(message.get("reply_markup"))
            if "callback_data" in button
        ]

    def _finds_links(self, phone: Phone) -> None:
        """Invitations lie about: a newcomer may open one."""
        for shown in phone.telegram.chat(phone.id).shown[-2:]:
            for token in _LINK.findall(shown):
                if token not in self.town.links:
                    self.town.links.append(token)
        del self.town.links[:-12]


def _weight(token: str) -> float:
    if not token:
        return 0.01
    return TOKENS.get(token, 3.0 if token[0] != "." else 1.0 if token.startswith(".q") else 0.3)
