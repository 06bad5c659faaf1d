"""What if: the difference of two results, the price of a departure, and a call's quotas tried on last year's files.

Another envelope, another quota, the points without a member: each is a case of its own, solved as exactly as the first.
"""

from dataclasses import dataclass, replace

from kinoqor.deciding.allocation.rules.choosing import allocate
from kinoqor.deciding.allocation.words import Case, Clash, Difference, Impossible, Result


def difference(before: Result, after: Result) -> Difference:
    """What the second has more, or less, than the first."""
    return Difference(
        tuple(sorted(after.funded - before.funded)),
        tuple(sorted(before.funded - after.funded)),
        after.money - before.money,
        len(after.awards) - len(before.awards),
        after.value - before.value,
    )


def departed(case: Case, code: str, comes_in: bool) -> Case:
    """The case with one more departure of the members: a film in the list, or out of it."""
    inside, outside = case.inside - {code}, case.outside - {code}
    return replace(
        case,
        inside=inside | {code} if comes_in else inside,
        outside=outside if comes_in else outside | {code},
    )


def price(case: Case, before: Result, code: str, comes_in: bool) -> Difference:
    """The price of a departure: who loses or gains by it, in money, films and value (points times money; the list that
    was computed is the best, so that a departure never gains any). Raises Impossible where the film cannot be in.
    """
    return difference(before, allocate(departed(case, code, comes_in)))


@dataclass(frozen=True, slots=True)
class Trial:
    """A call's quotas tried on files of another year: the clash, if there is one; else the money that is given under
    the quotas and without them. Shares of an empty list hold, so quotas may be possible and still stop the money.
    """

    clash: Clash | None
    money: int = 0
    without: int = 0


def feasible(case: Case) -> Trial:
    """Whether quotas can hold with these files, asked before a call opens. Raises Refused where the time is over."""
    free = allocate(replace(case, settings=replace(case.settings, quotas=())))
    try:
        found = allocate(case)
    except Impossible as error:
        return Trial(error.clash, 0, free.money)
    return Trial(None, found.money, free.money)
