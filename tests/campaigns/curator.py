"""What the curator does with the campaign in chat, and what the screens tell."""

from __future__ import annotations

import re
from typing import Any

from simulator.phones import Phone, Screen
from tests.campaigns.crowd import Member
from tests.campaigns.person import THANKS, Somebody
from tests.campaigns.reckoning import told
from tests.campaigns.sheet import QUESTIONS, TITLE, Question, spreadsheet

_PROGRESS = re.compile(r"Ответили (\d+) из (\d+)")


class Curator:
    """The curator's phone, on which the bot answers at once."""

    def __init__(self, phone: Phone) -> None:
        self.phone = phone

    async def sends_the_questionnaire(self, *, anonymous: bool = False) -> None:
        """As a spreadsheet, tried and saved."""
        await self.phone.sends_document("trial.xlsx", spreadsheet(anonymous=anonymous))
        await self.phone.sees("Анкета прочитана", TITLE, "Вопросов: 25")
        await self.phone.taps("Сохранить")
        await self.phone.sees(f"«{TITLE}» сохранена, версия 1")

    async def begins(self, reach: int) -> None:
        """A new campaign for mentors and mentees, for a week from now, looked at and launched."""
        await self.phone.says("/campaign")
        await self.phone.taps("Новая рассылка")
        listed = re.search(rf"^(\d+)\. {TITLE}$", self.phone.screen.text, re.MULTILINE)
        assert listed, f"the questionnaire is not offered:\n{self.phone.screen.text}"
        for label in (listed[1], "Наставляемые", "Наставники", "Готово", "Всем", "Сразу после запуска", "Неделя"):
            await self.phone.taps(label, message=self.phone.screen.message_id)
        await self.phone.sees(f"Получат: {reach}")
        await self.phone.taps("Всё верно")
        card = self.card().message_id
        await self.phone.taps("Просмотр: взрослым", message=card)
        await self.phone.sees("Предпросмотр", "Здравствуйте!")
        await self.phone.taps("Запустить", message=card)
        await self.phone.toasted("Запущено")

    def card(self) -> Screen:
        """The campaign's card, wherever it stands in the chat."""
        found = [one for one in self.phone.screens if TITLE in one.text and "Состояние:" in one.text]
        assert found, "there is no card of the campaign"
        return found[-1]

    def progress(self) -> tuple[int, int]:
        """How many have answered and were asked, as the card says without being opened again."""
        found = _PROGRESS.search(self.card().text)
        assert found, f"the card tells no progress:\n{self.card().text}"
        return int(found[1]), int(found[2])

    async def enters(self, member: Member) -> Somebody:
        """What somebody without Telegram wrote on paper, typed in by the curator with a curator's slips of the hand."""
        await self.phone.taps("Ввести с бумаги", message=self.card().message_id)
        await self.phone.sees("Чьи бумажные ответы введём?")
        await self.phone.taps(member.name, message=self.phone.screen.message_id)
        await self.phone.sees(f"Вводите с бумаги: отвечает {member.name}")
        hand = Somebody(self.phone, member.name, member.number, member.chance, member.today)
        done = self._thanked()
        for _ in range(400):
            await hand.steps()
            if self._thanked() > done:
                return hand
        raise AssertionError(f"the paper of {member.name} has no end")

    def _thanked(self) -> int:
        return sum(THANKS in screen.text for screen in self.phone.screens)

    async def reads_who_is_missing(self) -> list[str]:
        """The names of those who have not answered, page by page."""
        await self.phone.taps("Кто не ответил", message=self.card().message_id)
        names: list[str] = []
        while True:
            lines = self.phone.screen.text.splitlines()
            names += [line.removeprefix("• ").partition(" —")[0] for line in lines if line.startswith("• ")]
            if not await self._turns():
                return names

    # --- results ----------------------------------------------------------------------------------------------------

    async def opens_results(self) -> Screen:
        """The first page of the questionnaire's numbers, by the menu of campaigns."""
        await self.phone.says("/campaign")
        await self._taps("Результаты")
        listed = re.search(rf"^(\d+)\. {TITLE}\b", self.phone.screen.text, re.MULTILINE)
        assert listed, f"the questionnaire is not listed:\n{self.phone.screen.text}"
        await self._taps(listed[1])
        return self.phone.screen

    async def reads_results(self) -> tuple[str, dict[str, str], dict[str, str]]:
        """The head of the results; by question what the pages say of it, and, of choices and scales, its own screen."""
        screen = await self.opens_results()
        head = screen.text
        said: dict[str, str] = {}
        alone: dict[str, str] = {}
        while True:
            screen = self.phone.screen
            here = [(one, line) for one in QUESTIONS if (line := told(screen.text, one)) is not None]
            said |= {question.name: line for question, line in here}
            for number, (question, _) in enumerate(here, 1):
                if question.kind in ("single", "multi", "scale"):
                    await self._taps(str(number))
                    alone[question.name] = self.phone.screen.text
                    await self._taps("Назад")
            if not await self._turns():
                return head, said, alone

    async def reads_parts(self, question: Question, by: str) -> dict[str, str]:
        """What each part has answered, by its name; `by`: the button."""
        await self.opens_results()
        while told(self.phone.screen.text, question) is None:
            assert await self._turns(), f"«{question.says}» is on no page"
        number = re.search(rf"^(\d+)\. .*{question.says}", self.phone.screen.text, re.MULTILINE)
        assert number
        await self._taps(number[1])
        await self._taps(by)
        lines = (line.removeprefix("• ") for line in self.phone.screen.text.splitlines() if line.startswith("• "))
        return dict(line.split(": ", 1) for line in lines)

    async def downloads(self, sort: str) -> tuple[str, bytes]:
        """The file of all responses; `sort`: the button."""
        await self.opens_results()
        await self._taps("Скачать ответы")
        await self._taps(sort)
        return self.phone.documents[-1]

    async def _turns(self) -> bool:
        """To the next page, if there is one."""
        ahead = next((data for label, data in _buttons(self.phone, self.phone.screen) if label == "›" and data), None)
        if ahead is None:
            return False
        await self.phone.presses_old(self.phone.screen.message_id, ahead)
        return True

    async def _taps(self, label: str) -> None:
        await self.phone.taps(label, message=self.phone.screen.message_id)


def _buttons(phone: Phone, screen: Screen) -> list[tuple[str, str]]:
    message: dict[str, Any] = next(one for one in phone.messages if one["message_id"] == screen.message_id)
    rows = (message.get("reply_markup") or {}).get("inline_keyboard", [])
    return [(one["text"], one.get("callback_data", "")) for row in rows for one in row]
