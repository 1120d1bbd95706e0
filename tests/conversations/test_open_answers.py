"""Open answers: read page by page, marked, and gathered into the SWOT."""

from __future__ import annotations

from mentoring.roles import Role
from surveys.path import Value
from tests.conversations.answering import answered
from tests.conversations.test_results import Staff, opens, school
from tests.conversations.world import World


async def reading(at: Staff) -> None:
    """The curator opens the answers to «Что стоит сделать лучше?»."""
    await opens(at.curator)
    await at.curator.taps("1")
    await at.curator.taps("2")
    await at.curator.taps("Читать ответы")


async def test_the_newest_come_first_five_a_page_with_names(any_world: World) -> None:
    at = await school(any_world, [5] * 12)
    await reading(at)
    await at.curator.sees("Всего ответов: 12", "=Больше встреч 11", "— Участник 11 Петрович", "=Больше встреч 7")
    await at.curator.sees_no("=Больше встреч 6")
    await at.curator.taps("›")
    await at.curator.sees("=Больше встреч 6", "=Больше встреч 2")
    await at.curator.taps("›")
    await at.curator.sees("=Больше встреч 1", "=Больше встреч 0")
    await at.curator.sees_no("=Больше встреч 2")
    await at.curator.taps("‹")
    await at.curator.sees("=Больше встреч 6", "=Больше встреч 2")
    await at.curator.taps("‹")
    await at.curator.sees("=Больше встреч 11", "=Больше встреч 7")


async def test_marks_are_put_moved_taken_away_and_filtered_by(any_world: World) -> None:
    at = await school(any_world, [5, 6, 7])
    await reading(at)
    buttons = at.curator.screen.buttons
    assert buttons[0] == ["1", "💪", "🔻", "💡", "⚠️"]
    await at.curator.taps("💪")  # the first row's: the newest answer
    assert await marks(at) == {"=Больше встреч 2": "strength"}
    await at.curator.taps("💡")
    assert await marks(at) == {"=Больше встреч 2": "idea"}
    await at.curator.taps("✓ 💡")
    assert await marks(at) == {}
    await at.curator.taps("🔻")
    row = at.curator.screen.buttons[-2]
    assert row[0] == "✓ Все"
    code = reading_code(at)
    await at.curator.presses_old(at.curator.screen.message_id, f"answers.only:{code}:w")
    await at.curator.sees("=Больше встреч 2")
    await at.curator.sees_no("=Больше встреч 1")
    await at.curator.presses_old(at.curator.screen.message_id, f"answers.only:{code}:t")
    await at.curator.sees("Таких ответов нет")


def reading_code(at: Staff) -> str:
    """The code of the first button of the page."""
    message = next(m for m in at.curator.messages if m["message_id"] == at.curator.screen.message_id)
    data: str = message["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    return data.split(":")[1]


async def marks(at: Staff) -> dict[str, str]:
    """What the answers carry, by their text."""
    found = {}
    async with at.world.work() as work:
        for mark in await work.answer_marks.counts(at.school.id):
            for answer in await work.answer_marks.marked(at.school.id, mark, offset=0, limit=10):
                found[answer.text] = mark.value
    return found


async def test_the_swot_stands_beside_the_curators_own_words(any_world: World) -> None:
    at = await school(any_world, [5, 6, 7])
    async with at.world.work() as work:
        words = {"strengths": "Тёплые встречи", "threats": "Мало времени"}
        await answered(work, "curator-swot", at.people[0], at.school.id, words)
    await reading(at)
    await at.curator.taps("💪")
    await at.curator.presses_old(at.curator.screen.message_id, f"swot.open:{at.school.id}")
    await at.curator.sees("💪 Сильные стороны", "Тёплые встречи", "• =Больше встреч 2", "Мало времени", "Пока пусто")
    await at.curator.taps("💪 Все: 1")
    await at.curator.sees("• =Больше встреч 2")
    await at.curator.taps("Назад")
    await at.curator.sees("Мало времени")


async def test_a_long_answer_is_opened_in_full(world: World) -> None:
    at = await school(world, [5])
    async with world.work() as work:
        values: dict[str, Value] = {"satisfaction": 4, "improve": "Очень длинный ответ. " * 40 + "Конец."}
        await answered(work, "pulse", at.people[0], at.school.id, values)
    await reading(at)
    await at.curator.sees("…")
    await at.curator.sees_no("Конец.")
    await at.curator.taps("1")
    await at.curator.sees("Конец.")
    await at.curator.taps("Назад")
    await at.curator.sees("Всего ответов: 2")


async def test_another_schools_answers_are_neither_read_nor_marked(world: World) -> None:
    at = await school(world, [5, 6])
    other = await world.organisation("Школа № 15")
    stranger, _ = await world.member("Зуева Вера Львовна", Role.CURATOR, other)
    await reading(at)
    code = reading_code(at)
    for data in (
        f"answers.page:{code}",
        f"answers.mark:{code}:1:s",
        f"answers.one:{code}:1",
        f"swot.part:{at.school.id}:idea:0",
    ):
        await stranger.presses_old(stranger.screen.message_id, data)
    forged = ".".join([*code.split(".")[:2], format(other.id, "x"), *code.split(".")[3:]])
    await stranger.presses_old(stranger.screen.message_id, f"answers.mark:{forged}:1:s")
    await stranger.presses_old(stranger.screen.message_id, f"answers.one:{forged}:1")
    await stranger.never_sees("Больше встреч")
    assert await marks(at) == {}
