"""What comes of the scores: what the list would be without each reader, and more readers for the films at the line."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.notice.queries import number_of
from kinoqor.judging.assignment.actions import prepare
from kinoqor.judging.score import queries
from kinoqor.judging.score.models import Influences
from kinoqor.judging.score.rules import second
from kinoqor.judging.score.words import Influence
from kinoqor.kit.turn import wait_turn
from kinoqor.kit.verdict import require
from kinoqor.ledger.deed.actions import Doer, Line, deed


@deed(
    "judging.score.influences_kept",
    _("What each reader’s marks change"),
    _(
        "%(who)s worked out what the list of the call %(call)s would be without each reader; readers: %(readers)s"
    ),
)
def keep_influences(line: Line, opening: int, found: Sequence[Influence], digest: str) -> bool:
    """Keep what was worked out after an opening; False where another worker was quicker."""
    wait_turn(f"influences of {opening}")
    one = queries.openings().get(pk=opening)
    line.details.update(call=one.version.call.ref, opening=opening, readers=len(found))
    if queries.influences(one) is not None:
        return False
    rows = [asdict(each) for each in found]
    Influences.objects.create(opening=one, found=rows, digest=digest, deed=line.deed)
    return True


@deed(
    "judging.score.more_asked",
    _("More readers for the films at the line"),
    _("%(who)s asked for more readers of the films at the line of the call %(call)s; films: %(films)s"),
)
def send_more(
    line: Line, ref: str, stage: str, seen: Sequence[str], announced: Sequence[Mapping[str, Any]] = ()
) -> list[int]:
    """Prepare the second reading of all films whose interval holds the line, and of no other: a draw for each body that
    has read some. `seen` are the films that were looked at. Gives the numbers of the draws. LookupError before the
    opening.
    """
    wait_turn(f"second of {ref} {stage}")
    of = queries.round_to_send(ref, stage)
    films = queries.crossing(of)
    waiting = queries.bodies_of(of, films)
    count = sum(len(some) for some in waiting.values())
    require(second.may_send_more(of.manner.second.more, queries.phase_of(of), len(films), count))
    require(second.as_seen([film for some in waiting.values() for film in some], seen))
    if queries.shut_in(of, number_of(line.deed.voice)):
        require(second.SHUT)
    by = Doer(line.deed.voice, line.deed.hat)
    made = [
        prepare(ref, stage, body, [int(film) for film in some], announced, by=by)
        for body, some in waiting.items()
    ]
    line.details.update(call=ref, stage=stage, films=count, draws=made)
    return made
