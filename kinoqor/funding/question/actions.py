"""What makes and publishes forms."""

from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from kinoqor.funding.question.models import FormVersion
from kinoqor.funding.question.queries import pack_documents, versions
from kinoqor.ledger.deed.actions import Line, deed


@deed(
    "funding.question.loaded",
    _("Forms of a country pack loaded"),
    _("%(who)s published forms: %(forms)s"),
)
def load_forms(line: Line, folder: Path | None = None) -> list[str]:
    """Publish each form of a pack that is not as the pack gave it last; give the codes of those published.

    Loading the same files twice publishes nothing. What officers published meanwhile stays in force until the pack
    itself says something new.
    """
    published = []
    for code, document in pack_documents(folder).items():
        given = versions().filter(code=code, made__voice=line.deed.voice, published__isnull=False).first()
        if given is None or given.document != document:
            _publish(line, code, document)
            published.append(code)
    line.details["forms"] = ", ".join(published)
    return published


def _publish(line: Line, code: str, document: dict[str, Any]) -> None:
    last = versions().filter(code=code).first()
    FormVersion.objects.create(
        code=code,
        number=last.number + 1 if last else 1,
        document=document,
        made=line.deed,
        published=line.deed,
    )
