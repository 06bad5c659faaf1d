"""Questions to the scores of a stage: its opened marks, the list that the law makes of them, what is shut to whom."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import Q, QuerySet
from django.utils.translation import get_language

from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.user.queries import names_of
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.queries import holder
from kinoqor.funding.application.words import State
from kinoqor.funding.call.models import CallVersion
from kinoqor.funding.call.queries import published
from kinoqor.funding.call.queries import terms_of as call_terms
from kinoqor.funding.call.words import Terms as CallTerms
from kinoqor.funding.conflict.queries import shut_pairs
from kinoqor.funding.conflict.rules import loads_seen
from kinoqor.funding.manner.words import Manner, Section
from kinoqor.judging.assignment.models import Draw, Reading
from kinoqor.judging.assignment.queries import draws_of
from kinoqor.judging.review.models import Opening, Review
from kinoqor.judging.score import rules
from kinoqor.judging.score.models import Influences
from kinoqor.judging.score.rules import terms as law
from kinoqor.judging.score.words import Influence, Mark, Standing, Terms
from kinoqor.judging.tie.queries import shut_numbers as shut_numbers
from kinoqor.kit.progress import go_on, over


@dataclass(frozen=True)
class Round:
    """A stage of a call that is judged: by which version, in which manner, and its newest opening, if there was one.

    `still` are the films that were withdrawn since and count nevertheless, where it is asked what counted then.
    """

    version: CallVersion
    stage: str
    terms: CallTerms
    manner: Manner
    opening: Opening | None
    still: frozenset[int] = frozenset()

    @property
    def ref(self) -> str:
        """The short name of its call."""
        return self.version.call.ref


@dataclass(frozen=True)
class Seen:
    """What one reader of the page sees of a list: `closed` are the files shut to them, by their numbers."""

    standing: Standing
    closed: frozenset[str]

    @property
    def whole(self) -> bool:
        """Whether places, line and readers may be shown; where a file is hidden, they would give it away."""
        stream = dict.fromkeys({*self.standing.scores, *self.closed}, "")
        return not self.closed or bool(loads_seen(self.closed, stream))


def openings() -> QuerySet[Opening]:
    """Every opening with its call, the newest first."""
    return Opening.objects.select_related("version__call__programme", "deed").order_by("-phase", "-pk")


def round_of(ref: str, stage: str) -> Round | None:
    """A stage that is judged; None where the call, its stage or its manner is not there."""
    opening = openings().filter(version__call__ref=ref, stage=stage).first()
    return _round(opening.version if opening else published(ref), stage, opening)


def round_for(who: Who, ref: str, stage: str) -> Round | None:
    """The same, asked once for a page: its rule and the page itself both want it."""
    key = f"round {ref} {stage}"
    if key not in who.known_once:
        who.known_once[key] = round_of(ref, stage)
    found: Round | None = who.known_once[key]
    return found


def round_of_opening(opening: Opening) -> Round:
    """The round that this opening opened; raises LookupError where its call says no manner."""
    found = _round(opening.version, opening.stage, opening)
    if found is None:
        raise LookupError(f"{opening.version_id} has no manner for {opening.stage}")
    return found


def _round(version: CallVersion | None, stage: str, opening: Opening | None) -> Round | None:
    if version is None:
        return None
    terms = call_terms(version)
    manner = terms.manner(stage)
    return Round(version, stage, terms, manner, opening) if manner else None


def reviews(opening: Opening, still: Collection[int] = ()) -> QuerySet[Review]:
    """What was opened and counts: handed in before the opening, of a reading that had not ended by then, of a film that
    was not withdrawn since, or is one of `still`.
    """
    held = Q(reading__ended=None) | Q(reading__ended__gt=opening.deed_id)
    of_stage = Q(reading__draw__version__call=opening.version.call_id, reading__draw__stage=opening.stage)
    found = Review.objects.filter(held, of_stage, reading__draw__phase__lte=opening.phase)
    counted = found.filter(handed__lt=opening.deed_id)
    stays = ~Q(reading__application__state=State.WITHDRAWN) | Q(reading__application__in=still)
    return counted.filter(stays).order_by("pk")


def law_terms(of: Round) -> Terms:
    """The terms of a round. Refused where its criteria cannot be counted."""
    return law.terms(of.terms.criteria, of.manner)


def marks_of(opening: Opening, still: Collection[int] = ()) -> list[Mark]:
    """All marks of an opening; one query."""
    return list(
        law.marks(reviews(opening, still).values_list("reading__user", "reading__application", "marks"))
    )


def sections(of: Round) -> dict[str, str]:
    """The section of each film that was read, where the call divides its files by the kind of film."""
    if of.opening is None or of.manner.section != Section.MEDIUM:
        return {}
    media = {kind.code: str(kind.medium) for kind in of.terms.kinds}
    rows = (
        reviews(of.opening, of.still)
        .values_list("reading__application", "reading__application__kind")
        .distinct()
    )
    return {str(film): media.get(kind, "") for film, kind in rows.order_by()}


def standing(of: Round, gone: int | None = None) -> Standing:
    """The list of an opened round, or what it would be without one reader; kept in the process.

    Raises LookupError before the opening. Refused where the criteria cannot be counted.
    """
    if of.opening is None:
        raise LookupError("nothing is opened")
    marked = reviews(of.opening, of.still).values_list(
        "reading__user", "reading__application", "reading__application__kind", "digest"
    )
    key = (tuple(marked), of.version.digest, of.stage, get_language() or "", gone)
    return _standing(key, _Held(of))


class _Held:
    """The round of a question that is kept: every one equals every other, so that only the key tells them apart."""

    def __init__(self, of: Round) -> None:
        self.of = of

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held)

    def __hash__(self) -> int:
        return 0


@lru_cache(maxsize=8)
def _standing(key: tuple[object, ...], held: _Held) -> Standing:
    of, gone = held.of, key[-1]
    assert of.opening is not None
    told, terms, parts = marks_of(of.opening, of.still), law_terms(of), sections(of)
    return (
        rules.judged(told, terms, parts) if gone is None else rules.without(told, [str(gone)], terms, parts)
    )


def seen(who: Who, of: Round) -> Seen:
    """The list as one reader sees it."""
    found = standing(of)
    return Seen(found, closed(who, of))


def closed(who: Who, of: Round) -> frozenset[str]:
    """The numbers of the files of a round that are shut to somebody; by its readings, since a file moves on."""
    names = shut_numbers(who)
    if not names:
        return frozenset()
    read = Reading.objects.filter(draw__version__call=of.version.call_id, draw__stage=of.stage)
    own = read.filter(application__in=names).values_list("application", flat=True).distinct()
    return frozenset(str(number) for number in own)


def films(numbers: list[str]) -> dict[str, Application]:
    """The applications of these numbers with what a row needs; one query."""
    joined = Application.objects.filter(pk__in=[int(number) for number in numbers])
    return {
        str(one.pk): one for one in joined.select_related("version__call", "film").defer("version__terms")
    }


def readers(numbers: list[str]) -> dict[str, str]:
    """What the readers of these numbers are called; one query."""
    called = names_of(f"user:{number}" for number in numbers)
    return {number: called[f"user:{number}"] for number in numbers}


def review_rows(opening: Opening, film: int) -> list[Review]:
    """The counted reviews of one film, in the order in which the law has its readers."""
    rows = reviews(opening).filter(reading__application=film).select_related("reading")
    return sorted(rows, key=lambda one: str(one.reading.user_id))


def round_to_send(ref: str, stage: str) -> Round:
    """The opened round from which more readers are sent; raises LookupError where nothing was opened."""
    found = round_of(ref, stage)
    if found is None or found.opening is None:
        raise LookupError(f"{ref} {stage}")
    return found


def phase_of(of: Round) -> int:
    """Which phase was opened last."""
    return of.opening.phase if of.opening else 0


def crossing(of: Round) -> list[str]:
    """The films within whose interval the line lies, in the order of the list."""
    return [each.film for each in standing(of).places if each.crosses]


def bodies_of(of: Round, films: list[str]) -> dict[int, list[str]]:
    """Which of these films each body has read in the first phase, without the bodies that have a second draw already."""
    here = Draw.objects.filter(version__call=of.version.call_id, stage=of.stage, cancelled_by=None)
    over = here.filter(phase=2).values("body")
    read = Reading.objects.filter(draw__in=here.filter(phase=1).exclude(body__in=over), application__in=films)
    found: dict[int, list[str]] = {}
    for body, film in (
        read.values_list("draw__body", "application").distinct().order_by("draw__body", "application")
    ):
        found.setdefault(body, []).append(str(film))
    return found


def second_draws(of: Round) -> QuerySet[Draw]:
    """The draws of the second phase that were not cancelled."""
    return draws_of(of.ref, of.stage).filter(phase=2, cancelled_by=None).order_by("pk")


def shut_in(of: Round, user: int | None) -> bool:
    """Whether a film of the list is shut to somebody."""
    shut = shut_pairs([holder(int(film)) for film in standing(of).scores])
    return any(person == user for person, _film in shut)


def influences(opening: Opening) -> Influences | None:
    """What the list would be without each reader, where that was worked out."""
    return Influences.objects.filter(opening=opening).first()


def to_work_out() -> QuerySet[Opening]:
    """The openings whose influences nobody has worked out yet, the oldest first."""
    return openings().filter(influences=None).order_by("pk")


def work(opening: int) -> str:
    """Under which name the progress of a working out is kept."""
    return f"influences:{opening}"


def worked_out(opening: Opening) -> tuple[list[Influence], str]:
    """What the list would be without each reader, with the digest of what it was worked out from. It may take minutes,
    so it tells on the way how far it is. Refused where nothing can be counted.
    """
    of = round_of_opening(opening)
    told, terms, parts = marks_of(opening), law_terms(of), sections(of)
    many = len({mark.reader for mark in told})
    found = []
    for each in rules.each_influence(told, terms, parts):
        found.append(each)
        go_on(work(opening.pk), len(found), many)
    over(work(opening.pk))
    return rules.most_first(found), law.digest_of(told, terms)
