"""Screens of results: questionnaires, the numbers of one, a question by itself, its parts, what to narrow by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handlers.home_screens import MENU, OPEN, pager
from mentoring.campaigns import Count
from mentoring.mentorships import Form
from mentoring.pages import pages_of
from mentoring.people import Organisation
from mentoring.roles import Role
from messaging.replies import Button, Keyboard, Lines, Say, Show, Style, Text, press
from reports import results_text
from reports.change_text import tenth
from services import keyboards, results_files
from services.desk import Desk
from services.dialogue_screens import own
from services.keyboards import MOST, grid, options
from services.results import Line, Listing, Parts, Result, Shown
from services.results_files import Sort
from services.results_items import Ref
from services.results_view import EVERY, Sight, View, numbers
from storage.results import By
from surveys.definition import Audience

PLACES = 7
_ROW = 4
_LINES = 4
"""Values of a choice that the list of questions tells of one."""
_BY = {"form": By.FORM, "role": By.ROLE, "organisation": By.ORGANISATION}


def read_by(written: str) -> By:
    """A dimension as buttons carry it; ValueError for anything else."""
    if written not in _BY:
        raise ValueError(written)
    return _BY[written]


def choose(desk: Desk, organisations: Sequence[Organisation], page: int, *, to: str, turns: str, every: bool) -> Show:
    """Whose results. `to`: the press that takes the organisation's id (0: all together); `turns`: that of the pages."""
    pages = pages_of(len(organisations), PLACES)
    page = min(max(page, 0), pages - 1)
    shown = organisations[page * PLACES : (page + 1) * PLACES]
    found = options((Button(each.label, press(to, each.id)) for each in shown), room=MOST - 3)
    whole: Keyboard = ((Button(Say("results-all-places"), press(to, EVERY)),),) if every else ()
    text = found.under(Say("results-whose" if organisations else "results-no-places"))
    turning = pager(turns, page, pages)
    return Show(desk.actor.chat_id, MENU, text, (*whole, *found.rows, *turning, _TO_CAMPAIGNS))


# --- the list ---------------------------------------------------------------------------------------------------------


def listing(desk: Desk, seen: Listing) -> Show:
    """A line and a numbered button for each questionnaire."""
    view = seen.view
    lines: list[Text] = [Say("results-list-head", {"where": results_files.where(seen.sight)})]
    lines += [_listed(desk, number, line) for number, line in enumerate(seen.lines, 1)]
    if not seen.lines:
        lines.append(Say("results-list-none"))
    buttons = [
        Button(str(number), press("results.view", replace(view, archive=line.archive, page=0).code))
        for number, line in enumerate(seen.lines, 1)
    ]
    ways: tuple[Button, ...] = (Button(Say("results-to-change"), press("change.open")),)
    if seen.sight.opens and seen.sight.organisation is not None:
        ways = (*ways, Button(Say("results-to-swot"), press("swot.open", seen.sight.organisation.id)))
    others: Keyboard = ((Button(Say("results-other-place"), press("results.open")),),) if seen.many else ()
    turn = keyboards.pager(view.page, seen.pages, lambda at: press("results.list", view.at(at).code))
    return Show(
        desk.actor.chat_id,
        MENU,
        Lines(tuple(lines), "\n"),
        (*grid(buttons, _ROW), *turn, ways, *others, _way_back(view)),
    )


def _listed(desk: Desk, number: int, line: Line) -> Text:
    rate = {"number": number, "asked": line.rate.asked, "answered": line.rate.answered}
    return Say("results-list-line", {**rate, "title": titled(desk, own(line.title), line.audience)})


def titled(desk: Desk, title: Text, audience: Audience) -> Text:
    """A questionnaire's title with the form and the role it is for, if it is for one."""
    parts: list[Text] = [title]
    if audience.form is not None:
        parts.append(form_name(desk, Form(audience.form)))
    if audience.role is not None:
        parts.append(role_name(Role(audience.role)))
    return Lines(tuple(parts), " · ")


def form_name(desk: Desk, form: Form) -> Text:
    """A form as the programme calls it, or as the reports do."""
    found = next((each for each in desk.programme.forms if each.id is form), None)
    return own(found.name) if found else Say(f"report-value-form-{form.value}")


def role_name(role: Role) -> Text:
    return Say("results-role", {"role": role.value})


# --- a questionnaire --------------------------------------------------------------------------------------------------


def result(desk: Desk, seen: Result) -> Show:
    """A page of its questions, each with its numbers; the numbered buttons open one."""
    view = seen.view
    lines: list[Text] = [*_head(desk, seen), ""]
    lines += [_asked(desk, number, shown) for number, shown in enumerate(seen.shown, 1)]
    buttons = [
        Button(str(number), press("results.item", view.code, shown.item.ref.code))
        for number, shown in enumerate(seen.shown, 1)
    ]
    ways: Keyboard = ()
    if not seen.waits or seen.counted:
        picture = Button(Say("results-picture"), press("results.overview", view.code, 0))
        ways = ((picture, Button(Say("results-filter"), press("results.filter", view.code))),)
        ways = (*ways, *_exports(seen.sight, view))
    turning = keyboards.pager(view.page, seen.pages, lambda at: press("results.view", view.at(at).code))
    keyboard = (*grid(buttons, 6), *turning, *ways)
    to_list = Button(Say("results-back"), press("results.list", replace(view, archive=EVERY, page=0).code))
    if view.campaign_id is not None:
        keyboard = (*keyboard, _way_back(view)[:1])
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines)), (*keyboard, (to_list, *OPEN)))


def _exports(seen: Sight, view: View) -> Keyboard:
    return ((Button(Say("results-export"), press("results.export", view.code)),),) if seen.exports else ()


def _head(desk: Desk, seen: Result) -> list[Text]:
    definition, view = seen.known.definition, seen.view
    title = titled(desk, own(definition.title), definition.audience)
    head: list[Text] = [Say("results-head", {"title": title, "where": results_files.where(seen.sight)})]
    narrowed: list[Text] = []
    if view.campaign_id is not None:
        narrowed.append(Say("results-one-campaign"))
    if view.form is not None:
        narrowed.append(form_name(desk, view.form))
    if view.role is not None:
        narrowed.append(role_name(view.role))
    if narrowed:
        head.append(Say("results-narrowed", {"what": Lines(tuple(narrowed), ", ")}))
    if seen.rate is not None:
        rate = Count(seen.rate.asked, seen.rate.answered)
        head.append(Say("results-rate", {"asked": rate.asked, "answered": rate.answered, "share": rate.percent}))
    else:
        head.append(Say("results-counted", {"count": seen.counted}))
    if seen.waits:
        head.append(Say("results-anonymous-waits"))
    return head


def _asked(desk: Desk, number: int, shown: Shown) -> Text:
    """One question of the page in two lines."""
    told = results_files.told(desk, shown)
    title: Text = Say("results-asked", {"number": number, "title": told.title})
    if shown.item.apart:
        versions = ", ".join(map(str, shown.item.versions))
        title = Lines((title, Say("results-of-version", {"versions": versions})), " ")
    return Lines((title, _figures(desk, shown)))


def _figures(desk: Desk, shown: Shown) -> Text:
    if shown.secret:
        return Say("results-secret")
    if shown.hidden:
        return Say("results-hidden", {"answered": shown.tally.answered})
    told = results_files.told(desk, shown)
    if told.mean is not None and told.median is not None:
        mean, median = tenth(told.mean), tenth(told.median)
        return Say("results-figures", {"mean": mean, "median": median, "answered": told.answered})
    if shown.item.in_words or not told.answered or not told.bars:
        return Say("results-words", {"answered": told.answered})
    most = sorted(told.bars, key=lambda bar: -bar.count)[:_LINES]
    parts = tuple(f"{bar.label} — {bar.count}" for bar in told.bars if bar in most and bar.count)
    return Say("results-choices", {"choices": Lines(parts, "; "), "answered": told.answered})


def filters(desk: Desk, view: View, *, many: bool) -> Show:
    """What the numbers can be narrowed by: role, form and, for a coordinator, the organisation."""
    roles = [
        _choice(role_name(role), replace(view, role=role, page=0), chosen=role is view.role)
        for role in (Role.MENTOR, Role.MENTEE)
    ]
    asked = [_asks("pairs-by-form", "results.forms", view, chosen=view.form is not None)]
    whole = replace(view, form=None, role=None, page=0)
    if many:
        asked.append(_asks("results-by-place", "results.among", view, 0, chosen=view.organisation_id is not None))
        whole = replace(whole, organisation_id=None)
    every = (Button(Say("results-whole"), press("results.view", whole.code)),)
    back = (Button(Say("results-back"), press("results.view", view.code)), *OPEN)
    return Show(desk.actor.chat_id, MENU, Say("results-filter-head"), (*grid(roles, 2), tuple(asked), every, back))


def _asks(label: str, name: str, view: View, *more: int, chosen: bool) -> Button:
    """The way to a choice that has a screen of its own."""
    return Button(Say(label), press(name, view.code, *more), chosen=chosen)


def forms(desk: Desk, view: View) -> Show:
    """The forms to narrow by."""
    found = options(
        _choice(own(each.name), replace(view, form=each.id, page=0), chosen=each.id is view.form)
        for each in desk.programme.forms
    )
    return _narrowing(desk, view, found.under(Say("pairs-form-head")), found.rows)


def among(desk: Desk, view: View, organisations: Sequence[Organisation], page: int) -> Show:
    """The organisations to narrow by."""
    buttons = (
        _choice(each.name, replace(view, organisation_id=each.id, page=0), chosen=each.id == view.organisation_id)
        for each in organisations
    )
    found = options(buttons, page=page, turn=lambda at: press("results.among", view.code, at))
    return _narrowing(desk, view, found.under(Say("results-place-head")), found.rows)


def _narrowing(desk: Desk, view: View, text: Text, rows: Keyboard) -> Show:
    back = (Button(Say("results-back"), press("results.filter", view.code)), *OPEN)
    return Show(desk.actor.chat_id, MENU, text, (*rows, back))


def _choice(label: Text, view: View, *, chosen: bool) -> Button:
    return Button(label, press("results.view", view.code), chosen=chosen)


def exports(desk: Desk, view: View) -> Show:
    """In which file."""
    files = tuple(
        Button(Say(f"results-file-{sort.value}"), press("results.file", view.code, sort.value)) for sort in Sort
    )
    back = (Button(Say("results-back"), press("results.view", view.code)), *OPEN)
    return Show(desk.actor.chat_id, MENU, Say("results-export-head"), (files, back))


# --- one question -----------------------------------------------------------------------------------------------------


def question(desk: Desk, seen: Result) -> Show:
    """Everything about one question, with ways to its picture, its parts and its answers in words."""
    shown, view = seen.shown[0], seen.view
    ref = shown.item.ref
    lines: list[Text] = _head_of_one(desk, seen)
    if shown.open:
        lines += [Say(key, values) for key, values in results_text.lines(results_files.told(desk, shown))]
    else:
        lines += [Say("results-asked-alone", {"title": results_files.told(desk, shown).title}), _figures(desk, shown)]
    rows: list[tuple[Button, ...]] = []
    if shown.open and not shown.item.in_words and shown.tally.answered:
        rows.append((Button(Say("results-picture"), press("results.picture", view.code, ref.code)),))
        rows.append(_parts_row(view, ref))
    if shown.open and shown.item.in_words and not seen.sight.opens:
        lines.append(Say("results-words-theirs"))
    if shown.open and shown.item.in_words and seen.sight.opens and shown.tally.answered:
        rows.append((Button(Say("results-read"), press("answers.list", view.code, ref.code), style=Style.MAIN),))
    back = (Button(Say("results-back"), press("results.view", view.code)), *OPEN)
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines)), (*rows, back))


def _head_of_one(desk: Desk, seen: Result) -> list[Text]:
    return [*_head(desk, seen)[:-1], ""] if seen.view.narrowed else [_head(desk, seen)[0], ""]


def _parts_row(view: View, ref: Ref) -> tuple[Button, ...]:
    names = [name for name in _BY if name != "organisation" or view.organisation_id is None]
    return tuple(Button(Say(f"results-by-{name}"), press("results.parts", view.code, ref.code, name)) for name in names)


def parts(desk: Desk, seen: Parts) -> Show:
    """A question's numbers by part, the largest part first."""
    view, ref = seen.view, seen.item.ref
    title = results_files.title(desk, seen.item)
    lines: list[Text] = [Say("results-asked-alone", {"title": title})]
    for part in seen.parts:
        lines.append(Say("results-part", {"name": _part_name(desk, part.name), "figures": _figures(desk, part.shown)}))
    if not seen.parts:
        lines.append(Say("results-list-none"))
    back = (Button(Say("results-back"), press("results.item", view.code, ref.code)), *OPEN)
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines), "\n"), (back,))


def _part_name(desk: Desk, name: str | Form | Role | None) -> Text:
    match name:
        case Form():
            return form_name(desk, name)
        case Role():
            return role_name(name)
        case None:
            return Say("results-no-part")
    return name


def ref_of(code: str) -> Ref:
    """A question out of a button; ValueError for a forged one."""
    return Ref(*numbers(code, 2))


def _way_back(view: View) -> tuple[Button, ...]:
    """To the campaign whose results these are, else to the home of campaigns."""
    if view.campaign_id is None:
        return _TO_CAMPAIGNS
    return (Button(Say("campaigns-card"), press("campaign.open", view.campaign_id)), *OPEN)


_TO_CAMPAIGNS = (Button(Say("results-to-campaigns"), press("campaign.list")), *OPEN)
