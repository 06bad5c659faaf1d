"""A chain of public random rounds: who signs how, which round is due when. What a signature is worth says `beacon`."""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256


class Scheme(StrEnum):
    """How a chain signs, by drand's own names: with the signature before it, or by the number of the round alone."""

    CHAINED = "pedersen-bls-chained"
    UNCHAINED = "bls-unchained-g1-rfc9380"


@dataclass(frozen=True, slots=True)
class Chain:
    """A chain of rounds: its scheme and public key, the second of its first round, and seconds from round to round.
    `seed` is the hash of the group that began it (called groupHash there), `name` empty for the first of all chains.
    """

    scheme: Scheme
    key: bytes
    genesis: int
    period: int
    seed: bytes
    name: str = ""

    @property
    def hash(self) -> str:
        """By which the chain is known: whoever names it has named the key."""
        told = self.period.to_bytes(4, "big") + self.genesis.to_bytes(8, "big") + self.key + self.seed
        return sha256(told + self.name.encode()).hexdigest()


QUICKNET = Chain(
    Scheme.UNCHAINED,
    bytes.fromhex(
        "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d106451"
        "0d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a"
    ),
    1692803367,
    3,
    bytes.fromhex("f477d5c89f21a17c863a7f937c6a6d15859414d2be09cd448d4279af331c5d3e"),
    "quicknet",
)


def time_of(chain: Chain, number: int) -> int:
    """The second in which a round is due."""
    return chain.genesis + (number - 1) * chain.period


def first_from(chain: Chain, second: int) -> int:
    """The first round that is due in a second or after it: the one to name beforehand."""
    return max(1, -((chain.genesis - second) // chain.period) + 1)
