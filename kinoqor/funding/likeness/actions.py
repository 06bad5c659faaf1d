"""Keeping what is compared. Nothing else is written of likeness: to judge it is the officer's, in the formal check."""

from django.utils.translation import gettext_lazy as _

from kinoqor.funding.application.queries import held
from kinoqor.funding.likeness.adapters.packed import packed
from kinoqor.funding.likeness.models import Mark, Script, Trace
from kinoqor.funding.likeness.queries import compared
from kinoqor.funding.likeness.rules import kept, marks
from kinoqor.funding.likeness.words import Key, Reading
from kinoqor.funding.likeness.words import Script as Read
from kinoqor.ledger.deed.actions import Line, deed


@deed(
    "funding.likeness.traced",
    _("An application made comparable"),
    _("%(who)s kept what of application %(application)s is compared with others"),
)
def trace(line: Line, number: int) -> None:
    """Keep what of an application is compared with others; doing it twice changes nothing.

    Its scripts wait to be read where nobody has read them yet.
    """
    application = held(number)
    now = compared(application)
    made, _new = Trace.objects.update_or_create(
        application=application,
        defaults={"revision": application.revision, "told": kept(now), "made": line.deed},
    )
    made.marks.all().delete()
    Mark.objects.bulk_create([Mark(trace=made, kind=kind, key=key) for kind, key in sorted(marks(now))])
    waiting = [Script(digest=digest, made=line.deed) for digest in now.scripts]
    Script.objects.bulk_create(waiting, ignore_conflicts=True)
    line.details["application"] = number


@deed(
    "funding.likeness.read",
    _("A script made comparable"),
    _("%(who)s read a script (%(digest)s) to compare it: %(found)s"),
)
def keep_script(line: Line, digest: str, found: Read) -> None:
    """Keep the digests of a script's words, never the words; the applications that sent it are traced anew."""
    Script.objects.filter(digest=digest, reading=Reading.WAITING).update(
        reading=found.reading, pages=found.pages, whole=found.whole, pieces=found.sketch.pieces,
        smallest=packed(found.sketch), made=line.deed,
    )  # fmt: skip
    # Revisions are counted from 1, so that these traces are older than their applications.
    Trace.objects.filter(marks__kind=Key.FILE, marks__key=digest).update(revision=0)
    line.details.update(digest=digest, found=str(found.reading))
