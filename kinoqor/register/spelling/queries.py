"""Asking the index, and reading from the register what goes into it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from types import ModuleType

from django.db import connection
from django.db.models import Count
from rapidfuzz import fuzz, process

from kinoqor.kit import grams
from kinoqor.kit.batch import batched
from kinoqor.kit.grams import BROUGHT, Wanted
from kinoqor.kit.likeness import stem
from kinoqor.register.card.models import Card, Facet
from kinoqor.register.card.words import Axis
from kinoqor.register.claim.queries import standing
from kinoqor.register.claim.words import Rank
from kinoqor.register.credit.queries import directors
from kinoqor.register.identity.queries import clusters
from kinoqor.register.spelling import rules
from kinoqor.register.spelling.adapters import postgresql, sqlite
from kinoqor.register.spelling.models import Gram, Spelling
from kinoqor.register.spelling.rules import ALL_WORDS, CLOSE, FIRM, Asked, Found, Hit, Named
from kinoqor.register.spelling.words import FOUND, MOST, NAMING, Standing
from kinoqor.register.subject.models import Subject

_COLUMNS = "s.id, s.subject_id, s.kind, s.text, s.lang, s.folded, s.standing, s.weight, s.year"
# Candidates that are weighed word by word; the rest are set aside by a rougher measure.
_WEIGHED = 150


def adapter() -> ModuleType:
    """How the database of this house keeps its pieces of three letters."""
    return postgresql if connection.vendor == "postgresql" else sqlite


def _brought(condition: str, values: Sequence[str], limit: int) -> dict[int, Found]:
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {_COLUMNS} FROM register_spelling s WHERE {condition} LIMIT {limit:d}", values
        )
        return {
            pk: Found(subject, kind, text, lang, folded, standing, weight, year)
            for pk, subject, kind, text, lang, folded, standing, weight, year in cursor.fetchall()
        }


def _holding(wanted: list[Wanted]) -> dict[int, Found]:
    if not wanted:
        return {}
    condition, values = adapter().holding([(one.each, one.some) for one in wanted])
    return _brought(condition, values, BROUGHT)


def _same(asked: Asked) -> dict[int, Found]:
    folded = list({asked.folded, asked.core})
    places = ", ".join(["%s"] * len(folded))
    return _brought(f"s.folded IN ({places}) OR s.bones = %s", [*folded, asked.bones[:200]], 500)


def _weighed(asked: Asked, candidates: dict[int, Found]) -> list[Found]:
    """The candidates worth weighing: all if few, else those most alike by a fast measure."""
    found = list(candidates.values())
    if len(found) <= _WEIGHED:
        return found
    alike = process.extract(
        asked.folded if asked.year else asked.core,
        found,
        processor=_folded,
        scorer=fuzz.WRatio,
        limit=_WEIGHED,
        score_cutoff=40,
    )
    return [each for each, _, _ in alike]


def _folded(found: Found | str) -> str:
    return found if isinstance(found, str) else found.folded


def find(text: str, most: int = MOST) -> tuple[Asked, list[Hit]]:
    """How the query was understood, and the subjects that answer it, best first.

    The index is asked ever more loosely and only as far as needed: the same, the beginning, all words, all
    stems, then whatever mistyping could have made of it.
    """
    asked = rules.read(text)
    if not asked.folded:
        return asked, []
    candidates = _same(asked)
    for start in asked.starts:
        condition, values = adapter().beginning(start)
        candidates |= _brought(condition, values, 500)
    whole, stems = grams.grams(asked.words), grams.grams(map(stem, asked.words))
    counts = dict(Gram.objects.filter(gram__in={"", *whole, *stems}).values_list("gram", "spellings"))
    candidates |= _holding(grams.all_of(whole, counts))
    hits = rules.rank(asked, _weighed(asked, candidates), most)
    looser: tuple[tuple[float, Callable[[], list[Wanted]]], ...] = (
        (ALL_WORDS, lambda: grams.all_of(stems, counts)),
        (FIRM, lambda: grams.all_but_one(asked.words, counts)),
        (CLOSE, lambda: grams.most_of(whole, counts, rules.edits_allowed(asked), counts.get("", 0))),
    )
    for enough, ask in looser:
        if not hits or hits[0].score < enough:
            candidates |= _holding(ask())
            hits = rules.rank(asked, _weighed(asked, candidates), most)
    return asked, hits


@dataclass(frozen=True, slots=True)
class Result:
    """A hit with its card, as a page or an answer shows it."""

    hit: Hit
    card: Card

    @property
    def kind(self) -> str:
        """What the kind is called outside: film, person, organisation."""
        return FOUND[self.card.kind]


def with_cards(hits: Iterable[Hit]) -> list[Result]:
    """The hits with their cards in one query; what has no card is not shown."""
    listed = list(hits)
    cards = Card.objects.defer("facts").in_bulk([hit.found.subject for hit in listed])
    return [Result(hit, cards[hit.found.subject]) for hit in listed if hit.found.subject in cards]


@dataclass(frozen=True, slots=True)
class Detail:
    """What tells one result from another: codes of its kind or occupations, and who directed it."""

    codes: list[str]
    directors: list[Card]


def details(results: Iterable[Result]) -> dict[int, Detail]:
    """The details of these results by number; three queries for any number of them."""
    numbers = [result.card.pk for result in results]
    codes: dict[int, list[str]] = {}
    told = Facet.objects.filter(card__in=numbers, axis__in=(Axis.KIND, Axis.OCCUPATION)).order_by("pk")
    for card, code in told.values_list("card", "code"):
        codes.setdefault(card, []).append(code)
    directed = directors(numbers)
    return {number: Detail(codes.get(number, []), directed.get(number, [])) for number in numbers}


def named(subjects: Sequence[tuple[int, str]]) -> Iterator[Named]:
    """What the register calls each of these (number, kind), with its year and weight; five queries in all."""
    numbers = [number for number, _ in subjects]
    led = clusters().led
    leading = {number for number in numbers if number in led}
    wide = [*numbers, *(pk for pk, leader in led.items() if leader in leading and pk != leader)]
    claims = standing().filter(subject__in=wide)
    titles = ("title_kk", "title_ru", "title_en")
    cards = {
        pk: (year, shown)
        for pk, year, *shown in Card.objects.filter(pk__in=numbers).values_list("pk", "year", *titles)
    }
    names: dict[int, list[tuple[str, str, Standing]]] = {}
    naming = claims.filter(prop__in=NAMING).order_by("-rank", "pk")
    for subject, value, lang, place in naming.values_list("subject_id", "value", "lang", "rank"):
        subject = led.get(subject, subject)
        shown = value in cards.get(subject, (None, ()))[1]
        sure = Standing.ATTESTED if place > Rank.UNVERIFIED else Standing.GENERATED
        names.setdefault(subject, []).append((value, lang, Standing.SHOWN if shown and sure else sure))
    counted: Counter[int] = Counter()
    for counts in (
        claims.values_list("subject").annotate(n=Count("pk")),
        standing().filter(target__in=wide).values_list("target").annotate(n=Count("pk")),
    ):
        for subject, n in counts:
            counted[led.get(subject, subject)] += n
    for number, kind in subjects:
        if number in names:
            weight = min(counted[number], 32_000)
            year = cards[number][0] if number in cards else None
            yield Named(number, kind, year, weight, tuple(names[number]))


def to_index(subjects: Iterable[int] | None) -> Iterator[tuple[int, str]]:
    """(number, kind) of what can be found, among these subjects or among all."""
    wanted = Subject.objects.filter(kind__in=FOUND, merged=None).order_by("pk").values_list("pk", "kind")
    if subjects is None:
        yield from wanted.iterator(chunk_size=2000)
        return
    for some in batched(subjects, 900):
        yield from wanted.filter(pk__in=some)


def nothing_spelled() -> bool:
    """Whether nothing can be found, as on a new house and after the index has moved."""
    return not Spelling.objects.exists()
