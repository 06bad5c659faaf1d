"""Questions to allocations: which there is, what it says of each film, what would be asked for."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import QuerySet

from kinoqor.accounts.role.queries import Who
from kinoqor.deciding.allocation.models import Allocation, Departure
from kinoqor.deciding.allocation.rules.frozen import case_of, result_of
from kinoqor.deciding.allocation.rules.steps import Stands
from kinoqor.deciding.allocation.rules.table import counts_for
from kinoqor.deciding.allocation.words import Award as Given
from kinoqor.deciding.allocation.words import Case, Line, Reason, Refusal, Result, Would
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.words import State
from kinoqor.funding.call.models import CallVersion
from kinoqor.funding.estimate.models import Estimate
from kinoqor.funding.estimate.rules import plan_of, planned
from kinoqor.funding.estimate.words import Whose
from kinoqor.judging.tie.queries import shut_numbers


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
        quotas = tuple(each.code for each in found.case.settings.quotas if counts_for(each, file))
        line: Line | None = cuts.get((file.stream, file.kind, quotas))
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


def seen(who: Who, of: Allocation) -> tuple[list[Listed], int]:
    """The list as somebody may see it, and how many films are shut to them."""
    shut = shut_numbers(who)
    rows = listed(of)
    open_ = [row for row in rows if row.application not in shut]
    return open_, len(rows) - len(open_)


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
