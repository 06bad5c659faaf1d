"""What writes the index."""

from collections import Counter
from collections.abc import Collection, Iterable

from django.db import connection
from django.utils.translation import gettext_lazy as _

from kinoqor.kit import bulk
from kinoqor.kit.batch import batched
from kinoqor.kit.grams import counted_by
from kinoqor.ledger.deed.actions import Line, deed
from kinoqor.register.spelling.models import Gram, Spelling
from kinoqor.register.spelling.queries import adapter, named, to_index
from kinoqor.register.spelling.rules import Row, spelled

COLUMNS = ["subject", "kind", "text", "lang", "folded", "bones", "standing", "weight", "year"]


@deed(
    "register.spelling.reindexed",
    _("Spellings written anew"),
    _("%(who)s had spellings written anew: %(spellings)s"),
)
def reindex(line: Line, subjects: Collection[int] | None = None) -> int:
    """Write the spellings of these subjects (all, where None) anew from standing claims; give how many."""
    counted: Counter[str] = Counter()
    if subjects is None:
        Spelling.objects.all().delete()
    else:
        for some in batched(subjects, 900):
            old = Spelling.objects.filter(subject__in=some)
            for folded in old.values_list("folded", flat=True):
                counted.subtract(counted_by(folded))
            old.delete()
    count = 0
    for piece in batched(to_index(subjects), 900):
        rows = [row for each in named(piece) for row in spelled(each)]
        _write(rows, counted)
        count += len(rows)
    _count(counted, anew=subjects is None)
    if subjects is None:
        with connection.cursor() as cursor:
            adapter().tidy(cursor)
    line.details["spellings"] = count
    return count


def _write(rows: Iterable[Row], counted: Counter[str]) -> None:
    """Put rows into the index inside the open transaction and add their pieces to `counted`."""
    kept = list(rows)
    for row in kept:
        counted.update(counted_by(row[4]))
    bulk.insert(Spelling, COLUMNS, kept)


def _count(counted: Counter[str], anew: bool) -> None:
    """Store how many spellings hold each piece: `counted` itself, or added to what is stored."""
    if not anew:
        for some in batched(counted, 900):
            for gram, spellings in Gram.objects.filter(gram__in=some).values_list("gram", "spellings"):
                counted[gram] += spellings
            Gram.objects.filter(gram__in=some).delete()
    else:
        Gram.objects.all().delete()
    bulk.insert(Gram, ["gram", "spellings"], ((gram, n) for gram, n in counted.items() if n > 0))
