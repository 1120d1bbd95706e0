"""Several bots over one PostgreSQL, and the balancer before them that Telegram's deliveries go through."""

from __future__ import annotations

import asyncio
import time
from itertools import count
from pathlib import Path

import aiohttp
import asyncpg
from sqlalchemy import make_url

from simulator.telegram import Telegram
from tests.databases import KEY
from tests.durability.process import PATIENCE, BotProcess, Launcher, free_port

SECRET = "a-word_of-our-own"


class Balancer:
    """Deliveries go to the replicas by turns; one that does not answer gets none, as with a health check."""

    def __init__(self) -> None:
        self.ports: list[int] = []
        self._turns = count()
        self._session: aiohttp.ClientSession | None = None
        self.refused = 0

    async def post(self, _url: str, headers: dict[str, str], body: bytes) -> int:
        """The status of whoever takes it; 503 if nobody does, so that Telegram tries again."""
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=3))
        for _ in self.ports:
            port = self.ports[next(self._turns) % len(self.ports)]
            try:
                async with self._session.post(f"http://127.0.0.1:{port}/webhook", data=body, headers=headers) as answer:
                    if answer.status == 200:
                        return 200
            except (aiohttp.ClientError, TimeoutError):
                self.refused += 1
        return 503

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()


class Replica(BotProcess):
    """One of the bots."""

    webhook = 0

    async def leads(self) -> bool:
        """Whether it says that it sends; a process that is frozen or gone says nothing."""
        try:
            async with asyncio.timeout(0.5):
                return await self.metric("sender_up") == 1
        except (TimeoutError, aiohttp.ClientError, StopIteration):
            return False


class Replicas:
    """So many bots that share `url`."""

    def __init__(
        self,
        launcher: Launcher,
        telegram: Telegram,
        api_url: str,
        url: str,
        folder: Path,
        number: int,
        balancer: Balancer,
    ) -> None:
        self.url = url
        self.all = [self._one(launcher, telegram, api_url, folder / f"replica-{n}") for n in range(number)]
        balancer.ports = [replica.webhook for replica in self.all]

    def _one(self, launcher: Launcher, telegram: Telegram, api_url: str, folder: Path) -> Replica:
        folder.mkdir()
        webhook = free_port()
        settings = {
            "DATABASE_URL": self.url,
            "ENCRYPTION_KEY": KEY.decode(),
            "WEBHOOK_URL": "https://balancer.test/webhook",
            "WEBHOOK_SECRET": SECRET,
            "WEBHOOK_LISTEN": f"127.0.0.1:{webhook}",
        }
        made = Replica(launcher, api_url, telegram.token, folder, settings=settings)
        made.webhook = webhook
        return made

    async def leader(self, *, besides: Replica | None = None) -> tuple[Replica, float]:
        """Who leads (another than `besides`), and how many seconds passed till then."""
        since = time.monotonic()
        async with asyncio.timeout(PATIENCE):
            while True:
                for replica in self.all:
                    if replica is not besides and replica.pid and await replica.leads():
                        return replica, time.monotonic() - since
                await asyncio.sleep(0.05)

    async def fetch(self, query: str) -> list[asyncpg.Record]:
        """Rows of the database they share."""
        url = make_url(self.url)
        connection = await asyncpg.connect(host=url.query["host"], user=url.username, database=url.database)
        try:
            return list(await connection.fetch(query))
        finally:
            await connection.close()

    def log(self) -> str:
        return "\n".join(replica.log()[-3000:] for replica in self.all)
