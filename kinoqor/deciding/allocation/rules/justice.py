"""The justice rule: nobody is passed over by a worse-placed film of the same kind unless it brings what he lacks.

For films i and j of one stream and one kind, i placed before j (see `table`): where j is in, i is in, unless
- j counts for a quota with a minimum for which i does not count (it brings what i lacks), or i counts for a quota with a
  maximum for which j does not (i would press on a share that j leaves alone); so that j may be exchanged for i and no
  quota that counts films is the worse for it; or
- i's company could not have it: with i in the list and j out of it, the company would have more films or money than one
  company may. A better and a worse film of one company are thus still compared: by number they are exchanged freely; or
- one of the two is a departure that the members made by name.

Money is no excuse. A film that asks more than what is left still bars those behind it: else the small would be chosen
before the good, and nobody could find himself in a table of cut-offs. Two cases are apart: who asks more than the whole
envelope of its stream, or than a company may ever have, cannot be chosen and bars nobody; and what is left at last goes
down the order once more, only near the line and openly (`resting`). Kinds are compared inside a stream, since streams
spend different money. “Before” is the strict order with ties broken, so that films of equal points are compared too.

Being over each other in this way is transitive, so that a list that keeps it is a table: one line for each stream, kind
and set of quotas.
"""

from collections.abc import Iterator, Sequence

from kinoqor.deciding.allocation.rules.limits import Sums, sums
from kinoqor.deciding.allocation.rules.table import Row, Table, chosen


def compared(held: Table, upper: Row, lower: Row) -> bool:
    """Whether the rule compares two films, the first placed before the second."""
    return (
        upper.at < lower.at
        and upper.group == lower.group
        and not (upper.out or lower.out or upper.free or lower.free)
        and held.over(upper.signs, lower.signs)
    )


def passed_over(held: Table, codes: Sequence[str]) -> Iterator[tuple[Row, Row]]:
    """Pairs that break the rule: a film that is out and one that is in instead; the first of each that is out."""
    rows = chosen(held, codes)
    inside = {row.at for row in rows}
    counted = sums(held, rows)
    last: dict[tuple[str, str, int], list[Row]] = {}
    for row in rows:
        last.setdefault((*row.group, row.signs), []).append(row)
    for row in held.rows:
        if row.at in inside or row.out or row.free:
            continue
        for (*group, signs), funded in last.items():
            if tuple(group) == row.group and held.over(row.signs, signs):
                worse = _worse(held, counted, row, funded)
                if worse is not None:
                    yield row, worse
                    break


def _worse(held: Table, counted: Sums, row: Row, funded: Sequence[Row]) -> Row | None:
    """The worst placed of these films for which this one was passed over against the rule."""
    full = counted.company_full(row)
    for other in reversed(funded):
        if other.at < row.at:
            return None
        if not other.free and not (counted.company_full(row, other) if full else False):
            return other
    return None
