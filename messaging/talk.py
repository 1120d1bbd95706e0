"""The order in which the talk ends: intake stops first, then what is to be said is said, then it is acknowledged."""

from __future__ import annotations

import asyncio

from messaging.answers import Answers
from messaging.polling import Polling
from messaging.sender import Sender


async def by_polling(polling: Polling, sender: Sender, answers: Answers, stop: asyncio.Event) -> None:
    """Talk until `stop` is set. Raises WrongTokenError. The caller closes bot and database afterwards."""
    sending = asyncio.create_task(sender.run())
    try:
        await polling.run(stop)
    finally:
        await _finish(sender, answers, sending)
        await polling.acknowledge()


async def by_sending(sender: Sender, answers: Answers, stop: asyncio.Event) -> None:
    """Send until `stop` is set; a webhook takes the updates meanwhile, and is closed before."""
    sending = asyncio.create_task(sender.run())
    try:
        await stop.wait()
    finally:
        await _finish(sender, answers, sending)


async def _finish(sender: Sender, answers: Answers, sending: asyncio.Task[None]) -> None:
    await sender.stop()
    await answers.settle()
    await sending
