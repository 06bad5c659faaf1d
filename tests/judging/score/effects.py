"""The full random-effects model, against which the published rule is checked: mark = mean + film + reader + rest.

The equations of Henderson for known variances, solved by going round: each film is the shrunk average of its marks
without the readers' effects, and each reader the shrunk average of his marks without the films'.
"""

from collections import defaultdict
from collections.abc import Sequence

from kinoqor.judging.score.words import Read


def effects(
    reads: Sequence[Read], film: float, reader: float, rest: float, rounds: int = 300
) -> tuple[dict[str, float], dict[str, float]]:
    """The best predictions of films and of readers, from their variances."""
    mean = sum(float(each.mark) for each in reads) / len(reads)
    films: dict[str, float] = {each.film: 0.0 for each in reads}
    readers: dict[str, float] = {each.reader: 0.0 for each in reads}
    for _round in range(rounds):
        sums: dict[str, list[float]] = defaultdict(list)
        for each in reads:
            sums[each.film].append(float(each.mark) - mean - readers[each.reader])
        films = {name: sum(own) / (len(own) + rest / film) for name, own in sums.items()}
        own_marks: dict[str, list[float]] = defaultdict(list)
        for each in reads:
            own_marks[each.reader].append(float(each.mark) - mean - films[each.film])
        readers = {name: sum(own) / (len(own) + rest / reader) for name, own in own_marks.items()}
    return films, readers


def correlation(left: Sequence[float], right: Sequence[float]) -> float:
    """How two rows of numbers go together, from -1 to 1."""
    a, b = sum(left) / len(left), sum(right) / len(right)
    both = sum((x - a) * (y - b) for x, y in zip(left, right, strict=True))
    return both / (sum((x - a) ** 2 for x in left) * sum((y - b) ** 2 for y in right)) ** 0.5
