"""What is written to the applicant after a deed of the check: to everyone who may file, each in their own language."""

from typing import Any

from kinoqor.accounts.notice.letters import tell
from kinoqor.accounts.notice.words import Notice as Kind
from kinoqor.funding.application.queries import addressees
from kinoqor.funding.check.models import Notice, Refusal
from kinoqor.funding.check.queries import File
from kinoqor.ledger.deed.actions import Line

WRITTEN = "funding/check/written/"
LANGUAGES = ("kk", "ru", "en")


def whole(texts: dict[str, str] | Any) -> dict[str, str]:
    """A text for each language of the house; where one is not given, another one stands there."""
    given = dict(texts)
    some = next((given[lang] for lang in LANGUAGES if given.get(lang)), "")
    return {lang: given.get(lang) or some for lang in LANGUAGES}


def about(of: File) -> dict[str, Any]:
    """What every letter about a file names: its number, the film, the call and the stage."""
    return {
        "number": of.application.pk,
        "invented": of.terms.invented,
        "receipt": of.filing.called,
        "film": whole(of.application.titles),
        "call": whole(of.terms.name),
        "stage": whole(of.stage_name),
        "zone": of.terms.zone,
    }


def write(line: Line, of: File, letter: str, values: dict[str, Any]) -> int:
    """Write one letter to everyone who may file; give how many were written."""
    said = {**about(of), **values}
    sent = [
        tell(line, user, Kind.FILE, letter, said, of.application.name)
        for user in addressees(of.application.pk)
    ]
    return sum(1 for each in sent if each)


def notify_of_faults(line: Line, of: File, notice: Notice) -> int:
    """The notice of faults, with its points and the last day of the term."""
    return write(line, of, WRITTEN + "faults", {"points": notice.points, "day": notice.day})


def tell_refusal(line: Line, of: File, refusal: Refusal) -> int:
    """The refusal, with its code's words, the clause, the officer's words and the last day for a complaint."""
    said = {
        "called": whole(refusal.called), "clause": whole(refusal.clause), "words": refusal.words,
        "points": refusal.points, "day": refusal.day, "refusal": refusal.pk,
    }  # fmt: skip
    return write(line, of, WRITTEN + "refused", said)


def tell_admission(line: Line, of: File) -> int:
    """The admission, with what happens next as the call words it."""
    return write(line, of, WRITTEN + "admitted", {"after": whole(of.terms.after)})


def remind_of_term(line: Line, of: File, notice: Notice) -> int:
    """That the term for repair ends soon."""
    return write(line, of, WRITTEN + "reminder", {"points": notice.points, "day": notice.day})


def tell_end_of_term(line: Line, of: File, notice: Notice) -> int:
    """That the term has run out, and that an officer decides now."""
    return write(line, of, WRITTEN + "over", {"day": notice.day})
