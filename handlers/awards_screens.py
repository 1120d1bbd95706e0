"""What awards look like: what there is, who has earned it with the numbers, one that was given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from handlers.home_screens import MENU
from mentoring.awards import Criteria, Ground, Measure
from mentoring.pages import pages_of
from mentoring.people import Organisation
from messaging.replies import Button, Keyboard, Lines, Say, Show, Style, Text, press
from programmes.awards import Award
from services import keyboards
from services.awards import PAGE, PAPERS, Candidate, Card, Listed, Only, Overview, Standing
from services.desk import Desk
from services.dialogue_screens import own
from services.keyboards import grid, pager

_MENU = Button(Say("menu-button"), press("menu.open"))
_ROW = 4
_CRITERIA = 3
"""Awards of a page of criteria."""


def overview(desk: Desk, seen: Overview, page: int = 0) -> Show:
    """The awards with their numbers, eight a page; what they are for is one press away."""
    pages = pages_of(len(seen.awards), PAGE)
    page = min(page, pages - 1)
    shown = seen.awards[page * PAGE : (page + 1) * PAGE]
    head = Say("awards-head", {"organisation": seen.organisation.name if seen.organisation else "none"})
    lines: list[Text] = [head]
    lines += [
        Say("awards-line", {"number": number, "award": own(award.name), "kind": award.kind.value, "count": count})
        for number, (award, count) in enumerate(shown, 1)
    ]
    if not seen.awards:
        lines.append(Say("awards-none"))
    numbers = (
        Button(str(number), press("awards.list", seen.place, award.id, Only.SUITED.value, 0))
        for number, (award, _) in enumerate(shown, 1)
    )
    ways = [Button(Say("awards-criteria"), press("awards.criteria", 0))]
    ways += [Button(Say("site-door"), press("sitetext.of", seen.place))] if seen.may_write else []
    ways.append(Button(Say("home-board-open"), press("board.open")))
    turn = pager(page, pages, lambda at: press("awards.page", seen.place, at))
    rows = (*grid(numbers, _ROW), *turn, *grid((*ways, _MENU), 2))
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines)), rows)


def places(chat: int, organisations: Sequence[Organisation], page: int) -> Show:
    """Whose awards, for those who lead in several organisations."""
    found = keyboards.organisations(organisations, "awards.of", "awards.places", page)
    return Show(chat, MENU, found.under(Say("board-where")), (*found.rows, (_MENU,)))


def criteria(chat: int, awards: Sequence[Award], page: int) -> Show:
    """What the programme thanks for, in words, a few awards a page; one past the end is the last."""
    pages = pages_of(len(awards), _CRITERIA)
    page = min(page, pages - 1)
    shown = awards[page * _CRITERIA : (page + 1) * _CRITERIA]
    parts = [Lines((Say("awards-name", {"award": own(each.name)}), *_wants(each.criteria))) for each in shown]
    head = Say("awards-criteria-head") if awards else Say("awards-none")
    turn = pager(page, pages, lambda at: press("awards.criteria", at))
    back = Button(Say("home-board-open"), press("board.open"))
    return Show(chat, MENU, Lines((head, *parts), "\n\n"), (*turn, (back, _MENU)))


def _wants(asked: Criteria) -> Iterable[Text]:
    """A line of whom it is for, and one of what is asked."""
    sides = "both" if len(asked.roles) > 1 else next(iter(asked.roles)).value
    yield Say("awards-for", {"side": sides})
    if asked.categories:
        names = [Say("people-category", {"category": each.value}) for each in sorted(asked.categories)]
        yield Lines(tuple(names), ", ")
    wanted = (
        ("meetings", asked.meetings),
        ("completed", asked.completed),
        ("feedback", float(asked.feedback) if asked.feedback is not None else 0),
        ("years", asked.years),
        ("practices", asked.practices),
    )
    said = tuple(Say(f"awards-want-{name}", {"count": least}) for name, least in wanted if least)
    if said:
        yield Lines(said, "; ")


def listed(desk: Desk, seen: Listed) -> Show:
    """A page of people with their numbers; who is left is given it with one press."""
    place, award = seen.overview.place, seen.award.id
    lines: list[Text] = [Say("awards-name", {"award": own(seen.award.name)}), Say("awards-suited", {"n": seen.suited})]
    lines += [_line(number, row) for number, row in enumerate(seen.rows, 1)]
    if not seen.rows:
        lines.append(Say("awards-nobody", {"only": seen.only.name.lower()}))
    numbers = (Button(str(number), _to(place, award, row)) for number, row in enumerate(seen.rows, 1))
    turn = pager(seen.page, seen.pages, lambda at: press("awards.list", place, award, seen.only.value, at))
    filters = (
        Button(
            Say(f"awards-only-{only.name.lower()}"),
            press("awards.list", place, award, only.value, 0),
            chosen=only is seen.only,
        )
        for only in Only
    )
    everyone: Keyboard = ()
    if seen.may_give and seen.waiting and seen.only is Only.SUITED:
        everyone = ((Button(Say("award-all", {"count": seen.waiting}), press("award.all", place, award)),),)
    back = (Button(Say("awards-back"), press("awards.of", place)), _MENU)
    rows = (*grid(numbers, _ROW), *turn, *grid(filters, 3), *everyone, back)
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines)), rows)


def _to(place: int, award: str, row: Standing) -> str:
    person, _, verdict, given = row
    if given is not None and verdict is None:
        return press("award.open", given.id)
    return press("award.candidate", place, award, person)


def _line(number: int, row: Standing) -> Text:
    _, name, verdict, given = row
    known = given.grounds if verdict is None and given is not None else verdict.grounds if verdict else ()
    said = {"number": number, "name": name, "given": given.number or "—" if given is not None else "none"}
    return Lines((Say("awards-person", said), grounds(known)), "")


def grounds(known: Sequence[Ground]) -> Text:
    """The numbers in words, side by side."""
    return Lines(tuple(_ground(each) for each in known), ", ")


def _ground(ground: Ground) -> Text:
    said = {
        "measure": "unrated" if ground.measure is Measure.FEEDBACK and not ground.count else ground.measure.value,
        "have": _plain(ground.have),
        "want": _plain(ground.want),
        "met": "no" if not ground.met and (ground.count or ground.measure is not Measure.FEEDBACK) else "yes",
        "lacks": _plain(ground.lacks),
        "count": ground.count,
    }
    return Say("awards-ground", said)


def _plain(number: object) -> int | float:
    """Whole numbers without a point."""
    found = float(str(number))
    return int(found) if found.is_integer() else found


def candidate(desk: Desk, seen: Candidate) -> Show:
    """How somebody stands, criterion by criterion."""
    lines: list[Text] = [
        Say("award-candidate", {"name": seen.verdict.doer.name, "award": own(seen.award.name)}),
        *(Lines(("•", _ground(each)), " ") for each in seen.verdict.grounds),
        Say("award-verdict", {"met": "yes" if seen.verdict.met else "no"}),
    ]
    place, award, person = seen.overview.place, seen.award.id, seen.verdict.doer.person_id
    ways: list[Button] = []
    if seen.given is not None:
        ways.append(Button(Say("award-open"), press("award.open", seen.given.id)))
    elif seen.may_give:
        key = "award-give" if seen.verdict.met else "award-give-anyway"
        ways.append(Button(Say(key), press("award.give", place, award, person), style=Style.MAIN))
    only = Only.SUITED if seen.verdict.met else Only.NEARLY
    back = Button(Say("award-list"), press("awards.list", place, award, only.value, 0))
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines)), (*grid(ways, 1), (back, _MENU)))


def ask_all(desk: Desk, seen: Listed) -> Show:
    """Before many papers go out at once."""
    place, award = seen.overview.place, seen.award.id
    text = Say("award-all-ask", {"count": seen.waiting, "award": own(seen.award.name)})
    yes = Button(Say("award-all-yes"), press("award.everyone", place, award), style=Style.MAIN)
    back = Button(Say("award-list"), press("awards.list", place, award, Only.SUITED.value, 0))
    return Show(desk.actor.chat_id, MENU, text, ((yes,), (back, _MENU)))


def card(desk: Desk, seen: Card) -> Show:
    """An award given: for what, its papers, the board."""
    given = seen.given
    name: Text = own(seen.award.name) if seen.award else given.award
    head = {"award": name, "name": seen.person.name, "number": given.number or "—", "day": given.given_on}
    lines: list[Text] = [Say("award-card", head)]
    if given.grounds:
        lines.append(Say("award-card-grounds", {"grounds": grounds(given.grounds)}))
    if given.words:
        lines.append(Say("award-card-words", {"words": given.words}))
    if given.revoked_at is not None:
        lines.append(Say("award-card-revoked", {"day": given.revoked_at.date()}))
    elif given.on_board:
        lines.append(Say("award-card-board"))
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines), "\n\n"), (*grid(_ways(seen), 2), _back(seen)))


def _ways(seen: Card) -> list[Button]:
    given, ways = seen.given, list[Button]()
    if given.revoked_at is not None:
        return ways
    if seen.award is not None and seen.award.kind in PAPERS:
        ways += [
            Button(Say("thanks-file-pdf"), press("award.paper", given.id, "pdf")),
            Button(Say("thanks-file-docx"), press("award.paper", given.id, "docx")),
        ]
    if seen.may_give:
        key, on = ("award-off-board", 0) if given.on_board else ("award-to-board", 1)
        ways += [
            Button(Say(key), press("award.board", given.id, on)),
            Button(Say("award-revoke"), press("award.revoke", given.id)),
        ]
    return ways


def _back(seen: Card) -> tuple[Button, ...]:
    if seen.mine or seen.award is None:
        return (_MENU,)
    return (Button(Say("award-list"), press("awards.list", seen.place, seen.award.id, Only.GIVEN.value, 0)), _MENU)


def ask_revoke(desk: Desk, seen: Card) -> Show:
    """Before it is taken back."""
    text = Say("award-revoke-ask", {"name": seen.person.name})
    yes = Button(Say("award-revoke"), press("award.revoked", seen.given.id), style=Style.BAD)
    back = Button(Say("award-keep"), press("award.open", seen.given.id))
    return Show(desk.actor.chat_id, MENU, text, ((yes,), (back,)))
