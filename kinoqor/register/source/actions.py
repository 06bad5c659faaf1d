"""What adds sources."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.utils.translation import gettext_lazy as _

from kinoqor.kit.batch import batched
from kinoqor.ledger.deed.actions import Line, deed
from kinoqor.register.source.models import Source
from kinoqor.register.source.rules import HostRule, describe

DESCRIBED = ["kind", "title", "house", "lang", "reliability"]


@deed(
    "register.source.described",
    _("Sources described"),
    _("%(who)s described sources; new: %(new)s, corrected: %(mended)s"),
)
def describe_sources(
    line: Line, addresses: Iterable[str], rules: Sequence[HostRule], read_on: date | None = None
) -> dict[str, int]:
    """Make a record for each address that has none, mend those whose description changed; give number by address."""
    wanted = list(dict.fromkeys(addresses))
    known = {s.address: s for some in batched(wanted, 900) for s in Source.objects.filter(address__in=some)}
    new, mended = [], []
    for address in wanted:
        said = describe(address, rules)
        source = known.get(address)
        fields = {name: getattr(said, name) for name in DESCRIBED}
        if source is None:
            new.append(Source(address=address, read_on=read_on, **fields))
        elif any(getattr(source, name) != value for name, value in fields.items()):
            for name, value in fields.items():
                setattr(source, name, value)
            mended.append(source)
    Source.objects.bulk_create(new, batch_size=500)
    Source.objects.bulk_update(mended, DESCRIBED, batch_size=500)
    line.details.update(new=len(new), mended=len(mended))
    return {s.address: s.pk for s in (*known.values(), *new)}
