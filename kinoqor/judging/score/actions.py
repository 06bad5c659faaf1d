"""What is kept of the scores: what the list would be without each reader."""

from collections.abc import Sequence
from dataclasses import asdict

from django.utils.translation import gettext_lazy as _

from kinoqor.judging.score import queries
from kinoqor.judging.score.models import Influences
from kinoqor.judging.score.words import Influence
from kinoqor.kit.turn import wait_turn
from kinoqor.ledger.deed.actions import Line, deed


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
