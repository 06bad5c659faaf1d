"""The tests of a certificate over plain values. Pure: what is known of a crew in, standings with their reasons out.

A test is not said to fail while what is still unknown could save it, nor to hold while it could spoil it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kinoqor.kit.points import Met, PointsTest, Reckoned, reckon
from kinoqor.register.certificate.words import Length, Line, Member, Result, Standing, Texts


@dataclass(frozen=True, slots=True)
class Treaty:
    """A ratified treaty under which a film made together may be national."""

    countries: frozenset[str]
    name: Texts


@dataclass(frozen=True, slots=True)
class National:
    """What makes a film national: by whom it is produced, and how many of its authors may be foreign."""

    home: frozenset[str]
    producers: tuple[str, ...]
    authors: tuple[str, ...]
    most: Fraction
    by_person: bool
    clause: Texts
    authors_clause: Texts
    treaties: tuple[Treaty, ...] = ()
    unverified: frozenset[str] = frozenset()


def read_national(told: Mapping[str, Any]) -> National:
    """The rule as a pack writes it. Raises KeyError or ValueError where it is no rule."""
    most = Fraction(*told["foreign_most"])
    if not 0 <= most <= 1 or told["count"] not in ("people", "places"):
        raise ValueError("The share of foreign authors lies between 0 and 1; people or places are counted.")
    treaties = tuple(Treaty(frozenset(each["countries"]), each) for each in told.get("treaties", ()))
    return National(
        frozenset(told["home"]), tuple(told["producers"]), tuple(told["authors"]), most, told["count"] == "people",
        told["clause"], told["authors_clause"], treaties, frozenset(told.get("unverified", ())),
    )  # fmt: skip


def national(
    crew: Sequence[Member], rule: National, partners: Iterable[str] = (), lang: str = "en"
) -> Result:
    """Whether a film of this crew is national. `partners`: the countries of the other producers of a joint film."""
    lines = [_producers(crew, rule), _authors(crew, rule)]
    treaty = next((each for each in rule.treaties if each.countries & set(partners)), None)
    if treaty and any(line.standing == Standing.NOT for line in lines):
        reason = _(
            "The crew alone does not make the film national, but a film made together under this treaty may be: "
            "%(treaty)s. A person decides that from the contract."
        ) % {"treaty": treaty.name[lang]}
        return Result((Line("treaty", Standing.OPEN, reason, rule.clause),))
    return Result(tuple(lines))


def _producers(crew: Sequence[Member], rule: National) -> Line:
    found = [each for each in crew if each.role in rule.producers]
    abroad = [each.name for each in found if each.country and each.country not in rule.home]
    silent = [each.name for each in found if not each.country]
    if abroad:
        return Line(
            "producer", Standing.NOT,
            _("Every producer must be a citizen or a company registered in the country. Not so: %(names)s.")
            % {"names": ", ".join(abroad)},
            rule.clause, _("Name another producer, or apply as a joint film under a ratified treaty."),
        )  # fmt: skip
    if silent:
        reason = _("Nothing is said yet of the country of: %(names)s.") % {"names": ", ".join(silent)}
        return Line("producer", Standing.OPEN, reason, rule.clause, _("Say the citizenship or country."))
    if not found:
        return Line(
            "producer", Standing.OPEN, _("No producer is named yet."), rule.clause, _("Name the producer.")
        )
    reason = _("Every producer is a citizen or a company registered in the country.")
    return Line("producer", Standing.HELD, reason, rule.clause)


@dataclass(frozen=True, slots=True)
class Authors:
    """The authors of a film counted: citizens, foreigners, those of whom nothing is said, places nobody holds yet."""

    home: int
    foreign: int
    silent: int
    empty: int

    @property
    def named(self) -> int:
        """How many are named."""
        return self.home + self.foreign + self.silent


def authors(crew: Sequence[Member], rule: National) -> Authors:
    """The authors as the rule counts them: people, or the places they hold."""
    found: dict[str, str] = {}
    for number, each in enumerate(crew):
        if each.role in rule.authors and each.name.strip():
            key = each.who if rule.by_person else str(number)
            found[key] = found.get(key) or each.country
    held = {each.role for each in crew if each.name.strip()}
    home = sum(country in rule.home for country in found.values())
    silent = sum(not country for country in found.values())
    empty = sum(role not in held for role in rule.authors)
    return Authors(home, len(found) - home - silent, silent, empty)


def _authors(crew: Sequence[Member], rule: National) -> Line:
    counted = authors(crew, rule)
    said: dict[str, Any] = {
        "foreign": counted.foreign,
        "named": counted.named,
        "most": _share(rule.most),
        "silent": counted.silent,
    }
    doubtful = "count" in rule.unverified
    if not counted.named:
        reason = _("No author is named yet: of the authors at most %(most)s may be foreign.") % said
        return Line("authors", Standing.OPEN, reason, rule.authors_clause, _("Name the authors."), doubtful)
    reason = _("%(foreign)d of %(named)d authors are not citizens; at most %(most)s may be.") % said
    if counted.foreign > rule.most * counted.named:
        more = _needed(counted.foreign, rule.most) - counted.named
        way = ngettext(
            "One more author who is a citizen, or one fewer who is not, would do.",
            "%(n)d more authors who are citizens, or fewer who are not, would do.",
            more,
        ) % {"n": more} if more else _("Name authors who are citizens in place of some who are not.")  # fmt: skip
        return Line("authors", Standing.NOT, reason, rule.authors_clause, way, doubtful)
    if counted.foreign + counted.silent > rule.most * counted.named:
        reason += " " + _("Nothing is said yet of the citizenship of %(silent)d.") % said
        way = _("Say the citizenship of every author.")
        return Line("authors", Standing.OPEN, reason, rule.authors_clause, way, doubtful)
    left = further(counted, rule)
    if counted.empty > left:
        reason += " " + ngettext(
            "Some places are still empty: %(n)d more foreign author can be named.",
            "Some places are still empty: %(n)d more foreign authors can be named.",
            left,
        ) % {"n": left}  # fmt: skip
    return Line("authors", Standing.HELD, reason, rule.authors_clause, "", doubtful)


def further(counted: Authors, rule: National) -> int:
    """How many more foreign authors can be named without breaking the limit, all that are unknown taken as foreign.

    At most as many as there are empty places.
    """
    foreign, named, left = counted.foreign + counted.silent, counted.named, 0
    while left < counted.empty and foreign + left + 1 <= rule.most * (named + left + 1):
        left += 1
    return left


def _needed(foreign: int, most: Fraction) -> int:
    """How many authors there must be so that this many may be foreign; 0 if no number would do."""
    return -(-foreign * most.denominator // most.numerator) if most else 0


def _share(share: Fraction) -> str:
    return _("half") if share == Fraction(1, 2) else f"{share.numerator}/{share.denominator}"


def by_crew(
    test: PointsTest, crew: Sequence[Member], parties: Iterable[str], said: Mapping[str, Met]
) -> Reckoned:
    """A test by points over a crew: an element is earned where all who hold its places come from the parties.

    `said` is what a person says of an element, and goes before what the crew tells.
    """
    within, found = set(parties), dict[str, Met]()
    for element in test.elements:
        holders = [each.country for each in crew if each.role in element.by and each.name.strip()]
        if holders and element.code not in said:
            found[element.code] = (
                Met.NO if any(country and country not in within for country in holders)
                else Met.OPEN if "" in holders else Met.YES
            )  # fmt: skip
    return reckon(test, found | dict(said))


@dataclass(frozen=True, slots=True)
class Debut:
    """What a debut is, for a film of each length: the first film, or the first full-length film."""

    first: Mapping[str, str]
    minutes: int
    clause: Texts
    unverified: frozenset[str] = frozenset()


def read_debut(told: Mapping[str, Any]) -> Debut:
    """The rule as a pack writes it. Raises KeyError or ValueError where it is no rule."""
    first = {str(length): str(told[length]) for length in Length}
    if not set(first.values()) <= {"first", "first_full"} or int(told["full_minutes"]) < 1:
        raise ValueError(
            "A debut is the first film or the first full-length film, from a number of minutes on."
        )
    return Debut(first, int(told["full_minutes"]), told["clause"], frozenset(told.get("unverified", ())))


@dataclass(frozen=True, slots=True)
class Past:
    """A film that a person directed, as the register knows it; minutes None where it does not know them."""

    ref: str
    title: str
    year: int | None
    kinds: frozenset[str] = frozenset()
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Director:
    """A director of the film and what the register holds of earlier ones; `person` "" if the register has nobody."""

    name: str
    person: str
    films: tuple[Past, ...] = ()


def length_of(film: Past, rule: Debut) -> Standing:
    """Whether a film is full-length: by its minutes, else a short is not, and of anything else it is not known."""
    if film.minutes is not None:
        return Standing.HELD if film.minutes >= rule.minutes else Standing.NOT
    return Standing.NOT if "short" in film.kinds else Standing.OPEN


def debut(
    directors: Sequence[Director], length: str, rule: Debut, year: int | None = None, but: str = ""
) -> Result:
    """Whether a film of this length is a debut: of every director of it.

    `but` is the film's own number in the register; films of a year after `year` do not count.
    """
    if not directors:
        reason = _("No director is named yet.")
        return Result((Line("director", Standing.OPEN, reason, rule.clause, _("Name the director.")),))
    return Result(tuple(_debut_of(each, length, rule, year, but) for each in directors))


def _debut_of(director: Director, length: str, rule: Debut, year: int | None, but: str) -> Line:
    full = rule.first[length] == "first_full"
    doubtful = length in rule.unverified or (full and "full_minutes" in rule.unverified)
    if not director.person:
        reason = _("Nobody in the register is picked as %(name)s, so earlier films cannot be looked up.")
        way = _("Pick the person in the register, or propose a new one.")
        reason %= {"name": director.name}
        return Line("director", Standing.OPEN, reason, rule.clause, way, doubtful)
    films = [each for each in director.films if each.ref != but and not _later(each, year)]
    against = [each for each in films if not full or length_of(each, rule) == Standing.HELD]
    unsure = [each for each in films if full and length_of(each, rule) == Standing.OPEN]
    way = _("If the register is wrong, propose a correction on the page of the film.")
    if against:
        reason = (
            _("By the register %(name)s has directed a full-length film before: %(films)s.")
            if full
            else _("By the register %(name)s has directed before: %(films)s.")
        ) % {"name": director.name, "films": _told(against)}
        return Line("director", Standing.NOT, reason, rule.clause, way, doubtful)
    if unsure:
        reason = _(
            "The register knows earlier films by %(name)s, but not whether they are full-length: %(films)s."
        ) % {"name": director.name, "films": _told(unsure)}
        return Line("director", Standing.OPEN, reason, rule.clause, _("Tell the running time."), doubtful)
    reason = (
        _("The register knows no earlier full-length film directed by %(name)s.")
        if full
        else _("The register knows no earlier film directed by %(name)s.")
    ) % {"name": director.name}
    return Line("director", Standing.HELD, reason, rule.clause, "", doubtful)


def _later(film: Past, year: int | None) -> bool:
    return bool(year and film.year and film.year > year)


def _told(films: Sequence[Past], most: int = 3) -> str:
    told = [f"{film.title} ({film.year})" if film.year else film.title for film in films[:most]]
    left = len(films) - len(told)
    return ", ".join(told) + (_(" and %(n)d more") % {"n": left} if left else "")
