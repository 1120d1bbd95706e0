"""What the form `document` asks, as values, and the other way round; whom an agreement may be with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date

from mentoring.documents import Details, DocumentKind
from mentoring.tasks import Attachment
from mentoring.whereabouts import checked_link
from services.desk import Asked, Desk
from services.registration_answers import text_of
from surveys.definition import Option
from surveys.path import Answers, Value

REGISTER, ONE = "documents", "document"
"""What a draft or a trace is about: an organisation's register, or one document of it."""


def details_of(answers: Mapping[str, Value]) -> Details:
    """Raises Invalid for a link that no phone opens."""
    link, file = text_of(answers, "link"), answers.get("file")
    partner = answers.get("partner")
    return Details(
        DocumentKind(str(answers["kind"])),
        str(answers["title"]).strip(),
        text_of(answers, "number"),
        _day(answers, "dated"),
        _day(answers, "until"),
        int(str(partner)) if partner else None,
        checked_link(link) if link else None,
        Attachment(str(file["file_id"]), str(file.get("name") or ""), bool(file.get("photo")))
        if isinstance(file, Mapping)
        else None,
    )


def _day(answers: Mapping[str, Value], name: str) -> date | None:
    return date.fromisoformat(str(answers[name])) if answers.get(name) else None


def answers_of(details: Details) -> Answers:
    """The same the other way round; what is not known is asked."""
    known: dict[str, Value | None] = {
        "kind": details.kind.value,
        "title": details.title,
        "number": details.number,
        "dated": details.dated_on.isoformat() if details.dated_on else None,
        "until": details.valid_until.isoformat() if details.valid_until else None,
        "partner": str(details.partner_id) if details.partner_id else None,
        "copy": "link" if details.link else "file" if details.file else "none",
        "link": details.link,
        "file": {**asdict(details.file), "size": 0} if details.file else None,
    }
    return {name: value for name, value in known.items() if value is not None}


async def partners(desk: Desk, asked: Asked) -> Sequence[Option]:
    """Source `document_partners`: the other organisations, by name."""
    if asked.subject is None:
        return ()
    own = asked.subject.id if asked.subject.kind == REGISTER else 0
    if asked.subject.kind == ONE:
        document = await desk.work.organisation_documents.get(asked.subject.id)
        own = document.organisation_id if document is not None else 0
    every = await desk.work.organisations.all()
    return tuple(Option(str(each.id), each.label) for each in every if each.id != own)
