"""A programme by its identity, as the key of what was computed from it once."""

from __future__ import annotations

from programmes.programme import Programme


class Same:
    """It never changes, and comparing its hundreds of parts would cost more than most of what is kept."""

    __slots__ = ("programme",)

    def __init__(self, programme: Programme) -> None:
        self.programme = programme

    def __hash__(self) -> int:
        return id(self.programme)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.programme is self.programme
