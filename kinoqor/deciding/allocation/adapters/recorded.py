"""What the public record is told of a list: digests, codes and sums; who a film is stays behind its code."""

from typing import Any

from kinoqor.deciding.allocation import queries
from kinoqor.deciding.allocation.models import Allocation, Departure
from kinoqor.funding.call.queries import terms_of


def computed(of: Allocation) -> dict[str, Any]:
    """A computed list: the digests of what it was made of and of what came, and what each stream has and gives."""
    given: dict[str, int] = {}
    for row in queries.listed(of):
        given[row.stream] = given.get(row.stream, 0) + row.award
    streams = queries.frozen(of).settings.streams
    return {
        "inputs": of.digest, "result": of.result_digest, "currency": terms_of(of.version).currency,
        "envelopes": {
            each.code: {"envelope": each.envelope, "given": given.get(each.code, 0)} for each in streams
        },
    }  # fmt: skip


def departure(of: Allocation, made: Departure) -> dict[str, Any]:
    """A departure: about which code, which way, and what it costs in points times money."""
    names = {number: code for code, number in of.codes.items()}
    return {
        "item": names[made.application_id], "towards": "in" if made.comes_in else "out",
        "price": int(made.price["value"]), "unit": "points-by-money", "reason": "members",
    }  # fmt: skip
