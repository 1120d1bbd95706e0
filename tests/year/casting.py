"""Who takes part in a programme's year: organisations, people and unions, made from a fixed seed.

Ages, years of work and classes lie on both sides of what the documents ask for, often by a single day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import count
from random import Random
from zoneinfo import ZoneInfo

from tests.year.by_hand import Period
from tests.year.ledger import Soul

FIRST_CHAT = 10_001
FEW = 100
"""Up to so many people unions arrange two meetings, and five else."""
OPENED = date(2026, 9, 1)
CLOSED = date(2027, 8, 27)
NEW_YEAR = date(2027, 1, 1)
"""The first day of reported periods: some unions end on it."""
SURNAMES = ("Белов", "Ветров", "Громов", "Дубов", "Ершов", "Зимин", "Котов", "Лужин", "Мостов", "Носов", "Орлов")
NAMES = ("Олег", "Илья", "Денис", "Глеб", "Марк", "Пётр", "Лев", "Юрий", "Артём", "Тимур", "Роман", "Егор", "Борис")
FATHERS = ("Ильич", "Львович", "Маркович", "Олегович", "Петрович", "Юрьевич", "Павлович")
PLANTS = ("Завод «Луч»", "АО «Мост»", "Пекарня", "завод «луч»")


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of union: form, role model, categories; `need`: what is marked of the mentee; `network`: from outside."""

    form: str
    model: str
    mentor: str
    mentee: str
    need: str | None = None
    network: str | None = None
    older: bool = False


@dataclass(frozen=True, slots=True)
class Plot:
    """A programme's year. `places`: kinds of organisations and how many of each; `begins`: its first day."""

    programme: str
    places: tuple[tuple[str, int], ...]
    sorts: tuple[Sort, ...]
    periods: tuple[Period, ...]
    begins: date
    zone: str = "Europe/Moscow"


def _year(code: str, on: tuple[int, int]) -> Period:
    return Period(code, date(int(code), 1, 1), date(int(code), *on))


def _quarter(year: int, number: int) -> Period:
    first = date(year, 3 * number - 2, 1)
    return Period(f"{year}q{number}", first, date(year + number // 4, 3 * (number % 4) + 1, 1))


_PUPILS = Sort("pupil-pupil", "peer-peer", "pupil", "pupil")
_STUDENT = Sort("student-pupil", "student-other", "student", "pupil", older=True)
_NOVICE = Sort("teacher-teacher", "experienced-young", "teacher", "teacher")

PLOTS: dict[str, Plot] = {
    "kumtorkala": Plot(
        "kumtorkala",
        (("school", 3), ("supplementary", 1), ("college", 1), ("enterprise", 1)),
        (
            _PUPILS,
            _STUDENT,
            Sort("employer-pupil", "employer-future", "employee", "pupil", older=True),
            _NOVICE,
            Sort("head-teacher", "head-teacher", "teacher", "teacher"),
        ),
        (_year("2027", (12, 31)), _year("2028", (12, 31))),
        date(2026, 1, 1),
    ),
    "tver-school-14": Plot(
        "tver-school-14",
        (("school", 1),),
        (_PUPILS, Sort("teacher-pupil", "teacher-gifted", "teacher", "pupil"), _NOVICE),
        (),
        date(2026, 1, 1),
    ),
    "kavkazsky": Plot(
        "kavkazsky",
        (("school", 4), ("supplementary", 1), ("enterprise", 2)),
        (
            _PUPILS,
            Sort("employer-pupil", "employer-future", "employee", "pupil", older=True),
            _NOVICE,
            _STUDENT,
            Sort("employer-pupil", "professional-indifferent", "employee", "student", older=True),
        ),
        (_quarter(2026, 3), _quarter(2026, 4), _quarter(2027, 1), _quarter(2027, 2), _quarter(2027, 3)),
        date(2026, 9, 15),
    ),
    "seversk": Plot(
        "seversk",
        (("preschool", 22), ("school", 18)),
        (
            Sort("teacher-teacher", "young-specialist", "teacher", "teacher"),
            Sort("teacher-teacher", "new-skills", "teacher", "teacher", network="network"),
            Sort("teacher-teacher", "newcomer", "teacher", "teacher"),
        ),
        (_year("2026", (11, 30)), _year("2027", (11, 30))),
        date(2026, 7, 1),
        "Asia/Tomsk",
    ),
    "kyzyl": Plot(
        "kyzyl",
        (("school", 15),),
        (
            Sort("teacher-teacher", "novice-master", "teacher", "teacher"),
            Sort("teacher-pupil", "underachieving", "teacher", "pupil", need="underachieving"),
            Sort("teacher-teacher", "risk-group", "teacher", "teacher", need="low_results"),
            Sort("teacher-pupil", "register", "teacher", "pupil", need="register"),
            Sort("teacher-teacher", "network", "teacher", "teacher", need="low_results", network="network"),
            Sort("teacher-pupil", "special-needs", "teacher", "pupil", need="pmpk"),
        ),
        (_year("2026", (12, 31)), _year("2027", (6, 30))),
        date(2026, 3, 18),
        "Asia/Krasnoyarsk",
    ),
}


@dataclass(slots=True)
class Life:
    """A union as it will be lived, moments in UTC. `fate`: on, completed, early; `fixed` None: no order ever comes.

    `meetings`: when each is to be; `marks`: what is marked of which mentee (chat, need, value, day, until).
    """

    place: int
    sort: Sort
    mentors: list[Soul]
    mentees: list[Soul]
    proposed: datetime
    fixed: datetime | None
    ends: date
    fate: str
    over: datetime | None
    meetings: list[datetime] = field(default_factory=list)

    @property
    def souls(self) -> list[Soul]:
        return [*self.mentors, *self.mentees]


class Casting:
    """Finds `many` people for the organisations (ids by kind, in order); the same seed gives the same ones."""

    def __init__(self, plot: Plot, places: Sequence[tuple[int, str, str]], many: int) -> None:
        self.plot = plot
        self.chance = Random(f"{plot.programme} {many}")
        self._many = many
        self._places = list(places)
        self._hosts = [place for place, kind, _ in places if kind in ("school", "preschool", "supplementary")]
        self._zones = {place: ZoneInfo(zone) for place, _, zone in places}
        self._chats = count(FIRST_CHAT)
        self._days = [each.on for each in plot.periods if each.on <= date(2027, 12, 31)] or [date(2026, 12, 31)]
        self._edges: defaultdict[str, Iterator[int]] = defaultdict(count)
        self.souls: dict[int, Soul] = {}

    def lives(self) -> list[Life]:
        """Unions, until everybody has one; now and then a mentor takes part in a second one."""
        found: list[Life] = []
        for number, (place, sort) in enumerate(self._rounds()):
            left = self._many - len(self.souls)
            if not left:
                break
            if left == 1:
                found.append(self._with_the_last(found[-1], number))
                continue
            mentors = [self._mentor(place, sort, found, number)]
            if number % 9 == 8 and left > 4 and sort.need is None:
                mentors.append(self._soul(place, sort, mentor=True))
            pupils = (1, 1, 2, 1, 3)[number % 5] if sort.need is None else 1
            pupils = min(pupils, self._many - len(self.souls))
            mentees = [self._soul(place, sort, mentor=False) for _ in range(pupils)]
            found.append(self._life(place, sort, mentors, mentees, number))
        return found

    def _with_the_last(self, earlier: Life, number: int) -> Life:
        """One is left over: they join a mentor who has a union already."""
        place, sort = earlier.place, earlier.sort
        mentees = [self._soul(place, sort, mentor=False)]
        return self._life(place, sort, earlier.mentors[:1], mentees, number)

    def _rounds(self) -> Iterator[tuple[int, Sort]]:
        for number in count():
            sort = self.plot.sorts[(number + number // len(self._hosts)) % len(self.plot.sorts)]
            yield self._hosts[number % len(self._hosts)], sort

    def _mentor(self, place: int, sort: Sort, earlier: Sequence[Life], number: int) -> Soul:
        """Somebody new; or one who has a union already, here or, in the network, elsewhere."""
        outside = sort.network is not None and number % 9 != 8 and number % 5 in (0, 1, 3)
        known = [
            each.mentors[0]
            for each in earlier
            if each.sort.mentor == sort.mentor and (place in each.mentors[0].belongs) is not outside
        ]
        known = [soul for soul in known if sum(len(each.mentees) for each in earlier if soul in each.mentors) < 3]
        if known and not sort.older and (outside or number % 6 == 5):
            return self.chance.choice(known)
        return self._soul(place, sort, mentor=True)

    # --- people -------------------------------------------------------------------------------------------------------

    def _soul(self, place: int, sort: Sort, *, mentor: bool) -> Soul:
        category = sort.mentor if mentor else sort.mentee
        chat = next(self._chats)
        at = chat - FIRST_CHAT
        name = f"{SURNAMES[at % 11]} {NAMES[at // 11 % 13]} {FATHERS[at // 143 % 7]}"
        soul = Soul(chat, name, category, self._birth(category, mentor=mentor, older=sort.older), [place])
        if category == "pupil":
            soul.grade = self.chance.choice((7, 8, 9, 10)) if self.plot.programme == "kyzyl" else 5 + at % 6
        if category == "teacher":
            soul.post = self.chance.choice(("Учитель-предметник", "Тьютор", "Заместитель директора по УВР", None))
            soul.career = self._career(soul.birth, mentor=mentor)
        homes = [each for each, kind, _ in self._places if kind == {"student": "college"}.get(category, "enterprise")]
        if category in ("student", "employee") and mentor:
            if homes and at % 3:
                soul.belongs.append(homes[at % len(homes)])
            elif at % 2:
                soul.workplace = self.chance.choice(PLANTS)
        self.souls[chat] = soul
        return soul

    def _birth(self, category: str, *, mentor: bool, older: bool) -> date:
        """Every other one has a birthday that matters on a day of a report, or a day before or after it."""
        plain = self.chance.choice(self._days) - timedelta(days=self.chance.randrange(2, 300))
        match category:
            case "pupil":
                years, usual = (15, 17) if mentor else (20, 14)
            case "student":
                years, usual = 20, 23 if mentor else 18
            case "teacher" if not mentor:
                years, usual = 35, self.chance.choice((28, 44))
            case _:
                return _back(plain, 46)
        edge = None if older and category == "pupil" else self._edge(f"{category} {mentor}")
        return _back(plain, usual) if edge is None else _back(edge, years)

    def _career(self, birth: date, *, mentor: bool) -> date | None:
        """A third anniversary on the day of a report, or a day before or after it; a few have typed none."""
        if self.chance.random() < 0.1:
            return None
        edge = self._edge(f"career {mentor}")
        return date(birth.year + 23, 9, 1) if edge is None else _back(edge, 3)

    def _edge(self, what: str) -> date | None:
        """Every other time a day: of the last report, the day after and before it, then of the one before that."""
        number = next(self._edges[what])
        if number % 2:
            return None
        turn = number // 2
        return self._days[-1 - turn // 3 % len(self._days)] + timedelta(days=(0, 1, -1)[turn % 3])

    # --- how it goes --------------------------------------------------------------------------------------------------

    def _life(self, place: int, sort: Sort, mentors: list[Soul], mentees: list[Soul], number: int) -> Life:
        zone = self._zones[place]
        start = OPENED + timedelta(days=self.chance.choice((3, 10, 16, 29, 30, 60, 95, 121, 122, 150, 200)))
        proposed = datetime(start.year, start.month, start.day, 11, number % 60, tzinfo=zone)
        wait = self.chance.choice((1, 2, 6))
        # An order entered late in the evening is of another day a zone further on.
        fixed = (proposed + timedelta(days=wait)).replace(hour=self.chance.choice((12, 23)), minute=number % 60)
        ends = min(start + timedelta(days=self.chance.choice((90, 180, 300))), date(2027, 8, 20))
        fate = ("on", "completed", "on", "early", "completed")[number % 5]
        life = Life(place, sort, mentors, mentees, proposed, fixed, ends, fate, None)
        if number % 11 == 10:
            life.fixed = None
            return life
        if fate == "early" and number % 10 == 3 and fixed.date() < NEW_YEAR <= ends:
            life.over = datetime(NEW_YEAR.year, NEW_YEAR.month, NEW_YEAR.day, 9, 7, tzinfo=zone)
        elif fate == "early":
            life.over = fixed + timedelta(days=self.chance.choice((20, 40, 70)), minutes=7)
        elif fate == "completed":
            late = datetime(ends.year, ends.month, ends.day, 15, 7, tzinfo=zone)
            life.over = max(late - timedelta(days=self.chance.choice((0, 30))), fixed + timedelta(days=20))
        last = life.over or datetime(ends.year, ends.month, ends.day, tzinfo=zone)
        room = (last - fixed).days - 2
        days = sorted(self.chance.sample(range(5, max(room, 10)), 2 if self._many <= FEW else 5))
        hour = 9 + number % 9
        every = [(fixed + timedelta(days=day)).replace(hour=hour, minute=30) for day in days]
        life.meetings = [at for at in every if at < last and at.date() < ends - timedelta(days=1)]
        return life


def _back(day: date, years: int) -> date:
    """The same day so many years ago."""
    return day.replace(year=day.year - years, day=min(day.day, 28) if day.month == 2 else day.day)
