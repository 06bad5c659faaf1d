"""What a file may do to the house and to those who open it: bursting, running, racing, filling the disk, half a write."""

import hashlib
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject
from pytest_django.fixtures import Settings

from kinoqor.accounts.user.models import User
from kinoqor.ledger.file.access import _keepers, keep
from kinoqor.ledger.file.actions import note_scan
from kinoqor.ledger.file.adapters import parts
from kinoqor.ledger.file.models import File
from kinoqor.ledger.file.queries import bytes_of, files_of, sound_files_of
from kinoqor.ledger.file.rules import UNFINISHED
from kinoqor.ledger.file.words import Scan, Slot, where_of
from tests import people
from tests.ledger.file.sending import SLOTS, Box, pdf
from tests.make import BY

pytestmark = pytest.mark.django_db
HOLDER = "box:1"


@pytest.fixture
def sender(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[User]:
    settings.FILES, settings.CLAMAV, settings.UNSCANNED = tmp_path, "", False
    monkeypatch.setitem(SLOTS, "text", Slot("text", "Text", ("text",), most=3))
    made, box = people.user(), Box()
    box.readers.add(made.doer.voice)
    box.writers.add(made.doer.voice)
    keep("box", box.keeper())
    yield made
    del _keepers["box"]


def to(name: str, slot: str = "script", *more: str) -> str:
    return reverse(name, args=["box", 1, slot, *more])


def sent(client: Client, content: bytes, slot: str = "script", place: int = 0) -> str:
    """Send a file by the plain form; what the page says after."""
    client.post(to("file-send", slot), {"file": SimpleUploadedFile("a.pdf", content), "place": place})
    return client.get(reverse("account")).content.decode()


def begun(client: Client, size: int) -> str:
    word: str = client.post(to("file-begin"), {"name": "a.pdf", "size": size, "place": 0}).json()["part"]
    return word


def whole(client: Client, content: bytes) -> str:
    word = begun(client, len(content))
    client.post(f"{to('file-part', 'script', word)}?at=0", content, content_type="application/octet-stream")
    return word


def packed(**files: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/"), content)
    return made.getvalue()


def acting(action: str) -> bytes:
    """A PDF that does something when it is opened."""
    made, writer = io.BytesIO(), PdfWriter()
    writer.add_blank_page(200, 200)
    deed = {NameObject("/S"): NameObject(action), NameObject("/JS"): TextStringObject("app.alert(1)")}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(deed)
    writer.write(made)
    return made.getvalue()


def test_a_document_with_macros_is_refused_and_one_without_is_taken(sender: User) -> None:
    client = people.client(sender)
    plain = {"[Content_Types].xml": b"<t/>", "word__document.xml": b"<w/>"}
    assert "macros" in sent(client, packed(**plain, **{"word__vbaProject.bin": b"x"}), "text")
    sent(client, packed(**plain), "text")
    assert [file.kind for file in files_of(HOLDER)] == ["docx"]


def test_a_packed_file_that_would_burst_is_refused(sender: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kinoqor.ledger.file.rules.UNPACKED", 1 << 20)
    bomb = packed(**{"word__document.xml": bytes(2 << 20)})
    assert len(bomb) < 1 << 14
    assert "far larger" in sent(people.client(sender), bomb, "text")


@pytest.mark.parametrize("action", ["/JavaScript", "/Launch"])
def test_a_pdf_that_acts_when_it_is_opened_is_refused(sender: User, action: str) -> None:
    assert "carries a program" in sent(people.client(sender), acting(action))
    assert not File.objects.exists()


@pytest.mark.parametrize("cut", range(20, 320, 23))
def test_wherever_a_pdf_was_cut_or_scrambled_it_is_answered(sender: User, cut: int) -> None:
    good = pdf()
    client = people.client(sender)
    for broken in (good[:cut], good[:cut] + bytes(8) + good[cut + 8 :], good[:cut] + b"<<" * 50 + good[cut:]):
        answer = client.post(to("file-send"), {"file": SimpleUploadedFile("a.pdf", broken)})
        assert answer.status_code == 302


def test_what_is_ended_twice_becomes_one_file_and_the_second_is_told(sender: User) -> None:
    client = people.client(sender)
    address = to("file-end", "script", whole(client, pdf()))
    assert client.post(address).status_code == 200
    assert client.post(address).status_code == 404
    assert File.objects.count() == 1


def test_a_part_that_somebody_else_has_ended_meanwhile_is_over(sender: User) -> None:
    client, content = people.client(sender), pdf()
    word = whole(client, content)
    coming = parts.read(word, sender.doer.voice, HOLDER, "script")
    assert coming is not None
    with parts.ending(coming) as first:
        assert first
        coming.path.unlink()
    assert client.post(to("file-end", "script", word)).status_code == 404


def test_a_file_changed_on_its_way_is_refused_and_the_one_before_stays(sender: User) -> None:
    client, first = people.client(sender), pdf()
    sent(client, first)
    told = {"name": "a.pdf", "size": len(pdf(2)), "place": 1}
    word = client.post(to("file-begin"), told).json()["part"]
    client.post(f"{to('file-part', 'script', word)}?at=0", pdf(2), content_type="application/octet-stream")
    answer = client.post(to("file-end", "script", word), {"digest": "0" * 64})
    assert (answer.status_code, "changed on its way" in answer.json()["reason"]) == (400, True)
    (file,) = files_of(HOLDER)
    assert file.digest == hashlib.sha256(first).hexdigest()


def test_half_a_write_of_a_killed_process_is_never_taken_for_the_file(sender: User) -> None:
    content = pdf()
    where = where_of(hashlib.sha256(content).hexdigest())
    storages["kept"].delete(where)
    storages["kept"].save(where, ContentFile(content[:40]))
    sent(people.client(sender), content)
    with bytes_of(File.objects.get()) as opened:
        assert opened.read() == content


def test_who_begins_uploads_without_end_fills_no_disk(sender: User) -> None:
    client = people.client(sender)
    words = [begun(client, 100) for _time in range(UNFINISHED + 5)]
    assert len(list(parts.folder().iterdir())) == UNFINISHED
    assert client.get(to("file-part", "script", words[-1])).status_code == 200


def test_a_virus_in_a_newer_version_gives_the_place_back_to_the_one_before(sender: User) -> None:
    client = people.client(sender)
    sent(client, pdf())
    good = File.objects.get()
    sent(client, pdf(2), place=1)
    newer = files_of(HOLDER).get()
    note_scan(newer.pk, Scan.INFECTED, "Test-Virus", by=BY)
    (now,) = files_of(HOLDER)
    assert (now.version, now.digest, now.sent) == (3, good.digest, good.sent)
    assert list(sound_files_of(HOLDER)) == [now]


def test_a_virus_in_the_only_version_stands_there_and_does_not_count(sender: User) -> None:
    sent(people.client(sender), pdf())
    note_scan(File.objects.get().pk, Scan.INFECTED, "Test-Virus", by=BY)
    assert files_of(HOLDER).get().infected
    assert not sound_files_of(HOLDER).exists()


def test_two_gigabytes_are_refused_before_a_byte_comes(sender: User) -> None:
    answer: Any = people.client(sender).post(to("file-begin"), {"name": "a.pdf", "size": 2 << 30, "place": 0})
    assert (answer.status_code, "2048 MB" in answer.json()["reason"]) == (400, True)
    assert not list(parts.folder().iterdir())
