"""Where the record is read from: a folder, or an address of the web. Nothing else is ever asked."""

import json
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

LISTED = "calls/files.json"  # at an address nobody can list a folder, so the record lists its rounds itself
PATIENCE = 60  # seconds


class Place:
    """A folder or an address that holds the record."""

    def __init__(self, where: str) -> None:
        self.web = where.startswith(("https://", "http://"))
        self.where = where.rstrip("/")

    def read(self, path: str) -> bytes:
        """The bytes of a file; FileNotFoundError where there is none."""
        if not self.web:
            found = Path(self.where, path)
            if not found.is_file():
                raise FileNotFoundError(path)
            return found.read_bytes()
        asked = Request(f"{self.where}/{path}", headers={"User-Agent": "kinoqor-verify"})
        try:
            with urlopen(asked, timeout=PATIENCE) as answer:
                raw: bytes = answer.read()
                return raw
        except HTTPError as error:
            if error.code == 404:
                raise FileNotFoundError(path) from error
            raise

    def maybe(self, path: str) -> bytes | None:
        """The bytes of a file, None where there is none."""
        try:
            return self.read(path)
        except FileNotFoundError:
            return None

    def rounds(self) -> list[str]:
        """The files of all rounds, by their paths."""
        if not self.web:
            base = Path(self.where)
            return sorted(each.relative_to(base).as_posix() for each in base.glob("calls/*/*/**/*.json"))
        raw = self.maybe(LISTED)
        listed: list[Any] = json.loads(raw)["files"] if raw else []
        return sorted(
            str(each) for each in listed if str(each).startswith("calls/") and ".." not in str(each)
        )

    def leaves(self) -> list[int]:
        """The leaves that lie in a folder as files of their own."""
        if self.web:
            return []
        named = {each.name.split(".")[0] for each in Path(self.where).glob("leaf/*")}
        return sorted(int(each) for each in named if each.isdigit())
