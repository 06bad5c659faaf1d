"""How programmes come into the house."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from kinoqor.funding.programme import rules
from kinoqor.funding.programme.adapters.files import described, digest
from kinoqor.funding.programme.models import CalendarDay, CalendarYear, ParameterValue, Programme
from kinoqor.funding.programme.queries import waiting
from kinoqor.funding.programme.words import Described
from kinoqor.kit.verdict import require
from kinoqor.ledger.deed.actions import Doer, Line, deed


@deed(
    "funding.programme.pack_loaded",
    _("The programmes of a country pack loaded"),
    _("%(who)s loaded the programmes of a country pack: %(programme)s"),
)
def load_programmes(line: Line, pack: Path) -> int:
    """Load every programme of a pack whose files have changed; give how many that were."""
    changed = waiting(pack)
    for folder in changed:
        load_programme(folder, by=Doer(line.deed.voice))
    line.details["programme"] = ", ".join(folder.name for folder in changed)
    return len(changed)


@deed(
    "funding.programme.loaded",
    _("A programme loaded"),
    _("%(who)s loaded the programme %(programme)s with %(values)s values and %(days)s days"),
)
def load_programme(line: Line, folder: Path) -> int:
    """Write a programme as its folder describes it, with its parameters and days; raises Faulty with every fault."""
    said = described(folder)
    made, _new = Programme.objects.update_or_create(
        ref=said.ref,
        defaults={
            "country": said.country, "zone": said.zone, "currency": said.currency, "operator": dict(said.operator),
            "name": dict(said.name), "about": dict(said.about), "acts": [asdict(act) for act in said.acts],
            "parameters": [asdict(each) for each in said.parameters], "weekend": list(said.weekend),
            "digest": digest(folder), "loaded": line.deed,
        },
    )  # fmt: skip
    _write(made, said)
    line.details.update(programme=said.ref, values=len(said.values), days=len(said.days), digest=made.digest)
    return made.pk


def _write(made: Programme, said: Described) -> None:
    """The rows of a programme anew; what its files no longer say is gone, what officers entered stays."""
    CalendarYear.objects.filter(programme=made).delete()
    for model in (ParameterValue, CalendarDay):
        model.objects.filter(programme=made, entered=None).delete()
    stated = set(made.values_by_date.values_list("parameter", "since"))
    days = set(made.days.values_list("day", flat=True))
    ParameterValue.objects.bulk_create(
        ParameterValue(
            programme=made, parameter=each.parameter, since=each.since, value=each.value, source=each.source,
            verified=each.verified,
        )
        for each in said.values
        if (each.parameter, each.since) not in stated
    )  # fmt: skip
    CalendarYear.objects.bulk_create(
        CalendarYear(programme=made, year=each.year, source=each.source, verified=each.verified)
        for each in said.years
    )
    CalendarDay.objects.bulk_create(
        CalendarDay(
            programme=made, day=each.day, working=each.working, name=dict(each.name), source=each.source,
            verified=each.verified,
        )
        for each in said.days
        if each.day not in days
    )  # fmt: skip


@deed(
    "funding.programme.valued",
    _("A parameter stated"),
    _("%(who)s stated that “%(parameter)s” of the programme %(programme)s is %(value)s from %(since)s"),
)
def state_value(line: Line, ref: str, parameter: str, since: date, value: int, source: str) -> None:
    """State what a parameter is from a day on (money in minor units), with who says so; no value is written over."""
    of = Programme.objects.select_for_update().get(ref=ref)
    known = frozenset(each["code"] for each in of.parameters)
    stated = of.values_by_date.filter(parameter=parameter, since=since).exists()
    require(rules.may_state(parameter, known, stated, value, source))
    ParameterValue.objects.create(
        programme=of, parameter=parameter, since=since, value=value, source=source, verified=True, entered=line.deed
    )  # fmt: skip
    line.details.update(programme=ref, parameter=parameter, since=str(since), value=value, source=source)


@deed(
    "funding.programme.day_set",
    _("A day of the calendar set"),
    _("%(who)s set the day %(day)s in the calendar of the programme %(programme)s"),
)
def set_day(line: Line, ref: str, day: date, working: bool, name: Mapping[str, str], source: str) -> None:
    """Say of a day whether it is worked, as the act on moved days does; what stood there before is in the journal."""
    of = Programme.objects.select_for_update().get(ref=ref)
    years = frozenset(of.years.values_list("year", flat=True))
    before = of.days.filter(day=day).first()
    require(rules.may_set(day, working, years, before.working if before else None, source))
    of.days.filter(day=day).delete()
    CalendarDay.objects.create(
        programme=of, day=day, working=working, name=dict(name), source=source, verified=True, entered=line.deed
    )  # fmt: skip
    line.details.update(programme=ref, day=str(day), after=working, source=source)
    if before:
        line.details.update(before=before.working)
