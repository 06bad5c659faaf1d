"""What is written to an applicant after a filing: the receipt."""

from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from kinoqor.accounts.notice.letters import tell
from kinoqor.accounts.notice.words import Notice
from kinoqor.funding.application.queries import addressees
from kinoqor.funding.call.queries import terms_of
from kinoqor.funding.filing.adapters.open import in_each, read
from kinoqor.funding.filing.models import Filing
from kinoqor.ledger.deed.actions import Doer, Line
from kinoqor.ledger.paper.actions import make_paper
from kinoqor.ledger.paper.words import Form

WRITTEN = "funding/filing/written/"
PAPER = "funding/filing/papers/receipt"
LANGUAGES = ("kk", "ru", "en")


def write_receipt(line: Line, filing: Filing) -> str:
    """The receipt as a paper in the language of the filing, and as a letter to everyone who may file; give its number."""
    said, application = facts(filing), filing.application
    form = Form("receipt", PAPER, filing.language, application.name)
    by = Doer(line.deed.voice, line.deed.hat)
    paper = make_paper(filing.called, form, said, by=by, subject=line.deed.subject)
    spoken = {**said, "points": in_each(filing.points)}  # a letter is in the language of its reader
    told = {
        **spoken,
        "paper": f"{settings.ADDRESS}{reverse('paper-held', args=[paper.number, paper.digits])}",
    }
    for user in addressees(filing.application_id):
        tell(line, user, Notice.FILE, WRITTEN + "receipt", told, application.name)
    return paper.number


def facts(filing: Filing) -> dict[str, Any]:
    """What a receipt says, as plain values, its addresses in the language in which it was filed."""
    with override(filing.language):
        return _facts(filing)


def _facts(filing: Filing) -> dict[str, Any]:
    application = filing.application
    terms = terms_of(application.version)
    return {
        "number": application.pk,
        "receipt": filing.called,
        "digest": filing.digest,
        "when": f"{filing.at.astimezone(ZoneInfo(terms.zone)):%Y-%m-%d %H:%M:%S}",
        "zone": terms.zone,
        "invented": terms.invented,
        "check": f"{settings.ADDRESS}{reverse('paper-check')}",
        "link": link(filing),
        "film": whole(application.titles),
        "call": whole(terms.name),
        "version": application.version.number,
        "company": application.organisation.name,
        "files": [dict(zip(("slot", "name", "digest", "size"), each, strict=True)) for each in filing.files],
        "points": list(read(filing.points)),
    }


def link(filing: Filing) -> str:
    """The address of the receipt, in the language in which it was filed."""
    with override(filing.language):
        place = reverse("application-receipt", args=[filing.application_id, filing.number])
        return f"{settings.ADDRESS}{place}"


def whole(texts: Any) -> dict[str, str]:
    """A text for each language of the house; where one is not given, another one stands there."""
    given = dict(texts)
    some = next((given[lang] for lang in LANGUAGES if given.get(lang)), "")
    return {lang: given.get(lang) or some for lang in LANGUAGES}
