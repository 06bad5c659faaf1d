"""How programmes come into the house."""

from dataclasses import asdict
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from kinoqor.funding.programme.adapters.files import described, digest
from kinoqor.funding.programme.models import CalendarDay, CalendarYear, ParameterValue, Programme
from kinoqor.funding.programme.queries import waiting
from kinoqor.funding.programme.words import Described
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
    """The rows of a programme anew; what its files no longer say is gone."""
    for model in (ParameterValue, CalendarYear, CalendarDay):
        model.objects.filter(programme=made).delete()
    ParameterValue.objects.bulk_create(
        ParameterValue(
            programme=made, parameter=each.parameter, since=each.since, value=each.value, source=each.source,
            verified=each.verified,
        )
        for each in said.values
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
    )  # fmt: skip
