"""How an application is filed, and what is written after it."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from kinoqor.funding.application.actions import mark_filed
from kinoqor.funding.application.adapters.points import beside, kept_beside, points_of
from kinoqor.funding.application.queries import case_of, form_of, held, version_now
from kinoqor.funding.application.rules import unchanged_since
from kinoqor.funding.application.words import TITLES
from kinoqor.funding.filing import queries, rules
from kinoqor.funding.filing.adapters.open import everywhere
from kinoqor.funding.filing.adapters.register import title_claims
from kinoqor.funding.filing.adapters.snapshot import snapshot
from kinoqor.funding.filing.letters import write_receipt
from kinoqor.funding.filing.models import Answer, Filing
from kinoqor.funding.filing.rules import Asked
from kinoqor.kit.canonical import canonical, digest_of
from kinoqor.kit.fold import fold
from kinoqor.kit.jobs import call
from kinoqor.kit.question import cells
from kinoqor.kit.verdict import require
from kinoqor.ledger.deed.actions import Doer, Line, deed
from kinoqor.register.claim.actions import propose, withdraw
from kinoqor.register.intake.adapters.pack import source_rules
from kinoqor.register.source.actions import describe_sources

AFTER_FILING = "kinoqor.funding.filing.clock.after_filing"  # the job that writes the receipt


@deed(
    "funding.filing.filed",
    _("An application filed"),
    _("%(who)s filed application %(application)s: %(receipt)s"),
)
def file(line: Line, number: int, asked: Asked) -> Filing:
    """File an application: freeze all of it with its digest. The same filing sent again gives the same receipt.

    `asked.now` is when the request reached the house; the window and the time for a repair are judged by it.
    """
    application = held(number)
    before = queries.filed_before(number)
    again = next((one for one in before if (one.stage, one.revision) == (asked.stage, asked.revision)), None)
    if again:
        line.details.update(application=number, receipt=again.called, again=True)
        return again
    require(rules.in_order(application.stage, asked.stage))
    require(rules.may_file(case_of(application, asked.now, counted=True), asked.now))
    require(unchanged_since(asked.revision, application.revision))
    kept = kept_beside(application)
    points = points_of(application, asked.now, kept)
    require(rules.may_file_with(points, asked.even_so, bool(application.titles)))
    which = before[0].number + 1 if before else 1
    application.version = version_now(application)
    said = snapshot(application, form_of(application), kept.files, which, asked, beside(application, kept))
    text = canonical(said)
    made = Filing.objects.create(
        application=application, number=which, stage=asked.stage, revision=asked.revision, at=asked.now,
        snapshot=text, digest=digest_of(text), files=[list(each) for each in kept.files],
        points=everywhere(points, application, asked.now, kept),
        language=asked.language, deed=line.deed,
    )  # fmt: skip
    mark_filed(application, asked.now, asked.language, by=_by(line), subject=line.deed.subject)
    call(AFTER_FILING, made.pk)
    line.details.update(application=number, receipt=made.called, digest=made.digest)
    return made


@deed(
    "funding.filing.received",
    _("The receipt of a filing written"),
    _("%(who)s wrote the receipt %(receipt)s of application %(application)s"),
)
def receive(line: Line, pk: int) -> None:
    """What follows a filing and need not be waited for: the receipt with its letter, the answers as typed cells, the
    titles as claims that nobody sees yet. Doing it twice changes nothing.
    """
    filing = queries.filing_by_pk(pk)
    application = filing.application
    line.details.update(application=application.pk, receipt=filing.called)
    if filing.receipt is None:
        Filing.objects.filter(pk=pk, receipt=None).update(receipt=write_receipt(line, filing))
    titles = frozenset(TITLES.values())
    Answer.objects.filter(application=application).delete()
    Answer.objects.bulk_create(
        [
            Answer(
                application=application, question=cell.question, place=cell.place, row=cell.row, text=cell.text,
                folded=fold(cell.text) if cell.question in titles else "", number=cell.number, day=cell.day,
            )
            for cell in cells(form_of(application), application.values)
        ],
        batch_size=500,
    )  # fmt: skip
    _propose_titles(line, filing)


def _propose_titles(line: Line, filing: Filing) -> None:
    """The titles of the film with the filing as their source; what an earlier one called differently is withdrawn."""
    application, by = filing.application, _by(line)
    source = f"file: {filing.called}"
    known = describe_sources([source], source_rules(settings.PACK), by=by)
    claims = title_claims(application.film_id, application.titles, known[source], application.name)
    before = queries.proposed_titles(application.film_id, application.name)
    said = {(claim.lang, claim.value) for claim in claims}
    gone = [claim.pk for claim in before if (claim.lang, claim.value) not in said]
    stand = {(claim.lang, claim.value) for claim in before}
    if gone:
        withdraw(gone, by=by, why=f"the title was changed in {filing.called}", subject=application.film.ref)
    new = [claim for claim in claims if (claim.lang, claim.value) not in stand]
    if new:
        propose(new, by=by, subject=application.film.ref)


def _by(line: Line) -> Doer:
    return Doer(line.deed.voice, line.deed.hat)
