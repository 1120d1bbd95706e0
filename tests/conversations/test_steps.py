"""What the commonest jobs cost in steps and seconds: docs/steps.md says it, and here somebody does them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conversations import jobs_of_participants as participants
from tests.conversations import jobs_of_staff as staff
from tests.conversations.stopwatch import Stopwatch
from tests.conversations.world import World

DOCUMENT = Path(__file__).parents[2] / "docs" / "steps.md"
SLACK_SECONDS = 5
"""The table is in fives, and a word more on a screen is no other job."""

JOBS: Mapping[str, Callable[[World], Awaitable[Stopwatch]]] = {
    "Увидеть ближайшую встречу": participants.see_the_next_meeting,
    "Согласиться на пару": participants.agree_to_a_pair,
    "Оценить встречу": participants.mark_a_meeting,
    "Предложить другое время": participants.propose_another_time,
    "Попросить помощи": participants.ask_for_help,
    "Ответить на анкету из десяти вопросов": participants.answer_ten_questions,
    "Отметить прошедшую встречу": participants.log_after_the_question,
    "Записать встречу с одним из нескольких": participants.log_by_command,
    "Назначить следующую встречу": participants.plan_a_meeting,
    "Перенести встречу": participants.move_a_meeting,
    "Отменить встречу": participants.cancel_a_meeting,
    "Поставить задачу": participants.set_a_task,
    "Зарегистрироваться учителю": staff.register_a_teacher,
    "Дать согласия за ребёнка": staff.consent_for_a_child,
    "Одобрить заявку": staff.approve,
    "Найти человека": staff.find_somebody,
    "Предложить пару из подбора": staff.pair_from_a_proposal,
    "Вписать приказ о паре": staff.enter_the_order,
    "Посмотреть сводку за месяц": staff.see_a_months_summary,
    "Создать школу и пригласить куратора": staff.create_a_school,
}


@dataclass(frozen=True, slots=True)
class Row:
    """What the document says of a job."""

    steps: int
    seconds: int


def documented() -> dict[str, Row]:
    """The table by job."""
    lines = DOCUMENT.read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
    return {row[0]: Row(int(row[2]), int(row[3])) for row in rows if len(row) == 5 and row[2].isdigit()}


def test_the_table_has_exactly_these_jobs() -> None:
    assert documented().keys() == JOBS.keys()


@pytest.mark.parametrize("job", JOBS)
async def test_a_job_costs_what_the_table_says(world: World, job: str) -> None:
    watch, told = await JOBS[job](world), documented().get(job, Row(0, 0))
    assert watch.steps == told.steps, f"{watch.steps} steps, {watch.seconds} s"
    assert abs(watch.seconds - told.seconds) <= SLACK_SECONDS, f"{watch.steps} steps, {watch.seconds} s"
