"""Consent texts: three documents, three readers, both languages, nothing left to fill."""

import re
from pathlib import Path

import pytest

from surveys.consents import VARIANTS, Consents, in_days, load_consents
from surveys.load import BUNDLED
from surveys.source import DefinitionErrors
from surveys.wording import Wording

VALUES = {"organisation": "МОУ СОШ № 14", "days": "30"}
DOCUMENTS = ("participation", "processing", "publication")
GOOD = """
consent: processing
version: 1
title: {ru: Данные, en: Data}
text:
  self_adult: {ru: 'Оператор: {organisation}', en: 'Operator: {organisation}'}
  for_child: {ru: Да, en: Sure}
  self_child: {ru: Да, en: Sure}
"""


@pytest.fixture(scope="module")
def bundled() -> Consents:
    return load_consents(BUNDLED / "consents")


def test_three_documents_are_kept_apart(bundled: Consents) -> None:
    assert bundled.references == {f"{name}@1" for name in DOCUMENTS} | {"processing@2"}
    assert bundled.versions("processing") == (1, 2)
    assert bundled.versions("unheard-of") == ()


@pytest.mark.parametrize("locale", ["ru", "en"])
@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_text_names_the_organisation_and_the_way_back(
    bundled: Consents, document: str, variant: str, locale: str
) -> None:
    text = bundled.text(document, 1, variant, locale, VALUES)
    assert "МОУ СОШ № 14" in text
    assert "/privacy" in text
    assert "{" not in text


@pytest.mark.parametrize("variant", VARIANTS)
def test_processing_names_what_the_law_requires(bundled: Consents, variant: str) -> None:
    """Purpose, data, actions, term and withdrawal (152-FZ, article 9, part 4)."""
    text = bundled.text("processing", 1, variant, "ru", VALUES)
    for heading in ("Зачем:", "Какие данные", "Что с ними делают:", "30 дн."):
        assert heading in text
    assert re.search("Срок:|Сколько хранят:", text)
    assert re.search("Отозвать|Передумать", text)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_child_is_addressed_as_ty(bundled: Consents, document: str) -> None:
    text = bundled.text(document, 1, "self_child", "ru", VALUES)
    assert re.search(r"\b(ты|тебе|тебя|твои|хочешь)\b", text, re.IGNORECASE)
    assert not re.search(r"\b(вы|вам|вас|ваш\w*|скажите|откройте)\b", text, re.IGNORECASE)


def test_a_place_without_a_value_is_refused(bundled: Consents) -> None:
    with pytest.raises(KeyError, match="days"):
        bundled.text("processing", 1, "self_adult", "ru", {"organisation": "МОУ СОШ № 14"})


def test_the_newest_version_is_taken_unless_told(tmp_path: Path) -> None:
    (tmp_path / "processing.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "processing-2.yaml").write_text(GOOD.replace("version: 1", "version: 2"), encoding="utf-8")
    texts = load_consents(tmp_path)
    assert texts.get("processing").version == 2
    assert texts.get("processing", 1).reference == "processing@1"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("  self_child: {ru: Да, en: Sure}\n", "", "self_child"),
        ("en: 'Operator: {organisation}'", "en: Operator", "different places"),
        ("for_child: {ru: Да", "for_child: {ru: '{name}'", "{name}"),
        ("for_child: {ru: Да, ", "for_child: {", "no ru"),
        ("consent: processing", "consent: Processing 1", "no name of a document"),
        ("version: 1", "version: one", "version"),
        ("title:", "titel:", "titel"),
    ],
)
def test_a_broken_text_is_told_with_file_and_remedy(tmp_path: Path, old: str, new: str, problem: str) -> None:
    assert old in GOOD
    (tmp_path / "processing.yaml").write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(DefinitionErrors) as raised:
        load_consents(tmp_path)
    assert "processing.yaml" in str(raised.value)
    assert problem in str(raised.value)


def test_two_files_of_one_version_are_refused(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")
    with pytest.raises(DefinitionErrors, match="another file"):
        load_consents(tmp_path)


@pytest.mark.parametrize(
    ("days", "ru", "en"),
    [(1, "день", "day"), (3, "дня", "days"), (12, "дней", "days"), (21, "день", "days"), (30, "дней", "days")],
)
def test_days_have_their_word(days: int, ru: str, en: str) -> None:
    told = in_days(Wording("за {days|день|дня|дней}, и", "in {days|day|days}."), days)
    assert (told.ru, told.en) == (f"за {{days}} {ru}, и", f"in {{days}} {en}.")


def test_the_newest_text_says_days_in_full(bundled: Consents) -> None:
    for variant in VARIANTS:
        values = {"organisation": "Школа № 14", "days": "30"}
        told = bundled.text("processing", 2, variant, "ru", values)
        assert "30 дней" in told
        assert "дн." not in told
        assert "within 30 days" in bundled.text("processing", 2, variant, "en", values)
