"""From one update to its replies: finds who acts, lets aiogram route, and turns a refusal into words."""

from __future__ import annotations

import logging

from aiogram import Bot
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.types import Update

from handlers.routes import dispatcher
from mentoring.access import Actor
from mentoring.errors import Refusal
from messaging.replies import Button, Replies, Reply, Say, Show, Toast, press
from services.desk import Desk, House
from storage.work import Work

logging.getLogger("aiogram.event").setLevel(logging.WARNING)
EXPECTED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
"""The kinds that are asked for; anything else Telegram never sends us."""
_HOME = ((Button(Say("menu-button"), press("menu.open")),),)
"""Under a refusal, so that it is no dead end."""


class Dispatch:
    """Callable given to the intake: `(update, work) -> replies`. One aiogram Dispatcher, without its FSM."""

    def __init__(self, bot: Bot, house: House) -> None:
        self._bot = bot
        self._house = house
        self._dispatcher = dispatcher()

    async def __call__(self, update: Update, work: Work) -> Replies:
        """Replies of the update's handler and the notices its use case left; none for what is ignored on purpose."""
        sender = self._sender(update)
        if sender is None:
            return ()
        actor = await work.chats.actor(sender)
        desk = Desk(work, self._house, actor, work.now)
        try:
            outcome = await self._dispatcher.feed_update(self._bot, update, desk=desk)
        except Refusal as refusal:
            return self._refused(update, actor, refusal)
        replies: list[Reply] = [] if outcome is UNHANDLED or outcome is None else list(outcome)
        return [*replies, *desk.told]

    @staticmethod
    def _sender(update: Update) -> int | None:
        """The private chat an update comes from; groups and channels are ignored."""
        query = update.callback_query
        if query is not None:
            chat = query.message.chat if query.message is not None else None
            return chat.id if chat is not None and chat.type == "private" else None
        message = update.message or update.edited_message
        if message is not None and message.chat.type == "private":
            return message.chat.id
        member = update.my_chat_member
        if member is not None and member.chat.type == "private":
            return member.chat.id
        return None

    @staticmethod
    def _refused(update: Update, actor: Actor, refusal: Refusal) -> Replies:
        """A refusal comes before any effect: the person gets the sentence, and what stands on the screen stays."""
        text = Say(refusal.key, refusal.values)
        notice = Show(actor.chat_id, "notice", text, _HOME, fresh=True)
        return (Toast(text), notice) if update.callback_query is not None else (notice,)
