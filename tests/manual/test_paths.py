"""What documents point at is there: files, modules and what stands in them, settings, lines of the log."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.settings import Settings
from tests.checks.test_house import CONFIG, HOME

ROOMS = CONFIG["tool"]["importlinter"]["root_packages"]
PAGES = [*sorted(HOME.glob("*.md")), *sorted((HOME / "docs").rglob("*.md"))]
SPAN = re.compile(r"`([^`\n]+)`")
FILE = re.compile(r"(?:\.?[a-z_-]+/)+[\w.-]*(?=$|[#:\s])")
NAME = re.compile(rf"(?:{'|'.join(ROOMS)})(?:\.\w+)+")
MADE_LATER = ("data/", "site/", "deploy/compose.env")
"""What a command makes: it is in no copy of the project."""
NEW_KEYS = {"POSTGRES_PASSWORD", "DOMAIN"}

every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(HOME)))


def spans(page: Path) -> Iterator[str]:
    yield from SPAN.findall(re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL))


@every_page
def test_every_file_that_is_named_exists(page: Path) -> None:
    named = {match[0] for span in spans(page) if (match := FILE.match(span)) and _ours(match[0])}
    assert [path for path in sorted(named) if not path.startswith(MADE_LATER) and not (HOME / path).exists()] == []


def _ours(path: str) -> bool:
    """Whether it begins with a folder of the project: an address of the bot, as `bot/…`, is not taken for one."""
    return (HOME / path.partition("/")[0]).is_dir()


@every_page
def test_every_name_of_the_code_exists(page: Path) -> None:
    named = {name for span in spans(page) for name in re.findall(rf"^{NAME.pattern}", span)}
    assert [name for name in sorted(named) if not (HOME / name).exists() and not _found(name)] == []


def _found(name: str) -> bool:
    """A module, or what stands in one: as the longest beginning that can be imported has it."""
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        try:
            found: object = importlib.import_module(".".join(parts[:length]))
        except ModuleNotFoundError:
            continue
        for part in parts[length:]:
            if not hasattr(found, part) and part not in getattr(found, "__annotations__", {}):
                return False
            found = getattr(found, part, None)
        return True
    return False


@every_page
def test_every_link_to_a_file_exists(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@every_page
def test_every_setting_that_is_named_exists(page: Path) -> None:
    known = {name.upper() for name in Settings.model_fields} | NEW_KEYS
    prefixes = {name.split("_")[0] for name in known if "_" in name}
    named = {match[0] for span in spans(page) for match in re.finditer(r"\b[A-Z]+(?:_[A-Z]+)+\b", span)}
    assert sorted(name for name in named - known if name.split("_")[0] in prefixes) == []


def test_every_line_of_the_log_that_the_technician_reads_about_is_written() -> None:
    page = (HOME / "docs" / "guides" / "operator.md").read_text(encoding="utf-8")
    lines = re.findall(r"^\| `(.+?)` \|", page.split("{ #log }\n")[1], re.MULTILINE)
    code = "".join(
        path.read_text(encoding="utf-8") for room in ("bot", "messaging") for path in (HOME / room).glob("*.py")
    )
    assert len(lines) > 10
    assert [line for line in lines if not all(part in code for part in re.split(r"\s*…\s*", line))] == []


def test_examples_for_contributors_stand_in_the_code_as_they_are() -> None:
    page = (HOME / "CONTRIBUTING.md").read_text(encoding="utf-8")
    found = list(re.finditer(r"^( *)```(?:python|yaml)\n(.*?)^ *```$", page, re.DOTALL | re.MULTILINE))
    assert len(found) == 5
    for match in found:
        code = "\n".join(line.removeprefix(match[1]) for line in match[2].splitlines())
        files = [HOME / path for path in SPAN.findall(page[: match.start()]) if "/" in path and (HOME / path).is_file()]
        assert any(_unindented(code) in _unindented(path.read_text(encoding="utf-8")) for path in files[-3:]), code


def _unindented(text: str) -> str:
    return "\n".join(line.strip() for line in text.splitlines())
