"""Log lines: one each, with ids, without secrets and without what people wrote."""

import io
import logging
import sqlite3
from collections.abc import Iterator

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError

from bot.logs import OneLine, configure
from bot.values import address

TOKEN = "123456789:AAH-abcdefghijklmnopqrstuvwxyz012345"


def written(secrets: tuple[str, ...] = (), *, tracebacks: bool = False) -> tuple[logging.Logger, io.StringIO]:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(OneLine(secrets, tracebacks=tracebacks))
    logger = logging.Logger("messaging.intake")
    logger.addHandler(handler)
    return logger, stream


def raised(error: Exception, *, tracebacks: bool = False) -> str:
    logger, stream = written(tracebacks=tracebacks)
    try:
        raise error
    except Exception:
        logger.exception("parked", extra={"update_id": 17})
    return stream.getvalue()


def test_a_line_has_time_level_place_event_and_ids() -> None:
    logger, stream = written()
    logger.info("taken", extra={"update_id": 17, "kind": "two words", "none": ""})
    moment, rest = stream.getvalue().rstrip("\n").split(" ", 1)
    assert len(moment) == len("2026-09-07T06:00:00.123Z")
    assert moment.endswith("Z")
    assert rest == "INFO messaging.intake taken update_id=17 kind='two words' none=''"


@pytest.mark.parametrize(
    "text",
    [
        f"https://api.telegram.org/bot{TOKEN}/getMe refused",
        f"https://api.telegram.org/file/bot{TOKEN}/photos/1.jpg",
        f"https://api.telegram.org/bot{TOKEN.replace(':', '%3A')}/getMe",
        f"token {TOKEN}",
        "http://127.0.0.1:1/bot42:TEST/getMe",
        "webhook word s3cret",
    ],
)
def test_tokens_and_secrets_are_masked_whoever_writes_them(text: str) -> None:
    logger, stream = written(("s3cret",))
    logger.info("calling %s", text, extra={"address": text})
    line = stream.getvalue()
    assert not [part for part in ("AAH-", "42:TEST", "s3cret") if part in line]
    assert line.count("***") == 2


def test_a_token_is_masked_in_a_traceback_too() -> None:
    assert TOKEN not in raised(ValueError(f"/bot{TOKEN}/getMe"), tracebacks=True)


def test_an_exception_is_one_line_with_its_place_and_not_its_words() -> None:
    try:
        address("not an address")
    except ValueError as error:
        line = raised(error)
    assert line.count("\n") == 1
    assert "parked update_id=17 error=PydanticCustomError at bot/values.py:" in line


def test_what_a_person_wrote_stays_out_of_errors_of_the_database() -> None:
    error = IntegrityError("INSERT …", {"name": "Маша"}, sqlite3.IntegrityError("Key (name)=(Маша) exists"))
    assert "Маша" not in raised(error)
    locked = OperationalError("UPDATE …", {"name": "Маша"}, sqlite3.OperationalError("database is locked"))
    line = raised(locked)
    assert "error=OperationalError(database is locked)" in line
    assert "Маша" not in line


def test_the_cause_is_named() -> None:
    logger, stream = written()
    try:
        try:
            raise ConnectionRefusedError(111, "Connection refused")
        except OSError as cause:
            raise RuntimeError("secret words") from cause
    except RuntimeError:
        logger.exception("down")
    assert "error=RuntimeError from ConnectionRefusedError(Connection refused)" in stream.getvalue()
    assert "secret words" not in stream.getvalue()


def test_the_traceback_is_shown_only_for_trials() -> None:
    assert "Traceback" not in raised(ValueError("x"))
    assert "Traceback (most recent call last)" in raised(ValueError("x"), tracebacks=True)


def test_line_breaks_cannot_forge_a_line() -> None:
    logger, stream = written()
    logger.warning("one\ntwo\rthree")
    assert stream.getvalue().count("\n") == 1


@pytest.fixture
def root_logger() -> Iterator[logging.Logger]:
    root = logging.getLogger()
    level, handlers = root.level, root.handlers[:]
    yield root
    root.setLevel(level)
    root.handlers[:] = handlers
    logging.captureWarnings(False)


def test_configure_serves_the_whole_process(root_logger: logging.Logger) -> None:
    stream = io.StringIO()
    configure("INFO", ["s3cret"], stream)
    logging.getLogger("somebody.else").info("word s3cret")
    logging.getLogger("somebody.else").debug("too small")
    logging.getLogger("aiohttp.access").info("GET /webhook")
    assert stream.getvalue().endswith("INFO somebody.else word ***\n")
    assert stream.getvalue().count("\n") == 1
