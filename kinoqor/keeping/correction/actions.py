"""What is proposed, and what becomes of it."""

from collections.abc import Mapping

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from kinoqor.accounts.notice.letters import own_language, tell, tell_address
from kinoqor.accounts.notice.queries import number_of
from kinoqor.accounts.notice.words import Notice
from kinoqor.keeping.correction.models import Proposal
from kinoqor.keeping.correction.queries import addresses_to_empty, hashed, proposed_already, says_so_already
from kinoqor.keeping.correction.rules import may_judge
from kinoqor.keeping.correction.words import Fate, Ground
from kinoqor.keeping.edit.queries import shown
from kinoqor.keeping.edit.rules import Entry
from kinoqor.keeping.twin.queries import own_numbers
from kinoqor.kit.verdict import YES, no, require
from kinoqor.ledger.deed.actions import Doer, Line, deed
from kinoqor.register.claim.actions import NewClaim, publish, withdraw
from kinoqor.register.claim.actions import propose as propose_claims
from kinoqor.register.claim.queries import waiting
from kinoqor.register.claim.words import PROPERTIES, Rank
from kinoqor.register.intake.actions import settle
from kinoqor.register.intake.adapters.pack import source_rules
from kinoqor.register.source.actions import describe_sources
from kinoqor.register.subject.queries import numbers

WRITTEN = "keeping/correction/written/"


@deed(
    "keeping.correction.proposed",
    _("A correction proposed"),
    _("%(who)s proposed “%(prop)s” for %(record)s: %(value)s"),
)
def propose(line: Line, ref: str, entry: Entry, proposer: str, address: str, secret: str) -> int:
    """Keep a proposal, unseen until it is judged, and write its receipt to whoever wants an answer; give its number."""
    about = numbers([ref, *([entry.target] if entry.target else [])])
    known = says_so_already(about[ref], entry)
    require(no(_("The register says so already, and names this source.")) if known else YES)
    same = proposed_already(about[ref], entry)
    require(no(_("Someone has proposed the same already. It waits for its answer.")) if same else YES)
    by = Doer(line.deed.voice, line.deed.hat)
    source = describe_sources([entry.source], source_rules(settings.PACK), by=by)[entry.source]
    sender = f"proposal:{hashed(secret)[:16]}"
    claim = NewClaim(
        about[ref], entry.prop, entry.value, source, sender, entry.mark(Rank.NORMAL, sender),
        about[entry.target] if entry.target else None, entry.qualifiers, entry.lang, entry.script, entry.note,
    )  # fmt: skip
    propose_claims([claim], by=by, subject=ref)
    kept = waiting().get(subject=about[ref], sender=sender)
    made = Proposal.objects.create(
        claim=kept,
        proposer=proposer,
        language=own_language(),
        address=address,
        receipt=hashed(secret),
        made=line.deed,
    )
    line.details.update(proposal=made.pk, prop=entry.prop, value=entry.value)
    _write(line, made, "received", {"link": _link(made.language, secret)})
    return made.pk


@deed(
    "keeping.correction.accepted",
    _("A proposal accepted"),
    _("%(who)s accepted the proposal “%(prop)s” for %(ref)s: %(value)s"),
)
def accept(line: Line, number: int) -> None:
    """Publish a proposal: it counts from now on, and its proposer is told."""
    proposal = _open(line, number)
    by = Doer(line.deed.voice, line.deed.hat)
    claim = proposal.claim
    before = shown(claim.subject_id, claim.prop, claim.lang)
    publish([claim.pk], by=by, subject=claim.subject.ref)
    settle({claim.subject_id, *([claim.target_id] if claim.target_id else [])}, by=by)
    line.details.update(before=before, after=shown(claim.subject_id, claim.prop, claim.lang))
    _judge(line, proposal, Fate.ACCEPTED, "")


@deed(
    "keeping.correction.refused",
    _("A proposal refused"),
    _("%(who)s refused the proposal “%(prop)s” for %(ref)s: %(value)s"),
)
def refuse(line: Line, number: int, ground: Ground) -> None:
    """Refuse a proposal on a ground, with the deed's words beside it; its proposer is told."""
    proposal = _open(line, number)
    by = Doer(line.deed.voice, line.deed.hat)
    withdraw([proposal.claim_id], by=by, why=line.deed.why or str(ground), subject=proposal.claim.subject.ref)
    _judge(line, proposal, Fate.REFUSED, ground)


@deed(
    "keeping.correction.addresses_emptied",
    _("Addresses of proposers erased"),
    _("%(who)s erased the addresses of proposers who had their answer; proposals: %(proposals)s"),
)
def empty_addresses(line: Line) -> int:
    """Take out the addresses of strangers whose proposals were answered some weeks ago; give how many."""
    count = addresses_to_empty().update(address="")
    line.details["proposals"] = count
    return count


def _open(line: Line, number: int) -> Proposal:
    proposal = Proposal.objects.select_for_update().select_related("claim", "claim__subject").get(pk=number)
    answered = no(
        _("This proposal has been answered already."), way=_("Go on with the others"), to="proposals"
    )
    require(YES if proposal.fate == Fate.OPEN else answered)
    about = {proposal.claim.subject_id, proposal.claim.target_id} & own_numbers(line.deed.voice)
    require(may_judge(proposal.proposer, line.deed.voice, bool(about)))
    return proposal


def _judge(line: Line, proposal: Proposal, fate: Fate, ground: str) -> None:
    proposal.fate, proposal.ground, proposal.judged = fate, ground, line.deed
    proposal.save(update_fields=["fate", "ground", "judged"])
    claim = proposal.claim
    line.details.update(
        proposal=proposal.pk, fate=str(fate), ground=str(ground), ref=claim.subject.ref, prop=claim.prop,
        value=claim.value,
    )  # fmt: skip
    said = {"ground": Ground(ground).label if ground else "", "words": line.deed.why}
    _write(line, proposal, str(fate), said)


def _write(line: Line, proposal: Proposal, letter: str, more: Mapping[str, object]) -> None:
    """A letter to whoever proposed it, in their language, if they can be reached."""
    claim = proposal.claim
    said = {"what": PROPERTIES[claim.prop].label, "value": claim.value, "ref": claim.subject.ref, **more}
    user = number_of(proposal.proposer)
    if user:
        tell(line, user, Notice.ANSWER, WRITTEN + letter, said, claim.subject.ref)
    elif proposal.address:
        with override(proposal.language):
            tell_address(
                line, proposal.address, None, WRITTEN + letter, said, Notice.ANSWER, claim.subject.ref
            )


def _link(language: str, secret: str) -> str:
    with override(language):
        return f"{settings.ADDRESS}{reverse('receipt', args=[secret])}"
