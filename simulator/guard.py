"""Who may use the page: browsers that opened it on this machine, and no other site through them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_OPEN_TO_LINKS = ("/page/",)
_POLICY = (
    "default-src 'self'; img-src 'self' blob: data:; style-src 'self'; script-src 'self'; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


def guard(allowed_hosts: frozenset[str]) -> Any:
    """Middleware that answers 403 to foreign hosts (DNS rebinding) and to requests from other sites."""
    hosts = _LOOPBACK | allowed_hosts

    @web.middleware
    async def check(request: web.Request, handler: Handler) -> web.StreamResponse:
        path = request.path
        if path.startswith(("/bot", "/file/bot")):
            if "Origin" in request.headers:  # a bot has none; a foreign page in a browser has
                raise web.HTTPForbidden(text="The Bot API is not for browsers.")
            return await handler(request)
        if _host(request.host) not in hosts:
            raise web.HTTPForbidden(text="Open the page by its address on this machine.")
        if path != "/" and not path.startswith(_OPEN_TO_LINKS) and not _same_origin(request):
            raise web.HTTPForbidden(text="Only the page itself may do this.")
        return await handler(request)

    return check


async def add_headers(request: web.Request, response: web.StreamResponse) -> None:
    """Headers that keep what people send from running as part of the page."""
    if not request.path.startswith("/bot"):
        response.headers.setdefault("Content-Security-Policy", _POLICY)
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers.setdefault("Cache-Control", "no-cache")


def _host(header: str) -> str:
    if header.startswith("["):
        return header[1:].partition("]")[0]
    return header.partition(":")[0]


def _same_origin(request: web.Request) -> bool:
    origin = request.headers.get("Origin")
    if origin is not None and origin.partition("://")[2] != request.host:
        return False
    return request.headers.get("Sec-Fetch-Site", "none") in ("same-origin", "none")
