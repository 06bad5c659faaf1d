"""What people do at the desk of a card."""

from dataclasses import dataclass, field, replace
from datetime import date

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from kinoqor.keeping.edit.queries import Claims, newest, next_numbers, preferred, shown, standing_claim
from kinoqor.keeping.edit.rules import Entry, may_keep, unchanged_since
from kinoqor.keeping.twin.queries import own_numbers
from kinoqor.kit.turn import wait_turn
from kinoqor.kit.verdict import require
from kinoqor.ledger.deed.actions import Doer, Line, deed
from kinoqor.register.claim.actions import NewClaim, state, withdraw
from kinoqor.register.claim.rules import fingerprint
from kinoqor.register.claim.words import PROPERTIES, Rank
from kinoqor.register.intake.actions import settle
from kinoqor.register.intake.adapters.pack import source_rules
from kinoqor.register.source.actions import describe_sources
from kinoqor.register.subject.actions import begin_subjects
from kinoqor.register.subject.queries import numbers


@dataclass(slots=True)
class Hand:
    """What one deed states and withdraws, at one card or at many: written together, settled once."""

    by: Doer
    new: list[NewClaim] = field(default_factory=list)
    gone: dict[str, list[int]] = field(default_factory=dict)
    touched: set[int] = field(default_factory=set)

    def say(self, entry: Entry, about: int, target: int | None, source: int, rank: Rank) -> None:
        """State an entry of a subject; subject, target and source by their database numbers."""
        sender = self.by.voice
        claim = NewClaim(
            about, entry.prop, entry.value, source, sender, entry.mark(rank, sender), target, entry.qualifiers,
            entry.lang, entry.script, entry.note, rank,
        )  # fmt: skip
        self.new.append(claim)
        self.touched |= {about, *([target] if target else [])}

    def take(self, claims: Claims, why: str) -> None:
        """Withdraw standing claims with a reason."""
        for claim in claims:
            self.gone.setdefault(why, []).append(claim.pk)
            self.touched |= {claim.subject_id, *([claim.target_id] if claim.target_id else [])}

    def give_back(self, claims: Claims) -> None:
        """State withdrawn claims again, each in its place, as if they had never gone."""
        for claim in claims:
            self.new.append(NewClaim.again(claim))
            self.touched |= {claim.subject_id, *([claim.target_id] if claim.target_id else [])}

    def step_back(self, preferred: Claims, beside: str) -> None:
        """Let earlier preferences stand on as ordinary claims of the same sources, in their place."""
        self.take(preferred, f"stands on as an ordinary claim beside {beside}")
        for claim in preferred:
            mark = fingerprint("ordinary", str(claim.fingerprint))
            self.new.append(replace(NewClaim.again(claim), rank=Rank.NORMAL, fingerprint=mark))

    def write(self, subject: str = "") -> None:
        """Withdraw, state and settle; refused where anything of it is about whoever does it."""
        require(may_keep(bool(self.touched & own_numbers(self.by.voice))))
        for why, claims in self.gone.items():
            withdraw(claims, by=self.by, why=why, subject=subject)
        if self.new:
            state(self.new, by=self.by, subject=subject)
        settle(self.touched, by=self.by)


@deed("keeping.edit.entered", _("A fact entered"), _("%(who)s entered “%(prop)s” for %(record)s: %(value)s"))
def enter(line: Line, ref: str, entry: Entry, leads: bool, seen: int, read_on: date | None = None) -> None:
    """Say one thing of a subject with its source; with `leads` it becomes the value that the card shows.

    Nothing is overwritten: what was said before stands on. An earlier preference of the same property stands on as an
    ordinary claim. Refused where someone else has changed the property since the deed `seen`.
    """
    about = numbers([ref, *([entry.target] if entry.target else [])])
    require(unchanged_since(seen, newest(about[ref], entry.prop)))
    before = shown(about[ref], entry.prop, entry.lang)
    hand = Hand(Doer(line.deed.voice, line.deed.hat))
    if leads and (not PROPERTIES[entry.prop].many or PROPERTIES[entry.prop].per_language):
        hand.step_back(preferred(about[ref], entry.prop, entry.lang), entry.value)
    source = describe_sources([entry.source], source_rules(settings.PACK), read_on, by=hand.by)[entry.source]
    rank = Rank.PREFERRED if leads else Rank.NORMAL
    hand.say(entry, about[ref], about.get(entry.target), source, rank)
    hand.write(ref)
    after = shown(about[ref], entry.prop, entry.lang)
    line.details.update(
        prop=entry.prop, value=entry.value, source=entry.source, leads=leads, before=before, after=after
    )


@deed(
    "keeping.edit.withdrawn",
    _("A fact withdrawn"),
    _("%(who)s withdrew “%(prop)s” of %(record)s: %(value)s"),
)
def take_back(line: Line, ref: str, claim: int, seen: int) -> None:
    """Withdraw one claim with the reason that the deed gives; it stays to be read, and the card is settled anew."""
    found = standing_claim(claim)
    if found is None:
        raise LookupError(claim)
    require(unchanged_since(seen, newest(found.subject_id, found.prop)))
    before = shown(found.subject_id, found.prop, found.lang)
    hand = Hand(Doer(line.deed.voice, line.deed.hat))
    hand.take([found], line.deed.why)
    hand.write(ref)
    after = shown(found.subject_id, found.prop, found.lang)
    line.details.update(prop=found.prop, value=found.value, claim=claim, before=before, after=after)


@deed("keeping.edit.begun", _("A record begun"), _("%(who)s began a record: %(ref)s"))
def begin(line: Line, kind: str, entries: list[Entry]) -> str:
    """Begin a record with the first things that are said of it; give its number."""
    wait_turn(f"numbers of {kind}")
    [ref] = next_numbers(kind, 1)
    hand = Hand(Doer(line.deed.voice, line.deed.hat))
    about = begin_subjects([(ref, kind)], "hand", by=hand.by)
    sources = describe_sources({entry.source for entry in entries}, source_rules(settings.PACK), by=hand.by)
    for entry in entries:
        hand.say(entry, about[ref], about.get(entry.target), sources[entry.source], Rank.NORMAL)
    hand.write(ref)
    line.details.update(ref=ref, kind=kind)
    return ref
