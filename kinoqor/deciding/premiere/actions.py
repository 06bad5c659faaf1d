"""How the demonstration goes on to an order: each step by the deed that people do, or not at all."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from kinoqor.deciding.premiere import queries
from kinoqor.deciding.premiere.adapters.cast import AHEAD, DECIDED, Cast
from kinoqor.deciding.premiere.adapters.council import adopt, allocate
from kinoqor.deciding.premiere.adapters.files import script as read
from kinoqor.deciding.premiere.adapters.hall import announce, hear
from kinoqor.deciding.premiere.adapters.ordered import order, publish, rule
from kinoqor.funding.call.actions import note_step
from kinoqor.funding.demonstration.adapters.files import script as files_of
from kinoqor.judging.rehearsal import queries as rehearsed
from kinoqor.judging.rehearsal.adapters.files import script as readers_of
from kinoqor.kit.verdict import YES, no, require
from kinoqor.ledger.deed.actions import Line, deed

Told = Callable[[str], object]
HAPPENED = (
    ("pitching", 40),
    ("council", 30),
    ("order", 5),
)  # steps of the calendar, and how many days ago they were


@deed(
    queries.PLAYED,
    _("The demonstration decided"),
    _("%(who)s played how the invented applications are decided on: films in the order %(films)s"),
)
def play(line: Line, pack: Path, now: datetime, told: Told) -> int:
    """Take a round that was read to its published order, and announce the pitching of another.

    Gives how many films are in the order. `told` hears of each step. All of it is one deed.
    """
    require(no(_("The demonstration was decided already.")) if queries.is_played(but=line.deed.pk) else YES)
    cast = _cast(pack, now)
    plan = announce(cast, DECIDED, cast.day(40), cast.at(48))
    told(f"{hear(cast, plan)} films heard at the pitching, their marks opened")
    allocation = allocate(cast)
    told(f"{adopt(cast, allocation)} films in the list that the council adopted")
    rule(cast)
    number, films = order(cast, allocation)
    told(f"order {number} signed, films: {films}")
    for step, ago in HAPPENED:
        note_step(DECIDED.ref, step, cast.day(ago), by=cast.officer)
    told(f"result published, applications: {publish(cast)}")
    announce(cast, AHEAD, (now + timedelta(days=31)).date(), now)
    told("pitching of the other round announced")
    line.details["films"] = films
    return films


def _cast(pack: Path, now: datetime) -> Cast:
    """Everybody who plays; refused where the pack or the house lacks somebody."""
    script, readers, files = read(pack), readers_of(pack), files_of(pack)
    require(YES if script and readers and files else no(_("This country pack has no demonstration.")))
    assert script is not None and readers is not None and files is not None
    seated = [rehearsed.officer(each) for each in files.words["officers"]]
    body = queries.council(DECIDED.ref)
    missing = no(
        _("The demonstration needs its officers and its council."),
        way=_("Play the applications and their reading first."),
    )
    require(YES if all(seated) and len(seated) > 1 and body else missing)
    (other, _fund), *_rest, (officer, fund) = [each for each in seated if each]
    assert body is not None
    experts = {each.email: each for each in readers.experts}
    return Cast(script, experts, officer, other, fund, body, now)
