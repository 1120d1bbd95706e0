"""Somebody who does everything wrong before getting it right: whatever a question, they fumble first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from simulator.phones import Phone
from tests.conversations.walker import Walker
from tests.conversations.world import World

WRONG_DATES = ("когда-нибудь", "31.02.2026", "01.01.3026", "01.01.1026")
WRONG: Mapping[str, tuple[str, ...]] = {
    "birth": WRONG_DATES,
    "career_start": WRONG_DATES,
    "hired_here": WRONG_DATES,
    "date": WRONG_DATES,
    "new_date": WRONG_DATES,
    "time": ("после обеда", "25:61"),
    "minutes": ("долго", "0", "-5", "9999999", "4,5"),
}
"""By question, what is no answer to it."""
NO_BUTTON = ("абракадабра",)
TOO_LONG = ("я" * 5000,)
TYPED = ("post", "place", "reason")
"""Questions that take any words beside their buttons."""
OTHER_CONTENT: tuple[dict[str, Any], ...] = (
    {"location": {"latitude": 56.86, "longitude": 35.9}},
    {"poll": {"id": "1", "question": "?", "options": [], "total_voter_count": 0, "is_closed": False,
              "is_anonymous": True, "type": "regular", "allows_multiple_answers": False, "allows_revoting": False,
              "members_only": False}},
    {"content_of_tomorrow": {"is": "unknown"}},
)  # fmt: skip


class Clumsy(Walker):
    """Counts how often they were set right; fails where they were not, or where something was lost."""

    def __init__(self, world: World, phone: Phone, word: str) -> None:
        super().__init__(phone, word)
        self._world = world
        self.fumbled: dict[str, int] = {}

    async def _answer(self, question: str, tokens: list[str], answers: Mapping[str, str]) -> None:
        if question not in self.fumbled:
            self.fumbled[question] = 0
            await self._fumbles(question, tokens)
        await super()._answer(question, tokens, answers)

    async def _takes(self, question: str, token: str) -> None:
        """Twice at once, and a third time on what has become an old screen."""
        pressed = next(pair for pair in self._buttons() if pair[1].endswith(f":{question}:{token}"))
        self.phone.telegram.gestures.press(self.phone.id, *pressed)
        await super()._takes(question, token)
        before = await self._draft()
        await self.phone.presses_old(*pressed)
        assert await self._draft() == before, f"{question}: a third press changed something"

    async def _fumbles(self, question: str, tokens: list[str]) -> None:
        before = await self._draft()
        typed = question in TYPED or all(token[0] == "." and token not in (".agree", ".done") for token in tokens)
        for text in WRONG.get(question, TOO_LONG if typed else NO_BUTTON):
            await self._set_right(question, before, self.phone.says(text))
        await self._set_right(question, before, self.phone.sends_sticker())
        await self._set_right(question, before, self.phone.sends_voice())
        await self._set_right(question, before, self.phone.sends_photo())
        await self._set_right(question, before, self.phone.sends_contact(owner=5))
        await self._set_right(question, before, self.phone.says("/nothing"))
        for content in OTHER_CONTENT:
            await self._set_right(question, before, self.phone.sends(content))

    async def _set_right(self, question: str, before: object, gesture: Any) -> None:
        """A sentence stands below the question, which is asked still; nothing has changed."""
        seen = len(self.phone.telegram.chat(self.phone.id).shown)
        await gesture
        shown = self.phone.telegram.chat(self.phone.id).shown[seen:]
        assert any("⚠️" in text for text in shown), f"{question}: {self.phone.screen.text}"
        assert question in {asked for asked, _ in self._tokens()} or not self._tokens()
        assert await self._draft() == before, f"{question}: something was lost"
        self.fumbled[question] += 1

    async def _draft(self) -> object:
        """What is under way and answered so far."""
        async with self._world.work() as work:
            record = await work.responses.active(self.phone.id)
            return record and (record.id, dict(record.draft.answers), record.draft.asking, dict(record.draft.choosing))
