"""A long loop gives way to whoever else waits."""

from __future__ import annotations

import asyncio

from storage.turns import AT_ONCE, by_turns


async def test_others_have_their_turn_in_the_middle_of_a_long_loop() -> None:
    reached: list[int] = []

    async def somebody_else() -> int:
        return len(reached)

    waiting = asyncio.create_task(somebody_else())
    async for each in by_turns(range(3 * AT_ONCE)):
        reached.append(each)
    assert waiting.done()
    assert waiting.result() <= AT_ONCE + 1
    assert reached == list(range(3 * AT_ONCE))
