"""A response as it is kept: whose it is, what it is about, when it was asked, and the draft that the engine moves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Literal

from surveys.path import Value
from surveys.response import Draft


class RecordState(StrEnum):
    """`waiting`: asked and not begun; `unanswered`: its time ran out (it stands so in the response rate)."""

    WAITING = "waiting"
    OPEN = "open"
    PAUSED = "paused"
    FINISHED = "finished"
    CANCELLED = "cancelled"
    UNANSWERED = "unanswered"


UNFINISHED = frozenset({RecordState.WAITING, RecordState.OPEN, RecordState.PAUSED})


RecordKind = Literal["survey", "form", "trial"]
"""A trial is somebody trying a questionnaire out: nothing of it counts, and it is erased at its end."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a response is about: the name of a concept (`mentorship`, `meeting`, `invitation`, …) and its id."""

    kind: str
    id: int


@dataclass(frozen=True, slots=True)
class Record:
    """One person's way through one survey or form. Times are UTC.

    `chat_id` is where it is answered; a registration has a chat before there is a person. `facts` and `likely` were
    given when it began and go into the engine's context each time. `due_at`: after it, a survey stands as unanswered.
    `person_id` is whose answers they are, `entered_by` who types them in for somebody without Telegram or observes
    them; `form` and `role` are the mentorship's form and the person's part in it as they were when it was asked.
    `detached`: an anonymous answer that names nobody any more.
    """

    id: int
    chat_id: int | None
    person_id: int | None
    organisation_id: int | None
    kind: RecordKind
    subject: Subject | None
    state: RecordState
    draft: Draft
    asked_at: datetime
    facts: Mapping[str, object] = field(default_factory=dict)
    likely: Mapping[str, Value] = field(default_factory=dict)
    due_at: datetime | None = None
    reminded_at: datetime | None = None
    started_at: datetime | None = None
    finished_at: datetime | None = None
    entered_by: int | None = None
    campaign_id: int | None = None
    form: str | None = None
    role: str | None = None
    reminders: int = 0
    anonymous: bool = False

    @property
    def detached(self) -> bool:
        return self.anonymous and self.person_id is None

    @property
    def definition(self) -> str:
        return self.draft.definition_id

    @property
    def unfinished(self) -> bool:
        return self.state in UNFINISHED

    def about(self, kind: str) -> int | None:
        """The subject's id if it is of that kind."""
        return self.subject.id if self.subject is not None and self.subject.kind == kind else None
