"""Names in seven spellings, gathered elsewhere: all of one name are seen to agree, none of two names is.

The sales titles of two films are left out: a translation agrees with its original in no letter.
"""

import csv
from itertools import combinations

import pytest
from django.conf import settings

from kinoqor.keeping.twin.rules import Bearer, Named, compare, keys, to_compare
from kinoqor.kit.fold import fold, skeleton

SEED = settings.REPOSITORY.parent / "shared" / "data" / "thirdparty" / "er" / "kk_name_variants_seed.csv"
KINDS = {"film": "work", "person": "person"}

pytestmark = pytest.mark.skipif(not SEED.exists(), reason="the names gathered elsewhere are not here")


def bearers() -> list[tuple[str, Bearer]]:
    with SEED.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if (row["kind"], row["scheme"]) != ("film", "in use")]
    return [
        (row["entity_no"], Bearer(n, KINDS[row["kind"]], (Named(row["form"], fold(row["form"]), skeleton(row["form"])),)))
        for n, row in enumerate(rows)
    ]  # fmt: skip


def test_every_pair_of_spellings_of_one_name_is_compared_and_seen() -> None:
    known = bearers()
    entity = {each.subject: number for number, each in known}
    offered = {
        pair
        for pair in to_compare({each.subject: keys(each) for _number, each in known})
        if compare(known[pair[0]][1], known[pair[1]][1])
    }
    alike = {(a, b) for a, b in combinations(sorted(entity), 2) if entity[a] == entity[b]}
    missed = alike - offered
    wrong = {pair for pair in offered if entity[pair[0]] != entity[pair[1]]}
    assert wrong == set()
    assert len(alike) > 150
    assert [(known[a][1].names[0].text, known[b][1].names[0].text) for a, b in missed] == []
