"""Screens of matchings: list, card, who takes part, what counts, and what is asked before something final."""

from __future__ import annotations

from handlers import matching_words as words
from handlers.home_screens import pager
from mentoring.matching_records import Matching, MatchingState, Tally
from mentoring.matching_weights import Part, Strength
from mentoring.people import Organisation
from messaging.replies import Button, Keyboard, Lines, Say, Show, Style, Text, press
from services import keyboards
from services.desk import Desk
from services.matching import Card, Listing, proposals, slot
from services.matching_access import Seen
from services.matching_people import People
from services.matching_publish import Publication
from services.matching_weights import Counting

MENU_SLOT = "menu"
_MENU = Button(Say("menu-button"), press("menu.open"))
_LIST = Button(Say("match-back"), press("match.open"))


def listing(desk: Desk, seen: Listing) -> Show:
    """A page of matchings: a line and a button each."""
    lines: list[Text] = [Say("match-list-head" if seen.lines else "match-list-none")]
    for number, (matching, place) in enumerate(seen.lines, 1):
        said = {
            "number": number,
            "form": words.form(desk, matching),
            "state": matching.state.value,
            "created": matching.created_at.date(),
            "where": place.name if seen.several else "none",
        }
        lines.append(Say("match-list-line", said))
    numbers = [
        Button(str(number), press("match.card", matching.id)) for number, (matching, _) in enumerate(seen.lines, 1)
    ]
    rows = (tuple(numbers), *pager("match.page", seen.page, seen.pages))
    begin = Button(Say("match-new"), press("match.new"), style=Style.MAIN)
    beside = (
        Button(Say("match-unmatched"), press("unmatched.list")),
        Button(Say("match-speed"), press("speed.open")),
    )
    keyboard = (*rows, (begin,), beside, (_MENU,))
    return Show(desk.actor.chat_id, MENU_SLOT, Lines(tuple(lines)), keyboard)


def choose_place(desk: Desk, where: tuple[Organisation, ...], page: int) -> Show:
    """In which organisation to match."""
    found = keyboards.organisations(where, "match.new_in", "match.where", page)
    return Show(desk.actor.chat_id, MENU_SLOT, found.under(Say("match-where")), (*found.rows, (_LIST, _MENU)))


# --- the card --------------------------------------------------------------------------------------------------------


def card(desk: Desk, seen: Card, *, fresh: bool = False) -> Show:
    """What it is about, how far it is, and what can be done."""
    matching = seen.matching
    said: dict[str, Text] = {
        "form": words.form(desk, matching),
        "model": words.role_model(desk, matching),
    }
    dates = {"starts": matching.starts, "ends": matching.ends}
    lines: list[Text] = [
        Say("match-card-head", said),
        Say("match-card-dates", dates),
        Say("match-card-people", {"mentees": len(seen.chosen.mentees), "mentors": len(seen.chosen.mentors)}),
        *([Say("match-card-groups", {"most": matching.most or 0})] if matching.groups else []),
        *_course(seen),
    ]
    doors = _doors(seen) if matching.changeable else _closed_doors(seen)
    return Show(desk.actor.chat_id, slot(matching.id), Lines(tuple(lines)), doors, fresh=fresh)


def _course(seen: Card) -> list[Text]:
    state, tally = seen.matching.state, seen.tally
    if state is MatchingState.DRAFT:
        return [Say("match-card-draft")]
    lines: list[Text] = [Say("match-card-state", {"state": state.value})]
    counts = {"pairs": tally.open, "fixed": tally.fixed, "worst": tally.worst or 0, "groups": tally.groups}
    if tally.open:
        lines.append(Say("match-card-pairs-of-groups" if seen.matching.groups else "match-card-pairs", counts))
    if seen.matching.outdated and seen.matching.changeable:
        lines.append(Say("match-outdated"))
    if tally.published:
        lines.append(Say("match-card-published", {"count": tally.published}))
    if tally.alone:
        lines.append(Say("match-card-alone", {"count": tally.alone}))
    if seen.matching.council_at is not None:
        lines.append(Say("match-card-council", {"count": seen.comments}))
    return lines


def _doors(seen: Card) -> Keyboard:
    number, ready = seen.matching.id, seen.matching.state is MatchingState.READY
    rows: list[tuple[Button, ...]] = []
    if ready:
        rows.append(_lists(seen.matching, seen.tally))
    people = tuple(
        Button(Say(f"match-side-{side}"), press("match.people", number, side, 0)) for side in ("mentee", "mentor")
    )
    rows.append(people)
    compute = Button(
        Say("match-compute-again" if ready else "match-compute"),
        press("match.compute", number),
        style=None if ready else Style.GOOD,
    )
    publish = Button(Say("match-publish"), press("match.publish", number), style=Style.GOOD)
    rows.append((compute, publish) if seen.tally.open else (compute,))
    rows.append((Button(Say("match-more"), press("match.more", number)), _LIST))
    return tuple(rows)


def _closed_doors(seen: Card) -> Keyboard:
    return (_lists(seen.matching, seen.tally), (Button(Say("match-pairs"), press("pairs.list")),), (_LIST, _MENU))


def _lists(matching: Matching, tally: Tally) -> tuple[Button, ...]:
    pairs = Button(Say("match-proposals", {"count": tally.open + tally.published}), proposals(matching))
    alone = Button(Say("match-alone", {"count": tally.alone}), press("match.pairs", matching.id, "alone", 0))
    return pairs, alone


def more(desk: Desk, seen: Card) -> Show:
    """What is done more seldom."""
    number = seen.matching.id
    rows = [
        (Button(Say("match-weights"), press("match.weights", number)),),
        (Button(Say("match-to-council"), press("match.council", number)),),
        (Button(Say("match-drop"), press("match.drop", number), style=Style.BAD),),
        (_card(number),),
    ]
    return Show(desk.actor.chat_id, slot(number), Say("match-more-head"), tuple(rows))


def what_counts(desk: Desk, seen: Counting) -> Show:
    """Every part with how much it counts, what may be set, and how the whole cohort is put together."""
    matching = seen.seen.matching
    lines: list[Text] = [Say("match-weights-head")]
    for part in dict.fromkeys((*matching.strengths, *seen.shares)):
        if part in seen.shares or part in seen.settable:
            strength = matching.strengths.get(part, Strength.USUAL)
            percent = seen.shares.get(part, 0)
            lines.append(Say("match-weight", {"part": part.value, "percent": percent, "strength": strength.value}))
    lines.append(Say("match-weights-how"))
    parts = [Button(Say(f"match-part-{part}"), press("match.weight", matching.id, part)) for part in seen.settable]
    rows: list[tuple[Button, ...]] = [tuple(parts[first : first + 2]) for first in range(0, len(parts), 2)]
    if matching.outdated and matching.changeable:
        lines.append(Say("match-outdated"))
        again = press("match.compute", matching.id)
        rows.append((Button(Say("match-compute-again"), again, style=Style.GOOD),))
    rows.append((_card(matching.id),))
    return Show(desk.actor.chat_id, slot(matching.id), Lines(tuple(lines)), tuple(rows))


def how_much(desk: Desk, seen: Seen, part: Part) -> Show:
    """How much a part may count; the present one is marked."""
    number, now = seen.matching.id, seen.matching.strengths[part]
    rows = tuple(
        (
            Button(
                Say("match-strength", {"strength": strength.value, "chosen": "yes" if strength is now else "no"}),
                press("match.weigh", number, part, strength),
            ),
        )
        for strength in reversed(Strength)
    )
    back = Button(Say("match-back"), press("match.weights", number))
    return Show(desk.actor.chat_id, slot(number), Say("match-weight-ask", {"part": part.value}), (*rows, (back,)))


# --- who takes part --------------------------------------------------------------------------------------------------


def people(desk: Desk, seen: People) -> Show:
    """A page of one side: a line and a number each; pressing takes somebody in or out."""
    number, side = seen.seen.matching.id, seen.side.value
    lines: list[Text] = [Say("match-people-head", {"side": side, "chosen": seen.chosen, "total": seen.total})]
    for place, line in enumerate(seen.lines, 1):
        person = line.member.person
        said = {
            "number": place,
            "name": person.name,
            "place": person.profile.school_class or "none",
            "chosen": "yes" if line.chosen else "no",
            "rule": line.barred.value if line.barred else "none",
        }
        lines.append(Say("match-people-line", said))
    if not seen.lines:
        lines.append(Say("match-people-none"))
    toggles = [
        Button(
            f"✓ {place}" if line.chosen else str(place),
            press("match.toggle", number, side, line.member.person.id, seen.page),
        )
        for place, line in enumerate(seen.lines, 1)
    ]
    everybody = seen.chosen < seen.total
    flip = Button(
        Say("match-everybody" if everybody else "match-nobody"),
        press("match.everybody", number, side, int(everybody)),
    )
    pages = pager(f"match.people:{number}:{side}", seen.page, seen.pages)
    rows = (tuple(toggles[:3]), tuple(toggles[3:]), *pages, (flip, _card(number)))
    return Show(desk.actor.chat_id, slot(number), Lines(tuple(lines)), rows)


# --- before and after something final --------------------------------------------------------------------------------


def sure_to_publish(desk: Desk, seen: Seen, tally: Tally) -> Show:
    """Who will hear of it."""
    matching = seen.matching
    publish = press("match.publish_now", matching.id, matching.round)
    rows = ((Button(Say("match-publish-yes"), publish, style=Style.GOOD),), (_card(matching.id),))
    said = {"pairs": tally.open, "alone": tally.alone, "worst": tally.worst or 0, "groups": tally.groups}
    key = "match-publish-sure-groups" if matching.groups else "match-publish-sure"
    return Show(desk.actor.chat_id, slot(matching.id), Say(key, said), rows)


def published(desk: Desk, seen: Publication) -> Show:
    """Done, or under way where there are many; who could not be published and why."""
    matching, tally = seen.seen.matching, seen.tally
    under_way = matching.state is MatchingState.PUBLISHING
    said = {"pairs": tally.published, "left": tally.open, "dropped": tally.dropped}
    said_too = {**said, "night": "yes" if seen.night else "no"}
    rows = (
        (Button(Say("match-pairs"), press("pairs.list")), Button(Say("match-unmatched"), press("unmatched.list"))),
        (_card(matching.id), _MENU),
    )
    text = Say("match-publishing", said_too) if under_way else Say("match-published", said)
    return Show(desk.actor.chat_id, slot(matching.id), Lines((text, *seen.refused)), rows)


def sure_to_drop(desk: Desk, seen: Card) -> Show:
    """What is thrown away."""
    number = seen.matching.id
    rows = ((Button(Say("match-drop-yes"), press("match.drop_now", number), style=Style.BAD),), (_card(number),))
    return Show(desk.actor.chat_id, slot(number), Say("match-drop-sure", {"count": seen.tally.open}), rows)


def dropped(desk: Desk, matching_id: int) -> Show:
    return Show(desk.actor.chat_id, slot(matching_id), Say("match-dropped"), ((_LIST, _MENU),))


def sent_to_council(desk: Desk, matching_id: int, reached: int) -> Show:
    return Show(
        desk.actor.chat_id,
        slot(matching_id),
        Say("match-sent-to-council", {"count": reached}),
        ((_card(matching_id),),),
    )


def _card(number: int) -> Button:
    return Button(Say("match-back"), press("match.card", number))
