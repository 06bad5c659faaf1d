"""The law of an order: for what it cannot be signed, and which step may follow which. Pure.

What an order lacks is looked for as a whole, so that its page can say everything at once; signing is refused for the
same reasons by the same function.
"""

from collections.abc import Collection, Iterable, Sequence

from django.utils.translation import gettext_lazy as _

from kinoqor.deciding.commission.rules import sums_up
from kinoqor.deciding.commission.words import IN_ORDER
from kinoqor.deciding.order.rules.steps import may_be_of
from kinoqor.deciding.order.rules.voted import vote_lacks
from kinoqor.deciding.order.words import Case, Film, Lack, Missing, Row
from kinoqor.kit.money import Money
from kinoqor.kit.verdict import YES, Verdict, no


def lacks(case: Case) -> list[Lack]:
    """Everything for which an order cannot be signed, in the order in which it is mended; empty where nothing is."""
    return [*vote_lacks(case.vote), *_of_list(case), *_of_rulings(case), *_of_money(case), *_of_draft(case)]


def rows_of(films: Iterable[Film]) -> list[Row]:
    """The films that stand in an order, in the order of the list, each with what the commission gives it."""
    return [
        Row(each.application, each.ruling.award)
        for each in films
        if each.ruling is not None and each.ruling.said in IN_ORDER and not each.withdrawn
    ]


def _of_list(case: Case) -> list[Lack]:
    if not case.departures:
        return []
    told = _("Departures from the computed list that give no reason: %(n)s.") % {"n": case.departures}
    return [Lack(Missing.LIST, no(told, case.clause, way=_("Have each of them reasoned or dropped.")))]


def _of_rulings(case: Case) -> list[Lack]:
    standing = [each for each in case.films if not each.withdrawn]
    unruled = [each.application for each in standing if each.ruling is None]
    ruled = [(each, each.ruling) for each in standing if each.ruling is not None]
    mute = [each.application for each, said in ruled if not said.reason.strip() or not said.clause.strip()]
    wrong = [each.application for each, said in ruled if not sums_up(each.council, said, case.least)]
    found = []
    if unruled:
        told = _("Films without a ruling of the commission: %(films)s.") % {"films": _numbers(unruled)}
        found.append(no(told, case.clause, way=_("Enter what the commission decided.")))
    if mute:
        told = _("Rulings without a reason or without its clause: %(films)s.") % {"films": _numbers(mute)}
        found.append(no(told, case.clause, way=_("Enter these rulings anew with both.")))
    if wrong:
        told = _("Sums that do not add up to what the council gave: %(films)s.") % {"films": _numbers(wrong)}
        found.append(no(told, case.clause, way=_("Enter these rulings anew.")))
    return [Lack(Missing.RULING, each) for each in found]


def _of_money(case: Case) -> list[Lack]:
    """What is given in each stream and year must lie within its envelope."""
    stream = {each.application: each.stream for each in case.films}
    rows = rows_of(case.films)
    found = []
    for each in case.envelopes:
        given = sum(row.award for row in rows if stream[row.application] == each.stream)
        if each.money is not None and given > each.money:
            said = {
                "stream": each.name, "year": each.year or "", "given": _money(given, case),
                "money": _money(each.money, case), "more": _money(given - each.money, case),
            }  # fmt: skip
            told = (
                _(
                    "The envelope “%(stream)s” of %(year)s is overspent: %(given)s of %(money)s, %(more)s too much."
                )
                if each.year
                else _("The envelope “%(stream)s” is overspent: %(given)s of %(money)s, %(more)s too much.")
            )
            found.append(
                Lack(
                    Missing.RULING, no(told % said, case.clause, way=_("Cut or refuse, or change the list."))
                )
            )
    return found


def _of_draft(case: Case) -> list[Lack]:
    rows = rows_of(case.films)
    if not rows:
        said = _("No film is approved, so there is nothing to order.")
        return [Lack(Missing.RULING, no(said, case.clause, way=_("See what the commission said.")))]
    if case.rows is None:
        return []
    found = []
    gone = {each.application for each in case.films if each.withdrawn} & {
        row.application for row in case.rows
    }
    if gone:
        told = _("Withdrawn by their applicants, and still in the draft: %(films)s.")
        found.append(told % {"films": _numbers(sorted(gone))})
    elif list(case.rows) != rows:
        told = _("The draft does not say what the commission says now: %(films)s.")
        found.append(told % {"films": _numbers(differing(case.rows, rows))})
    if sum(each.award for each in case.rows) != case.total:
        found.append(str(_("The total of the draft is not the sum of its rows.")))
    if case.day is not None and not may_be_of(case.day, case.vote.day if case.vote else None):
        found.append(str(may_be_of(case.day, case.vote.day if case.vote else None).reason))
    way = _("Draft the order anew.")
    return [Lack(Missing.DRAFT, no(each, case.clause, way=way)) for each in found]


def differing(one: Sequence[Row], other: Sequence[Row]) -> list[int]:
    """The applications in which two lists differ, by their sums, by who stands in them, or by the order of the rows."""
    here, there = ({each.application: each.award for each in rows} for rows in (one, other))
    found = sorted(number for number in here | there if here.get(number) != there.get(number))
    moved = sorted(a.application for a, b in zip(one, other, strict=False) if a != b)
    return found or moved


def _numbers(films: Iterable[int]) -> str:
    return ", ".join(f"№ {each}" for each in films)


def _money(minor: int, case: Case) -> str:
    return Money(minor, case.currency).exactly(case.lang)


def may_be_signed(found: Collection[Lack]) -> Verdict:
    """The first of what is missing, as the reason why an order cannot be signed."""
    first = next(iter(found), None)
    return first.verdict if first else YES
