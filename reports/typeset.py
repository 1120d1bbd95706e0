"""A page set by typst from a template of ours: what stands on it comes as files beside it, never as markup.

Fonts are typst's own, with matplotlib's for rare signs, so that a page looks alike on every machine. Runs in the
workshop.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

from reports import fonts


def pdf(template: Path, files: Mapping[str, bytes], said: Mapping[str, str] | None = None) -> bytes:
    """The PDF. `files`: by the names that the template reads; `said`: its `sys.inputs`."""
    with TemporaryDirectory() as folder:
        for name, content in {template.name: template.read_bytes(), **files}.items():
            Path(folder, name).write_bytes(content)
        return typst.compile(
            Path(folder, template.name),
            format="pdf",
            root=Path(folder),
            font_paths=[fonts.path().parent],
            ignore_system_fonts=True,
            sys_inputs=dict(said or {}),
        )
