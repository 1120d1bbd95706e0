"""Refusals of the Bot API in Telegram's own words, and failures of the road to it."""

from __future__ import annotations

from typing import Any


class ApiError(Exception):
    """Telegram refused a call: `code` is the HTTP status, `description` what the answer says.

    `retry_after` is set for 429 alone, in seconds.
    """

    def __init__(self, code: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.retry_after = retry_after

    def as_answer(self) -> dict[str, Any]:
        """The JSON object that Telegram answers with."""
        answer: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.retry_after is not None:
            answer["parameters"] = {"retry_after": self.retry_after}
        return answer


class ConnectionCut(Exception):
    """The connection broke before an answer came; the call may have been done."""


class NoAnswer(Exception):
    """No answer came in time; the call may have been done."""


class PersonCannot(Exception):
    """A person's client does not offer this, such as pressing a button that is not there."""


def bad_request(text: str) -> ApiError:
    """400 with Telegram's prefix."""
    return ApiError(400, f"Bad Request: {text}")


def forbidden(text: str) -> ApiError:
    """403 with Telegram's prefix."""
    return ApiError(403, f"Forbidden: {text}")


def too_many(seconds: int) -> ApiError:
    """429: the caller has to pause for so many seconds."""
    return ApiError(429, f"Too Many Requests: retry after {seconds}", seconds)
