"""Screens of what a matching proposes: lists, one proposal with why, other mentors, forbidding, comments."""

from __future__ import annotations

from collections.abc import Iterable

from handlers import matching_words as words
from handlers.home_screens import pager
from handlers.matching_words import labelled
from mentoring.matching_records import Mark, Proposal, Shelf
from mentoring.people import Person
from messaging.replies import Button, Keyboard, Lines, Say, Show, Style, Text, press
from services.desk import Desk
from services.matching import proposals, slot
from services.matching_pairs import PairCard, PairPage
from services.matching_publish import Proposed
from services.pairs import full_names

_COMMENTS = 6
_LIFTABLE = 2


def page(desk: Desk, seen: PairPage) -> Show:
    """A page of proposals, or of mentees without a mentor: a line and a number each."""
    number = seen.seen.matching.id
    lines: list[Text] = [Say(f"match-{seen.shelf.value}-head", {"total": seen.total})]
    lines += [_line(seen, place, one) for place, one in enumerate(seen.lines, 1)]
    if not seen.lines:
        lines.append(Say("match-pairs-none"))
    numbers = [
        Button(str(place), press("match.pair", number, one.mentee_id)) for place, one in enumerate(seen.lines, 1)
    ]
    pages = pager(f"match.pairs:{number}:{seen.shelf.value}", seen.page, seen.pages)
    rows = (tuple(numbers[:3]), tuple(numbers[3:]), *pages, (Button(Say("match-back"), press("match.card", number)),))
    return Show(desk.actor.chat_id, slot(number), Lines(tuple(lines)), rows)


def _line(seen: PairPage, place: int, one: Proposal) -> Text:
    said = {"number": place, "mentee": labelled(seen.people.get(one.mentee_id))}
    if seen.shelf is Shelf.ALONE:
        kind = "refused" if one.mark is Mark.DROPPED else "taken" if one.thought.fitting else "nobody"
        return Say("match-alone-line", {**said, "why": kind})
    mentor = labelled(seen.people.get(one.mentor_id or 0))
    state = "proposed" if one.mentorship_id is not None else one.mark.value
    return Say("match-pair-line", {**said, "mentor": mentor, "score": one.score or 0, "state": _mark(state, one)})


def _mark(state: str, one: Proposal) -> str:
    """`done`: proposed to the two; `fixed`; `open`."""
    if one.mentorship_id is not None:
        return "done"
    return "fixed" if state == Mark.FIXED.value else "open"


# --- one proposal ----------------------------------------------------------------------------------------------------


def card(desk: Desk, seen: PairCard, *, displaced: Person | None = None) -> Show:
    """Who is proposed to whom and why; of somebody without a mentor, why there is none.

    displaced: somebody else has just lost this mentor.
    """
    found = seen.proposal
    lines: list[Text] = [] if displaced is None else [Say("match-displaced", {"name": displaced.name})]
    lines += [
        Say("match-pair-mentee", {"name": labelled(seen.people.get(found.mentee_id))}),
        words.asked(desk, seen.mentee),
    ]
    alone = found.mentor_id is None
    lines += _nobody(seen) if alone else _somebody(desk, seen)
    if seen.comments:
        lines.append(Say("match-pair-comments", {"count": len(seen.comments)}))
    changeable = found.mentorship_id is None and seen.seen.matching.changeable
    rows = _buttons(seen) if changeable else _links(seen)
    back = Button(Say("match-back"), _list(seen))
    return Show(desk.actor.chat_id, slot(seen.seen.matching.id), Lines(tuple(lines)), (*rows, (back,)))


def _list(seen: PairCard) -> str:
    """Where the proposal stands: its page in the list of a shelf, or in a group."""
    number, found = seen.seen.matching.id, seen.proposal
    if found.mentor_id is None or found.mark is Mark.DROPPED:
        return press("match.pairs", number, Shelf.ALONE.value, seen.page)
    if seen.seen.matching.groups:
        return press("match.group", number, found.mentor_id, seen.page)
    return press("match.pairs", number, Shelf.PROPOSED.value, seen.page)


def _somebody(desk: Desk, seen: PairCard) -> list[Text]:
    found = seen.proposal
    mentor = {"name": labelled(seen.people.get(found.mentor_id or 0)), "place": seen.place or "none"}
    lines: list[Text] = [
        Say("match-pair-mentor", mentor),
        Say("match-pair-score", {"score": found.score or 0, "state": _mark(found.mark.value, found)}),
        *(words.reason(desk, one) for one in found.thought.why),
    ]
    if seen.seen.matching.outdated:
        lines.append(Say("match-pair-outdated"))
    lines += [] if seen.untrained is None else [seen.untrained]
    if found.thought.refused is not None:
        key, values = found.thought.refused
        lines.append(Say("match-pair-refused", {"why": Say(key, values)}))
    return lines


def _nobody(seen: PairCard) -> list[Text]:
    thought = seen.proposal.thought
    sought = "group" if seen.seen.matching.groups else "pair"
    lines: list[Text] = [Say("match-alone-why", {"fitting": thought.fitting, "sought": sought})]
    if not thought.fitting:
        lines += words.against({rule.value: many for rule, many in thought.against.items()})[:5]
    return lines


def _buttons(seen: PairCard) -> Keyboard:
    number, found = seen.seen.matching.id, seen.proposal
    here = (number, found.mentee_id)
    rows: list[tuple[Button, ...]] = []
    if found.mentor_id is not None:
        fixed = found.mark is Mark.FIXED
        if not seen.seen.matching.groups:  # a group is proposed as a whole
            rows.append((Button(Say("match-propose"), press("match.propose", *here), style=Style.GOOD),))
        hold = Button(
            Say("match-loosen" if fixed else "match-fix"), press("match.loosen" if fixed else "match.fix", *here)
        )
        rows.append((hold, Button(Say("match-forbid"), press("match.forbid", *here))))
    last = [Button(Say("match-remove"), press("match.remove", *here))]
    if found.thought.others:
        last.insert(0, Button(Say("match-others"), press("match.others", *here)))
    rows.append(tuple(last))
    rows += [(_again(here, person),) for person in _liftable(seen)]
    if seen.comments:
        rows.append((Button(Say("match-comments"), press("match.comments", *here)),))
    return tuple(rows)


def _again(here: tuple[int, int], person: Person) -> Button:
    return Button(Say("match-allow", {"name": person.name.split()[0]}), press("match.allow", *here, person.id))


def _liftable(seen: PairCard) -> Iterable[Person]:
    known = (seen.people.get(person) for person in seen.proposal.thought.liftable)
    return [one for one in known if one is not None][:_LIFTABLE]


def _links(seen: PairCard) -> Keyboard:
    found = seen.proposal
    if found.mentorship_id is None:
        return ()
    return ((Button(Say("pairs-open"), press("pair.card", found.mentorship_id)),),)


# --- from a proposal -------------------------------------------------------------------------------------------------


def others(desk: Desk, seen: PairCard) -> Show:
    """The next best mentors, best first, each with what speaks most for them."""
    here = (seen.seen.matching.id, seen.proposal.mentee_id)
    lines: list[Text] = [Say("match-others-head", {"name": labelled(seen.people.get(here[1]))})]
    numbers: list[Button] = []
    known = [one for one in seen.proposal.thought.others if one.mentor_id in seen.people]
    for place, one in enumerate(known, 1):
        best = max(one.why, key=lambda part: part.points, default=None)
        said: dict[str, Text | int] = {
            "number": place,
            "name": labelled(seen.people[one.mentor_id]),
            "score": one.score,
            "why": words.reason(desk, best) if best is not None else "",
        }
        lines.append(Say("match-others-line", said))
        numbers.append(Button(str(place), press("match.choose", *here, one.mentor_id)))
    return Show(desk.actor.chat_id, slot(here[0]), Lines(tuple(lines)), (tuple(numbers), (_pair(here),)))


def forbid(desk: Desk, seen: PairCard) -> Show:
    """Not here, or never."""
    here = (seen.seen.matching.id, seen.proposal.mentee_id)
    mentor = seen.proposal.mentor_id or 0
    rows = (
        (Button(Say("match-forbid-here"), press("match.forbid_here", *here, mentor)),),
        (Button(Say("match-forbid-ever"), press("match.forbid_ever", *here, mentor), style=Style.BAD),),
        (_pair(here),),
    )
    said = {"mentee": labelled(seen.people.get(here[1])), "mentor": labelled(seen.people.get(mentor))}
    return Show(desk.actor.chat_id, slot(here[0]), Say("match-forbid-sure", said), rows)


def comments(desk: Desk, seen: PairCard) -> Show:
    """What the council says about it, the newest first."""
    here = (seen.seen.matching.id, seen.proposal.mentee_id)
    lines: list[Text] = [Say("match-comments-head", {"count": len(seen.comments)})]
    for one in seen.comments[:_COMMENTS]:
        author = seen.people.get(one.author_id)
        lines.append(Say("match-comment", {"who": author.name if author else "…", "comment": one.comment}))
    return Show(desk.actor.chat_id, slot(here[0]), Lines(tuple(lines)), ((_pair(here),),))


def proposed(desk: Desk, seen: Proposed) -> Show:
    """The two were asked."""
    number = seen.seen.matching.id
    rows = (
        (Button(Say("pairs-open"), press("pair.card", seen.pair.mentorship.id)),),
        (Button(Say("match-back"), proposals(seen.seen.matching, seen.page)),),
    )
    names = {"names": full_names(seen.pair.people.values()), "missed": full_names(seen.missed)}
    key = "match-proposed-missed" if seen.missed else "match-proposed-done"
    return Show(desk.actor.chat_id, slot(number), Say(key, names), rows)


def _pair(here: tuple[int, int]) -> Button:
    return Button(Say("match-back"), press("match.pair", *here))
