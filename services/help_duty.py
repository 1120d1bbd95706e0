"""What falls due about calls for help by itself; of those that wait too long the digest tells the curator."""

from __future__ import annotations

from datetime import datetime

from services.desk import Desk


async def duty(desk: Desk) -> datetime | None:
    """Questions that were taken to a meeting stand as answered once it is planned; nothing has its own moment."""
    await desk.work.help_requests.met()
    return None
