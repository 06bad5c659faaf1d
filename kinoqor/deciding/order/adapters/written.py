"""What an order says: its rows, the facts of its papers, the short statement to sign, its leaves of the public record."""

import base64
from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from kinoqor.deciding.allocation.models import Allocation
from kinoqor.deciding.commission import queries as commission
from kinoqor.deciding.commission.words import IN_ORDER
from kinoqor.deciding.order import queries
from kinoqor.deciding.order.models import Order
from kinoqor.deciding.order.words import LANGUAGES, Row
from kinoqor.deciding.session.queries import adopted
from kinoqor.funding.call.queries import terms_of
from kinoqor.kit.canonical import canonical, digest
from kinoqor.kit.document import said
from kinoqor.kit.moment import Moment, say
from kinoqor.kit.money import Money

KIND, FORM = "order", 1  # of the statement


def rows(of: Allocation, approved: Iterable[Row]) -> list[dict[str, Any]]:
    """The rows of an order: each film by its code, with who makes it and its sum, as they are known today."""
    listed = list(approved)
    codes = {number: code for code, number in of.codes.items()}
    known = queries.applications(each.application for each in listed)
    found = []
    for each in listed:
        one = known[each.application]
        found.append(
            {
                "code": codes.get(each.application, ""), "application": each.application, "title": whole(one.titles),
                "company": whole(one.organisation.names), "producer": _called(one.crew, "producer"),
                "director": _called(one.crew, "director"), "award": each.award,
            }
        )  # fmt: skip
    return found


def whole(texts: Mapping[str, str]) -> dict[str, str]:
    """A text for each language of the house; where one is not given, another one stands there."""
    some = next((texts[lang] for lang in LANGUAGES if texts.get(lang)), "")
    return {lang: texts.get(lang) or some for lang in LANGUAGES}


def _called(crew: Iterable[Mapping[str, Any]], role: str) -> str:
    return ", ".join(str(each["name"]) for each in crew if each.get("role") == role and each.get("name"))


def facts(of: Order, lang: str) -> dict[str, Any]:
    """What the paper of an order says in one language, as plain values."""
    with override(lang):
        return _facts(of, lang)


def _facts(of: Order, lang: str) -> dict[str, Any]:
    terms, stage = terms_of(of.version), of.allocation.stage
    step, award, vote = terms.stage(stage), terms.award(stage), adopted(of.allocation)
    body = commission.commission_of(of.version.call.programme_id)
    day = vote.photograph.day if vote and vote.photograph else None
    return {
        "number": of.number, "day": spoken(of.day, lang), "invented": terms.invented, "order": of.pk,
        "call": said(terms.name, lang), "stage": said(step.name, lang) if step else stage,
        "version": of.version.number, "clause": award.clause if award else "",
        "signer": of.signer[lang], "rows": [_row(each, terms.currency, lang) for each in of.rows],
        "total": Money(of.total, terms.currency).exactly(lang), "films": len(of.rows),
        "council": said(vote.sitting.body.name, lang) if vote else "", "voted": spoken(day, lang) if day else "",
        "votes": [vote.counts[key] for key in ("for", "against", "abstained")] if vote and vote.counts else [],
        "commission": said(body.name, lang) if body else "", "list": of.allocation.result_digest or "",
        "streams": _streams(of, lang), "check": f"{settings.ADDRESS}{reverse('paper-check')}",
    }  # fmt: skip


def _row(row: Mapping[str, Any], currency: str, lang: str) -> dict[str, str]:
    told = {key: row[key] for key in ("producer", "director")} | {"company": row["company"][lang]}
    return {**told, "title": row["title"][lang], "award": Money(row["award"], currency).exactly(lang)}


def _streams(of: Order, lang: str) -> list[list[str]]:
    """[name, sum] of each stream of which an order has films, in the order of the call."""
    terms = terms_of(of.version)
    stream = {each.application: each.stream for each in commission.funded(of.allocation)}
    found = []
    for each in terms.streams:
        given = sum(row["award"] for row in of.rows if stream.get(row["application"]) == each.code)
        if given:
            year = f" ({each.year})" if each.year else ""
            found.append([f"{said(each.name, lang)}{year}", Money(given, terms.currency).exactly(lang)])
    return found


def spoken(day: Any, lang: str) -> str:
    """A day in words."""
    return say(Moment(day.year, day.month, day.day), lang)


def statement(of: Order, papers: Mapping[str, str]) -> str:
    """The short text that is signed: canonical JSON with the digests of the papers (SHA-256 of each PDF), of the rows
    and of the list that they come from. One line of ASCII and letters, so that it is the same everywhere.
    """
    terms = terms_of(of.version)
    listed = [[each["code"], each["title"], each["company"], each["award"]] for each in of.rows]
    return canonical(
        {
            "kind": KIND, "v": FORM, "call": of.version.call.ref, "stage": of.allocation.stage, "number": of.number,
            "day": of.day.isoformat(), "films": len(of.rows), "total": of.total, "currency": terms.currency,
            "rows": digest(listed), "list": of.allocation.result_digest or "", "papers": dict(papers),
        }
    )  # fmt: skip


def leaves(of: Order) -> list[tuple[str, dict[str, Any]]]:
    """What the public record says of a signed order once its result is out: of each ruling, and of the order itself."""
    return [*ruling_leaves(of), ("order.signed", order_leaf(of))]


def ruling_leaves(of: Order) -> list[tuple[str, dict[str, Any]]]:
    """What the public record says of each ruling, by the code of its film; reasons and names stay here."""
    currency = terms_of(of.version).currency
    ruled = commission.rulings(of.allocation)
    found: list[tuple[str, dict[str, Any]]] = []
    for each in commission.funded(of.allocation):
        one = ruled.get(each.application)
        if one is not None:
            given = one.award if one.said in IN_ORDER else 0
            told = {"item": each.code, "outcome": one.said, "currency": currency, "sum": given}
            taken = {"composition": one.photograph.digest} if one.photograph else {}
            found.append(("commission.decided", told | taken))
    return found


def leaf_of(of: Allocation, number: str, day: date) -> dict[str, Any]:
    """What the public record would say of an order that is still to be made, to see whether it can."""
    currency = terms_of(of.version).currency
    return {
        "number": number, "day": day.isoformat(), "paper": "0" * 64, "films": 0, "total": 0, "currency": currency,
    }  # fmt: skip


def order_leaf(of: Order) -> dict[str, Any]:
    """What the public record says of a signed order whose result is out."""
    told = {"films": len(of.rows), "total": of.total, "currency": terms_of(of.version).currency}
    return sealed_leaf(of) | told


def sealed_leaf(of: Order) -> dict[str, Any]:
    """What it says before that: digests alone, so that no other order can take its place unseen."""
    first = queries.papers_of(of)[LANGUAGES[0]]
    told = {"number": of.number, "day": of.day.isoformat(), "paper": first.digest}
    if of.signature:
        told["signature"] = sha256(base64.b64decode(of.signature)).hexdigest()
    return told
