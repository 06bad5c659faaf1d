"""The order of films, what each would get, limits, and the justice rule. See docs/reference/allocation-format.md."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from kinoqor.portal.record.verifier.chance import Counted, shuffled

CASE_FORMAT, LIST_FORMAT = "kinoqor allocation case 1", "kinoqor allocation 1"


@dataclass(frozen=True)
class Film:
    """A film as it is counted: `at` its place in the order, `signs` a bit for each quota it counts for, `out` why it
    cannot be chosen at all, `free` where a departure was made with it.
    """

    at: int
    code: str
    kind: str
    stream: str
    points: int
    low: int
    high: int
    company: str
    money: int
    level: int
    signs: int
    out: str
    free: bool
    worth: int  # whole points times the unit in which lists are compared

    @property
    def group(self) -> tuple[str, str, int]:
        """Its line of the table of cut-offs."""
        return self.stream, self.kind, self.signs


@dataclass(frozen=True)
class Shares:
    """A case made ready. `least`, `most`: a bit for each quota with such a bound."""

    films: list[Film]
    envelopes: dict[str, int]
    quotas: list[Any]  # [code, attributes, counted, least, most, clause, stream]
    rules: dict[str, Any]
    lots: str
    seed: str
    inside: frozenset[str]
    outside: frozenset[str]
    least: int
    most: int

    def over(self, upper: int, lower: int) -> bool:
        """Whether signs `upper` lack no minimum that `lower` brings and press on no maximum that `lower` leaves alone."""
        return not (lower & self.least & ~upper or upper & self.most & ~lower)

    def names(self, signs: int) -> list[str]:
        """The codes of the quotas of these signs."""
        return [quota[0] for bit, quota in enumerate(self.quotas) if signs >> bit & 1]

    def of(self, codes: Iterable[str]) -> list[Film]:
        """The films of these codes, in order."""
        named = frozenset(codes)
        return [each for each in self.films if each.code in named]


def shares(case: Any, seed: str) -> Shares:
    """A case read and put in order. Raises what BROKEN names where it is none, or contradicts itself."""
    if case["format"] != CASE_FORMAT:
        raise ValueError(case["format"])
    streams = {code: (envelope, step) for code, envelope, step, steps in case["streams"] if step in steps}
    inside, outside = frozenset(case["inside"]), frozenset(case["outside"])
    rows, quotas, rules = case["files"], case["quotas"], case["rules"]
    if len({row[0] for row in rows}) < len(rows) or len(streams) < len(case["streams"]):
        raise ValueError("a code stands twice, or a step is not one of its steps")
    places = {row[0]: row[6] for row in rows}
    if case["lots"] == "ties" and seed:
        numbers = Counted(bytes.fromhex(seed))
        places = {code: at for at, code in enumerate(shuffled(sorted(places), numbers))}
    ordered = sorted(rows, key=lambda row: (-row[3], places[row[0]], row[0]))
    films = []
    for at, (code, kind, stream, points, low, high, _place, asked, levels, company, attributes) in enumerate(
        ordered
    ):
        envelope, step = streams[stream]
        level = min(each for each in {*levels, 100} if each >= step)
        money = asked * level // 100
        signs = sum(
            1 << bit for bit, quota in enumerate(quotas)
            if set(quota[1]) & set(attributes) and quota[6] in ("", stream)
        )  # fmt: skip
        out = _out(rules, envelope, points, money, company)
        free = code in inside or code in outside
        worth = (2 * points * money + 100 * rules["unit"]) // (200 * rules["unit"])
        films.append(
            Film(at, code, kind, stream, points, low, high, company, money, level, signs, out, free, worth)
        )
    least = sum(1 << bit for bit, quota in enumerate(quotas) if quota[3])
    most = sum(1 << bit for bit, quota in enumerate(quotas) if quota[4] is not None)
    envelopes = {code: envelope for code, (envelope, _step) in streams.items()}
    return Shares(films, envelopes, quotas, rules, case["lots"], seed, inside, outside, least, most)


def _out(rules: dict[str, Any], envelope: int, points: int, money: int, company: str) -> str:
    if points < rules["passing"]:
        return "pass"
    if money < max(1, rules["least"]) or (rules["most"] is not None and money > rules["most"]):
        return "sum"
    if money > envelope:
        return "envelope"
    limit = rules["company_money"]
    if company and ((limit is not None and money > limit) or rules["company_films"] == 0):
        return "company"
    return ""


class Totals:
    """The sums of a list as it grows."""

    def __init__(self, of: Shares, films: Iterable[Film] = ()) -> None:
        self.of, self.money, self.films = of, dict[str, int](), dict[str, int]()
        self.companies: dict[str, tuple[int, int]] = {}
        self.parts: dict[int, tuple[int, int]] = {}
        for each in films:
            self.add(each)

    def add(self, film: Film, times: int = 1) -> None:
        """Take a film in, or out."""
        self.money[film.stream] = self.money.get(film.stream, 0) + times * film.money
        self.films[film.stream] = self.films.get(film.stream, 0) + times
        if film.company:
            many, sum_ = self.companies.get(film.company, (0, 0))
            self.companies[film.company] = many + times, sum_ + times * film.money
        for bit in range(len(self.of.quotas)):
            if film.signs >> bit & 1:
                many, sum_ = self.parts.get(bit, (0, 0))
                self.parts[bit] = many + times, sum_ + times * film.money

    def left(self, stream: str) -> int:
        """What is left of an envelope."""
        return self.of.envelopes[stream] - self.money.get(stream, 0)

    def full(self, film: Film, instead: Film | None = None) -> bool:
        """Whether with this film besides (or instead of another) its company would have more than it may."""
        if not film.company:
            return False
        many, sum_ = self.companies.get(film.company, (0, 0))
        if instead is not None and instead.company == film.company:
            many, sum_ = many - 1, sum_ - instead.money
        films, money = self.of.rules["company_films"], self.of.rules["company_money"]
        return (films is not None and many + 1 > films) or (money is not None and sum_ + film.money > money)

    def reached(self, bit: int) -> tuple[int, int]:
        """What of a quota is reached, as part and whole."""
        _code, _attributes, counted, _least, _most, _clause, stream = self.of.quotas[bit]
        many, sum_ = self.parts.get(bit, (0, 0))
        if counted == "films":
            return many, 1
        of = self.films if counted == "share" else self.money
        whole = of.get(stream, 0) if stream else sum(of.values())
        return 100 * (many if counted == "share" else sum_), whole

    def past(self, bit: int) -> bool:
        """Whether the most of a quota is passed."""
        (part, whole), most = self.reached(bit), self.of.quotas[bit][4]
        return most is not None and part > most * whole

    def broken(self) -> set[str]:
        """The quotas that do not hold."""
        found = set()
        for bit, quota in enumerate(self.of.quotas):
            part, whole = self.reached(bit)
            if (quota[3] is not None and part < quota[3] * whole) or self.past(bit):
                found.add(quota[0])
        return found

    def fits(self, film: Film) -> bool:
        """Whether a film can be added and everything that holds still does."""
        if film.money > self.left(film.stream) or self.full(film):
            return False
        before = self.broken()
        self.add(film)
        after = self.broken()
        self.add(film, -1)
        return after <= before


def passed_over(of: Shares, computed: Iterable[str]) -> Iterator[tuple[Film, Film]]:
    """The justice rule: films out of the list with one that is in instead of them against the rule."""
    listed = of.of(computed)
    inside, totals = {each.at for each in listed}, Totals(of, listed)
    for film in of.films:
        if film.at in inside or film.out or film.free:
            continue
        for other in listed:
            if (
                other.at > film.at and not other.free and not other.out and other.group[:2] == film.group[:2]
                and of.over(film.signs, other.signs) and not totals.full(film, other)
            ):  # fmt: skip
                yield film, other
                break
