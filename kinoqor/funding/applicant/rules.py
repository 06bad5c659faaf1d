"""Whether an applicant meets the conditions of a call, and whether its file may be saved. Pure.

The conditions really used: a tax debt of at most 6 MCI, not bankrupt nor in liquidation, a main activity that matches,
registration in the country (domain notes, 3).
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from kinoqor.funding.applicant.words import (
    ACTIVITY,
    BANKRUPT,
    COMPANY_NUMBER,
    COUNTRY,
    PERSON_NUMBER,
    TAX_DAY,
    TAX_DEBT,
)
from kinoqor.funding.call.words import Condition, Trial
from kinoqor.kit.question import said
from kinoqor.kit.verdict import YES, Verdict, no

Values = Mapping[str, Any]
FILE = "company-file"  # the address at which an open answer is given


def fit(
    values: Values, conditions: Iterable[Condition], now: datetime, home: Collection[str] = ()
) -> list[tuple[Condition, Verdict | None]]:
    """Each condition of a call with whether the file meets it at a moment; None where only a person can tell.

    `home` are the countries that count as the call's own; where none is known, being registered is for a person to see.
    """
    return [(one, _fits(one, values, now.date(), home)) for one in conditions]


def refusals(found: Iterable[tuple[Condition, Verdict | None]]) -> list[Verdict]:
    """What speaks against applying, of all that can be told."""
    return [verdict for _condition, verdict in found if verdict is not None and not verdict]


def _fits(condition: Condition, values: Values, today: date, home: Collection[str]) -> Verdict | None:
    if condition.test == Trial.REGISTERED:
        return _registered(condition, values, home)
    if condition.test == Trial.ACTIVITY:
        return _activity(condition, values)
    if condition.test == Trial.DEBT:
        return _debt(condition, values)
    if condition.test == Trial.SOLVENT:
        return _solvent(condition, values)
    if condition.test == Trial.CERTIFICATE:
        return _certificate(condition, values, today)
    return None


def _refused(condition: Condition) -> Verdict:
    return no(said(condition.reason), condition.clause, way=said(condition.way))


def _open(condition: Condition, what: str) -> Verdict:
    return no(what, condition.clause, way=_("Answer it in the company file."), to=FILE)


def _registered(condition: Condition, values: Values, home: Collection[str]) -> Verdict | None:
    country = str(values.get(COUNTRY) or "")
    if not country:
        return _open(condition, _("The company file does not say where you are registered."))
    if not home:
        return None
    return YES if country in home else _refused(condition)


def _activity(condition: Condition, values: Values) -> Verdict | None:
    code = str(values.get(ACTIVITY) or "")
    if not code:
        return _open(condition, _("The company file names no code of the main activity."))
    if not condition.codes:
        return None
    bare = _digits(code)  # a certificate writes 59111 or 59.11.1, and a call 59.11
    return YES if any(bare.startswith(_digits(each)) for each in condition.codes) else _refused(condition)


def _digits(code: str) -> str:
    return "".join(sign for sign in code if sign.isalnum())


def _debt(condition: Condition, values: Values) -> Verdict | None:
    owed = values.get(TAX_DEBT)
    if isinstance(owed, bool) or not isinstance(owed, int):
        return _open(condition, _("The company file does not say how much tax is owed."))
    if condition.limit is None:
        return None
    return YES if owed <= condition.limit else _refused(condition)


def _solvent(condition: Condition, values: Values) -> Verdict | None:
    bankrupt = values.get(BANKRUPT)
    if not isinstance(bankrupt, bool):
        return _open(
            condition, _("The company file does not say whether a bankruptcy or a liquidation is under way.")
        )
    return _refused(condition) if bankrupt else YES


def _certificate(condition: Condition, values: Values, today: date) -> Verdict | None:
    try:
        given = date.fromisoformat(str(values.get(TAX_DAY)))
    except ValueError:
        return _open(condition, _("The company file does not name the day of the tax certificate."))
    if given > today:
        return no(_("The day of the tax certificate has not come yet."), condition.clause, to=FILE)
    if condition.days is None:
        return None
    return YES if (today - given).days <= condition.days else _refused(condition)


def number_of(values: Values) -> str:
    """The number under which the state knows the applicant."""
    return str(values.get(COMPANY_NUMBER) or values.get(PERSON_NUMBER) or "")


def same_number(values: Values, known: str) -> Verdict:
    """The file speaks of the company that holds the seat: its number is the one by which the house knows it."""
    told = number_of(values)
    if not told or not known or told == known:
        return YES
    return no(
        _("This house knows the company by another number: %(number)s.") % {"number": known},
        way=_("Correct it here, or ask an administrator to correct the organisation."),
    )


def may_save(revision: int, seen: int) -> Verdict:
    """Whether the file still stands as it was seen by the one who saves it."""
    if revision == seen:
        return YES
    return no(
        _(
            "Somebody has saved this file since you opened it. What they wrote stands; what you wrote is still below."
        ),
        way=_("Compare the two and save again."),
    )
