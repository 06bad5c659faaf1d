"""An estimate as its page shows it: tables, the drawing of the plan, what is open with the way to it."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from kinoqor.funding.estimate.queries import parts_of
from kinoqor.funding.estimate.rules import by_phase, percent, planned, points, reckon, to_cover
from kinoqor.funding.estimate.words import SIGNS, Norms, Point, Proof, Reckoned, Source, Span, Sum, Whose
from kinoqor.kit.money import Money
from kinoqor.ui import pack
from kinoqor.ui.chart import bar_chart


def shown(name: str, number: int, norms: Norms) -> dict[str, Any]:
    """All that the page of an estimate shows."""
    items, plan, spans, _revision = parts_of(name)
    lang, reckoned = pack.language(), reckon(items, spans, norms)
    open_here = points(items, plan, spans, norms, lang)
    return {
        "lines": len(items), "chapters": chapters(reckoned, norms), "total": sums(reckoned.total, norms),
        "rates": [(percent(rate.rate, lang), rate.sure, sums(each, norms)) for rate, each in reckoned.by_rate if rate],
        "untaxed": next((sums(each, norms) for rate, each in reckoned.by_rate if rate is None), None),
        "plan": sources(plan, reckoned.total, norms), "phases": phases(items, spans, norms),
        "open": told(open_here, number, blocks=True), "remarks": told(open_here, number, blocks=False),
        "caps": any(each.chapter.most is not None for each in reckoned.chapters),
    }  # fmt: skip


def money(minor: int, norms: Norms) -> str:
    """An amount in the manner of the page."""
    return Money(minor, norms.currency).exactly(pack.language())


def sums(of: Sum, norms: Norms) -> dict[str, str]:
    """Without tax, the tax, with tax."""
    return {name: money(getattr(of, name), norms) for name in ("net", "tax", "gross")}


def chapters(reckoned: Reckoned, norms: Norms) -> list[dict[str, Any]]:
    """The chapters with their sums, shares and caps."""
    lang = pack.language()
    return [
        {
            "code": each.chapter.code, "name": pack.in_language(dict(each.chapter.name)), "lines": each.lines,
            "sums": sums(each.sum, norms), "share": percent(each.share, lang), "over": each.over,
            "cap": "" if each.chapter.most is None else percent(each.chapter.most, lang),
            "clause": each.chapter.clause, "sure": each.chapter.sure,
        }
        for each in reckoned.chapters
    ]  # fmt: skip


def sources(plan: Sequence[Source], total: Sum, norms: Norms) -> dict[str, Any]:
    """The plan as rows, and drawn."""
    lang, due = pack.language(), to_cover(total, norms)
    rows = []
    for each in plan:
        share = percent(each.amount * 10_000 // due, lang) if due else ""
        asked = each.whose == Whose.ASKED
        rows.append(
            {
                "whose": Whose(each.whose).label, "text": each.text, "amount": money(each.amount, norms), "share": share,
                "proof": "" if asked else Proof(each.proof).label, "sign": "" if asked else SIGNS[each.proof],
                "bar": each.text or str(Whose(each.whose).label),
            }
        )  # fmt: skip
    found = planned(plan)
    bars = [(str(row["bar"]), each.amount, str(row["amount"])) for row, each in zip(rows, plan, strict=True)]
    if due > found:
        bars.append((_("not covered yet"), due - found, money(due - found, norms)))
    said = "; ".join(f"{label}: {amount}" for label, _n, amount in bars)
    missing = [bars[-1][0]] if due > found and bars else []
    return {
        "rows": rows, "found": money(found, norms), "due": money(due, norms), "gross": norms.covers_gross,
        "unpriced": not due, "gap": money(abs(due - found), norms) if due != found else "", "short": found < due,
        "chart": bar_chart(bars, missing, said) if plan else None,
    }  # fmt: skip


def phases(items: Iterable[Any], spans: Iterable[Span], norms: Norms) -> list[dict[str, Any]]:
    """The phases with their days and what is spent in each."""
    kept = list(spans)
    dated, spent = {each.phase: each for each in kept}, by_phase(items, kept, norms)
    rows = []
    for phase in norms.phases:
        span = dated.get(phase.code)
        name, own = pack.in_language(dict(phase.name)), spent.get(phase.code)
        first, last = (span.first, span.last) if span else (None, None)
        rows.append(
            {"name": name, "first": first, "last": last, "gross": money(own.gross, norms) if own else ""}
        )
    if "" in spent:
        rows.append(
            {"name": _("at any time"), "first": None, "last": None, "gross": money(spent[""].gross, norms)}
        )
    return rows


def told(found: Iterable[Point], number: int, blocks: bool) -> list[tuple[Point, str]]:
    """The points that block, or the remarks, each with the address where it is mended."""
    return [(point, address(point.place, number)) for point in found if point.blocks == blocks]


def address(place: str, number: int) -> str:
    """The page on which a place of the estimate is written."""
    part, _dot, rest = place.partition(".")
    if part == "chapter":
        return reverse("estimate-chapter", args=[number, rest])
    if part in ("plan", "schedule"):
        return reverse(f"estimate-{part}", args=[number])
    return f"{reverse('estimate', args=[number])}#chapters"


def names(norms: Norms) -> list[tuple[str, str]]:
    """The chapters by name, with the codes that a table may give instead."""
    return [(pack.in_language(dict(each.name)), each.code) for each in norms.chapters]
