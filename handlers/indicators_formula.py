"""What a numerator counts, in words: the formula of an indicator read aloud."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mentoring.names import plain
from mentoring.numerators import Giving, Having, Monitored, Numerator, People, Persons, Satisfied, Staff
from messaging.replies import Lines, Say, Text
from programmes.programme import Programme
from services.dialogue_screens import own


def counted(programme: Programme, numerator: Numerator) -> Text:
    """The words of a formula; several rules are told apart by semicolons."""
    match numerator:
        case Satisfied():
            mark = programme.thresholds.satisfied
            return Say("indicators-counted-satisfied", {"side": numerator.side.value, "mark": mark})
        case Giving():
            return Say("indicators-counted-giving", {"kinds": _kinds(numerator)})
        case Having():
            states = _each("indicators-counted-state", "state", sorted(numerator.states))
            return Say("indicators-counted-having", {"document": numerator.document, "states": states})
        case Monitored():
            return Say("indicators-counted-monitored", {"report": "yes" if numerator.report else "no"})
    return Lines(tuple(_rule(programme, each) for each in numerator.rules), "; ")


def _rule(programme: Programme, rule: People | Staff) -> Text:
    if isinstance(rule, Staff):
        return _each("indicators-counted-role", "role", sorted(role.value for role in rule.roles))
    parts: list[Text] = [Say("indicators-counted-side", {"side": rule.side.value}), *_who(programme, rule.who)]
    parts += [
        Say("indicators-counted-model", {"model": own(model.name)})
        for form in programme.forms
        for model in form.role_models
        if model.id in rule.role_models
    ]
    parts.append(Say("indicators-counted-when", {"when": rule.engagement.value}))
    if rule.mentees is not None:
        mentees = Lines(tuple(_who(programme, rule.mentees)), ", ")
        parts.append(Say("indicators-counted-mentees", {"who": mentees}))
    return Lines(tuple(parts), ", ")


def _who(programme: Programme, who: Persons) -> Iterator[Text]:
    """What somebody must be, part by part."""
    if who.categories:
        yield _each("indicators-counted-category", "category", sorted(each.value for each in who.categories))
    if who.age is not None:
        yield Say("indicators-counted-age", {"first": who.age[0], "last": who.age[1]})
    if who.under is not None:
        yield Say("indicators-counted-under", {"years": who.under})
    if who.grades:
        yield Say("indicators-counted-grades", {"grades": ", ".join(map(str, sorted(who.grades)))})
    if who.experience is not None:
        yield Say("indicators-counted-experience", {"first": who.experience[0], "last": who.experience[1]})
    if who.hired is not None:
        yield Say("indicators-counted-hired", {"first": who.hired[0], "last": who.hired[1]})
    if who.posts:
        posts = tuple(own(post.name) for post in programme.posts if plain(post.name.ru) in who.posts)
        yield Say("indicators-counted-posts", {"posts": Lines(posts, ", ")})
    if who.qualification:
        yield _each("indicators-counted-qualification", "grade", sorted(each.value for each in who.qualification))
    for need in sorted(who.needs):
        yield Say("indicators-counted-need", {"need": need.value})


def _kinds(giving: Giving) -> Text:
    return _each("indicators-counted-kind", "kind", sorted(each.value for each in giving.kinds))


def _each(wording: str, name: str, values: Iterable[str]) -> Text:
    return Lines(tuple(Say(wording, {name: one}) for one in values), ", ")
