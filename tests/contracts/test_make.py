"""The commands of the house: every promised one is there, and setting up twice installs nothing twice."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.durability.process import ROOT


def make(*arguments: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """`make …`, in the project unless told; in English, whatever the machine speaks."""
    environment = os.environ | {"LC_ALL": "C"}
    return subprocess.run(
        ("make", *arguments), cwd=folder, env=environment, capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.parametrize("target", ["setup", "run", "test", "long", "check", "bench", "chaos"])
def test_every_promised_target_can_be_made(target: str) -> None:
    planned = make("--dry-run", target)
    assert planned.returncode == 0, planned.stderr


def test_setting_up_again_installs_only_what_has_changed(tmp_path: Path) -> None:
    """In a copy, with an environment that is made already."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    for name in ("requirements/dev.txt", ".venv/bin/python", ".venv/installed-dev"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    again = make("setup", folder=tmp_path)
    assert (again.returncode, again.stderr) == (0, "")
    assert "Nothing to be done" in again.stdout
    os.utime(tmp_path / ".venv/installed-dev", (0, 0))
    planned = make("--dry-run", "setup", folder=tmp_path)
    assert "pip install" in planned.stdout
    assert "-m venv" not in planned.stdout
