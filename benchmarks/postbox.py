"""A mail server that only takes: it stands on this machine, keeps what it was given, and can be told to misbehave."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email import message_from_bytes
from email.message import Message
from email.policy import default


class Postbox:
    """The letters that were taken, in their order, and what becomes of the next ones.

    `says` holds answers that are given instead of a yes, by the word that they answer ({"RCPT": "550 nobody here"});
    `dies_at` names the moment at which the line breaks: "MAIL", "DATA" (taken, but not said so) or "" for never.
    """

    def __init__(self) -> None:
        self.port = 0
        self.taken: list[bytes] = []
        self.says: dict[str, str] = {}
        self.dies_at = ""

    def letters(self) -> list[Message]:
        """What was taken, read."""
        return [message_from_bytes(each, policy=default) for each in self.taken]

    def numbers(self) -> list[str]:
        """The Message-ID of each letter that was taken; one that was taken twice stands twice."""
        return [str(letter["Message-ID"]) for letter in self.letters()]


class _Hatch(socketserver.StreamRequestHandler):
    box: Postbox
    disable_nagle_algorithm = True

    def handle(self) -> None:
        """One line of a worker; that it breaks when the worker is killed is no fault of the postbox."""
        with suppress(ConnectionError):
            self.listen()

    def listen(self) -> None:
        self.say("220 postbox")
        while line := self.rfile.readline():
            word = line.decode("ascii", "replace").split(" ")[0].strip().upper()
            if word == self.box.dies_at == "MAIL":
                return
            if word == "QUIT":
                self.say("221 bye")
                return
            if word == "DATA" and word not in self.box.says:
                if not self.take():
                    return
            else:
                self.say(self.box.says.get(word, "250 postbox" if word == "EHLO" else "250 yes"))

    def take(self) -> bool:
        """One letter; false where the line breaks before it is said that it was taken."""
        self.say("354 go on")
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line[1:] if line.startswith(b"..") else line)
        self.box.taken.append(b"".join(lines))
        if self.box.dies_at == "DATA":
            return False
        self.say(self.box.says.get("END", "250 taken"))
        return True

    def say(self, words: str) -> None:
        self.wfile.write(words.encode() + b"\r\n")


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


@contextmanager
def standing() -> Iterator[Postbox]:
    """A postbox that takes letters at a free port of this machine until the block is left."""
    box = Postbox()
    with _Server(("127.0.0.1", 0), type("Hatch", (_Hatch,), {"box": box})) as server:
        box.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield box
        finally:
            server.shutdown()
            thread.join()
