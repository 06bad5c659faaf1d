"""What a pack says of its programmes: `funding/programmes/<ref>/` with a programme.toml and three tables beside it."""

import csv
import tomllib
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from kinoqor.funding.programme.words import Act, Day, Described, Parameter, Valued, Year
from kinoqor.kit.document import LANGUAGES, Faulty, Part, once, sound
from kinoqor.kit.money import Money

NAMES = ("programme.toml", "parameters.csv", "years.csv", "days.csv")
YES = {"yes": True, "no": False}


def folders(pack: Path) -> list[Path]:
    """The folders of the programmes of a pack."""
    return sorted(path.parent for path in (pack / "funding" / "programmes").glob("*/programme.toml"))


def digest(folder: Path) -> str:
    """SHA-256 over the files of a programme."""
    total = sha256()
    for name in NAMES:
        if (folder / name).exists():
            total.update(name.encode() + (folder / name).read_bytes())
    return total.hexdigest()


def described(folder: Path) -> Described:
    """The programme that a folder describes. Raises `kit.document.Faulty` with every fault."""
    with (folder / "programme.toml").open("rb") as file:
        top = Part(tomllib.load(file), "")
    parameters = tuple(_parameter(part) for part in top.parts("parameters"))
    currency = top.line("currency", needed=True)
    found = Described(
        top.code("ref"), top.line("country", needed=True), top.line("zone", needed=True), currency,
        top.text("operator"), top.text("name"), top.text("about", needed=False),
        tuple(_act(part) for part in top.parts("acts")), parameters,
        tuple(_values(folder, parameters, currency, top)), tuple(_years(folder, top)), tuple(_days(folder, top)),
    )  # fmt: skip
    top.end()
    once(top, "parameters", [each.code for each in parameters])
    once(top, "years", [str(each.year) for each in found.years])
    once(top, "days", [str(each.day) for each in found.days])
    known = {each.year for each in found.years}
    for each in found.days:
        if each.day.year not in known:
            top.fault(_("The day %(day)s lies in a year that is not listed."), day=each.day)
    sound(top)
    return found


def _act(part: Part) -> Act:
    found = Act(part.text("act"), part.text("about"), part.line("address"))
    part.end()
    return found


def _parameter(part: Part) -> Parameter:
    found = Parameter(part.code(), part.text("name"), part.choice("unit", ("money", "number")))
    part.end()
    return found


def _rows(folder: Path, name: str) -> Iterator[tuple[int, dict[str, str]]]:
    path = folder / name
    if path.exists():
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from enumerate(csv.DictReader(file), 2)


def _read(top: Part, name: str, row: int, cells: dict[str, str]) -> dict[str, Any] | None:
    """The cells that several files have, read; None where one of them is wrong, with its fault written down."""
    try:
        found: dict[str, Any] = {"verified": YES[cells["verified"]], "source": cells["source"]}
        for key in ("day", "since"):
            if key in cells:
                found[key] = date.fromisoformat(cells[key])
        for key in ("year", "value"):
            if key in cells:
                found[key] = int(cells[key])
    except (KeyError, TypeError, ValueError):
        top.fault(_("Row %(row)s of %(name)s cannot be read."), row=row, name=name)
        return None
    return found


def _values(folder: Path, parameters: tuple[Parameter, ...], currency: str, top: Part) -> Iterator[Valued]:
    units = {each.code: each.unit for each in parameters}
    for row, cells in _rows(folder, "parameters.csv"):
        read = _read(top, "parameters.csv", row, cells)
        if read and cells["parameter"] not in units:
            top.fault(
                _("Row %(row)s of %(name)s names an unknown parameter."), row=row, name="parameters.csv"
            )
        elif read:
            money = units[cells["parameter"]] == "money"
            value = Money.whole(read["value"], currency).minor if money else read["value"]
            yield Valued(cells["parameter"], read["since"], value, read["source"], read["verified"])


def _years(folder: Path, top: Part) -> Iterator[Year]:
    for row, cells in _rows(folder, "years.csv"):
        read = _read(top, "years.csv", row, cells)
        if read:
            yield Year(read["year"], read["source"], read["verified"])


def _days(folder: Path, top: Part) -> Iterator[Day]:
    for row, cells in _rows(folder, "days.csv"):
        read = _read(top, "days.csv", row, cells)
        if read and cells.get("working") not in YES:
            top.fault(_("Row %(row)s of %(name)s cannot be read."), row=row, name="days.csv")
        elif read:
            name = {lang: cells.get(lang) or "" for lang in LANGUAGES}
            yield Day(read["day"], YES[cells["working"]], name, read["source"], read["verified"])


__all__ = ["Faulty", "described", "digest", "folders"]
