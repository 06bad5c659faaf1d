"""Which readers belong together: who shares a company is of one house, and so is whoever shares one with them."""

from collections.abc import Collection, Mapping


def houses(companies: Mapping[str, Collection[str]]) -> dict[str, str]:
    """The house of each reader by their companies: named by the first of its companies; empty for whoever has none."""
    head: dict[str, str] = {}

    def found(name: str) -> str:
        while head.setdefault(name, name) != name:
            name = head[name]
        return name

    for mine in companies.values():
        first, *others = sorted(mine) or [""]
        for other in others:
            low, high = sorted((found(first), found(other)))
            head[high] = low
    return {reader: found(min(mine)) if mine else "" for reader, mine in companies.items()}
