"""The environment contract: what is accepted, and what is refused in one line without secrets."""

import re
from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, load_settings
from bot.values import Address
from messaging.flood import UNLIMITED

KEY = "x" * 43 + "="
WEBHOOK = {
    "WEBHOOK_URL": "https://bot.example.org/hook",
    "WEBHOOK_SECRET": "s3cret",
    "WEBHOOK_LISTEN": "127.0.0.1:8080",
}
LOCAL_API = {"TELEGRAM_API_URL": "http://127.0.0.1:8081"}
EXAMPLE = Path(__file__).parents[2] / ".env.example"
NOWHERE = Path("there-is-no-such.env")


def loaded(**environ: str) -> Settings:
    return load_settings(NOWHERE, environ)


def refusal(environ: dict[str, str], env_file: Path = NOWHERE) -> str:
    with pytest.raises(SettingsError) as caught:
        load_settings(env_file, environ)
    return str(caught.value)


def test_nothing_set_is_the_demo_with_the_documented_defaults() -> None:
    settings = loaded()
    assert settings.demo
    assert settings.telegram_api_url == "https://api.telegram.org"
    assert settings.database_url == "sqlite+aiosqlite:///data/mentoring.db"
    assert settings.data_dir == Path("data")
    assert settings.sending_rate == 28
    assert (settings.flood_burst, settings.flood_rate) == (120, 2)
    assert settings.flood is not UNLIMITED
    assert settings.log_level == "INFO"
    assert (settings.webhook_listen, settings.health_listen, settings.operator_chat, settings.backup_dir) == (None,) * 4


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("BOT_TOKEN", " 42:TEST_token-1 ", "42:TEST_token-1"),
        ("TELEGRAM_API_URL", "http://127.0.0.1:8081/", "http://127.0.0.1:8081"),
        ("DATABASE_URL", "postgresql://u:p@db:5432/school", "postgresql+asyncpg://u:p@db:5432/school"),
        ("DATABASE_URL", "postgresql+asyncpg://u@db/school", "postgresql+asyncpg://u@db/school"),
        (
            "DATABASE_URL",
            "postgresql://u:@/school?host=/run/pg",
            "postgresql+asyncpg://u:@/school?host=/run/pg",
        ),
        ("DATABASE_URL", "sqlite:///school.db", "sqlite+aiosqlite:///school.db"),
        ("DATABASE_URL", "sqlite+aiosqlite:////srv/school.db", "sqlite+aiosqlite:////srv/school.db"),
        ("PROGRAMME", "my/own.yaml", "my/own.yaml"),
        ("HEALTH_LISTEN", "0.0.0.0:9000", Address("0.0.0.0", 9000)),
        ("HEALTH_LISTEN", "[::1]:9000", Address("::1", 9000)),
        ("SENDING_RATE", "0.5", 0.5),
        ("FLOOD_BURST", "", 120),
        ("FLOOD_BURST", "0", 0),
        ("FLOOD_RATE", "0.5", 0.5),
        ("ENCRYPTION_KEY", KEY, KEY),
        ("OPERATOR_CHAT", "-1001234567890", -1001234567890),
        ("BACKUP_DIR", "/srv/backups", Path("/srv/backups")),
        ("BACKUP_KEEP", "30", 30),
        ("BACKUP_KEEP", "", 14),
        ("BACKUP_SEND", "No", False),
        ("SCHOOL_YEAR", "2026", 2026),
        ("SCHOOL_YEAR", "2026/2027", 2026),
        ("SCHOOL_YEAR", "", None),
        ("LOG_LEVEL", "debug", "DEBUG"),
        ("LOG_LEVEL", "", "INFO"),
    ],
)
def test_accepted(key: str, text: str, value: object) -> None:
    assert getattr(loaded(**{key: text}), key.lower()) == value


@pytest.mark.parametrize(
    ("key", "texts"),
    [
        ("BOT_TOKEN", ["12345", "abc:def", "12:a b", "12:", ":abc", "12:abc/def", "١٢:abc"]),
        (
            "TELEGRAM_API_URL",
            ["api.telegram.org", "ftp://host", "https://", "http://host:99999", "http://h/?a=b"],
        ),
        ("DATABASE_URL", ["mysql://u@h/d", "postgres://u@h/d", "school.db", "postgresql+psycopg://u@h/d"]),
        (
            "DATABASE_URL",
            ["sqlite://", "sqlite:///", "sqlite:///:memory:", "sqlite:///folder/", "sqlite://file.db"],
        ),
        (
            "DATABASE_URL",
            ["postgresql://", "postgresql://u@h", "postgresql://h/", "postgresql://u:a#b@h:x/d"],
        ),
        ("WEBHOOK_URL", ["bot.example.org", "tcp://bot.example.org", "https://a b/c"]),
        ("WEBHOOK_SECRET", ["два слова", "a b", "x" * 257]),
        (
            "WEBHOOK_LISTEN",
            ["8080", ":8080", "host:", "host:0", "host:65536", "host:80a", "::1:80", "http://h:80"],
        ),
        ("HEALTH_LISTEN", ["8080", "host:-1", "ho st:80", "[]:80", "host:٨٠"]),
        ("SENDING_RATE", ["fast", "-1", "nan", "inf", "0"]),
        ("FLOOD_BURST", ["many", "9", "-1", "1.5", "1000000"]),
        ("FLOOD_RATE", ["fast", "0.01", "-1", "nan", "inf"]),
        ("ENCRYPTION_KEY", ["secret", KEY[:-4], KEY + KEY]),
        ("OPERATOR_CHAT", ["@operator", "0", "1.5"]),
        ("BACKUP_KEEP", ["0", "31", "many"]),
        ("BACKUP_SEND", ["maybe", "yes"]),
        ("SCHOOL_YEAR", ["26", "1999", "2026/2029", "осень 2026"]),
        ("LOG_LEVEL", ["loud", "10"]),
    ],
)
@pytest.mark.parametrize("language", ["ru_RU.UTF-8", "en_GB.UTF-8"])
def test_refused_in_one_line_that_begins_with_the_key(key: str, texts: list[str], language: str) -> None:
    for text in texts:
        line = refusal({key: text, "LANG": language})
        assert line.startswith(f"{key}: "), text
        assert "\n" not in line
        assert len(line) > len(key) + 20


@pytest.mark.parametrize(
    "key", [name.upper() for name in Settings.model_fields if name not in ("programme", "backup_dir")]
)
def test_a_refusal_tells_no_value(key: str) -> None:
    assert "hunter2" not in refusal({key: "(hunter2)"})


@pytest.mark.parametrize(
    ("environ", "key"),
    [
        ({"WEBHOOK_URL": WEBHOOK["WEBHOOK_URL"]}, "WEBHOOK_LISTEN"),
        ({**WEBHOOK, "WEBHOOK_SECRET": ""}, "WEBHOOK_SECRET"),
        ({**WEBHOOK, "WEBHOOK_URL": "http://bot.example.org/hook"}, "WEBHOOK_URL"),
        ({"SENDING_RATE": "0", "TELEGRAM_API_URL": "https://API.telegram.org/"}, "SENDING_RATE"),
    ],
)
def test_settings_that_disagree_are_refused(environ: dict[str, str], key: str) -> None:
    assert refusal(environ).startswith(f"{key}: ")


def test_a_bot_api_of_ones_own_may_be_called_without_limits_and_call_back_without_tls() -> None:
    settings = loaded(**LOCAL_API, **{**WEBHOOK, "WEBHOOK_URL": "http://127.0.0.1:8080"}, SENDING_RATE="0")
    assert settings.sending_rate == 0
    assert settings.flood is UNLIMITED
    assert settings.webhook_url == "http://127.0.0.1:8080/webhook"


def test_the_environment_wins_over_the_file_even_when_empty(tmp_path: Path) -> None:
    env_file = tmp_path / ".env"
    env_file.write_text("\ufeffBOT_TOKEN=1:file # the school's\nLOG_LEVEL=ERROR\nPROGRAMME=kyzyl\n", encoding="utf-8")
    settings = load_settings(env_file, {"BOT_TOKEN": "", "LOG_LEVEL": "DEBUG", "UNRELATED": "x"})
    assert (settings.bot_token, settings.log_level, settings.programme) == ("", "DEBUG", "kyzyl")
    assert load_settings(env_file, {}).bot_token == "1:file"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"BOT_TOKE=1:secret", r"BOT_TOKE: .*BOT_TOKEN"),
        (b"COLOUR=red", r"COLOUR: .*HEALTH_LISTEN"),
        (b"LOG_LEVEL=INFO\n1:secret", r"\.env: .*2"),
        (b"# a remark\n\n\n1:secret", r"\.env: .*4"),
        (b"BOT_TOKEN='1:secret", r"\.env: .*1"),
        ("# токен\n".encode("cp1251"), r"\.env: .*UTF-8"),
    ],
)
def test_a_file_that_says_something_unknown_stops_the_start(tmp_path: Path, content: bytes, said: str) -> None:
    env_file = tmp_path / ".env"
    env_file.write_bytes(content)
    line = refusal({}, env_file)
    assert re.match(said, line)
    assert "secret" not in line
    assert "\n" not in line


def test_a_file_that_cannot_be_read_stops_the_start(tmp_path: Path) -> None:
    (tmp_path / ".env").mkdir()
    assert refusal({}, tmp_path / ".env").startswith(".env: ")


def test_secrets_are_listed_for_masking_and_kept_out_of_the_representation() -> None:
    settings = loaded(BOT_TOKEN="1:tok", DATABASE_URL="postgresql://u:p%40ss@h/d", ENCRYPTION_KEY=KEY, **WEBHOOK)
    assert set(settings.secrets) == {"1:tok", "p@ss", KEY, "s3cret"}
    assert not [secret for secret in (*settings.secrets, "p%40ss") if secret in repr(settings)]


def test_the_example_has_every_key_explained_and_is_itself_accepted() -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    blocks = [block.splitlines() for block in text.strip().split("\n\n")[1:]]
    assert [block[-1].partition("=")[0] for block in blocks] == [name.upper() for name in Settings.model_fields]
    for *remarks, key in blocks:
        assert all(remark.startswith("# ") for remark in remarks), key
        assert any(re.search("[а-я]", remark) for remark in remarks), key
        assert any(not re.search("[а-я]", remark.partition("(")[0]) for remark in remarks), key
    assert load_settings(EXAMPLE, {}) == loaded()


def test_an_address_is_written_as_it_is_read() -> None:
    assert [str(Address("::1", 80)), str(Address("localhost", 80))] == ["[::1]:80", "localhost:80"]
