"""What is written to applicants: that their objection has come in, how it was answered, that a round was annulled."""

from typing import Any

from django.utils.translation import override

from kinoqor.deciding.recheck.models import Objection
from kinoqor.deciding.recheck.words import Answer, Ground
from kinoqor.funding.check.letters import LANGUAGES, write
from kinoqor.funding.check.queries import File
from kinoqor.ledger.deed.actions import Line

WRITTEN = "deciding/recheck/written/"


def tell_received(line: Line, of: File, objection: Objection) -> int:
    """That the objection has come in, with its words and the day of the answer."""
    return write(line, of, WRITTEN + "received", {"objection": objection.words, "day": objection.day})


def tell_answer(line: Line, of: File, objection: Objection) -> int:
    """How the objection was answered, and why."""
    name = "accepted" if objection.answer == Answer.ACCEPTED else "rejected"
    return write(line, of, WRITTEN + name, {"reply": objection.reply})


def tell_annulment(line: Line, of: File, ground: str, clause: str, words: str) -> int:
    """That the round is annulled, on which ground, by which clause."""
    said: dict[str, Any] = {"ground": in_languages(ground), "clause": clause, "words": words}
    return write(line, of, WRITTEN + "annulled", said)


def in_languages(ground: str) -> dict[str, str]:
    """A ground in every language of the house."""
    found = {}
    for lang in LANGUAGES:
        with override(lang):
            found[lang] = str(Ground(ground).label)
    return found
