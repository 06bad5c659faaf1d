"""The law of files: what they are, what they are called, when the next piece comes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.ledger.file import rules
from kinoqor.ledger.file.words import ENDINGS, Kind, Scan, Slot

SCRIPT = Slot("script", "Script", ("pdf",))
STILLS = Slot("stills", "Stills", ("image",), most=3)


@pytest.mark.parametrize(
    ("head", "inside", "kind"),
    [
        (b"%PDF-1.7 ...", (), Kind.PDF),
        (b"junk before\n%PDF-1.4", (), Kind.PDF),
        (b"\xff\xd8\xff\xe0", (), Kind.JPEG),
        (b"\x89PNG\r\n\x1a\n", (), Kind.PNG),
        (b"PK\x03\x04", ("xl/workbook.xml",), Kind.WORKBOOK),
        (b"PK\x03\x04", ("word/document.xml",), Kind.TEXT),
        (b"PK\x03\x04", ("evil.exe",), None),
        (b"MZ\x90\x00", (), None),
        (b"MZ\x90\x00 %PDF-1.4", (), None),
        (b"\n<html><script>1</script>%PDF-1.4", (), None),
        (b"GIF89a%PDF-1.4", (), None),
        (b"<html>", (), None),
        (b"", (), None),
    ],
)
def test_a_file_is_what_its_content_says(head: bytes, inside: tuple[str, ...], kind: Kind | None) -> None:
    assert rules.kind_of(head, inside) == kind


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("Сценарий.PDF", "Сценарий.pdf"),
        (r"C:\films\script.pdf", "script.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("run\u202efdp.exe", "run fdp.exe.pdf"),
        ("...", "file.pdf"),
        ("", "file.pdf"),
        ("a" * 400, "a" * 116 + ".pdf"),
    ],
)
def test_a_name_is_kept_without_paths_and_tricks(sent: str, kept: str) -> None:
    assert rules.clean_name(sent, Kind.PDF) == kept


@given(st.text(max_size=400), st.sampled_from(list(Kind)))
def test_every_name_fits_is_one_line_and_ends_as_its_kind(name: str, kind: Kind) -> None:
    kept = rules.clean_name(name, kind)
    assert 0 < len(kept) <= rules.LONGEST_NAME
    assert kept.endswith(ENDINGS[kind])
    assert not set(kept) & set('/\\\n\r\t\0"<>|')


def test_a_file_too_large_or_empty_or_not_asked_for_is_refused_before_it_comes() -> None:
    assert "2048 MB" in str(rules.may_begin(SCRIPT, 2 << 30, 20 << 20, 0, 0).reason)
    assert not rules.may_begin(SCRIPT, 0, 100, 0, 0)
    assert not rules.may_begin(None, 5, 100, 0, 0)
    assert rules.may_begin(SCRIPT, 100, 100, 0, 0)


def test_a_full_slot_takes_only_newer_versions() -> None:
    assert not rules.may_begin(SCRIPT, 5, 100, there=1, place=0)
    assert rules.may_begin(SCRIPT, 5, 100, there=1, place=1)
    assert rules.may_begin(STILLS, 5, 100, there=2, place=0)


@pytest.mark.parametrize(("size", "said"), [(1, "0.1"), (20 << 20, "20"), ((20 << 20) + 1, "20.1")])
def test_a_size_is_never_rounded_down_to_a_limit_that_it_passes(size: int, said: str) -> None:
    assert rules.megabytes(size) == said


def test_another_kind_is_refused_by_what_it_is_and_not_by_its_name() -> None:
    refused = rules.may_be(Kind.JPEG, SCRIPT)
    assert "PDF" in str(refused.reason)
    assert "JPEG" in str(refused.reason)
    assert not rules.may_be(None, SCRIPT)
    assert rules.may_be(Kind.PNG, STILLS)


@given(st.integers(0, 50), st.lists(st.tuples(st.integers(0, 50), st.integers(0, 20)), max_size=30))
def test_whatever_order_the_pieces_come_in_no_byte_is_written_twice_or_left_out(
    size: int, pieces: list[tuple[int, int]]
) -> None:
    there = 0
    for offset, length in pieces:
        if rules.may_go_on(there, offset, length, size):
            assert offset == there
            there += length
    assert there <= size


def test_who_may_have_the_bytes() -> None:
    assert rules.may_be_read(Scan.CLEAN, sender=False, unscanned=False)
    assert rules.may_be_read(None, sender=True, unscanned=False)
    assert rules.may_be_read(None, sender=False, unscanned=True)
    assert not rules.may_be_read(None, sender=False, unscanned=False)
    assert not rules.may_be_read(Scan.INFECTED, sender=True, unscanned=True)


def test_a_place_is_not_filled_without_end() -> None:
    assert rules.may_replace(rules.MOST_VERSIONS - 1)
    assert not rules.may_replace(rules.MOST_VERSIONS)


def test_a_packed_file_with_programs_or_made_to_burst_is_refused() -> None:
    assert rules.may_be_unpacked(["word/document.xml"], 1000)
    assert "macros" in str(rules.may_be_unpacked(["word/document.xml", "word/vbaProject.bin"], 1000).reason)
    assert not rules.may_be_unpacked(["xl/workbook.xml", "xl/activeX/activeX1.bin"], 1000)
    assert not rules.may_be_unpacked(["word/document.xml"], 5 << 30)
    assert not rules.may_be_unpacked(["word/document.xml"] * 6000, 1000)


def test_what_came_is_held_against_the_digest_that_its_sender_tells() -> None:
    assert rules.came_whole("", "")
    assert rules.came_whole("AB", "ab")
    assert not rules.came_whole("ab", "cd")
