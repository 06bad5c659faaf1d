"""Entries of the record as they are shown: in words, linked, with the way from the leaf up to the root."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kinoqor.deciding.session.words import PREFIX
from kinoqor.funding.call import queries as calls
from kinoqor.judging.panel import queries as bodies
from kinoqor.kit.merkle import node_hash
from kinoqor.kit.question import said
from kinoqor.kit.tiles import read_checkpoint, read_proof
from kinoqor.ledger.log import queries
from kinoqor.ledger.log.models import Head, Leaf
from kinoqor.ledger.log.words import OURSELVES
from kinoqor.portal.record.queries import sittings as sat
from kinoqor.portal.record.words import KIND_LABELS
from kinoqor.ui.drawing.climb import climb
from kinoqor.ui.parts import Fact, Link, Note, Row
from kinoqor.ui.templatetags.ui import day

Named = dict[str, tuple[str, str]]


def choices() -> tuple[Named, list[tuple[str, str]]]:
    """What all entries are about, and which kinds there are, each with its words, to choose from."""
    abouts, kinds = queries.spoken_of()
    return names(abouts), [(each, label(each)) for each in kinds]


def label(kind: str) -> str:
    """A kind of entries in words."""
    return str(KIND_LABELS.get(kind, kind))


def names(abouts: Iterable[str]) -> Named:
    """What entries are about: (words, address, or nothing where it has no page) by public name."""
    found, abouts = Named(), list(dict.fromkeys(abouts))
    published = {version.call.ref: version for version in calls.all_published()}
    standing = {body.ref: body for body in bodies.bodies()}
    sittings = sat(each for each in abouts if each.startswith(f"{PREFIX}:"))
    for each in abouts:
        body = standing.get(each)
        if each in published:
            found[each] = (str(said(calls.terms_of(published[each]).name)), reverse("call", args=[each]))
        elif each in sittings:
            of = sittings[each]
            words = _("%(body)s: sitting %(number)s") % {"body": said(of.body.name), "number": of.pk}
            found[each] = (words, reverse("panel", args=[of.body.ref]))
        elif body is not None:
            found[each] = (str(said(body.name)), reverse("panel", args=[each]))
        else:
            found[each] = (_("The record itself") if each == OURSELVES else each, "")
    return found


def rows(leaves: Iterable[Leaf], known: Named) -> list[Row]:
    """Entries as rows of a list; `known`: what all of them are about."""
    return [
        Row(
            label(leaf.kind), moment(leaf), reverse("record-entry", args=[leaf.index]),
            notes=(Note(known[leaf.of][0], url=known[leaf.of][1]),), more=(Note(_("Entry %s") % leaf.index),),
        )
        for leaf in leaves
    ]  # fmt: skip


def moment(of: Any) -> str:
    """When something was written or signed."""
    return said_at(of.at)


def said_at(at: datetime) -> str:
    """A moment to the second, in the manner of the page's language."""
    return f"{day(at)}, {localtime(at):%H:%M:%S}"


def head_facts(head: Head | None) -> list[Fact]:
    """How many entries there are, when the last head was signed, and who outside has seen it."""
    if head is None:
        return []
    witnesses = [each.witness.split("+")[0] for each in head.cosignatures.order_by("pk")]
    seen = ", ".join(witnesses) or _("nobody outside yet")
    signed = ngettext("%(count)s entry", "%(count)s entries", head.size) % {"count": head.size}
    return [
        Fact(_("Entries"), signed), Fact(_("Last head signed"), moment(head)), Fact(_("Seen by witnesses"), seen),
        *_dated(),
    ]  # fmt: skip


def _dated() -> list[Fact]:
    """Which head an authority has dated last, with its answer and what it dated."""
    last = queries.stamps().first()
    if last is None:
        return []
    many = ngettext("%(count)s entry", "%(count)s entries", last.head.size) % {"count": last.head.size}
    when = said_at(last.said)
    links = (
        Link(f"{when}, {many}", reverse("record-stamped", args=[last.head.size])),
        Link(_("the stamp"), reverse("record-stamp", args=[last.head.size])),
    )
    return [Fact(_("Dated by an authority (RFC 3161)"), links=links)]


def shown(leaf: Leaf) -> dict[str, Any]:
    """One entry for its page."""
    words, to = names([leaf.of])[leaf.of]
    facts = [
        Fact(_("About"), links=(Link(words, to),)), Fact(_("Written"), moment(leaf)), *_more(leaf),
    ]  # fmt: skip
    return {"leaf": leaf, "label": label(leaf.kind), "facts": facts, "about": words, **_way(leaf)}


def _more(leaf: Leaf) -> list[Fact]:
    """What an entry says besides, where that has a page."""
    says = json.loads(leaf.text)["says"]
    found = []
    if leaf.kind == "result.published":
        to = reverse("result", args=[leaf.of, says["stage"]])
        found.append(Fact(_("The result"), links=(Link(_("The list with its reasons"), to),)))
    if leaf.kind in ("draw.frozen", "draw.drawn"):
        to = f"{reverse('draws')}?call={leaf.of}"
        found.append(Fact(_("The draw"), links=(Link(_("The draws of this call"), to),)))
    if leaf.kind in ("order.sealed", "order.signed"):
        found.append(Fact(_("Order"), f"{says['number']}, {says['day']}"))
    return found


def _way(leaf: Leaf) -> dict[str, Any]:
    """The steps from the hash of a leaf to the root; nothing where the files of the record do not give them."""
    text = queries.proof(leaf.index)
    if text is None:
        return {"steps": None}
    proof = read_proof(text)
    at, last = leaf.index, read_checkpoint(proof.checkpoint).size - 1
    found, steps = bytes.fromhex(leaf.leaf_hash), []
    for beside in proof.path:
        left = bool(at & 1) or at == last
        found = node_hash(beside, found) if left else node_hash(found, beside)
        while left and at and not at & 1:
            at, last = at >> 1, last >> 1
        at, last = at >> 1, last >> 1
        steps.append((left, beside.hex(), found.hex()))
    many = len(steps)
    told = (
        ngettext(
            "From the yellow leaf %(count)s neighbour leads up to the signed root.",
            "From the yellow leaf %(count)s neighbours lead up to the signed root.", many,
        ) % {"count": many}
    )  # fmt: skip
    drawing = climb([left for left, _beside, _found in steps], _("this entry"), _("root, signed"), told)
    return {
        "steps": steps,
        "root": found.hex(),
        "size": read_checkpoint(proof.checkpoint).size,
        "drawing": drawing,
    }
