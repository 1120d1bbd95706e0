"""The demo as a person meets it: a process that prints its address, and a page that is clicked."""

from __future__ import annotations

import asyncio
import os
import re
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from playwright.async_api import Locator, Page, expect

ROOT = Path(__file__).parents[2]
START_SECONDS = 60.0
STOP_SECONDS = 20.0
PAGES, PAGE_SECONDS = 9, 8
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")


@asynccontextmanager
async def demo(folder: Path, programme: str = "tver-school-14") -> AsyncIterator[str]:
    """The address of a demo that runs in `folder` on a free port; it is told to stop, and must stop, at the end."""
    environment = {name: value for name, value in os.environ.items() if name not in ("BOT_TOKEN", "PROGRAMME", "LANG")}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "demo", "--port", "0", "--programme", programme),
        cwd=folder,
        env=environment | {"PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"},
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        yield await _address(process)
        process.terminate()
        async with asyncio.timeout(STOP_SECONDS):
            assert await process.wait() == 0
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def _address(process: asyncio.subprocess.Process) -> str:
    assert process.stdout is not None
    async with asyncio.timeout(START_SECONDS):
        async for line in process.stdout:
            if found := ADDRESS.search(line.decode()):
                return found.group()
    raise AssertionError("the demo ended without telling its address")


class Phone:
    """One phone of the page, found as a screen reader finds it."""

    def __init__(self, page: Page, owner: str) -> None:
        self.owner = owner
        self.element = page.get_by_role("region", name=f"Чат: {owner}")
        self._page = page

    @property
    def shown(self) -> Locator:
        """The bot's messages with their buttons, oldest first."""
        return self.element.get_by_role("article").filter(has_text=re.compile("^бот:"))

    @property
    def newest(self) -> Locator:
        """The last of them."""
        return self.shown.last

    async def sees(self, text: str) -> None:
        """Wait until the newest message has `text`."""
        await expect(self.newest).to_contain_text(text)

    async def taps(self, label: str) -> None:
        """Press a button under the newest message."""
        await self.newest.get_by_role("button", name=label, exact=True).click()

    async def says(self, text: str) -> None:
        """Type and send."""
        field = self.element.get_by_role("textbox")
        await field.fill(text)
        await field.press("Enter")

    async def answers(self, question: str, text: str) -> None:
        """Type an answer when the question is there."""
        await self.sees(question)
        await self.says(text)

    async def picks(self, label: str) -> str:
        """Press the button that begins so, or that of its number in the list, on whichever page; gives its text."""
        for _ in range(PAGES):
            with suppress(AssertionError):
                await expect(self.newest).to_contain_text(label, timeout=PAGE_SECONDS * 1000)
                return await self._pick(label)
            await self.taps("›")
        raise AssertionError(f"nothing begins with {label}")

    async def _pick(self, label: str) -> str:
        listed = re.search(rf"^(\d+)\. {re.escape(label)}", await self.newest.inner_text(), re.MULTILINE)
        labels = await self.newest.get_by_role("button").all_inner_texts()
        found = listed[1] if listed else next(each for each in labels if each.startswith(label))
        await self.taps(found)
        return found

    async def ticks(self, label: str) -> None:
        """Tick one of several, and say that this is all."""
        found = await self.picks(label)
        await self.newest.get_by_role("button", name=f"✓ {found}").wait_for()
        await self.taps("Готово")

    async def fills_in(self, *, up_to: str | None = None) -> None:
        """Answer a questionnaire to its end: scales with 8, texts with a few words, the rest with what comes first.

        `up_to`: only to the first question that has this button.
        """
        while "Спасибо" not in (shown := await self.newest.inner_text()):
            labels = await self.newest.get_by_role("button").all_inner_texts()
            if up_to in labels:
                return
            ticked = any(label.startswith("✓") for label in labels)
            if ticked and "Готово" in labels:
                await self.taps("Готово")
            elif labels[0] in ("Назад", "Пропустить", "Отложить"):
                await self.says("Больше времени на опыты")
            else:
                await self.taps("8" if "8" in labels else labels[0])
            await expect(self.newest).not_to_have_text(shown, use_inner_text=True)

    async def opens_on(self, other: Phone) -> None:
        """Click the link in the newest message, and choose the phone on which it opens."""
        await self.newest.get_by_role("link").click()
        await self._page.get_by_role("dialog").get_by_role("button", name=other.owner).click()
