"""Long loops take turns with whoever else waits for the loop."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from typing import TypeVar

AT_ONCE = 100
"""Things of which each takes a tenth of a millisecond at most."""

Thing = TypeVar("Thing")


async def by_turns(found: Iterable[Thing]) -> AsyncIterator[Thing]:
    """Each of them; now and then others have the loop in between. Rows are decrypted while they are taken."""
    for number, each in enumerate(found, 1):
        yield each
        if number % AT_ONCE == 0:
            await asyncio.sleep(0)
