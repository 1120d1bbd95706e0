"""A mentor registers on the demo's page, with clicks alone, in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.browser.chromium import NAMES, chromium, opened
from tests.browser.shown import Phone, demo
from tests.browser.story import is_approved, registers_as_mentor

pytestmark = pytest.mark.browser


async def test_a_mentor_registers_by_the_link_of_the_curator(tmp_path: Path) -> None:
    executable = chromium()
    if executable is None:
        pytest.skip(f"no Chromium on this machine (looked for {', '.join(NAMES)})")
    async with demo(tmp_path) as address, opened(executable, 1280, 800) as page:
        errors: list[str] = []
        requested: set[str] = set()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("request", lambda request: requested.add(request.url))
        await page.goto(address)
        curator, mentor = Phone(page, "Марина"), Phone(page, "Сергей")
        await registers_as_mentor(curator, mentor)
        await expect(mentor.newest).to_contain_text("Школа № 14")
        await curator.sees("Новая заявка: Дубов Сергей Ильич")
        await is_approved(curator, mentor)
        assert errors == []
        assert f"{address}/" in requested
        assert [url for url in requested if not url.startswith(f"{address}/")] == []
    assert (tmp_path / "data" / "demo-tver-school-14.db").exists()
