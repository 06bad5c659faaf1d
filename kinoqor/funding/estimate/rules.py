"""The sums of an estimate and what stands against it. Pure, in whole minor units; every table adds up to the last one."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from kinoqor.funding.estimate.words import (
    MOST_AMOUNT,
    Chapter,
    ChapterSum,
    Item,
    Norms,
    Point,
    Proof,
    Rate,
    Reckoned,
    Source,
    Span,
    Sum,
    Whose,
)
from kinoqor.kit.money import Money
from kinoqor.kit.text import percent as percent
from kinoqor.kit.verdict import YES, Verdict, no

WHOLE = 10_000  # hundredths of a per cent
_GAP = re.compile(r"[\s\u00a0\u202f_']")


def rate_on(rates: Iterable[Rate], day: date) -> Rate | None:
    """The rate that holds on a day; None before the first one."""
    return max((each for each in rates if each.first <= day), key=lambda each: each.first, default=None)


def _rounded(amount: Decimal) -> int:
    return int(amount.to_integral_value(ROUND_HALF_UP))


def day_of(item: Item, spans: Mapping[str, Span], norms: Norms) -> date:
    """The day whose rate counts for a line: the last of its phase, else that of the estimate."""
    span = spans.get(item.phase)
    return (span.last if span else None) or norms.day


def sum_of(item: Item, rate: Rate | None) -> Sum:
    """A line without tax, and its tax."""
    net = _rounded(item.quantity * item.price)
    tax = _rounded(Decimal(net) * rate.rate / WHOLE) if item.taxed and rate else 0
    return Sum(net, tax)


def reckon(items: Sequence[Item], spans: Iterable[Span], norms: Norms) -> Reckoned:
    """The sums of an estimate."""
    dated = {each.phase: each for each in spans}
    sums: dict[str, Sum] = {}
    counted: dict[str, int] = {}
    by_rate: dict[Rate | None, Sum] = {}
    for item in items:
        rate = rate_on(norms.rates, day_of(item, dated, norms)) if item.taxed else None
        one = sum_of(item, rate)
        sums[item.chapter] = sums.get(item.chapter, Sum()) + one
        counted[item.chapter] = counted.get(item.chapter, 0) + 1
        by_rate[rate] = by_rate.get(rate, Sum()) + one
    total = sum(sums.values(), Sum())
    known = {each.code for each in norms.chapters}
    return Reckoned(
        tuple(_chapter(each, counted, sums, total) for each in norms.chapters),
        total,
        tuple(sorted(by_rate.items(), key=lambda pair: pair[0].rate if pair[0] else 0)),
        sum(n for code, n in counted.items() if code not in known),
    )


def _chapter(chapter: Chapter, counted: Mapping[str, int], sums: Mapping[str, Sum], total: Sum) -> ChapterSum:
    own = sums.get(chapter.code, Sum())
    share = -(-own.net * WHOLE // total.net) if total.net else 0
    over = chapter.most is not None and own.net * WHOLE > chapter.most * total.net
    return ChapterSum(chapter, counted.get(chapter.code, 0), own, share, over)


def to_cover(total: Sum, norms: Norms) -> int:
    """What the plan must add up to."""
    return total.gross if norms.covers_gross else total.net


def planned(plan: Iterable[Source], *whose: str) -> int:
    """What the sources (of these kinds) bring together."""
    return sum(each.amount for each in plan if not whose or each.whose in whose)


def points(
    items: Sequence[Item], plan: Sequence[Source], spans: Sequence[Span], norms: Norms, lang: str
) -> list[Point]:
    """Everything that stands against an estimate, in the order of its pages."""
    reckoned = reckon(items, spans, norms)
    return [
        *_of_lines(items, reckoned, norms, lang),
        *_of_plan(plan, reckoned.total, norms, lang),
        *_of_schedule(items, spans, norms, lang),
    ]


def _of_lines(items: Sequence[Item], reckoned: Reckoned, norms: Norms, lang: str) -> Iterator[Point]:
    label = _("Estimate")
    if not items:
        yield Point("lines", _("The estimate has no line yet."), norms.clause, label)
    if len(items) > norms.most_lines:
        said = _("The estimate has %(n)d lines; at most %(most)d are taken.")
        yield Point("lines", said % {"n": len(items), "most": norms.most_lines}, norms.clause, label)
    if reckoned.strays:
        said = _("Lines that stand in no chapter of this call: %(n)d.") % {"n": reckoned.strays}
        yield Point("lines", said, norms.clause, label)
    for each in reckoned.chapters:
        if each.over and each.chapter.most is not None:
            said = _("%(chapter)s is %(share)s of the estimate; at most %(most)s may be.") % {
                "chapter": each.chapter.name[lang],
                "share": percent(each.share, lang),
                "most": percent(each.chapter.most, lang),
            }
            place, clause = f"chapter.{each.chapter.code}", each.chapter.clause
            yield Point(place, said, clause, each.chapter.name[lang], each.chapter.sure)


def _of_plan(plan: Sequence[Source], total: Sum, norms: Norms, lang: str) -> Iterator[Point]:
    label, due, found = _("Financing plan"), to_cover(total, norms), planned(plan)
    asked = planned(plan, Whose.ASKED)
    if not asked:
        yield Point("plan", _("The plan does not say how much is asked."), norms.clause, label)
    if found != due:
        said = (
            _("The sources bring %(found)s, the estimate comes to %(due)s: %(gap)s is missing.")
            if found < due
            else _("The sources bring %(found)s, the estimate comes to %(due)s: %(gap)s is too much.")
        )
        told = {"found": found, "due": due, "gap": abs(due - found)}
        shown = {name: Money(amount, norms.currency).exactly(lang) for name, amount in told.items()}
        yield Point("plan", said % shown, norms.clause, label)
    if norms.most_asked is not None and asked > norms.most_asked:
        said = _("%(asked)s is asked; at most %(most)s may be.") % {
            "asked": Money(asked, norms.currency).exactly(lang),
            "most": Money(norms.most_asked, norms.currency).exactly(lang),
        }
        yield Point("plan", said, norms.clause, label)
    if norms.intensity is not None and asked * WHOLE > norms.intensity * due:
        said = _("What is asked is more than %(most)s of the estimate.")
        yield Point("plan", said % {"most": percent(norms.intensity, lang)}, norms.clause, label)
    for number, each in enumerate(plan, 1):
        if each.whose != Whose.ASKED and each.proof == Proof.NONE:
            said = _("Nothing proves this source yet: %(text)s.") % {
                "text": each.text or Whose(each.whose).label
            }
            yield Point(f"plan.{number}.proof", said, norms.clause, label, blocks=False)


def _of_schedule(items: Iterable[Item], spans: Sequence[Span], norms: Norms, lang: str) -> Iterator[Point]:
    label, dated = _("Schedule"), {each.phase: each for each in spans}
    used, before = {each.phase for each in items}, None
    for phase in norms.phases:
        span, name = dated.get(phase.code), phase.name[lang]
        place = f"schedule.{phase.code}"
        if span is None or span.first is None or span.last is None:
            said = _("Say when this phase begins and ends: %(phase)s.") % {"phase": name}
            yield Point(place, said, norms.clause, label, blocks=bool(phase.code in used or not dated))
            continue
        if span.last < span.first:
            yield Point(place, _("%(phase)s ends before it begins.") % {"phase": name}, norms.clause, label)
        if before and span.first < before:
            said = _("%(phase)s begins before the phase that comes first.") % {"phase": name}
            yield Point(place, said, norms.clause, label)
        before = max(before, span.first) if before else span.first


def read_amount(typed: str, places: int) -> Decimal:
    """A number as people write it ("1 500 000,50"), not below nought, of so many places at most. Raises ValueError with
    a sentence.
    """
    bare = _GAP.sub("", typed)
    bare = bare.replace(",", ".") if bare.count(",") == 1 and "." not in bare else bare.replace(",", "")
    try:
        found = Decimal(bare) if re.fullmatch(r"\d+(\.\d+)?", bare, re.ASCII) else Decimal("NaN")
    except InvalidOperation:
        found = Decimal("NaN")
    if not found.is_finite():
        raise ValueError(_("This is not a number. Write it like 1500000 or 1500,50."))
    if found > MOST_AMOUNT:
        raise ValueError(_("This number is too large."))
    if found != found.quantize(Decimal(1).scaleb(-places)):
        raise ValueError(_("At most %(n)d places after the point.") % {"n": places})
    return found


def amount_typed(amount: Decimal) -> str:
    """A number as it stands in a field: "2.5", "1500000"."""
    return format(amount.normalize() + 0, "f")


def minor_units(amount: Decimal, currency: str) -> int:
    """An amount in whole units as minor ones."""
    return _rounded(amount * Money.whole(1, currency).minor)


def by_phase(items: Iterable[Item], spans: Iterable[Span], norms: Norms) -> dict[str, Sum]:
    """The sums of the lines of each phase; "" for those of any time."""
    dated, found = {each.phase: each for each in spans}, dict[str, Sum]()
    for item in items:
        rate = rate_on(norms.rates, day_of(item, dated, norms))
        found[item.phase] = found.get(item.phase, Sum()) + sum_of(item, rate)
    return found


def unchanged(shown: str, stands: str) -> Verdict:
    """Whether what stands is still what the writer saw."""
    if shown == stands:
        return YES
    return no(
        _("Someone else, or another window of yours, has saved this meanwhile. Nothing was saved now."),
        way=_("Compare both and save again: what you typed is still here."),
    )


def may_hold(lines: int, most: int | None) -> Verdict:
    """Whether an estimate may have so many lines."""
    if most is None or lines <= most:
        return YES
    said = _("The estimate would have %(n)d lines; at most %(most)d are taken.")
    return no(said % {"n": lines, "most": most}, way=_("Put small costs of one kind together."))


def items_of(kept: Iterable[Mapping[str, Any]]) -> list[Item]:
    """The lines of a record."""
    return [
        Item(
            each["chapter"], each["text"], each["unit"], Decimal(each["quantity"]), int(each["price"]),
            bool(each["taxed"]), each["phase"],
        )
        for each in kept
    ]  # fmt: skip


def plan_of(kept: Iterable[Mapping[str, Any]]) -> list[Source]:
    """The sources of a record."""
    return [Source(each["whose"], each["text"], int(each["amount"]), each["proof"]) for each in kept]


def schedule_of(kept: Iterable[Mapping[str, Any]]) -> list[Span]:
    """The schedule of a record."""
    return [Span(each["phase"], _day(each["first"]), _day(each["last"])) for each in kept]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def item_kept(item: Item) -> dict[str, Any]:
    """A line as it is kept."""
    return {
        "chapter": item.chapter, "text": item.text, "unit": item.unit, "quantity": format(item.quantity.normalize(), "f"),
        "price": item.price, "taxed": item.taxed, "phase": item.phase,
    }  # fmt: skip


def source_kept(source: Source) -> dict[str, Any]:
    """A source as it is kept."""
    return {"whose": source.whose, "text": source.text, "amount": source.amount, "proof": source.proof}


def span_kept(span: Span) -> dict[str, Any]:
    """A phase's dates as they are kept."""
    days = [day.isoformat() if day else None for day in (span.first, span.last)]
    return {"phase": span.phase, "first": days[0], "last": days[1]}
