"""The journal against the record, and papers against their bytes: one altered row is found and named."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from kinoqor.kit.canonical import canonical
from kinoqor.kit.merkle import leaf_hash, root
from kinoqor.kit.mirror import faults
from kinoqor.kit.note import read_key
from kinoqor.ledger.log import queries as log
from kinoqor.ledger.log.rules import moment
from kinoqor.ledger.paper.queries import bytes_of
from kinoqor.portal.record import queries
from kinoqor.portal.record.words import ROW_LABELS
from kinoqor.ui.templatetags.ui import day

WRITTEN = "ledger.log.written"


def row_of(of: str, number: Any) -> str:
    """A row as an audit names it: what it is, and where it stands in the database."""
    return f"{ROW_LABELS[of]} ({of} {number})"


def other_digest(what: str) -> str:
    """The sentence about a row whose digest is not that of what it holds."""
    return _("%(what)s: altered after it was written; its digest is not that of what stands there.") % {
        "what": what
    }


def other_leaf(what: str, leaf: int) -> str:
    """The sentence about a row of which the record says something else."""
    return _(
        "%(what)s: leaf %(leaf)s of the public record says otherwise, so this was altered afterwards."
    ) % {"what": what, "leaf": leaf}


def other_deed(what: str, deed: int) -> str:
    """The sentence about a row of which the journal says something else."""
    return _(
        "%(what)s: deed %(deed)s of the journal says otherwise, so one of the two was altered afterwards."
    ) % {"what": what, "deed": deed}


def no_leaf(what: str) -> str:
    """The sentence about a decision that the record does not know."""
    return _(
        "%(what)s: no leaf of the public record is about it, so it was altered or not made by a deed of the house."
    ) % {"what": what}


def said_in(text: str) -> dict[str, Any]:
    """What the text of a leaf says; nothing where it was spoilt."""
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def of_the_log() -> Iterator[str]:
    """Leaves, heads, and the files that lie published."""
    hashes, known = [], set()
    for at, leaf in enumerate(queries.leaves()):
        what = row_of("ledger.leaf", leaf.pk)
        said = said_in(leaf.text)
        told = {"kind": leaf.kind, "of": leaf.of, "at": moment(leaf.at)}
        right = leaf.leaf_hash == leaf_hash(leaf.text.encode()).hex() and canonical(said) == leaf.text
        if not right or leaf.index != at or any(said.get(key) != value for key, value in told.items()):
            yield other_digest(what)
        details = leaf.deed.details or {}
        deed = (leaf.deed.code, details.get("leaf"), details.get("kind"), details.get("of"), leaf.deed.at)
        if deed != (WRITTEN, leaf.index, leaf.kind, leaf.of, leaf.at):
            yield other_deed(what, leaf.deed_id)
        known.add(leaf.deed_id)
        hashes.append(leaf_hash(leaf.text.encode()))
    for deed_id in queries.deeds_of(WRITTEN):
        if deed_id not in known:
            yield no_leaf(row_of("ledger.deed", deed_id))
    for head in queries.heads():
        if head.size > len(hashes) or root(hashes[: head.size]).hex() != head.root:
            yield _("%(what)s: the leaves do not give its root, so a leaf was altered or taken out.") % {
                "what": row_of("ledger.head", head.pk)
            }
    last = log.head()
    for path in faults(log.folder().read, read_key(last.key)) if last else ():
        yield _(
            "The published file %(path)s is not what was signed; publish_record --whole makes it anew."
        ) % {"path": path}


def of_the_salts() -> Iterator[str]:
    """Salts: each erased one by a deed and a leaf that says so, and each of which a leaf says so erased."""
    told = {said_in(leaf.text).get("says", {}).get("digest") for leaf in queries.leaves_of("salt.erased")}
    for salt in log.salts():
        if (salt.salt is None) != (salt.digest in told) or (salt.salt is None) != (salt.erased is not None):
            yield (
                no_leaf(row_of("ledger.salt", salt.pk)) if salt.digest not in told else _still_there(salt.pk)
            )


def _still_there(number: int) -> str:
    return _("%(what)s: the record says that it was erased, and it was not.") % {
        "what": row_of("ledger.salt", number)
    }


def erased_by_law() -> Iterator[str]:
    """What nobody can check any more, since the law had it erased: no fault, but it is said."""
    at = {salt.digest: salt for salt in log.salts().filter(salt=None)}
    for leaf in queries.leaves() if at else ():
        for digest in log.salted_in(leaf) if leaf.kind != "salt.erased" else ():
            erased = at[digest].erased if digest in at else None
            if erased is not None:
                on = day(erased.at)
                yield _("Leaf %(leaf)s: what it says as a digest was erased by law on %(day)s (deed %(deed)s).") % {
                    "leaf": leaf.index, "day": on, "deed": erased.pk,
                }  # fmt: skip


def of_the_papers() -> Iterator[str]:
    """Each paper's bytes have its digest."""
    for paper in queries.papers():
        try:
            with bytes_of(paper) as opened:
                found = hashlib.sha256(opened.read()).hexdigest()
        except FileNotFoundError:
            found = ""
        if found != paper.digest:
            yield _("%(what)s: its file is missing or was replaced.") % {
                "what": row_of("ledger.paper", paper.number)
            }
