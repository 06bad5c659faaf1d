"""A time-stamping authority dates the record: believed only for what it was asked, under the roots of the house."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from kinoqor.ledger.log import queries
from kinoqor.ledger.log.adapters.stamp import read, roots
from kinoqor.ledger.log.clock import date
from kinoqor.ledger.log.models import Stamp
from tests.ledger.log.writing import record

OPENSSL = shutil.which("openssl")
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(OPENSSL is None, reason="openssl, which stands in for the authority, is not here"),
]
CONFIG = """
[req]
distinguished_name = name
[name]
[root]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign
subjectKeyIdentifier = hash
[authority]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[tsa]
default_tsa = one
[one]
dir = {folder}
serial = {folder}/serial
signer_cert = {folder}/authority.pem
signer_key = {folder}/authority.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ordering = no
tsa_name = no
ess_cert_id_chain = no
ess_cert_id_alg = sha256
"""


def openssl(*words: str) -> None:
    subprocess.run([OPENSSL or "openssl", *words], check=True, capture_output=True)


def founded(folder: Path) -> Path:
    """An authority in a folder: its root, its own certificate, its keys."""
    folder.mkdir()
    config = folder / "openssl.cnf"
    config.write_text(CONFIG.format(folder=folder))
    (folder / "serial").write_text("01\n")
    made = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-config", str(config))
    root, key = str(folder / "root.pem"), str(folder / "root.key")
    openssl("req", "-x509", *made, "-keyout", key, "-out", root, "-subj", "/CN=Root", "-extensions", "root")
    asked, own = str(folder / "asked.pem"), str(folder / "authority.pem")
    openssl(
        "req", "-new", *made, "-keyout", str(folder / "authority.key"), "-out", asked, "-subj", "/CN=Clock"
    )
    signed = ("-CA", root, "-CAkey", key, "-set_serial", "7", "-days", "30")
    openssl(
        "x509",
        "-req",
        "-in",
        asked,
        *signed,
        "-out",
        own,
        "-extfile",
        str(config),
        "-extensions",
        "authority",
    )
    return folder


class Authority(HTTPServer):
    """A time-stamping authority that openssl answers for; it can be made to answer about something else."""

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), Asked)
        self.folder, self.asked, self.kept, self.status = folder, 0, b"", 200

    def answer(self, query: bytes) -> bytes:
        self.asked += 1
        if self.kept:
            return self.kept
        question, reply = self.folder / "query.tsq", self.folder / "reply.tsr"
        question.write_bytes(query)
        config = str(self.folder / "openssl.cnf")
        openssl(
            "ts",
            "-reply",
            "-config",
            config,
            "-section",
            "one",
            "-queryfile",
            str(question),
            "-out",
            str(reply),
        )
        return reply.read_bytes()


class Asked(BaseHTTPRequestHandler):
    server: Authority

    def do_POST(self) -> None:
        said = self.server.answer(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(self.server.status)
        self.send_header("Content-Type", "application/timestamp-reply")
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, *args: object) -> None:
        """A test prints nothing."""


@contextmanager
def standing(folder: Path) -> Iterator[Authority]:
    with Authority(folder) as made:
        thread = Thread(target=made.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield made
        finally:
            made.shutdown()
            thread.join()


@pytest.fixture
def authority(settings: Settings, tmp_path: Path) -> Iterator[Authority]:
    with standing(founded(tmp_path / "tsa")) as made:
        settings.STAMPS = f"http://127.0.0.1:{made.server_port}/tsr"
        settings.STAMP_ROOTS = tmp_path / "tsa" / "root.pem"
        yield made


def test_a_head_is_dated_once_and_anybody_checks_it_with_openssl(
    authority: Authority, tmp_path: Path
) -> None:
    record(3)
    assert date.func() == "3 leaves"
    assert date.func() == "nothing"
    assert authority.asked == 1
    anyone = Client()
    for name, to in (("record-stamp", "stamp"), ("record-stamped", "head")):
        (tmp_path / to).write_bytes(anyone.get(reverse(name, args=[3])).content)
    stamp, head = str(tmp_path / "stamp"), str(tmp_path / "head")
    root = str(authority.folder / "root.pem")
    openssl("ts", "-verify", "-in", stamp, "-data", head, "-CAfile", root)
    Path(head).write_bytes(Path(head).read_bytes().replace(b"\n3\n", b"\n4\n"))
    with pytest.raises(subprocess.CalledProcessError):
        openssl("ts", "-verify", "-in", stamp, "-data", head, "-CAfile", root)
    assert "Dated by an authority" in anyone.get(reverse("record")).content.decode()


def test_a_later_head_is_dated_anew(authority: Authority) -> None:
    record(2)
    date.func()
    record(5)
    assert date.func() == "7 leaves"
    assert [each.head.size for each in queries.stamps()] == [7, 2]


def test_a_stamp_of_another_question_is_not_kept(authority: Authority) -> None:
    record(1)
    date.func()
    authority.kept = bytes(Stamp.objects.get().answer)
    record(1)
    assert date.func() == "no stamp"
    assert Stamp.objects.count() == 1


def test_a_stamp_under_another_root_is_not_kept(
    authority: Authority, settings: Settings, tmp_path: Path
) -> None:
    settings.STAMP_ROOTS = founded(tmp_path / "other") / "root.pem"
    record(1)
    assert date.func() == "no stamp"


def test_a_flipped_byte_of_a_stamp_is_seen(authority: Authority) -> None:
    head = record(1)
    date.func()
    raw, trusted = bytes(Stamp.objects.get().answer), roots(authority.folder / "root.pem")
    assert read(raw, head.text.encode(), trusted)
    assert read(raw, head.text.encode() + b" ", trusted) is None
    unseen = []
    for at in range(0, len(raw), 7):
        other = bytes([*raw[:at], raw[at] ^ 1, *raw[at + 1 :]])
        moment = read(other, head.text.encode(), trusted)
        if moment is not None and moment != read(raw, head.text.encode(), trusted):
            unseen.append(at)
    assert unseen == [], "no flipped byte gives another moment"


@pytest.mark.parametrize("trouble", ["refuses", "silent", "no roots"])
def test_an_authority_that_does_not_answer_stops_nothing(
    trouble: str, authority: Authority, settings: Settings, tmp_path: Path
) -> None:
    record(1)
    if trouble == "refuses":
        authority.status = 503
    elif trouble == "silent":
        settings.STAMPS = "http://127.0.0.1:9/"
    else:
        settings.STAMP_ROOTS = tmp_path / "nowhere.pem"
    assert date.func() != "1 leaves"
    assert not Stamp.objects.exists()


def test_without_an_authority_nothing_is_asked(settings: Settings) -> None:
    settings.STAMPS = ""
    record(1)
    assert date.func() == "nothing"


def test_a_stamp_is_never_changed(authority: Authority) -> None:
    record(1)
    date.func()
    with pytest.raises(DatabaseError), transaction.atomic():
        Stamp.objects.update(answer=b"another")
