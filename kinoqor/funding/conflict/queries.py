"""Questions about conflicts: what is shut to whom. This is what filters every list of applications."""

from collections.abc import Collection
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery

from kinoqor.accounts.notice.queries import number_of
from kinoqor.funding.conflict.models import Conflict, Decision
from kinoqor.funding.conflict.words import Conflict as Said
from kinoqor.funding.conflict.words import Grade, Kind, Status, Step, Voice


def standing() -> QuerySet[Conflict]:
    """The conflicts that hold now, each with what was decided last (`decided`, None where nobody has)."""
    newest = Decision.objects.filter(conflict=OuterRef("pk")).order_by("-pk").values("status")[:1]
    return Conflict.objects.filter(gone=None).annotate(decided=Subquery(newest)).order_by("pk")


def shutting() -> QuerySet[Conflict]:
    """Those that shut a file: barred and not dismissed. What nobody has decided yet shuts (see `rules.shuts`)."""
    undecided_or_upheld = Q(decided=None) | ~Q(decided=Status.DISMISSED)
    return standing().filter(undecided_or_upheld, grade=Grade.BARRED)


def shut_to(user: int | None) -> list[str]:
    """The files ("application:12") that are shut to a person; one query."""
    if user is None:
        return []
    return list(shutting().filter(user=user).values_list("holder", flat=True).distinct())


def is_shut(user: int | None, holder: str) -> bool:
    """Whether a file is shut to a person."""
    return user is not None and shutting().filter(user=user, holder=holder).exists()


def shut_pairs(holders: Collection[str]) -> set[tuple[int, str]]:
    """Every pair of a person and one of these files that is shut; one query."""
    return set(shutting().filter(holder__in=list(holders)).values_list("user_id", "holder"))


def warned_pairs(holders: Collection[str]) -> set[tuple[int, str]]:
    """Every pair of a person and one of these files that stands under a warning and is not dismissed; one query."""
    found = standing().filter(Q(decided=None) | ~Q(decided=Status.DISMISSED), grade=Grade.WARNED)
    return set(found.filter(holder__in=list(holders)).values_list("user_id", "holder"))


def held(number: int) -> Conflict:
    """A conflict, held until the transaction ends; raises Conflict.DoesNotExist."""
    return Conflict.objects.select_for_update(of=("self",)).get(pk=number)


def feared_of(holder: str) -> QuerySet[Conflict]:
    """Whom the applicant of a file has named, and has not taken back."""
    found = standing().filter(holder=holder, voice=Voice.APPLICANT)
    return found.select_related("user")


def as_said(one: Conflict) -> Said:
    """A record as the law sees it."""
    path = tuple(
        Step(each["one"], each["other"], each["through"], each["name"], each["year"], tuple(each["roles"]))
        for each in one.path
    )
    return Said(
        str(one.user_id), one.holder, Kind(one.kind), Grade(one.grade), Voice(one.voice), path, one.age, one.weight,
        one.words,
    )  # fmt: skip


def kept_about(voice: str) -> list[dict[str, Any]]:
    """What is kept of a person's conflicts of interest, as plain values; whom an applicant fears is theirs alone."""
    user = number_of(voice)
    found = (
        Conflict.objects.filter(user=user).exclude(voice=Voice.APPLICANT) if user else Conflict.objects.none()
    )
    newest = Decision.objects.filter(conflict=OuterRef("pk")).order_by("-pk").values("status")[:1]
    return [
        {
            "file": one.holder, "kind": one.kind, "grade": one.grade, "voice": one.voice, "path": one.path,
            "words": one.words, "since": one.made.at.isoformat(), "decided": one.decided,
            "gone": one.gone.at.isoformat() if one.gone else None,
        }
        for one in found.annotate(decided=Subquery(newest)).select_related("made", "gone").order_by("pk")
    ]  # fmt: skip
