"""The case of an allocation, made of the records: points, asks, attributes, companies, and the rules of the call."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from kinoqor.deciding.allocation import queries
from kinoqor.deciding.allocation.adapters.pitched import pitched
from kinoqor.deciding.allocation.words import WHOLE, Case, Counted, File, Quota, Settings, Stream
from kinoqor.funding.application.models import Application
from kinoqor.funding.award.words import Award, Measure, Purse
from kinoqor.funding.award.words import Quota as Asked
from kinoqor.funding.call.models import CallVersion
from kinoqor.funding.call.queries import terms_of
from kinoqor.funding.call.rules import applies
from kinoqor.funding.call.words import Only, Terms
from kinoqor.judging.assignment.rules.frozen import code
from kinoqor.judging.score.queries import round_of, standing
from kinoqor.judging.score.words import Standing

COUNTED = {
    Measure.FILMS: Counted.FILMS, Measure.FILM_SHARE: Counted.SHARE, Measure.MONEY_SHARE: Counted.MONEY,
}  # fmt: skip
PART = "part_funding"  # the question in which an applicant ticks the parts of the sum that would be enough


@dataclass(frozen=True, slots=True)
class Made:
    """A case, what each code stands for, and the applications that have no points or no sum yet."""

    case: Case
    codes: dict[str, int]
    pointless: tuple[int, ...]
    sumless: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Points:
    """A film's points and its interval, in hundredths, and its place in the published order of ties."""

    points: int
    low: int
    high: int
    place: int


def hundredths(value: Fraction) -> int:
    """The nearest whole hundredth; a half goes up."""
    return int((value * 100 + Fraction(1, 2)) // 1)


def joined(read: Standing, told: Mapping[int, Fraction], weight: int) -> dict[int, Points]:
    """The points of each film: of the readers' score and of the pitching, by its weight in per cent. Where the call
    weighs a pitching, a film that has no marks of it has no points.
    """
    places = {each.film: each.place for each in read.places}
    found = {}
    for film, score in read.scores.items():
        number = int(film)
        if weight and number not in told:
            continue
        share = Fraction(weight, WHOLE)
        more = share * told.get(number, Fraction(0))
        low, middle, high = (
            hundredths((1 - share) * Fraction(value) + more) for value in (score.low, score.score, score.high)
        )
        found[number] = Points(middle, low, high, places.get(film, 0))
    return found


def made(version: CallVersion, stage: str, salt: str, steps: Mapping[str, int]) -> Made:
    """The case of a stage as its records stand; `steps` says of each stream with which part in per cent of what was
    asked its films are funded. Raises LookupError where the call gives no money at this stage or its reviews are sealed.
    """
    terms = terms_of(version)
    award, of = terms.award(stage), round_of(version.call.ref, stage)
    if award is None or award.purse is None or of is None or of.opening is None:
        raise LookupError(stage)
    weight = award.pitching.weight if award.pitching else 0
    told = pitched(version, stage) if weight else {}
    points = joined(standing(of), told, weight)
    files = list(queries.files_of(version, stage, bool(award.pitching)))
    asked = queries.asked([each.name for each in files])
    rows, codes, pointless, sumless = [], {}, [], []
    for each in files:
        sum_ = asked.get(each.name, 0)
        if each.pk not in points:
            pointless.append(each.pk)
        if not sum_:
            sumless.append(each.pk)
        if each.pk in points and sum_:
            name = file_code(salt, each.pk)
            codes[name] = each.pk
            rows.append(_file(name, each, points[each.pk], sum_, terms, salt, award.purse))
    return Made(Case(tuple(rows), _settings(terms, award, steps)), codes, tuple(pointless), tuple(sumless))


def borrowed(
    terms: Terms, award: Award, told: Standing, files: Iterable[Application], asked: Mapping[str, int]
) -> Case:
    """The case of a call that has no files yet, made of the files of another round: their points, kinds, answers and sums
    under this call's rules. A file of a stream that this call has not, or without a sum, is left out.
    """
    points, purse, salt = joined(told, {}, 0), award.purse or Purse(), "tried"
    rows = [
        _file(file_code(salt, each.pk), each, points[each.pk], asked[each.name], terms, salt, purse)
        for each in files
        if terms.stream(each.stream) and asked.get(each.name) and each.pk in points
    ]
    return Case(tuple(rows), _settings(terms, award, {}))


def file_code(salt: str, number: int) -> str:
    """The code of an application in what is published."""
    return code(salt, f"application:{number}")


def _file(
    name: str, one: Application, points: Points, asked: int, terms: Terms, salt: str, purse: Purse
) -> File:
    return File(
        name, one.kind, one.stream, points.points, asked, points.low, points.high, points.place,
        code(salt, f"organisation:{one.organisation_id}"), _attributes(one, terms), levels(one.values, purse.steps),
    )  # fmt: skip


def levels(values: Mapping[str, Any], steps: Iterable[int]) -> tuple[int, ...]:
    """The parts of the sum, in per cent, with which the applicant can make the film; the whole always."""
    given = values.get(PART) or []
    ticked = {str(each) for each in (given if isinstance(given, list) else [given])}
    return tuple(sorted({WHOLE, *(step for step in steps if str(step) in ticked)}))


def _attributes(one: Application, terms: Terms) -> frozenset[str]:
    """The quotas that a film counts for, by their codes."""
    kind = terms.kind(one.kind)
    answers = dict(one.values) | {
        "kind": one.kind, "stream": one.stream, "medium": str(kind.medium) if kind else "",
        "length": str(kind.length) if kind else "", "company": one.organisation.ref or one.organisation.number,
    }  # fmt: skip
    return frozenset(each.code for each in terms.quotas if applies(Only(each.answer, each.one_of), answers))


def _settings(terms: Terms, award: Award, steps: Mapping[str, int]) -> Settings:
    purse = award.purse or Purse()
    allowed = (WHOLE, *purse.steps)
    streams = tuple(
        Stream(each.code, each.envelope or 0, steps.get(each.code, WHOLE), allowed) for each in terms.streams
    )
    return Settings(
        streams, tuple(_quota(each) for each in terms.quotas), purse.least or 0, purse.most, purse.least_points or 0,
        purse.company_films, purse.company_sum, purse.rest, str(purse.lots), seconds=purse.seconds,
    )  # fmt: skip


def _quota(each: Asked) -> Quota:
    return Quota(
        each.code, frozenset({each.code}), COUNTED[Measure(each.measure)].value, each.least, each.most, each.clause,
        each.stream,
    )  # fmt: skip
