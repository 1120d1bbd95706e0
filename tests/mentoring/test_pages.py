"""How many pages a list takes."""

from __future__ import annotations

import pytest

from mentoring.pages import pages_of


@pytest.mark.parametrize(("total", "pages"), [(0, 1), (1, 1), (8, 1), (9, 2), (16, 2), (17, 3)])
def test_a_page_more_for_what_does_not_fit_and_one_for_nothing(total: int, pages: int) -> None:
    assert pages_of(total, 8) == pages
