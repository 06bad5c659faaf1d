"""One connection over which an applicant asks the server: HTTP/1.1 by hand, so that the asking costs little."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from secrets import token_hex
from urllib.parse import urlencode

LONGEST = 60.0  # seconds until an answer is waited for no longer
FORM = "application/x-www-form-urlencoded"
BROKEN = (OSError, EOFError, asyncio.TimeoutError)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server said."""

    status: int
    heads: Mapping[str, str]
    cookies: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass(slots=True)
class Line:
    """A connection that is kept open; one that broke is opened anew by the next question."""

    host: str
    port: int
    _ways: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = field(default=None, init=False)

    async def ask(self, method: str, path: str, heads: Mapping[str, str], body: bytes = b"") -> Answer:
        """One question and its answer; raises one of BROKEN where the line breaks."""
        try:
            async with asyncio.timeout(LONGEST):
                return await self._ask(method, path, heads, body)
        except BROKEN:
            self.drop()
            raise

    async def _ask(self, method: str, path: str, heads: Mapping[str, str], body: bytes) -> Answer:
        if self._ways is None:
            self._ways = await asyncio.open_connection(self.host, self.port, limit=1 << 20)
        reader, writer = self._ways
        said = {"Host": f"{self.host}:{self.port}", **heads}
        if method == "POST":
            said["Content-Length"] = str(len(body))
        lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in said.items())]
        writer.write("\r\n".join(lines).encode() + b"\r\n\r\n" + body)
        await writer.drain()
        return await self._read(reader)

    async def _read(self, reader: asyncio.StreamReader) -> Answer:
        first, *rest = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        heads: dict[str, str] = {}
        cookies: dict[str, str] = {}
        for line in rest:
            name, _colon, value = line.partition(":")
            if name.lower() == "set-cookie":
                pair = value.strip().partition(";")[0].partition("=")
                cookies[pair[0]] = pair[2]
            else:
                heads[name.lower()] = value.strip()
        if heads.get("transfer-encoding") == "chunked":
            body = await self._chunks(reader)
        else:
            body = await reader.readexactly(int(heads.get("content-length") or 0))
        if heads.get("connection", "").lower() == "close":
            self.drop()
        return Answer(int(first.split(" ")[1]), heads, cookies, body)

    async def _chunks(self, reader: asyncio.StreamReader) -> bytes:
        found = b""
        while size := int((await reader.readline()).split(b";")[0], 16):
            found += await reader.readexactly(size)
            await reader.readline()
        await reader.readline()
        return found

    def drop(self) -> None:
        """Close the connection."""
        if self._ways is not None:
            self._ways[1].close()
        self._ways = None


def form(fields: Mapping[str, str | list[str]]) -> tuple[bytes, str]:
    """The body and the kind of a form without files."""
    return urlencode(fields, doseq=True).encode(), FORM


def parcel(fields: Mapping[str, str], name: str, content: bytes) -> tuple[bytes, str]:
    """The body and the kind of a form with one file in its field "file"."""
    edge = token_hex(16)
    parts = [
        f'--{edge}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
        for key, value in fields.items()
    ]
    head = f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
    parts.append(f"{head}Content-Type: application/pdf\r\n\r\n".encode() + content)
    return b"".join(parts) + f"\r\n--{edge}--\r\n".encode(), f"multipart/form-data; boundary={edge}"
