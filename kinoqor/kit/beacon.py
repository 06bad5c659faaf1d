"""Public randomness that anyone can check: a round of drand by its signature.

A round's signature can be made by nobody alone and stands for one value only; who has the chain's public key sees that it
is right. Everything here is a pure function over plain bytes: who fetches a round from where is not its concern. Where
there is no network: `announced`. To import this file takes seconds, so only what checks a round does.
"""

from hashlib import sha256
from typing import Any

from django.utils.translation import gettext as _
from py_ecc.bls.g2_primitives import subgroup_check
from py_ecc.bls.hash_to_curve import hash_to_G1, hash_to_G2
from py_ecc.bls.point_compression import decompress_G1, decompress_G2
from py_ecc.bls.typing import G1Compressed, G2Compressed
from py_ecc.fields import optimized_bls12_381_FQ12 as Twelve
from py_ecc.optimized_bls12_381.optimized_curve import G1, G2, is_inf, neg
from py_ecc.optimized_bls12_381.optimized_pairing import final_exponentiate, pairing

from kinoqor.kit.chain import Chain, Scheme
from kinoqor.kit.verdict import YES, Verdict, no, require

SHORT, LONG = 48, 96  # bytes of a compressed point of the first and of the second group
MOST_ROUND = 2**64 - 1
HASH: Any = sha256  # the library calls the maker of a hash a hash
SUITES = {
    Scheme.CHAINED: b"BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_NUL_",
    Scheme.UNCHAINED: b"BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_",
}


def check(chain: Chain, number: int, signature: bytes, previous: bytes = b"") -> Verdict:
    """Whether this is the signature of a round of the chain. `previous`: the signature of the round before, where the
    scheme chains them.
    """
    if not 1 <= number <= MOST_ROUND:
        return no(_("A round of the beacon has a number from 1 on."))
    chained = chain.scheme == Scheme.CHAINED
    if len(signature) != (LONG if chained else SHORT):
        return no(_("A signature of this beacon has another length."), way=_("Fetch the round again."))
    if bool(previous) != chained:
        return no(_("Only a chained beacon has the signature of the round before, and it always has one."))
    try:
        right = _signed(chain, message(chain, number, previous), signature)
    except ValueError:
        return no(_("The signature or the key is no point of the curve."), way=_("Fetch the round again."))
    if not right:
        return no(
            _("The signature is not that of round %(number)s of this beacon.") % {"number": number},
            way=_("Fetch the round again from another mirror, and see that its number is the announced one."),
        )
    return YES


def randomness(chain: Chain, number: int, signature: bytes, previous: bytes = b"") -> bytes:
    """The 32 bytes that a round gives. Refused where the signature is not the round's."""
    require(check(chain, number, signature, previous))
    return sha256(signature).digest()


def message(chain: Chain, number: int, previous: bytes = b"") -> bytes:
    """What is signed in a round."""
    before = previous if chain.scheme == Scheme.CHAINED else b""
    return sha256(before + number.to_bytes(8, "big")).digest()


def _signed(chain: Chain, told: bytes, signature: bytes) -> bool:
    """e(signature, generator) = e(hash, key), each in the groups of the scheme: their quotient is one."""
    suite = SUITES[chain.scheme]
    if chain.scheme == Scheme.CHAINED:
        left = pairing(_second(signature), neg(G1), final_exponentiate=False)
        right = pairing(hash_to_G2(told, suite, HASH), _first(chain.key), final_exponentiate=False)
    else:
        left = pairing(neg(G2), _first(signature), final_exponentiate=False)
        right = pairing(_second(chain.key), hash_to_G1(told, suite, HASH), final_exponentiate=False)
    return bool(final_exponentiate(left * right) == Twelve.one())


def _first(raw: bytes) -> Any:
    if len(raw) != SHORT:
        raise ValueError("not 48 bytes")
    return _kept(decompress_G1(G1Compressed(int.from_bytes(raw, "big"))))


def _second(raw: bytes) -> Any:
    if len(raw) != LONG:
        raise ValueError("not 96 bytes")
    halves = int.from_bytes(raw[:SHORT], "big"), int.from_bytes(raw[SHORT:], "big")
    return _kept(decompress_G2(G2Compressed(halves)))


def _kept(point: Any) -> Any:
    """A point that may count: not zero, which would sign everything, and of the right order."""
    if is_inf(point) or not subgroup_check(point):
        raise ValueError("not in the group")
    return point
