"""How strict a reader is, seen against the other readers of the same films; and when nobody can tell.

The rule in words: we look at all films that a reader read and take the middle value of the difference between his mark
and the average of the others on the same film. With few films we trust it less (n of n + 7), and it never counts for
more than 1.5 points. It is done twice: the second time the others' marks are without their own strictness.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from statistics import median

from babel.numbers import format_decimal
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kinoqor.judging.score.rules.marks import hundredth
from kinoqor.judging.score.words import Correction, Gap, Read, Strictness, Terms
from kinoqor.kit.verdict import YES, Verdict, no

PASSES = 2
ZERO = Fraction(0)


def clamp(value: Fraction, most: Fraction) -> Fraction:
    """The value, but never further than `most` from zero."""
    return max(-most, min(most, value))


def variance(values: Sequence[Fraction]) -> Fraction:
    """The mean squared distance from the average; zero for fewer than two."""
    if len(values) < 2:
        return ZERO
    mean = sum(values, ZERO) / len(values)
    return sum(((each - mean) ** 2 for each in values), ZERO) / len(values)


def by_film(reads: Iterable[Read]) -> dict[str, list[Read]]:
    """The reads of each film."""
    found: dict[str, list[Read]] = defaultdict(list)
    for read in reads:
        found[read.film].append(read)
    return found


def correction(reads: Sequence[Read], terms: Terms, sections: Mapping[str, str] | None = None) -> Correction:
    """What is taken off the marks of each reader, or the sentence that says why nothing is."""
    found: dict[str, Strictness] = {}
    for _pass in range(PASSES):
        found = _pass_over(reads, terms, found)
    verdict = connected(reads, terms, sections or {})
    if verdict:
        verdict = _uneven(reads, terms, found)
    return Correction(verdict, found)


def _pass_over(
    reads: Sequence[Read], terms: Terms, before: Mapping[str, Strictness]
) -> dict[str, Strictness]:
    gaps = _gaps(reads, lambda read: read.mark - (before[read.reader].counted if before else ZERO))
    found = {reader: _found(reader, tuple(own), terms) for reader, own in gaps.items()}
    known = [each.capped for each in found.values() if each.known]
    centre = sum(known, ZERO) / len(known) if known else ZERO
    return {reader: _centred(each, centre, terms) for reader, each in found.items()}


def _gaps(reads: Sequence[Read], seen: Callable[[Read], Fraction]) -> dict[str, list[Gap]]:
    """Per reader the films that somebody else read too; the others' marks are as `seen`."""
    gaps: dict[str, list[Gap]] = {read.reader: [] for read in reads}
    for film, own in by_film(reads).items():
        total = sum((seen(read) for read in own), ZERO)
        for read in own if len(own) > 1 else ():
            others = (total - seen(read)) / (len(own) - 1)
            gaps[read.reader].append(Gap(film, read.mark, others))
    return gaps


def _found(reader: str, gaps: tuple[Gap, ...], terms: Terms) -> Strictness:
    middle = median(each.gap for each in gaps) if gaps else ZERO
    trusted = middle * Fraction(len(gaps), len(gaps) + terms.trust) if gaps else ZERO
    capped = clamp(trusted, terms.most)
    return Strictness(reader, gaps, middle, trusted, capped, ZERO, len(gaps) >= terms.fewest)


def _centred(told: Strictness, centre: Fraction, terms: Terms) -> Strictness:
    counted = hundredth(clamp(told.capped - centre, terms.most)) if told.known else ZERO
    return Strictness(told.reader, told.gaps, told.middle, told.trusted, told.capped, counted, told.known)


def connected(reads: Sequence[Read], terms: Terms, sections: Mapping[str, str]) -> Verdict:
    """Whether enough films are read by readers of enough others that strictness can be told from the films read."""
    if not terms.correct:
        return no(_("By the terms of this call, marks count as they were given."), terms.clause)
    many = len(_groups(reads))
    if many > 1:
        return no(
            _("Groups of readers that share no film: %(many)s. Nobody can say which group is stricter.")
            % {"many": many},
            terms.clause,
            way=_("Rank each group by itself, or let some readers read in more than one."),
        )
    shared = Counter(read.reader for own in by_film(reads).values() if len(own) > 1 for read in own)
    if not any(count >= terms.fewest for count in shared.values()):
        return no(
            _(
                "To know how strict a reader is, he must share at least %(fewest)s films with others; none does."
            )
            % {"fewest": terms.fewest},
            terms.clause,
            way=_("Give each reader more films, or more readers to each film."),
        )
    return _crossed(reads, terms, sections)


def _groups(reads: Sequence[Read]) -> list[set[str]]:
    """The readers in groups: two are in one group who read a film together, or are both linked to a third."""
    groups: list[set[str]] = []
    for own in by_film(reads).values():
        joined = {read.reader for read in own}
        apart = []
        for group in groups:
            if group & joined:
                joined |= group
            else:
                apart.append(group)
        groups = [*apart, joined]
    return groups


def _crossed(reads: Sequence[Read], terms: Terms, sections: Mapping[str, str]) -> Verdict:
    """A section is cut off where too few reads cross its border: its films read by readers of other sections, or its
    readers reading other films. A reader's section is the one in which he reads most.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for read in reads:
        counts[read.reader][sections.get(read.film, "")] += 1
    home = {reader: min(own, key=lambda name: (-own[name], name)) for reader, own in counts.items()}
    names = sorted({sections.get(read.film, "") for read in reads})
    for name in names if len(names) > 1 else ():
        sides = [(sections.get(read.film, "") == name, home[read.reader] == name) for read in reads]
        touching = sum(film or reader for film, reader in sides)
        crossing = sum(film != reader for film, reader in sides)
        if touching and Fraction(crossing, touching) < terms.crossing:
            return no(
                _(
                    "Reads that cross the border of the section “%(name)s”: %(crossing)s of %(touching)s. Too few."
                )
                % {"crossing": crossing, "touching": touching, "name": name},
                terms.clause,
                way=_("Rank each section by itself, or let more readers read in two sections."),
            )
    return YES


def _uneven(reads: Sequence[Read], terms: Terms, found: Mapping[str, Strictness]) -> Verdict:
    total = variance([read.mark for read in reads])
    share = max(ZERO, _strict([each for each in found.values() if each.known])) / total if total else ZERO
    if share and share >= terms.uneven:
        return YES
    return no(
        _(
            "The readers are about equally strict: that explains %(share)s per cent of the differences between marks."
        )
        % {"share": format_decimal(float(100 * share), format="0.0", locale=get_language() or "en")},
        terms.clause,
    )


def _strict(readers: Sequence[Strictness]) -> Fraction:
    """How far readers differ in strictness, as a variance: that of their middle gaps, less what chance alone would give.
    The middle of n values swings half as much again as their average (pi / 2, as a fraction).
    """
    if len(readers) < 2:
        return ZERO
    chance = sum((variance([gap.gap for gap in each.gaps]) / len(each.gaps) for each in readers), ZERO) / len(
        readers
    )
    return variance([each.middle for each in readers]) - Fraction(355, 226) * chance
