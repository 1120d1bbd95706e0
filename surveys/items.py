"""Items across versions and definitions: whether two questions of one id ask the same thing in the same way.

Entry and exit, and two versions of a questionnaire, are compared only over items whose text and scale did not change
(docs/questionnaires.md#rules): an answer to other words, or on other steps, is an answer to something else.
"""

from __future__ import annotations

from surveys.definition import Question

__all__ = ["same_item", "text_asked"]


def same_item(one: Question, other: Question) -> bool:
    """Whether answers to both may be compared: the same kind, text in each language and variant, bounds, options (ids,
    labels and order), words at the ends of the scale, and direction.

    The ids are the caller's to match; hints, conditions and what the answers count for may differ."""
    return _asked(one) == _asked(other)


def _asked(question: Question) -> tuple[object, ...]:
    """Everything of a question that an answer depends on."""
    return (
        question.kind,
        question.text,
        question.options,
        question.source,
        (question.minimum, question.maximum, question.decimals),
        (question.earliest, question.latest, question.opens, question.closes),
        (question.min_chosen, question.max_chosen),
        (question.low, question.high, question.reversed),
        question.consent,
    )


def text_asked(question: Question, locale: str, child: bool = False) -> str:
    """A question's text for an export or a codebook, its `{name}` places as they are written; of a consent, the id and
    version of its text."""
    wording = question.text or question.short
    return wording.text(locale, child) if wording is not None else question.consent or question.id
