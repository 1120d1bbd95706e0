"""The store of practices: of two who decide one wins, lists are narrowed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from mentoring import practices as rules
from mentoring.mentorships import Form
from mentoring.people import OrganisationKind
from mentoring.practices import PracticeState, Story
from mentoring.tasks import Attachment
from storage.engine import Database
from storage.practices import PracticeFilter

NOW = datetime(2026, 10, 1, 6, 0, tzinfo=UTC)
FIRST = Story(
    "Среда", "Боятся", "Открывают", "Провели", Form.TEACHER_TEACHER, "https://a.example", Attachment("f", "n")
)
SECOND = Story("Чтение", "Не читают", "Читают вдвоём", "Прочли")


async def test_moves_and_lists(database: Database) -> None:
    async with database.write(NOW) as work:
        school = await work.organisations.add("Школа № 1", OrganisationKind.SCHOOL, "Europe/Moscow")
        author = await work.people.add("Дубов Сергей", telegram_id=7, birth=None, category=None, language="ru")
        one = await work.practices.add(school.id, author.id, FIRST)
        await work.practices.add(school.id, author.id, SECOND)
    later = NOW + timedelta(hours=1)
    async with database.write(later) as work:
        read = await work.practices.get(one.id)
        assert read is not None
        assert (read, read.story) == (one, FIRST)
        assert await work.practices.move(read, rules.returned(read, "Сколько?", author.id, later))
        assert not await work.practices.move(read, rules.published(read, author.id, later))
        returned = await work.practices.get(one.id)
        assert returned is not None
        assert returned.comment == "Сколько?"
        assert await work.practices.move(returned, rules.submitted_anew(returned, FIRST, later))
    async with database.read(later) as work:
        waiting = PracticeFilter({PracticeState.SUBMITTED})
        found, total = await work.practices.page(waiting, limit=1)
        assert ([each.story.title for each in found], total) == (["Среда"], 2)
        assert [each.id for each in await work.practices.listed(PracticeFilter(form=Form.TEACHER_TEACHER))] == [one.id]
        assert len(await work.practices.listed(PracticeFilter(author_id=author.id, organisation_id=school.id))) == 2
        assert await work.practices.listed(PracticeFilter({PracticeState.PUBLISHED})) == ()
