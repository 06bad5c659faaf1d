"""A list of who gets what with documents that can be read, made without reviews: each film has the points it is given."""

import json
from collections.abc import Sequence

from kinoqor.deciding.allocation.adapters.working import written
from kinoqor.deciding.allocation.models import Allocation, Departure
from kinoqor.deciding.allocation.rules import frozen as documents
from kinoqor.deciding.allocation.rules.choosing import allocate
from kinoqor.deciding.allocation.words import Case, File, Quota, Settings, Standing, Stream
from kinoqor.funding.application.models import Application
from kinoqor.funding.call.models import CallVersion
from kinoqor.kit.canonical import canonical, digest_of
from tests.judging.making import deed

MILLION = 100_000_000  # minor units
AWARD = {"pitching": None, "complaint_days": 10, "purse": {"lots": "none", "steps": ["70"]}}


def listed(version: CallVersion, stage: str, films: Sequence[Application]) -> Allocation:
    """A computed list in which there is money for every film but the last, and one departure."""
    codes = {f"code-{film.pk}": film.pk for film in films}
    files = [
        File(
            f"code-{film.pk}",
            film.kind,
            film.stream,
            800 - at,
            MILLION,
            700,
            850,
            at,
            "",
            frozenset({"documentary"}),
        )
        for at, film in enumerate(films)
    ]
    envelope = max(len(films) - 1, 1) * MILLION
    streams = tuple(Stream(code, envelope) for code in sorted({file.stream for file in files}))
    quota = Quota("documentary", frozenset({"documentary"}), least=0, most=len(films))
    case = Case(tuple(files), Settings(streams, (quota,)))
    frozen = canonical({"case": json.loads(documents.frozen(case))})
    of = Allocation(
        version=version, stage=stage, standing=Standing.COMPUTED, salt="5a" * 32, frozen=frozen, codes=codes,
        digest=digest_of(frozen), made=deed(), computed=deed(), result_digest="0" * 64,
    )  # fmt: skip
    of.result = written(of, case, allocate(case))
    of.save()
    Departure.objects.create(
        allocation=of, application=films[-1], comes_in=True, award=0, author="Member of the tests", made=deed(),
        reason="The only film for small children.", price={"entering": [], "leaving": [], "money": 0, "value": 0},
    )  # fmt: skip
    return of
