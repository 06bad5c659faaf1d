"""What settles cards: read the claims, rule, write anew."""

import json
from collections.abc import Collection, Iterator
from itertools import groupby
from operator import itemgetter

from django.db import connection

from kinoqor.kit import bulk
from kinoqor.kit.batch import batched
from kinoqor.ledger.deed.actions import Line, deed
from kinoqor.register.card.models import Card, Facet
from kinoqor.register.card.rules import make, sort_keys, sureness
from kinoqor.register.card.words import Axis
from kinoqor.register.claim.queries import said, standing
from kinoqor.register.claim.rules import Said, settle_all
from kinoqor.register.claim.words import PROPERTIES, Rank
from kinoqor.register.subject.queries import in_pieces

CARD = [
    "subject", "ref", "kind", "slug", "title_kk", "title_ru", "title_en", "lang_kk", "lang_ru", "lang_en",
    "sort_kk", "sort_ru", "sort_en", "year", "moment", "facts", "disputed", "unverified", "sureness",
]  # fmt: skip
Row = tuple[object, ...]


@deed("register.card.settled")
def settle_cards(line: Line, subjects: Collection[int] | None = None) -> int:
    """Write the cards of these subjects (all, where None) anew from their standing claims; give how many."""
    _clear(subjects)
    count = 0
    for rows in batched(_made(subjects), 4000):
        bulk.insert(Card, CARD, (card for card, _ in rows))
        bulk.insert(Facet, ["card", "axis", "code"], (facet for _, facets in rows for facet in facets))
        count += len(rows)
    line.details["cards"] = count
    return count


def _clear(subjects: Collection[int] | None) -> None:
    if subjects is None:
        with connection.cursor() as cursor:
            for model in (Facet, Card):
                cursor.execute(f"DELETE FROM {connection.ops.quote_name(model._meta.db_table)}")
        return
    for some in batched(subjects, 900):
        Facet.objects.filter(card__in=some).delete()
        Card.objects.filter(pk__in=some).delete()


def _made(subjects: Collection[int] | None) -> Iterator[tuple[Row, list[Row]]]:
    for piece in in_pieces(subjects):
        known = {pk: (ref, kind) for pk, ref, kind in piece}
        span = {"subject__gte": piece[0][0], "subject__lte": piece[-1][0]}
        claims = standing().filter(**span if subjects is None else {"subject__in": list(known)})
        for pk, about in groupby(said(claims), key=itemgetter(0)):
            if pk in known:
                yield _rows(pk, *known[pk], [(code, claim) for _, code, claim in about])


def _rows(pk: int, ref: str, kind: str, claims: list[tuple[str, Said]]) -> tuple[Row, list[Row]]:
    made = make(kind, settle_all(claims, PROPERTIES))
    behind = {(claim.house, claim.reliability) for _, claim in claims if claim.rank != Rank.UNVERIFIED}
    sure = sureness(behind)
    order = sort_keys(made.titles)
    card = (
        pk, ref, kind, made.slug,
        *(made.titles[page][0] for page in ("kk", "ru", "en")),
        *(made.titles[page][1] for page in ("kk", "ru", "en")),
        *(order[page] for page in ("kk", "ru", "en")),
        made.year, made.moment, json.dumps(made.facts, ensure_ascii=False), made.disputed, made.unverified, str(sure),
    )  # fmt: skip
    facets: list[Row] = [
        (pk, str(axis), code[:40]) for axis, code in [*made.facets, (Axis.SURENESS, str(sure))]
    ]
    return card, facets
