"""aiogram's session over the simulator in the same process: what HTTP would carry, without HTTP."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator
from typing import TYPE_CHECKING, Any, cast

from aiogram.client.session.base import BaseSession
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods.base import TelegramMethod, TelegramType

from simulator.errors import ApiError, ConnectionCut, NoAnswer
from simulator.files import Upload
from simulator.telegram import Telegram

if TYPE_CHECKING:
    from aiogram.client.bot import Bot
    from aiogram.types import InputFile


class SimulatorSession(BaseSession):
    """Takes aiogram's methods apart as its HTTP session does, and raises the same exceptions."""

    def __init__(self, telegram: Telegram, **settings: Any) -> None:
        super().__init__(**settings)
        self.telegram = telegram

    async def close(self) -> None:
        """There is no connection to close."""

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109 -- the base class has it
    ) -> TelegramType:
        """Do one method; raises aiogram's exceptions."""
        params, files = await self._take_apart(bot, method)
        status, answer = 200, {}
        try:
            if bot.token != self.telegram.token:
                raise ApiError(401, "Unauthorized")
            result = await self.telegram.call(method.__api_method__, params, files)
            answer = {"ok": True, "result": result}
        except ApiError as error:
            status, answer = error.code, error.as_answer()
        except ConnectionCut as error:
            message = "ServerDisconnectedError: Server disconnected"
            raise TelegramNetworkError(method=method, message=message) from error
        except NoAnswer as error:
            raise TelegramNetworkError(method=method, message="Request timeout error") from error
        response = self.check_response(bot, method, status, json.dumps(answer))
        return cast(TelegramType, response.result)

    async def _take_apart(
        self, bot: Bot, method: TelegramMethod[TelegramType]
    ) -> tuple[dict[str, Any], dict[str, Upload]]:
        inputs: dict[str, InputFile] = {}
        params: dict[str, Any] = {}
        for key, value in method.model_dump(warnings=False).items():
            prepared = self.prepare_value(value, bot=bot, files=inputs)
            if prepared:
                params[key] = prepared
        files = {}
        for key, file in inputs.items():
            content = b"".join([chunk async for chunk in file.read(bot)])
            files[key] = Upload(file.filename or key, content)
        return params, files

    async def stream_content(
        self,
        url: str,
        headers: dict[str, Any] | None = None,
        timeout: int = 30,  # noqa: ASYNC109 -- the base class has it
        chunk_size: int = 65536,
        raise_for_status: bool = True,
    ) -> AsyncGenerator[bytes, None]:
        """The bytes behind an address of a file; raises `FileNotFoundError` for an unknown one."""
        path = url.partition(f"/bot{self.telegram.token}/")[2]
        content = self.telegram.world.files.at_path(path)
        if content is None:
            raise FileNotFoundError(path)
        for begin in range(0, len(content), chunk_size):
            yield content[begin : begin + chunk_size]
