"""The scanner for viruses: ClamAV's daemon, asked by its INSTREAM command over a socket.

The setting names it as unix:/run/clamav/clamd.ctl or tcp://127.0.0.1:3310. The protocol: "zINSTREAM" and a NUL, then
pieces that each begin with their length in four bytes, a length of nought at the end; the answer is "stream: OK" or
"stream: NAME FOUND", with a NUL at its end.
"""

import socket
import struct
from typing import IO
from urllib.parse import urlsplit

from django.conf import settings

_PIECE = 1 << 16
_PATIENCE = 60  # seconds without a word


class NoAnswer(Exception):
    """The scanner was not there, broke off, or said what nobody understands: the job asks again later."""


def scan(opened: IO[bytes]) -> str:
    """The name of the virus that was found; "" for a clean file. Raises NoAnswer."""
    try:
        with _connected() as line:
            line.sendall(b"zINSTREAM\0")
            while piece := opened.read(_PIECE):
                line.sendall(struct.pack(">L", len(piece)) + piece)
            line.sendall(struct.pack(">L", 0))
            answer = b""
            while not answer.endswith(b"\0") and (more := line.recv(4096)):
                answer += more
    except OSError as error:
        raise NoAnswer(str(error)) from error
    said = answer.rstrip(b"\0\n").decode("utf-8", "replace").removeprefix("stream: ")
    if said == "OK":
        return ""
    if said.endswith(" FOUND"):
        return said.removesuffix(" FOUND")
    raise NoAnswer(said or "no answer")


def _connected() -> socket.socket:
    where = urlsplit(settings.CLAMAV)
    if where.scheme == "unix":
        line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        line.settimeout(_PATIENCE)
        try:
            line.connect(where.path)
        except OSError:
            line.close()
            raise
        return line
    return socket.create_connection((where.hostname or "127.0.0.1", where.port or 3310), timeout=_PATIENCE)
