"""What time does: soon after an opening, what the list would be without each reader is worked out."""

import logging
from datetime import timedelta

from kinoqor.judging.score.actions import keep_influences
from kinoqor.judging.score.queries import to_work_out, worked_out
from kinoqor.kit.jobs import Every, Manner, job
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.deed.actions import Doer

log = logging.getLogger("kinoqor.judging")


@job(Manner(lease=timedelta(minutes=30)), due=Every(minutes=5))
def work_out_influences() -> int:
    """Work out the influences of every opening that has none yet; give of how many.

    The long work is done outside of the deed, so that meanwhile nobody waits for the database.
    """
    count = 0
    for opening in to_work_out():
        try:
            found, digest = worked_out(opening)
        except (Refused, LookupError) as trouble:
            log.warning("opening %s: no influences: %s", opening.pk, trouble)
            continue
        count += keep_influences(opening.pk, found, digest, by=Doer("clock"))
    return count
