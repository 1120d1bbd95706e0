"""The manual is true: its site builds strictly, its buttons exist, its numbers and pictures are there."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.checks.test_house import CONFIG
from tests.manual import numbers, pictures
from tests.manual.site import ROOT, built

DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
GUIDES = [DOCS / "index.md", *sorted((DOCS / "guides").glob("*.md"))]
BUTTON = re.compile(r"\*\*«([^»]+)»\*\*")
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
WORDING = re.compile(r"^\s*(?:[\w.-]+ =|\*?\[\w+\])[ ](.+)$", re.MULTILINE)
LABEL = re.compile(r"ru: '?([^,'}\n]+)")
PICTURES_BYTES = 1_500_000
SUMMARY = re.compile(r"^(report-[a-z-]+) =", re.MULTILINE)
VARIANTS = re.compile(r"-(none|up|down|same|few|pair|never|more)$")
OTHER_LINES = {"report-title"}


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """The built site, and what was wrong with it."""
    folder = tmp_path_factory.mktemp("site")
    return folder, built(folder)


def test_the_site_builds_strictly(site: tuple[Path, list[str]]) -> None:
    folder, warnings = site
    assert warnings == []
    assert (folder / "search" / "search_index.json").exists()


def test_nothing_is_fetched_from_elsewhere(site: tuple[Path, list[str]]) -> None:
    folder, _ = site
    pages = list(folder.rglob("*.html"))
    assert len(pages) > len(GUIDES)
    assert {url for page in pages for url in _Fetched.of(page) if "//" in url} == set()


LOADING = ("script", "img", "iframe", "link", "source", "video", "audio", "embed", "object")
FOLLOWED = ("canonical", "prev", "next", "alternate")


class _Fetched(HTMLParser):
    """What a browser loads for a page by itself: links to follow are not among it."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[str] = []

    @classmethod
    def of(cls, page: Path) -> list[str]:
        parser = cls()
        parser.feed(page.read_text(encoding="utf-8"))
        return parser.urls

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag in LOADING and found.get("rel") not in FOLLOWED:
            self.urls += [found[name] or "" for name in ("src", "href", "data") if name in found]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_button_of_a_page_exists(page: Path) -> None:
    named = BUTTON.findall(page.read_text(encoding="utf-8"))
    assert [button for button in named if button not in _labels()] == []


@cache
def _labels() -> frozenset[str]:
    """Every whole wording of one line in Russian: of the bot, of forms and questionnaires, of programmes."""
    fluent = (path.read_text(encoding="utf-8") for path in sorted((ROOT / "locales" / "ru").glob("*.ftl")))
    folders = ("surveys/forms", "surveys/definitions", "programmes")
    data = (path.read_text(encoding="utf-8") for folder in folders for path in sorted((ROOT / folder).glob("*.yaml")))
    return frozenset(
        found.strip()
        for pattern, texts in ((WORDING, fluent), (LABEL, data))
        for text in texts
        for found in pattern.findall(text)
    )


def test_every_picture_says_what_is_on_it_and_there_are_ten_screens() -> None:
    shown = [(guide, *found) for guide in GUIDES for found in PICTURE.findall(guide.read_text(encoding="utf-8"))]
    assert [(guide.name, path) for guide, text, path in shown if len(text) < 60] == []
    assert {Path(path).stem for _, _, path in shown} == {*pictures.SCREENS, "demo"}
    assert len(pictures.SCREENS) == 10
    assert sum(path.stat().st_size for path in (DOCS / "pictures").iterdir()) < PICTURES_BYTES


def test_the_page_of_numbers_is_current() -> None:
    assert numbers.TARGET.read_text(encoding="utf-8") == numbers.page(), "run `python -m tests.manual.numbers`"


def test_every_line_of_a_summary_is_defined() -> None:
    wordings = (ROOT / "locales" / "ru" / "reports.ftl").read_text(encoding="utf-8")
    lines = SUMMARY.findall(wordings.split("##")[1])
    told = {VARIANTS.sub("", line) for line in lines} - OTHER_LINES
    assert told | {"report-plans"} == {each.key for each in numbers.summary_lines()}


SECTION = re.compile(r"docs/([\w-]+)\.md(?:#([\w-]+))?")
ROOMS = (*CONFIG["tool"]["importlinter"]["root_packages"], "tests")


def test_every_section_that_the_code_points_at_exists(site: tuple[Path, list[str]]) -> None:
    folder, _ = site
    code = "\n".join(path.read_text(encoding="utf-8") for room in ROOMS for path in (ROOT / room).rglob("*.py"))
    named = set(SECTION.findall(code))
    anchors = {page: _Ids.of(folder / f"{page}.html") for page, _ in named}
    assert len(named) > 10
    assert [f"{page}#{section}" for page, section in sorted(named) if section and section not in anchors[page]] == []


class _Ids(HTMLParser):
    """Every anchor of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    @classmethod
    def of(cls, page: Path) -> set[str]:
        parser = cls()
        parser.feed(page.read_text(encoding="utf-8"))
        return parser.found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {value for name, value in attrs if name == "id" and value}
