"""Names, dates, times, numbers and phones as people type them, in Russian or English."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from surveys import errors

_MONTHS = (
    ("январь", "января", "january"), ("февраль", "февраля", "february"), ("март", "марта", "march"),
    ("апрель", "апреля", "april"), ("май", "мая", "may"), ("июнь", "июня", "june"), ("июль", "июля", "july"),
    ("август", "августа", "august"), ("сентябрь", "сентября", "september"), ("октябрь", "октября", "october"),
    ("ноябрь", "ноября", "november"), ("декабрь", "декабря", "december"),
)  # fmt: skip
_DAYS = {
    "позавчера": -2, "вчера": -1, "сегодня": 0, "завтра": 1, "послезавтра": 2,
    "yesterday": -1, "today": 0, "tomorrow": 1,
}  # fmt: skip
_ISO = re.compile(r"(?P<year>\d{4})[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})")
_DIGITS = re.compile(r"(?P<day>\d{1,2})[-./ ]+(?P<month>\d{1,2})(?:[-./ ]+(?P<year>\d{4}|\d{2}))?")
_WORDS = re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)?[ .]+(?P<month>[^\W\d]+)\.?(?:[ ,]+(?P<year>\d{4}|\d{2}))?")
_ENGLISH = re.compile(r"(?P<month>[^\W\d]+)\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?(?:[ ,]+(?P<year>\d{4}))?")
_TIME = re.compile(r"(?P<hour>\d{1,2})(?:[:.\-ч h]+(?P<minute>\d{2}))?(?:\s*(?P<half>[ap])\.?m\.?)?")
_NUMBER = re.compile(r"[-+−]?\d{1,12}(?:\.\d{1,6})?")
_NAME_MARKS = frozenset(" -'’.()")
_FORMAT = "Cf"
"""Unicode's format characters: zero-width and direction marks that come along when a text is pasted."""
_UNSEEN = frozenset({"Cc", _FORMAT, "Zs", "Zl", "Zp", "Mn", "Mc", "Me"})
_FILLERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs by their category, blank to the eye: Hangul fillers, the empty Braille pattern."""

_NAME_PARTS = re.compile(r"[^\s\-.'’()]+")
_PARTICLES = re.compile(
    r"(?<=[\s-])(оглы|оглу|кызы|гызы|кизи|улы|уулу|угли|заде|фон|ван|дер|де|ибн|аль|эль|von|van|der|de|bin|ibn|al|oglu)"
    r"(?=[\s-]|$)",
    re.IGNORECASE,
)
"""Small within a name; at its head «Ван» is a surname."""


def is_blank(text: str) -> bool:
    """Whether nothing of a text can be seen: it is empty, of spaces, or of marks that have no shape of their own."""
    return all(unicodedata.category(sign) in _UNSEEN or sign in _FILLERS for sign in text)


def read_name(text: str) -> str:
    """A person's name, single-spaced and without marks that nobody sees.

    Raises errors.NotAName for what no name has: tags, digits, emoji; and for less than two letters."""
    tidy = " ".join("".join(sign for sign in text if unicodedata.category(sign) != _FORMAT).split())
    letters = sum(map(_is_letter, tidy))
    if letters < 2 or not all(_is_letter(sign) or sign in _NAME_MARKS for sign in tidy):
        raise errors.NotAName
    return tidy


def capitalised(name: str) -> str:
    """A name that was typed all in small or all in capital letters, as names are written; any other as it stands.

    «салтыков-щедрин гасан оглы» becomes «Салтыков-Щедрин Гасан оглы»."""
    if name not in (name.lower(), name.upper()):
        return name
    written = _NAME_PARTS.sub(lambda part: part.group().capitalize(), name.lower())
    return _PARTICLES.sub(lambda part: part.group().lower(), written)


def _is_letter(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LM" and sign not in _FILLERS


def read_date(text: str, today: date, earliest: date, latest: date) -> date:
    """A date as «15.03.2012», «15 марта 2012 г.», «March 15, 2012», 2012-03-15, «15.03», «завтра».

    Without a year, or with two digits of one, the year is that which falls between the bounds, nearest to
    today. Raises errors.NotADate; the bounds themselves are checked by whoever stores the answer."""
    words = re.sub(r"\s*(г\.?|года?)$", "", " ".join(text.lower().split()))
    if words in _DAYS:
        return today + timedelta(days=_DAYS[words])
    for shape in (_ISO, _DIGITS, _WORDS, _ENGLISH):
        match = shape.fullmatch(words)
        if match is not None:
            days = list(_days(match["year"], match["month"], int(match["day"]), today))
            within = [day for day in days if earliest <= day <= latest]
            if days:
                return min(within or days, key=lambda day: abs(day - today))
    raise errors.NotADate


def _days(year: str | None, month: str, day: int, today: date) -> Iterator[date]:
    """Every date that day, month and perhaps year may mean."""
    number = int(month) if month.isdecimal() else _month(month)
    if year is None:
        years = [today.year - 1, today.year, today.year + 1]
    elif len(year) == 2:
        years = [1900 + int(year), 2000 + int(year)]
    else:
        years = [int(year)]
    for candidate in years:
        try:
            yield date(candidate, number, day)
        except ValueError:
            continue


def _month(word: str) -> int:
    """The number of a month by its name or the beginning of it («мар», «сент»); 0 if there is none."""
    for number, names in enumerate(_MONTHS, start=1):
        if len(word) >= 3 and any(name.startswith(word) for name in names):
            return number
    return 0


def read_time(text: str) -> str:
    """A time as «15:30», «15.30», «9 30», «15», «3:30 pm»; gives "HH:MM". Raises errors.NotATime."""
    words = re.sub(r"^(в|at) ", "", " ".join(text.lower().split()))
    match = _TIME.fullmatch(words)
    if match is None:
        raise errors.NotATime
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"] is not None:
        if not 1 <= hour <= 12:
            raise errors.NotATime
        hour = hour % 12 + (12 if match["half"] == "p" else 0)
    if hour > 23 or minute > 59:
        raise errors.NotATime
    return f"{hour:02d}:{minute:02d}"


def read_number(text: str) -> int | str:
    """A number as «45», «4,5», «1 000»; an int if it is whole, else the decimal as text.

    Raises errors.NotANumber."""
    words = "".join(text.split()).replace(",", ".").replace("−", "-")
    if not _NUMBER.fullmatch(words) or not words.isascii():
        raise errors.NotANumber
    exact = Decimal(words)
    return int(exact) if exact == exact.to_integral_value() else str(exact.normalize())


def read_phone(text: str) -> str:
    """A phone number as «+7 900 000-00-00» or «8 (900) 000 00 00»; gives it as +79000000000.

    Raises errors.NotAPhone."""
    if re.search(r"[^\d\s()+\-.]", text):
        raise errors.NotAPhone
    digits = "".join(character for character in text if character.isascii() and character.isdigit())
    if len(digits) == 11 and digits.startswith("8") and "+" not in text:
        digits = "7" + digits[1:]
    if not 10 <= len(digits) <= 15:
        raise errors.NotAPhone
    return "+" + ("7" + digits if len(digits) == 10 else digits)
