"""Why two people fit, in words: parts of a score, rules that exclude, areas and times."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mentoring.matching_records import Matching
from mentoring.matching_score import Reason
from mentoring.matching_weights import Part
from mentoring.people import Membership, Person
from messaging.replies import Lines, Say, Text
from programmes.parts import Area, Named
from services.desk import Desk
from services.dialogue_screens import own

_WISH = {"2": "gladly", "1": "could", "-1": "rather-not", "": "none"}


def labelled(person: Person | None) -> str:
    """A whole name with the class, for curators."""
    if person is None:
        return "…"
    school_class = person.profile.school_class
    return f"{person.name}, {school_class}" if school_class else person.name


def reason(desk: Desk, one: Reason) -> Text:
    """One part of a score: what it rests on and how many points it gives."""
    said: dict[str, Text | int] = {"points": one.points, "state": _state(one)}
    match one.name:
        case Part.AREAS:
            return Say("match-why-areas", {**said, "list": areas(desk, one.about)})
        case Part.TIMES:
            return Say("match-why-times", {**said, "list": times(one.about)})
        case Part.LANGUAGES:
            return Say("match-why-languages", {**said, "list": _named(desk.programme.languages, one.about)})
        case Part.DISTANCE:
            mentee, mentor = one.about
            return Say("match-why-distance", {**said, "mentee": mentee, "mentor": mentor})
        case Part.WISHES:
            mentee, mentor = one.about
            return Say("match-why-wishes", {**said, "mentee": _WISH[mentee], "mentor": _WISH[mentor]})


def _state(one: Reason) -> str:
    """Whether there is something in common, nothing, or nobody knows."""
    if any(one.about):
        return "some" if one.name is not Part.DISTANCE or all(one.about) else "unknown"
    return "none" if one.part == 0 else "unknown"


def form(desk: Desk, matching: Matching) -> Text:
    """The form of a matching; its id where the programme was changed and has it no more."""
    known = next((own(one.name) for one in desk.programme.forms if one.id is matching.form), None)
    return known or matching.form.value


def role_model(desk: Desk, matching: Matching) -> Text:
    """The same of the role model."""
    models = (model for one in desk.programme.forms if one.id is matching.form for model in one.role_models)
    return next((own(one.name) for one in models if one.id == matching.role_model), matching.role_model)


def areas(desk: Desk, ids: Iterable[str]) -> Text:
    """Areas by their names, in the order of the programme."""
    return _named(desk.programme.areas, tuple(ids))


def times(codes: Iterable[str]) -> Text:
    """Codes of `mentoring.times` in words."""
    return Lines(tuple(Say("match-time", {"day": code[0], "part": code[1:]}) for code in codes), ", ")


def asked(desk: Desk, mentee: Membership | None) -> Text:
    """What somebody asks for."""
    if mentee is None or not mentee.areas:
        return Say("match-asks-nothing")
    return Say("match-asks", {"list": areas(desk, mentee.areas)})


def against(rules: Mapping[str, int]) -> list[Text]:
    """Which rules excluded how many, those that excluded most first."""
    ranked = sorted(rules.items(), key=lambda item: (-item[1], item[0]))
    return [Say("match-against", {"rule": name, "count": many}) for name, many in ranked]


def _named(known: Iterable[Area | Named], ids: tuple[str, ...]) -> Text:
    names = [own(one.name) for one in known if one.id in ids]
    return Lines(tuple(names), ", ") if names else ", ".join(ids)
