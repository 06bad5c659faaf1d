"""The list of a round in rows, what its readers changed, and one film worked out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kinoqor.funding.application.adapters.page import title
from kinoqor.funding.application.models import Application
from kinoqor.judging.panel.queries import bodies
from kinoqor.judging.score.adapters.shown import between, exact, shown, signed
from kinoqor.judging.score.queries import Seen
from kinoqor.judging.score.words import Admission, Place, Score, Stand, Standing, Tie
from kinoqor.kit.question import said
from kinoqor.ui.drawing import Reach, bounds, bounds_axis, reach
from kinoqor.ui.parts import Said

SIGNS = {Stand.IN: "good", Stand.OUT: "open", Stand.TIED: "disagree"}


@dataclass(frozen=True, slots=True)
class Row:
    """A film on the list, in words; `cut`: the line lies under it. Of a list that is not seen whole, no stand."""

    place: int
    title: Said
    url: str
    raw: str
    score: str
    value: str
    drawing: SafeString
    within: str
    spread: str
    readers: int
    stand: str
    sign: str
    crosses: bool
    by: str
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Moved:
    """A film on the list and on the list without a reader."""

    title: Said
    url: str
    before: int
    after: int | None
    score: str
    then: str
    change: str
    sign: str


@dataclass(frozen=True, slots=True)
class Reader:
    """How one reader was found to mark, and what the list would be without them."""

    name: str
    url: str
    films: int
    middle: str
    trusted: str
    counted: str
    known: bool
    entering: Sequence[Said] = ()
    leaving: Sequence[Said] = ()
    furthest: int | None = None
    corrected: bool = True


def places(of: Seen) -> list[Place]:
    """The films of the list that somebody may see, in its order; without a hidden one they are counted anew."""
    found = [each for each in of.standing.places if each.film not in of.closed]
    if of.whole:
        return found
    first: dict[int, int] = {}
    for number, each in enumerate(found, 1):
        first.setdefault(each.place, number)
    return [Place(each.film, first[each.place], each.value, "", each.by) for each in found]


def scale(of: Seen) -> Reach:
    """The scale of all rows of a list."""
    own = [each for film, each in of.standing.scores.items() if film not in of.closed]
    return reach([float(each.low) for each in own], [float(each.high) for each in own], line(of))


def line(of: Seen) -> float | None:
    """Where the line lies on the scale of the scores; none where another rule than the average decides, or is hidden."""
    told = of.standing
    drawn = of.whole and told.line is not None and told.terms.admission == Admission.MEAN
    return float(told.line) if drawn and told.line is not None else None


def axis(of: Seen) -> SafeString:
    """The head of the column of drawings."""
    at = line(of)
    return bounds_axis(scale(of), "" if at is None else _("line %(line)s") % {"line": shown(at)})


def rows(of: Seen, some: Sequence[Place], films: Mapping[str, Application], after: Place | None) -> list[Row]:
    """The rows of a page of the list; `after` is the film that follows the last of them."""
    if not some:
        return []
    within, asked = scale(of), _asked(films)
    pairs = zip(some, [*some[1:], after], strict=True)
    return [_row(of, each, within, title(films[each.film]), asked[each.film], below) for each, below in pairs]


def _row(of: Seen, each: Place, within: Reach, called: Said, url: str, below: Place | None) -> Row:
    score = of.standing.scores[each.film]
    stand = Stand(each.stand) if each.stand else None
    return Row(
        place=each.place,
        title=called,
        url=url,
        raw=shown(score.raw),
        score=shown(score.score),
        value=worth(of.standing, each),
        drawing=_drawn(score, within),
        within=between(score.low, score.high),
        spread=shown(score.spread),
        readers=len(score.rows),
        stand=str(stand.label) if stand else "",
        sign=SIGNS[stand] if stand else "",
        crosses=each.crosses,
        by=str(Tie(each.by).label) if each.by else "",
        cut=stand in (Stand.IN, Stand.TIED) and (below is None or below.stand == Stand.OUT),
    )


def worth(told: Standing, place: Place) -> str:
    """What the film is put in order by, where that is not its score."""
    if told.terms.admission == Admission.MEAN:
        return ""
    return str(place.value) if told.terms.admission == Admission.PLUSES else shown(place.value)


def _asked(films: Mapping[str, Application]) -> dict[str, str]:
    return {
        number: reverse("scores-film", args=[one.version.call.ref, one.stage, one.pk])
        for number, one in films.items()
    }


def _drawn(score: Score, within: Reach) -> SafeString:
    said = _("average %(raw)s, score %(score)s, interval %(within)s") % {
        "raw": shown(score.raw), "score": shown(score.score), "within": between(score.low, score.high),
    }  # fmt: skip
    return bounds(float(score.raw), float(score.score), float(score.low), float(score.high), within, said)


def readers(
    told: Standing, names: Mapping[str, str], films: Mapping[str, Application], found: Sequence[Mapping[str, Any]],
    at: tuple[str, str],
) -> list[Reader]:  # fmt: skip
    """The readers of a round, the mildest first where nothing was worked out, else the one who changes most first."""
    known = {each["reader"]: each for each in found}
    order = list(known) or sorted(
        told.correction.readers, key=lambda one: -told.correction.readers[one].counted
    )
    return [_reader(told, each, names, films, known.get(each), at) for each in order]


def _reader(
    told: Standing, number: str, names: Mapping[str, str], films: Mapping[str, Application],
    changes: Mapping[str, Any] | None, at: tuple[str, str],
) -> Reader:  # fmt: skip
    own = told.correction.readers[number]
    moves: Mapping[str, Any] = changes or {}
    return Reader(
        name=names[number],
        url=reverse("scores-without", args=[*at, int(number)]),
        films=len(own.gaps),
        middle=signed(own.middle),
        trusted=signed(own.trusted),
        counted=signed(told.correction.of(number)),
        known=own.known,
        entering=[title(films[film]) for film in moves.get("entering", ()) if film in films],
        leaving=[title(films[film]) for film in moves.get("leaving", ()) if film in films],
        furthest=moves.get("furthest"),
        corrected=moves.get("corrected", True),
    )


def moved(told: Standing, other: Standing, films: Mapping[str, Application]) -> list[Moved]:
    """Every film on both lists, in the order of the list that counts."""
    asked, then = _asked(films), {each.film: each for each in other.places}
    found = []
    for each in told.places:
        now = then.get(each.film)
        change, sign = _change(each, now)
        score = shown(other.scores[each.film].score) if now else ""
        one = films[each.film]
        now_at, was = now.place if now else None, shown(told.scores[each.film].score)
        found.append(Moved(title(one), asked[each.film], each.place, now_at, was, score, change, sign))
    return found


def _change(before: Place, after: Place | None) -> tuple[str, str]:
    if after is None:
        return _("nobody else has read it: it leaves the list"), "refused"
    if before.stand != after.stand:
        said = {
            Stand.IN: (_("would come in"), "good"), Stand.OUT: (_("would go out"), "refused"),
            Stand.TIED: (_("would be level at the line"), "disagree"),
        }  # fmt: skip
        return said[Stand(after.stand)]
    return "", ""


def table(of: Seen, films: Mapping[str, Application]) -> list[dict[str, Any]]:
    """The list as data: one mapping a film, numbers as decimals, words as codes; without what is hidden."""
    return [_data(of, each, films[each.film]) for each in places(of)]


def _data(of: Seen, each: Place, one: Application) -> dict[str, Any]:
    score = of.standing.scores[each.film]
    return {
        "place": each.place, "application": one.pk, "title": str(title(one)), "average": str(exact(score.raw)),
        "score": str(exact(score.score)), "low": str(exact(score.low)), "high": str(exact(score.high)),
        "counts": str(exact(each.value)), "readers": len(score.rows), "spread": str(exact(score.spread)),
        "stands": each.stand, "crosses": each.crosses if of.whole else None, "tie": each.by,
    }  # fmt: skip


def crossing(of: Seen, some: Sequence[Place], films: Mapping[str, Application]) -> list[Row]:
    """The films within whose interval the line lies: those to which a second phase sends more readers."""
    return rows(of, some, films, None)


def asked_again(
    of: Seen, whose: Mapping[int, Sequence[str]], films: Mapping[str, Application]
) -> dict[str, Any]:
    """The films that a second phase sends more readers to, each with its interval and whose members read it."""
    named = bodies().in_bulk(list(whose))
    body_of = {film: said(named[body].name) for body, some in whose.items() for film in some}
    found = [each for each in of.standing.places if each.film in body_of]
    listed = zip(rows(of, found, films, None), found, strict=True)
    return {
        "rows": [(row, body_of[each.film]) for row, each in listed], "axis": axis(of), "line": line_of(of.standing),
    }  # fmt: skip


def line_of(told: Standing) -> str:
    """The line in words of a page; empty where there is none."""
    return "" if told.line is None else shown(told.line)


def line_in(of: Seen) -> str | None:
    """The line as data; None where there is none or it would give away a hidden file."""
    return str(exact(of.standing.line)) if of.whole and of.standing.line is not None else None


def told_of(of: Seen) -> Mapping[str, Any]:
    """The line and the correction in words, for the head of a page."""
    told = of.standing
    verdict = told.correction.verdict
    return {
        "verdict": verdict, "corrected": bool(verdict), "whole": of.whole,
        "admission": Admission(told.terms.admission).label,
        "line": shown(told.line) if of.whole and told.line is not None else "",
        "level": round(told.terms.level * 100), "by_value": told.terms.admission != Admission.MEAN,
        "crossing": sum(each.crosses for each in told.places) if of.whole else None,
        "tied": sum(each.stand == Stand.TIED for each in told.places) if of.whole else None,
        "many": len(places(of)), "places": told.terms.places, "ties": [Tie(each).label for each in told.terms.ties],
    }  # fmt: skip
