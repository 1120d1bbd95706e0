"""What stands in a row that stays after its person is erased: nothing, or as much as the counts of reports need."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import RowMapping

from mentoring.erasure import coarse, grade, label
from mentoring.people import MembershipState
from mentoring.referrals import ReferralState

New = Mapping[str, Any]
"""New values by column; a function is called with row and moment."""


def at_that_moment(row: RowMapping, now: Any) -> Any:
    return now


def standing(row: RowMapping, now: Any) -> Any:
    """When it ended, if it has not ended before."""
    column = "withdrawn_at" if "withdrawn_at" in row else "removed_at"
    return row[column] or now


def _undecided(row: RowMapping) -> bool:
    return bool(row["state"] == ReferralState.NEW.value)


def _left(row: RowMapping, now: Any) -> Any:
    refused = row["state"] == MembershipState.REFUSED.value
    return row["state"] if refused else MembershipState.LEFT.value


CARD: New = {
    "telegram_id": None,
    "name": lambda row, now: label(row["id"]),
    "search": lambda row, now: label(row["id"]),
    "birth": lambda row, now: coarse(row["birth"]),
    "school_class": lambda row, now: grade(row["school_class"]),
    "post": None,
    "subject": None,
    "career_start": lambda row, now: coarse(row["career_start"]),
    "hired_here": lambda row, now: coarse(row["hired_here"]),
    "workplace": None,
    "zone": None,
    "speaks": None,
}
PLACE: New = {
    "state": _left,
    "areas": (),
    "request": None,
    "reason": None,
    "capacity": None,
    "times": None,
    "paused_from": None,
    "paused_until": None,
    "pause_reason": None,
    "council": False,
    "expert": False,
}
REFERRED: New = {
    "name": lambda row, now: "—",
    "school_class": None,
    "reason": "",
    "answer": None,
    "state": lambda row, now: ReferralState.DECLINED.value if _undecided(row) else row["state"],
    "decided_at": lambda row, now: now if _undecided(row) else row["decided_at"],
}
"""Nobody can take up a request that names nobody."""
TASK: New = {"task": "", "report": None, "file": None, "comment": None}
MEETING: New = {"outcome": None, "place": None, "link": None}
PROPOSED: New = {"comment": None, "place": None, "link": None}
ITEM: New = {"task": "", "expected": None, "result": None, "assessment": None}
HELP: New = {"question": "", "answer": None}
