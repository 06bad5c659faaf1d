"""What an applicant reads of how a call decides: every setting in a sentence, every quota with its bounds."""

from dataclasses import replace
from pathlib import Path

import pytest
from django.utils.translation import override

from kinoqor.funding.award.words import Award, Lots, Measure, Pitching, Purse, Quota, Voting
from kinoqor.funding.call.adapters.award import awards, quotas
from kinoqor.funding.call.adapters.files import documents
from kinoqor.funding.call.rules import terms

PACK = Path(__file__).resolve().parents[3] / "packs" / "kz"
YEAR = terms(dict(documents(PACK))["selection-2025"])
NAME = {"kk": "Деректі", "ru": "Документальные", "en": "Documentaries"}


def said(award: Award, *asked: Quota) -> str:
    of = replace(YEAR, awards=(award,), quotas=asked)
    with override("en"):
        [found] = awards(of)
    return " ".join(f"{each.asked}: {each.answer}" for each in found.told)


@pytest.mark.parametrize(
    ("award", "told"),
    [
        ({"pitching": Pitching(minutes=20, weight=40, notice_days=5)}, "for 20 minutes"),
        ({"pitching": Pitching(weight=40)}, "make 40% of the points"),
        ({"voting": Voting(majority="members", level="falls")}, "more than half of all members"),
        ({"voting": Voting(abstention="against")}, "counts as a vote against"),
        ({"purse": Purse(least_points=650)}, "Below 6.5 points none"),
        ({"purse": Purse(company_films=2)}, "At most 2 films of one company"),
        ({"purse": Purse(steps=(85, 70))}, "85%, 70%"),
        ({"purse": Purse(lots=Lots.BAND)}, "each has the same chance"),
        ({"purse": Purse(departures=False)}, "It may not."),
        ({"complaint_days": 10}, "within 10 working days"),
    ],
)
def test_every_setting_is_a_sentence(award: dict[str, object], told: str) -> None:
    stage = YEAR.stages[0].code
    assert told in said(Award(stage, **award))  # type: ignore[arg-type]


def test_a_quota_says_where_it_counts_and_how_much() -> None:
    asked = Quota("doc", NAME, "medium", ("documentary",), Measure.FILM_SHARE, 15, 40, clause="clause 7")
    with override("en"):
        [found] = quotas(replace(YEAR, quotas=(asked,)))
    assert found["name"] == "Documentaries"
    assert found["bounds"] == "at least 15% of the films, at most 40% of the films"
    assert found["where"] == "in the whole call"
