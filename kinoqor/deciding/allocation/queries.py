"""Questions to allocations: which there is, what it says of each film, what would be asked for."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import QuerySet

from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.deciding.allocation.models import Allocation, Departure
from kinoqor.deciding.allocation.rules.frozen import case_of, result_of
from kinoqor.deciding.allocation.rules.steps import Stands
from kinoqor.deciding.allocation.rules.table import counts_for
from kinoqor.deciding.allocation.words import Award as Given
from kinoqor.deciding.allocation.words import Case, File, Line, Reason, Refusal, Result, Would
from kinoqor.deciding.pitching.models import Plan
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.words import State
from kinoqor.funding.call.models import CallVersion
from kinoqor.funding.call.queries import draft, terms_of
from kinoqor.funding.estimate.models import Estimate
from kinoqor.funding.estimate.rules import plan_of, planned
from kinoqor.funding.estimate.words import Whose
from kinoqor.judging.panel.queries import member_of
from kinoqor.judging.panel.words import BodyKind
from kinoqor.judging.score.queries import closed, openings, round_for
from kinoqor.judging.tie.queries import shut_numbers
from kinoqor.kit.question import said

READERS = (Role.OFFICER, Role.AUDITOR)
DECIDING = (BodyKind.COUNCIL, BodyKind.COMMISSION)


@dataclass(frozen=True, slots=True)
class Listed:
    """One film of an allocation as it stands after departures. Sums in minor units, points in hundredths."""

    application: int
    code: str
    kind: str
    stream: str
    points: int
    low: int
    high: int
    asked: int
    award: int
    cut_off: int | None
    way: str = ""
    reason: str = ""
    quotas: tuple[str, ...] = ()

    @property
    def funded(self) -> bool:
        """Whether it is in the list."""
        return self.award > 0

    @property
    def short(self) -> int | None:
        """By how many hundredths it misses the cut-off of its line; None where it does not."""
        if self.funded or self.cut_off is None or self.points >= self.cut_off:
            return None
        return self.cut_off - self.points


@dataclass(frozen=True, slots=True)
class Read:
    """The documents of an allocation read: the case and the result, with departures."""

    case: Case
    result: Result


def allocations() -> QuerySet[Allocation]:
    """Every allocation with its call, the newest first."""
    joined = ("version__call__programme", "made", "computed", "adopted", "cancelled")
    return Allocation.objects.select_related(*joined).order_by("-pk")


def current(ref: str, stage: str) -> Allocation | None:
    """The allocation of a stage that counts."""
    return allocations().filter(version__call__ref=ref, stage=stage, cancelled=None).first()


def whole(number: int) -> Allocation:
    """The allocation of a number; raises Allocation.DoesNotExist."""
    return allocations().get(pk=number)


def held(number: int) -> Allocation:
    """The same, held until the transaction ends."""
    return allocations().select_for_update(of=("self",)).get(pk=number)


def stands(of: Allocation) -> Stands:
    """How far a list is, as the law asks it."""
    return Stands(of.computed_id is not None, of.adopted_id is not None, of.cancelled_id is not None)


def to_compute() -> QuerySet[Allocation]:
    """Those that wait for the machine: frozen and not computed, and with no trouble."""
    return allocations().filter(computed=None, cancelled=None, trouble="").order_by("pk")


def awaiting() -> QuerySet[Allocation]:
    """Those in which lots decide and whose public number is not here."""
    return to_compute().filter(chance=None).exclude(source="").exclude(progress={})


def to_tell() -> QuerySet[Allocation]:
    """Those of which nobody has worked out yet what it would have taken."""
    return allocations().filter(told=None, cancelled=None).exclude(computed=None).order_by("pk")


def files_of(version: CallVersion, stage: str, pitched: bool) -> QuerySet[Application]:
    """The films of a stage that may get money: read and admitted, and defended where the call asks for a defence."""
    states = [State.PITCHED] if pitched else [State.ADMITTED, State.PACKAGE_ADMITTED, State.PITCHED]
    found = Application.objects.filter(version__call=version.call_id, stage=stage, state__in=states)
    return found.select_related("organisation", "film").order_by("pk")


def applications(numbers: Iterable[int]) -> dict[int, Application]:
    """The applications of these numbers with what a row needs; one query."""
    found = Application.objects.select_related("organisation", "film").in_bulk(list(numbers))
    return dict(found)


def asked(names: Iterable[str]) -> dict[str, int]:
    """What each application asks for by its financing plan, in minor units; one query."""
    rows = Estimate.objects.filter(holder__in=list(names)).values_list("holder", "plan")
    return {holder: planned(plan_of(plan), Whose.ASKED) for holder, plan in rows}


def read(of: Allocation) -> Read | None:
    """Case and result as they stand after departures; None before anything was computed."""
    text = of.after or of.result
    return _read(text) if text else None


def computed(of: Allocation) -> Read | None:
    """The same as it was computed, before any departure."""
    return _read(of.result) if of.result else None


def frozen(of: Allocation) -> Case:
    """The case as it was frozen: without a seed and without departures."""
    return case_of(json.loads(of.frozen)["case"])


@lru_cache(maxsize=16)
def _read(text: str) -> Read:
    said = json.loads(text)
    return Read(case_of(said["case"], said["result"]["seed"]), result_of(said["result"]))


def listed(of: Allocation) -> list[Listed]:
    """Every film, the funded first, each in the order of its points; nothing before the list was computed."""
    found = read(of)
    if found is None:
        return []
    given = {each.code: each for each in found.result.awards}
    refused = {each.code: each for each in found.result.refusals}
    cuts = {(each.stream, each.kind, each.quotas): each for each in found.result.lines}
    rows = []
    for file in found.case.files:
        line: Line | None = cuts.get((file.stream, file.kind, counting(found.case, file)))
        award: Given | None = given.get(file.code)
        refusal: Refusal | None = refused.get(file.code)
        rows.append(
            Listed(
                of.codes[file.code], file.code, file.kind, file.stream, file.points, file.low, file.high, file.asked,
                award.money if award else 0, line.points if line else None, award.way if award else "",
                refusal.reason if refusal else "", refusal.quotas if refusal else (),
            )
        )  # fmt: skip
    return sorted(rows, key=lambda row: (not row.funded, -row.points, row.code))


def counting(case: Case, file: File) -> tuple[str, ...]:
    """The quotas that a film counts for, in the order of the rule, as the table of cut-offs names them."""
    return tuple(each.code for each in case.settings.quotas if counts_for(each, file))


def departures(of: Allocation | int) -> QuerySet[Departure]:
    """The departures of an allocation that stand, in their order."""
    found = Departure.objects.filter(allocation=of, dropped=None)
    return found.select_related("application__film", "application__organisation", "made").order_by("pk")


def would(of: Allocation) -> dict[str, Would]:
    """What it would have taken for each film that is not in the list, by its code; empty until it was worked out."""
    if not of.told:
        return {}
    return {
        each["code"]: Would(
            each["code"], each["points"], each["envelope"],
            tuple((code, tuple(quotas)) for code, quotas in each["passed"]),
        )
        for each in json.loads(of.told)
    }  # fmt: skip


def reason_said(row: Listed) -> str:
    """Why a film is not in the list, in a word; empty for one that is."""
    return str(Reason(row.reason).label) if row.reason else ""


def gives_money(who: Who, ref: str, stage: str) -> bool:
    """Whether a stage is judged and gives money, by the version of the call that counts for it."""
    of = round_for(who, ref, stage)
    award = of.terms.award(stage) if of else None
    return bool(award and award.purse)


def gives_away(who: Who, ref: str, stage: str) -> bool:
    """Whether a file of the round, or of a list of it, is shut to somebody."""
    of = round_for(who, ref, stage)
    if of is not None and closed(who, of):
        return True
    shut = set(shut_numbers(who))
    lists = (
        Allocation.objects.filter(version__call__ref=ref, stage=stage) if shut else Allocation.objects.none()
    )
    return any(shut & set(codes.values()) for codes in lists.values_list("codes", flat=True))


def sits(who: Who, ref: str) -> bool:
    """Whether somebody is a member of the council or the commission that decides of the money of a call's programme, or
    of the body that hears its pitching; asked once for a page.
    """
    key = f"sits {ref}"
    if key not in who.known_once:
        mine = [each.body for each in member_of(who)]
        money = [each.programme_id for each in mine if each.kind in DECIDING]
        of_call = CallVersion.objects.filter(call__ref=ref, call__programme__in=money)
        heard = Plan.objects.filter(
            version__call__ref=ref, cancelled=None, body__in=[each.pk for each in mine]
        )
        who.known_once[key] = bool(mine) and (of_call.exists() or heard.exists())
    return bool(who.known_once[key])


def known(who: Who, number: int) -> Allocation | None:
    """A list by its number, asked once for a page: its rule and the page itself both want it."""
    key = f"allocation {number}"
    if key not in who.known_once:
        who.known_once[key] = allocations().filter(pk=number).first()
    found: Allocation | None = who.known_once[key]
    return found


def dropped(ref: str, stage: str) -> QuerySet[Allocation]:
    """The lists of a stage that were dropped, the newest first."""
    return allocations().filter(version__call__ref=ref, stage=stage).exclude(cancelled=None)


def of_list(number: int, departure: int) -> Departure | None:
    """A departure of this list."""
    return Departure.objects.filter(allocation=number, pk=departure).first()


def drafted(ref: str) -> CallVersion | None:
    """The draft of a call whose quotas may be tried: one that gives money at some stage and has quotas."""
    found = draft(ref)
    terms = terms_of(found) if found else None
    return found if terms and terms.quotas and any(each.purse for each in terms.awards) else None


def opened_rounds() -> list[tuple[str, str, str]]:
    """(call, stage, the names of both) of every stage whose marks are opened, the newest first."""
    found: dict[tuple[str, str], str] = {}
    for each in openings():
        terms = terms_of(each.version)
        stage = terms.stage(each.stage)
        names = f"{said(terms.name)}: {said(stage.name) if stage else each.stage}"
        found.setdefault((each.version.call.ref, each.stage), names)
    return [(ref, stage, names) for (ref, stage), names in found.items()]


def marked(numbers: Iterable[int]) -> QuerySet[Application]:
    """The applications of these numbers with what a case needs."""
    return (
        Application.objects.filter(pk__in=list(numbers)).select_related("organisation", "film").order_by("pk")
    )
