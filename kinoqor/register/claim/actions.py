"""What states and withdraws claims: the only writers of claims."""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from kinoqor.kit import bulk
from kinoqor.kit.batch import batched
from kinoqor.kit.verdict import require
from kinoqor.ledger.deed.actions import Line, deed
from kinoqor.register.claim import access
from kinoqor.register.claim.models import Claim
from kinoqor.register.claim.words import Rank

COLUMNS = [
    "subject", "prop", "value", "target", "qualifiers", "lang", "script", "note", "rank", "source", "sender",
    "fingerprint", "stated",
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


@deed("register.claim.stated")
def state(line: Line, claims: Iterable[NewClaim]) -> int:
    """State many claims, streaming; give how many. A claim that stands already is refused by the database."""
    count = 0

    def rows() -> Iterator[tuple[object, ...]]:
        nonlocal count
        for each in claims:
            count += 1
            qualifiers = json.dumps(each.qualifiers, ensure_ascii=False) if each.qualifiers else "{}"
            yield (
                each.subject, each.prop, each.value, each.target, qualifiers, each.lang, each.script,
                each.note, each.rank, each.source, each.sender, each.fingerprint, line.deed.pk,
            )  # fmt: skip

    bulk.insert(Claim, COLUMNS, rows())
    line.details["claims"] = count
    return count


@deed("register.claim.withdrawn")
def withdraw(line: Line, claims: Collection[int]) -> int:
    """Withdraw standing claims by number; who, when and why is told by the deed. Give how many were standing."""
    require(access.may_withdraw(line.deed.why))
    count = 0
    for some in batched(claims, 900):
        count += Claim.objects.filter(pk__in=some, withdrawn=None).update(withdrawn=line.deed)
    line.details["claims"] = count
    return count
