"""What becomes of every file of a stage, read from the order or from the vote on its list."""

from collections.abc import Iterator, Mapping
from typing import Any

from kinoqor.deciding.allocation import queries as lists
from kinoqor.deciding.allocation.models import Allocation, Departure
from kinoqor.deciding.allocation.rules.table import counts_for
from kinoqor.deciding.allocation.words import Case, File, Line, Reason
from kinoqor.deciding.allocation.words import Result as Listed
from kinoqor.deciding.commission.models import Ruling
from kinoqor.deciding.commission.words import IN_ORDER
from kinoqor.deciding.publication import queries, rules
from kinoqor.deciding.publication.queries import Round
from kinoqor.deciding.publication.words import Fate, Result, Why
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.words import State
from kinoqor.funding.check.letters import whole
from kinoqor.judging.score import queries as scores
from kinoqor.judging.score.words import Stand
from kinoqor.judging.score.words import Standing as Scored
from kinoqor.register.credit.words import Role

HUNDRED = 100


def fates(of: Round, day: str = "") -> list[Fate]:
    """Of every file of a stage that waits for its decision; `day`: the last one for an objection, in ISO, or ""."""
    files = list(queries.files_of(of.ref, of.stage))
    found = _ordered(of, files) if of.order is not None else _chosen(of, files)
    return [_with(each, {"objection": day}) if day else each for each in found]


def _with(of: Fate, more: Mapping[str, Any]) -> Fate:
    return Fate(
        of.application, of.result, of.was, of.asked, of.council, of.commission, of.award, {**of.line, **more}
    )


class Papers:
    """The documents of a list as they stand after departures; `case` and `result` are None before it is computed."""

    def __init__(self, of: Allocation) -> None:
        found = lists.read(of)
        self.case: Case | None = found.case if found else None
        self.result: Listed | None = found.result if found else None
        self.would = lists.would(of)
        self.numbers: Mapping[str, int] = of.codes
        self.codes = {number: code for code, number in of.codes.items()}
        self.files = {each.code: each for each in found.case.files} if found else {}
        self.awards = {each.code: each for each in found.result.awards} if found else {}
        self.refusals = {each.code: each for each in found.result.refusals} if found else {}

    def line(self, file: File) -> Line | None:
        """The cut-off that a film was measured by."""
        if self.case is None or self.result is None:
            return None
        signs = tuple(each.code for each in self.case.settings.quotas if counts_for(each, file))
        group = (file.stream, file.kind, signs)
        return next((one for one in self.result.lines if (one.stream, one.kind, one.quotas) == group), None)

    def clauses(self, quotas: tuple[str, ...] | list[str]) -> list[str]:
        """The clauses of quotas, each once."""
        known = {each.code: each.clause for each in self.case.settings.quotas} if self.case else {}
        return list(dict.fromkeys(known[code] for code in quotas if known.get(code)))


def _ordered(of: Round, files: list[Application]) -> Iterator[Fate]:
    order = of.order
    assert order is not None
    papers = Papers(order.allocation)
    rows = {row["application"]: row for row in order.rows}
    ruled = {
        each.application_id: each
        for each in Ruling.objects.filter(allocation=order.allocation, replaced=None)
    }
    left = {
        each.application_id: each
        for each in Departure.objects.filter(allocation=order.allocation, dropped=None)
    }
    for each in files:
        row = rows.get(each.pk) if each.state != State.NO_SHOW else None
        ruling, departure = ruled.get(each.pk), left.get(each.pk)
        yield _fate(of, each, papers, row, ruling, departure)


def _fate(
    of: Round, one: Application, papers: Papers, row: Mapping[str, Any] | None, ruling: Ruling | None,
    departure: Departure | None,
) -> Fate:  # fmt: skip
    code = papers.codes.get(one.pk, f"{one.pk:06d}")
    file, award = papers.files.get(code), papers.awards.get(code)
    council = departure.award if departure and departure.comes_in else award.money if award else 0
    said = _measured(one, papers, code, file)
    if row is not None:
        way = "departure" if departure else award.way if award else ""
        said |= {"way": way, "film": _film(one, row)}
        commission = ruling.award if ruling else row["award"]
        return Fate(
            one.pk, Result.AWARDED, one.state, file.asked if file else 0, council or row["award"], commission,
            row["award"], said,
        )  # fmt: skip
    said |= _refused(of, one, papers, code, ruling, departure)
    return Fate(one.pk, Result.NOT_CHOSEN, one.state, file.asked if file else 0, council, 0, 0, said)


def _measured(one: Application, papers: Papers, code: str, file: File | None) -> dict[str, Any]:
    said: dict[str, Any] = {"code": code, "stream": one.stream, "kind": one.kind, "was": str(one.state)}
    if file is None:
        return said
    line = papers.line(file)
    said |= {
        "points": file.points,
        "low": file.low,
        "high": file.high,
        "cutoff": line.points if line else None,
    }
    said["lots"] = bool(papers.result and code in papers.result.band)
    return said


def _refused(
    of: Round, one: Application, papers: Papers, code: str, ruling: Ruling | None, departure: Departure | None
) -> dict[str, Any]:
    award = of.terms.award(of.stage)
    clause = award.clause if award else ""
    refusal = papers.refusals.get(code)
    if one.state == State.NO_SHOW:
        return {"reason": Why.NO_SHOW.value, "clause": clause}
    if ruling is not None and ruling.said not in IN_ORDER:
        return {"reason": Why.COMMISSION.value, "clause": ruling.clause, "words": ruling.reason}
    if departure is not None and not departure.comes_in:
        return {"reason": Reason.DEPARTURE.value, "clause": clause, "words": departure.reason}
    if refusal is None:
        return {"reason": Why.UNLISTED.value, "clause": clause}
    clauses = papers.clauses(refusal.quotas)
    found: dict[str, Any] = {"reason": refusal.reason, "clause": "; ".join(clauses) or clause}
    told = papers.would.get(code)
    if told:
        found |= {
            "would": {"points": told.points, "envelope": told.envelope},
            "passed": [
                [papers.numbers.get(better, 0), papers.clauses(quotas)] for better, quotas in told.passed
            ],
        }
    return found


def _chosen(of: Round, files: list[Application]) -> Iterator[Fate]:
    found = scores.round_of(of.ref, of.stage)
    told = scores.standing(found) if found is not None and found.opening is not None else None
    award = of.terms.award(of.stage)
    clause = (award.clause if award else "") or (told.terms.clause if told else "")
    for each in files:
        said: dict[str, Any] = {
            "code": f"{each.pk:06d}",
            "stream": each.stream,
            "kind": each.kind,
            "was": str(each.state),
        }
        said |= _placed(told, str(each.pk))
        admitted = told is not None and str(each.pk) in told.admitted and each.state != State.NO_SHOW
        if admitted:
            said["film"] = _film(each)
            yield Fate(each.pk, Result.CHOSEN, each.state, line=said)
        else:
            said |= {"reason": _why(told, each).value, "clause": clause}
            yield Fate(each.pk, Result.NOT_CHOSEN, each.state, line=said)


def _placed(told: Scored | None, film: str) -> dict[str, Any]:
    place, score = (told.place_of(film), told.scores.get(film)) if told else (None, None)
    if told is None or place is None or score is None:
        return {}
    line = None if told.line is None else round(told.line * HUNDRED)
    points = round(place.value * HUNDRED)
    short = rules.short(points, line)
    would = {"would": {"points": line, "envelope": None}} if short is not None else {}
    return {
        "points": points, "low": round(score.low * HUNDRED), "high": round(score.high * HUNDRED), "cutoff": line,
        "place": place.place, **would,
    }  # fmt: skip


def _why(told: Scored | None, one: Application) -> Reason | Why:
    if one.state == State.NO_SHOW:
        return Why.NO_SHOW
    place = told.place_of(str(one.pk)) if told else None
    if place is None:
        return Why.UNREAD
    return Why.TIED if place.stand == Stand.TIED else Reason.LINE


def _film(one: Application, row: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """What everybody reads of a chosen film: as the order has it, else as its file says."""
    names = {
        role: ", ".join(member.get("name", "") for member in one.crew if member.get("role") == role)
        for role in (Role.PRODUCER.value, Role.DIRECTOR.value)
    }
    plain = {"title": one.titles, "company": whole(one.organisation.names), **names}
    given = {key: row[key] for key in plain if row and row.get(key)}
    return {**plain, **given, "synopsis": str(one.values.get("synopsis") or ""), "language": one.language}
