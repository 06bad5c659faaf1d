"""Plain makers of reasons: a round that was read and opened, its reasons gathered."""

from kinoqor.accounts.user.models import User
from kinoqor.funding.application.models import Application
from kinoqor.judging.feedback.actions import change, check, gather
from kinoqor.judging.feedback.models import Feedback
from kinoqor.judging.feedback.queries import pieces
from kinoqor.judging.panel.models import Member
from tests.funding.application import making as drafts
from tests.judging import making
from tests.judging.making import REF, STAGE
from tests.make import BY

LONG = "The second act holds the tension to its end, and the third lets it go."


def gathered(user: User | None = None, readers: int = 2) -> tuple[Application, list[Member], Feedback]:
    """A file that was read by some and opened, with its gathered reasons; not yet checked."""
    someone = user or drafts.producer()
    file = making.admitted(someone, drafts.company() if user is None else None)
    sitting = [making.member() for _number in range(readers)]
    for each in sitting:
        making.review(making.reading(file, each))
    making.opened()
    gather(REF, STAGE, by=BY)
    return file, sitting, Feedback.objects.get(application=file)


def as_they_are(of: Feedback) -> dict[int, tuple[str, bool, str]]:
    """Every piece as it stands."""
    return {at: (each.text, each.left_out, each.why) for at, each in enumerate(pieces(of))}


def checked(of: Feedback, by: User) -> Feedback:
    """The reasons, gone through and checked by an officer."""
    revision = change(of.pk, of.revision, as_they_are(of), by=by.doer)
    check(of.pk, revision, by=by.doer)
    return Feedback.objects.get(pk=of.pk)
