"""What settles cards: read the claims, rule, write anew."""

import json
from collections.abc import Collection, Iterator
from itertools import groupby
from operator import itemgetter

from django.db import connection
from django.utils.translation import gettext_lazy as _

from kinoqor.kit import bulk
from kinoqor.kit.batch import batched
from kinoqor.ledger.deed.actions import Line, deed
from kinoqor.register.card.models import Card, Facet
from kinoqor.register.card.rules import make, sort_keys, sureness
from kinoqor.register.card.words import Axis
from kinoqor.register.claim.queries import Among, about, how_often_named, said
from kinoqor.register.claim.rules import Said, settle_all
from kinoqor.register.claim.words import PROPERTIES, Rank
from kinoqor.register.identity.queries import Clusters, clusters
from kinoqor.register.identity.rules import together
from kinoqor.register.level.rules import doubts, lacks, level, to_bits
from kinoqor.register.subject.queries import in_pieces

CARD = [
    "subject", "ref", "kind", "slug", "title_kk", "title_ru", "title_en", "lang_kk", "lang_ru", "lang_en",
    "sort_kk", "sort_ru", "sort_en", "year", "moment", "facts", "disputed", "unverified", "sureness", "level",
    "lacks", "weight",
]  # fmt: skip
Row = tuple[object, ...]


@deed("register.card.settled", _("Cards written anew"), _("%(who)s had cards written anew: %(cards)s"))
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
    one = clusters()
    for piece in in_pieces(subjects):
        known = {pk: (ref, kind) for pk, ref, kind in piece if pk not in one.led}
        among: Among = {"gte": piece[0][0], "lte": piece[-1][0]} if subjects is None else {"in": list(known)}
        claims, named = about(among), how_often_named(among)
        for pk, some in groupby(said(claims), key=itemgetter(0)):
            if pk in known:
                stood = one.pointing([(code, claim) for _, code, claim in some])
                yield _rows(pk, *known[pk], stood, named.get(pk, 0))
    yield from _as_one(one, subjects)


def _as_one(one: Clusters, subjects: Collection[int] | None) -> Iterator[tuple[Row, list[Row]]]:
    """The cards of subjects that are one: under the leader's number, from what is said of all of them."""
    leading = {one.led[pk] for pk in (one.led if subjects is None else subjects) if pk in one.led}
    for piece in in_pieces(sorted(leading) if leading else []):
        known = {pk: (ref, kind) for pk, ref, kind in piece}
        among: Among = {"in": [pk for pk, leader in one.led.items() if leader in known]}
        named = how_often_named(among)
        for pk, some in together(said(about(among)), itemgetter(0), one.led):
            stood = one.pointing([(code, claim) for _, code, claim in some])
            yield _rows(pk, *known[pk], stood, sum(named.get(each, 0) for each in one.members(pk)))


def _rows(pk: int, ref: str, kind: str, claims: list[tuple[str, Said]], named: int) -> tuple[Row, list[Row]]:
    rulings = settle_all(claims, PROPERTIES)
    made, missing = make(kind, rulings), lacks(kind, claims)
    behind = {(claim.house, claim.reliability) for _, claim in claims if claim.rank != Rank.UNVERIFIED}
    sure = sureness(behind)
    order = sort_keys(made.titles)
    card = (
        pk, ref, kind, made.slug,
        *(made.titles[page][0] for page in ("kk", "ru", "en")),
        *(made.titles[page][1] for page in ("kk", "ru", "en")),
        *(order[page] for page in ("kk", "ru", "en")),
        made.year, made.moment, json.dumps(made.facts, ensure_ascii=False), made.disputed, made.unverified, str(sure),
        level(kind, missing), to_bits(missing | doubts(rulings)), len(claims) + named,
    )  # fmt: skip
    facets: list[Row] = [
        (pk, str(axis), code[:40]) for axis, code in [*made.facets, (Axis.SURENESS, str(sure))]
    ]
    return card, facets
