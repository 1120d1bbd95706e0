"""Putting messages into the queue: rendered for each reader and stored with the open transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from messaging.ports import OUTGOING_CHANNEL, Words, Work, Written
from messaging.readers import Reader
from messaging.render import Renderer, digest
from messaging.replies import Show


class Readers:
    """How to write to each chat, asked once a transaction."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._known: dict[int, Reader] = {}

    async def know(self, chats: Collection[int]) -> None:
        """Ask for many at once."""
        unknown = [chat for chat in chats if chat not in self._known]
        if len(unknown) > 1:
            self._known.update(await self._work.chats.readers(unknown))

    async def get(self, chat: int) -> Reader:
        reader = self._known.get(chat)
        if reader is None:
            reader = self._known[chat] = await self._work.chats.reader(chat)
        return reader


async def post(
    work: Work, words: Words, shows: Iterable[Show], *, readers: Readers | None = None, here: bool = True
) -> Written:
    """Render each Show for its reader and put it into the outbox of this transaction.

    After the commit give the result to `Sender.offer`, or call `Sender.wake()`. `here`: this process sends; else
    the one that does is told by the database. Raises what rendering raises.
    """
    shows = list(shows)
    if not shows:
        return Written()
    readers = readers or Readers(work)
    renderer = Renderer(words)
    await readers.know({show.chat for show in shows})
    messages = [renderer.message(show, await readers.get(show.chat)) for show in shows]
    for show in shows:
        if show.file is not None and not show.file.telegram_id:
            await work.files.keep(digest(show.file), show.file.name, show.file.content)
    written = await work.outbox.put(messages)
    if not here:
        await work.announce(OUTGOING_CHANNEL)
    return written


async def prune(work: Work) -> None:
    """Daily housekeeping: forget updates, dead messages, keys and files that nothing can ask for again."""
    await work.updates.prune()
    await work.outbox.prune()
    await work.files.prune()
