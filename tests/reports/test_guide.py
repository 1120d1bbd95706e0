"""The guides: one page each whatever the organisation is called, with everything promised, in both languages."""

from __future__ import annotations

import re
from datetime import date

import pytest

from locales import LANGUAGES, Wording
from mentoring.invitations import Addressee
from reports import documents, guide

LONG = (
    "Муниципальное общеобразовательное учреждение средняя общеобразовательная школа № 14 города Твери #panic() 🚀 " * 2
)
LINK = "https://t.me/mentoring_demo_bot?start=EquE4e_bySAlg64_BzR5gg"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("audience", Addressee)
def test_a_guide_is_one_page_with_its_fonts(audience: Addressee, language: str) -> None:
    content = documents.guide(audience.value, LONG, LINK, date(2027, 12, 31), language)
    assert content.startswith(b"%PDF")
    assert re.findall(rb"/Type/Pages/Count (\d+)", content) == [b"1"]
    assert b"/FontFile" in content


@pytest.mark.parametrize("audience", Addressee)
def test_a_guide_says_how_to_join_what_is_kept_and_how_to_stop(
    audience: Addressee, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = {}
    monkeypatch.setattr(guide, "_set", lambda said, link: kept.update(said) or b"")
    documents.guide(audience.value, "Школа № 14", LINK, None, "ru")
    assert {part: len(kept[part]["lines"]) for part in guide.PARTS} == dict(guide.PARTS)
    assert "Отозвать согласие" in str(kept["stop"]) or "Стереть данные ребёнка" in str(kept["stop"])
    assert kept["valid"] == ""
    assert kept["shown"] == LINK.removeprefix("https://")
    assert not re.search(r"[{}]", str([kept[part]["lines"] for part in guide.PARTS]))


def test_every_line_of_a_guide_is_taken() -> None:
    wording = Wording.load()
    for audience in Addressee:
        for part, lines in guide.PARTS.items():
            assert not wording.has("ru", f"report-guide-{audience}-{part}-{lines + 1}")
