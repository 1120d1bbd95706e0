"""What the register of documents looks like: the list, a document, and for the coordinator who has what."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.home_screens import BACK, MENU, OPEN
from mentoring.access import Action, everywhere
from mentoring.clock import local_date
from mentoring.documents import Document, Step
from mentoring.people import Organisation, short_name
from messaging.replies import Button, File, Lines, Say, Show, Style, Text, press
from services import keyboards
from services.desk import Desk
from services.document_coverage import Asked, Coverage, Line, Missing, ToReview
from services.keyboards import grid, pager
from services.organisation_documents import Card, Register, facts

_ROW = 4
NAMED = 5
_PRESSES = {
    Step.EDIT: "document.edit",
    Step.SEND: "document.send",
    Step.APPROVE: "document.approve",
    Step.RETURN: "document.return",
    Step.ARCHIVE: "document.archive",
    Step.RESTORE: "document.restore",
}
_STYLES = {Step.SEND: Style.MAIN, Step.APPROVE: Style.GOOD}
_TO_COVERAGE = Button(Say("documents-to-coverage"), press("documents.open"))


def where(chat: int, organisations: Iterable[Organisation], page: int) -> Show:
    """Whose register, of several organisations."""
    found = keyboards.organisations(organisations, "documents.of", "documents.where", page)
    return Show(chat, MENU, found.under(Say("documents-where")), (*found.rows, BACK))


def register(desk: Desk, seen: Register) -> Show:
    """A line and a number each."""
    place, today = seen.organisation, desk.today(seen.organisation.zone)
    head = Say("documents-head", {"organisation": place.name, "count": len(seen.documents)})
    lines: list[Text] = [
        head,
        *(
            Say(
                "documents-line",
                {"number": number, **_state(each, soon=each.ends_soon(today), over=not each.in_force(today))},
            )
            for number, each in enumerate(seen.documents, 1)
        ),
    ]
    numbers = (Button(str(at), press("document.open", each.id)) for at, each in enumerate(seen.documents, 1))
    turn = pager(seen.page, seen.pages, lambda page: press("documents.page", place.id, page))
    rows = [*grid(numbers, _ROW), *turn]
    if seen.keeps:
        rows.append((Button(Say("documents-add"), press("documents.add", place.id), style=Style.MAIN),))
    back = (_TO_COVERAGE, *OPEN) if everywhere(desk.actor, Action.REVIEW_DOCUMENTS) else BACK
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines)), (*rows, back))


def card(desk: Desk, seen: Card) -> Show:
    """A document with what may be done about it."""
    document, place, details = seen.document, seen.organisation, seen.document.details
    rows: list[tuple[Button, ...]] = []
    if details.link is not None:
        rows.append((Button(Say("documents-link"), url=details.link),))
    if details.file is not None:
        rows.append((Button(Say("documents-file"), press("document.file", document.id)),))
    rows += [
        (Button(Say(f"documents-step-{step}"), press(_PRESSES[step], document.id), style=_STYLES.get(step)),)
        for step in Step
        if step in seen.steps
    ]
    back = Button(Say("documents-back"), press("documents.of", place.id))
    return Show(desk.actor.chat_id, MENU, Lines(_told(seen)), (*rows, (back, *OPEN)))


def file(desk: Desk, document: Document, kept: File) -> Show:
    """The file itself, as a message of its own."""
    back = ((Button(Say("documents-open"), press("document.open", document.id)),),)
    said = Say("documents-file-caption", {"kind": document.kind.value, "title": document.details.title})
    return Show(desk.actor.chat_id, f"document:{document.id}", said, back, kept, fresh=True)


# --- the coordinator's -----------------------------------------------------------------------------------------------


def coverage(chat: int, seen: Coverage) -> Show:
    """How many organisations have what; a number opens who has none."""
    lines: list[Text] = [Say("documents-coverage")]
    lines += [_line(number, line) for number, line in enumerate(seen.lines, 1)]
    numbers = (
        Button(str(at), press("documents.missing", line.cover.value, 0)) for at, line in enumerate(seen.lines, 1)
    )
    rows = [*grid(numbers, _ROW)]
    if seen.to_review:
        review = Button(
            Say("documents-review", {"count": seen.to_review}), press("documents.review", 0), style=Style.MAIN
        )
        rows.append((review,))
    rows.append((Button(Say("documents-organisations"), press("organisations.list")),))
    return Show(chat, MENU, Lines(tuple(lines)), (*rows, BACK))


def missing(chat: int, seen: Missing) -> Show:
    """Who has none, by name; a number opens the register."""
    said = {"what": seen.cover.value, "count": seen.total}
    lines: list[Text] = [Say("documents-missing", said)]
    lines += [
        Say(
            "documents-missing-line",
            {"number": number, "organisation": each.name, "asked": "yes" if each.id in seen.asked else "no"},
        )
        for number, each in enumerate(seen.organisations, 1)
    ]
    numbers = (Button(str(at), press("documents.of", each.id)) for at, each in enumerate(seen.organisations, 1))
    cover = seen.cover.value
    turn = pager(seen.page, seen.pages, lambda page: press("documents.missing", cover, page))
    rows = [*grid(numbers, _ROW), *turn]
    if seen.total > len(seen.asked):
        rows.append((Button(Say("documents-ask"), press("documents.ask", cover), style=Style.MAIN),))
    return Show(chat, MENU, Lines(tuple(lines)), (*rows, (_TO_COVERAGE, *OPEN)))


def asked(chat: int, seen: Missing, came: Asked) -> Show:
    """What came of the reminder, and who cannot be written to."""
    named = ", ".join(each.name for each in came.deaf[:NAMED])
    said = {
        "count": came.told,
        "already": came.already,
        "names": named or "none",
        "rest": max(0, len(came.deaf) - NAMED),
    }
    back = Button(Say("documents-missing-back"), press("documents.missing", seen.cover.value, 0))
    return Show(chat, MENU, Say("documents-asked-done", said), ((back, *OPEN),))


def to_review(chat: int, seen: ToReview) -> Show:
    """What waits, who has waited longest first."""
    lines: list[Text] = [Say("documents-to-review", {"count": len(seen.documents)})]
    lines += [
        Say(
            "documents-to-review-line",
            {
                "number": number,
                "kind": each.kind.value,
                "organisation": place.name,
                "day": local_date(each.sent_at or each.added_at, place.zone),
            },
        )
        for number, (each, place) in enumerate(seen.documents, 1)
    ]
    numbers = (Button(str(at), press("document.open", each.id)) for at, (each, _) in enumerate(seen.documents, 1))
    turn = pager(seen.page, seen.pages, lambda page: press("documents.review", page))
    return Show(chat, MENU, Lines(tuple(lines)), (*grid(numbers, _ROW), *turn, (_TO_COVERAGE, *OPEN)))


def _told(seen: Card) -> tuple[Text, ...]:
    """What a card says: the document, how it stands, the reviewer's words, who added it."""
    document, place, details = seen.document, seen.organisation, seen.document.details
    said = {
        **facts(seen),
        "organisation": place.name,
        "number": details.number or "none",
        "dated": details.dated_on or "none",
        "until": details.valid_until or "none",
        "partner": seen.partner.name if seen.partner else "none",
    }
    stands = {"state": document.state.value, "day": _day(seen), "name": _reviewer(seen)}
    lines: list[Text] = [Say("documents-card", said), Say("documents-card-state", stands)]
    if document.review is not None:
        lines.append(Say("documents-card-review", {"review": document.review}))
    name = short_name(seen.adder.name) if seen.adder else "none"
    lines.append(Say("documents-card-added", {"name": name, "day": local_date(document.added_at, place.zone)}))
    return tuple(lines)


def _line(number: int, line: Line) -> Text:
    kinds = tuple(
        Say("documents-coverage-kind", {"kind": kind.value, "have": have, "total": total})
        for kind, have, total in line.by_kind
    )
    said = {"number": number, "what": line.cover.value, "have": line.have, "total": line.total}
    return Say("documents-coverage-line", {**said, "kinds": Lines(kinds, ", ") if len(kinds) > 1 else "none"})


def _state(document: Document, *, soon: bool, over: bool) -> dict[str, object]:
    expired = over and document.details.valid_until is not None
    state = document.state.value if document.state.value == "archived" or not expired else "over"
    said = {"kind": document.kind.value, "title": document.details.title, "state": state}
    return {**said, "until": document.details.valid_until if soon and document.details.valid_until else "none"}


def _day(seen: Card) -> object:
    """When it came into its state, where that is told."""
    document = seen.document
    moments = {"sent": document.sent_at, "approved": document.reviewed_at, "returned": document.reviewed_at}
    moment = moments.get(document.state.value)
    return "none" if moment is None else local_date(moment, seen.organisation.zone)


def _reviewer(seen: Card) -> str:
    return short_name(seen.reviewer.name) if seen.reviewer else "none"
