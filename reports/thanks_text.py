"""What papers of thanks say: letters, diplomas, certificates, the board of honour, a text for the school's site.

Where Russian asks for another case than the nominative, and the name's is not known, the sentence is built otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from locales import Wording
from reports.data import one_decimal
from reports.russian_names import cases
from reports.thanks_data import AwardPaper, BoardPage, CertificatePaper, Led, Merit, MeritPaper, SiteText
from reports.thanks_sheet import ACCENT, SOFT, Block, Sheet

ON_PAGE = 12
"""So many people stand on a page of the board."""
_SIGNATURE = "_" * 22
_QUOTES = frozenset('«“„"')
_HEAD = 24
"""Signs of an award's name that stand large as they are."""
_FOR = {"mentor": "award-paper-for-mentoring", "mentee": "award-paper-for-mentee"}


class _Words:
    """The texts in one language."""

    def __init__(self, language: str) -> None:
        self.russian, self._language, self._wording = language == "ru", language, Wording.load()

    def word(self, key: str, **values: Any) -> str:
        return self._wording.text(self._language, key, zone="UTC", **values)


# --- letters and diplomas -------------------------------------------------------------------------------------------


def award_sheet(paper: AwardPaper, language: str) -> Sheet:
    """A letter in portrait, a diploma in landscape."""
    words = _Words(language)
    head, rest = _heading(paper, words)
    blocks = [
        Block(paper.organisation, 13, colour=SOFT),
        Block(head.upper(), 30 if paper.kind == "letter" else 44, bold=True, colour=ACCENT, before=34),
    ]
    if rest:
        blocks.append(Block(rest, 15, colour=SOFT, before=10))
    blocks += _addressed(paper, words) if paper.parents is not None else _to_person(paper, words)
    blocks.append(Block(words.word("award-paper-year", first=f"{paper.school_year}", last=_last(paper)), 15, before=4))
    blocks += [Block(words.word("award-paper-merit", **_merit(one)), 13, before=8) for one in paper.merits]
    blocks += _signed(words, paper.head, words.word("award-paper-number", number=paper.number, day=paper.day))
    return Sheet(tuple(blocks), landscape=paper.kind == "diploma")


def _heading(paper: AwardPaper, words: _Words) -> tuple[str, str]:
    """What stands large, and the rest of the award's name: «Грамота», «Лучший наставник»; a short name is all of it."""
    head = words.word(f"award-paper-{paper.kind}")
    if paper.title.casefold().startswith(head.casefold()):
        return head, paper.title[len(head) :].strip()
    return (paper.title, "") if len(paper.title) <= _HEAD else (head, paper.title)


def merit_sheet(paper: MeritPaper, language: str) -> Sheet:
    """The diploma of a contest, in landscape; name and title stand as they are, nothing of it is declined."""
    words, merit = _Words(language), paper.merit
    blocks = [
        Block(paper.organisation, 13, colour=SOFT),
        Block(words.word("award-paper-diploma").upper(), 44, bold=True, colour=ACCENT, before=26),
        Block(words.word("award-paper-diploma-verb"), 15, before=20),
        Block(paper.name, 28, bold=True, before=10),
    ]
    if merit.place is not None:
        blocks.append(Block(words.word("merit-paper-place", place=merit.place), 20, bold=True, before=14))
    if merit.nomination is not None:
        blocks.append(Block(words.word("merit-paper-nomination", nomination=merit.nomination), 17, before=10))
    kind = paper.called or words.word("event-kind", kind=paper.kind)
    if not merit.title.casefold().startswith(kind.casefold()):
        blocks.append(Block(kind, 14, colour=SOFT, before=18))
    blocks += [
        Block(merit.title, 19, bold=True, before=4),
        *_signed(words, paper.head, words.word("merit-paper-day", day=merit.day)),
    ]
    return Sheet(tuple(blocks), landscape=True)


def _merit(merit: Merit) -> dict[str, Any]:
    """Values of the line that names a result; a title with quotation marks of its own gets no others around it."""
    return {
        "title": merit.title,
        "quoted": _quoted(merit.title),
        "day": merit.day,
        "place": merit.place or 0,
        "nomination": merit.nomination or "none",
    }


def _quoted(title: str) -> str:
    return "yes" if _QUOTES & set(title) else "no"


def _last(paper: AwardPaper | BoardPage | SiteText) -> str:
    return f"{paper.school_year + 1}"


def _to_person(paper: AwardPaper, words: _Words) -> list[Block]:
    """«Награждается» takes the nominative, «выражается благодарность» the dative."""
    known = cases(paper.name)
    plain = paper.kind == "letter" and words.russian and known.female is None
    name = known.dat if paper.kind == "letter" and words.russian and not plain else paper.name
    for_what = Block(words.word(_FOR[paper.role]), 15, before=14)
    if plain:
        return [
            Block(f"{name}!", 26, bold=True, before=34),
            Block(words.word("award-paper-thank-you"), 15, before=14),
            for_what,
        ]
    return [
        Block(words.word(f"award-paper-{paper.kind}-verb"), 15, before=34),
        Block(name, 26, bold=True, before=12),
        for_what,
    ]


def _addressed(paper: AwardPaper, words: _Words) -> list[Block]:
    """To the parents by name, or, where no name is known, to the mentor's parents."""
    child = cases(paper.name)
    declined = words.russian and child.female is not None
    said = {"name": child.gen if declined else paper.name, "declined": "yes" if declined else "no"}
    parents = [cases(one) for one in paper.parents or ()]
    lines = [Block(words.word("award-paper-letter-verb"), 15, before=34)]
    if not parents:
        return [
            *lines,
            Block(words.word("award-paper-parents-of", **said), 24, bold=True, before=12),
            Block(words.word("award-paper-for-raising"), 15, before=14),
        ]
    if words.russian and any(one.female is None for one in parents):
        lines = []
        names = [f"{', '.join(one.nom for one in parents)}!"]
        thanks = [Block(words.word("award-paper-thank-you"), 15, before=14)]
    else:
        names = [one.dat if words.russian else one.nom for one in parents]
        thanks = []
    lines += [Block(name, 24, bold=True, before=12) for name in names]
    return [*lines, *thanks, Block(words.word("award-paper-for-mentor", **said), 15, before=14)]


def _signed(words: _Words, head: str | None, dated: str) -> list[Block]:
    signature = f"{words.word('award-paper-head')} {_SIGNATURE} {cases(head).initials if head else _SIGNATURE}"
    return [Block(signature, 12, before=30, foot=True), Block(dated, 11, colour=SOFT, before=14, foot=True)]


# --- the certificate of a mentor ------------------------------------------------------------------------------------


def certificate_sheet(paper: CertificatePaper, language: str) -> Sheet:
    """What a mentor led, line by line, and the sums."""
    words = _Words(language)
    blocks = [
        Block(paper.organisation, 13, colour=SOFT),
        Block(words.word("certificate-paper-title").upper(), 28, bold=True, colour=ACCENT, before=26),
        Block(words.word("certificate-paper-verb"), 13, before=18),
        Block(paper.name, 22, bold=True, before=8),
        Block(words.word("certificate-paper-was"), 13, before=8),
        *(Block(_led(words, number, one), 12, before=9, left=True) for number, one in enumerate(paper.led, 1)),
        Block(words.word("certificate-paper-sum", **sums(paper)), 14, bold=True, before=18),
    ]
    return Sheet((*blocks, *_signed(words, paper.head, words.word("certificate-paper-day", day=paper.day))))


def sums(paper: CertificatePaper) -> dict[str, Any]:
    """Values of the sentence with the sums; hours to a tenth."""
    return {"count": len(paper.led), "meetings": paper.meetings, "hours": round(paper.minutes / 60, 1)}


def _led(words: _Words, number: int, one: Led) -> str:
    return words.word("certificate-line", number=number, **led_values(one))


def led_values(one: Led) -> dict[str, Any]:
    """Values of the line about one mentorship."""
    return {
        "form": one.form,
        "several": "yes" if one.several else "no",
        "begun": one.begun,
        "ended": one.ended if one.ended is not None else "none",
        "meetings": one.meetings,
        "hours": round(one.minutes / 60, 1),
        "order": one.order[0] if one.order is not None else "none",
        "day": one.order[1] if one.order is not None else "none",
    }


# --- board and site -------------------------------------------------------------------------------------------------


def board_sheets(page: BoardPage, language: str) -> tuple[Sheet, ...]:
    """Pages of the board, each with its heading."""
    words = _Words(language)
    head = (
        Block(page.place, 14, colour=SOFT),
        Block(words.word("board-paper-title").upper(), 34, bold=True, colour=ACCENT, before=14),
        Block(words.word("board-paper-year", first=f"{page.school_year}", last=_last(page)), 14, before=4),
    )
    parts = [page.people[start : start + ON_PAGE] for start in range(0, len(page.people), ON_PAGE)]
    return tuple(
        Sheet(
            (
                *head,
                *(
                    block
                    for one in part
                    for block in (
                        Block(one.name, 19, bold=True, before=15),
                        Block(", ".join(one.awards), 11, colour=SOFT, before=1),
                    )
                ),
            )
        )
        for part in parts
    )


def site_paragraphs(text: SiteText) -> Iterator[tuple[str, dict[str, Any]]]:
    """Keys and values of the text for the site, paragraph by paragraph."""
    year = {"first": f"{text.school_year}", "last": _last(text)}
    yield "site-title", {"organisation": text.organisation, **year}
    if text.pairs:
        yield "site-people", {"pairs": text.pairs, "mentors": text.mentors, "mentees": text.mentees}
    if text.meetings:
        yield "site-meetings", {"meetings": text.meetings, "hours": round(text.minutes / 60)}
    if text.completed:
        yield "site-completed", {"pairs": text.completed}
    if text.satisfaction is not None:
        yield "site-satisfaction", {"mean": one_decimal(text.satisfaction)}
    for title, day in text.events:
        yield "site-event", {"title": title, "quoted": _quoted(title), "day": day}
    for name, merit in text.winners:
        yield "site-winner", {"name": name, **_merit(merit)}
    if text.thanked:
        yield "site-thanked", {"people": text.thanked}
    if text.people:
        yield "site-best", {}
    for one in text.people:
        yield "site-name", {"name": one.name, "awards": ", ".join(one.awards)}
    yield "site-end", {}


def site_lines(text: SiteText, language: str) -> tuple[str, ...]:
    """The same as texts."""
    words = _Words(language)
    return tuple(words.word(key, **values) for key, values in site_paragraphs(text))
