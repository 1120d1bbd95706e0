"""The locked requirements agree with pyproject.toml, hold hashes, and name no machine or index."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

HOME = Path(__file__).parents[2]
PROJECT = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>\S+)")
ROOT = f"{PROJECT['name']} (pyproject.toml)"
EXTRAS = {"run": ("reports", "postgres"), "dev": tuple(PROJECT["optional-dependencies"])}
REMEDY = "run `make lock`"


@dataclass(frozen=True, slots=True)
class Pin:
    """One locked version, and whether it stands in the lock because pyproject.toml asks for it."""

    name: str
    version: str
    hashes: int
    direct: bool


def declared(lock: str) -> list[Requirement]:
    lists: Iterable[list[str]] = [
        PROJECT["dependencies"],
        *(PROJECT["optional-dependencies"][extra] for extra in EXTRAS[lock]),
    ]
    return [Requirement(text) for requirements in lists for text in requirements]


def locked(lock: str) -> list[Pin]:
    text = (HOME / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    pins = []
    for block in re.split(r"\n(?=[A-Za-z0-9])", text.strip()):
        found = PIN.match(block)
        assert found, f"{lock}.txt: not a pin: {block.splitlines()[0]}"
        name = canonicalize_name(found["name"])
        pins.append(Pin(name, found["version"], block.count("--hash=sha256:"), ROOT in block))
    return pins


@pytest.mark.parametrize("lock", EXTRAS)
def test_the_lock_holds_exactly_what_is_declared(lock: str) -> None:
    wanted = {canonicalize_name(requirement.name) for requirement in declared(lock)}
    assert {pin.name for pin in locked(lock) if pin.direct} == wanted, REMEDY


@pytest.mark.parametrize("lock", EXTRAS)
def test_every_locked_version_is_one_that_is_declared(lock: str) -> None:
    pins = locked(lock)
    for requirement in declared(lock):
        versions = [pin.version for pin in pins if pin.name == canonicalize_name(requirement.name)]
        assert all(requirement.specifier.contains(version) for version in versions), f"{requirement}: {REMEDY}"


@pytest.mark.parametrize("lock", EXTRAS)
def test_every_pin_has_a_hash_and_no_place_it_came_from(lock: str) -> None:
    assert not [pin.name for pin in locked(lock) if not pin.hashes], REMEDY
    text = (HOME / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    assert not re.search(r"://|index-url|find-links|file:| @ |(?<![\w-])/\w", text)


def test_what_runs_is_what_is_tested() -> None:
    tested = {(pin.name, pin.version) for pin in locked("dev")}
    assert {(pin.name, pin.version) for pin in locked("run")} <= tested, REMEDY
