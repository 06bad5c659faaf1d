"""Questions about calls: which version counts, what it says, what is open."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import lru_cache, partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import get_language

from kinoqor.funding.call import rules
from kinoqor.funding.call.adapters.files import digest, documents
from kinoqor.funding.call.models import Call, CallVersion, Happening
from kinoqor.funding.call.words import Condition, Terms
from kinoqor.funding.programme.queries import known_parameters, value_on
from kinoqor.funding.question.queries import form_in_force
from kinoqor.kit.verdict import Verdict

Value = Callable[[str, date], int | None]  # what a parameter is on a day


def versions() -> QuerySet[CallVersion]:
    """Every version with its call and programme."""
    return CallVersion.objects.select_related(
        "call", "call__programme", "call__annulled", "call__rerun_of", "published", "made"
    ).order_by("call_id", "-number")


def published(ref: str) -> CallVersion | None:
    """The version of a call that counts: the last one published."""
    return versions().filter(call__ref=ref, published__isnull=False).first()


def newest(call: int) -> int | None:
    """The number of the version of a call that counts."""
    found = CallVersion.objects.filter(call=call, published__isnull=False).order_by("-number")
    return found.values_list("pk", flat=True).first()


def all_published() -> list[CallVersion]:
    """The version that counts of every call."""
    found: dict[int, CallVersion] = {}
    for each in versions().filter(published__isnull=False):
        found.setdefault(each.call_id, each)
    return list(found.values())


def reruns(of: Call) -> list[Call]:
    """The published calls that repeat an annulled one; none of one that stands."""
    if of.annulled_id is None:
        return []
    return list(of.reruns.filter(versions__published__isnull=False).distinct().order_by("pk"))


def drafts() -> list[CallVersion]:
    """The draft of every call that has one."""
    return list(versions().filter(published__isnull=True))


def version(pk: int) -> CallVersion | None:
    """The version of a number, published or not."""
    return versions().filter(pk=pk).first()


def numbered(ref: str, number: int) -> CallVersion | None:
    """A published version of a call by its number in it; earlier ones stay readable."""
    return versions().filter(call__ref=ref, number=number, published__isnull=False).first()


def history(ref: str) -> QuerySet[CallVersion]:
    """The published versions of a call, the newest first."""
    return versions().filter(call__ref=ref, published__isnull=False)


def waiting(pack: Path) -> list[tuple[str, dict[str, Any]]]:
    """(ref, document) of the calls of a pack that have never stood as they are written there."""
    stood = set(CallVersion.objects.values_list("call__ref", "digest"))
    return [(ref, said) for ref, said in documents(pack) if (ref, digest(said)) not in stood]


def draft(ref: str) -> CallVersion | None:
    """The draft of a call, if it has one."""
    return versions().filter(call__ref=ref, published__isnull=True).first()


def call(ref: str) -> Call | None:
    """The call of a number."""
    return Call.objects.select_related("programme", "annulled", "rerun_of").filter(ref=ref).first()


def calls() -> QuerySet[Call]:
    """Every call, the newest first."""
    return Call.objects.select_related("programme", "annulled").order_by("-pk")


def terms_of(of: CallVersion) -> Terms:
    """What a version says, with clauses in the language of the moment. Raises Faulty where it cannot be read."""
    return _read(of.digest, (get_language() or "en")[:2], _Held(of))


class _Held:
    """A version that is told apart by the digest beside it; its document is fetched only where it is read."""

    def __init__(self, version: CallVersion) -> None:
        self.version = version

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held)

    def __hash__(self) -> int:
        return 0


@lru_cache(maxsize=256)
def _read(digest: str, lang: str, held: _Held) -> Terms:
    return rules.terms(held.version.terms, lang)


def open_calls(now: datetime | None = None) -> Iterator[tuple[CallVersion, Terms]]:
    """The calls of which a stage is open at a moment."""
    moment = now or timezone.now()
    for each in all_published():
        terms = terms_of(each)
        if each.call.annulled_id is None and rules.open_stage(terms, moment):
            yield each, terms


def conditions_on(
    of: CallVersion, now: datetime | None = None, value: Value | None = None
) -> tuple[Condition, ...]:
    """The conditions for applicants, with the limits that hold on the day of a moment by the clock of the call.

    `value` gives a parameter on a day, where it has been asked for already.
    """
    terms = terms_of(of)
    day = timezone.localdate(now or timezone.now(), ZoneInfo(terms.zone))
    return rules.on_day(terms.conditions, day, value or partial(value_on, of.call.programme_id))


def may_be_published(draft: CallVersion) -> Verdict:
    """Whether a draft may be published, as far as can be known before."""
    terms = terms_of(draft)
    forms = [stage.form for stage in terms.stages if form_in_force(stage.form)]
    return rules.may_publish(terms, forms, known_parameters(draft.call.programme))


def happened(of: Call) -> dict[str, Happening]:
    """The last line about each step of a call that has happened."""
    return {each.step: each for each in Happening.objects.filter(call=of).order_by("pk")}
