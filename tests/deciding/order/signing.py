"""A signer of the tests: an invented key with a certificate of its own, and detached signatures by it."""

from datetime import UTC, datetime, timedelta
from hashlib import sha512

from django.utils import timezone

from kinoqor.deciding.order import actions
from kinoqor.deciding.order.adapters import signature as cms
from kinoqor.deciding.order.models import Order
from kinoqor.deciding.order.words import Known
from kinoqor.kit import der, gost
from kinoqor.kit.der import written
from kinoqor.kit.streebog import streebog512
from tests.deciding import ruling

CURVE, SECRET = gost.A_512, int.from_bytes(sha512(b"an invented key of the tests").digest(), "big")
HASH, SIGNING, KEY, PARAMETERS = (
    "1.2.398.3.10.1.3.3", "1.2.398.3.10.1.1.2.3.2", "1.2.398.3.10.1.1.2.2", "1.2.398.3.10.1.1.2.2.1",
)  # fmt: skip
KNOWN = Known(frozenset({HASH}), frozenset({SIGNING}), frozenset({KEY}), {PARAMETERS: CURVE.name})
SINCE, UNTIL = datetime(2026, 1, 1, tzinfo=UTC), datetime(2036, 1, 1, tzinfo=UTC)
SKI = b"\x11" * 20


def sign(number: int) -> None:
    """An order signed nationally: one officer enters the signature, another one confirms it."""
    statement = (Order.objects.get(pk=number).statement or "").encode()
    actions.enter(number, signed(statement), timezone.now(), by=ruling.officer().doer)
    actions.sign(number, by=ruling.officer().doer)


def seq(*parts: bytes) -> bytes:
    """Parts in their order."""
    return written(der.SEQUENCE, b"".join(parts))


def sett(*parts: bytes) -> bytes:
    """Parts of a set, in the order of their bytes."""
    return written(der.SET, b"".join(sorted(parts)))


def oid(name: str) -> bytes:
    """The name of a kind."""
    first, second, *rest = map(int, name.split("."))
    found = b""
    for number in (40 * first + second, *rest):
        said = [number & 0x7F]
        while number := number >> 7:
            said.insert(0, number & 0x7F | 0x80)
        found += bytes(said)
    return written(der.OID, found)


def name(person: str, organisation: str = "Test ministry") -> bytes:
    """A name of a certificate."""
    said = ((cms.NAME, person), (cms.ORGANISATION, organisation))
    return seq(*(written(der.SET, seq(oid(code), written(0x0C, text.encode()))) for code, text in said))


def utc(at: datetime) -> bytes:
    """A moment."""
    return written(0x17, at.strftime("%y%m%d%H%M%SZ").encode())


def pair(one: int, other: int) -> bytes:
    """Two numbers, each from its lowest byte on."""
    return one.to_bytes(64, "little") + other.to_bytes(64, "little")


def certificate(since: datetime = SINCE, until: datetime = UNTIL, kind: str = KEY, serial: int = 7) -> bytes:
    """A certificate of the signer, which nobody has issued."""
    point = written(der.OCTETS, pair(*gost.public(CURVE, SECRET)))
    algorithm = seq(oid(SIGNING), written(der.NOTHING, b""))
    key = seq(seq(oid(kind), seq(oid(PARAMETERS), oid(HASH))), written(der.BITS, b"\x00" + point))
    known_by = written(0xA3, seq(seq(oid(cms.KEY_ID), written(der.OCTETS, written(der.OCTETS, SKI)))))
    body = seq(
        written(0xA0, written(der.INTEGER, b"\x02")), written(der.INTEGER, bytes([serial])), algorithm,
        name("Test issuer"), seq(utc(since), utc(until)), name("Сынақ Министр"), key, known_by,
    )  # fmt: skip
    return seq(body, algorithm, written(der.BITS, b"\x00" * 129))


def signed(
    statement: bytes, *, held: bytes | None = None, attributes: bool = True, content: bytes | None = None,
    by_key: bool = False, told: bytes | None = None, digest: str = HASH, signing: str = SIGNING, twice: bool = False,
    kind: str = cms.SIGNED_DATA, moment: datetime = SINCE + timedelta(days=30),
) -> bytes:  # fmt: skip
    """A detached signature over a statement; the rest says what is wrong or unusual with it."""
    held = certificate() if held is None else held
    said = sett(
        seq(oid(cms.CONTENT_TYPE), sett(oid(cms.DATA))), seq(oid(cms.TIME), sett(utc(moment))),
        seq(oid(cms.DIGEST), sett(written(der.OCTETS, streebog512(statement if told is None else told)))),
    )  # fmt: skip
    number = gost.number_of(streebog512(said if attributes else statement), CURVE)
    r, s = gost.sign(CURVE, SECRET, number, SECRET // 3)
    whose = written(0x80, SKI) if by_key else seq(name("Test issuer"), written(der.INTEGER, b"\x07"))
    signer = seq(
        written(der.INTEGER, b"\x03" if by_key else b"\x01"), whose, seq(oid(digest)),
        written(0xA0, der.read(said).inside) if attributes else b"",
        seq(oid(signing), written(der.NOTHING, b"")), written(der.OCTETS, pair(r, s)),
    )  # fmt: skip
    inside = written(0xA0, written(der.OCTETS, content)) if content is not None else b""
    body = seq(
        written(der.INTEGER, b"\x01"), written(der.SET, seq(oid(digest))), seq(oid(cms.DATA), inside),
        written(0xA0, held), written(der.SET, signer * (2 if twice else 1)),
    )  # fmt: skip
    return seq(oid(kind), written(0xA0, body))
