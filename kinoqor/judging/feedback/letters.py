"""What is written to the applicant: the reasons, criterion by criterion, and where the marks stand."""

from typing import Any

from kinoqor.funding.check.letters import whole, write
from kinoqor.funding.check.queries import File
from kinoqor.ledger.deed.actions import Line

WRITTEN = "judging/feedback/written/sent"


def tell_reasons(line: Line, of: File, reasons: list[tuple[dict[str, str], list[str]]]) -> int:
    """The reasons by criterion (its name in every language, the texts), to everyone who may file; give how many."""
    said: list[dict[str, Any]] = [{"name": whole(name), "texts": texts} for name, texts in reasons]
    return write(line, of, WRITTEN, {"reasons": said})
