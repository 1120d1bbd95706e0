"""What makes one version of somebody's own questionnaire another one."""

from __future__ import annotations

import json
from dataclasses import dataclass

from surveys.definition import Definition
from surveys.load import from_body


@dataclass(frozen=True, slots=True)
class Changes:
    """How many questions differ. None of them: only the title, the introduction or the order does."""

    added: int
    removed: int
    changed: int


def named(body: str, name: str, version: int) -> Definition:
    """The definition of a body under another name and version."""
    tree = json.loads(body) | {"survey": name, "version": version}
    return from_body(json.dumps(tree, ensure_ascii=False))


def changes(before: Definition, body: str) -> Changes | None:
    """From an earlier version to a body; None where they say the same."""
    after = named(body, before.id, before.version)
    if after.sha256 == before.sha256:
        return None
    kept = before.by_id.keys() & after.by_id.keys()
    return Changes(
        added=len(after.by_id.keys() - kept),
        removed=len(before.by_id.keys() - kept),
        changed=sum(before.by_id[name] != after.by_id[name] for name in kept),
    )
