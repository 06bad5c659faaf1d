"""The scanner is asked as ClamAV's daemon is asked; a scanner that is silent is asked again later."""

import io
import socketserver
import struct
import threading
from collections.abc import Iterator

import pytest
from pytest_django.fixtures import Settings

from kinoqor.ledger.file.adapters.clamav import NoAnswer, scan

EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


class Daemon(socketserver.BaseRequestHandler):
    """As much of the daemon as its protocol: INSTREAM, answered by whether the test virus is in it."""

    def handle(self) -> None:
        line = self.request.makefile("rb")
        assert line.read(10) == b"zINSTREAM\0"
        came = b""
        while length := struct.unpack(">L", line.read(4))[0]:
            came += line.read(length)
        if came == b"be silent":
            return
        found = b"Eicar-Test-Signature FOUND" if EICAR in came else b"OK"
        self.request.sendall(b"stream: " + found + b"\0")


@pytest.fixture
def _daemon(settings: Settings) -> Iterator[None]:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Daemon) as server:
        settings.CLAMAV = f"tcp://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield
        server.shutdown()
        thread.join()


@pytest.mark.usefixtures("_daemon")
def test_a_clean_file_is_clean_and_a_virus_is_named() -> None:
    assert scan(io.BytesIO(b"a script" * 50_000)) == ""
    assert scan(io.BytesIO(b"a" * 100_000 + EICAR)) == "Eicar-Test-Signature"


@pytest.mark.usefixtures("_daemon")
def test_a_scanner_that_says_nothing_has_not_scanned() -> None:
    with pytest.raises(NoAnswer):
        scan(io.BytesIO(b"be silent"))


def test_a_scanner_that_is_not_there_has_not_scanned(settings: Settings) -> None:
    settings.CLAMAV = "unix:/nowhere/clamd.ctl"
    with pytest.raises(NoAnswer):
        scan(io.BytesIO(b"x"))
