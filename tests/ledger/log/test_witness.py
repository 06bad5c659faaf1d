"""Witnesses: shown each head with the proof of growth, believed only by their key."""

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django_tasks_db.models import DBTaskResult
from pytest_django.fixtures import Settings

from kinoqor.kit import merkle, note, tiles
from kinoqor.ledger.log import queries
from kinoqor.ledger.log.adapters.witness import Answer, asked, named
from kinoqor.ledger.log.clock import SHOW, publish, show
from kinoqor.ledger.log.models import Cosignature
from tests.ledger.log.writing import record, say, spoilt

pytestmark = pytest.mark.django_db
NAME = "paper.example/witness"


class Witness(HTTPServer):
    """A small witness after C2SP tlog-witness, for one log."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Asked)
        self.secret = Ed25519PrivateKey.generate()
        self.log: note.Key | None = None
        self.size, self.root = 0, merkle.EMPTY
        self.statuses: list[int] = []
        self.lies = False

    @property
    def key(self) -> str:
        return str(note.public_key(NAME, self.secret, note.COSIGNATURE))

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def judged(self, said: str) -> tuple[int, str]:
        head, _gap, checkpoint = said.partition("\n\n")
        first, *hashes = head.split("\n")
        old, opened = int(first.removeprefix("old ")), note.read_note(checkpoint.encode())
        new = tiles.read_checkpoint(opened)
        if self.log is None or not note.signs(self.log, opened):
            return 403, "no key of a log that is known\n"
        if old > new.size:
            return 400, "shrinks\n"
        if old != self.size:
            return 409, f"{self.size}\n"
        proof = [base64.b64decode(each) for each in hashes]
        if old and not merkle.extends(old, new.size, self.root, new.root, proof):
            return 422, "does not go on\n"
        self.size, self.root = new.size, new.root
        line = str(note.cosign(opened.text, NAME, self.secret, 1_790_000_000))
        return 200, (line.replace("A", "B") if self.lies else line) + "\n"


class Asked(BaseHTTPRequestHandler):
    server: Witness

    def do_POST(self) -> None:
        said = self.rfile.read(int(self.headers["Content-Length"])).decode()
        status, words = self.server.judged(said) if self.path == "/add-checkpoint" else (404, "")
        self.server.statuses.append(status)
        self.send_response(status)
        self.end_headers()
        self.wfile.write(words.encode())

    def log_message(self, *args: object) -> None:
        """A test prints nothing."""


@contextmanager
def standing() -> Iterator[Witness]:
    with Witness() as made:
        thread = Thread(target=made.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield made
        finally:
            made.shutdown()
            thread.join()


@pytest.fixture
def witness(settings: Settings) -> Iterator[Witness]:
    with standing() as made:
        settings.WITNESSES = [f"{made.key} {made.address}"]
        yield made


def test_a_witness_cosigns_each_head_and_its_line_stands_under_the_checkpoint(witness: Witness) -> None:
    witness.log = note.read_key(record(3).key)
    assert show.func() == "1 cosignatures"
    record(300)
    assert show.func() == "1 cosignatures"
    assert show.func() == "0 cosignatures"
    assert witness.statuses == [200, 200]
    laid = queries.laid()
    assert laid is not None
    assert note.signs(note.read_key(witness.key), laid)
    assert note.cosigned_at(laid.signatures[-1]) == 1_790_000_000
    assert spoilt() == []
    assert tiles.read_proof(queries.proof(1) or "").checkpoint == laid


def test_a_witness_that_knows_another_size_is_asked_again_from_there(witness: Witness) -> None:
    witness.log = note.read_key(record(3).key)
    show.func()
    witness.size, witness.root = 0, merkle.EMPTY
    record(2)
    assert show.func() == "1 cosignatures"
    assert witness.statuses == [200, 409, 200]


def test_a_witness_that_remembers_another_past_refuses_and_nothing_is_kept(witness: Witness) -> None:
    witness.log = note.read_key(record(3).key)
    show.func()
    witness.root = merkle.leaf_hash(b"another past")
    record(1)
    assert show.func() == "0 cosignatures"
    assert witness.statuses == [200, 422]


def test_a_witness_that_knows_more_than_the_house_is_not_cosigned_by(witness: Witness) -> None:
    witness.log = note.read_key(record(3).key)
    witness.size = 9
    assert show.func() == "0 cosignatures"
    assert witness.statuses == [409]


def test_a_line_that_is_not_the_witnesses_is_not_kept(witness: Witness) -> None:
    witness.log, witness.lies = note.read_key(record(3).key), True
    assert show.func() == "0 cosignatures"
    assert not Cosignature.objects.exists()


def test_a_witness_that_does_not_know_the_log_or_does_not_answer_stops_nothing(settings: Settings) -> None:
    record(1)
    with standing() as gone:
        settings.WITNESSES = [f"{gone.key} {gone.address}"]
        assert show.func() == "0 cosignatures"
        assert gone.statuses == [403]
    assert show.func() == "0 cosignatures"
    assert asked(gone.address, 0, [], "") == Answer()


def test_a_published_head_is_shown_to_witnesses_by_a_job_of_its_own(witness: Witness) -> None:
    say()
    publish.func()
    assert DBTaskResult.objects.filter(task_path=SHOW).count() == 1


@pytest.mark.parametrize("text", ["", "key", "a+00000000+AAAA http://a.example", "ftp://a.example"])
def test_a_witness_that_is_not_named_rightly_is_passed_over(text: str) -> None:
    assert named(text) is None


def test_a_key_of_a_log_is_no_key_of_a_witness() -> None:
    key = note.public_key(NAME, Ed25519PrivateKey.generate())
    assert named(f"{key} https://a.example") is None
