"""The long work of a load, done by a job: what is checked, loaded and withdrawn.

Each is one transaction, so a worker that dies leaves everything as it was and the job to the next one; and each looks
first whether it is still due, so nothing is loaded twice.
"""

from datetime import timedelta

from kinoqor.keeping.load.actions import check, take_back, take_in
from kinoqor.keeping.load.queries import loads
from kinoqor.keeping.load.words import State
from kinoqor.kit.jobs import Manner, job
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.deed.actions import Doer

LEASE = timedelta(minutes=10)


@job(Manner(lease=LEASE))
def go_on(number: int, voice: str, hat: str) -> str:
    """Do what a load waits for, if it still waits; in which state it is then."""
    return work_on(number, Doer(voice, hat))


def work_on(number: int, doer: Doer) -> str:
    """The same at once, for a small file whose page waits for it."""
    load = loads().get(pk=number)
    try:
        if load.state == State.CHECKING:
            check(number, by=doer)
        elif load.state == State.LOADING:
            take_in(number, by=doer)
        elif load.state == State.LEAVING:
            take_back(number, by=doer, why=load.why)
    except Refused:
        pass  # another worker was quicker
    load.refresh_from_db(fields=["state"])
    return str(load.state)
