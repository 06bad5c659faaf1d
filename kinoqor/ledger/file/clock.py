"""What is done after a file has come: it is scanned; and what never came to its end is cleared away."""

import time
from datetime import timedelta

from kinoqor.kit.jobs import Every, Manner, job
from kinoqor.ledger.deed.actions import Doer
from kinoqor.ledger.file.actions import note_scan
from kinoqor.ledger.file.adapters import parts
from kinoqor.ledger.file.adapters.clamav import scan
from kinoqor.ledger.file.queries import bytes_of, one, scans, waiting
from kinoqor.ledger.file.words import Scan

AT_ONCE = 200  # files that one round looks at
KEPT_PARTS = timedelta(days=3)  # how long a broken upload can be taken up again


@job(Manner(lease=timedelta(minutes=10)))
def scan_one(pk: int) -> str:
    """Scan one file; a scanner that does not answer is asked again later."""
    file = one(pk)
    if file.scan or not scans():
        return file.scanned
    with bytes_of(file) as opened:
        virus = scan(opened)
    found = Scan.INFECTED if virus else Scan.CLEAN
    note_scan(pk, found, virus, by=Doer("scanner"))
    return str(found)


@job(due=Every(30))
def look_after_files() -> str:
    """Scan what nobody has scanned yet, such as what came before there was a scanner; clear away broken uploads."""
    cleared = parts.clear(time.time() - KEPT_PARTS.total_seconds())
    done = [scan_one.func(pk) for pk in waiting(AT_ONCE)] if scans() else []
    return f"{len(done)} scanned, {cleared} cleared away"
