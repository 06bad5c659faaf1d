"""What a file may choose from: the pairs that are open to it, what each is worth, and whether a choice keeps the limits.

Nothing but sums. Among equally good plans the seed decides: a fit counts as fit x 2^16 + noise, where the noise of a
file's reader number r (readers in the order of SHA-256(seed ‖ "|" ‖ code)) is the r-th pair of bytes of
SHAKE-256(seed ‖ "|" ‖ the file's code), the first byte the higher one.
"""

import hashlib
import math
import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from kinoqor.judging.assignment.words import SHUT, Case, File, Pair, Reader, Row, Settings
from kinoqor.kit.verdict import YES, Verdict, no

NOISE = 16  # bits


@dataclass(frozen=True, slots=True)
class Choice:
    """What one file may choose from (the reader's place in the case: the value with its noise), how many readers it
    needs, how many of them may be weak, from which fit a reader is strong, and which places stand under a warning.
    """

    open: dict[int, int]
    needed: int
    weak: int
    strong_from: int
    warned: frozenset[int] = frozenset()

    def strong(self, value: int) -> bool:
        """Whether a value is that of a strong reader."""
        return value >> NOISE >= self.strong_from


def in_order(codes: Sequence[str], seed: bytes) -> list[int]:
    """The places of codes in the order that the seed gives them, so that nobody gains by a name or an hour."""
    digests = [hashlib.sha256(seed + b"|" + code.encode()).digest() for code in codes]
    return sorted(range(len(codes)), key=digests.__getitem__)


def noise(seed: bytes, file: str, readers: int) -> bytes:
    """The noise of a file's pairs, two bytes for each reader in the order of the seed."""
    return hashlib.shake_256(seed + b"|" + file.encode()).digest(2 * readers)


def may_read(reader: Reader, file: File) -> bool:
    """Whether language, section and house let a reader read a file."""
    return (
        (not file.language or not reader.languages or file.language in reader.languages)
        and (not file.section or not reader.sections or file.section in reader.sections)
        and (not file.house or file.house != reader.house)
    )


def numbers(row: Row) -> list[int]:
    """A row of fits as whole numbers, quickly where it can say them itself."""
    told = getattr(row, "tolist", None)
    return list(told()) if told else list(row)


def choices(
    case: Case, settings: Settings, seed: bytes, narrowed: bool = False
) -> Iterator[tuple[File, Choice]]:
    """Each file with what it may choose from. `narrowed`: see Plan."""
    order = in_order([reader.code for reader in case.readers], seed)
    places = {reader.code: place for place, reader in enumerate(case.readers)}
    conflicts, warned = at_places(case.conflicts, places), at_places(case.warned, places)
    suited: dict[tuple[str, str, str], list[bool]] = {}
    least, pattern = max(settings.floor, SHUT + 1), struct.Struct(f">{len(order)}H")
    for file, row in zip(case.files, case.fit, strict=True):
        kind = (file.language, file.section, file.house)
        if kind not in suited:
            suited[kind] = [may_read(reader, file) for reader in case.readers]
        fits, fitting = numbers(row), suited[kind]
        grains = pattern.unpack(noise(seed, file.code, len(order)))
        found = {
            place: (fits[place] << NOISE) + grain
            for place, grain in zip(order, grains, strict=True)
            if fits[place] >= least and fitting[place]
        }
        for place in conflicts.get(file.code, ()):
            found.pop(place, None)
        reads = case.reads(file, settings)
        low = frozenset(warned.get(file.code, ()))
        choice = Choice(found, reads, reads - min(settings.strong, reads), strong_from(settings), low)
        yield file, _narrow(case, choice) if narrowed else choice


def at_places(pairs: Iterable[tuple[str, str]], places: Mapping[str, int]) -> dict[str, list[int]]:
    """The places of the readers of pairs, by file; readers that are not there are left out."""
    found: dict[str, list[int]] = {}
    for code, name in pairs:
        if name in places:
            found.setdefault(code, []).append(places[name])
    return found


def _narrow(case: Case, choice: Choice) -> Choice:
    """Without the weak readers of houses that have a strong one."""
    house = {place: case.readers[place].house for place in choice.open}
    strong = {house[place] for place, value in choice.open.items() if house[place] and choice.strong(value)}
    kept = {
        place: value
        for place, value in choice.open.items()
        if choice.strong(value) or house[place] not in strong
    }
    return replace(choice, open=kept)


def by_file(case: Case, pairs: Iterable[Pair]) -> dict[str, dict[int, Pair]]:
    """Pairs by their files and the readers' places. Raises ValueError for one that stands twice or names nobody."""
    places = {reader.code: place for place, reader in enumerate(case.readers)}
    held: dict[str, dict[int, Pair]] = {}
    for pair in pairs:
        mine = held.setdefault(pair.file, {})
        if pair.reader not in places or places[pair.reader] in mine:
            raise ValueError(f"{pair.file}, {pair.reader}")
        mine[places[pair.reader]] = pair
    return held


def loads_kept(readers: Sequence[Reader], pairs: Iterable[Pair], of: int) -> Verdict:
    """Whether every reader has as many files as agreed; in units of a read."""
    counts: dict[str, int] = {}
    for pair in pairs:
        counts[pair.reader] = counts.get(pair.reader, 0) + pair.units
    for each in readers:
        if not each.least * of <= counts.pop(each.code, 0) <= each.most * of:
            return no(_("Reader %(reader)s has more or fewer files than agreed.") % {"reader": each.code})
    return YES


def choice_kept(
    case: Case, settings: Settings, file: File, choice: Choice, mine: Mapping[int, Pair], of: int
) -> Verdict:
    """Whether a file has exactly its readers, all open to it, no two of a house, enough strong ones, none above the
    cap.
    """
    cap, low = units_of_cap(settings, of), units_of_warned(settings, of)
    of_house: dict[str, int] = {}
    weak = total = 0
    for place, pair in mine.items():
        value = choice.open.get(place, SHUT << NOISE)
        most = low if place in choice.warned else cap
        if place not in choice.open or value >> NOISE != pair.fit or not 0 < pair.units <= most:
            reason = _("Reader %(reader)s may not read file %(file)s, or not with this fit or chance.")
            return no(reason % {"reader": pair.reader, "file": file.code})
        house = case.readers[place].house
        of_house[house] = of_house.get(house, 0) + pair.units
        weak += 0 if choice.strong(value) else pair.units
        total += pair.units
    if total != choice.needed * of:
        return no(_("File %(file)s has too many or too few readers.") % {"file": file.code})
    if settings.houses and any(units > of for house, units in of_house.items() if house):
        return no(_("File %(file)s has two readers of one house.") % {"file": file.code})
    if weak > choice.weak * of:
        return no(_("File %(file)s has too few strong readers.") % {"file": file.code})
    return YES


def strong_from(settings: Settings) -> int:
    """From which fit a reader counts as strong; where no strong one is asked for, all do."""
    return settings.strong_from if settings.strong else 0


def units_of_cap(settings: Settings, of: int) -> int:
    """How many units of a read one reader may have of a file."""
    return int(settings.cap * of) if of > 1 else 1


def units_of_warned(settings: Settings, of: int) -> int:
    """How many units of a read a reader may have of a file under a warning; never more than others."""
    return int(min(settings.cap, settings.warned) * of) if of > 1 else 1


def share(case: Case, settings: Settings) -> tuple[int, int]:
    """(cap, of): into how many units a read is divided so that the caps are whole, and how many of them the cap is."""
    of = settings.cap.denominator
    if case.warned:
        of = math.lcm(of, min(settings.cap, settings.warned).denominator)
    return int(settings.cap * of), of
