"""How far long work has come: kept in the shared cache, since what one transaction writes nobody else can see yet."""

import time

from django.core.cache import cache

KEPT = 3600  # seconds


def go_on(work: str, done: int, of: int) -> None:
    """Say how far a piece of work ("load:7") has come."""
    cache.set(f"progress:{work}", (done, of, time.time()), KEPT)


def how_far(work: str) -> tuple[int, int, float] | None:
    """(done, of how many, seconds since it last went on); None where nothing has been said."""
    found = cache.get(f"progress:{work}")
    if found is None:
        return None
    done, of, at = found
    return int(done), int(of), max(0.0, time.time() - float(at))


def over(work: str) -> None:
    """Forget how far it came, since it has ended."""
    cache.delete(f"progress:{work}")
