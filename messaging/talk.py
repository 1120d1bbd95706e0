"""The order in which the talk ends: intake stops first, then what is to be said is said, then it is acknowledged."""

from __future__ import annotations

import asyncio

from messaging.answers import Answers
from messaging.polling import Polling
from messaging.sender import Sender
from messaging.webhook import Webhook


async def by_polling(polling: Polling, sender: Sender, answers: Answers, stop: asyncio.Event) -> None:
    """Talk until `stop` is set. Raises WrongTokenError. The caller closes bot and database afterwards."""
    sending = asyncio.create_task(sender.run())
    try:
        await polling.run(stop)
    finally:
        await _finish(sender, answers, sending)
        await polling.acknowledge()


async def by_webhook(webhook: Webhook, sender: Sender, answers: Answers, stop: asyncio.Event) -> None:
    """Talk until `stop` is set; the caller listens before and closes its server afterwards."""
    sending = asyncio.create_task(sender.run())
    try:
        await stop.wait()
    finally:
        await webhook.close()
        await _finish(sender, answers, sending)


async def _finish(sender: Sender, answers: Answers, sending: asyncio.Task[None]) -> None:
    await sender.stop()
    await answers.settle()
    await sending
