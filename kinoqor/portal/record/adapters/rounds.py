"""The documents of a round as they are published: codes, numbers and digests, and nothing about a person.

Films stand under the codes of the list; readers under codes of their own, so that whoever learns who read a film in the
draw does not learn more from the marks than they say. Reasons, titles and names are not here: they stand on the pages.
"""

import base64
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Any

from kinoqor.deciding.allocation.adapters.case import file_code
from kinoqor.deciding.allocation.adapters.pitched import pitched
from kinoqor.deciding.allocation.models import Allocation
from kinoqor.deciding.commission.words import IN_ORDER
from kinoqor.deciding.order.words import LANGUAGES
from kinoqor.deciding.publication.models import Outcome, Publication
from kinoqor.deciding.publication.words import Result
from kinoqor.deciding.session.adapters.handed import says as vote_said
from kinoqor.funding.call.queries import terms_of
from kinoqor.judging.assignment.rules.frozen import code
from kinoqor.judging.score import queries as scores
from kinoqor.judging.score.words import Terms
from kinoqor.kit.canonical import canonical
from kinoqor.kit.verdict import Refused
from kinoqor.portal.record import queries

FORMAT = "kinoqor round 1"
NUMBERS = ("lowest", "highest", "most", "reach", "crossing", "uneven", "level", "widening")


def documents(ref: str, stage: str) -> dict[str, str]:
    """Every document of a stage by its name, as it was when its result was published."""
    published, found = queries.publication(ref, stage), dict[str, str]()
    if published is None:
        return found
    for draw in queries.draws(ref, stage):
        found[f"draw-{draw.pk}/frozen.json"] = draw.frozen or ""
        if draw.result is not None:
            found[f"draw-{draw.pk}/result.json"] = draw.result
    for name, said in _said(ref, published):
        found[f"{name}.json"] = canonical({"format": FORMAT, "call": ref, "stage": stage, **said})
    return found


def _said(ref: str, published: Publication) -> Iterator[tuple[str, dict[str, Any]]]:
    order = published.order
    of = order.allocation if order else None
    marked = _scores(ref, published, of)
    if marked:
        yield "scores", marked
    yield "votes", {"votes": [vote_said(each) for each in queries.votes(published)]}
    yield "result", result_said(queries.outcomes(published))
    if order is None or of is None:
        return
    names = {number: name for name, number in of.codes.items()}
    yield "allocation", _allocation(of)
    yield (
        "departures",
        {"departures": [_departure(each, names) for each in queries.departures(of, published.lifted_id)]},
    )
    ruled = list(queries.rulings(order))
    if ruled:
        rows = sorted(
            [names[each.application_id], each.said, each.award if each.said in IN_ORDER else 0]
            for each in ruled
        )
        yield "rulings", {"currency": terms_of(of.version).currency, "rulings": rows}
    yield "order", order_said(order)


def result_said(outcomes: Iterable[Outcome]) -> dict[str, Any]:
    """What is published of a result: how many files, and each that was chosen."""
    found = list(outcomes)
    counted = {each.value: sum(one.result == each for one in found) for each in Result}
    chosen = sorted(
        [str(one.line["code"]), str(one.result), one.award]
        for one in found
        if one.result != Result.NOT_CHOSEN
    )
    return {"files": len(found), **counted, "list": chosen}


def _allocation(of: Allocation) -> dict[str, Any]:
    told = {"frozen": of.frozen, "result": of.result, "after": of.after, "told": of.told}
    return {name: None if text is None else json.loads(text) for name, text in told.items()}


def _departure(each: Any, names: dict[int, str]) -> dict[str, Any]:
    towards = "in" if each.comes_in else "out"
    return {"film": names[each.application_id], "towards": towards, "award": each.award, "price": each.price}


def order_said(order: Any) -> dict[str, Any]:
    """What is published of a signed order."""
    papers = order.papers or {}
    digests = queries.paper_digests(papers.values())
    signature = sha256(base64.b64decode(order.signature)).hexdigest() if order.signature else None
    return {
        "number": order.number, "day": order.day.isoformat(), "currency": terms_of(order.version).currency,
        "rows": [[each["code"], each["award"]] for each in order.rows], "total": order.total,
        "papers": {lang: digests.get(number, "") for lang, number in papers.items()},
        "paper": digests.get(papers.get(LANGUAGES[0], "")), "statement": order.digest, "signature": signature,
    }  # fmt: skip


def _scores(ref: str, published: Publication, of: Allocation | None) -> dict[str, Any] | None:
    """The marks of a stage under codes, the rule, and what the house has made of them; None where nothing is opened.

    A film that was withdrawn after they were counted still counts, or the published points would follow from nothing.
    """
    read, first = scores.round_of(ref, published.stage), queries.draws(ref, published.stage).first()
    salt = of.salt if of else first.salt if first else ""
    if read is None or read.opening is None or not salt:
        return None
    counted = replace(read, still=queries.withdrawn_since(of.made_id if of else published.lifted_id or 0))
    try:
        found = scores.standing(counted)
    except Refused:
        return None
    terms, correction = found.terms, found.correction
    return {
        "criteria": [[each.code, *map(str, (each.lowest, each.highest, each.weight))] for each in terms.criteria],
        "terms": _terms(terms),
        "sections": {file_code(salt, int(film)): name for film, name in scores.sections(counted).items()},
        "marks": sorted(
            [_reader(salt, mark.reader), file_code(salt, int(mark.film)), mark.criterion,
             None if mark.value is None else str(mark.value)]
            for mark in scores.marks_of(read.opening, counted.still)
        ),
        "corrected": bool(correction.verdict),
        "strictness": {_reader(salt, name): int(correction.of(name) * 100) for name in correction.readers},
        "scores": sorted(
            [file_code(salt, int(film)), *(int(each * 100) for each in (one.raw, one.score, one.low, one.high))]
            for film, one in found.scores.items()
        ),
        "pitching": _pitching(of, salt),
    }  # fmt: skip


def _terms(terms: Terms) -> dict[str, Any]:
    said: dict[str, Any] = {name: str(getattr(terms, name)) for name in NUMBERS}
    return said | {"correct": terms.correct, "trust": terms.trust, "fewest": terms.fewest}


def _pitching(of: Allocation | None, salt: str) -> dict[str, Any] | None:
    """The pitching's weight in per cent, and its points by film as exact fractions; None where it does not weigh."""
    award = terms_of(of.version).award(of.stage) if of else None
    if of is None or award is None or award.pitching is None or not award.pitching.weight:
        return None
    listed = set(of.codes.values())  # nothing is said of a film that was heard and withdrawn before the list
    heard = pitched(of.version, of.stage).items()
    told = {file_code(salt, film): str(points) for film, points in heard if film in listed}
    return {"weight": award.pitching.weight, "points": told}


def _reader(salt: str, name: str) -> str:
    return code(salt, f"marks of user:{name}")
