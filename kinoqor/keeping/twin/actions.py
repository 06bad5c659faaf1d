"""What looks for records that are alike, and what judges them."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from kinoqor.keeping.twin.models import Pair
from kinoqor.keeping.twin.queries import look_alikes
from kinoqor.keeping.twin.rules import Seen
from kinoqor.keeping.twin.words import KINDS
from kinoqor.kit.batch import batched
from kinoqor.ledger.deed.actions import Doer, Line, deed
from kinoqor.register.identity.actions import judge, take_back
from kinoqor.register.identity.words import Judged
from kinoqor.register.intake.actions import settle


@deed(
    "keeping.twin.looked",
    _("Records compared"),
    _("%(who)s looked through the register for records entered twice"),
)
def look(line: Line) -> int:
    """Compare the records of each kind and write down anew which look alike; give how many pairs."""
    Pair.objects.all().delete()
    for kind in KINDS:
        count = 0
        for some in batched(look_alikes(kind), 1000):
            Pair.objects.bulk_create(
                Pair(one_id=one, other_id=other, kind=kind, weight=weight, signs=_kept(seen))
                for one, other, weight, seen in some
            )
            count += len(some)
        line.details[str(kind)] = count
    return sum(line.details.values())


def _kept(seen: Iterable[Seen]) -> list[dict[str, object]]:
    return [
        {"sign": str(each.sign), "one": each.one, "other": each.other, "shared": list(each.shared)}
        for each in seen
    ]


@deed(
    "keeping.twin.judged",
    _("Two records judged"),
    _("%(who)s judged %(one)s and %(other)s: %(judged)s"),
)
def judge_pair(line: Line, one: int, other: int, judged: Judged) -> None:
    """Judge two records; what becomes one is shown under the number that is known for longer, with all that is said of
    both. The deed's `why` is the reason.
    """
    by = Doer(line.deed.voice, line.deed.hat)
    touched = judge(one, other, judged, by=by, subject=line.deed.subject, why=line.deed.why)
    if touched:
        settle(touched, by=by)
    line.details.update(judged=str(judged), one=one, other=other)


@deed(
    "keeping.twin.taken_back",
    _("A judgement on two records taken back"),
    _("%(who)s took back judgement %(judgement)s on %(record)s"),
)
def take_judgement_back(line: Line, number: int) -> None:
    """Take a judgement back with the reason; what was one because of it splits again, and nothing of it is lost."""
    by = Doer(line.deed.voice, line.deed.hat)
    touched = take_back(number, by=by, subject=line.deed.subject, why=line.deed.why)
    if touched:
        settle(touched, by=by)
    line.details["judgement"] = number
