"""What an invented expert says of an invented file. Pure: the same pair always comes out the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

Text = Mapping[str, str]
LOW, HIGH = 4, 8  # up to which mark something is called low, from which on high
MIDDLE, SPREAD = 6.2, 1.7  # of what the files are worth
NOISE, UNEVEN = 0.9, 0.7  # how far readers of one file, and criteria of one file, lie apart


@dataclass(frozen=True, slots=True)
class Expert:
    """An invented reader: how much milder than the others (`lean`, tenths of a mark), where they once sat (`company`)."""

    code: str
    name: str
    email: str
    languages: tuple[str, ...]
    lean: int = 0
    company: str = ""


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers that decide a draw: as they are announced, and as they come."""

    code: str
    name: Text
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Script:
    """Everything that a pack says of how its invented files are read. `said` is by criterion and level."""

    act: str
    body: Text
    quorum: int
    announced: tuple[Numbers, ...]
    experts: tuple[Expert, ...]
    declared: Text
    said: Mapping[str, Mapping[str, Sequence[Text]]]
    council: Sequence[Text]


def language(expert: Expert, file: str) -> str:
    """In which language a reader writes of a file that was written in one."""
    return file if file in expert.languages else expert.languages[0]


def marks(expert: Expert, seed: str, criteria: Mapping[str, tuple[int, int]]) -> dict[str, int]:
    """The marks of a reader for a file (known by its seed) by criterion, each on its own scale."""
    worth, own = Random(f"worth {seed}"), Random(f"marks {seed} {expert.code}")
    film, taste = worth.gauss(MIDDLE, SPREAD), own.gauss(0, NOISE) + expert.lean / 10
    found = {}
    for code, (lowest, highest) in sorted(criteria.items()):
        of_ten = film + worth.gauss(0, UNEVEN) + taste + own.gauss(0, NOISE / 2)
        share = min(max((of_ten - 1) / 9, 0), 1)
        found[code] = lowest + round(share * (highest - lowest))
    return found


def level(mark: int, lowest: int, highest: int) -> str:
    """What a mark is called."""
    of_ten = 1 + 9 * (mark - lowest) / (highest - lowest)
    return "low" if of_ten <= LOW else "high" if of_ten >= HIGH else "mid"


def reasons(script: Script, levels: Mapping[str, str], seed: str, lang: str) -> dict[str, str]:
    """What is written for the applicant, by criterion, for these levels."""
    draw = Random(f"reasons {seed} {lang}")
    return {
        code: draw.choice(script.said[code][each])[lang]
        for code, each in sorted(levels.items())
        if code in script.said
    }


def for_council(script: Script, seed: str, lang: str) -> str:
    """What is written for the council alone; sometimes nothing."""
    return Random(f"council {seed}").choice(script.council)[lang]
