"""The chat commands: each answers whom the access table lets, refuses others kindly, and stands in the right menus."""

from __future__ import annotations

import pytest

from locales import Wording
from mentoring.people import Organisation
from mentoring.roles import Role
from simulator.phones import Phone
from tests.conversations.world import World

EVERYBODY = {"menu", "help", "cancel", "language", "privacy"}
MENUS = {
    Role.MENTOR: EVERYBODY | {"meetings", "log", "surveys", "plan", "pairs"},
    Role.MENTEE: EVERYBODY | {"meetings", "surveys", "plan", "pairs"},
    Role.CURATOR: EVERYBODY
    | {"people", "pairs", "match", "plan", "summary", "invite", "export", "campaign", "roadmap", "indicators"},
    Role.PSYCHOLOGIST: EVERYBODY | {"people", "pairs", "plan", "summary", "campaign", "roadmap", "indicators"},
    Role.HEAD: EVERYBODY | {"pairs", "plan", "summary", "campaign", "roadmap", "indicators"},
    Role.COORDINATOR: EVERYBODY | {"summary", "invite", "campaign", "roadmap", "indicators"},
}
"""The menu of each role; every other command refuses them."""
PERIODS = {
    "": "25 августа",
    " week": "25 августа",
    " month": "1 августа",
    " quarter": "1 июня",
    " year": "1 сентября 2025",
}
"""What `/summary …` names, and the day its period begins, seen from 1 September 2026."""
FAULTS = ("случилась ошибка", "Traceback")


async def member(world: World, role: Role, school: Organisation) -> Phone:
    place = None if role is Role.COORDINATOR else school
    phone, _ = await world.member("Петрова Анна Ивановна", role, place)
    return phone


async def menu(world: World, scope: dict[str, object] | None, language: str | None) -> dict[str, str]:
    """What Telegram keeps for a scope and language: commands with their descriptions."""
    asked = {"scope": scope, "language_code": language}
    found = await world.telegram.call("getMyCommands", {name: value for name, value in asked.items() if value})
    return {entry["command"]: entry["description"] for entry in found}


@pytest.mark.parametrize("role", MENUS)
async def test_the_menu_of_a_role_shows_exactly_what_works(world: World, role: Role) -> None:
    phone = await member(world, role, await world.organisation())
    words = Wording.load()
    for language in ("ru", "en"):
        await phone.says("/language")
        await phone.taps({"ru": "Русский", "en": "English"}[language])
        assert phone.screen.text == words.text(language, "language-set")
        offered = await menu(world, {"type": "chat", "chat_id": phone.id}, None)
        assert offered == {name: words.text(language, f"command-{name}") for name in MENUS[role]}
    for name in MENUS[role]:
        await phone.says(f"/{name}")
        await phone.sees()
        await phone.sees_no("not available", "went wrong")


@pytest.mark.parametrize("role", MENUS)
async def test_other_commands_are_refused_in_words_and_change_nothing(world: World, role: Role) -> None:
    phone = await member(world, role, await world.organisation())
    for name in sorted(set().union(*MENUS.values()) - MENUS[role] - {"surveys", "meetings"}):
        await phone.says(f"/{name}")
        await phone.sees()
        text = phone.screens[-1].text
        assert text, name
        assert not any(fault in text for fault in FAULTS), name
    async with world.work() as work:
        counts = "SELECT (SELECT count(*) FROM parked), (SELECT count(*) FROM jobs), (SELECT count(*) FROM responses)"
        assert tuple((await work.connection.exec_driver_sql(counts)).one()) == (0, 0, 0)


async def test_strangers_have_the_menu_of_everybody_in_both_languages(world: World) -> None:
    from bot.leading import command_menu

    await command_menu(world.machine)
    words = Wording.load()
    for asked, spoken in ((None, "ru"), ("ru", "ru"), ("en", "en")):
        assert await menu(world, None, asked) == {name: words.text(spoken, f"command-{name}") for name in EVERYBODY}
    stranger = world.phone("Гость")
    await stranger.starts()
    for name in EVERYBODY:
        await stranger.says(f"/{name}")
        await stranger.sees()


async def test_the_summary_is_of_the_period_that_is_named(world: World) -> None:
    phone = await member(world, Role.HEAD, await world.organisation())
    for period, begins in PERIODS.items():
        await phone.says(f"/summary{period}")
        await phone.sees(begins)
    await phone.says("/summary вчера")
    await phone.sees("week")


async def test_commands_may_bear_the_bots_name(world: World) -> None:
    """Some clients add it where a command is chosen."""
    phone = await member(world, Role.CURATOR, await world.organisation())
    for name in sorted(MENUS[Role.CURATOR]):
        await phone.says(f"/{name}@{world.telegram.username}")
        await phone.sees()
        await phone.sees_no("недоступно", *FAULTS)
