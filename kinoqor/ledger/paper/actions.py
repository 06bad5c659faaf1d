"""How a paper is given out."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.utils.translation import gettext_lazy as _

from kinoqor.kit.canonical import digest as sealed
from kinoqor.ledger.deed.actions import Line, deed
from kinoqor.ledger.paper.adapters.typeset import typeset
from kinoqor.ledger.paper.models import Paper
from kinoqor.ledger.paper.queries import paper
from kinoqor.ledger.paper.rules import printed
from kinoqor.ledger.paper.words import Form


@deed("ledger.paper.made", _("A paper given out"), _("%(who)s gave out the paper %(paper)s for %(holder)s"))
def make_paper(line: Line, number: str, form: Form, facts: Mapping[str, Any]) -> Paper:
    """Set a paper and keep it as it was given out; the same number given out again is the same paper.

    `facts` are what it says, as values of JSON; the template gets them and nothing else.
    """
    line.details.update(paper=number, holder=form.holder)
    there = paper(number)
    if there:
        return there
    said = {**facts, "paper": number}
    seal = sealed(said)
    made = typeset(form, {**said, "seal": printed(seal)}, line.deed.at)
    digest = sha256(made).hexdigest()
    where, kept = f"papers/{digest[:2]}/{digest}", storages["kept"]
    if kept.exists(where) and kept.size(where) != len(made):  # a process was killed while it wrote
        kept.delete(where)
    if not kept.exists(where):
        kept.save(where, ContentFile(made))
    return Paper.objects.create(
        number=number, kind=form.kind, holder=form.holder, language=form.language, facts=dict(facts),
        seal=seal, digest=digest, size=len(made), at=line.deed.at, deed=line.deed,
    )  # fmt: skip
