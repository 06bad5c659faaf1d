"""How an address is known for what it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from kinoqor.register.source.words import RELIABILITY, SourceKind


@dataclass(frozen=True, slots=True)
class HostRule:
    """A pack's word on a host or an address prefix: `match` is a host suffix, or a prefix such as "repo:"."""

    match: str
    kind: str
    title: str = ""
    lang: str = ""
    reliability: int = 0


@dataclass(frozen=True, slots=True)
class Described:
    """What is known of an address before anyone has read it."""

    kind: str
    title: str
    house: str
    lang: str
    reliability: int


def house_of(address: str) -> str:
    """The independent voice behind an address: its host without "www." and "m.", or the scheme word before the colon."""
    parts = urlsplit(address)
    if parts.scheme in ("http", "https") and parts.netloc:
        host = parts.netloc.lower().split("@")[-1].split(":")[0].rstrip(".")
        for lead in ("www.", "m.", "amp."):
            host = host.removeprefix(lead)
        return host
    return address.split(":", 1)[0].strip().lower()


def _fits(rule: HostRule, address: str, house: str) -> bool:
    if ":" in rule.match or "/" in rule.match:
        bare = address.split("://", 1)[-1].removeprefix("www.")
        return address.startswith(rule.match) or bare.startswith(rule.match)
    return house == rule.match or house.endswith("." + rule.match)


def describe(address: str, rules: Sequence[HostRule]) -> Described:
    """Kind, title, house, language and reliability of an address by the longest rule that fits; press where none does."""
    house = house_of(address)
    fitting = [rule for rule in rules if _fits(rule, address, house)]
    if not fitting:
        return Described(SourceKind.PRESS, house, house, "", RELIABILITY[SourceKind.PRESS])
    rule = max(fitting, key=lambda rule: len(rule.match))
    return Described(
        rule.kind, rule.title or house, house, rule.lang, rule.reliability or RELIABILITY[rule.kind]
    )
