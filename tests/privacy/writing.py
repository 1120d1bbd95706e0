"""Somebody who fills in whatever is asked: each text a mark of its own, each file a marked one."""

from __future__ import annotations

from dataclasses import dataclass, field

from simulator.keyboards import buttons_of
from simulator.phones import Phone
from surveys.definition import Question
from surveys.record import Record
from tests.conversations.world import World

LIMIT = 40
"""More steps than any form here takes."""
CHOICES = (".agree", ".check", ".done", ".next", ".q0", ".skip")
"""What goes on where nothing else does, the likelier first."""
DAY = "01.09.2020"
"""When somebody began, where nothing likely is offered."""


@dataclass
class Writer:
    """One person and all they ever typed. `name`: by what their marks are known; `says`: what stands beside each."""

    world: World
    phone: Phone
    name: str
    says: str
    marks: list[str] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)

    def word(self) -> str:
        """A text that nobody else has."""
        return f"{self._mark()} {self.says}"

    def _mark(self) -> str:
        self.marks.append(f"метка-{self.name}-{len(self.marks)}.")
        return self.marks[-1]

    async def fills(self, press: str | None = None, /, limit: int = LIMIT, **answers: str) -> None:
        """Presses it and goes through the form or questionnaire to the end; `answers`: a token, or what is typed."""
        if press is not None:
            await self.phone.presses_old(1, press)
        begun = False
        for _ in range(limit):
            record, question = await self.asked()
            if record is None or question is None:
                assert begun, f"{press} asks {self.name} nothing:\n{self.phone.screen.text}"
                return
            if not begun:
                self.forms.append(record.definition)
            begun = True
            await self._answers(record, question, answers)
        raise AssertionError(f"{press} does not come to an end:\n{self.phone.screen}")

    async def begins(self, press: str) -> None:
        """A draft that is left lying after its first text."""
        await self.phone.presses_old(1, press)
        await self.phone.says(self.word())

    async def asked(self) -> tuple[Record | None, Question | None]:
        world = self.world
        async with world.database.read(world.now) as work:
            record = await work.responses.active(self.phone.id)
        if record is None or record.draft.asking is None:
            return None, None
        known = world.machine.house.surveys.get(record.definition, record.draft.version)
        return record, known.question(record.draft.asking)

    async def _answers(self, record: Record, question: Question, answers: dict[str, str]) -> None:
        tokens = self._tokens(record.id, question.id)
        wanted = answers.get(question.id)
        if wanted is not None and wanted not in tokens:
            await self.phone.says(wanted)
        elif wanted is not None:
            await self._takes(tokens[wanted], record, question, wanted)
        elif question.kind == "text" and ".check" not in tokens:
            await self.phone.says(self.says if question.must_be else self.word()[: int(question.maximum or 500)])
        elif question.kind == "photo":
            await self.phone.sends_photo()
        elif question.kind == "file":
            mark = self._mark()
            await self.phone.sends_document(f"{mark}pdf", f"%PDF {mark}".encode())
        else:
            ticked = any(each.startswith("-") for each in tokens)
            plain = [each for each in tokens if each and each[0] not in ".-" and not (ticked and each[0] == "+")]
            token = next((each for each in (*plain, *CHOICES) if each in tokens), None)
            if token is None:
                assert question.kind == "date", f"{record.definition}, {question.id}: {self.phone.screen}"
                await self.phone.says(DAY)
            else:
                await self._takes(tokens[token], record, question, token)

    async def _takes(self, message: int, record: Record, question: Question, token: str) -> None:
        await self.phone.presses_old(message, f"a:{record.id}:{question.id}:{token}")

    def _tokens(self, response: int, question: str) -> dict[str, int]:
        """What the buttons of the question answer, and in which message."""
        start = f"a:{response}:{question}:"
        found: dict[str, int] = {}
        for message in reversed(self.phone.messages[-6:]):
            for button in buttons_of(message.get("reply_markup")):
                data = button.get("callback_data", "")
                if data.startswith(start):
                    found.setdefault(data.removeprefix(start), message["message_id"])
        return found
