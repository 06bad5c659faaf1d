"""Detached signatures: what holds, what is refused and why, and the key of a real centre."""

import base64
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinoqor.deciding.order.adapters.national import national
from kinoqor.deciding.order.adapters.signature import check, read_bytes
from kinoqor.kit import der, gost
from kinoqor.kit.streebog import streebog512
from kinoqor.kit.verdict import Refused
from tests.deciding.order import signing
from tests.deciding.order.signing import KNOWN, certificate, signed
from tests.kit.thirdparty import vectors

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
TEXT = b'{"order":"T-1","papers":{}}'


def why(signature: bytes, text: bytes = TEXT, now: datetime = NOW) -> str:
    with pytest.raises(Refused) as refused:
        check(text, signature, KNOWN, now)
    assert refused.value.verdict.way
    return str(refused.value.verdict.reason)


def test_a_signature_over_the_statement_holds_and_says_whose_it_is() -> None:
    found = check(TEXT, signed(TEXT), KNOWN, NOW)
    assert (found.holder, found.organisation, found.issuer) == (
        "Сынақ Министр",
        "Test ministry",
        "Test issuer",
    )
    assert (found.serial, found.since, found.until) == ("7", signing.SINCE, signing.UNTIL)
    assert found.said_at == signing.SINCE + timedelta(days=30)


@pytest.mark.parametrize("how", [{"attributes": False}, {"by_key": True}, {"content": TEXT}])
def test_the_other_lawful_forms_of_a_signature_hold_too(how: dict[str, object]) -> None:
    assert check(TEXT, signed(TEXT, **how), KNOWN, NOW).holder == "Сынақ Министр"  # type: ignore[arg-type]


def test_another_text_is_refused_whether_its_digest_is_said_or_not() -> None:
    assert "Something else was signed" in why(signed(TEXT), TEXT + b" ")
    assert "does not hold" in why(signed(TEXT, attributes=False), TEXT + b" ")
    assert "Something else was signed" in why(signed(TEXT, content=TEXT + b" "))
    assert "Something else was signed" in why(signed(TEXT, told=b"another"))


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_no_changed_byte_passes_and_none_breaks_the_house(data: st.DataObject) -> None:
    whole = signed(TEXT)
    place = data.draw(st.integers(0, len(whole) - 1))
    broken = bytearray(whole)
    broken[place] ^= data.draw(st.integers(1, 255))
    try:
        found = check(TEXT, bytes(broken), KNOWN, NOW)
    except Refused as refused:
        assert refused.verdict.reason
    else:  # names and numbers of a certificate that nobody has vouched for: that is what the missing chain means
        assert found.since <= NOW <= found.until


def test_a_certificate_that_does_not_hold_today_is_refused_with_its_days() -> None:
    over = certificate(until=NOW - timedelta(days=1))
    assert "until 2026-11-26" in why(signed(TEXT, held=over))
    assert "does not hold today" in why(signed(TEXT, held=certificate(since=NOW + timedelta(days=1))))


def test_each_other_fault_has_its_own_reason() -> None:
    assert "of a kind" in why(signed(TEXT, digest="2.16.840.1.101.3.4.2.1"))
    assert "of a kind" in why(signed(TEXT, signing="1.2.840.113549.1.1.11"))
    assert "of a kind" in why(signed(TEXT, held=certificate(kind="1.2.840.113549.1.1.1")))
    assert "does not come with" in why(signed(TEXT, held=b""))
    assert "does not come with" in why(signed(TEXT, held=certificate(serial=8)))
    assert "Exactly one person" in why(signed(TEXT, twice=True))
    assert "something else than a signature" in why(signed(TEXT, kind=signing.cms.DATA))
    assert "cannot be read" in why(signed(TEXT)[:-1])
    assert "cannot be read" in why(b"")


def test_a_signature_is_read_as_bytes_as_base64_and_with_lines_around_it() -> None:
    whole = signed(TEXT)
    text = base64.encodebytes(whole)
    for sent in (whole, text, b"-----BEGIN CMS-----\n" + text + b"-----END CMS-----\n"):
        assert read_bytes(sent) == whole
    for sent in (b"what is this?", b"\xff\xfe", "подпись".encode(), b"0" * 100_001):
        with pytest.raises(Refused):
            read_bytes(sent)


def test_the_pack_says_which_kinds_of_signatures_count() -> None:
    known = national()
    assert known is not None
    assert check(TEXT, signed(TEXT), known, NOW).serial == "7"


def test_the_list_of_the_test_centre_is_signed_by_its_key_and_a_changed_byte_is_refused() -> None:
    given_ = vectors("kz_eds_gost2015_crl.json")
    centre = der.read(base64.b64decode(given_["ca_certificate_der_b64"])).part(0)
    listed = der.read(base64.b64decode(given_["crl_der_b64"]))
    known = national()
    assert known is not None
    assert der.oid(listed.part(1).part(0)) in known.signatures
    key = centre.part(6)
    assert der.oid(key.part(0).part(0)) in known.keys
    curve = known.curves[der.oid(key.part(0).part(1).part(0))]
    assert curve == gost.A_512.name
    point = der.octets(der.read(der.bits(key.part(1))))
    of = der.bits(listed.part(2))
    halves = [int.from_bytes(each, "little") for each in (point[:64], point[64:], of[:64], of[64:])]
    text = bytearray(listed.part(0).whole)
    number = gost.number_of(streebog512(bytes(text)), gost.A_512)
    assert gost.verify(gost.A_512, (halves[0], halves[1]), number, halves[2], halves[3])
    text[100] ^= 1
    changed = gost.number_of(streebog512(bytes(text)), gost.A_512)
    assert not gost.verify(gost.A_512, (halves[0], halves[1]), changed, halves[2], halves[3])
