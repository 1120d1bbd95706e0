"""The summary as lines for a phone: keys of `locales/*/reports.ftl` with their values, at most twelve."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mentoring.participation import Rate
from mentoring.satisfaction import Figure
from reports.data import Summary

MOST_LINES = 12

Line = tuple[str, Mapping[str, Any]]
"""A key and its values: str, int, float (a number with decimals) and date."""


def lines(summary: Summary) -> list[Line]:
    """Message keys and values, one a line, for `messaging.replies.Say`.

    Values are plain (names, days, numbers); whoever renders them escapes them. Held and planned speak of the same
    meetings; what took place unplanned is told beside them.
    """
    first, last = summary.period.first_day, summary.period.last_day
    told: list[Line] = [
        ("report-title", {"organisation": summary.organisation, "first": first, "last": last}),
        *participation_lines(summary),
    ]
    if summary.participation.active or summary.participation.stuck:
        told += _waiting(summary, MOST_LINES - len(told))
    return told


def participation_lines(summary: Summary) -> list[Line]:
    """What happened and how it was judged, naming nobody: as it stands in reports, too."""
    return [
        ("report-active-pairs", {"count": summary.participation.active}),
        *_meetings(summary),
        _rate("report-feedback", summary.feedback),
        _rate("report-questionnaires", summary.questionnaires),
        _figure("report-meeting-marks", summary.meeting_marks),
        _figure("report-satisfaction", summary.satisfaction),
        *_plans(summary),
    ]


def _meetings(summary: Summary) -> list[Line]:
    counted = summary.participation
    told: list[Line] = []
    if counted.planned:
        told.append(("report-meetings", {"held": counted.held, "planned": counted.planned}))
    if counted.unplanned:
        told.append(("report-meetings-unplanned", {"count": counted.unplanned}))
    rest: dict[str, Any] = {
        "not_held": counted.not_held,
        "unlogged": counted.unlogged,
        "cancelled": summary.cancelled,
        "moved": summary.moved,
    }
    if any(rest.values()):
        told.append(("report-meetings-rest", rest))
    return told or [("report-meetings-none", {})]


def _rate(key: str, rate: Rate) -> Line:
    if not rate.asked:
        return f"{key}-none", {}
    return key, {"answered": rate.answered, "asked": rate.asked}


def _plans(summary: Summary) -> list[Line]:
    """Individual plans as they stand now, where there are any."""
    plans = summary.plans
    if plans is None or not plans.plans:
        return []
    values = {"plans": plans.plans, "agreed": plans.agreed, "share": plans.share or 0, "overdue": plans.overdue}
    return [("report-plans", values)]


def _figure(key: str, figure: Figure | None) -> Line:
    """A mean with its count and which way it went, in hundredths as counted: rounding twice would shift it."""
    if figure is None or not figure.count:
        return f"{key}-none", {}
    if figure.mean is None:
        return f"{key}-few", {"count": figure.count}
    values: dict[str, Any] = {"mean": float(figure.mean), "count": figure.count}
    if figure.change is None:
        return key, values
    if not figure.change:
        return f"{key}-same", values
    return f"{key}-{'up' if figure.change > 0 else 'down'}", {**values, "change": float(abs(figure.change))}


def _waiting(summary: Summary, room: int) -> list[Line]:
    """The longest wait first; what does not fit is counted, and stands in the table."""
    count = len(summary.participation.stuck)
    if not count:
        return [("report-waiting-none", {"days": summary.idle_days})]
    longest = sorted(summary.waiting, key=lambda pair: (-pair.days, pair.pair))
    fitting = count if count <= room - 1 else room - 2
    told: list[Line] = [("report-waiting", {"days": summary.idle_days, "count": count})]
    told += [
        ("report-waiting-never" if pair.never else "report-waiting-pair", {"pair": pair.pair, "days": pair.days})
        for pair in longest[:fitting]
    ]
    if fitting < count:
        told.append(("report-waiting-more", {"count": count - fitting}))
    return told
