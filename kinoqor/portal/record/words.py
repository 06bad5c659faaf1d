"""What the pages of the record say in plain words: the kinds of entries, and each step of a reader's own check."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PER_PAGE = 50

# Kinds of entries of the record, as a reader would name them.
KIND_LABELS: dict[str, Promise] = {
    "call.published": _("Terms of a call"),
    "call.annulled": _("A call annulled"),
    "call.rerun": _("A call repeated"),
    "body.photographed": _("Who sat on a body"),
    "draw.frozen": _("Lists of a draw fixed"),
    "draw.drawn": _("Experts drawn"),
    "review.sealed": _("A review sealed"),
    "reviews.opened": _("Reviews opened"),
    "marks.sealed": _("Marks of a pitching sealed"),
    "marks.opened": _("Marks of a pitching opened"),
    "vote.taken": _("A vote"),
    "allocation.computed": _("A list of funding computed"),
    "departure.made": _("A departure from the computed list"),
    "commission.decided": _("A decision of the commission"),
    "order.sealed": _("A signed order whose result is not out"),
    "order.signed": _("A signed order"),
    "result.published": _("A result published"),
    "check.repeated": _("A list computed again"),
    "contract.signed": _("A contract"),
    "payment.made": _("A payment"),
    "salt.erased": _("A digest made unreadable by law"),
    "key.changed": _("The key of the record changed"),
}

# Rows that an audit names, beside their place in the database: "A vote (deciding.item 7)".
ROW_LABELS: dict[str, Promise] = {
    "ledger.leaf": _("A leaf of the record"),
    "ledger.deed": _("A line of the journal"),
    "ledger.head": _("A head of the record"),
    "ledger.salt": _("A salt of the record"),
    "ledger.paper": _("A paper"),
    "funding.call": _("A call"),
    "funding.callversion": _("Terms of a call"),
    "judging.photograph": _("Who sat on a body"),
    "judging.draw": _("A draw of experts"),
    "judging.review": _("A review"),
    "deciding.sheet": _("Marks of a pitching"),
    "deciding.plan": _("A pitching"),
    "deciding.allocation": _("A list of funding"),
    "deciding.departure": _("A departure from the computed list"),
    "deciding.ruling": _("A decision of the commission"),
    "deciding.item": _("A vote"),
    "deciding.order": _("A signed order"),
    "deciding.publication": _("A published result"),
    "deciding.outcome": _("What became of a film"),
    "deciding.recheck": _("A list computed again"),
}

# What the script of the check says: step and outcome -> sentence; words in braces are filled in by the script.
SAID: dict[str, Promise] = {
    "working": _("Checking…"),
    "reading": _("Entries read and reckoned anew: {done} of {all}…"),
    "impossible": _(
        "This browser gives the page no cryptography, since it was opened without https. "
        "Open it by its https address, or check with kinoqor-verify."
    ),
    "all.right": _("Everything that was checked holds: {rights} steps."),
    "all.wrong": _("This does not hold. Faults found: {faults}."),
    "all.partly": _(
        "What your browser could check holds ({rights} steps), but it could not check the signature."
    ),
    "keptsize": _("This browser keeps a checkpoint of {size} entries."),
    "keptnone": _("This browser keeps no checkpoint yet."),
    "keptnot": _("The checkpoint could not be read or kept in this browser."),
    # the head
    "unreached.wrong": _("The checkpoint could not be fetched."),
    "checkpoint.wrong": _("The checkpoint was altered: it cannot be read."),
    "key.wrong": _("What stands in the field of the key is no key of a record."),
    "signature.right": _("The head of {size} entries is signed by the key of {origin}."),
    "signature.wrong": _(
        "The signature under the head of {size} entries is not by this key: the head was altered or forged."
    ),
    "ed25519.note": _(
        "Your browser does not know Ed25519 signatures, so the signature was not checked. "
        "Use Firefox 129, Safari 17 or Chrome 137 or later, or check with kinoqor-verify."
    ),
    "witnesses.note": _("Cosigned also by {names}. Ask them, not the fund, for their keys."),
    "unwitnessed.note": _(
        "No outside witness has cosigned this head: it proves only that nothing has changed since you kept a checkpoint."
    ),
    "nothing.note": _(
        "No checkpoint is kept in this browser, so there is nothing earlier to compare the head with."
    ),
    "kept.right": _("The record that you kept, of {old} entries, is the beginning of this one of {size}."),
    "kept.wrong": _(
        "The record that you kept, of {old} entries, is not the beginning of this one: history was rewritten."
    ),
    "kept.shrunk.wrong": _(
        "You kept {old} entries, the record has {size} or is another one: something was taken out."
    ),
    "tiles.wrong": _(
        "The files of hashes do not give the signed root: one of them was altered or is missing."
    ),
    "older.wrong": _("The older checkpoint that you gave cannot be read."),
    # one entry
    "index.wrong": _("The number of an entry is written in digits only."),
    "noleaf.wrong": _("Entry {index} could not be fetched: it is not published."),
    "text.wrong": _("Entry {index} is not written as entries are: it was altered."),
    "leaf.right": _("Entry {index}, about {call}, and its hash:"),
    "proof.wrong": _("The proof of entry {index} is missing or was altered: it cannot be read."),
    "path.right": _("{many} neighbours lead from the hash of entry {index} up to the root:"),
    "path.wrong": _(
        "The proof does not lead from entry {index} to the root: the entry or the proof was altered."
    ),
    "samehead.right": _("The proof ends in the root of this very head of {size} entries."),
    "underproof.right": _(
        "The head under the proof, of {old} entries, is the beginning of the one of {size}."
    ),
    "underproof.wrong": _(
        "The head under the proof, of {old} entries, does not go together with the one of {size}."
    ),
    "underproof.shrunk.wrong": _("The head under the proof is of another or a longer record."),
    # a round
    "nodocuments.wrong": _("The documents of this round could not be fetched."),
    "leaves.right": _("All {size} entries, reckoned anew, give the signed root."),
    "leaves.wrong": _("The {size} entries do not give the root that was signed: one of them was altered."),
    "document.wrong": _("{file} was altered: it cannot be read or contradicts itself."),
    "unlisted.note": _("No list was computed yet."),
    "frozen.wrong": _(
        "The list was computed from something else than what was frozen: a sum, points or a rule were altered."
    ),
    "nolist.wrong": _("The record has no entry about a list of this call."),
    "otherlist.wrong": _("Entry {leaf} is about another list than the published one: the list was altered."),
    "leaflist.right": _("Entry {leaf} of the record says the same of this list."),
    "leaf.wrong": _(
        "Entry {leaf}, about {call}: “{key}” is {said} in the record and {due} in the published document."
    ),
    "departures.right": _("Departures from the computed list, all published: {many}."),
    "departures.wrong": _("The published departures are not those with which the list was computed."),
    "rulings.right": _("Films on which the commission ruled, none above the list: {many}."),
    "ruling.wrong": _(
        "The ruling on film {film} ({sum}) does not go together with its sum in the list ({award})."
    ),
    "order.right": _("Order {number}: {films} films, {sum} in all, as approved and as recorded."),
    "total.wrong": _("The order says {said} in all; its rows come to {due}."),
    "ordered.wrong": _("Film {film} has {said} in the order; the commission gave {due}."),
    "noorder.wrong": _("The record has no entry about order {number}."),
    "votes.right": _("Votes that add up and are as recorded: {many}."),
    "vote.wrong": _("Vote {item}: {cast} votes of {present} present do not carry what is said."),
    "novote.wrong": _("The record has no entry about vote {item}."),
    "noruling.wrong": _("The record has no entry about the ruling on film {film}."),
    "noresult.wrong": _("The record has no entry that says that this result was published."),
    "resulted.wrong": _("Film {film} has {said} in the result and {due} in the order."),
    "result.right": _(
        "Of {files} films {awarded} are in the order, {chosen} go on; entry {leaf} says the same."
    ),
    "missing.wrong": _("{file} is missing, although entry {leaf} says that this result was published."),
    # a list of funding
    "list.right": _("{films} films get {sum}: sums, quotas, the justice rule and the cut-offs hold."),
    "lots.note": _(
        "Lots and what was given at last are not repeated on this page: kinoqor-verify repeats them."
    ),
    "another.wrong": _("The result belongs to another case than the one beside it."),
    "strange.wrong": _("Film {film} is in the list and not in the case."),
    "nowhere.wrong": _("A film stands twice or nowhere: each stands once, in the list or with its reason."),
    "barred.wrong": _("Film {film} may not be in the list at all."),
    "departed.wrong": _("Film {film} was put in by a departure and is not in the list."),
    "listed.wrong": _("Film {film} is in the computed list or gets money, but not both."),
    "way.wrong": _("Film {film} is said to have come in by another way than it did."),
    "award.wrong": _("The award of film {film} is stated as {said}; by the rule it is {due}."),
    "envelope.wrong": _("The envelope {stream} is overspent by {over}."),
    "quota.wrong": _("The quota {quota} does not hold."),
    "company.wrong": _("Company {company} has more than one company may have."),
    "justice.wrong": _("The justice rule: film {film} was passed over by {other}, which is placed worse."),
    "line.wrong": _("The cut-off of {group} is stated as {said}; by the list it is {due}."),
    "lines.wrong": _("The table of cut-offs has other rows than the list."),
    "value.wrong": _("The value of the list is stated as {said}; it is {due}."),
}
