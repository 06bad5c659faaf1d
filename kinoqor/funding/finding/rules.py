"""What the machine finds in a filing. Pure.

Every finding says what it rests on and never decides: an officer judges each point. The reasons for which files were
really refused stand first (domain notes, 3: late, activity, rights, tax debt, incomplete package).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from kinoqor.funding.application.rules import slot_place
from kinoqor.funding.application.words import COMPANY, ESTIMATE
from kinoqor.funding.finding.words import PROOF, SIGNS, Found, Machine
from kinoqor.kit.calendar import Window

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Finding:
    """What the machine says of one thing: a full sentence, the clause, and the place in the file that it is about."""

    machine: str
    found: Found
    said: Words
    clause: str = ""
    place: str = ""

    @property
    def sign(self) -> str:
        """The sign beside it."""
        return SIGNS[self.found]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A paper that a stage asks for: its code, what it is called, and whether the file must have it."""

    code: str
    called: str
    clause: str = ""
    required: bool = True


@dataclass(frozen=True, slots=True)
class Open:
    """A question that is not answered as it should be."""

    place: str
    said: str
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Filed:
    """One filing in plain values, as it was frozen; sums are minor units, None is what the file does not say."""

    at: datetime
    day: date
    papers: Mapping[str, int] = field(default_factory=dict)
    unclean: Collection[str] = ()
    open_points: Sequence[Open] = ()
    number_ok: bool | None = None
    country: str = ""  # of registration, by its code; then what it is called
    country_name: str = ""
    activities: Sequence[str] = ()
    tax_day: date | None = None
    tax_debt: int | None = None
    bankrupt: bool | None = None
    earlier: int = 0
    estimate: int | None = None
    asked: int | None = None
    sources: int | None = None


@dataclass(frozen=True, slots=True)
class Asks:
    """What a call asks of a file, in plain values; None is what it does not ask."""

    window: Window | None = None
    papers: Sequence[Wanted] = ()
    activities: Sequence[str] | None = None
    tax_days: int | None = None
    tax_debt: int | None = None
    limit: int | None = None
    cap: int | None = None
    currency: str = ""
    clauses: Mapping[str, str] = field(default_factory=dict)
    registered: bool = False
    home: Collection[str] = ()  # the countries that count as the call's own


def findings(filed: Filed, asks: Asks) -> tuple[Finding, ...]:
    """Everything that the machine finds in a filing, faults first and then what it cannot tell."""
    each = (in_time, complete, number, registered, activity, tax_date, tax_debt, solvent, within_limit, sums)
    found = [one for look in each for one in look(filed, asks)]
    order = list(Found)
    return tuple(sorted(found, key=lambda one: order.index(one.found)))


def in_time(filed: Filed, asks: Asks) -> list[Finding]:
    """Whether it was filed before the window shut, by the server's clock."""
    if asks.window is None:
        return [_of(asks, Machine.IN_TIME, Found.UNSURE, _("The call names no window for this stage."))]
    if asks.window.over(filed.at):
        return [_of(asks, Machine.IN_TIME, Found.FAULT, _("It was filed after the window had shut."))]
    if not asks.window.began(filed.at):
        return [_of(asks, Machine.IN_TIME, Found.FAULT, _("It was filed before the window had opened."))]
    return [_of(asks, Machine.IN_TIME, Found.GOOD, _("It was filed while the window was open."))]


def complete(filed: Filed, asks: Asks) -> list[Finding]:
    """Which papers are missing, which no scanner has looked at, and which questions are open."""
    found = []
    for paper in asks.papers:
        place = slot_place(paper.code)
        if paper.required and not filed.papers.get(paper.code):
            said = _("The paper “%(paper)s” is missing.") % {"paper": paper.called}
            found.append(Finding(Machine.COMPLETE, Found.FAULT, said, paper.clause, place))
        elif paper.code in filed.unclean:
            said = _("The paper “%(paper)s” has not been scanned for viruses.") % {"paper": paper.called}
            found.append(Finding(Machine.COMPLETE, Found.UNSURE, said, paper.clause, place))
    clause = asks.clauses.get(Machine.COMPLETE, "")
    for one in filed.open_points:
        found.append(Finding(Machine.COMPLETE, Found.FAULT, one.said, one.clause or clause, one.place))
    good = _("Every paper that is asked for is there, and every question is answered.")
    return found or [_of(asks, Machine.COMPLETE, Found.GOOD, good)]


def number(filed: Filed, asks: Asks) -> list[Finding]:
    """Whether the registration number is right by its check digit."""
    if filed.number_ok is None:
        return [_of(asks, Machine.NUMBER, Found.UNSURE, _("The company file names no registration number."))]
    if filed.number_ok:
        return [_of(asks, Machine.NUMBER, Found.GOOD, _("The check digit of the number is right."))]
    return [
        _of(
            asks,
            Machine.NUMBER,
            Found.FAULT,
            _("The registration number is wrong by its check digit."),
            COMPANY,
        )
    ]


def registered(filed: Filed, asks: Asks) -> list[Finding]:
    """Whether the applicant is registered in the country, as far as its own file can say; a paper proves it."""
    if not asks.registered:
        return []
    named = {"country": filed.country_name or filed.country}
    if not filed.country:
        return [_to_look(asks, _("The company file does not say where the applicant is registered."))]
    if not asks.home:
        return [_to_look(asks, _("The applicant is registered in: %(country)s.") % named)]
    if filed.country not in asks.home:
        said: Words = _("By its own file the applicant is registered elsewhere: %(country)s.") % named
        return [_of(asks, Machine.REGISTERED, Found.FAULT, said, COMPANY)]
    if not filed.number_ok:
        said = _(
            "The file names the country (%(country)s), but no registration number that is right by its check digit."
        )
        return [_to_look(asks, said % named)]
    said = _(
        "By its own file the applicant is registered in the country (%(country)s), and its number is right."
    )
    return [_of(asks, Machine.REGISTERED, Found.GOOD, said % named, COMPANY)]


def _to_look(asks: Asks, what: Words) -> Finding:
    """What the machine cannot tell of a registration, and by which paper a person can."""
    paper = next((each.called for each in asks.papers if each.code == PROOF), "")
    way = (
        _("Whether that is enough is not known to the machine: look at the paper “%(paper)s”.")
        % {"paper": paper}
        if paper
        else _(
            "Whether that is enough is not known to the machine: look the applicant up in the state’s register."
        )
    )
    return _of(asks, Machine.REGISTERED, Found.UNSURE, f"{what} {way}", COMPANY)


def activity(filed: Filed, asks: Asks) -> list[Finding]:
    """Whether an activity of the company begins with one of the codes that the call names."""
    if asks.activities is None:
        return []
    if not filed.activities:
        said: Words = _("The company file names no activity code.")
        return [_of(asks, Machine.ACTIVITY, Found.UNSURE, said, COMPANY)]
    if not asks.activities:
        said = _("The file names %(codes)s; which codes match, the call does not say.") % {
            "codes": ", ".join(filed.activities)
        }
        return [_of(asks, Machine.ACTIVITY, Found.UNSURE, said, COMPANY)]
    named = {"codes": ", ".join(filed.activities), "asked": ", ".join(asks.activities)}
    if any(_begins(code, asked) for code in filed.activities for asked in asks.activities):
        said = _("The activity code %(codes)s is one of those that the call names.") % named
        return [_of(asks, Machine.ACTIVITY, Found.GOOD, said, COMPANY)]
    said = _("The activity code %(codes)s is not among those that the call names: %(asked)s.") % named
    return [_of(asks, Machine.ACTIVITY, Found.FAULT, said, COMPANY)]


def tax_date(filed: Filed, asks: Asks) -> list[Finding]:
    """Whether the tax certificate was not older than the call allows when the file came in."""
    if asks.tax_days is None:
        return []
    if filed.tax_day is None:
        said: Words = _("The company file names no day of the tax certificate.")
        return [_of(asks, Machine.TAX_DATE, Found.UNSURE, said, COMPANY)]
    old = (filed.day - filed.tax_day).days
    if old < 0:
        said = _("The tax certificate is dated after the day of filing.")
        return [_of(asks, Machine.TAX_DATE, Found.FAULT, said, COMPANY)]
    said = ngettext(
        "The tax certificate was %(old)s day old at filing; the call allows %(most)s.",
        "The tax certificate was %(old)s days old at filing; the call allows %(most)s.",
        old,
    ) % {"old": old, "most": asks.tax_days}
    return [_of(asks, Machine.TAX_DATE, Found.FAULT if old > asks.tax_days else Found.GOOD, said, COMPANY)]


def tax_debt(filed: Filed, asks: Asks) -> list[Finding]:
    """Whether the tax debt is not above the limit of the call; a debt of just the limit is not."""
    if asks.tax_debt is None:
        return []
    if filed.tax_debt is None:
        said: Words = _("The company file does not say how much tax is owed.")
        return [_of(asks, Machine.TAX_DEBT, Found.UNSURE, said, COMPANY)]
    if filed.tax_debt > asks.tax_debt:
        said = _("The tax debt is above the limit of the call.")
        return [_of(asks, Machine.TAX_DEBT, Found.FAULT, said, COMPANY)]
    said = _("The tax debt is not above the limit of the call.")
    return [_of(asks, Machine.TAX_DEBT, Found.GOOD, said, COMPANY)]


def solvent(filed: Filed, asks: Asks) -> list[Finding]:
    """What the company says of bankruptcy; only people can look it up."""
    if filed.bankrupt:
        said: Words = _("The company says that it is bankrupt or being wound up.")
        return [_of(asks, Machine.SOLVENT, Found.FAULT, said, COMPANY)]
    said = _("Nothing in the file speaks of bankruptcy; look the company up in the public list.")
    return [_of(asks, Machine.SOLVENT, Found.UNSURE, said)]


def within_limit(filed: Filed, asks: Asks) -> list[Finding]:
    """Whether the applicant had not sent as many files of this kind before as the call allows."""
    if asks.limit is None:
        return []
    said = _("It is file %(number)s of this applicant and kind in this call; %(most)s are allowed.") % {
        "number": filed.earlier + 1,
        "most": asks.limit,
    }
    return [_of(asks, Machine.LIMIT, Found.FAULT if filed.earlier >= asks.limit else Found.GOOD, said)]


def sums(filed: Filed, asks: Asks) -> list[Finding]:
    """Whether what is asked and the other sources make the estimate, and the sum asked keeps within the cap."""
    if filed.estimate is None or filed.sources is None:
        return []
    found = []
    if filed.sources != filed.estimate:
        said: Words = _("The sources of the financing plan do not make the sum of the estimate.")
        found.append(_of(asks, Machine.SUMS, Found.FAULT, said, ESTIMATE))
    if asks.cap is not None and (filed.asked or 0) > asks.cap:
        said = _("More is asked for than the call gives to one film.")
        found.append(_of(asks, Machine.SUMS, Found.FAULT, said, ESTIMATE))
    good = _("The estimate and the financing plan add up.")
    return found or [_of(asks, Machine.SUMS, Found.GOOD, good)]


def _of(asks: Asks, machine: Machine, found: Found, said: Words, place: str = "") -> Finding:
    return Finding(machine, found, said, asks.clauses.get(machine, ""), place)


def _begins(code: str, asked: str) -> bool:
    """59.11 holds 59.11.1: compared by whole digits, whatever stands between them."""
    bare, wanted = ("".join(sign for sign in each if sign.isalnum()) for each in (code, asked))
    return bool(wanted) and bare.startswith(wanted)
