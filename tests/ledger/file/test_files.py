"""Files come whole or piece by piece, are scanned, and are shown to whoever may see them."""

import hashlib
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse
from PIL import Image
from pytest_django.fixtures import Settings

from kinoqor.accounts.user.models import User
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.file.access import _keepers, keep, required_keeper
from kinoqor.ledger.file.actions import note_scan
from kinoqor.ledger.file.models import File
from kinoqor.ledger.file.queries import bytes_of, files_of, versions_of
from kinoqor.ledger.file.words import Scan
from tests import people
from tests.ledger.file.sending import SHUT, Box, jpeg, locked, pdf
from tests.make import BY

pytestmark = pytest.mark.django_db
HOLDER = "box:1"


@pytest.fixture(autouse=True)
def box(settings: Settings, tmp_path: Path) -> Iterator[Box]:
    settings.FILES, settings.CLAMAV, settings.UNSCANNED = tmp_path, "", False
    made = Box()
    keep("box", made.keeper())
    yield made
    del _keepers["box"]


@pytest.fixture
def sender(box: Box) -> User:
    made = people.user()
    box.readers.add(made.doer.voice)
    box.writers.add(made.doer.voice)
    return made


def to(name: str, slot: str = "script", number: int = 1, *more: str) -> str:
    return reverse(name, args=["box", number, slot, *more])


def sent(client: Client, content: bytes, name: str = "script.pdf", slot: str = "script", **more: Any) -> Any:
    return client.post(
        to("file-send", slot, more.pop("number", 1)), {"file": SimpleUploadedFile(name, content), **more}
    )


def said(client: Client) -> str:
    return client.get(reverse("account")).content.decode()


def kept(file: File) -> bytes:
    with bytes_of(file) as opened:
        return opened.read()


def in_pieces(client: Client, content: bytes, cut: int, slot: str = "script") -> dict[str, Any]:
    begun = client.post(
        to("file-begin", slot), {"name": "script.pdf", "size": len(content), "place": 0}
    ).json()
    address = to("file-part", slot, 1, begun["part"])
    for at in range(0, len(content), cut):
        piece = content[at : at + cut]
        client.post(f"{address}?at={at}", piece, content_type="application/octet-stream")
    return client.post(to("file-end", slot, 1, begun["part"])).json()


def test_a_plain_form_sends_a_file_whole(sender: User) -> None:
    content = pdf()
    assert sent(people.client(sender), content, "Сценарий.pdf").status_code == 302
    (file,) = files_of(HOLDER)
    assert (file.name, file.kind, file.version, file.size) == ("Сценарий.pdf", "pdf", 1, len(content))
    assert file.digest == hashlib.sha256(content).hexdigest()
    assert kept(file) == content


def test_pieces_make_the_same_file(sender: User) -> None:
    content = pdf(3)
    made = in_pieces(people.client(sender), content, 100)
    assert made["digest"] == hashlib.sha256(content).hexdigest()
    assert kept(File.objects.get(pk=made["file"])) == content


def test_a_broken_upload_goes_on_where_it_stopped_and_a_piece_out_of_order_is_sent_back(sender: User) -> None:
    client, content = people.client(sender), pdf()
    begun = client.post(to("file-begin"), {"name": "a.pdf", "size": len(content), "place": 0}).json()
    address = to("file-part", "script", 1, begun["part"])
    raw = {"content_type": "application/octet-stream"}
    assert client.post(f"{address}?at=0", content[:50], **raw).json()["there"] == 50
    again = client.post(f"{address}?at=0", content[:50], **raw)
    assert (again.status_code, again.json()["there"]) == (409, 50)
    assert client.post(f"{address}?at=90", content[90:], **raw).status_code == 409
    early = client.post(to("file-end", "script", 1, begun["part"]))
    assert (early.status_code, early.json()["there"]) == (409, 50)
    assert not File.objects.exists()
    assert client.get(address).json()["there"] == 50
    client.post(f"{address}?at=50", content[50:], **raw)
    assert client.post(to("file-end", "script", 1, begun["part"])).status_code == 200
    assert client.get(address).status_code == 404
    assert kept(files_of(HOLDER)[0]) == content


def test_nobody_else_can_go_on_with_an_upload(sender: User, box: Box) -> None:
    begun = people.client(sender).post(to("file-begin"), {"name": "a.pdf", "size": 9, "place": 0}).json()
    other = people.user("Басқа Адам")
    box.writers.add(other.doer.voice)
    assert people.client(other).get(to("file-part", "script", 1, begun["part"])).status_code == 404
    assert people.client(sender).get(to("file-part", "stills", 1, begun["part"])).status_code == 404
    assert people.client(sender).get(to("file-part", "script", 1, begun["part"] + "x")).status_code == 404


def test_two_gigabytes_are_refused_before_a_byte_of_them_comes(sender: User) -> None:
    answer = people.client(sender).post(to("file-begin"), {"name": "a.pdf", "size": 2 << 30, "place": 0})
    assert answer.status_code == 400
    assert "2048 MB" in answer.json()["reason"]


def test_a_plain_form_that_sends_too_much_keeps_nothing_and_says_so(sender: User, settings: Settings) -> None:
    settings.UPLOAD_MOST = 1000
    client = people.client(sender)
    sent(client, pdf() + b"x" * 2000)
    assert "nothing of it was kept" in said(client)
    assert not File.objects.exists()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"MZ a program", "something else"),
        (jpeg(), "JPEG"),
        (b"%PDF-1.7 cut off", "does not open"),
        (pdf()[:120], "does not open"),
        (locked(), "only with a password"),
        (b"", "empty"),
    ],
)
def test_what_is_no_sound_pdf_is_refused_under_any_name_and_the_one_before_it_stays(
    sender: User, content: bytes, reason: str
) -> None:
    client, good = people.client(sender), pdf()
    sent(client, good)
    sent(client, content, "script.pdf", place=1)
    assert reason in said(client)
    (file,) = files_of(HOLDER)
    assert (file.version, kept(file)) == (1, good)


def test_a_picture_is_written_anew_and_nothing_hides_behind_it(sender: User) -> None:
    original = jpeg(b"<script>hidden</script>")
    sent(people.client(sender), original, "still.jpg", "stills")
    (file,) = files_of(HOLDER)
    content = kept(file)
    assert b"hidden" not in content
    assert file.sent_digest == hashlib.sha256(original).hexdigest() != file.digest
    with Image.open(io.BytesIO(content)) as picture:
        assert picture.size == (40, 20)
        assert not picture.getexif()


def test_a_picture_of_too_many_pixels_is_refused(sender: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kinoqor.ledger.file.adapters.looked.PIXELS", 100)
    client = people.client(sender)
    sent(client, jpeg(), "still.jpg", "stills")
    assert "million pixels" in said(client)


def test_a_newer_version_takes_the_place_and_the_older_one_stays_readable(sender: User) -> None:
    client, first, second = people.client(sender), pdf(1), pdf(2)
    sent(client, first)
    sent(client, second, place=1)
    newest, older = versions_of(HOLDER)
    assert [newest.version, older.version] == [2, 1]
    assert list(files_of(HOLDER)) == [newest]
    answer = client.get(reverse("file", args=[older.pk]))
    assert b"".join(answer.streaming_content) == first
    assert answer["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer["Content-Security-Policy"]


def test_the_same_bytes_sent_twice_change_nothing(sender: User) -> None:
    client = people.client(sender)
    sent(client, pdf())
    sent(client, pdf(), place=1)
    assert File.objects.count() == 1


def test_a_picture_sent_again_by_an_impatient_finger_takes_no_second_place(sender: User) -> None:
    client, content = people.client(sender), jpeg()
    for _press in range(2):
        sent(client, content, "still.jpg", slot="stills")
    assert [file.place for file in files_of(HOLDER)] == [1]


def test_a_full_slot_a_slot_nobody_asked_for_and_a_shut_holder_are_refused(sender: User) -> None:
    client = people.client(sender)
    sent(client, pdf())
    sent(client, pdf(2))
    assert "All 1 files" in said(client)
    sent(client, pdf(), slot="poems")
    assert "No such file is asked for" in said(client)
    sent(client, pdf(), number=SHUT)
    assert "The box is shut" in said(client)
    assert File.objects.count() == 1


def test_what_is_taken_out_stands_among_the_older_versions(sender: User) -> None:
    client = people.client(sender)
    sent(client, pdf())
    file = File.objects.get()
    client.post(reverse("file-out", args=[file.pk]))
    assert not files_of(HOLDER)
    assert client.get(reverse("file", args=[file.pk])).status_code == 200
    assert client.post(reverse("file-out", args=[file.pk])).status_code == 404
    sent(client, pdf(2))
    assert [each.place for each in files_of(HOLDER)] == [2]


def test_what_is_not_scanned_opens_to_its_sender_alone(sender: User, box: Box, settings: Settings) -> None:
    sent(people.client(sender), pdf())
    address = reverse("file", args=[File.objects.get().pk])
    reader = people.user("Оқушы Адам")
    assert people.client(reader).get(address).status_code == 404
    box.readers.add(reader.doer.voice)
    assert people.client(reader).get(address).status_code == 403
    settings.UNSCANNED = True
    assert people.client(reader).get(address).status_code == 200
    settings.UNSCANNED = False
    note_scan(File.objects.get().pk, Scan.CLEAN, "", by=BY)
    assert people.client(reader).get(address).status_code == 200


def test_a_file_with_a_virus_opens_to_nobody(sender: User, settings: Settings) -> None:
    settings.UNSCANNED = True
    sent(people.client(sender), pdf())
    note_scan(File.objects.get().pk, Scan.INFECTED, "Test-Virus", by=BY)
    answer = people.client(sender).get(reverse("file", args=[File.objects.get().pk]))
    assert answer.status_code == 403


def test_a_stranger_learns_of_no_file_and_no_holder(sender: User) -> None:
    sent(people.client(sender), pdf())
    stranger = people.client(people.user("Бөтен Адам"))
    assert stranger.get(reverse("file", args=[File.objects.get().pk])).status_code == 404
    assert stranger.post(reverse("file-out", args=[File.objects.get().pk])).status_code == 404
    assert sent(stranger, pdf()).status_code == 404
    assert stranger.post(reverse("file-begin", args=["shelf", 1, "script"])).status_code == 404


@pytest.mark.parametrize("change", [{"name": "other.pdf"}, {"digest": "0" * 64}, {"version": 7}])
def test_the_database_refuses_to_change_or_forget_a_file(sender: User, change: dict[str, Any]) -> None:
    sent(people.client(sender), pdf())
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        File.objects.update(**change)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        File.objects.all()._raw_delete("default")


def test_a_holder_nobody_keeps_takes_nothing() -> None:
    with pytest.raises(Refused):
        required_keeper("shelf:1")
