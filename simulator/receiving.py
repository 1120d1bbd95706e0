"""Methods by which a bot receives its updates: getUpdates and the webhook's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from simulator.errors import ApiError, bad_request
from simulator.updates import Update
from simulator.webhook import Webhook

if TYPE_CHECKING:
    from simulator.telegram import Request

_BUSY = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
_DEFAULT_CONNECTIONS = 40
_PORTS = ("", "443", "80", "88", "8443")
_HERE = ("http://127.0.0.1", "http://localhost")
"""A webhook on this machine is taken whatever its port: nothing else could be tried without a network."""


async def get_updates(request: Request) -> list[Update]:
    if request.telegram.webhook is not None:
        raise ApiError(409, _BUSY)
    params = request.params
    request.updates.allow(params.json("allowed_updates"))
    return await request.updates.get(
        params.integer("offset") or 0, params.integer("limit") or 100, params.integer("timeout") or 0
    )


async def set_webhook(request: Request) -> bool:
    params = request.params
    url = params.text("url")
    if url is not None and not url.startswith(_HERE):
        _check(url)
    await _remove(request)
    request.updates.allow(params.json("allowed_updates"))
    if url is not None:
        request.telegram.webhook = Webhook(
            request.updates,
            url,
            params.text("secret_token") or "",
            params.integer("max_connections") or _DEFAULT_CONNECTIONS,
            request.telegram.post,
        )
    return True


def _check(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if parts.netloc.partition(":")[2] not in _PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")


async def delete_webhook(request: Request) -> bool:
    await _remove(request)
    return True


async def _remove(request: Request) -> None:
    if request.telegram.webhook is not None:
        await request.telegram.webhook.close()
        request.telegram.webhook = None
    if request.params.flag("drop_pending_updates"):
        request.updates.waiting.clear()


async def get_webhook_info(request: Request) -> dict[str, Any]:
    webhook = request.telegram.webhook
    info: dict[str, Any] = {
        "url": webhook.url if webhook else "",
        "has_custom_certificate": False,
        "pending_update_count": request.updates.pending,
    }
    if webhook is not None:
        info["max_connections"] = webhook.connections
        if webhook.last_error:
            info["last_error_message"] = webhook.last_error
    if request.updates.allowed:
        info["allowed_updates"] = sorted(request.updates.allowed)
    return info
