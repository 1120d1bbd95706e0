"""«Как прошла встреча?»: one tap from every participant, a comment if they like. Nobody sees anybody else's answer.

Of who has no Telegram it is asked too, and typed in from paper (`services.paper_answers`).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from mentoring.errors import Stale
from messaging.replies import Button, Lines, Replies, Say, Show, press
from services import catalogue, contexts, dialogue
from services.desk import Desk
from services.dialogue_screens import ENTERED_FOR, done, draft_screen, slot_of
from services.meeting_occasion import Occasion, kind_name, occasion
from surveys import counting, response
from surveys.path import Value, on_path
from surveys.record import Record, RecordState, Subject

ON_PAPER: Mapping[str, object] = {"comment": True}
"""Facts of feedback that is typed in from paper: the comment follows the mark at once."""


async def ask_feedback(desk: Desk, about: Occasion, absent: Collection[int] = ()) -> tuple[Show, ...]:
    """Put the question before every participant who was there; gives the screens of those who can be reached now."""
    shows: list[Show] = []
    for person_id in about.mentorship.people:
        person = about.people.get(person_id)
        if person is None or person_id in absent:
            continue
        record = await dialogue.ask(
            desk,
            desk.programme.questionnaires.feedback,
            person_id,
            person.telegram_id,
            organisation_id=about.mentorship.organisation_id,
            subject=Subject("meeting", about.meeting.id),
        )
        if await desk.work.chats.of_person(person_id) is not None:
            shows.append(await screen(desk, about, record))
    return tuple(shows)


async def screen(desk: Desk, about: Occasion, record: Record, head: str = "meetings-feedback-about") -> Show:
    """The questionnaire's first question with its scale, so that one tap answers it; nothing is begun by showing it."""
    definition = desk.house.surveys.get(record.definition, record.draft.version)
    context = await contexts.build(desk, definition, record.subject, record.facts, record.likely, {}, record.id)
    shown = draft_screen(record, definition, response.start(definition, context), context)
    # The last row puts a dialogue by; here there is none yet.
    return replace(_headed(desk, about, record, shown, head), keyboard=shown.keyboard[:-1])


async def headed(desk: Desk, record: Record, shown: Show) -> Show:
    """A screen of the questionnaire with the meeting it is about above it."""
    about = await occasion(desk, record.about("meeting") or 0)
    return _headed(desk, about, record, shown, "meetings-feedback-about")


def _headed(desk: Desk, about: Occasion, record: Record, shown: Show, head: str) -> Show:
    values = {
        "kind": kind_name(desk, about.meeting.kind, about.mentorship),
        "when": about.meeting.starts_at,
        "people": ", ".join(about.names_for(record.person_id)),
    }
    return replace(shown, text=Lines((Say(head, values), shown.text), "\n\n"))


async def given(desk: Desk, record: Record) -> Replies:
    """What follows the mark: thanks, and the way to a comment; on paper the comment has been asked for already."""
    if record.definition != desk.programme.questionnaires.feedback or ENTERED_FOR in record.facts:
        return ()
    more = Button(Say("meetings-button-comment"), press("feedback.comment", record.id))
    home = Button(Say("menu-button"), press("menu.open"))
    return (Show(record.chat_id or 0, slot_of(record), Say("meetings-feedback-thanks"), ((more,), (home,))),)


async def begin_comment(desk: Desk, response_id: int) -> Show:
    """The form for a comment to one's own mark."""
    record = await _own(desk, response_id)
    subject = Subject("response", response_id)
    return await dialogue.begin(desk, "meeting-comment", subject=subject, organisation_id=record.organisation_id)


async def comment(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `meetings.comment`: the comment joins the mark it belongs to."""
    marked = await _own(desk, record.about("response") or 0)
    definition = await catalogue.find(desk, marked.definition, marked.draft.version)
    context = await contexts.build(desk, definition, marked.subject, marked.facts, marked.likely, {}, marked.id)
    path = {question.id for question in on_path(definition, marked.draft.answers, context)}
    draft = replace(marked.draft, answers={**marked.draft.answers, "comment": answers["comment"]})
    if not await desk.work.responses.save(marked, draft, definition, was_on_path=path, on_path=path | {"comment"}):
        raise Stale
    await desk.work.counts.add(marked, counting.answered(definition, {"comment": answers["comment"]}))
    return (done(record, Say("meetings-comment-thanks")),)


async def _own(desk: Desk, response_id: int) -> Record:
    """The actor's own answered feedback that has no comment yet."""
    record = await desk.work.responses.get(response_id)
    mine = record is not None and record.person_id is not None and record.person_id == desk.actor.person_id
    if record is None or not mine or record.definition != desk.programme.questionnaires.feedback:
        raise Stale
    if record.state is not RecordState.FINISHED or "comment" in record.draft.answers:
        raise Stale("meetings-refusal-commented")
    return record
