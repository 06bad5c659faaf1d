"""What begins subjects; nothing ends them."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from kinoqor.kit import bulk
from kinoqor.ledger.deed.actions import Line, deed
from kinoqor.register.subject.models import Subject
from kinoqor.register.subject.queries import numbers


@deed("register.subject.begun", _("Records begun"), _("%(who)s began records: %(new)s"))
def begin_subjects(line: Line, wanted: Iterable[tuple[str, str]], pack: str) -> dict[str, int]:
    """Begin each (ref, kind) that is not known yet; give the number of every wanted ref."""
    kinds = dict(wanted)
    known = numbers(kinds)
    new = [(ref, kind, pack) for ref, kind in kinds.items() if ref not in known]
    bulk.insert(Subject, ["ref", "kind", "pack"], new)
    line.details["new"] = len(new)
    return known | numbers(ref for ref, _, _ in new)
