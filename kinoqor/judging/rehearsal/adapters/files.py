"""How a pack writes who reads its invented files: `funding/demo/judging.toml`."""

import tomllib
from pathlib import Path

from kinoqor.judging.rehearsal.rules import Expert, Numbers, Script


def script(pack: Path) -> Script | None:
    """What a pack says of it, if it says anything."""
    path = pack / "funding" / "demo" / "judging.toml"
    if not path.exists():
        return None
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    experts = tuple(
        Expert(
            each["code"], each["name"], each["email"], tuple(each["languages"]), each["lean"], each.get("company", "")
        )
        for each in told["experts"]
    )  # fmt: skip
    announced = tuple(
        Numbers(each["code"], each["name"], tuple(each["numbers"])) for each in told["announced"]
    )
    return Script(
        told["act"], told["body"], told["quorum"], announced, experts, told["declared"], told["said"],
        told["council"],
    )  # fmt: skip
