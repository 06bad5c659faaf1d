"""Signatures after GOST R 34.10-2012 (RFC 7091) on a curve in Weierstrass form: checked, and made for tests, in plain
Python. The curve for documents is id-tc26-gost-3410-12-512-paramSetA (RFC 7836).

A digest becomes a number with its first byte as the least significant one, as Streebog gives it. Nothing here runs in a
time that hides a key: a key of worth is never used with `sign`.
"""

from dataclasses import dataclass

Point = tuple[int, int]
Held = tuple[int, int, int]  # a point as (x/z², y/z³, z); z = 0 is the point at infinity
_NOWHERE: Held = (1, 1, 0)


@dataclass(frozen=True, slots=True)
class Curve:
    """y² = x³ + ax + b over the field of p elements; q is the order of `point`, `size` the bytes of a number."""

    name: str
    p: int
    a: int
    b: int
    q: int
    point: Point
    size: int

    def holds(self, at: Point) -> bool:
        """Whether a point lies on the curve, with both coordinates in the field."""
        x, y = at
        within = 0 <= x < self.p and 0 <= y < self.p
        return within and (y * y - (x * x * x + self.a * x + self.b)) % self.p == 0


A_512 = Curve(
    "id-tc26-gost-3410-12-512-paramSetA",
    p=(1 << 512) - 569,
    a=(1 << 512) - 572,
    b=int(
        "e8c2505dedfc86ddc1bd0b2b6667f1da34b82574761cb0e879bd081cfd0b6265"
        "ee3cb090f30d27614cb4574010da90dd862ef9d4ebee4761503190785a71c760", 16,
    ),
    q=int(
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
        "27e69532f48d89116ff22b8d4e0560609b4b38abfad2b85dcacdb1411f10b275", 16,
    ),
    point=(
        3,
        int(
            "7503cfe87a836ae3a61b8816e25450e6ce5e1c93acf1abc1778064fdcbefa921"
            "df1626be4fd036e93d75e6a50e3a41e98028fe5fc235f5b889a589cb5215f2a4", 16,
        ),
    ),
    size=64,
)  # fmt: skip


def number_of(digest: bytes, curve: Curve) -> int:
    """The number that is signed for a digest; never nought."""
    return int.from_bytes(digest, "little") % curve.q or 1


def verify(curve: Curve, key: Point, number: int, r: int, s: int) -> bool:
    """Whether (r, s) is a signature of the number by the holder of this public key."""
    if not (0 < r < curve.q and 0 < s < curve.q and curve.holds(key)):
        return False
    turned = pow(number, -1, curve.q)
    found = _plain(curve, _sum(curve, s * turned % curve.q, curve.point, -r * turned % curve.q, key))
    return found is not None and found[0] % curve.q == r


def sign(curve: Curve, secret: int, number: int, once: int) -> tuple[int, int]:
    """A signature (r, s) with a number that is used once. Raises ValueError where that number gives none. For tests."""
    found = _plain(curve, _sum(curve, once, curve.point, 0, curve.point))
    r = found[0] % curve.q if found else 0
    s = (r * secret + once * number) % curve.q
    if not r or not s:
        raise ValueError("this number gives no signature")
    return r, s


def public(curve: Curve, secret: int) -> Point:
    """The public key of a secret one. Raises ValueError for a secret that has none."""
    found = _plain(curve, _sum(curve, secret, curve.point, 0, curve.point))
    if found is None:
        raise ValueError("this is no secret key")
    return found


def _sum(curve: Curve, one: int, at: Point, other: int, to: Point) -> Held:
    """one·at + other·to, both walked through at once, bit by bit."""
    first, second = (at[0], at[1], 1), (to[0], to[1], 1)
    both = _added(curve, first, second)
    steps = {(1, 0): first, (0, 1): second, (1, 1): both}
    found = _NOWHERE
    for bit in range(max(one.bit_length(), other.bit_length()) - 1, -1, -1):
        found = _doubled(curve, found)
        step = steps.get(((one >> bit) & 1, (other >> bit) & 1))
        found = _added(curve, found, step) if step else found
    return found


def _doubled(curve: Curve, at: Held) -> Held:
    x, y, z = at
    if not z or not y:
        return _NOWHERE
    p = curve.p
    square = y * y % p
    long = 4 * x * square % p
    slope = (3 * x * x + curve.a * pow(z, 4, p)) % p
    wide = (slope * slope - 2 * long) % p
    return wide, (slope * (long - wide) - 8 * square * square) % p, 2 * y * z % p


def _added(curve: Curve, one: Held, other: Held) -> Held:
    if not one[2] or not other[2]:
        return other if not one[2] else one
    p, (x, y, z), (u, v, w) = curve.p, one, other
    zz, ww = z * z % p, w * w % p
    here, there = x * ww % p, u * zz % p
    low, high = y * ww * w % p, v * zz * z % p
    if here == there:
        return _doubled(curve, one) if low == high else _NOWHERE
    run, rise = (there - here) % p, (high - low) % p
    run2 = run * run % p
    run3, base = run2 * run % p, here * run2 % p
    wide = (rise * rise - run3 - 2 * base) % p
    return wide, (rise * (base - wide) - low * run3) % p, z * w * run % p


def _plain(curve: Curve, at: Held) -> Point | None:
    x, y, z = at
    if not z:
        return None
    turned = pow(z, -1, curve.p)
    return x * turned * turned % curve.p, y * pow(turned, 3, curve.p) % curve.p
