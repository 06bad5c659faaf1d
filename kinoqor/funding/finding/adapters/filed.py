"""A filing and the call that it answers, as the plain values that the law of findings looks at."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from kinoqor.funding.applicant.words import COUNTRY
from kinoqor.funding.call.rules import papers_for
from kinoqor.funding.call.words import Condition, Stage, Terms, Trial
from kinoqor.funding.finding.rules import Asks, Filed, Open, Wanted
from kinoqor.funding.finding.words import Machine
from kinoqor.kit.question import Form, open_points, said
from kinoqor.kit.question.naming import countries

# A condition of a call -> what the machine looks at for it.
LOOKED: dict[str, Machine] = {
    Trial.DEBT: Machine.TAX_DEBT, Trial.SOLVENT: Machine.SOLVENT, Trial.ACTIVITY: Machine.ACTIVITY,
    Trial.CERTIFICATE: Machine.TAX_DATE, Trial.REGISTERED: Machine.REGISTERED,
}  # fmt: skip


def filed(
    snapshot: Mapping[str, Any], at: datetime, zone: str, form: Form, company: Form | None, earlier: int,
    unclean: Iterable[str] = (),
) -> Filed:  # fmt: skip
    """What a filing says, from its frozen text and the forms that it answers."""
    answers, told = dict(snapshot.get("answers") or {}), company_of(snapshot)
    files = snapshot.get("files") or []
    slots = [str(each["slot"]) for each in files]
    points = [
        Open(each.place, f"{each.label}: {each.sentence}", each.clause) for each in open_points(form, answers)
    ]
    country = str(told.get(COUNTRY) or "")
    money = (snapshot.get("estimate") or {}).get("sums") or {}
    return Filed(
        at=at,
        day=at.astimezone(ZoneInfo(zone)).date(),
        papers={slot: slots.count(slot) for slot in slots},
        unclean=frozenset(unclean),
        open_points=tuple(points),
        number_ok=_number_ok(company, told),
        country=country,
        country_name=countries().get(country, ""),
        activities=_listed(told.get("activity")),
        tax_day=_day(told.get("tax_date")),
        tax_debt=_whole(told.get("tax_debt")),
        bankrupt=_yes(told.get("bankrupt")),
        earlier=earlier,
        estimate=_whole(money.get("due")),
        asked=_whole(money.get("asked")),
        sources=_whole(money.get("sources")),
    )


def asks(
    terms: Terms, stage: Stage | None, values: Mapping[str, Any], conditions: Iterable[Condition],
    home: Collection[str] = (),
) -> Asks:  # fmt: skip
    """What a call asks of a file with these answers ("stream" and "kind" among them), in the page's language.

    `home` are the countries that count as the call's own.
    """
    held = {LOOKED[each.test]: each for each in conditions if each.test in LOOKED}
    clauses = {str(machine): each.clause for machine, each in held.items()}
    own = [
        each for each in terms.checks if each.machine and each.stage in (None, stage.code if stage else None)
    ]
    clauses |= {str(each.machine): each.clause for each in own}
    activity, debt = held.get(Machine.ACTIVITY), held.get(Machine.TAX_DEBT)
    certificate = held.get(Machine.TAX_DATE)
    papers = papers_for(stage, values) if stage else ()
    return Asks(
        window=stage.window if stage else None,
        papers=tuple(Wanted(each.code, said(each.name), each.clause, each.required) for each in papers),
        activities=activity.codes if activity else None,
        tax_days=certificate.days if certificate else None,
        tax_debt=debt.limit if debt else None,
        limit=min((each.most for each in terms.limits), default=None),
        cap=terms.most_asked,
        currency=terms.currency,
        registered=Machine.REGISTERED in held,
        home=home,
        clauses=clauses,
    )


def company_of(snapshot: Mapping[str, Any]) -> dict[str, Any]:
    """The answers of the company file as they were frozen."""
    kept = snapshot.get("company") or {}
    values = kept.get("values", kept)
    return dict(values) if isinstance(values, Mapping) else {}


def _number_ok(form: Form | None, told: Mapping[str, Any]) -> bool | None:
    """Whether the numbers of the company file are right; None where it has none."""
    if form is None:
        return None
    checked = [question.code for _group, question in form.questions if question.rule is not None]
    given = [code for code in checked if told.get(code)]
    wrong = {point.place for point in open_points(form, told)}
    return None if not given else not wrong & set(given)


def _listed(value: Any) -> tuple[str, ...]:
    given = value if isinstance(value, list) else [value]
    return tuple(str(each) for each in given if each not in (None, ""))


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _whole(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _yes(value: Any) -> bool | None:
    if isinstance(value, bool):
        return value
    return {"yes": True, "no": False}.get(str(value))
