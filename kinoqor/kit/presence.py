"""Who is at a place now: kept in the shared cache, gone by itself a minute after the last sign of life."""

import time

from django.core.cache import cache

HERE_FOR = 60  # seconds


def arrive(place: str, person: int) -> None:
    """A sign that a person is at a place ("card:f038")."""
    now = time.time()
    there = {who: seen for who, seen in _there(place).items() if now - seen < HERE_FOR}
    cache.set(f"at:{place}", there | {person: now}, HERE_FOR)


def others(place: str, but: int) -> list[int]:
    """Who else is at a place now, in the order of their numbers."""
    now = time.time()
    return sorted(who for who, seen in _there(place).items() if who != but and now - seen < HERE_FOR)


def _there(place: str) -> dict[int, float]:
    found: dict[int, float] = cache.get(f"at:{place}") or {}
    return found
