"""The encryption key: made once, readable by its owner alone, never replaced."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from bot.keys import KEY_FILE, load_or_create_key
from bot.settings import Settings, SettingsError, load_settings


@pytest.fixture
def settings() -> Settings:
    return load_settings(Path("there-is-no-such.env"), {})


def test_it_is_made_once_for_its_owner_alone(settings: Settings, tmp_path: Path) -> None:
    key = load_or_create_key(settings, tmp_path / "data")
    assert Fernet(key).decrypt(Fernet(key).encrypt(b"text")) == b"text"
    assert load_or_create_key(settings, tmp_path / "data") == key
    path = tmp_path / "data" / KEY_FILE
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [found.name for found in path.parent.iterdir()] == [KEY_FILE]


def test_processes_that_start_at_once_agree_on_one_key(settings: Settings, tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = list(pool.map(lambda _: load_or_create_key(settings, tmp_path), range(16)))
    assert len(set(keys)) == 1


def test_rights_that_are_too_wide_are_narrowed(settings: Settings, tmp_path: Path) -> None:
    key = load_or_create_key(settings, tmp_path)
    (tmp_path / KEY_FILE).chmod(0o644)
    assert load_or_create_key(settings, tmp_path) == key
    assert stat.S_IMODE((tmp_path / KEY_FILE).stat().st_mode) == 0o600


def test_a_damaged_key_stops_the_start_and_stays_as_it_is(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / KEY_FILE).write_bytes(b"half a k")
    with pytest.raises(SettingsError, match=KEY_FILE):
        load_or_create_key(settings, tmp_path)
    assert (tmp_path / KEY_FILE).read_bytes() == b"half a k"


def test_a_folder_that_cannot_be_made_is_told(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(SettingsError, match=r"^ENCRYPTION_KEY: "):
        load_or_create_key(settings, tmp_path / "data")


def test_a_given_key_makes_no_file(tmp_path: Path) -> None:
    given = Fernet.generate_key()
    settings = load_settings(Path("there-is-no-such.env"), {"ENCRYPTION_KEY": given.decode()})
    assert load_or_create_key(settings, tmp_path) == given
    assert not list(tmp_path.iterdir())
