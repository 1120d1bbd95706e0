"""A Telegram as a process of its own, for trials: `python -m simulator --port 8081 [--people FILE.json]`."""

from __future__ import annotations

import argparse
import asyncio
import json
import signal
from pathlib import Path

from simulator.chats import Person
from simulator.limits import Limits
from simulator.server import address_of, serve
from simulator.telegram import DEFAULT_TOKEN, Telegram


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m simulator", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8081, help="0 takes a free one")
    parser.add_argument("--token", default=DEFAULT_TOKEN, help="the bot's token")
    parser.add_argument("--username", default="mentoring_demo_bot", help="the bot's name in links")
    parser.add_argument("--people", type=Path, help="JSON: [{id, first_name, language, caption}, …]")
    parser.add_argument("--crowd", type=int, default=0, help="people with the ids 1…N, who have started the bot")
    parser.add_argument("--latency", type=float, default=0, help="seconds before every answer")
    parser.add_argument("--limits", action="store_true", help="keep Telegram's limits on sending")
    parser.add_argument("--lax", action="store_true", help="overlook unknown parameters, as Telegram does")
    parser.add_argument("--state", type=Path, help="keep the state in this file")
    return parser.parse_args()


def _telegram(arguments: argparse.Namespace) -> Telegram:
    people = [Person(number, f"Person {number}") for number in range(1, arguments.crowd + 1)]
    if arguments.people:
        people += [Person(**entry) for entry in json.loads(arguments.people.read_text(encoding="utf-8"))]
    settings = {
        "people": people,
        "token": arguments.token,
        "username": arguments.username,
        "strict": not arguments.lax,
        "limits": Limits() if arguments.limits else None,
    }
    telegram = Telegram.load(arguments.state, **settings) if arguments.state else Telegram(**settings)
    telegram.faults.latency = arguments.latency
    for number in range(1, arguments.crowd + 1):
        telegram.chat(number).started = True
    return telegram


async def _run(arguments: argparse.Namespace) -> None:
    telegram = _telegram(arguments)
    runner = await serve(telegram, arguments.host, arguments.port, keep=arguments.state, with_trials=True)
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    print(f"ready {address_of(runner)}", flush=True)
    await stopped.wait()
    await telegram.close()
    await runner.cleanup()


if __name__ == "__main__":
    asyncio.run(_run(_arguments()))
