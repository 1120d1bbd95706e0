"""The browser for the tests and for the manual's pictures: found on PATH, started without anything that calls home."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from playwright.async_api import Page, ViewportSize, async_playwright

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
async def opened(executable: str, width: int, height: int, *, sharpness: int = 1) -> AsyncIterator[Page]:
    """An empty page in a Russian browser; `sharpness`: dots of a picture to a point of the page."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=executable, args=list(SWITCHES))
        try:
            size = ViewportSize(width=width, height=height)
            yield await browser.new_page(locale="ru-RU", viewport=size, device_scale_factor=sharpness)
        finally:
            await browser.close()
