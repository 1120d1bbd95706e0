"""Every kind of long work and who makes it: the table that joins orders to use cases."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from services import export, posters, summary_files
from services.jobs import Maker

MAKERS: Mapping[str, Maker] = MappingProxyType(
    {
        "poster": posters.make_poster,
        summary_files.CHART: summary_files.make_chart,
        summary_files.ROWS: summary_files.make_rows,
        export.KIND: export.make_export,
    }
)
