"""Organisations as an operator names them on the command line."""

from __future__ import annotations

from bot.cli import CommandError
from bot.words import say
from mentoring.people import Organisation
from storage.organisations import Organisations


async def place_of(organisations: Organisations, name: str | None) -> Organisation:
    """The organisation of that name, or the only one; else CommandError with the names, or with how to make one."""
    known = await organisations.all()
    if not known:
        raise CommandError(say("cli-invite-nowhere"))
    if name is None:
        if len(known) == 1:
            return known[0]
        raise CommandError(say("cli-invite-which", names=", ".join(each.name for each in known)))
    found = [each for each in known if each.name.casefold() == name.strip().casefold()]
    if not found:
        raise CommandError(say("cli-invite-unknown", names=", ".join(each.name for each in known)))
    return found[0]
