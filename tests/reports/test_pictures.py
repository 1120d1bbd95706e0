"""The chart and the poster as pictures: their size, what stands on them, and that the code can be read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from itertools import combinations
from typing import Any

import matplotlib.image
import pytest
import segno
from matplotlib.figure import Figure
from matplotlib.text import Text

from locales import LANGUAGES
from mentoring.periods import Period, Span
from reports import chart, documents, fonts, poster
from reports.data import Summary, Week
from tests.reading import plain
from tests.reports import example

LINK = "https://t.me/school14_bot?start=o_8fK2mZx0Qw7TtRb3YpL1"
LONG_NAME = "Муниципальное общеобразовательное учреждение средняя общеобразовательная школа № 14 города Твери $x^2$ 🚀"


def overlapping(drawn: Drawn) -> list[tuple[str, str]]:
    """Texts whose letters touch those of another, a pixel allowed."""
    boxes = [(text.get_text(), text.get_window_extent().padded(-1)) for text in drawn.texts()]
    return [(one, other) for (one, a), (other, b) in combinations(boxes, 2) if a.overlaps(b)]


def pixels(picture: bytes) -> Any:
    """An array of height × width × colours, 0 to 1."""
    return matplotlib.image.imread(BytesIO(picture), format="png")[:, :, :3]


class Drawn:
    """The figures that were drawn while the test ran, to ask what they say."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.figures: list[Figure] = []
        save = Figure.savefig

        def keep(figure: Figure, *arguments: Any, **options: Any) -> None:
            save(figure, *arguments, **options)
            self.figures.append(figure)

        monkeypatch.setattr(Figure, "savefig", keep)

    def texts(self) -> list[Text]:
        found = self.figures[-1].findobj(Text)
        return [text for text in found if isinstance(text, Text) and text.get_text().strip() and text.get_visible()]

    def words(self) -> list[str]:
        return [plain(text.get_text().strip()) for text in self.texts()]

    def heights(self) -> list[float]:
        """Sizes of the letters in pixels."""
        return [float(text.get_fontsize()) * self.figures[-1].dpi / 72 for text in self.texts()]

    def outside(self) -> list[str]:
        """Texts that leave the picture."""
        width, height = self.figures[-1].bbox.width, self.figures[-1].bbox.height
        boxes = [(text.get_text(), text.get_window_extent()) for text in self.texts()]
        return [text for text, box in boxes if box.x0 < 0 or box.y0 < 0 or box.x1 > width or box.y1 > height]


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Drawn:
    return Drawn(monkeypatch)


def one_week(planned: int, held: int, mean: float | None) -> Summary:
    return replace(example.summary(), weeks=(Week(date(2026, 9, 28), planned, held, mean, 3 if mean else 0),))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_chart_fits_a_phone_with_letters_that_can_be_read(drawn: Drawn, language: str) -> None:
    picture = documents.summary_chart(example.summary(), language)
    assert pixels(picture).shape == (1350, 1080, 3)
    assert len(picture) < 300_000
    assert min(drawn.heights()) >= 33
    assert drawn.outside() == []


def test_the_chart_says_every_number_beside_its_shape(drawn: Drawn) -> None:
    chart.draw(example.summary(), "ru")
    words = drawn.words()
    assert {"МОУ СОШ № 14", "Встречи по неделям", "запланировано", "проведено", "12", "11", "4,3", "n 11"} <= set(words)
    assert "10\nавг" in words
    assert "1 сентября 2026 — 30 сентября 2026" in words


def test_planned_and_held_differ_without_colour(drawn: Drawn) -> None:
    chart.draw(one_week(2, 2, 5.0), "ru")
    planned, held = drawn.figures[-1].axes[0].patches
    assert planned.get_hatch() == "//"
    assert not held.get_hatch()


def test_a_school_without_meetings_is_told_so_in_both_panels(drawn: Drawn) -> None:
    chart.draw(example.nothing(), "ru")
    assert drawn.words().count("Пока нет данных") == 2
    assert drawn.outside() == []


@pytest.mark.parametrize("weeks", [(), example.weeks()[:1], example.weeks() * 7])
def test_any_number_of_weeks_can_be_drawn(drawn: Drawn, weeks: tuple[Week, ...]) -> None:
    chart.draw(replace(example.summary(), weeks=weeks), "en")
    assert drawn.outside() == []
    assert min(drawn.heights()) >= 33


def test_meetings_without_marks_and_marks_without_plans(drawn: Drawn) -> None:
    chart.draw(one_week(3, 0, None), "en")
    assert drawn.words().count("No data yet") == 1
    chart.draw(one_week(0, 1, 5.0), "en")
    assert "5.0" in drawn.words()


def test_the_chart_shows_the_latest_weeks(drawn: Drawn) -> None:
    monday = date(2026, 1, 5)
    weeks = tuple(Week(monday + timedelta(weeks=n), n + 100, n + 200) for n in range(30))
    chart.draw(replace(example.summary(), weeks=weeks), "ru")
    assert {"129", "229", "122", "222"} <= set(drawn.words())
    assert "121" not in drawn.words()


def year(months: int, most: int) -> Summary:
    """A school year's summary, from September on."""
    period = Period(Span.YEAR, datetime(2026, 8, 1, tzinfo=UTC), datetime(2027, 7, 1, tzinfo=UTC), "UTC")
    firsts = [date(2026 + n // 12, n % 12 + 1, 1) for n in range(8, 8 + months)]
    weeks = tuple(Week(first, most - n, most - n - 1, 4.0 + n / 20, 2 * most) for n, first in enumerate(firsts))
    return replace(example.summary(), period=period, weeks=weeks)


@pytest.mark.parametrize("most", [20, 900, 24690])
@pytest.mark.parametrize("months", [1, 3, 10])
def test_a_year_is_drawn_by_month_and_its_numbers_do_not_touch(drawn: Drawn, months: int, most: int) -> None:
    chart.draw(year(months, most), "ru")
    words = drawn.words()
    assert "Встречи по месяцам" in words
    assert words.count("сент") == 2
    assert {str(most), str(most - months)} <= set(words)
    assert drawn.outside() == []
    assert overlapping(drawn) == []


@pytest.mark.parametrize(
    "draw",
    [
        lambda: chart.draw(replace(example.summary(), organisation=LONG_NAME), "ru"),
        lambda: poster.draw(LONG_NAME, LINK, date(2026, 12, 31), "ru"),
    ],
)
def test_a_long_name_with_formula_signs_and_emoji_is_drawn_as_it_is(drawn: Drawn, draw: Any) -> None:
    draw()
    assert drawn.outside() == []
    name = " ".join(word for word in drawn.words() if "школа" in word or "Муниципальное" in word)
    assert "школа" in name
    assert "🚀" not in name


def test_only_signs_that_the_font_has_are_printed() -> None:
    assert fonts.printable("  Лицей\n№ 1 🚀 «Ёлка» $x$ — 漢 ") == "Лицей №\u00a01 «Ёлка» $x$ —"


@pytest.mark.parametrize("name", ["🚀", "", "Ж" * 300, "школа " * 60, "<b>№ 1</b> & Co"])
def test_no_name_breaks_a_picture(drawn: Drawn, name: str) -> None:
    chart.draw(replace(example.summary(), organisation=name), "ru")
    assert drawn.outside() == []
    poster.draw(name, LINK, None, "ru")
    assert drawn.outside() == []


def test_a_full_official_name_keeps_its_number_on_the_poster(drawn: Drawn) -> None:
    name = "Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 14 имени Героя»"
    poster.draw(name, LINK, None, "ru")
    assert name in " ".join(drawn.words())
    assert drawn.outside() == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_poster_is_a_page_with_everything_needed_to_join(drawn: Drawn, language: str) -> None:
    picture = documents.qr_poster(example.SCHOOL, LINK, date(2026, 12, 31), language)
    assert pixels(picture).shape == (1754, 1240, 3)
    words = drawn.words()
    assert {example.SCHOOL, LINK, "1", "2", "3"} <= set(words)
    assert any("2026" in word for word in words)
    assert drawn.outside() == []


def test_a_poster_without_an_end_names_none(drawn: Drawn) -> None:
    poster.draw(example.SCHOOL, LINK, None, "ru")
    assert not any("действует" in word for word in drawn.words())


@pytest.mark.parametrize("link", [LINK, "https://t.me/b?start=x", "https://t.me/" + "b" * 32 + "?start=" + "T" * 64])
def test_the_code_on_the_poster_is_the_link_module_by_module(link: str) -> None:
    """The middle of every module is read from the picture and compared with the code that the link makes."""
    grey = pixels(poster.draw(example.SCHOOL, link, date(2026, 12, 31), "ru")).mean(axis=2)
    modules = [list(row) for row in segno.make_qr(link, error="m").matrix]
    border = len(modules) + 2 * poster.QUIET
    scale = poster.CODE_SIDE // border
    left = (poster.WIDTH - scale * border) // 2
    top = poster.CODE_TOP + (poster.CODE_SIDE - scale * border) // 2
    middles = [scale * n + scale // 2 for n in range(border)]
    read = [[int(grey[top + y, left + x] < 0.5) for x in middles] for y in middles]
    quiet = slice(poster.QUIET, -poster.QUIET)
    assert [row[quiet] for row in read[quiet]] == modules
    assert sum(map(sum, read)) == sum(map(sum, modules)), "the quiet zone is white"
    assert scale >= 10, "a module is at least 1.7 mm on paper"
    assert set(grey[top : top + scale * border, left : left + scale * border].ravel().tolist()) == {0.0, 1.0}
