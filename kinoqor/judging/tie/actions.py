"""A look over a round: what the register shows of the ties of whoever judges it."""

from dataclasses import replace
from datetime import date

from django.utils.translation import gettext_lazy as _

from kinoqor.funding.conflict.actions import found
from kinoqor.funding.conflict.rules.ties import conflicts
from kinoqor.judging.tie import queries
from kinoqor.judging.tie.adapters.world import Seen
from kinoqor.kit.verdict import YES, no, require
from kinoqor.ledger.deed.actions import Doer, Line, deed


@deed(
    "judging.tie.looked",
    _("A round looked over for conflicts of interest"),
    _(
        "%(who)s looked over the round %(call)s, %(stage)s, for conflicts of interest: %(new)s new, %(dropped)s no more"
    ),
)
def look(line: Line, call: str, stage: str, day: date) -> tuple[int, int]:
    """Search the register for ties between whoever judges a round and its files, as it stands on a day; (new, gone)."""
    of = queries.round_of(call, stage)
    require(YES if of else no(_("This call does not say how this stage is judged.")))
    assert of is not None
    users = list(queries.looked_at(of, day))
    seen = Seen(of, day)
    world, files = seen.world(users), seen.files()
    judging = set(queries.sitting(of, day).order_by().values_list("seat__user", flat=True))
    shown = [
        replace(each, reader=str(user.pk))
        for user, reader in seen.readers(users, judging)
        for file in files
        for each in conflicts(reader, file, world)
    ]
    by = Doer(line.deed.voice, line.deed.hat)
    names = [file.ref for file in files]
    new, dropped = found(names, {str(user.pk): user.pk for user in users}, shown, by=by)
    line.details.update(call=call, stage=stage, new=new, dropped=dropped)
    return new, dropped
