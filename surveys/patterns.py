"""Regular expressions for conditions, matched in time that grows with the text alone.

Python's `re` may take years over a short pattern such as `(a|a)*b`; a pattern may come with somebody's own
questionnaire, and one person's answer must not hold up everybody. So a pattern is read into its positions (Glushkov's
automaton) and walked once over the text. `re` is asked only whether one character fits one position.

The language: characters, `.`, `[…]`, `\\d \\w \\s` and their opposites, groups, `|`, `* + ? {2} {2,} {2,5}`; `^` and
`$` at the ends, where they change nothing, since the whole text must match. No look-around and no back references.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

PATTERN_LIMIT = 200
TEXT_LIMIT = 1000
"""Characters; a longer text does not match."""
POSITION_LIMIT = 300
"""Characters a pattern may be made of once its `{2,5}` are written out."""
_DEPTH_LIMIT = 20
_TOO_LARGE = f"it is made of more than {POSITION_LIMIT} characters once its counts are written out"
_CLASSES = frozenset("dDwWsS")
_COUNT = re.compile(r"\{(\d{1,3})(?:(,)(\d{1,3})?)?\}")


class PatternError(Exception):
    """A pattern that cannot be used; the text says why."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a pattern: whether it may be empty, the positions it may begin and end with (as bits)."""

    empty: bool = True
    first: int = 0
    last: int = 0


class Pattern:
    """A pattern ready to be matched; `compiled` gives it."""

    def __init__(self, source: str) -> None:
        reader = _Reader(source)
        whole = reader.read()
        self._signs, self._follow = tuple(reader.signs), tuple(reader.follow)
        self._empty, self._first, self._last = whole.empty, whole.first, whole.last
        self._fitting: dict[str, int] = {}

    def matches(self, text: str) -> bool:
        """Whether the whole text matches, capitals as they are written."""
        if len(text) > TEXT_LIMIT:
            return False
        if not text:
            return self._empty
        next_, now = self._first, 0
        for sign in text:
            now = next_ & self._fits(sign)
            if not now:
                return False
            next_ = 0
            for position in _bits(now):
                next_ |= self._follow[position]
        return bool(now & self._last)

    def _fits(self, sign: str) -> int:
        """The positions that a character fits, remembered for a text's few different ones."""
        found = self._fitting.get(sign)
        if found is None:
            found = sum(1 << place for place, known in enumerate(self._signs) if known.fullmatch(sign))
            if len(self._fitting) < TEXT_LIMIT:
                self._fitting[sign] = found
        return found


@lru_cache(maxsize=256)
def compiled(source: str) -> Pattern:
    """The pattern of a source text. Raises PatternError."""
    return Pattern(source)


def _bits(mask: int) -> Iterator[int]:
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest


class _Reader:
    """Recursive descent over a pattern; a repeated piece is read again for each of its repetitions."""

    def __init__(self, source: str) -> None:
        if len(source) > PATTERN_LIMIT:
            raise PatternError(f"it has {len(source)} characters, {PATTERN_LIMIT} are allowed")
        self._source = source
        self._at = 0
        self._depth = 0
        self._pieces = 0
        self.signs: list[re.Pattern[str]] = []
        self.follow: list[int] = []

    def read(self) -> _Part:
        whole = self._either()
        if self._at < len(self._source):
            raise PatternError("a «)» too many")
        return whole

    def _peek(self) -> str:
        return self._source[self._at : self._at + 1]

    def _either(self) -> _Part:
        part = self._row()
        while self._peek() == "|":
            self._at += 1
            other = self._row()
            part = _Part(part.empty or other.empty, part.first | other.first, part.last | other.last)
        return part

    def _row(self) -> _Part:
        part = _Part()
        while self._peek() not in ("", "|", ")"):
            part = self._joined(part, self._repeated())
        return part

    def _joined(self, left: _Part, right: _Part) -> _Part:
        for position in _bits(left.last):
            self.follow[position] |= right.first
        first = left.first | (right.first if left.empty else 0)
        return _Part(left.empty and right.empty, first, right.last | (left.last if right.empty else 0))

    def _repeated(self) -> _Part:
        begin = self._at
        part = self._one()
        least, most = self._count()
        end = self._at
        if most == 0:
            return _Part()
        if most is None and least <= 1:
            return self._looped(part, least == 0)
        for number in range(2, (most or least) + 1):
            self._at = begin
            again = self._one()
            if most is None and number == least:
                again = self._looped(again, may_be_empty=False)
            part = self._joined(part, _Part(again.empty or number > least, again.first, again.last))
        self._at = end
        return _Part(part.empty or least == 0, part.first, part.last)

    def _looped(self, part: _Part, may_be_empty: bool) -> _Part:
        for position in _bits(part.last):
            self.follow[position] |= part.first
        return _Part(part.empty or may_be_empty, part.first, part.last)

    def _count(self) -> tuple[int, int | None]:
        """How often the piece before may stand: at least, at most (None: any number)."""
        counts: dict[str, tuple[int, int | None]] = {"*": (0, None), "+": (1, None), "?": (0, 1)}
        found = counts.get(self._peek())
        self._at += found is not None
        if found is None and self._peek() == "{":
            match = _COUNT.match(self._source, self._at)
            if match is None:
                raise PatternError("a «{» that is no count such as {2} or {2,5}; write \\{ for the sign itself")
            self._at = match.end()
            least = int(match[1])
            found = (least, int(match[3]) if match[3] else None if match[2] else least)
            if found[1] is not None and found[1] < least:
                raise PatternError(f"«{match[0]}» counts backwards")
        if found is None:
            return 1, 1
        if self._peek() == "?":  # «as few as possible» makes no difference where the whole text must match
            self._at += 1
        if self._peek() in ("*", "+", "?", "{"):
            raise PatternError(f"«{self._peek()}» after another count")
        return found

    def _one(self) -> _Part:
        self._pieces += 1
        if self._pieces > POSITION_LIMIT * 2:  # empty groups have no positions, and may be repeated too
            raise PatternError(_TOO_LARGE)
        sign = self._peek()
        if sign == "(":
            return self._group()
        if sign in ("*", "+", "?", "{"):
            raise PatternError(f"«{sign}» stands after nothing; write \\{sign} for the sign itself")
        if sign in ("^", "$"):
            return self._end(sign)
        if sign == "[":
            return self._position(self._class())
        if sign == "\\":
            escaped = self._source[self._at + 1 : self._at + 2]
            if not escaped or (escaped.isalnum() and escaped not in _CLASSES):
                raise PatternError(f"«\\{escaped}» is not known here")
            return self._position(self._source[self._at : self._at + 2])
        return self._position(sign)

    def _group(self) -> _Part:
        self._at += 1
        if self._source.startswith("?:", self._at):
            self._at += 2
        elif self._peek() == "?":
            raise PatternError("«(?…» is not known here, only plain groups are")
        self._depth += 1
        if self._depth > _DEPTH_LIMIT:
            raise PatternError(f"more than {_DEPTH_LIMIT} groups inside each other")
        part = self._either()
        if self._peek() != ")":
            raise PatternError("a «)» is missing")
        self._at += 1
        self._depth -= 1
        return part

    def _end(self, sign: str) -> _Part:
        """`^` and `$`: allowed where they say nothing new."""
        if self._at != (0 if sign == "^" else len(self._source) - 1):
            raise PatternError(f"«{sign}» stands inside; write \\{sign} for the sign itself")
        self._at += 1
        return _Part()

    def _class(self) -> str:
        """`[…]` as it is written."""
        at = self._at + 1
        at += self._source.startswith("^", at)
        at += self._source.startswith("]", at)
        while at < len(self._source) and self._source[at] != "]":
            escaped = self._source[at + 1 : at + 2] if self._source[at] == "\\" else ""
            if escaped.isalnum() and escaped not in _CLASSES:
                raise PatternError(f"«\\{escaped}» is not known here")
            at += 1 + len(escaped)
        if at >= len(self._source):
            raise PatternError("a «]» is missing")
        return self._source[self._at : at + 1]

    def _position(self, source: str) -> _Part:
        if len(self.signs) >= POSITION_LIMIT:
            raise PatternError(_TOO_LARGE)
        try:
            self.signs.append(_sign(source))
        except re.error as error:
            raise PatternError(f"«{source}»: {error}") from None
        self.follow.append(0)
        self._at += len(source)
        bit = 1 << (len(self.signs) - 1)
        return _Part(False, bit, bit)


@lru_cache(maxsize=1024)
def _sign(source: str) -> re.Pattern[str]:
    """What one position takes."""
    return re.compile(source)
