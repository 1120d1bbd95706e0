"""Questionnaires about a mentorship: before it begins, halfway, and at its end; who answered and who has not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from mentoring.mentorships import Mentorship, MentorshipState
from messaging.replies import Button, Replies, Say, press
from services import closing_report, dialogue, pair_notices, pairs, stage_campaigns
from services.desk import Desk
from services.pairs import Pair
from storage.mentorship_dues import SUBJECT, Asking
from surveys.record import UNFINISHED, Record, RecordState, Subject

OPEN_FOR = timedelta(days=14)
"""After this time an unanswered questionnaire stands as unanswered."""
PULSE = "pulse"
"""Asked halfway before every form and side had a questionnaire of its own."""


class Stage(StrEnum):
    """When a questionnaire is asked; the values are those of the definitions' `for: {stage: …}`."""

    ENTRY = "entry"
    INTERIM = "interim"
    EXIT = "exit"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the questionnaires of one stage are; `missing`: who has not answered (yet)."""

    asked: int
    missing: tuple[int, ...]

    @property
    def answered(self) -> int:
        return self.asked - len(self.missing)


def names(desk: Desk, mentorship: Mentorship, stage: Stage) -> Mapping[int, str]:
    """Which questionnaire of a stage is for whom, by person."""
    known = desk.programme.questionnaires
    match stage:
        case Stage.ENTRY:
            return {party.person_id: known.entry_id(mentorship.form, party.side) for party in mentorship.parties}
        case Stage.EXIT:
            return {party.person_id: known.exit_id(mentorship.form, party.side) for party in mentorship.parties}
    return {party.person_id: known.interim_id(mentorship.form, party.side) for party in mentorship.parties}


def interims(desk: Desk) -> frozenset[str]:
    """Every questionnaire that counts as the interim one: the programme's, and the pulse, which was it before them."""
    return desk.programme.questionnaires.interim_ids | {PULSE}


async def ask(desk: Desk, pair: Pair, stage: Stage) -> None:
    """Put the stage's questionnaire before every party, once, with a notice that opens it."""
    if stage is Stage.EXIT:
        await closing_report.ask(desk, pair)
    campaign_id = await stage_campaigns.gathering(desk, pair.organisation, stage.value)
    for person_id, name in names(desk, pair.mentorship, stage).items():
        person = pair.people.get(person_id)
        if person is None:
            continue
        side = pair.mentorship.side_of(person_id)
        record = await dialogue.ask(
            desk,
            name,
            person.id,
            person.telegram_id,
            organisation_id=pair.organisation.id,
            subject=Subject(SUBJECT, pair.mentorship.id),
            campaign_id=campaign_id,
            form=pair.mentorship.form.value,
            role=side.value if side is not None else None,
        )
        if record.state is RecordState.WAITING and record.due_at is None:
            await desk.work.mentorships.close_at(record.id, desk.now + OPEN_FOR)
            questions = sum(question.counted for question in desk.house.surveys.get(name).questions)
            row = (Button(Say("pairs-answer"), press("response.open", record.id)),)
            await pair_notices.to_party(
                desk, pair, person, f"pairs-survey-{stage}", questions=questions, keyboard=(row,)
            )


async def progress(desk: Desk, mentorship: Mentorship, stage: Stage) -> Progress:
    """How far a stage is."""
    return counted(desk, mentorship, stage, await desk.work.mentorships.askings([mentorship.id]))


def counted(desk: Desk, mentorship: Mentorship, stage: Stage, askings: tuple[Asking, ...]) -> Progress:
    """The same from what was read already, of several mentorships perhaps."""
    wanted = names(desk, mentorship, stage)
    own = [one for one in askings if one.mentorship_id == mentorship.id and wanted.get(one.person_id) == one.definition]
    return Progress(len(own), tuple(one.person_id for one in own if one.state is not RecordState.FINISHED))


async def withdraw(desk: Desk, mentorship: Mentorship, *stages: Stage) -> None:
    """Nobody need answer the unfinished questionnaires of these stages any more."""
    wanted = {name for stage in stages for name in names(desk, mentorship, stage).values()}
    askings = await desk.work.mentorships.askings([mentorship.id])
    ids = [one.response_id for one in askings if one.definition in wanted and one.state in UNFINISHED]
    await desk.work.responses.close(ids, RecordState.CANCELLED)


async def withdraw_from(desk: Desk, mentorship: Mentorship, person_id: int) -> None:
    """One person need answer nothing about it any more."""
    askings = await desk.work.mentorships.askings([mentorship.id])
    ids = [one.response_id for one in askings if one.person_id == person_id and one.state in UNFINISHED]
    await desk.work.responses.close(ids, RecordState.CANCELLED)


async def entry_answered(desk: Desk, record: Record) -> Replies:
    """Follows an entry questionnaire: with the last one the curators may enter the order."""
    pair = await _complete(desk, record, Stage.ENTRY, MentorshipState.AGREED)
    if pair is not None:
        row = (Button(Say("pairs-order"), press("pair.order", pair.mentorship.id)),)
        await pair_notices.to_curators(desk, pair, "pairs-entry-complete", keyboard=(row,))
    return ()


async def exit_answered(desk: Desk, record: Record) -> Replies:
    """Follows an exit questionnaire: with the last one the curators may complete the mentorship."""
    pair = await _complete(desk, record, Stage.EXIT, MentorshipState.ACTIVE)
    if pair is not None:
        row = (Button(Say("pairs-complete"), press("pair.complete", pair.mentorship.id)),)
        await pair_notices.to_curators(desk, pair, "pairs-exit-complete", keyboard=(row,))
    return ()


async def _complete(desk: Desk, record: Record, stage: Stage, state: MentorshipState) -> Pair | None:
    """The pair, if this was its last missing answer of the stage and it waits for that."""
    mentorship_id = record.about(SUBJECT)
    mentorship = await desk.work.mentorships.hold(mentorship_id) if mentorship_id is not None else None
    if mentorship is None or mentorship.state is not state:
        return None
    done = await progress(desk, mentorship, stage)
    return await pairs.pair_of(desk, mentorship) if done.asked and not done.missing else None
