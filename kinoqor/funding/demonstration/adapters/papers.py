"""The papers of an invented file: a script of several pages; the others say on one what they stand for."""

import tempfile
from pathlib import Path

from kinoqor.funding.application.adapters.papers import slots_of
from kinoqor.funding.application.models import Application
from kinoqor.funding.demonstration.adapters.screenplay import screenplay
from kinoqor.funding.demonstration.rules import File, Script
from kinoqor.ledger.deed.actions import Doer
from kinoqor.ledger.file.actions import send
from kinoqor.ledger.file.adapters.kept import lay_down
from kinoqor.ledger.file.adapters.looked import look
from kinoqor.ledger.file.words import Kind, Taken, where_of

SCRIPTS = ("script", "plan")  # the papers that are read


def send_papers(of: Application, script: Script, file: File, by: Doer) -> None:
    """Send every paper that the stage asks for as a PDF, as people send them; the same seed makes the same bytes."""
    with tempfile.TemporaryDirectory() as folder:
        for slot in slots_of(of).values():
            if not slot.required or Kind.PDF not in slot.kinds:
                continue
            path = Path(folder) / f"{slot.code}.pdf"
            line = f"Invented for a demonstration: {slot.code}, {file.seed}"
            path.write_bytes(screenplay(script, file) if slot.code in SCRIPTS else page(line))
            taken = look(path, path.name, slot)
            _send(of, slot.code, taken, path, by)


def _send(of: Application, slot: str, taken: Taken, path: Path, by: Doer) -> None:
    def keep() -> None:
        lay_down(where_of(taken.digest), path, taken.size)

    send(of.name, slot, 0, taken, keep, by=by, subject=of.film.ref)


def page(line: str) -> bytes:
    """A PDF of one page with one line of plain letters on it."""
    drawn = f"BT /F1 14 Tf 60 760 Td ({line}) Tj ET".encode("ascii")
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    made, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(made))
        made += b"%d 0 obj%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(parts) + 1
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    return made + end % (size, table, size, len(made))
