"""A dialogue's screen as a reply: wordings and keys of the engine become texts, its choices become buttons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from messaging.replies import Button, Keyboard, Lines, Own, Say, Show, Style, Text, press
from surveys.answers import describe_answer
from surveys.definition import Definition, Question
from surveys.errors import Problem
from surveys.inputs import CANCEL, PAUSE
from surveys.layout import Choice, Line, Screen
from surveys.load import Library
from surveys.path import Context, Value
from surveys.record import Record, RecordState
from surveys.response import Draft
from surveys.screens import screen
from surveys.wording import Key, Label, Wording

PRESS = "a"
ENTERED_FOR = "entered_for"
"""The fact that names whose paper answers are typed in."""
CAME_FROM = "came_from"
"""The fact that a trial or paper answers were begun from somewhere: the press that leads back there."""
DROP = ".drop"
"""The token that gives a form up for certain."""
_TICK = "✓"
_NOTHING: Mapping[str, Text] = {}


def slot_of(record: Record) -> str:
    """The place on the phone where a response is answered."""
    return f"{PRESS}:{record.id}"


def draft_screen(
    record: Record, definition: Definition, draft: Draft, context: Context, problem: Problem | None = None
) -> Show:
    """What the response shows now."""
    shown = screen(definition, draft, context, problem)
    body, keyboard = _body(shown), _keyboard(record, shown)
    if record.kind == "trial":
        keyboard = _keyboard(record, replace(shown, rows=_given_up(shown)))
        body = Lines((Say("survey-trial"), body), "\n\n")
    if ENTERED_FOR in record.facts:
        body = Lines((Say("dialogue-paper", {"name": str(record.facts[ENTERED_FOR])}), body), "\n\n")
    if record.facts.get("as_child"):
        body, keyboard = _for_child(body), tuple(tuple(map(_button_for_child, row)) for row in keyboard)
    return Show(record.chat_id or 0, slot_of(record), body, keyboard if draft.state == "open" else (*keyboard, *_HOME))


def thanks_screen(record: Record, definition: Definition) -> Show:
    """The last screen of a questionnaire; of paper answers, the way to the next ones."""
    if ENTERED_FOR in record.facts:
        said = Say("dialogue-paper-done", {"name": str(record.facts[ENTERED_FOR])})
        on = str(record.facts.get(CAME_FROM, press("menu.open")))
        ways = ((Button(Say("dialogue-paper-next"), on),), *_HOME)
        return Show(record.chat_id or 0, slot_of(record), said, ways)
    parts: list[Text] = [Say("survey-thanks")]
    if definition.thanks is not None:
        parts.append(own(definition.thanks))
    return Show(record.chat_id or 0, slot_of(record), Lines(tuple(parts), "\n\n"), _HOME)


def sure_screen(record: Record, question_id: str) -> Show:
    """Before a form with much in it is given up."""
    drop = Button(Say("dialogue-cancel-yes"), press(PRESS, record.id, question_id, DROP), style=Style.BAD)
    go_on = Button(Say("survey-resume"), press("response.open", record.id), style=Style.MAIN)
    return Show(record.chat_id or 0, slot_of(record), Say("dialogue-cancel-sure"), ((go_on,), (drop,), *_HOME))


def trial_over_screen(record: Record) -> Show:
    """The end of a trial."""
    back = record.facts.get(CAME_FROM)
    ways: Keyboard = ((Button(Say("survey-back"), str(back)), *_HOME[0]),) if back else _HOME
    return Show(record.chat_id or 0, slot_of(record), Say("survey-trial-over"), ways)


def closed_screen(record: Record, definition: Definition) -> Show:
    """A response that is over, opened again."""
    late = record.state is RecordState.UNANSWERED
    return Show(record.chat_id or 0, slot_of(record), Say("survey-closed-late" if late else "survey-closed"), _HOME)


def done(record: Record, text: Text, keyboard: Keyboard = ()) -> Show:
    """What stands in a form's place once its action is done."""
    return Show(record.chat_id or 0, slot_of(record), text, keyboard or _HOME)


_HOME: Keyboard = ((Button(Say("menu-button"), press("menu.open")),),)


def own(wording: Wording, values: Mapping[str, Text] = _NOTHING) -> Own:
    """A definition's wording as a text."""
    return Own(_texts(wording), values)


@lru_cache(maxsize=4096)
def _texts(wording: Wording) -> Mapping[str, tuple[str, str]]:
    return {
        "ru": (wording.ru, wording.ru_child or wording.ru),
        "en": (wording.en, wording.en_child or wording.en),
    }


def _for_child(text: Text) -> Text:
    """The same in the words that a definition has for pupils, whoever reads it."""
    match text:
        case Own():
            texts = {locale: (child, child) for locale, (_, child) in text.texts.items()}
            return Own(texts, {name: _for_child(value) for name, value in text.values.items()})
        case Say():
            return Say(text.key, {name: _for_child(value) for name, value in text.values.items()})
        case Lines():
            return Lines(tuple(map(_for_child, text.parts)), text.between)
    return text


def _button_for_child(button: Button) -> Button:
    return replace(button, label=_for_child(button.label))


def in_words(library: Library, question_id: str, value: str, *forms: str) -> Text:
    """What was answered to a text question of these forms, as others read it: in their language if it was chosen."""
    return _text(chosen_or_typed(library, question_id, value, *forms))


def chosen_or_typed(library: Library, question_id: str, value: str, *forms: str) -> Label:
    """The label of the quick button by which a text question of these forms was answered, else what was typed."""
    for form in forms:
        question = library.get(form).question(question_id)
        if question is not None and any(quick.value == value for quick in question.quick):
            return describe_answer(question, value)[0]
    return value


def answered_in_words(question: Question, value: Value | None) -> Text:
    """An answer as others read it."""
    return _joined(describe_answer(question, value))


def say_key(said: Problem) -> Text:
    """A message of the engine's own, or a definition's sentence."""
    return _text(said)


def _text(label: Label, values: Mapping[str, Text] = _NOTHING) -> Text:
    match label:
        case Wording():
            return own(label, values)
        case Key():
            return Say(label.name, label.values)
    return label


def _body(shown: Screen) -> Text:
    """Title, intro, progress, question, hint, lines, problem: whatever there is of them."""
    values = {name: _joined(parts) for name, parts in shown.values.items()}
    parts: list[Text] = [Lines(head)] if (head := _head(shown, values)) else []
    parts.append(Say("dialogue-question", {"text": _text(shown.text, values)}))
    if shown.document is not None:
        parts.append(_text(_apart(shown.document), values))
    if shown.lines:
        parts.append(Lines(tuple(_line(line) for line in shown.lines)))
    if shown.hint is not None:
        parts.append(Say("dialogue-hint", {"text": _text(shown.hint, values)}))
    if shown.problem is not None:
        parts.append(Say("dialogue-problem", {"text": _text(shown.problem, values)}))
    return Lines(tuple(parts), "\n\n")


def _head(shown: Screen, values: Mapping[str, Text]) -> tuple[Text, ...]:
    """Title and progress on one line, since a list of eight may follow; the intro until something went wrong."""
    title = [Say("dialogue-title", {"title": own(shown.title)})] if shown.title is not None else []
    progress = [say_key(shown.progress)] if shown.progress is not None else []
    intro = [own(shown.intro, values)] if shown.intro is not None and shown.problem is None else []
    first = [Lines((*title, *progress), " · ")] if title or progress else []
    return (*first, *intro)


def _apart(document: Label) -> Label:
    """A long text with an empty line between its paragraphs."""
    if not isinstance(document, Wording):
        return document
    return Wording(document.ru.replace("\n", "\n\n"), document.en.replace("\n", "\n\n"))


def _given_up(shown: Screen) -> tuple[tuple[Choice, ...], ...]:
    """The rows of a trial: it is not put by, it ends, since nothing of it is kept."""
    return tuple(
        tuple(
            replace(choice, label=Key("survey-trial-end"), token=CANCEL) if choice.token == PAUSE else choice
            for choice in row
        )
        for row in shown.rows
    )


def _line(line: Line) -> Text:
    parts: list[Text] = [line.mark] if line.mark else []
    label = _text(line.label)
    if line.answer:
        label = Say("dialogue-answer", {"label": label, "answer": _joined(line.answer)})
    return Lines((*parts, label), " ")


def _joined(parts: tuple[Label, ...]) -> Text:
    return Lines(tuple(_text(part) for part in parts), ", ")


def _keyboard(record: Record, shown: Screen) -> Keyboard:
    return tuple(tuple(_button(record, choice) for choice in row) for row in shown.rows)


def _button(record: Record, choice: Choice) -> Button:
    label = _text(choice.label)
    if choice.chosen:
        label = Lines((_TICK, label), " ")
    if not choice.token:
        return Button(label)
    data = press(PRESS, record.id, choice.question, choice.token)
    return Button(label, data, style=Style.MAIN if choice.main else None)
