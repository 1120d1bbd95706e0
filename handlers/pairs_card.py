"""The card of a mentorship: what it says, and its buttons in pages, the main ones first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from handlers.adults import line as adult_line
from handlers.pairs_screens import MENU_SLOT, state_text
from mentoring.clock import local_date
from mentoring.mentorships import MentorshipState
from mentoring.pages import pages_of
from messaging.replies import Button, Keyboard, Lines, Say, Show, Style, Text, press
from services.agreement_for import answerable_for, buttons
from services.desk import Desk
from services.dialogue_screens import own
from services.mentorships import Card
from services.pair_doors import Do
from services.pairs import facts, full_names

FITS = 6
"""Buttons beside «Назад» and «В меню»: eight in all."""
_MENU = Button(Say("menu-button"), press("menu.open"))
_LIST = Button(Say("pairs-back"), press("pairs.list"))
_BESIDE = Button(Say("pairs-back"), press("pairs.beside"))
_MEETINGS = "meetings.of"
_PRESSES: Mapping[Do, str] = {
    Do.AGREE: "pair.agree",
    Do.REFUSE: "pair.refuse",
    Do.ORDER: "pair.order",
    Do.PLAN: "meeting.new",
    Do.ACCEPT: "pair.request_accept",
    Do.KEEP: "pair.request_keep",
    Do.COMPLETE: "pair.complete",
    Do.END: "pair.end_early",
    Do.RELEASE: "pair.release_order",
    Do.MEETINGS: _MEETINGS,
    Do.DEVELOPMENT: "plan.open",
    Do.TASKS: "tasks.open",
    Do.HELP: "help.ask",
    Do.HEALTH: "health.open",
    Do.ADULTS: "adults.open",
    Do.PAPERS: "papers.open",
    Do.CHANGE: "change.pair",
    Do.OUTCOMES: "observation.outcomes",
    Do.COMPATIBILITY: "observation.compatibility",
    Do.DIARY: "diary.open",
    Do.CLOSING: "closing.open",
    Do.HAND_OVER: "pair.hand_over",
    Do.TRAIL: "trail.open",
    Do.LEAVE: "pair.leave",
    Do.STOP: "pair.leave",
}
_STYLES: Mapping[Do, Style] = {Do.AGREE: Style.GOOD, Do.PLAN: Style.MAIN}


def card(desk: Desk, seen: Card, *, fresh: bool = False) -> Show:
    """A mentorship with what may be done about it. `fresh`: opened from a notice, so it comes below it."""
    mentorship = seen.pair.mentorship
    stage = seen.entry if mentorship.state is MentorshipState.AGREED else seen.exit
    waits, asked = len(stage.missing), stage.asked
    if mentorship.state is MentorshipState.PROPOSED:
        waits, asked = len(seen.waiting), len(mentorship.parties)
    exit_asked = mentorship.exit_asked_at is not None
    lines: list[Text] = [Say("pairs-card-head", facts(desk, seen.pair))]
    if seen.kind is not None:
        lines.append(Say("pairs-card-kind", {"kind": own(seen.kind)}))
    lines += _model(desk, seen)
    dates: list[Text] = [Say("pairs-card-dates", facts(desk, seen.pair))]
    if mentorship.order is not None:
        dates.append(Say("pairs-card-order", {"number": mentorship.order.number, "date": mentorship.order.date}))
    state = state_text(mentorship.state, waits, asked, exit_asked=exit_asked)
    now: list[Text] = [Say("pairs-card-state", {"state": state})]
    now += [Say("pairs-card-held", {"held": seen.held})] if mentorship.activated_at is not None else []
    lines += [_line(dates), _line(now)]
    lines += _course(desk, seen)
    absent = answerable_for(desk, seen.pair)[:1]  # one after the other, so that the card stays small
    lines += [Say("enter-answer-for", {"name": person.name}) for person in absent]
    answers = tuple(row for person in absent for row in buttons(seen.pair, person))
    keyboard = (*answers, *_first(seen, _kept(desk, seen)))
    return Show(desk.actor.chat_id, MENU_SLOT, Lines(tuple(lines)), keyboard, fresh=fresh)


def more(desk: Desk, seen: Card, page: int) -> Show:
    """The buttons that the card has no room for, a page of them."""
    rest = seen.doors[_kept(desk, seen) :]
    pages = pages_of(len(rest), FITS - 1)
    shown = max(0, min(page, pages - 1))
    number = seen.pair.mentorship.id
    rows = _rows(seen, rest[shown * (FITS - 1) : (shown + 1) * (FITS - 1)])
    if pages > 1:
        further = press("pair.further", number, shown + 1) if shown + 1 < pages else press("pair.more", number)
        rows = (*rows, (Button(Say("pairs-more", {"n": shown + 1, "m": pages}), further),))
    back = (Button(Say("pairs-back"), press("pair.open", number)), _MENU)
    return Show(desk.actor.chat_id, MENU_SLOT, Say("pairs-more-head", facts(desk, seen.pair)), (*rows, back))


def _model(desk: Desk, seen: Card) -> list[Text]:
    """The role model for those who may know it, and who answers for the mentorship: by name, else as the model says."""
    lines: list[Text] = []
    if seen.role_model is not None:
        lines.append(Say("pairs-card-model", {"model": own(seen.role_model.name)}))
        who = tuple(own(desk.programme.executor(one).name) for one in seen.responsible)
        lines += [Say("pairs-card-responsible", {"who": Lines(who, ", ")})] if who and not seen.adults else []
    return [*lines, *(adult_line(one, place) for place, one in enumerate(seen.adults, 1))]


def _course(desk: Desk, seen: Card) -> list[Text]:
    """Who has not answered the proposal, questionnaires, meetings, who wants out, and how it ended."""
    mentorship = seen.pair.mentorship
    lines: list[Text] = []
    if seen.waiting and mentorship.state is MentorshipState.PROPOSED:
        lines.append(Say("pairs-card-waiting", {"names": full_names(seen.waiting)}))
    stages = [
        Say(f"pairs-card-{name}", {"answered": progress.answered, "asked": progress.asked})
        for name, progress in (("entry", seen.entry), ("exit", seen.exit))
        if progress.asked
    ]
    lines += [_line(stages)] if stages else []
    if seen.asked is not None:
        words = " ".join((seen.asked.words or "").split()) or Say("pairs-no-reason")
        lines.append(Say("pairs-card-asked", {"request": seen.asked.request.value, "reason": words}))
    return lines + _ending(desk, seen)


def _line(parts: Sequence[Text]) -> Lines:
    """What belongs together on one line: the card has a dozen of them."""
    return Lines(tuple(parts), " · ")


def _ending(desk: Desk, seen: Card) -> list[Text]:
    mentorship = seen.pair.mentorship
    lines: list[Text] = []
    if mentorship.end_reason is not None and seen.shows_end:
        why = [Say("pairs-card-ground", {"ground": mentorship.end_reason.value})]
        if seen.end_words:
            why.append(Say("pairs-card-comment", {"comment": " ".join(seen.end_words.split())}))
        lines.append(_line(why))
        if mentorship.end_order is not None:
            order = {"number": mentorship.end_order.number, "date": mentorship.end_order.date}
            lines.append(Say("pairs-card-release", order))
    if seen.conclusion is not None:
        day = local_date(seen.conclusion.at, desk.programme.zone)
        said = Say("observations-card-compatibility", {"conclusion": seen.conclusion.text, "when": day})
        lines.append(said)
    return lines


def _kept(desk: Desk, seen: Card) -> int:
    """How many of the doors stand on the first screen: two answers for somebody absent take the room of two."""
    room = FITS - 2 * len(answerable_for(desk, seen.pair)[:1])
    return len(seen.doors) if len(seen.doors) <= room else room - 1


def _first(seen: Card, kept: int) -> Keyboard:
    """The main buttons; where not all fit, «Ещё…» stands for the rest."""
    rows = _rows(seen, seen.doors[:kept])
    if kept < len(seen.doors):
        rows = (*rows, (Button(Say("pairs-more-button"), press("pair.more", seen.pair.mentorship.id)),))
    if seen.from_beside:
        return (*rows, (_BESIDE, _MENU))
    return (*rows, (_LIST, _MENU) if seen.in_list else (_MENU,))


def _rows(seen: Card, doors: tuple[Do, ...]) -> Keyboard:
    """Two buttons a row."""
    buttons = [_button(seen, one) for one in doors]
    return tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))


def _button(seen: Card, door: Do) -> Button:
    mentorship = seen.pair.mentorship
    began = mentorship.activated_at is not None
    name = "take-back" if door is Do.END and not began else door.value.replace("_", "-")
    if door is Do.MEETINGS:
        return Button(Say("pairs-meetings"), press(_MEETINGS, mentorship.id, 0))
    if door in (Do.OUTCOMES, Do.COMPATIBILITY):
        return Button(Say(f"observations-door-{name}"), press(_PRESSES[door], mentorship.id))
    if door is Do.CHANGE:
        return Button(Say("change-pair-open"), press(_PRESSES[door], mentorship.id))
    return Button(Say(f"pairs-do-{name}"), press(_PRESSES[door], mentorship.id), style=_STYLES.get(door))
