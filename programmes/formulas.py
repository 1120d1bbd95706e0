"""Reads what an indicator is counted from: its numerator, in the words of `mentoring.numerators`, and denominators."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from mentoring.mentorships import Side
from mentoring.names import plain
from mentoring.needs import Need, Qualification
from mentoring.numerators import (
    Engagement,
    Giving,
    Having,
    Level,
    Monitored,
    Numerator,
    People,
    Persons,
    Satisfied,
    Staff,
    Union,
)
from mentoring.people import OrganisationKind
from mentoring.roles import STAFF, Category, Role
from programmes.milestones import DenominatorOf
from programmes.parts import Named
from programmes.reading import Entry, unique

OLDEST = 120
STATES = ("kept", "sent", "approved", "returned", "archived")
"""What may have become of a document in an organisation's register."""
_PERSONS = ("age", "under", "categories", "grades", "experience", "hired", "qualification", "posts", "needs")
_SORTS: Mapping[str, tuple[str, ...]] = {
    "people": ("people", "when", "mentees", "role_models", *_PERSONS),
    "staff": ("staff",),
    "any": ("any",),
    "organisations": ("organisations", "kinds", "document", "states", "questionnaire", "report"),
    "satisfied": ("satisfied",),
}
_REMEDY = (
    "write `numerator: {people: mentee, age: [10, 19]}`, `{satisfied: mentor}`, `{organisations: having_document, "
    "document: programme, states: [approved]}` or `{any: [{staff: [head]}, {people: mentor}]}`"
)


class FormulaReader:
    """Reads the formulas of one programme, against the names that it has.

    posts: the programme's; role_models: ids of all its forms; questionnaires: ids it may name, None: any.
    reports: ids of those it asks for.
    """

    def __init__(
        self,
        posts: Collection[Named],
        role_models: Collection[str],
        questionnaires: Collection[str] | None,
        denominators: Collection[DenominatorOf],
        reports: Collection[str] = (),
    ) -> None:
        self._posts = {post.id: post for post in posts}
        self._role_models = role_models
        self._questionnaires = questionnaires
        self._denominators = {each.id: each for each in denominators}
        self._reports = reports

    def numerator(self, indicator: Entry) -> Numerator:
        """The formula under «numerator»; complains where there is none."""
        if not indicator.has("numerator"):
            self._complain(indicator, "an indicator has no «numerator»")
            return Union(())
        entry = _entry(indicator, "numerator")
        sort = _sort(entry)
        match sort:
            case "organisations":
                return self._organisations(entry)
            case "satisfied":
                return Satisfied(entry.member("satisfied", Side))
            case "any":
                rules = [self._rule(each) for each in _each(entry, "any")]
                return Union(tuple(rule for rule in rules if rule is not None))
        rule = self._rule(entry)
        return Union(() if rule is None else (rule,))

    def denominator(self, indicator: Entry, numerator: Numerator) -> DenominatorOf | None:
        """What the share is taken of; None only where it is counted."""
        counted = isinstance(numerator, Satisfied)
        if counted or not indicator.has("denominator"):
            if counted == indicator.has("denominator"):
                problem = "counts its own «denominator»" if counted else "has no «denominator»"
                remedy = "leave it out" if counted else "name one of «denominators»"
                indicator.report.add(indicator.fields.node, "", f"the indicator {problem}", remedy)
            return None
        name = indicator.text("denominator")
        indicator.known("denominator", (name,), self._denominators, "denominator")
        return self._denominators.get(name)

    def _rule(self, entry: Entry) -> People | Staff | None:
        match _sort(entry):
            case "people":
                return self._people(entry)
            case "staff":
                roles = entry.members("staff", Role)
                entry.known("staff", sorted(role.value for role in roles - STAFF), (), "role of staff")
                return Staff(roles)
        self._complain(entry, "it says neither «people» nor «staff»")
        return None

    def _people(self, entry: Entry) -> People:
        side = entry.member("people", Side)
        if side is Side.MENTEE and entry.has("mentees"):
            remedy = "move its keys up: the numerator counts mentees"
            entry.report.add(entry.node("mentees"), "", "«mentees» is said of mentors alone", remedy)
        models = entry.texts("role_models", needed=False)
        entry.known("role_models", models, self._role_models, "role model")
        return People(
            side,
            entry.member("when", Engagement) if entry.has("when") else Engagement.ENTERED,
            self._persons(entry),
            self._persons(entry.inner("mentees", _PERSONS)) if entry.has("mentees") else None,
            frozenset(models),
        )

    def _persons(self, entry: Entry) -> Persons:
        posts = entry.texts("posts", needed=False)
        entry.known("posts", posts, self._posts, "post")
        known = [self._posts[post] for post in posts if post in self._posts]
        return Persons(
            age=_span(entry, "age"),
            under=entry.whole("under", 1, OLDEST) if entry.has("under") else None,
            categories=entry.members("categories", Category) if entry.has("categories") else frozenset(),
            grades=frozenset(entry.wholes("grades", 1, 11)) if entry.has("grades") else frozenset(),
            experience=_span(entry, "experience"),
            hired=_span(entry, "hired"),
            qualification=entry.members("qualification", Qualification) if entry.has("qualification") else frozenset(),
            posts=tuple(dict.fromkeys(plain(text) for post in known for text in (post.name.ru, post.name.en))),
            needs=entry.members("needs", Need) if entry.has("needs") else frozenset(),
        )

    def _organisations(self, entry: Entry) -> Numerator:
        which = entry.text("organisations")
        match which:
            case "giving_mentors":
                return Giving(entry.members("kinds", OrganisationKind))
            case "having_document":
                states = entry.texts("states")
                entry.known("states", states, STATES, "state of a document")
                return Having(entry.id("document"), frozenset(states))
            case "monitored":
                name = entry.text("questionnaire")
                if self._questionnaires is not None:
                    entry.known("questionnaire", (name,), self._questionnaires, "questionnaire")
                report = entry.id("report") if entry.has("report") else None
                entry.known("report", () if report is None else (report,), self._reports, "report")
                return Monitored(name, report)
        entry.known("organisations", (which,), ("giving_mentors", "having_document", "monitored"), "formula")
        return Union(())

    def _complain(self, entry: Entry, problem: str) -> None:
        entry.report.add(entry.fields.node, "", problem, _REMEDY)


def read_denominators(top: Entry) -> tuple[DenominatorOf, ...]:
    """What shares are taken of and who types it in; may be left out."""
    entries = top.each("denominators", ("id", "name", "by"), "a denominator", needed=False)
    found = [DenominatorOf(each.id(), each.name(), each.member("by", Level)) for each in entries]
    unique(entries, [each.id for each in found], "denominators")
    return tuple(found)


def _entry(parent: Entry, key: str) -> Entry:
    """The mapping under a key, with the keys of its sort alone."""
    whole = Entry.of(parent.node(key), parent.report, [name for names in _SORTS.values() for name in names], f"«{key}»")
    return _narrow(whole)


def _each(entry: Entry, key: str) -> list[Entry]:
    keys = [name for names in _SORTS.values() for name in names]
    return [_narrow(each) for each in entry.each(key, keys, f"a rule of «{key}»")]


def _narrow(entry: Entry) -> Entry:
    """Complains of keys that belong to another sort of formula."""
    sort = _sort(entry)
    strange = [key for key in entry.fields.entries if sort and key not in _SORTS[sort]]
    known = {name for names in _SORTS.values() for name in names}
    for key in strange:
        if key in known:
            remedy = f"beside «{sort}» there may be: {', '.join(_SORTS[sort])}"
            entry.report.add(entry.node(key), "", f"«{key}» says nothing beside «{sort}»", remedy)
    if not sort and entry.fields.entries:
        entry.report.add(entry.fields.node, "", "the formula does not say what it counts", _REMEDY)
    return entry


def _sort(entry: Entry) -> str:
    return next((sort for sort in _SORTS if entry.has(sort)), "")


def _span(entry: Entry, key: str) -> tuple[int, int] | None:
    """Two whole numbers, both included; None where the key is left out."""
    if not entry.has(key):
        return None
    found = entry.wholes(key, 0, OLDEST)
    if len(found) != 2 or found[0] > found[1]:
        entry.report.add(
            entry.node(key), "", f"«{key}» must hold two numbers, the lower first", f"write `{key}: [0, 3]`"
        )
        return None
    return found[0], found[1]
