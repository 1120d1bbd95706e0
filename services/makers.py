"""Every kind of long work and who makes it: the table that joins orders to use cases."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from services import (
    analytical_note,
    audit_paper,
    change_files,
    colleagues,
    comparison,
    diary,
    events_files,
    export,
    final_report,
    imports,
    imports_files,
    indicators_files,
    matching,
    papers,
    plans_paper,
    posters,
    practices_paper,
    questionnaires_files,
    recommendations_paper,
    results_files,
    roadmap_files,
    speed_meetings,
    summary_files,
    thanks_files,
)
from services.jobs import Maker

MAKERS: Mapping[str, Maker] = MappingProxyType(
    {
        "poster": posters.make_poster,
        audit_paper.KIND: audit_paper.make,
        summary_files.CHART: summary_files.make_chart,
        summary_files.ROWS: summary_files.make_rows,
        colleagues.KIND: colleagues.make,
        comparison.CHART: comparison.make_chart,
        comparison.TABLE: comparison.make_table,
        thanks_files.AWARD: thanks_files.make_award,
        thanks_files.CERTIFICATE: thanks_files.make_certificate,
        thanks_files.BOARD: thanks_files.make_board,
        thanks_files.SITE: thanks_files.make_site,
        export.KIND: export.make_export,
        analytical_note.KIND: analytical_note.make,
        final_report.KIND: final_report.make,
        matching.COMPUTE: matching.make,
        speed_meetings.PRINT: speed_meetings.make_print,
        events_files.KIND: events_files.make,
        diary.DOCX: diary.make_docx,
        diary.XLSX: diary.make_xlsx,
        plans_paper.KIND: plans_paper.make,
        papers.KIND: papers.make,
        recommendations_paper.KIND: recommendations_paper.make,
        practices_paper.KIND: practices_paper.make,
        results_files.QUESTION: results_files.make_question,
        results_files.OVERVIEW: results_files.make_overview,
        results_files.ROWS: results_files.make_rows,
        roadmap_files.PICTURE: roadmap_files.make_picture,
        roadmap_files.DOCUMENT: roadmap_files.make_document,
        change_files.TEXT: change_files.make_text,
        change_files.CHART: change_files.make_chart,
        imports.READ: imports.make_reading,
        imports_files.TEMPLATE: imports_files.make_template,
        imports_files.MISTAKES: imports_files.make_mistakes,
        imports_files.LINKS: imports_files.make_links,
        indicators_files.DOCX: indicators_files.make_docx,
        indicators_files.XLSX: indicators_files.make_xlsx,
        indicators_files.CHART: indicators_files.make_chart,
        questionnaires_files.READ: questionnaires_files.make_reading,
        questionnaires_files.WRITE: questionnaires_files.make_export,
        questionnaires_files.EXAMPLE: questionnaires_files.make_example,
    }
)
