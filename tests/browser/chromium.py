"""The browser for the tests and for the picture: found on PATH, started without anything that calls home."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from playwright.async_api import Page, async_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def chromium() -> str | None:
    """The path of a Chromium on this machine; None if there is none."""
    return next(filter(None, map(shutil.which, NAMES)), None)


@asynccontextmanager
async def opened(executable: str, width: int, height: int) -> AsyncIterator[Page]:
    """An empty page in a Russian browser."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=executable, args=list(SWITCHES))
        try:
            yield await browser.new_page(locale="ru-RU", viewport={"width": width, "height": height})
        finally:
            await browser.close()
