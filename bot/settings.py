"""Settings: the environment and `.env`, checked once at start.

The environment wins over `.env`; an empty value means the default. A malformed value, or an unknown key in
`.env`, raises `SettingsError`, whose text is one line for the operator and never holds a value, since any may
be a secret.
"""

import difflib
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Self

from dotenv.parser import Binding, parse_stream
from pydantic import BeforeValidator, Field, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict

from bot import values
from bot.values import Address, wrong
from bot.words import operator_language, say
from messaging.flood import BURST, PER_SECOND, UNLIMITED, Flood

OFFICIAL_API = "https://api.telegram.org"
DEFAULT_DATABASE = "sqlite+aiosqlite:///data/mentoring.db"


class SettingsError(Exception):
    """The bot cannot start as it is configured; the text is one line that says what to write instead."""


class Settings(BaseSettings):
    """Everything that may be configured; `.env.example` explains each key."""

    model_config = SettingsConfigDict(
        env_file_encoding="utf-8-sig", extra="forbid", frozen=True, hide_input_in_errors=True
    )

    bot_token: Annotated[str, BeforeValidator(values.token)] = Field("", repr=False)
    telegram_api_url: Annotated[str, BeforeValidator(values.api_url)] = OFFICIAL_API
    database_url: Annotated[str, BeforeValidator(values.database_url)] = Field(DEFAULT_DATABASE, repr=False)
    programme: str = "tver-school-14"
    school_year: Annotated[int | None, BeforeValidator(values.school_year)] = None
    webhook_url: Annotated[str, BeforeValidator(values.webhook_url)] = ""
    webhook_secret: Annotated[str, BeforeValidator(values.webhook_secret)] = Field("", repr=False)
    webhook_listen: Annotated[Address | None, NoDecode, BeforeValidator(values.address)] = None
    health_listen: Annotated[Address | None, NoDecode, BeforeValidator(values.address)] = None
    sending_rate: Annotated[float, BeforeValidator(values.sending_rate)] = 28.0
    flood_burst: Annotated[int, BeforeValidator(values.flood_burst)] = BURST
    flood_rate: Annotated[float, BeforeValidator(values.flood_rate)] = PER_SECOND
    encryption_key: Annotated[str, BeforeValidator(values.encryption_key)] = Field("", repr=False)
    operator_chat: Annotated[int | None, BeforeValidator(values.chat)] = None
    backup_dir: Path | None = None
    backup_keep: Annotated[int, BeforeValidator(values.backup_keep)] = Field(14, validate_default=False)
    backup_send: Annotated[bool, BeforeValidator(values.yes_or_no)] = Field(False, validate_default=False)
    log_level: Annotated[str, BeforeValidator(values.log_level)] = "INFO"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """`load_settings` hands in the environment as arguments, so that a test can bring its own."""
        return init_settings, dotenv_settings

    @field_validator("*", mode="wrap")
    @classmethod
    def _empty_is_default(cls, value: Any, check: Any, info: Any) -> Any:
        if value is None or (isinstance(value, str) and not value.strip()):
            return cls.model_fields[info.field_name].default
        return check(value.strip() if isinstance(value, str) else value)

    @model_validator(mode="after")
    def _agree(self) -> Self:
        if self.sending_rate == 0 and self.official_api:
            raise wrong("setting-rate-official", field="SENDING_RATE")
        if self.backup_send and (self.backup_dir is None or self.operator_chat is None):
            raise wrong("setting-backup-send-alone", field="BACKUP_SEND")
        if not self.webhook_url:
            return self
        if self.webhook_listen is None:
            raise wrong("setting-webhook-listen-missing", field="WEBHOOK_LISTEN")
        if not self.webhook_secret:
            raise wrong("setting-webhook-secret-missing", field="WEBHOOK_SECRET")
        if self.official_api and not self.webhook_url.startswith("https://"):
            raise wrong("setting-webhook-https", field="WEBHOOK_URL")
        return self

    @property
    def demo(self) -> bool:
        """Without a token there is no Telegram to serve: the demo is started."""
        return not self.bot_token

    @property
    def official_api(self) -> bool:
        """Whether calls go to Telegram's own servers."""
        return values.host(self.telegram_api_url) == values.host(OFFICIAL_API)

    @property
    def flood(self) -> Flood:
        """What one person may send; SENDING_RATE=0 lifts this limit as it does all others."""
        return Flood(self.flood_burst, self.flood_rate) if self.sending_rate else UNLIMITED

    @property
    def sqlite_path(self) -> Path | None:
        """The database's file, None on PostgreSQL."""
        return values.sqlite_path(self.database_url)

    @property
    def data_dir(self) -> Path:
        """Where the process keeps its files: beside the database's file, or `data/`."""
        path = self.sqlite_path
        return path.parent if path else Path("data")

    @property
    def secrets(self) -> tuple[str, ...]:
        """What no log line may hold."""
        found = (self.bot_token, self.webhook_secret, self.encryption_key, values.password(self.database_url))
        return tuple(secret for secret in found if secret)


def load_settings(env_file: Path = Path(".env"), environ: Mapping[str, str] = os.environ) -> Settings:
    """The settings of this start; raises `SettingsError` with one line in the operator's language."""
    language = operator_language(environ)
    _check_lines(env_file, language)
    given: dict[str, Any] = {name: environ[name.upper()] for name in Settings.model_fields if name.upper() in environ}
    given["_env_file"] = env_file
    try:
        return Settings(**given)
    except ValidationError as error:
        line = _line(error, language)
    raise SettingsError(line)


def _check_lines(env_file: Path, language: str) -> None:
    """python-dotenv passes over what it cannot read, and a setting would be lost in silence."""
    try:
        with env_file.open(encoding="utf-8-sig") as stream:
            faulty = [_line_number(found) for found in parse_stream(stream) if _lost(found)]
    except FileNotFoundError:
        return
    except UnicodeDecodeError:
        problem = say("setting-file-encoding", language=language)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        problem = say("setting-file-unreadable", language=language, reason=reason)
    else:
        if not faulty:
            return
        problem = say("setting-file-line", language=language, line=str(faulty[0]))
    raise SettingsError(f"{env_file.name}: {problem}")


def _lost(found: Binding) -> bool:
    return found.error or (found.key is not None and found.value is None)


def _line_number(found: Binding) -> int:
    """python-dotenv counts the empty lines before a line as its part."""
    text = found.original.string
    return found.original.line + text[: len(text) - len(text.lstrip())].count("\n")


def _line(error: ValidationError, language: str) -> str:
    """The first fault in one line: key, what is wrong, what to write instead."""
    fault = error.errors(include_url=False, include_input=False)[0]
    context = dict(fault.get("ctx", {}))
    key = str(context.pop("field", "") or fault["loc"][0]).upper()
    if fault["type"] == "extra_forbidden":
        return f"{' '.join(key.split())}: {_unknown(key, language)}"
    return f"{key}: {say(fault['type'], language=language, **context)}"


def _unknown(key: str, language: str) -> str:
    known = [name.upper() for name in Settings.model_fields]
    nearest = difflib.get_close_matches(key, known, n=1)
    if nearest:
        return say("setting-unknown-near", language=language, nearest=nearest[0])
    return say("setting-unknown", language=language, known=", ".join(known))
