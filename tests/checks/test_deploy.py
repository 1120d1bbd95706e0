"""What the image, the composition and the unit name exists, and fits together; they are not run here."""

from __future__ import annotations

import configparser
import re
import shlex
from pathlib import Path
from typing import Any

import yaml

from bot.cli import USAGE, _parser
from bot.settings import Settings
from messaging.webhook import PATH
from tests.checks.test_house import HOME, ROOMS

KEYS = {name.upper() for name in Settings.model_fields}
DOCKERFILE = (HOME / "Dockerfile").read_text(encoding="utf-8")
COMPOSE: dict[str, Any] = yaml.safe_load((HOME / "compose.yaml").read_text(encoding="utf-8"))


def instructions(name: str) -> list[str]:
    """The arguments of each such instruction of the Dockerfile, lines joined."""
    joined = DOCKERFILE.replace("\\\n", " ")
    return re.findall(rf"^{name} +(.*)$", joined, re.MULTILINE)


def test_the_image_has_every_room_and_nothing_that_is_not_there() -> None:
    copied = {line.split()[0] for line in instructions("COPY") if not line.startswith("--from")}
    assert copied == {*ROOMS, "requirements/run.txt"}
    assert all((HOME / name).exists() for name in copied)
    let_in = (HOME / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert {f"!{name}" for name in copied} <= set(let_in)


def test_the_image_compiles_and_has_no_rights() -> None:
    stages = DOCKERFILE.split("\nFROM ")
    assert "USER mentoring" in stages[-1]
    assert stages[-1].index("compileall -q -j 0 /app") < stages[-1].index("USER mentoring")
    assert "--require-hashes" in stages[1]
    assert "compileall -q -j 0 /venv/lib" in stages[1]


def test_the_image_starts_the_bot_and_asks_it() -> None:
    [entry], [command] = instructions("ENTRYPOINT"), instructions("CMD")
    assert yaml.safe_load(entry) == ["python", "-m", "bot"]
    assert _parser().parse_args(yaml.safe_load(command)).command == "run"
    environment = dict(pair.split("=", 1) for line in instructions("ENV") for pair in shlex.split(line))
    [asked] = instructions("HEALTHCHECK")
    assert f"http://{environment['HEALTH_LISTEN']}/ready" in asked


def test_two_replicas_share_a_database_and_a_key() -> None:
    bot = COMPOSE["services"]["bot"]
    assert bot["deploy"]["replicas"] == 2
    assert bot["environment"].keys() <= KEYS
    assert bot["environment"]["DATABASE_URL"].startswith("postgresql://")
    assert bot["environment"]["WEBHOOK_URL"].endswith(PATH)
    assert "data:/app/data" in bot["volumes"]
    named = {volume.split(":")[0] for one in COMPOSE["services"].values() for volume in one["volumes"]}
    assert {name for name in named if not name.startswith(".")} == set(COMPOSE["volumes"])
    assert all((HOME / name).exists() for name in named if name.startswith("."))


def test_what_the_composition_asks_for_can_be_given() -> None:
    asked = set(re.findall(r"\$\{(\w+)", (HOME / "compose.yaml").read_text(encoding="utf-8")))
    example = (HOME / "deploy" / "compose.env.example").read_text(encoding="utf-8")
    assert asked == set(re.findall(r"^(\w+)=", example, re.MULTILINE))
    assert "/deploy/compose.env" in (HOME / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_the_proxy_leads_to_where_the_replicas_listen() -> None:
    caddy = (HOME / "deploy" / "Caddyfile").read_text(encoding="utf-8")
    port = COMPOSE["services"]["bot"]["environment"]["WEBHOOK_LISTEN"].rpartition(":")[2]
    assert f"dynamic a bot {port} " in caddy
    assert f"handle {PATH} " in caddy
    assert caddy.count("{") == caddy.count("}")


def test_the_unit_starts_the_bot_and_waits_for_its_end() -> None:
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read(HOME / "deploy" / "mentoring-bot.service", encoding="utf-8")
    service = unit["Service"]
    python, *arguments = shlex.split(service["ExecStart"])
    assert Path(python).is_relative_to(service["WorkingDirectory"])
    assert arguments[:2] == ["-m", "bot"]
    assert _parser().parse_args(arguments[2:]).command == "run"
    assert int(service["RestartPreventExitStatus"]) == USAGE
    assert int(service["TimeoutStopSec"]) >= 30
    assert service["ReadWritePaths"] == f"{service['WorkingDirectory']}/data"
