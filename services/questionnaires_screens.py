"""How a questionnaire that was just read looks: its card, or the list of what is wrong with the file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mentoring.pages import pages_of
from messaging.replies import Button, Lines, Own, Say, Show, Style, Text, press
from services.dialogue_screens import own
from services.keyboards import pager
from services.questionnaires_drafts import Draft, Prospect
from storage.own_questionnaires import OwnQuestionnaire
from storage.questionnaire_drafts import QuestionnaireDraft
from surveys.definition import Definition

SLOT = "questionnaires:file"
PAGE = 8
_LONGEST = 3000
"""Characters of all mistakes of one page; Telegram takes 4096 with everything around them."""


def draft(chat: int, seen: Draft) -> Show:
    """What was read, what saving it would do, and the ways on."""
    kept, prospect = seen.kept, seen.prospect
    title = Say("questionnaires-title", {"title": own(seen.definition.title)})
    lines = [*described(seen.definition, Lines((Say("questionnaires-read"), title)))]
    if prospect is not None:
        lines.append(_told(prospect))
    ways: list[tuple[Button, ...]] = [
        (Button(Say("questionnaires-try"), press("questionnaires.try_draft", kept.id, 0)),),
        (Button(Say("questionnaires-try-child"), press("questionnaires.try_draft", kept.id, 1)),),
    ]
    if kept.mistakes:
        label = Say("questionnaires-notes", {"count": len(kept.mistakes)})
        ways.append((Button(label, press("questionnaires.mistakes", kept.id, 0)),))
    ways.append((*_saving(kept, prospect), Button(Say("job-cancel"), press("questionnaires.drop", kept.id))))
    return Show(chat, SLOT, Lines(tuple(lines)), tuple(ways))


def described(definition: Definition, head: Text) -> tuple[Text, ...]:
    """Head, how many questions, in how many languages, whether anonymous."""
    asked = sum(question.kind != "note" for question in definition.questions)
    figures = {"questions": asked, "languages": _languages(definition)}
    lines = (head, Say("questionnaires-figures", figures))
    return (*lines, Say("questionnaires-anonymous")) if definition.anonymous else lines


def _languages(definition: Definition) -> int:
    """Two, if most texts differ in Russian and English: a form in one language says the same in both."""
    texts = [each for each in (definition.title, *(question.text for question in definition.questions)) if each]
    differing = sum(text.ru != text.en for text in texts)
    return 2 if 2 * differing > len(texts) else 1


def _told(prospect: Prospect) -> Text:
    if prospect.current is None:
        return Say("questionnaires-new")
    if prospect.changes is None:
        return Say("questionnaires-same", {"version": prospect.current.version})
    found = prospect.changes
    figures = {"added": found.added, "removed": found.removed, "changed": found.changed}
    if not any(figures.values()):
        return Say("questionnaires-rewritten", {"version": prospect.version})
    return Say("questionnaires-next", {"version": prospect.version, **figures})


def _saving(kept: QuestionnaireDraft, prospect: Prospect | None) -> tuple[Button, ...]:
    """The way to keep it: at once, by choosing for whom, or to what is kept already."""
    if prospect is None:
        return (Button(Say("questionnaires-save"), press("questionnaires.whose", kept.id, 0), style=Style.GOOD),)
    if prospect.same and prospect.current is not None:
        return (Button(Say("questionnaires-show"), press("questionnaires.open", prospect.current.id)),)
    data = press("questionnaires.save", kept.id, prospect.place, prospect.version)
    return (Button(Say("questionnaires-save"), data, style=Style.GOOD),)


def saved(chat: int, kept: OwnQuestionnaire) -> Show:
    """In place of the card."""
    values = {"title": title_of(kept), "version": kept.version}
    rows = (
        (Button(Say("campaigns-new"), press("campaign.new"), style=Style.MAIN),),
        (
            Button(Say("questionnaires-show"), press("questionnaires.open", kept.id)),
            Button(Say("questionnaires-list"), press("questionnaires.list")),
        ),
    )
    return Show(chat, SLOT, Say("questionnaires-saved", values), rows)


def dropped(chat: int) -> Show:
    """In place of the card."""
    return Show(
        chat,
        SLOT,
        Say("questionnaires-dropped"),
        ((Button(Say("questionnaires-list"), press("questionnaires.list")),),),
    )


def mistakes(chat: int, kept: QuestionnaireDraft, page: int = 0) -> Show:
    """A page of what is wrong with a file, or of what the bot leaves out of one it has read."""
    pages = pages_of(len(kept.mistakes), PAGE)
    page = min(max(page, 0), pages - 1)
    shown = kept.mistakes[page * PAGE : (page + 1) * PAGE]
    key = "questionnaires-notes-head" if kept.body else "questionnaires-mistakes-head"
    head = Say(key, {"count": len(kept.mistakes)})
    rows: list[tuple[Button, ...]] = [*pager(page, pages, lambda at: press("questionnaires.mistakes", kept.id, at))]
    if kept.body:
        rows.append((Button(Say("questionnaires-to-draft"), press("questionnaires.draft", kept.id)),))
    else:
        example = Button(Say("questionnaires-example"), press("questionnaires.example"))
        rows.append((example, Button(Say("questionnaires-list"), press("questionnaires.list"))))
    whole = len(kept.mistakes) == 1 and not kept.mistakes[0][0]  # the file itself is refused, in one sentence
    told = _within(shown) if whole else (head, "", *_within(shown))
    return Show(chat, SLOT, Lines(told), tuple(rows))


def _within(found: Sequence[Any]) -> tuple[Text, ...]:
    """Each mistake on a line of its own; words that a file brings along are cut where all of them get too long."""
    share = _LONGEST // max(1, len(found))
    return tuple(_mistake(each, share) for each in found)


def _mistake(found: Sequence[Any], share: int) -> Text:
    sheet, row, column, problem, remedy = found
    what, fix = _say(problem, share // 4), _say(remedy, share // 4)
    told = {"problem": what, "remedy": fix}
    if not sheet:
        return Say("questionnaires-mistake", told)
    if not row:
        return Say("questionnaires-mistake-sheet", {"sheet": sheet, **told})
    if not column:
        return Say("questionnaires-mistake-row", {"sheet": sheet, "row": str(row), **told})
    return Say("questionnaires-mistake-cell", {"sheet": sheet, "row": str(row), "column": column, **told})


def _say(key: Sequence[Any], longest: int) -> Say:
    name, values = key
    cut = {each: value[:longest] if isinstance(value, str) else value for each, value in values.items()}
    return Say(name, cut)


def title_of(kept: OwnQuestionnaire) -> Text:
    """The title of a questionnaire whose definition is not at hand."""
    return Own({language: (text, text) for language, text in kept.title.items()})
