"""Messages that are said in the morning, one a person and day: when it is time, and when somebody heard last."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from services.desk import Desk


async def heard(
    desk: Desk, days: Mapping[int, date], key: Callable[[int, date], str], *, back: timedelta
) -> dict[int, date | None]:
    """When each person heard last within `back` days; those who have heard today are left out.

    `days`: by person, what day it is there; `key`: that of the message to a person on a day.
    """
    fresh = await desk.work.meetings.unused([key(one, day) for one, day in days.items()])
    left = {one: day for one, day in days.items() if key(one, day) in fresh}
    earlier = {
        key(one, then): (one, then)
        for one, day in left.items()
        for then in (day - timedelta(days=since) for since in range(1, back.days + 1))
    }
    unused = await desk.work.meetings.unused(list(earlier))
    found: dict[int, date | None] = dict.fromkeys(left)
    for planned, (one, then) in earlier.items():
        known = found[one]
        if planned not in unused and (known is None or then > known):
            found[one] = then
    return found
