"""How a pack writes how its invented round is decided: `funding/demo/deciding.toml`."""

import tomllib
from pathlib import Path

from kinoqor.deciding.premiere.rules import Person, Script
from kinoqor.judging.rehearsal.rules import Numbers

SAID = ("place", "absence", "phoned", "unheard", "withdrawn", "departure", "author")


def script(pack: Path) -> Script | None:
    """What a pack says of it, if it says anything."""
    path = pack / "funding" / "demo" / "deciding.toml"
    if not path.exists():
        return None
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    of, order = told["commission"], told["order"]
    return Script(
        told["act"], told["broadcast"], told["hall"], {code: told[code] for code in SAID},
        tuple(Numbers(each["code"], each["name"], tuple(each["numbers"])) for each in told["announced"]),
        of["name"], of["quorum"],
        tuple(Person(each["name"], each["email"], each["language"]) for each in of["members"]),
        told["rulings"], order["number"], order["registry"], order["signer"],
    )  # fmt: skip
