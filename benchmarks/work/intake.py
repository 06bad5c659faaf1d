"""Made-up films through the intake: how many claims a second, and how much memory at most."""

import csv
import resource
import sys
import tempfile
import time
from pathlib import Path

from django.conf import settings

from benchmarks.table import Measure
from benchmarks.titles import KEYBOARD, titles
from kinoqor.ledger.deed.actions import Doer
from kinoqor.register.claim.models import Claim
from kinoqor.register.intake.actions import load, settle
from kinoqor.register.intake.adapters.agents import ORGANISATIONS, PEOPLE
from kinoqor.register.intake.adapters.films import COLUMNS

CLAIMS_A_FILM = 8
MINUTES, GIBIBYTES = 15, 2
BY = Doer("bench")


def write(folder: Path, films: int) -> None:
    """A pack of made-up films, each with eight things said of it by one source of a hundred."""
    data = folder / "data"
    data.mkdir()
    (folder / "pack.toml").write_text('ref = "bench"\ncurrency = "XTS"\n', encoding="utf-8")
    (folder / "film_kinds.csv").write_text("code,also\nfeature,\nshort,\n", encoding="utf-8")
    (folder / "languages.csv").write_text("code,also\nkk,\n", encoding="utf-8")
    for file, columns in (("organisations.csv", ORGANISATIONS), ("people.csv", PEOPLE)):
        (data / file).write_text(",".join(columns) + "\n", encoding="utf-8")
    with (data / "films.csv").open("w", encoding="utf-8", newline="") as target:
        rows = csv.DictWriter(target, COLUMNS, restval="")
        rows.writeheader()
        for number, (kazakh, english) in enumerate(titles(films), 1):
            rows.writerow(row(number, kazakh, english))


def row(number: int, kazakh: str, english: str) -> dict[str, object]:
    """One film with three titles, a year, a kind, a length, a language and a country."""
    return {
        "id": f"f{number:07d}",
        "title_kk": kazakh,
        "title_ru": kazakh.translate(KEYBOARD),
        "title_en": english,
        "year": 1925 + number % 100,
        "kind": "feature" if number % 4 else "short",
        "runtime_min": 60 + number % 90,
        "languages": "kk",
        "countries": "XX",
        "source": f"https://source{number % 100}.example/list",
    }


def peak() -> float:
    """The most memory that this process has had, in GiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2


def say(case: str, value: float, unit: str, goal: str = "", holds: bool | None = None) -> None:
    print(Measure("intake", case, value, unit, goal, holds).line(), flush=True)


def main(films: int, database: str) -> None:
    case = f"{database}, {films:,} films"
    with tempfile.TemporaryDirectory(dir=settings.DATA) as folder:
        write(Path(folder), films)
        begun = time.perf_counter()
        touched = load(Path(folder), by=BY)
        seconds = time.perf_counter() - begun
        claims = Claim.objects.count()
        say(
            f"{case}, claims",
            claims,
            "claims",
            f"= {CLAIMS_A_FILM * films:,}",
            claims == CLAIMS_A_FILM * films,
        )
        say(f"{case}, load", round(claims / seconds), "claims/s")
        say(f"{case}, load", round(seconds, 1), "s", f"< {60 * MINUTES}", seconds < 60 * MINUTES)
        memory = round(peak(), 2)
        say(f"{case}, peak memory of the load", memory, "GiB", f"< {GIBIBYTES}", memory < GIBIBYTES)
        begun = time.perf_counter()
        again = len(load(Path(folder), by=BY))
        say(f"{case}, load again, subjects changed", again, "subjects", "= 0", again == 0)
        say(f"{case}, load again", round(time.perf_counter() - begun, 1), "s")
        begun = time.perf_counter()
        settle(touched, by=BY)
        say(f"{case}, settling the cards", round(time.perf_counter() - begun, 1), "s")
        say(f"{case}, peak memory of all", round(peak(), 2), "GiB")


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
