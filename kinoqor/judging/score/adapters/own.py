"""What an applicant is told of the score of their film: nothing of other films but how many there are."""

from typing import Any

from kinoqor.judging.score.adapters.page import SIGNS
from kinoqor.judging.score.adapters.shown import between, shown
from kinoqor.judging.score.queries import Round, standing
from kinoqor.judging.score.words import Stand


def own_score(of: Round, number: int) -> dict[str, Any] | None:
    """The average, the score with its interval, its place, the line, whether it is crossed; None where nothing counts."""
    told = standing(of)
    score, place = told.scores.get(str(number)), told.place_of(str(number))
    if score is None or place is None:
        return None
    stand = Stand(place.stand)
    return {
        "raw": shown(score.raw), "score": shown(score.score), "within": between(score.low, score.high),
        "place": place.place, "many": len(told.places), "stand": stand.label, "sign": SIGNS[stand],
        "line": "" if told.line is None else shown(told.line), "crosses": place.crosses,
        "corrected": bool(told.correction.verdict), "why": told.correction.verdict.reason,
        "level": round(told.terms.level * 100),
    }  # fmt: skip
