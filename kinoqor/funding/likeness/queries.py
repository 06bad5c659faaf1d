"""Questions: what an application looks like, and which are not looked at yet."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_

from django.conf import settings
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from kinoqor.accounts.organisation.models import Organisation
from kinoqor.accounts.role.queries import Who
from kinoqor.funding.applicant.models import Applicant
from kinoqor.funding.applicant.queries import applicants_of
from kinoqor.funding.applicant.words import COMPANY_NUMBER, PERSON_NUMBER
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.queries import applications, files_of_many, form_of, one, open_to, shut_to
from kinoqor.funding.application.rules import FiledFile
from kinoqor.funding.likeness.adapters.packed import unpacked
from kinoqor.funding.likeness.models import Mark, Script, Trace
from kinoqor.funding.likeness.rules import compare, grams, marks, person_key, read, strong, titled, weight
from kinoqor.funding.likeness.words import (
    COMPARED,
    MOST_FOUND,
    MOST_LIKE,
    SCRIPTS,
    Compared,
    Key,
    Reading,
    Why,
)
from kinoqor.funding.likeness.words import Script as Read
from kinoqor.kit.question import said
from kinoqor.kit.shingles import sketch
from kinoqor.ledger.file.models import File
from kinoqor.ledger.file.words import Scan
from kinoqor.register.card.models import Card
from kinoqor.register.face.queries import cards
from kinoqor.register.spelling.queries import find, with_cards
from kinoqor.register.subject.words import Kind

UNTRACED = 60  # that are compared at once though nobody has looked at them yet
IN_REGISTER = 5


@dataclass(frozen=True, slots=True)
class Like:
    """Another application, why it looks like this one, and by what it stands in the order."""

    other: Application
    why: list[Why]
    score: float
    strong: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """What an application looks like, and its scripts with what became of their words."""

    likes: list[Like]
    scripts: list[Read]


def compared(application: Application) -> Compared:
    """What of an application is compared."""
    return compared_many([application])[0]


def compared_many(some: Sequence[Application]) -> list[Compared]:
    """The same of several applications, in their order; four queries for all of them, five where records were
    found to be the same.
    """
    files = files_of_many(some)
    companies = applicants_of({each.organisation_id for each in some})
    known = scripts_of(each.digest for sent in files.values() for each in sent if each.slot in SCRIPTS)
    shown = _shown(some)
    return [
        _compared(each, files[each.pk], companies.get(each.organisation_id), known, shown) for each in some
    ]


def _shown(some: Sequence[Application]) -> dict[str, str]:
    """The number under which the register shows whoever is picked for these crews.

    Whoever was only proposed to it is compared by name: two companies may propose the same person.
    """
    found = cards({member["ref"] for each in some for member in each.crew if member.get("ref")})
    return {ref: card.ref for ref, card in found.items()}


def scripts_of(digests: Iterable[str]) -> dict[str, Read]:
    """Scripts by the digests of their files, without names; one query, and none where no script is asked for."""
    asked = sorted(set(digests))
    rows = Script.objects.filter(digest__in=asked) if asked else ()
    return {
        row.digest: Read("", row.reading, row.pages, row.whole, unpacked(row.pieces, bytes(row.smallest)))
        for row in rows
    }


def _compared(
    application: Application, sent: Sequence[FiledFile], company: Applicant | None, known: Mapping[str, Read],
    shown: Mapping[str, str],
) -> Compared:  # fmt: skip
    values, body = application.values, application.organisation
    titles = tuple(titled(text) for text in dict.fromkeys(application.titles.values()))
    texts = {place: sketch(text) for place in COMPARED if isinstance(text := values.get(place), str) and text}
    people = {
        key: str(member.get("name", ""))
        for member in application.crew
        if (key := person_key(str(member.get("name", "")), shown.get(str(member.get("ref", "")), "")))
    }
    files = {each.digest: each.name for each in sent}
    scripts = {
        each.digest: replace(known.get(each.digest, Read("")), name=each.name)
        for each in sent
        if each.slot in SCRIPTS
    }
    numbers = _companies(body, company)
    return Compared(application.pk, titles, texts, application.film.ref, files, numbers, people, scripts)


def _companies(body: Organisation, file: Applicant | None) -> dict[str, str]:
    """A company by the numbers that it or its company file has, else as this house knows it."""
    told = [file.values.get(place) for place in (COMPANY_NUMBER, PERSON_NUMBER)] if file else []
    numbers = {str(number) for number in (body.number, *told) if number}
    return dict.fromkeys(sorted(numbers) or [f"organisation:{body.pk}"], body.name)


def to_trace() -> QuerySet[Application]:
    """What was filed and is not traced as it is now."""
    stale = Q(trace=None) | ~Q(trace__revision=F("revision"))
    return applications().filter(stale).exclude(filed_at=None)


def to_read(most: int) -> list[tuple[str, File]]:
    """Scripts that nobody has read yet, by digest, each with a file that a scanner has found clean; the oldest first.

    Where the house has no scanner and gives files out all the same, an unscanned file is read too.
    """
    clean = Q(scan=Scan.CLEAN) | Q(scan=None) if settings.UNSCANNED else Q(scan=Scan.CLEAN)
    files = File.objects.filter(clean)
    there = Exists(files.filter(digest=OuterRef("digest")))
    waiting = Script.objects.filter(there, reading=Reading.WAITING).order_by("pk")
    digests = list(waiting.values_list("digest", flat=True)[:most])
    found = {each.digest: each for each in files.filter(digest__in=digests).order_by("-pk")}
    return [(digest, found[digest]) for digest in digests if digest in found]


def like(application: Application, most: int = MOST_LIKE) -> list[Like]:
    """The filed applications that look like this one, the likest first; it decides nothing."""
    return seen(application, most).likes


def seen(application: Application, most: int = MOST_LIKE, who: Who | None = None) -> Seen:
    """The same with the scripts of this application and what became of their words; without what is shut to a reader.

    What was filed a moment ago and is not traced yet is compared all the same.
    """
    mine = compared(application)
    return Seen(_like(application, mine, most, who), list(mine.scripts.values()))


def _like(application: Application, mine: Compared, most: int, who: Who | None) -> list[Like]:
    shut = shut_to(who) if who else ()
    others = {each.number: each for each in _candidates(mine)}
    fresh = list(to_trace().exclude(pk=application.pk)[:UNTRACED])
    others |= {each.number: each for each in compared_many(fresh)}
    found = {
        number: signs
        for number, other in others.items()
        if number not in shut and (signs := compare(mine, other))
    }
    best = sorted(found, key=lambda number: (-weight(found[number]), number))[:most]
    filed = applications().filter(pk__in=best).exclude(filed_at=None)
    rows = {each.pk: each for each in (open_to(filed, who) if who else filed)}
    return [
        Like(rows[number], found[number], weight(found[number]), strong(found[number]))
        for number in best
        if number in rows
    ]


def _candidates(mine: Compared) -> list[Compared]:
    """The traces that share a key with this one, those with most in common first; scripts where they share a piece."""
    counted: Counter[int] = Counter()
    by_kind: dict[str, list[str]] = {}
    for kind, key in marks(mine):
        if kind != Key.GRAM:
            by_kind.setdefault(kind, []).append(key)
    shared = _sharing_kinds(by_kind)
    counted.update({trace: 100 * n for trace, n in Counter(trace for trace, _kind in shared).items()})
    for title in mine.titles:
        pieces = grams(title)
        for trace in _sharing(Key.GRAM, pieces, max(1, len(pieces) // 2)):
            counted[trace] += 10
    chosen = [trace for trace, _n in counted.most_common(MOST_FOUND)]
    found = Trace.objects.filter(pk__in=chosen).exclude(application=mine.number)
    rows = list(found.values_list("pk", "application_id", "told"))
    alike = {trace for trace, kind in shared if kind == Key.SCRIPT}
    known = scripts_of(each for pk, _number, told in rows if pk in alike for each in told.get("scripts", ()))
    return [read(number, told, known) for _pk, number, told in rows]


def _sharing_kinds(by_kind: Mapping[str, Collection[str]]) -> list[tuple[int, str]]:
    """The traces that share a key of any of these kinds, once for each kind; one question for all kinds."""
    shared = [Q(kind=kind, key__in=keys) for kind, keys in by_kind.items()]
    if not shared:
        return []
    found = Mark.objects.filter(reduce(or_, shared)).values_list("trace", "kind").distinct()
    return list(found.order_by("-trace")[: MOST_FOUND * len(shared)])


def _sharing(kind: str, keys: Iterable[str], least: int) -> list[int]:
    """The traces that have at least so many of these keys, most first."""
    found = Mark.objects.filter(kind=kind, key__in=list(keys)).values_list("trace")
    counted = found.annotate(n=Count("pk")).filter(n__gte=least).order_by("-n", "trace")
    return [trace for trace, _n in counted[:MOST_FOUND]]


def in_register(application: Application) -> list[Card]:
    """Films and decisions on support in the register whose title answers one of this application's."""
    found: dict[int, Card] = {}
    for text in dict.fromkeys(application.titles.values()):
        for result in with_cards(find(text, IN_REGISTER)[1]):
            if result.card.kind in (Kind.WORK, Kind.DECISION) and result.card.ref != application.film.ref:
                found.setdefault(result.card.pk, result.card)
    return list(found.values())[:IN_REGISTER]


def seen_number(number: int, who: Who) -> tuple[Application, Seen]:
    """An application by its number with what it looks like to a reader; raises Application.DoesNotExist."""
    found = one(number)
    return found, seen(found, who=who)


def labels_of(application: Application) -> dict[str, str]:
    """What the questions whose answers are compared are called in the language of the page."""
    questions = (question for group in form_of(application).groups for question in group.questions)
    return {question.code: said(question.label) for question in questions if question.code in COMPARED}
