"""The picture of the demo in the documents: `python -m tests.browser.picture` plays the story and takes it.

Without a font that has emoji (Debian: fonts-noto-color-emoji) some signs are boxes in it.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.async_api import Page, expect

from tests.browser import story
from tests.browser.chromium import NAMES, chromium, opened
from tests.browser.shown import ROOT, Phone, demo

PICTURE = ROOT / "docs" / "pictures" / "demo.png"
WIDTH, HEIGHT = 1400, 980


async def take(executable: str, target: Path) -> None:
    """Play a school's first weeks up to Monday's summary, and write what the page shows then."""
    with TemporaryDirectory() as folder:
        async with demo(Path(folder)) as address, opened(executable, WIDTH, HEIGHT) as page:
            await page.goto(address)
            curator, mentor = Phone(page, "Марина"), Phone(page, "Сергей")
            pupil, guardian = Phone(page, "Миша"), Phone(page, "Ирина")
            await _play(page, curator, mentor, pupil, guardian)
            await page.goto(address)  # as somebody who comes now sees it, with nothing unread
            await expect(guardian.newest).to_be_attached()
            await page.locator("#phones").evaluate("phones => phones.scrollTo(phones.children[1].offsetLeft - 18, 0)")
            await page.screenshot(path=target)


async def _play(page: Page, curator: Phone, mentor: Phone, pupil: Phone, guardian: Phone) -> None:
    await story.registers_as_mentor(curator, mentor)
    await story.is_approved(curator, mentor)
    await story.shows_the_link(curator)
    await story.registers_as_pupil(curator, pupil, guardian)
    await story.is_approved(curator, pupil)
    await story.form_a_pair(curator, mentor, pupil)
    await story.plan_a_meeting(mentor, pupil)
    await _leap(page, "day", 2)
    await story.log_the_meeting(mentor, pupil)
    await _leap(page, "week", 1)
    await curator.sees("Прошлая неделя")


async def _leap(page: Page, by: str, times: int) -> None:
    button = page.locator(f"[data-leap={by}]")
    for _ in range(times):
        before = await page.locator("#time").inner_text()
        await button.click()
        await expect(page.locator("#time")).not_to_have_text(before)
        await expect(button).to_be_enabled(timeout=60_000)


def main() -> int:
    """Take the picture; 1 where there is no browser."""
    executable = chromium()
    if executable is None:
        print(f"No Chromium on this machine (looked for {', '.join(NAMES)}).", file=sys.stderr)
        return 1
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    asyncio.run(take(executable, PICTURE))
    print(PICTURE.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
