"""Questions about releases: which there are, by what they can be narrowed, which films earned most."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Count, Q, QuerySet

from kinoqor.kit.money import Money
from kinoqor.register.card.models import Card
from kinoqor.register.event.models import Release
from kinoqor.register.face.queries import Face, say_moment, title
from kinoqor.ui import pack
from kinoqor.ui.parts import Cite

AXES = ("type", "territory", "platform", "decade")
HEAD = (
    "film", "film_title", "date", "type", "territory", "platform", "venue", "box_office", "currency", "admissions",
    "unverified", "sources",
)  # fmt: skip
MOST = 12


@dataclass(frozen=True, slots=True)
class Asked:
    """What the list is narrowed by: types, territories, refs of platforms, first years of decades; none for all."""

    type: tuple[str, ...] = ()
    territory: tuple[str, ...] = ()
    platform: tuple[str, ...] = ()
    decade: tuple[str, ...] = ()

    def of(self, axis: str) -> tuple[str, ...]:
        """The codes asked for on one axis."""
        return getattr(self, axis)  # type: ignore[no-any-return]

    @property
    def query(self) -> dict[str, tuple[str, ...]]:
        """What is asked for, without what is empty."""
        return {axis: self.of(axis) for axis in AXES if self.of(axis)}


def releases(asked: Asked) -> QuerySet[Release]:
    """Releases, the newest first, undated ones last."""
    found = Release.objects.all()
    if asked.type:
        found = found.filter(medium__in=asked.type)
    if asked.territory:
        found = found.filter(reduce(or_, map(_in, asked.territory)))
    if asked.platform:
        found = found.filter(platform__ref__in=asked.platform)
    if asked.decade:
        found = found.filter(reduce(or_, (Q(date__startswith=code[:3]) for code in asked.decade)))
    return found.order_by("-date", "film", "pk")


def _in(code: str) -> Q:
    """Territories are codes joined by ";"."""
    exact, begins = Q(territory=code), Q(territory__startswith=f"{code};")
    return exact | begins | Q(territory__endswith=f";{code}") | Q(territory__contains=f";{code};")


def choices() -> dict[str, list[tuple[str, int]]]:
    """For each axis its codes with how many releases, most first, decades newest first; four queries."""
    types = Counter(dict(Release.objects.values_list("medium").annotate(n=Count("pk"))))
    places: Counter[str] = Counter()
    for codes, n in Release.objects.values_list("territory").annotate(n=Count("pk")):
        places.update({code: n for code in codes.split(";") if code})
    services = Release.objects.exclude(platform=None).values_list("platform__ref").annotate(n=Count("pk"))
    decades: Counter[str] = Counter()
    for date, n in Release.objects.exclude(date="").values_list("date").annotate(n=Count("pk")):
        decades[f"{date[:3]}0"] += n
    return {
        "type": types.most_common(),
        "territory": sorted(places.items(), key=lambda row: (-row[1], row[0])),
        "platform": sorted(services, key=lambda row: (-row[1], row[0])),
        "decade": sorted(decades.items(), reverse=True),
    }


@dataclass(frozen=True, slots=True)
class Shown:
    """One release as a page shows it."""

    release: Release
    film: Card | None
    platform: Card | None
    when: str
    places: str
    money: str
    cites: list[Cite]


def shown(page: Iterable[Release]) -> tuple[list[Shown], Face]:
    """These releases with their films, platforms and sources: two queries for any number of them."""
    some = list(page)
    known = Card.objects.in_bulk({n for each in some for n in (each.film_id, each.platform_id) if n})
    face = Face([], {number for each in some for number in each.sources})
    return [_shown(each, known, face) for each in some], face


def _shown(each: Release, known: dict[int, Card], face: Face) -> Shown:
    platform = known.get(each.platform_id) if each.platform_id else None
    when = say_moment(each.date) if each.date else ""
    cites = face.cites(each.sources)
    return Shown(each, known.get(each.film_id), platform, when, places(each.territory), money(each), cites)


def places(codes: str) -> str:
    """Territories in words of the page's language."""
    return ", ".join(pack.label("territories", code) for code in codes.split(";") if code)


def money(each: Release) -> str:
    """The box office in the currency that the source gives."""
    if each.box_office is None or not each.currency:
        return ""
    return Money.whole(each.box_office, each.currency).say(pack.language())


def highest() -> list[tuple[Card, Release]]:
    """The films with the highest known box office in the home currency, each with the release it is known of."""
    home = Release.objects.filter(currency=pack.about()["currency"]).exclude(box_office=None)
    of_film: dict[int, Release] = {}
    for each in home.order_by("-box_office", "pk")[: 8 * MOST]:
        of_film.setdefault(each.film_id, each)
    best = dict(list(of_film.items())[:MOST])
    known = Card.objects.in_bulk(best)
    return [(known[film], release) for film, release in best.items() if film in known]


def names(refs: Iterable[str]) -> dict[str, Card]:
    """Cards of platforms by ref."""
    return {card.ref: card for card in Card.objects.filter(ref__in=list(refs))}


def row(each: Shown, face: Face) -> Sequence[object]:
    """One release as a row of open data, in the columns of HEAD."""
    release = each.release
    addresses = " ; ".join(face.known[n].address for n in release.sources if n in face.known)
    return (
        each.film.ref if each.film else "", title(each.film).text if each.film else "", release.date, release.medium,
        release.territory, each.platform.ref if each.platform else "", release.venue, release.box_office,
        release.currency, release.admissions, "yes" if release.unverified else "", addresses,
    )  # fmt: skip
