"""Chance that anyone can repeat: numbers counted off from a seed; public numbers and what they are worth."""

import importlib
from hashlib import sha256
from typing import Any

SPAN = 1 << 64
# drand quicknet: its key, the second of its first round, seconds from round to round.
QUICKNET_KEY = bytes.fromhex(
    "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d106451"
    "0d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a"
)
QUICKNET_BEGAN, QUICKNET_PERIOD = 1692803367, 3
SUITE = b"BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_"


class Counted:
    """The numbers of a seed: number c is the first eight bytes of SHA-256(seed ‖ "|" ‖ c in decimal digits)."""

    def __init__(self, seed: bytes) -> None:
        self.seed, self.at = seed, 0

    def below(self, count: int) -> int:
        """A whole number from 0 to count - 1, each equally likely."""
        fair = SPAN - SPAN % count
        while True:
            number = int.from_bytes(sha256(self.seed + b"|%d" % self.at).digest()[:8], "big")
            self.at += 1
            if number < fair:
                return number % count


def shuffled(things: Any, numbers: Counted) -> list[Any]:
    """The same things in an order of chance."""
    found = list(things)
    for last in range(len(found) - 1, 0, -1):
        other = numbers.below(last + 1)
        found[last], found[other] = found[other], found[last]
    return found


def seed_of(purpose: str, *parts: bytes) -> bytes:
    """One seed of what was frozen and of what came after."""
    made = sha256(purpose.encode())
    for part in parts:
        made.update(len(part).to_bytes(8, "big") + part)
    return made.digest()


def chance_bytes(source: str, chance: str) -> bytes:
    """The 32 bytes of a round's signature in hexadecimal digits, or of announced numbers as RFC 3797 strings them."""
    return sha256(bytes.fromhex(chance) if source == "drand" else chance.encode()).digest()


def round_time(number: int) -> int:
    """The second in which a round of quicknet is due."""
    return QUICKNET_BEGAN + (number - 1) * QUICKNET_PERIOD


def round_signed(number: int, signature: str) -> bool | None:
    """Whether this is the signature of a round of quicknet; None where py_ecc is not there to say so."""
    try:
        mapped = importlib.import_module("py_ecc.bls.hash_to_curve")
        points = importlib.import_module("py_ecc.bls.point_compression")
        groups = importlib.import_module("py_ecc.bls.g2_primitives")
        curve = importlib.import_module("py_ecc.optimized_bls12_381.optimized_curve")
        pairs = importlib.import_module("py_ecc.optimized_bls12_381.optimized_pairing")
        fields = importlib.import_module("py_ecc.fields")
    except ImportError:
        return None
    raw = bytes.fromhex(signature)
    if len(raw) != 48:
        return False
    try:
        point = points.decompress_G1(int.from_bytes(raw, "big"))
        halves = int.from_bytes(QUICKNET_KEY[:48], "big"), int.from_bytes(QUICKNET_KEY[48:], "big")
        key = points.decompress_G2(halves)
    except ValueError:
        return False
    if curve.is_inf(point) or not groups.subgroup_check(point):
        return False
    message = sha256(number.to_bytes(8, "big")).digest()
    left = pairs.pairing(curve.neg(curve.G2), point, final_exponentiate=False)
    right = pairs.pairing(key, mapped.hash_to_G1(message, SUITE, sha256), final_exponentiate=False)
    return bool(pairs.final_exponentiate(left * right) == fields.optimized_bls12_381_FQ12.one())
