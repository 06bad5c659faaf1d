"""How the days of a week stand beside one another. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Bar:
    """One day with what was done on it; its bar has `parts` of twelve, at least one for any deed."""

    day: date
    n: int
    parts: int


def bars(counted: Sequence[tuple[date, int]], longest: int = 12) -> list[Bar]:
    """The days with bars whose longest has `longest` parts."""
    most = max((n for _day, n in counted), default=0)
    return [Bar(day, n, max(1, round(n * longest / most)) if n else 0) for day, n in counted]
