"""What the code imports is declared, wording and clock come from outside, and the promised commands exist."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

HOME = Path(__file__).parents[2]
CONFIG = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))
ROOMS = CONFIG["tool"]["importlinter"]["root_packages"]
EXTRAS = CONFIG["project"]["optional-dependencies"]
RUNNING = [*CONFIG["project"]["dependencies"], *EXTRAS["reports"], *EXTRAS["postgres"]]


SPEAKING = ("bot", "messaging", "handlers", "services", "reports")
CLOCKLESS = ("messaging", "handlers", "services", "storage", "mentoring", "surveys", "programmes", "reports")
CLOCKS = ("datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time")
RUSSIAN = re.compile("[А-Яа-яЁё]{3}")


def trees(folder: str) -> Iterator[tuple[Path, ast.Module]]:
    """Every file of a folder, read as code."""
    for path in sorted((HOME / folder).rglob("*.py")):
        yield path.relative_to(HOME), ast.parse(path.read_text(encoding="utf-8"))


def imported(folder: str) -> dict[str, Path]:
    """Every top-level module that a folder's code imports, and one file that does."""
    found: dict[str, Path] = {}
    for path, tree in trees(folder):
        for node in ast.walk(tree):
            names: list[str] = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and not node.level:
                names = [node.module or ""]
            found.update({name.partition(".")[0]: path for name in names})
    return found


@pytest.mark.parametrize("folder", [*ROOMS, "tests"])
def test_every_imported_package_is_declared(folder: str) -> None:
    asked = [*RUNNING, *EXTRAS["dev"], *EXTRAS["docs"]] if folder == "tests" else RUNNING
    declared = {canonicalize_name(Requirement(text).name) for text in asked}
    ours = {*ROOMS, "tests", *sys.stdlib_module_names}
    providers = packages_distributions()
    missing = {
        f"{path}: {module}"
        for module, path in imported(folder).items()
        if module not in ours and not declared & {canonicalize_name(name) for name in providers.get(module, [module])}
    }
    assert not missing, "declare it in pyproject.toml, then `make lock`"


@pytest.mark.parametrize("folder", SPEAKING)
def test_no_wording_stands_in_code(folder: str) -> None:
    found = []
    for path, tree in trees(folder):
        remarks = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings
        texts = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and node not in remarks]
        found += [f"{path}:{t.lineno}" for t in texts if isinstance(t.value, str) and RUSSIAN.search(t.value)]
    assert not found, "move it to locales/"


@pytest.mark.parametrize("folder", CLOCKLESS)
def test_the_time_is_passed_in(folder: str) -> None:
    found = []
    for path, tree in trees(folder):
        calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
        found += [f"{path}:{call.lineno}" for call in calls if ast.unparse(call) in CLOCKS]
    assert not found, "take `now` as an argument"


def test_every_promised_command_exists_and_prepares_itself() -> None:
    rules = dict(re.findall(r"^([a-z]+): *(.*)$", (HOME / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert {"setup", "run", "test", "long", "check", "bench", "chaos", "lock"} <= set(rules)
    assert all(rules[name] == "setup" for name in ("test", "long", "check", "bench", "chaos", "lock"))
    assert rules["run"].startswith("$(VENV)/installed-run")


def test_the_gate_runs_checks_and_tests() -> None:
    gate = HOME / ".ci" / "run"
    assert gate.stat().st_mode & 0o100
    assert gate.read_text(encoding="utf-8").splitlines()[-1] == "make check test"
