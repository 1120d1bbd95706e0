"""What the home screen, the list of what waits, and help look like."""

from __future__ import annotations

from collections.abc import Sequence

from mentoring.access import Actor
from messaging.replies import Button, Keyboard, Lines, Moment, Say, Show, Style, Text, press
from services import keyboards
from services.command_menu import commands
from services.dialogue_screens import own
from services.home import DIGEST, FIRST_STEPS, HELP, Home, Waiting, own_pairs
from services.keyboards import MOST

MENU = "menu"
BACK = (Button(Say("menu-back"), press("menu.open")),)
OPEN = (Button(Say("menu-button"), press("menu.open")),)


def stranger(chat: int, unfinished: int) -> Show:
    """For somebody who has come without a link, or has not finished registering."""
    language = (Button(Say("home-language"), press("language.open")),)
    if not unfinished:
        return Show(chat, MENU, Say("start-stranger"), (language,))
    go_on = (Button(Say("home-surveys-list", {"count": unfinished}), press("surveys.list"), style=Style.MAIN),)
    return Show(chat, MENU, Say("start-unfinished"), (go_on, language))


def home(chat: int, seen: Home) -> Show:
    """What waits, and the doors, two in a row."""
    parts = seen.person.name.split()
    called = " ".join(parts[1 : 2 if seen.minor else 3]) or seen.person.name
    lines: list[Text] = []
    lines += [Say("home-applied", {"organisation": each.name}) for each in seen.waits_at]
    if seen.meeting is not None and seen.kind is not None:
        lines.append(Say("home-meeting", {"when": Moment(seen.meeting.starts_at), "kind": seen.kind}))
    if seen.steps_left:
        lines.append(Say("home-steps", {"count": seen.steps_left}))
    if seen.applicants:
        lines.append(Say("home-applicants", {"count": seen.applicants}))
    if seen.unfinished:
        lines.append(Say("home-unfinished", {"count": seen.unfinished}))
    if not seen.has_role and not seen.waits_at:
        lines.append(Say("home-no-role"))
    body = Lines(tuple(lines)) if lines else Say("home-quiet-work") if DIGEST in seen.doors else Say("home-nothing")
    text = Lines((Say("home-title", {"name": called}), body), "\n\n")
    return Show(chat, MENU, text, _first(seen))


def more(chat: int, seen: Home, page: int) -> Show:
    """A page of the doors that the home screen has no room for; one past the end is the last."""
    _, *pages = _pages(seen.doors)
    if not pages:
        return home(chat, seen)
    page = min(max(page, 1), len(pages))
    rows = _doors(seen, pages[page - 1])
    further = ((Button(Say("home-more"), press("menu.more", page + 1)),),) if page < len(pages) else ()
    return Show(chat, MENU, Say("home-more-title"), (*rows, *further, BACK))


def _first(seen: Home) -> Keyboard:
    shown, *pages = _pages(seen.doors)
    rows = _doors(seen, shown)
    return (*rows, (Button(Say("home-more"), press("menu.more", 1)), door(seen, _kept(seen.doors)))) if pages else rows


def _pages(doors: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """What stands on the home screen, then page by page what is behind «Ещё…»; one keeps its place on the first."""
    if len(doors) <= MOST:
        return (tuple(doors),)
    others = tuple(name for name in doors if name != _kept(doors))
    first, rest = others[: MOST - 2], others[MOST - 2 :]
    return (first, *(rest[start : start + MOST - 2] for start in range(0, len(rest), MOST - 2)))


def _kept(doors: Sequence[str]) -> str:
    """The door that stands last on the home screen, whatever is behind «Ещё…»."""
    return FIRST_STEPS if FIRST_STEPS in doors else HELP


def _doors(seen: Home, names: Sequence[str]) -> Keyboard:
    buttons = [door(seen, name) for name in names]
    return tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))


def door(seen: Home, name: str) -> Button:
    """The button that leads to a place of the menu, with what waits behind it."""
    urgent = {"surveys.list": seen.unfinished, "applicants.list": seen.applicants, FIRST_STEPS: seen.steps_left}
    counts = {**urgent, "pair.own": len(seen.mine)}
    said = {"count": counts.get(name, 0), "duty": seen.duty.value if seen.duty is not None else "none"}
    return Button(
        Say(f"home-{name.replace('.', '-').replace('_', '-')}", said),
        own_pairs(seen.mine) if name == "pair.own" else press(name),
        style=Style.MAIN if urgent.get(name) else None,
    )


def waiting(chat: int, seen: Waiting) -> Show:
    """One button for each questionnaire or form."""
    buttons = (Button(own(title), press("response.open", record.id)) for record, title in seen.items)
    found = keyboards.options(buttons, room=MOST - 1)
    text = found.under(Say("surveys-title")) if seen.items else Say("surveys-none")
    return Show(chat, MENU, text, (*found.rows, *pager("surveys.page", seen.page, seen.pages), BACK))


def help_screen(chat: int, actor: Actor) -> Show:
    """What the bot can do for this actor, command by command."""
    lines: list[Text] = [Say("help-title" if actor.person else "help-stranger")]
    lines += [Say("help-line", {"command": name, "what": Say(f"command-{name}")}) for name in commands(actor)]
    rows = (
        (Button(Say("home-language"), press("language.open")), Button(Say("home-privacy"), press("privacy.open"))),
        BACK,
    )
    return Show(chat, MENU, Lines(tuple(lines)), rows)


def pager(name: str, page: int, pages: int) -> Keyboard:
    """Arrows around «2 / 5»; nothing for a single page."""
    return keyboards.pager(page, pages, lambda at: press(name, at))
