"""A result checked without any solver: every sum, limit, line, reason, the justice rule, the lot and the rest.

What it does not say is that no better list exists: for that the case is solved again (`choosing`).
"""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from kinoqor.deciding.allocation.rules.justice import passed_over
from kinoqor.deciding.allocation.rules.limits import Sums, sums
from kinoqor.deciding.allocation.rules.making import made
from kinoqor.deciding.allocation.rules.table import Table, chosen, table
from kinoqor.deciding.allocation.words import Case, Fault, Result


def check(case: Case, result: Result) -> list[Fault]:
    """Everything in a result that does not hold; nothing where all does."""
    try:
        held = table(case)
    except ValueError as error:
        words = _("The case contradicts itself: %(error)s") % {"error": error}
        return [Fault("", words)]
    return [*_named(held, result), *_limits(held, result), *_just(held, result), *_follows(held, result)]


def _named(held: Table, result: Result) -> Iterator[Fault]:
    """Every file stands once, either in the list or out of it with a reason."""
    given = [award.code for award in result.awards] + [each.code for each in result.refusals]
    known = {row.file.code for row in held.rows}
    for code in sorted(known ^ set(given) | set(result.computed) - known):
        yield Fault(code, _("The film stands nowhere, or in the list only."))
    for code in sorted(
        {code for code in given if given.count(code) > 1} if len(set(given)) < len(given) else ()
    ):
        yield Fault(code, _("The film stands twice."))
    could = {row.file.code for row in held.rows if not row.out} - held.case.outside
    for code in sorted(({award.code for award in result.awards} | set(result.computed)) - could):
        yield Fault(code, _("The film may not be in the list at all."))
    for code in sorted(held.case.inside - set(result.computed)):
        yield Fault(code, _("The departure says that the film is in the list."))


def _limits(held: Table, result: Result) -> Iterator[Fault]:
    rows = {row.file.code: row for row in held.rows}
    for award in result.awards:
        row = rows.get(award.code)
        if row is not None and (award.money, award.level) != (row.money, row.level):
            told = {"given": award.money, "due": row.money}
            yield Fault(award.code, _("The award is %(given)s; by the rule it is %(due)s.") % told)
    for codes in (result.computed, result.funded):
        yield from _kept(held, sums(held, chosen(held, codes)))


def _kept(held: Table, counted: Sums) -> Iterator[Fault]:
    for stream in held.settings.streams:
        if counted.left(stream.code) < 0:
            told = {"over": -counted.left(stream.code)}
            yield Fault(stream.code, _("The envelope is overspent by %(over)s.") % told)
    for quota in counted.broken():
        yield Fault(quota.code, _("The quota does not hold (clause %(clause)s).") % {"clause": quota.clause})
    films, money = held.settings.company_films, held.settings.company_money
    for company, (count, given) in counted.companies.items():
        if (films is not None and count > films) or (money is not None and given > money):
            yield Fault(company, _("The company has more than one company may."))


def _just(held: Table, result: Result) -> Iterator[Fault]:
    for row, other in passed_over(held, result.computed):
        words = _(
            "The film was passed over by %(other)s, which is placed worse and brings nothing that it lacks."
        )
        yield Fault(row.file.code, words % {"other": other.file.code})


def _follows(held: Table, result: Result) -> Iterator[Fault]:
    """Value, lines, reasons, lot and rest follow from the computed list: they are made again and compared."""
    due = made(held, [row.file.code for row in chosen(held, result.computed)])
    if result.value != due.value:
        yield Fault(
            "", _("The value is %(said)s and not %(due)s.") % {"said": result.value, "due": due.value}
        )
    if result.band != due.band or result.kept != due.kept:
        yield Fault("", _("The band of the lot is another one."))
    for code in sorted(result.funded ^ due.funded):
        yield Fault(code, _("Lot or rest, repeated, decide otherwise about the film."))
    ways = {award.code: award.way for award in due.awards}
    for award in result.awards:
        if ways.get(award.code, award.way) != award.way:
            yield Fault(award.code, _("The film came into the list in another way."))
    reasons = {each.code: each for each in due.refusals}
    for refusal in result.refusals:
        if reasons.get(refusal.code, refusal) != refusal:
            yield Fault(refusal.code, _("The film was turned away for another reason."))
    if result.lines != due.lines:
        yield Fault("", _("The table of cut-offs is another one."))
