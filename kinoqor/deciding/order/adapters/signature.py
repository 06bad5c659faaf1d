"""A detached signature (CMS, RFC 5652) over a short statement, checked with keys of GOST 34.10 of 512 bits.

What is checked: that the signature was made with the key of the certificate that comes with it, over exactly this
statement, and that the certificate holds today. What is not: who issued the certificate (the chain), whether it was
revoked since, and a stamp of time. `Signed` and the page say so; a signature that holds here may yet be worthless there.
"""

import base64
import binascii
from datetime import UTC, datetime

from django.utils.translation import gettext_lazy as _

from kinoqor.deciding.order.words import MOST_SIGNATURE, Known, Signed
from kinoqor.kit import der, gost
from kinoqor.kit.der import Node, Unreadable
from kinoqor.kit.streebog import streebog512
from kinoqor.kit.verdict import Refused, no

SIGNED_DATA, DATA = "1.2.840.113549.1.7.2", "1.2.840.113549.1.7.1"
CONTENT_TYPE, DIGEST, TIME = "1.2.840.113549.1.9.3", "1.2.840.113549.1.9.4", "1.2.840.113549.1.9.5"
NAME, ORGANISATION, KEY_ID = "2.5.4.3", "2.5.4.10", "2.5.29.14"
FIRST, SECOND, THIRD = 0xA0, 0xA1, 0xA3  # what stands apart by its number
_OTHER = _("Send the file that the program of the signature has made for this very statement.")
_CURVES = {gost.A_512.name: gost.A_512}


def read_bytes(sent: bytes) -> bytes:
    """The bytes of a signature however they were sent: as they are, as base64, or with lines around it."""
    if len(sent) > MOST_SIGNATURE:
        raise Refused(no(_("This is larger than any signature."), way=_OTHER))
    if sent[:1] == b"\x30" and not sent.strip().isascii():
        return sent
    lines = [each.strip() for each in sent.decode("ascii", "replace").splitlines()]
    try:
        return base64.b64decode(
            "".join(each for each in lines if not each.startswith("-----")), validate=True
        )
    except (binascii.Error, ValueError) as wrong:
        raise Refused(no(_("This is no signature: it is neither CMS nor its base64."), way=_OTHER)) from wrong


def check(statement: bytes, signature: bytes, known: Known, now: datetime) -> Signed:
    """Whose signature this is over a statement. Raises Refused with the reason where it does not hold."""
    try:
        return _checked(statement, der.read(signature), known, now)
    except Unreadable as wrong:
        told = _("This signature cannot be read: it is cut off, damaged, or written in another way.")
        raise Refused(no(told, way=_OTHER)) from wrong


def _checked(statement: bytes, outer: Node, known: Known, now: datetime) -> Signed:
    if der.oid(outer.part(0)) != SIGNED_DATA:
        raise Refused(no(_("This is something else than a signature (CMS)."), way=_OTHER))
    body = outer.part(1, FIRST).part(0, der.SEQUENCE)
    _detached(body.part(2, der.SEQUENCE), statement)
    signers = body.parts[-1]
    if signers.tag != der.SET or len(signers.parts) != 1:
        raise Refused(
            no(_("Exactly one person signs an order; this holds more signatures, or none."), way=_OTHER)
        )
    signer = signers.part(0, der.SEQUENCE)
    held = body.tagged(FIRST)
    found = _certificate(signer.part(1), held.parts if held else ())
    if der.oid(signer.part(2).part(0)) not in known.digests:
        raise _kind()
    signed, said_at = _signed(signer, statement)
    at = 4 if signer.part(3).tag == FIRST else 3
    if der.oid(signer.part(at).part(0)) not in known.signatures:
        raise _kind()
    _verify(found, signed, der.octets(signer.part(at + 1)), known)
    return _told(found, said_at, now)


def _kind() -> Refused:
    return Refused(
        no(
            _("This signature is of a kind that cannot be checked here: only keys of GOST 34.10-2015 can."),
            way=_("Sign with such a key, or on paper."),
        )
    )


def _detached(inside: Node, statement: bytes) -> None:
    """What is signed may come with the signature; then it must be the statement."""
    if der.oid(inside.part(0)) != DATA:
        raise Refused(no(_("This is something else than a signature of a document."), way=_OTHER))
    if len(inside.parts) > 1 and der.octets(inside.part(1, FIRST).part(0)) != statement:
        raise Refused(no(_("Something else was signed than the statement of this order."), way=_OTHER))


def _certificate(named: Node, held: tuple[Node, ...]) -> Node:
    """The certificate that a signer names: by its issuer and number, or by the number of its key."""
    for each in held:
        body = each.part(0, der.SEQUENCE)
        at = 1 if body.part(0).tag == FIRST else 0
        if named.tag == der.SEQUENCE:
            if (named.part(0).whole, named.part(1).whole) == (body.part(at + 2).whole, body.part(at).whole):
                return body
        elif named.tag in (0x80, FIRST) and named.inside == _key_id(body):
            return body
    raise Refused(
        no(
            _("The certificate of the signer does not come with the signature."),
            way=_("Let the program put the certificate in."),
        )
    )


def _key_id(body: Node) -> bytes | None:
    wrapped = body.tagged(THIRD)
    for each in wrapped.part(0).parts if wrapped else ():
        if der.oid(each.part(0)) == KEY_ID:
            return der.octets(der.read(der.octets(each.parts[-1])))
    return None


def _signed(signer: Node, statement: bytes) -> tuple[bytes, datetime | None]:
    """The bytes that were signed, and when the signer says it was: the statement, or what is said of its digest."""
    if signer.part(3).tag != FIRST:
        return statement, None
    said: dict[str, Node] = {}
    for each in signer.part(3).parts:
        code = der.oid(each.part(0))
        if code in said or len(each.part(1, der.SET).parts) != 1:
            raise Unreadable("something is said twice")
        said[code] = each.part(1).part(0)
    if DIGEST not in said or CONTENT_TYPE not in said or der.oid(said[CONTENT_TYPE]) != DATA:
        raise Unreadable("it does not say what was signed")
    if der.octets(said[DIGEST]) != streebog512(statement):
        raise Refused(no(_("Something else was signed than the statement of this order."), way=_OTHER))
    return der.written(der.SET, signer.part(3).inside), _time(said[TIME]) if TIME in said else None


def _verify(certificate: Node, signed: bytes, signature: bytes, known: Known) -> None:
    key = certificate.part((1 if certificate.part(0).tag == FIRST else 0) + 5, der.SEQUENCE)
    named, parameters = key.part(0).part(0), key.part(0).part(1, der.SEQUENCE)
    curve = _CURVES.get(known.curves.get(der.oid(parameters.part(0)), ""))
    if der.oid(named) not in known.keys or curve is None:
        raise _kind()
    point = der.octets(der.read(der.bits(key.part(1))))
    if len(point) != 2 * curve.size or len(signature) != 2 * curve.size:
        raise Unreadable("its numbers have another length")
    number = gost.number_of(streebog512(signed), curve)
    if not gost.verify(curve, _halves(point, curve.size), number, *_halves(signature, curve.size)):
        raise Refused(
            no(
                _("The signature does not hold: it was not made with this key over this statement."),
                way=_OTHER,
            )
        )


def _halves(pair: bytes, size: int) -> tuple[int, int]:
    return int.from_bytes(pair[:size], "little"), int.from_bytes(pair[size:], "little")


def _told(certificate: Node, said_at: datetime | None, now: datetime) -> Signed:
    at = 1 if certificate.part(0).tag == FIRST else 0
    days, holder, issuer = certificate.part(at + 3), certificate.part(at + 4), certificate.part(at + 2)
    since, until = _time(days.part(0)), _time(days.part(1))
    if not since <= now <= until:
        said = {"since": since.date().isoformat(), "until": until.date().isoformat()}
        told = _("The certificate does not hold today: it holds from %(since)s until %(until)s.") % said
        raise Refused(no(told, way=_("Sign with a certificate that holds.")))
    serial = f"{der.integer(certificate.part(at)):x}"
    return Signed(
        _named(holder, NAME),
        _named(holder, ORGANISATION),
        _named(issuer, NAME),
        serial,
        since,
        until,
        said_at,
    )


def _named(name: Node, code: str) -> str:
    """A part of a name: of a person, of an organisation; empty where it has none."""
    for each in name.parts:
        for pair in each.parts:
            if der.oid(pair.part(0)) == code:
                return der.text(pair.part(1))[:200]
    return ""


def _time(node: Node) -> datetime:
    """A moment: of two digits of the year until 2049, of four after it."""
    form = {0x17: "%y%m%d%H%M%SZ", 0x18: "%Y%m%d%H%M%SZ"}.get(node.tag)
    try:
        if form is None:
            raise ValueError
        return datetime.strptime(node.inside.decode("ascii"), form).replace(tzinfo=UTC)
    except ValueError as wrong:
        raise Unreadable("a moment is missing") from wrong
