"""What is written to whoever has complained."""

from kinoqor.funding.check.letters import whole, write
from kinoqor.funding.check.queries import File
from kinoqor.funding.complaint.models import Complaint
from kinoqor.funding.complaint.words import Answer
from kinoqor.ledger.deed.actions import Line

WRITTEN = "funding/complaint/written/"


def tell_received(line: Line, of: File, complaint: Complaint) -> int:
    """That the complaint has come in, with its words and the day of the answer."""
    said = {"complaint": complaint.words, "day": complaint.day, "refusal": complaint.refusal_id}
    return write(line, of, WRITTEN + "received", said)


def tell_answer(line: Line, of: File, complaint: Complaint) -> int:
    """How the complaint was answered, and why."""
    refusal = complaint.refusal
    said = {
        "reply": complaint.reply, "refusal": refusal.pk, "called": whole(refusal.called), "clause": whole(refusal.clause),
    }  # fmt: skip
    name = "upheld" if complaint.answer == Answer.UPHELD else "rejected"
    return write(line, of, WRITTEN + name, said)
