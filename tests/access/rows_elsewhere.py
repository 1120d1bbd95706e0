"""Rows of buttons that the programme of the matrix has no use for; what a row says: `tests.access.rows`."""

from __future__ import annotations

from collections.abc import Mapping

OTHER_PROGRAMMES: Mapping[str, Mapping[str, str]] = {
    "kavkazsky": {
        "audit@organisation": "audit.fill",
        "compare_organisations@municipality": "indicators.across indicators.receipts indicators.remind",
        "enter_denominator@organisation": "indicators.enter",
        "plan_indicator@organisation": "indicators.plan",
        "see_audit@municipality": "audit.page",
        "see_audit@organisation": "audit.open audit.card",
        "see_behind_indicator@organisation": "indicators.behind",
        "see_indicators@organisation": """
            indicators.periods indicators.card indicators.check indicators.report indicators.as
        """,
        "send_indicators@organisation": "indicators.send",
    },
    "seversk": {
        "answer_vertical@organisation": "vertical.agree vertical.decline",
        "decide_report@municipality": "owed.ask",
        "run_vertical@municipality": "vertical.list vertical.new vertical.end",
        "see_vertical@organisation": "vertical.of vertical.page vertical.open vertical.card",
    },
}
"""Buttons that only other programmes have: those with indicators and self-audits, with help between organisations."""
