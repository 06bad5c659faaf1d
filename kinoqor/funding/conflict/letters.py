"""What is written to whoever declared a conflict or named a reader, once it is decided.

A letter says only what its receiver said themselves: it names no reader, and not who reads what.
"""

from kinoqor.accounts.notice.letters import tell
from kinoqor.accounts.notice.queries import number_of
from kinoqor.accounts.notice.words import Notice
from kinoqor.funding.conflict.models import Conflict
from kinoqor.funding.conflict.words import Status, Voice
from kinoqor.ledger.deed.actions import Line

WRITTEN = "funding/conflict/written/"


def tell_decided(line: Line, one: Conflict, application: int, status: Status) -> int | None:
    """To the member who declared it, with the reason; what a member declares is never dismissed. To the applicant who
    named a reader, without it: it may say more of the reader than an applicant is to know. To nobody else.
    """
    said = {"number": application, "upheld": status == Status.UPHELD, "why": line.deed.why.strip()}
    if one.voice == Voice.MEMBER:
        return tell(line, one.user_id, Notice.ANSWER, WRITTEN + "declared", said, one.holder)
    user = number_of(one.made.voice) if one.voice == Voice.APPLICANT else None
    return tell(line, user, Notice.FILE, WRITTEN + "feared", said, one.holder) if user else None
