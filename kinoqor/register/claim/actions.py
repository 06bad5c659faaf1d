"""What states and withdraws claims: the only writers of claims."""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from kinoqor.kit import bulk
from kinoqor.kit.batch import batched
from kinoqor.kit.verdict import require
from kinoqor.ledger.deed.actions import Line, deed
from kinoqor.register.claim import access
from kinoqor.register.claim.models import Claim
from kinoqor.register.claim.words import Rank

COLUMNS = [
    "subject", "prop", "value", "target", "qualifiers", "lang", "script", "note", "rank", "source", "sender",
    "fingerprint", "stated", "proposed", "place",
]  # fmt: skip


@dataclass(slots=True)  # millions are made in a load, and a frozen one takes three times as long
class NewClaim:
    """A claim about to be stated; subjects and source by their database numbers."""

    subject: int
    prop: str
    value: str
    source: int
    sender: str
    fingerprint: int
    target: int | None = None
    qualifiers: dict[str, str] = field(default_factory=dict)
    lang: str = ""
    script: str = ""
    note: str = ""
    rank: int = Rank.NORMAL
    place: int | None = None

    @classmethod
    def again(cls, claim: Claim) -> "NewClaim":
        """What a claim says, to stand again in its place once it is withdrawn, as its sender's and in its order."""
        return cls(
            claim.subject_id, claim.prop, claim.value, claim.source_id, claim.sender, claim.fingerprint,
            claim.target_id, claim.qualifiers, claim.lang, claim.script, claim.note, claim.rank,
            claim.place or claim.pk,
        )  # fmt: skip


@deed("register.claim.stated", _("Claims stated"), _("%(who)s stated claims: %(claims)s"))
def state(line: Line, claims: Iterable[NewClaim]) -> int:
    """State many claims, streaming; give how many. A claim that stands already is refused by the database."""
    return _write(line, claims, proposed=False)


@deed("register.claim.proposed", _("Claims proposed"), _("%(who)s proposed claims: %(claims)s"))
def propose(line: Line, claims: Iterable[NewClaim]) -> int:
    """Propose claims: they are kept and seen by nobody but those who judge them; give how many."""
    return _write(line, claims, proposed=True)


@deed("register.claim.published", _("Claims published"), _("%(who)s published claims: %(claims)s"))
def publish(line: Line, claims: Collection[int]) -> int:
    """Publish proposed claims by number, so that they count from now on; give how many were waiting."""
    count = 0
    for some in batched(claims, 900):
        waiting = Claim.objects.filter(pk__in=some, proposed=True, published=None, withdrawn=None)
        count += waiting.update(published=line.deed)
    line.details["claims"] = count
    return count


def _write(line: Line, claims: Iterable[NewClaim], proposed: bool) -> int:
    count = 0

    def rows() -> Iterator[tuple[object, ...]]:
        nonlocal count
        for each in claims:
            count += 1
            qualifiers = json.dumps(each.qualifiers, ensure_ascii=False) if each.qualifiers else "{}"
            yield (
                each.subject, each.prop, each.value, each.target, qualifiers, each.lang, each.script,
                each.note, each.rank, each.source, each.sender, each.fingerprint, line.deed.pk, proposed, each.place,
            )  # fmt: skip

    bulk.insert(Claim, COLUMNS, rows())
    line.details["claims"] = count
    return count


@deed("register.claim.withdrawn", _("Claims withdrawn"), _("%(who)s withdrew claims: %(claims)s"))
def withdraw(line: Line, claims: Collection[int]) -> int:
    """Withdraw standing claims by number; who, when and why is told by the deed. Give how many were standing."""
    require(access.may_withdraw(line.deed.why))
    count = 0
    for some in batched(claims, 900):
        count += Claim.objects.filter(pk__in=some, withdrawn=None).update(withdrawn=line.deed)
    line.details["claims"] = count
    return count
