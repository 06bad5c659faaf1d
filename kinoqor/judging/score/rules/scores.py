"""The score of a film: marks without their readers' strictness, far ones pulled in, averaged; with its interval."""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, floor, sqrt
from statistics import NormalDist, median

from kinoqor.judging.score.rules.marks import hundredth
from kinoqor.judging.score.rules.strictness import ZERO, by_film, clamp
from kinoqor.judging.score.words import Correction, Counted, Read, Score, Terms

FAR = 2  # pooled standard deviations from the film's middle mark


def scores(reads: Sequence[Read], told: Correction, terms: Terms) -> tuple[dict[str, Score], float]:
    """The score of each film, and the pooled variance of the marks within films. A film's interval is its score give or
    take z times the root of (1.1 x that variance / number of readers).
    """
    rows = {film: _rows(own, told, terms) for film, own in sorted(by_film(reads).items())}
    spread = pooled([[row.corrected for row in own] for own in rows.values()])
    found = {
        film: _score(film, own, half_width(len(own), spread, terms), sqrt(spread))
        for film, own in rows.items()
    }
    return found, spread


def half_width(readers: int, spread: float, terms: Terms) -> float:
    """Half of the interval of a film with so many readers."""
    z = NormalDist().inv_cdf((1 + float(terms.level)) / 2)
    return z * sqrt(float(terms.widening) * spread / readers)


def reachable(score: Score, reader: str, told: Correction, terms: Terms) -> tuple[Fraction, Fraction]:
    """The lowest and the highest score that the film could have come to by this reader's mark alone, on the whole scale,
    his strictness being what it is: a score never falls when a mark rises, so the ends of the scale give both.
    """
    others = [Read(row.reader, score.film, row.given) for row in score.rows if row.reader != reader]
    ends = [
        _score(score.film, _rows([*others, Read(reader, score.film, end)], told, terms), 0.0, 0.0).score
        for end in (terms.lowest, terms.highest)
    ]
    return ends[0], ends[1]


def pooled(films: Sequence[Sequence[Fraction]]) -> float:
    """The variance within films, all films together; zero where no film has two readers."""
    squares, freedom = 0.0, 0
    for marks in films:
        mean = sum(marks, ZERO) / len(marks)
        squares += float(sum(((each - mean) ** 2 for each in marks), ZERO))
        freedom += len(marks) - 1
    return squares / freedom if freedom else 0.0


def _rows(own: Sequence[Read], told: Correction, terms: Terms) -> list[Counted]:
    corrected = {read.reader: read.mark - told.of(read.reader) for read in own}
    middle = median(corrected.values())
    rows = []
    for read in sorted(own, key=lambda each: each.reader):
        mark = corrected[read.reader]
        counted = middle + clamp(mark - middle, terms.reach) if told.verdict else mark
        rows.append(Counted(read.reader, read.mark, told.of(read.reader), mark, counted))
    return rows


def _score(film: str, rows: Sequence[Counted], half: float, deviation: float) -> Score:
    given = [row.given for row in rows]
    middle = median(row.corrected for row in rows)
    score = hundredth(sum((row.counted for row in rows), ZERO) / len(rows))
    marked = tuple(
        Counted(
            row.reader, row.given, row.strictness, row.corrected, row.counted, _far(row, middle, deviation)
        )
        for row in rows
    )
    low, high = (
        Fraction(floor((float(score) - half) * 100), 100),
        Fraction(ceil((float(score) + half) * 100), 100),
    )
    raw = hundredth(sum(given, ZERO) / len(given))
    return Score(film, marked, raw, middle, score, low, high, max(given) - min(given))


def _far(row: Counted, middle: Fraction, deviation: float) -> bool:
    return deviation > 0 and float(abs(row.corrected - middle)) > FAR * deviation
