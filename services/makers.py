"""Every kind of long work and who makes it: the table that joins orders to use cases."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from services import (
    change_files,
    diary,
    export,
    imports,
    imports_files,
    matching,
    papers,
    plans_paper,
    posters,
    questionnaires_files,
    results_files,
    speed_meetings,
    summary_files,
)
from services.jobs import Maker

MAKERS: Mapping[str, Maker] = MappingProxyType(
    {
        "poster": posters.make_poster,
        summary_files.CHART: summary_files.make_chart,
        summary_files.ROWS: summary_files.make_rows,
        export.KIND: export.make_export,
        matching.COMPUTE: matching.make,
        speed_meetings.PRINT: speed_meetings.make_print,
        diary.DOCX: diary.make_docx,
        diary.XLSX: diary.make_xlsx,
        plans_paper.KIND: plans_paper.make,
        papers.KIND: papers.make,
        results_files.QUESTION: results_files.make_question,
        results_files.OVERVIEW: results_files.make_overview,
        results_files.ROWS: results_files.make_rows,
        change_files.TEXT: change_files.make_text,
        change_files.CHART: change_files.make_chart,
        imports.READ: imports.make_reading,
        imports_files.TEMPLATE: imports_files.make_template,
        imports_files.MISTAKES: imports_files.make_mistakes,
        imports_files.LINKS: imports_files.make_links,
        questionnaires_files.READ: questionnaires_files.make_reading,
        questionnaires_files.WRITE: questionnaires_files.make_export,
        questionnaires_files.EXAMPLE: questionnaires_files.make_example,
    }
)
