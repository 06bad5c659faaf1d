"""Signatures of GOST R 34.10 against the examples of RFC 7091, and their refusals."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinoqor.kit.gost import A_512, Curve, number_of, public, sign, verify

SHORT = Curve(
    "the first example",
    p=0x8000000000000000000000000000000000000000000000000000000000000431,
    a=7,
    b=0x5FBFF498AA938CE739B8E022FBAFEF40563F6E6A3472FC2A514C0CE9DAE23B7E,
    q=0x8000000000000000000000000000000150FE8A1892976154C59CFC193ACCF5B3,
    point=(2, 0x8E2A8A0E65147D4BD6316030E16D19C85C97F0A9CA267122B96ABBCEA7E8FC8),
    size=32,
)
LONG = Curve(
    "the second example",
    p=int(
        "4531ACD1FE0023C7550D267B6B2FEE80922B14B2FFB90F04D4EB7C09B5D2D15D"
        "F1D852741AF4704A0458047E80E4546D35B8336FAC224DD81664BBF528BE6373", 16,
    ),
    a=7,
    b=int(
        "1CFF0806A31116DA29D8CFA54E57EB748BC5F377E49400FDD788B649ECA1AC43"
        "61834013B2AD7322480A89CA58E0CF74BC9E540C2ADD6897FAD0A3084F302ADC", 16,
    ),
    q=int(
        "4531ACD1FE0023C7550D267B6B2FEE80922B14B2FFB90F04D4EB7C09B5D2D15D"
        "A82F2D7ECB1DBAC719905C5EECC423F1D86E25EDBE23C595D644AAF187E6E6DF", 16,
    ),
    point=(
        int(
            "24D19CC64572EE30F396BF6EBBFD7A6C5213B3B3D7057CC825F91093A68CD762"
            "FD60611262CD838DC6B60AA7EEE804E28BC849977FAC33B4B530F1B120248A9A", 16,
        ),
        int(
            "2BB312A43BD2CE6E0D020613C857ACDDCFBF061E91E5F2C3F32447C259F39B2C"
            "83AB156D77F1496BF7EB3351E1EE4E43DC1A18B91B24640B6DBB92CB1ADD371E", 16,
        ),
    ),
    size=64,
)  # fmt: skip
# (curve, secret key, number of the digest, number used once, r, s)
EXAMPLES = {
    "256 bits": (
        SHORT,
        0x7A929ADE789BB9BE10ED359DD39A72C11B60961F49397EEE1D19CE9891EC3B28,
        0x2DFBC1B372D89A1188C09C52E0EEC61FCE52032AB1022E8E67ECE6672B043EE5,
        0x77105C9B20BCD3122823C8CF6FCC7B956DE33814E95B7FE64FED924594DCEAB3,
        0x41AA28D2F1AB148280CD9ED56FEDA41974053554A42767B83AD043FD39DC0493,
        0x1456C64BA4642A1653C235A98A60249BCD6D3F746B631DF928014F6C5BF9C40,
    ),
    "512 bits": (
        LONG,
        int(
            "0BA6048AADAE241BA40936D47756D7C93091A0E8514669700EE7508E508B1020"
            "72E8123B2200A0563322DAD2827E2714A2636B7BFD18AADFC62967821FA18DD4", 16,
        ),
        int(
            "3754F3CFACC9E0615C4F4A7C4D8DAB531B09B6F9C170C533A71D147035B0C591"
            "7184EE536593F4414339976C647C5D5A407ADEDB1D560C4FC6777D2972075B8C", 16,
        ),
        int(
            "0359E7F4B1410FEACC570456C6801496946312120B39D019D455986E364F3658"
            "86748ED7A44B3E794434006011842286212273A6D14CF70EA3AF71BB1AE679F1", 16,
        ),
        int(
            "2F86FA60A081091A23DD795E1E3C689EE512A3C82EE0DCC2643C78EEA8FCACD3"
            "5492558486B20F1C9EC197C90699850260C93BCBCD9C5C3317E19344E173AE36", 16,
        ),
        int(
            "1081B394696FFE8E6585E7A9362D26B6325F56778AADBC081C0BFBE933D52FF5"
            "823CE288E8C4F362526080DF7F70CE406A6EEB1F56919CB92A9853BDE73E5B4A", 16,
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize("which", EXAMPLES)
def test_the_examples_of_the_standard_are_made_and_checked(which: str) -> None:
    curve, secret, number, once, r, s = EXAMPLES[which]
    assert sign(curve, secret, number, once) == (r, s)
    assert verify(curve, public(curve, secret), number, r, s)


def test_the_public_key_of_the_first_example_is_that_of_the_standard() -> None:
    x = 0x7F2B49E270DB6D90D8595BEC458B50C58585BA1D4E9B788F6689DBD8E56FD80B
    y = 0x26F1B489D6701DD185C8413A977B3CBBAF64D1C593D26627DFFB101A87FF77DA
    assert public(SHORT, EXAMPLES["256 bits"][1]) == (x, y)


def test_the_curve_of_documents_has_its_point_and_its_order() -> None:
    assert A_512.holds(A_512.point)
    # (q - 1) times the point is the point turned over: so q is its order, since q is prime.
    assert public(A_512, A_512.q - 1) == (A_512.point[0], A_512.p - A_512.point[1])
    with pytest.raises(ValueError, match="no secret key"):
        public(A_512, A_512.q)


@settings(max_examples=8, deadline=None)
@given(st.integers(1, A_512.q - 1), st.binary(min_size=64, max_size=64), st.integers(1, A_512.q - 1))
def test_what_one_has_signed_is_theirs_and_nothing_else_is(secret: int, digest: bytes, once: int) -> None:
    number, key = number_of(digest, A_512), public(A_512, secret)
    r, s = sign(A_512, secret, number, once)
    assert verify(A_512, key, number, r, s)
    assert not verify(A_512, key, number + 1, r, s)
    assert not verify(A_512, key, number, r, s ^ 1)
    assert not verify(A_512, key, number, s, r) or r == s
    assert not verify(A_512, (key[0], A_512.p - key[1]), number, r, s)


def test_noughts_numbers_beyond_the_order_and_points_off_the_curve_are_no_signature() -> None:
    curve, secret, number, _once, r, s = EXAMPLES["256 bits"]
    key = public(curve, secret)
    for wrong in ((0, s), (r, 0), (curve.q, s), (r, curve.q), (r + curve.q, s), (-r, s)):
        assert not verify(curve, key, number, *wrong)
    assert not verify(curve, (key[0], key[1] ^ 1), number, r, s)
    assert not verify(curve, (key[0] + curve.p, key[1]), number, r, s)


def test_a_digest_of_noughts_is_signed_as_one() -> None:
    assert number_of(b"\x00" * 64, A_512) == 1
    assert number_of(b"\x01" + b"\x00" * 63, A_512) == 1
    assert number_of(b"\x00" * 63 + b"\x01", A_512) == 1 << 504
