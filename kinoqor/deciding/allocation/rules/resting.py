"""What is left at last: it goes to the next film that fits, near its line, or it rolls over.

Down the order: the first film that is not in the list, lies no more than the rule's points below its own line, and fits
into what is left of its stream with every limit kept, is taken; then again from the top, until none fits. A film that
was turned away because its company is full, or by a departure, stays out. A group without a line takes nothing.

Begun from the top each time, this keeps the promise that more points never hurt.
"""

from collections.abc import Sequence

from kinoqor.deciding.allocation.rules.limits import sums
from kinoqor.deciding.allocation.rules.lining import last
from kinoqor.deciding.allocation.rules.table import Table, chosen


def rest(held: Table, computed: Sequence[str], taken: Sequence[str]) -> tuple[str, ...]:
    """The films that the rest is given to, in the order in which they come; `computed` gives the lines."""
    reach = held.settings.rest
    if reach is None:
        return ()
    ends = last(held, computed)
    counted = sums(held, chosen(held, taken))
    inside = set(taken)
    near = []
    for row in held.rows:
        end = ends[*row.group, row.signs]
        if row.out or row.free or row.file.code in inside or end is None:
            continue
        if end.file.points - row.file.points <= reach:
            near.append(row)
    found: list[str] = []
    while True:
        following = next((row for row in near if counted.fits(row)), None)
        if following is None:
            return tuple(found)
        near.remove(following)
        counted.add(following)
        found.append(following.file.code)
