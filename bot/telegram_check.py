"""Asking Telegram about the bot's own account, for `doctor` and for a start with a wrong token."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import aiohttp

from bot.settings import Settings

SECONDS = 5.0
_REFUSALS = (401, 404)  # Bot API: 401 for a revoked or wrong token, 404 for one that is none


@dataclass(frozen=True, slots=True)
class Account:
    """Who the bot is and how its webhook fares; or that the token is refused; or why nobody answered."""

    username: str = ""
    refused: bool = False
    fault: str = ""
    """The class of the network's error or the HTTP status; empty when Telegram answered."""
    server_time: datetime | None = None
    webhook: str = ""
    webhook_fault: str = ""
    webhook_fault_at: datetime | None = None
    operator_reached: bool = True
    """Whether Telegram lets the bot write to OPERATOR_CHAT; true where there is none."""


async def ask_telegram(settings: Settings) -> Account:
    """getMe, getWebhookInfo and getChat of the operator at `TELEGRAM_API_URL`; raises nothing."""
    timeout = aiohttp.ClientTimeout(total=SECONDS)
    root = f"{settings.telegram_api_url}/bot{settings.bot_token}"
    try:
        async with asyncio.timeout(2 * SECONDS), aiohttp.ClientSession(timeout=timeout) as session:
            async with session.get(f"{root}/getMe") as answer:
                server_time = _date(answer.headers.get("Date"))
                if answer.status in _REFUSALS:
                    return Account(refused=True, server_time=server_time)
                if answer.status != 200:
                    return Account(fault=f"HTTP {answer.status}", server_time=server_time)
                me = _result(await answer.json(content_type=None))
            async with session.get(f"{root}/getWebhookInfo") as answer:
                webhook = _result(await answer.json(content_type=None))
            reached = await _reached(session, root, settings.operator_chat)
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
        # The class alone: the text of these errors holds the address, and with it the token.
        return Account(fault=type(error).__name__)
    return replace(_account(me, webhook, server_time), operator_reached=reached)


async def _reached(session: aiohttp.ClientSession, root: str, chat: int | None) -> bool:
    """False only where Telegram says so (400: it knows no such chat of this bot's, 403: the bot is shut out of it)."""
    if chat is None:
        return True
    async with session.get(f"{root}/getChat", params={"chat_id": str(chat)}) as answer:
        return answer.status not in (400, 403)


def _account(me: Mapping[str, Any], webhook: Mapping[str, Any], server_time: datetime | None) -> Account:
    fault_at = webhook.get("last_error_date")
    return Account(
        username=str(me.get("username", "")),
        server_time=server_time,
        webhook=str(webhook.get("url", "")),
        webhook_fault=str(webhook.get("last_error_message", "")),
        webhook_fault_at=datetime.fromtimestamp(fault_at, UTC) if isinstance(fault_at, int) else None,
    )


def _result(body: Any) -> Mapping[str, Any]:
    """The `result` of a Bot API answer; ValueError where something else is listening."""
    result = body.get("result") if isinstance(body, dict) else None
    if not isinstance(result, dict):
        raise ValueError("not a Bot API")
    return result


def _date(header: str | None) -> datetime | None:
    try:
        return parsedate_to_datetime(header).astimezone(UTC) if header else None
    except ValueError:
        return None
