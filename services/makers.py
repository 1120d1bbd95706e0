"""Every kind of long work and who makes it: the table that joins orders to use cases."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from services import change_files, export, posters, questionnaires_files, results_files, summary_files
from services.jobs import Maker

MAKERS: Mapping[str, Maker] = MappingProxyType(
    {
        "poster": posters.make_poster,
        summary_files.CHART: summary_files.make_chart,
        summary_files.ROWS: summary_files.make_rows,
        export.KIND: export.make_export,
        results_files.QUESTION: results_files.make_question,
        results_files.OVERVIEW: results_files.make_overview,
        results_files.ROWS: results_files.make_rows,
        change_files.TEXT: change_files.make_text,
        change_files.CHART: change_files.make_chart,
        questionnaires_files.READ: questionnaires_files.make_reading,
        questionnaires_files.WRITE: questionnaires_files.make_export,
        questionnaires_files.EXAMPLE: questionnaires_files.make_example,
    }
)
