"""Reads a programme from its YAML file and checks it whole: all mistakes at once, with file, line and remedy."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import time
from pathlib import Path
from zoneinfo import available_timezones

from mentoring.clock import QuietHours
from mentoring.people import OrganisationKind
from mentoring.reminders import MORNING
from mentoring.roles import Role
from programmes.awards import read_awards
from programmes.calendar import read_questionnaires
from programmes.dates import day_of
from programmes.events import read_events
from programmes.forms import (
    BUTTON,
    read_bases,
    read_cycle,
    read_forms,
    read_kinds,
    read_languages,
    read_matchmaking,
    read_training,
)
from programmes.formulas import FormulaReader, read_denominators
from programmes.indicator_table import read_indicator_table
from programmes.parts import (
    Area,
    Executor,
    Named,
    Stage,
    Thresholds,
    Vertical,
)
from programmes.plans import read_plans
from programmes.programme import CAPACITY, Programme, Scope
from programmes.reading import Entry, unique, whole_numbers
from programmes.roadmap import (
    read_indicators,
    read_monitoring,
    read_reports,
    read_results,
    read_roadmap,
)
from programmes.terms import Years
from surveys.source import DefinitionError, DefinitionErrors, Node, Report, from_yaml

BUNDLED = Path(__file__).parent
_TOP = (
    "programme", "title", "document", "scope", "zone", "years", "youngest", "classes", "quiet", "digest",
    "erasure_days", "consents", "thresholds", "stages", "executors", "forms", "kinds", "cycle", "questionnaires",
    "areas", "topics", "posts", "zones", "plans", "results", "monitoring", "roadmap", "indicators", "denominators",
    "bases", "training", "languages", "capacity", "organisations", "vertical", "reports", "awards", "matching",
    "indicator_table", "events",
)  # fmt: skip


def bundled() -> tuple[str, ...]:
    """Names of the programmes that come with the bot."""
    return tuple(sorted(path.stem for path in BUNDLED.glob("*.yaml")))


def load_programme(name_or_path: str, questionnaires: Collection[str] | None = None) -> Programme:
    """A bundled programme by its name, or one from a file. Raises DefinitionErrors with everything that is wrong.

    questionnaires: the ids that it may name; None: any.
    """
    path = _path(name_or_path)
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise _single(path.name, "it is no text", "save the file as UTF-8") from None
    except OSError:
        remedy = f"give the path of a YAML file or one of: {', '.join(bundled())}"
        raise _single(name_or_path, "there is no such programme", remedy) from None
    return parse_programme(text, path.name, questionnaires)


def parse_programme(text: str, file: str, questionnaires: Collection[str] | None = None) -> Programme:
    """A programme from the text of its file; `file` is what errors call it.

    questionnaires: the ids that it may name; None: any.
    """
    report = Report()
    tree = from_yaml(text, file, report)
    if tree is None:
        report.settle()
        raise DefinitionErrors(())
    programme = _Reader(tree, report, questionnaires).programme()
    report.settle()
    return programme


def _path(name_or_path: str) -> Path:
    named = BUNDLED / f"{name_or_path}.yaml"
    return named if name_or_path in bundled() else Path(name_or_path)


def _single(file: str, problem: str, remedy: str) -> DefinitionErrors:
    return DefinitionErrors((DefinitionError(file, 1, "", problem, remedy),))


class _Reader:
    """Reads the file top to bottom; later parts are checked against what earlier ones name."""

    def __init__(self, tree: Node, report: Report, known: Collection[str] | None) -> None:
        self._known = known
        self._top = Entry.of(tree, report, _TOP, "a programme")

    def programme(self) -> Programme:
        top = self._top
        stages, executors = self._stages(), self._executors()
        known = {executor.id for executor in executors}
        forms = read_forms(top, known)
        classes = top.inner("classes", ("grades", "letters"))
        zone = top.zone("zone")
        posts, topics, monitoring = self._named("posts"), self._areas("topics"), read_monitoring(top)
        models = {model.id for form in forms for model in form.role_models}
        reports = read_reports(top, known)
        formulas = FormulaReader(posts, models, self._known, read_denominators(top), {each.id for each in reports})
        return Programme(
            id=top.id("programme"),
            title=top.name("title"),
            document=top.text("document"),
            scope=top.member("scope", Scope),
            zone=zone,
            years=self._years(),
            youngest=top.whole("youngest", 3, 18),
            grades=classes.wholes("grades", 1, 11),
            letters=classes.texts("letters"),
            stages=stages,
            executors=executors,
            forms=forms,
            kinds=read_kinds(top),
            cycle=read_cycle(top),
            bases=read_bases(top),
            training=read_training(top),
            languages=read_languages(top),
            capacity=top.whole("capacity", 1, 100) if top.has("capacity") else CAPACITY,
            questionnaires=read_questionnaires(top, {form.id for form in forms}, self._known),
            areas=self._areas("areas"),
            topics=topics,
            posts=posts,
            zones=self._zones(zone),
            plans=read_plans(top, forms),
            results=read_results(top, formulas, {each.id for each in topics}),
            monitoring=monitoring,
            roadmap=read_roadmap(top, {stage.id for stage in stages}, known),
            indicators=read_indicators(top, formulas, {each.id for each in monitoring}),
            indicator_table=read_indicator_table(top),
            thresholds=self._thresholds(),
            quiet=self._quiet(),
            digest=self._digest(),
            erasure_days=top.whole("erasure_days", 1, 365),
            consents=self._consents(),
            organisations=_organisations(top, frozenset(OrganisationKind)),
            vertical=self._vertical(),
            reports=reports,
            awards=read_awards(top),
            events=read_events(top),
            matchmaking=read_matchmaking(top),
        )

    def _years(self) -> Years:
        entry = self._top.inner("years", ("first", "last", "from", "to"))
        before = len(entry.report.errors)
        years = Years(
            entry.whole("first", 2000, 2100),
            entry.whole("last", 2000, 2100),
            day_of(entry, "from") if entry.has("from") else None,
            day_of(entry, "to", end=True) if entry.has("to") else None,
        )
        if len(entry.report.errors) > before:
            return years
        if years.last < years.first:
            entry.report.add(entry.node("last"), "", "the last year is before the first", "swap them")
        elif years.whole.last < years.whole.first:
            entry.report.add(entry.node("to"), "", "the programme ends before it begins", "swap «from» and «to»")
        return years

    def _stages(self) -> tuple[Stage, ...]:
        entries = self._top.each("stages", ("id", "name", "measures", "result"), "a stage")
        stages = [Stage(each.id(), each.name(), each.texts("measures"), each.text("result")) for each in entries]
        unique(entries, [stage.id for stage in stages], "stages")
        return tuple(stages)

    def _executors(self) -> tuple[Executor, ...]:
        entries = self._top.each("executors", ("id", "name", "roles", "duties", "term", "organisations"), "an executor")
        executors = [
            Executor(
                each.id(),
                each.name(),
                each.members("roles", Role),
                each.texts("duties", False),
                each.maybe("term"),
                _organisations(each, frozenset()),
            )
            for each in entries
        ]
        unique(entries, [executor.id for executor in executors], "executors")
        return tuple(executors)

    def _named(self, key: str) -> tuple[Named, ...]:
        entries = self._top.each(key, ("id", "name"), f"an item of «{key}»")
        items = [Named(each.id(), each.name(limit=BUTTON)) for each in entries]
        unique(entries, [item.id for item in items], key)
        return tuple(items)

    def _zones(self, own: str) -> tuple[Named, ...]:
        """Zones to choose from, the programme's own first."""
        entries = self._top.each("zones", ("id", "name"), "a zone")
        items = [Named(each.text("id"), each.name(limit=BUTTON)) for each in entries]
        zones = available_timezones()  # walks through the system's files each time
        for each, item in zip(entries, items, strict=True):
            each.known("id", (item.id,), zones, "time zone")
        if own not in [item.id for item in items] and own == self._top.text("zone"):
            self._top.report.add(self._top.node("zones"), "", f"«zones» lacks «{own}»", "add the programme’s own zone")
        return tuple(sorted(items, key=lambda item: item.id != own))

    def _areas(self, key: str) -> tuple[Area, ...]:
        """Buttons of a multiple choice leave room for the tick."""
        entries = self._top.each(key, ("id", "for", "name"), f"an item of «{key}»")
        areas = []
        for each in entries:
            whom = each.texts("for")
            each.known("for", whom, ("pupils", "adults"), "group")
            areas.append(Area(each.id(), each.name(limit=BUTTON - 2), "pupils" in whom, "adults" in whom))
        unique(entries, [area.id for area in areas], key)
        return tuple(areas)

    def _thresholds(self) -> Thresholds:
        keys = ("satisfied", "stuck_days", "small_group", "look_after_days", "stuck_after_days", "low_mark")
        entry = self._top.inner("thresholds", keys)
        found = Thresholds(
            entry.whole("satisfied", 1, 10), entry.whole("stuck_days", 1, 365), entry.whole("small_group", 1, 100)
        )
        bounds = {"look_after_days": 365, "stuck_after_days": 365, "low_mark": 5}
        own = {key: entry.whole(key, 1, most) for key, most in bounds.items() if entry.has(key)}
        found = replace(found, **own)
        if found.stuck_after_days < found.look_after_days:
            at = entry.node("stuck_after_days")
            entry.report.add(at, "", "a pair is stuck before it needs a look", "make «stuck_after_days» the longer")
        return found

    def _vertical(self) -> Vertical | None:
        if not self._top.has("vertical"):
            return None
        entry = self._top.inner("vertical", ("name", "goal"))
        return Vertical(entry.name(limit=BUTTON), entry.text("goal"))

    def _quiet(self) -> QuietHours:
        entry = self._top.inner("quiet", ("from", "to"))
        return QuietHours(entry.time("from"), entry.time("to"))

    def _digest(self) -> time:
        if not self._top.has("digest"):
            return MORNING
        hour = self._top.time("digest")
        if self._quiet().covers(hour):
            self._top.report.add(
                self._top.node("digest"), "", "the hour of the digest is in the quiet hours", "move it"
            )
        return hour

    def _consents(self) -> dict[str, int]:
        keys = ("processing", "participation", "publication")
        entry = self._top.inner("consents", keys)
        for key in keys:
            entry.whole(key, 1, 999)
        return dict(whole_numbers(entry.fields.node))


def _organisations(entry: Entry, default: frozenset[OrganisationKind]) -> frozenset[OrganisationKind]:
    return entry.members("organisations", OrganisationKind) if entry.has("organisations") else default
