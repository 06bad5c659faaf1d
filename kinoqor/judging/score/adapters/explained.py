"""The example of the explanation as tables, worked out by the law for each page."""

from dataclasses import dataclass
from typing import Any

from kinoqor.judging.score.adapters import example
from kinoqor.judging.score.adapters.page import SIGNS
from kinoqor.judging.score.adapters.shown import between, shown, signed, whole
from kinoqor.judging.score.rules import worked
from kinoqor.judging.score.words import Place, Score, Stand, Standing
from kinoqor.ui.drawing import Reach, bounds, bounds_axis, reach
from kinoqor.ui.pack import language


@dataclass(frozen=True, slots=True)
class Line:
    """A film of the example: its marks in the order of the readers ("" where one has not read it), what they come to."""

    title: str
    marks: tuple[tuple[str, bool], ...]
    total: str
    place: int
    within: str = ""
    stand: str = ""
    sign: str = ""
    crosses: bool = False
    cut: bool = False
    drawing: str = ""


def explained() -> dict[str, Any]:
    """Everything that the page of the explanation prints of its example."""
    told = example.worked_round()
    readers = told.correction.readers
    strict, one = readers[example.STRICT], worked(told, example.FILM)
    assert one is not None
    return {
        "readers": example.READERS, "given": _given(told), "counted": _counted(told), "axis": bounds_axis(_scale(told)),
        "many": len(told.scores),
        "places": told.terms.places, "line": shown(told.line or 0), "trust": told.terms.trust,
        "fewest": told.terms.fewest,
        "most": shown(told.terms.most), "reach": shown(told.terms.reach), "level": round(told.terms.level * 100),
        "lowest": whole(told.terms.lowest), "highest": whole(told.terms.highest),
        "strict": [
            (name, len(own.gaps), signed(own.middle), signed(own.trusted), signed(own.counted))
            for name, own in sorted(readers.items())
        ],
        "one": {
            "name": example.STRICT, "films": len(strict.gaps), "whole": len(strict.gaps) + told.terms.trust,
            "gaps": ";  ".join(signed(each) for each in sorted(gap.gap for gap in strict.gaps)),
            "middle": signed(strict.middle), "trusted": signed(strict.trusted), "counted": signed(strict.counted),
        },
        "film": {
            "title": example.called(example.FILM, language()), "middle": shown(one.score.middle),
            "raw": shown(one.score.raw),
            "score": shown(one.score.score), "sum": shown(one.sum_counted), "readers": len(one.score.rows),
            "rows": [
                (row.reader, whole(row.given), signed(row.strictness), shown(row.corrected), shown(row.counted),
                 row.pulled)
                for row in one.score.rows
            ],
        },
        "crossing": [_title(each.film) for each in told.places if each.crosses],
        "share": round(told.terms.crossing.denominator / told.terms.crossing.numerator),
        "uneven": round(told.terms.uneven * 100),
    }  # fmt: skip


def _title(film: str) -> str:
    return example.called(film, language())


def _marks(score: Score, counts: bool) -> tuple[tuple[str, bool], ...]:
    rows = {row.reader: row for row in score.rows}
    return tuple(
        ("", False)
        if name not in rows
        else (shown(rows[name].counted), rows[name].pulled)
        if counts
        else (whole(rows[name].given), False)
        for name in example.READERS
    )


def _given(told: Standing) -> list[Line]:
    order = sorted(told.scores.values(), key=lambda each: -each.raw)
    place = {each.film: 1 + sum(other.raw > each.raw for other in order) for each in order}
    return [Line(_title(each.film), _marks(each, False), shown(each.raw), place[each.film]) for each in order]


def _counted(told: Standing) -> list[Line]:
    scale = _scale(told)
    pairs = zip(told.places, [*told.places[1:], None], strict=True)
    return [_line(told, each, below, scale) for each, below in pairs]


def _scale(told: Standing) -> Reach:
    scores = told.scores.values()
    return reach(
        [float(each.low) for each in scores], [float(each.high) for each in scores], float(told.line or 0)
    )


def _line(told: Standing, each: Place, below: Place | None, scale: Reach) -> Line:
    score, stand = told.scores[each.film], Stand(each.stand)
    within = between(score.low, score.high)
    return Line(
        title=_title(each.film),
        marks=_marks(score, True),
        total=shown(score.score),
        place=each.place,
        within=within,
        stand=str(stand.label),
        sign=SIGNS[stand],
        crosses=each.crosses,
        cut=stand == Stand.IN and below is not None and below.stand == Stand.OUT,
        drawing=bounds(
            float(score.raw), float(score.score), float(score.low), float(score.high), scale, within
        ),
    )
