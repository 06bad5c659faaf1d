"""Questions about what happened: the events of the industry, decade by decade, with the films made meanwhile."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Count, F, Q, QuerySet
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.translation import gettext as _

from kinoqor.register.card.models import Card, Facet
from kinoqor.register.card.words import Axis
from kinoqor.register.event.models import Award, Release
from kinoqor.register.event.words import Result
from kinoqor.register.face.queries import Face, of_kind, other_titles, title
from kinoqor.register.source.words import SourceKind
from kinoqor.register.subject.words import Kind
from kinoqor.ui import pack
from kinoqor.ui.parts import Cite, Note, Plate, Said
from kinoqor.ui.templatetags.ui import said as shown_as

SHAPES = {"feature": "feature", "documentary": "documentary"}
SIGNS: dict[str, str] = {Result.WON: "good", Result.NOMINATED: "waiting", Result.SELECTED: "open"}
SHELF = 4
HEAD = ("ref", "date", "kind", "text_kk", "text_ru", "text_en", "disputed", "sources")


@dataclass(slots=True)
class Decade:
    """Ten years of a timeline: its events, its films by the shapes of their frames. `first` 0: not dated."""

    first: int
    events: list[Card] = field(default_factory=list)
    films: Counter[str] = field(default_factory=Counter)

    @property
    def label(self) -> str:
        """How the decade is called on the page."""
        return _("%(year)ds") % {"year": self.first} if self.first else _("Date not known")


def events(kind: str = "") -> QuerySet[Card]:
    """Events of the industry in the order of time; of one kind, where a code is given."""
    found = of_kind(Kind.EVENT).order_by("moment", "ref")
    return found.filter(facets__axis=Axis.KIND, facets__code=kind) if kind else found


def kinds() -> list[tuple[str, int]]:
    """Each kind of event with how many there are, in the order of the pack's list."""
    rows = (
        Facet.objects.filter(axis=Axis.KIND, card__kind=Kind.EVENT)
        .values_list("code")
        .annotate(n=Count("pk"))
    )
    order = {code: number for number, code in enumerate(pack.codes("event_kinds"))}
    return sorted(rows, key=lambda row: (order.get(row[0], len(order)), row[0]))


def decades(shown: Iterable[Card], films: Mapping[int, Mapping[str, int]]) -> list[Decade]:
    """The events by decade, each with its films (`films`: year -> kind -> how many); undated events come last."""
    found: dict[int, Decade] = {}
    for card in shown:
        first = card.year // 10 * 10 if card.year else 0
        found.setdefault(first, Decade(first)).events.append(card)
    for year, by_kind in films.items():
        decade = found.get(year // 10 * 10)
        if decade is not None:
            for kind, n in by_kind.items():
                decade.films[SHAPES.get(kind, "other")] += n
    return sorted(found.values(), key=lambda decade: decade.first or 9999)


def turns() -> set[str]:
    """Refs of the events that the pack marks on the century: those that turned something."""
    return {entry["ref"] for entry in pack.about()["century"]["event"]}


def neighbours(card: Card) -> tuple[Card | None, Card | None]:
    """The event before and the event after, in the order of the timeline."""
    every = of_kind(Kind.EVENT)
    before = every.filter(Q(moment__lt=card.moment) | Q(moment=card.moment, ref__lt=card.ref))
    after = every.filter(Q(moment__gt=card.moment) | Q(moment=card.moment, ref__gt=card.ref))
    return before.order_by("-moment", "-ref").first(), after.order_by("moment", "ref").first()


def films_of(year: int | None) -> tuple[int, list[Plate]]:
    """How many films the register holds of a year, and the first few of them as plates."""
    if year is None:
        return 0, []
    films = of_kind(Kind.WORK).filter(year=year)
    total = films.count()
    return total, [_plate(card) for card in films.order_by("ref")[:SHELF]] if total else []


def _plate(card: Card) -> Plate:
    fact = card.facts.get("year", {})
    sources = {number for voice in fact.get("voices", ()) for number in voice["sources"]}
    disputed = bool(fact.get("disputed"))
    return Plate(
        title(card), card.get_absolute_url(), card.year, len(sources), disputed, others=other_titles(card)
    )


def is_own_wording(face: Face, card: Card) -> bool:
    """Whether the text that the page shows is the register's own translation and not a source's."""
    shown = title(card)
    voices = [voice for voice in face.voices(card, "text") if voice["value"] == shown.text]
    kinds_ = {face.known[n].kind for voice in voices for n in voice["sources"] if n in face.known}
    return kinds_ == {SourceKind.OWN}


def told_by(face: Face, card: Card, most: int = 3) -> list[Cite]:
    """Who tells of an event, by the page of each source; the register's own wording only where nobody else does."""
    numbers = dict.fromkeys(n for voice in face.voices(card, "text") for n in voice["sources"])
    known = [face.known[n] for n in numbers if n in face.known]
    told = [source for source in known if source.kind != SourceKind.OWN] or known
    return [Cite(source.house, url=reverse("source", args=[source.pk])) for source in told[:most]]


def row(face: Face, card: Card) -> Sequence[object]:
    """One event as a row of open data, in the columns of HEAD."""
    texts = {voice.get("lang", ""): voice["value"] for voice in reversed(face.voices(card, "text"))}
    codes = [voice["value"] for voice in face.voices(card, "event_kind")]
    numbers = {
        number for fact in card.facts.values() for voice in fact["voices"] for number in voice["sources"]
    }
    addresses = sorted(face.known[n].address for n in numbers if n in face.known)
    return (
        card.ref, card.moment, ";".join(codes), texts.get("kk", ""), texts.get("ru", ""), texts.get("en", ""),
        "yes" if card.disputed else "", " ; ".join(addresses),
    )  # fmt: skip


def awards_of(film: int) -> list[Award]:
    """What one film (by number) won or was selected for, earliest first, each with `organisation.card`; one query."""
    return awards_of_films([film])


def awards_of_films(films: Collection[int]) -> list[Award]:
    """What these films (by number) won or were selected for, earliest first, each with `organisation.card`; one query."""
    found = Award.objects.filter(film__in=films).select_related("organisation__card")
    found = found.defer("organisation__card__facts")
    return list(found.order_by(F("year").asc(nulls_last=True), "pk"))


def given_by(organisation: int) -> list[Award]:
    """What was at one festival or before one jury (by number), latest first, each with `film.card`; one query."""
    found = (
        Award.objects.filter(organisation=organisation)
        .select_related("film__card")
        .defer("film__card__facts")
    )
    return list(found.order_by(F("year").desc(nulls_last=True), "pk"))


def releases_of(film: int) -> list[Release]:
    """Where one film (by number) was shown, earliest first, each with `platform.card` where known; one query."""
    found = Release.objects.filter(film=film).select_related("platform__card")
    return sorted(found, key=lambda release: (release.date or "9", release.pk))


def shown_by(platform: int) -> list[Release]:
    """What one service or cinema (by number) showed, latest first, each with `film.card`; one query."""
    found = Release.objects.filter(platform=platform).select_related("film__card").defer("film__card__facts")
    return sorted(found, key=lambda release: (release.date, -release.pk), reverse=True)


def outcome(award: Award, about: Said, url: str = "") -> Note:
    """What came of a festival or jury in one line: a full disc for a prize, half of one for a nomination.

    `about` says where or for what; the words of the award stay in the language of the source.
    """
    words = [pack.phrase(text) for text in dict.fromkeys((award.award, award.section)) if text]
    label = str(Result.NOMINATED.label)
    if (
        award.result == Result.NOMINATED
        and label != str(about)
        and award.result[:5] not in award.award.casefold()
    ):
        words.insert(0, Said(label))
    told = [shown_as(about), *(shown_as(text) for text in words[:2])]
    sign = "unverified" if award.unverified else SIGNS.get(award.result, "open")
    return Note(format_html_join(" · ", "{}", ((one,) for one in told)), sign, url)
