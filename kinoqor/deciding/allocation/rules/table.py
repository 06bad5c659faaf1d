"""A case made ready for counting: the files in one strict order, what each would get, for which quotas each counts.

The order: more points first; equal points by the published place, or, where ties are decided by lot, by a seeded shuffle
of all files put in the order of their codes; at last by the code.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from kinoqor.deciding.allocation.words import WHOLE, Case, File, Lots, Quota, Reason, Settings, Stream
from kinoqor.kit.draw import Numbers, shuffled

POINT = 100  # hundredths


@dataclass(frozen=True, slots=True)
class Row:
    """A file as it is counted. `at`: its place in the order, from nought; `signs`: a bit for each quota it counts for;
    `out`: the reason for which it cannot be chosen at all, empty where it can; `worth`: what it brings to the value of a
    list.
    """

    at: int
    file: File
    money: int
    level: int
    signs: int
    out: str
    free: bool  # of the justice rule: a departure was made with it
    worth: int

    @property
    def group(self) -> tuple[str, str]:
        """Among whom places are compared: its stream and its kind."""
        return self.file.stream, self.file.kind


@dataclass(frozen=True, slots=True)
class Table:
    """The rows in order; `least` and `most`: a bit for each quota that has such a bound."""

    case: Case
    rows: tuple[Row, ...]
    least: int
    most: int

    @property
    def settings(self) -> Settings:
        """The rule."""
        return self.case.settings

    def over(self, upper: int, lower: int) -> bool:
        """Whether a film with these signs may take the place of one with those and no quota is the worse for it: it
        counts for every minimum that the other counts for, and for no maximum that the other does not.
        """
        return not (lower & self.least & ~upper or upper & self.most & ~lower)

    def codes(self, signs: int) -> tuple[str, ...]:
        """The codes of the quotas of these signs, in the order of the settings."""
        return tuple(quota.code for bit, quota in enumerate(self.settings.quotas) if signs >> bit & 1)


def counts_for(quota: Quota, file: File) -> bool:
    """Whether a file counts for a quota."""
    return bool(quota.attributes & file.attributes) and quota.stream in ("", file.stream)


def level(stream: Stream, file: File) -> int:
    """The part of what it asked that a film gets, in per cent: the stream's step, or the least ticked level above."""
    return min((each for each in {*file.levels, WHOLE} if each >= stream.step), default=WHOLE)


def worth(points: int, money: int, unit: int) -> int:
    """Points (in hundredths) times money, in whole points times the unit, rounded to the nearest, halves up. Counted so
    coarsely, the best list is proved in seconds; to the last minor unit it would be a riddle of sums.
    """
    return (2 * points * money + POINT * unit) // (2 * POINT * unit)


def table(case: Case) -> Table:
    """The case as a table. Raises ValueError with a sentence for a case that contradicts itself."""
    _sound(case)
    settings, unit = case.settings, case.unit
    streams = {each.code: each for each in settings.streams}
    places = _places(case)
    ordered = sorted(case.files, key=lambda file: (-file.points, places[file.code], file.code))
    rows = []
    for at, file in enumerate(ordered):
        part = level(streams[file.stream], file)
        money = file.asked * part // WHOLE
        signs = sum(1 << bit for bit, quota in enumerate(settings.quotas) if counts_for(quota, file))
        free = file.code in case.inside or file.code in case.outside
        out = _out(settings, streams[file.stream], file, money)
        rows.append(Row(at, file, money, part, signs, out, free, worth(file.points, money, unit)))
    least = sum(1 << bit for bit, quota in enumerate(settings.quotas) if quota.least)
    most = sum(1 << bit for bit, quota in enumerate(settings.quotas) if quota.most is not None)
    return Table(case, tuple(rows), least, most)


def _places(case: Case) -> dict[str, int]:
    settings = case.settings
    if settings.lots != Lots.TIES or not settings.seed:
        return {file.code: file.place for file in case.files}
    drawn = shuffled(sorted(file.code for file in case.files), Numbers(bytes.fromhex(settings.seed)).below)
    return {code: at for at, code in enumerate(drawn)}


def _out(settings: Settings, stream: Stream, file: File, money: int) -> str:
    if file.points < settings.passing:
        return Reason.PASS.value
    if money < max(1, settings.least) or (settings.most is not None and money > settings.most):
        return Reason.SUM.value
    if money > stream.envelope:
        return Reason.ENVELOPE.value
    too_much = settings.company_money is not None and money > settings.company_money
    if file.company and (too_much or settings.company_films == 0):
        return Reason.COMPANY.value
    return ""


def _sound(case: Case) -> None:
    codes = [file.code for file in case.files]
    streams = {stream.code for stream in case.settings.streams}
    quotas = [quota.code for quota in case.settings.quotas]
    if len(set(codes)) < len(codes) or len(streams) < len(case.settings.streams):
        raise ValueError("A code of a file or a stream stands twice.")
    if len(set(quotas)) < len(quotas):
        raise ValueError("A code of a quota stands twice.")
    strange = sorted({file.stream for file in case.files} - streams)
    strange += sorted((case.inside | case.outside) - set(codes))
    if strange or case.inside & case.outside:
        raise ValueError(
            f"Unknown or named twice: {', '.join(strange or sorted(case.inside & case.outside))}"
        )
    for file in case.files:
        if file.asked < 0 or file.points < 0:
            raise ValueError(f"Less than nothing: {file.code}")
    for stream in case.settings.streams:
        if stream.step not in stream.steps or not 0 < stream.step <= WHOLE or stream.envelope < 0:
            raise ValueError(
                f"A step that the rule does not allow, or an envelope below nought: {stream.code}"
            )


def chosen(held: Table, codes: Iterable[str]) -> list[Row]:
    """The rows of these codes, in order."""
    named = frozenset(codes)
    return [row for row in held.rows if row.file.code in named]
