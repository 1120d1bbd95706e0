"""The collection of best practices as a .docx: contents with links, then a practice a heading. Runs in the workshop."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from locales import Wording
from reports.blank_docx import blank, finished, labelled, printable

if TYPE_CHECKING:
    from docx.document import Document as Made
    from docx.text.paragraph import Paragraph


@dataclass(frozen=True, slots=True)
class Told:
    """A practice. `author` None: they do not consent to being named; `published_on` is local to the programme."""

    title: str
    organisation: str
    author: str | None
    form: str | None
    problem: str
    description: str
    outcome: str
    link: str | None
    published_on: date


@dataclass(frozen=True, slots=True)
class Collection:
    """Practices in the order of the document; `programme`: its title; `on`: the day on which it is made."""

    programme: str
    on: date
    told: tuple[Told, ...]


def practices_document(collection: Collection, language: str) -> bytes:
    """The document in the reader's language (`ru` or `en`); practices stand as they were written."""
    document, wording = blank(), Wording.load()

    def word(key: str, **values: Any) -> str:
        return wording.text(language, f"practices-paper-{key}", zone="UTC", **values)

    document.core_properties.title = word("title")
    document.add_heading(word("title"), level=0)
    document.add_paragraph(printable(collection.programme))
    document.add_paragraph(word("day", day=collection.on))
    if not collection.told:
        document.add_paragraph(word("none"))
    else:
        document.add_heading(word("contents"), level=1)
        for number, one in enumerate(collection.told, 1):
            _link(document.add_paragraph(), _mark(number), f"{number}. {printable(one.title)}")
        for number, one in enumerate(collection.told, 1):
            _practice(document, number, one, word)
    return finished(document)


def _practice(document: Made, number: int, one: Told, word: Callable[..., str]) -> None:
    heading = document.add_heading(f"{number}. {printable(one.title)}", level=1)
    heading.paragraph_format.page_break_before = True
    _bookmark(heading, _mark(number), number)
    for name, text in _parts(one):
        labelled(document, word(name), text)
    document.add_paragraph(word("published", day=one.published_on))


def _parts(one: Told) -> Iterator[tuple[str, str]]:
    """Labels and texts; what there is none of is left out."""
    yield "organisation", one.organisation
    optional = (("author", one.author), ("form", one.form))
    yield from ((name, text) for name, text in optional if text)
    yield from (("problem", one.problem), ("description", one.description), ("outcome", one.outcome))
    if one.link:
        yield "link", one.link


def _mark(number: int) -> str:
    return f"practice_{number}"


def _bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for element in (start, end):
        element.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    paragraph._p.insert(0, start)
    paragraph._p.append(end)


def _link(paragraph: Paragraph, mark: str, text: str) -> None:
    """A line of the contents that leads to its practice."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), mark)
    run = paragraph.add_run(text)
    link.append(run._r)
    paragraph._p.append(link)
