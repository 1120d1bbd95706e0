"""The manual's pictures, taken from the running demo: `python -m tests.manual.pictures` plays the story and takes them.

Ten key screens on a phone's width, and the whole page of the demo. What stands in each is said where a guide shows it.
Without a font that has emoji (Debian: fonts-noto-color-emoji) some signs are boxes in them.
"""

from __future__ import annotations

import asyncio
import sys
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.async_api import FloatRect, Page, expect

from tests.browser import story
from tests.browser.chromium import NAMES, chromium, opened
from tests.browser.shown import ROOT, Phone, demo

PICTURES = ROOT / "docs" / "pictures"
PHONE_WIDTH = 390
WIDTH, HEIGHT = 1640, 1500
"""Room for the longest screen at once."""
PAGE_WIDTH, PAGE_HEIGHT = 1400, 980
MARGIN = 5
PATIENCE_MS = 60_000
"""For a machine with other work on it."""
COLOURS = 96
"""Enough for letters and emoji; a picture of a screen then takes a third of its bytes."""
PLAIN = f"""
.phone {{ flex: 0 0 {PHONE_WIDTH}px !important; }}
.log, .chat {{ background: #cfe0c8 !important; }}
.message.new {{ animation: none !important; }}
"""
DRESS = "css => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [s]; }"
"""The page's policy refuses inline styles, not those made by a script."""
SCREENS = (
    "pupil-home",
    "pupil-question",
    "guardian-consent",
    "mentor-log",
    "curator-home",
    "curator-applicant",
    "curator-match",
    "curator-health",
    "curator-summary",
    "coordinator-indicators",
)


@dataclass(frozen=True, slots=True)
class Camera:
    """Takes what stands last in a chat."""

    page: Page
    folder: Path

    async def takes(self, phone: Phone, screen: str, *, messages: int = 1) -> None:
        """The newest messages of the bot with their buttons, as wide as the phone."""
        assert screen in SCREENS
        await phone.element.scroll_into_view_if_needed()
        await self.page.mouse.move(0, 0)  # away from the button, which would else be darker
        shown = phone.shown
        first = await shown.nth(await shown.count() - messages).bounding_box()
        last, chat = await phone.newest.bounding_box(), await phone.element.bounding_box()
        assert first is not None
        assert last is not None
        assert chat is not None
        top = first["y"] - MARGIN
        height = last["y"] + last["height"] + MARGIN - top
        clip = FloatRect(x=chat["x"], y=top, width=chat["width"], height=height)
        write(await self.page.screenshot(clip=clip, animations="disabled"), self.folder / f"{screen}.png")


def write(picture: bytes, target: Path) -> None:
    """Keep a PNG with as few colours as its screen needs."""
    few = Image.open(BytesIO(picture)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(target, optimize=True)


async def take(executable: str, folder: Path) -> None:
    """Play a school's first weeks up to Monday's summary, then a municipality's year, into `folder`."""
    with TemporaryDirectory() as data:
        async with demo(Path(data)) as address:
            async with opened(executable, WIDTH, HEIGHT, sharpness=2) as page:
                await _open(page, address)
                await _school(page, Camera(page, folder))
            async with opened(executable, PAGE_WIDTH, PAGE_HEIGHT) as page:
                await _whole_page(page, address, folder)
    with TemporaryDirectory() as data:
        async with demo(Path(data), "kyzyl") as address, opened(executable, WIDTH, HEIGHT, sharpness=2) as page:
            await _open(page, address)
            await _municipality(page, Camera(page, folder))


async def _open(page: Page, address: str) -> None:
    await page.goto(address)
    await page.evaluate(DRESS, PLAIN)


async def _school(page: Page, camera: Camera) -> None:
    curator, mentor, pupil = Phone(page, "Марина"), Phone(page, "Сергей"), Phone(page, "Миша")
    await _homes(camera, curator, Phone(page, "Костя"))
    await _newcomers(camera, curator, mentor, pupil, Phone(page, "Ирина"))
    await _matching(camera, curator)
    await story.propose_a_pair(curator, mentor, pupil)
    await pupil.fills_in(up_to="8")
    await camera.takes(pupil, "pupil-question")
    await story.begin_the_pair(curator, mentor, pupil)
    await story.plan_a_meeting(mentor, pupil)
    await _leap(page, "day", 2)
    await mentor.sees("состоялась?")
    await camera.takes(mentor, "mentor-log")
    await story.log_the_meeting(mentor, pupil)
    await _health(camera, curator)
    await _leap(page, "week", 1)
    await curator.sees("Прошлая неделя")
    await camera.takes(curator, "curator-summary")


async def _homes(camera: Camera, curator: Phone, child: Phone) -> None:
    for phone, name in ((curator, "curator-home"), (child, "pupil-home")):
        await phone.says("/menu")
        await phone.sees("Помощь")
        await camera.takes(phone, name)


async def _newcomers(camera: Camera, curator: Phone, mentor: Phone, pupil: Phone, guardian: Phone) -> None:
    await story.registers_as_mentor(curator, mentor)
    await curator.sees("Новая заявка")
    await camera.takes(curator, "curator-applicant")
    await story.is_approved(curator, mentor)
    await story.shows_the_link(curator)
    await story.brings_the_guardian(curator, pupil, guardian)
    await camera.takes(guardian, "guardian-consent")
    await story.registers_as_pupil(pupil, guardian)
    await story.is_approved(curator, pupil)


async def _matching(camera: Camera, curator: Phone) -> None:
    await curator.says("/match")
    await curator.taps("Новый подбор")
    for choice in ("Учитель – ученик", "Учитель – неуспевающий", "Пары", "Сегодня", "Через полгода", "Всё верно"):
        await curator.picks(choice)
    await curator.taps("Подобрать")
    await curator.taps("Посмотреть пары")
    await curator.taps("6")
    await curator.sees("Оценка")
    await camera.takes(curator, "curator-match")


async def _health(camera: Camera, curator: Phone) -> None:
    await curator.says("/menu")
    await curator.taps("Ещё…")
    await curator.taps("Как дела у пар")
    await curator.sees("Как идут дела")
    await camera.takes(curator, "curator-health")


async def _municipality(page: Page, camera: Camera) -> None:
    coordinator = Phone(page, "Ольга")
    await coordinator.says("/indicators")
    await coordinator.sees("Показатели")
    await camera.takes(coordinator, "coordinator-indicators")


async def _whole_page(page: Page, address: str, folder: Path) -> None:
    """As somebody who comes now sees it, with nothing unread."""
    await page.goto(address)
    await expect(Phone(page, "Ирина").newest).to_be_attached()
    await page.locator("#phones").evaluate("phones => phones.scrollTo(phones.children[1].offsetLeft - 18, 0)")
    write(await page.screenshot(), folder / "demo.png")


async def _leap(page: Page, by: str, times: int) -> None:
    button = page.locator(f"[data-leap={by}]")
    for _ in range(times):
        before = await page.locator("#time").inner_text()
        await button.click()
        await expect(page.locator("#time")).not_to_have_text(before)
        await expect(button).to_be_enabled(timeout=PATIENCE_MS)


def main() -> int:
    """Take the pictures; 1 where there is no browser."""
    executable = chromium()
    if executable is None:
        print(f"No Chromium on this machine (looked for {', '.join(NAMES)}).", file=sys.stderr)
        return 1
    expect.set_options(timeout=PATIENCE_MS)
    PICTURES.mkdir(parents=True, exist_ok=True)
    asyncio.run(take(executable, PICTURES))
    for name in (*SCREENS, "demo"):
        print((PICTURES / f"{name}.png").relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
