"""Who is proposed, and what becomes of them."""

from collections.abc import Collection, Mapping

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.notice.letters import tell
from kinoqor.accounts.notice.queries import number_of
from kinoqor.accounts.notice.words import Notice
from kinoqor.keeping.correction.rules import may_judge
from kinoqor.keeping.edit.queries import meant, next_numbers
from kinoqor.keeping.edit.rules import Entry
from kinoqor.keeping.newcomer import queries, rules
from kinoqor.keeping.newcomer.models import Newcomer
from kinoqor.keeping.newcomer.rules import Person
from kinoqor.keeping.newcomer.words import NO_SOURCE, PRE, Fate, Ground
from kinoqor.keeping.twin.actions import judge_pair
from kinoqor.keeping.twin.queries import own_numbers
from kinoqor.kit.names import script_of
from kinoqor.kit.turn import wait_turn
from kinoqor.kit.verdict import YES, no, require
from kinoqor.ledger.deed.actions import Doer, Line, deed
from kinoqor.register.claim.actions import NewClaim, publish, state, withdraw
from kinoqor.register.claim.actions import propose as propose_claims
from kinoqor.register.claim.words import Rank
from kinoqor.register.identity.words import Judged
from kinoqor.register.intake.actions import settle
from kinoqor.register.intake.adapters.pack import source_rules
from kinoqor.register.source.actions import describe_sources
from kinoqor.register.subject.actions import begin_subjects
from kinoqor.register.subject.words import Kind

WRITTEN = "keeping/newcomer/written/"


@deed(
    "keeping.newcomer.proposed",
    _("A person proposed to the register"),
    _("%(who)s proposed a person to the register: %(ref)s"),
)
def propose(line: Line, person: Person, organisation: int, besides: Collection[str] = ()) -> str:
    """Propose a person for an application of an organisation; give the number under which they wait, seen by nobody.

    `besides` are the look-alikes of the register (by number) that were seen and are somebody else.
    """
    require(rules.may_be_called(person.names))
    require(rules.may_be_born(person.born, timezone.localdate().year))
    wait_turn(f"numbers of {Kind.PERSON}")  # also so that nobody is proposed twice at once
    waiting = queries.waiting_of(organisation).values()
    require(rules.may_come_again(any(rules.same_person(person, each) for each in waiting)))
    require(rules.may_come(*queries.counted(organisation)))
    require(rules.may_be_new([each.card.ref for each in queries.look_alikes(person)], besides))
    by = _by(line)
    [ref] = next_numbers(Kind.PERSON, 1)
    about = begin_subjects([(ref, Kind.PERSON)], "hand", by=by)[ref]
    propose_claims(_claims(about, person, person.source, f"{PRE}{ref}", by), by=by, subject=ref)
    Newcomer.objects.create(
        subject_id=about, organisation_id=organisation, proposer=by.voice, known_for=person.known_for, made=line.deed
    )  # fmt: skip
    line.details["ref"] = ref
    return ref


@deed(
    "keeping.newcomer.taken",
    _("A proposed person taken into the register"),
    _("%(who)s took a proposed person into the register: %(ref)s"),
)
def take(line: Line, number: int, source: str, besides: Collection[str] = ()) -> None:
    """Take a newcomer into the register on a source; what was proposed counts from now on, and the proposer is told.

    Where the source is not the one that the applicant gave, all is said anew by whoever takes them, and what was
    proposed is withdrawn.
    """
    newcomer = _open(line, number)
    require(rules.may_be_taken(source))
    ref = newcomer.subject.ref
    [person] = queries.people([newcomer]).values()
    require(rules.may_be_new([each.card.ref for each in queries.look_alikes(person)], besides))
    by = _by(line)
    if source == person.source:
        publish(_numbers(newcomer), by=by, subject=ref)
    else:
        withdraw(_numbers(newcomer), by=by, why=f"said again by {source}", subject=ref)
        state(_claims(newcomer.subject_id, person, source, by.voice, by), by=by, subject=ref)
    settle({newcomer.subject_id}, by=by)
    _judge(line, newcomer, Fate.TAKEN, "", {"ref": ref})


@deed(
    "keeping.newcomer.known",
    _("A proposed person found in the register"),
    _("%(who)s found that the proposed person %(ref)s is %(other)s"),
)
def find_known(line: Line, number: int, known: str) -> None:
    """A newcomer is somebody whom the register knows, by number; the deed's `why` says what shows it.

    Both are judged to be the same, so that whatever names the newcomer leads to the record; what was proposed is
    withdrawn, since the record speaks for itself.
    """
    newcomer = _open(line, number)
    found = meant(known)
    missing = no(_("The register has no such person."), way=_("Write the number of a person, such as p012."))
    taken = found is not None and found.kind == Kind.PERSON and found.pk != newcomer.subject_id
    # Another newcomer who waits is nobody yet, and is not named by this answer.
    require(YES if taken and found is not None and hasattr(found, "card") else missing)
    assert found is not None
    require(may_judge(newcomer.proposer, line.deed.voice, found.pk in own_numbers(line.deed.voice)))
    ref, by = newcomer.subject.ref, _by(line)
    withdraw(_numbers(newcomer), by=by, why=f"the same as {found.ref}", subject=ref)
    judge_pair(newcomer.subject_id, found.pk, Judged.SAME, by=by, subject=found.ref, why=line.deed.why)
    line.details["other"] = found.ref
    _judge(line, newcomer, Fate.SAME, "", {"ref": found.ref})


@deed(
    "keeping.newcomer.refused",
    _("A proposed person not taken"),
    _("%(who)s did not take a proposed person into the register: %(ref)s"),
)
def refuse(line: Line, number: int, ground: Ground) -> None:
    """Do not take a newcomer, on a ground, with the deed's words beside it; the proposer is told, nothing is seen."""
    newcomer = _open(line, number)
    ref = newcomer.subject.ref
    withdraw(_numbers(newcomer), by=_by(line), why=line.deed.why or str(ground), subject=ref)
    _judge(line, newcomer, Fate.REFUSED, ground, {"ground": Ground(ground).label, "words": line.deed.why})


@deed(
    "keeping.newcomer.taken_back",
    _("A proposal of a person taken back"),
    _("%(who)s took back the proposal of a person to the register: %(ref)s"),
)
def take_back(line: Line, ref: str, organisation: int) -> None:
    """The company that proposed a newcomer takes the proposal back while it waits; what was said of them is withdrawn."""
    found = queries.of_company(organisation, [ref]).get(ref)
    require(YES if found else no(_("Your company has proposed nobody under this number."), hidden=True))
    assert found is not None
    newcomer = queries.held(found.pk)
    require(rules.may_be_taken_back(newcomer.fate == Fate.OPEN))
    withdraw(_numbers(newcomer), by=_by(line), why="taken back by the applicant", subject=ref)
    newcomer.fate, newcomer.judged = Fate.BACK, line.deed
    newcomer.save(update_fields=["fate", "judged"])
    line.details["ref"] = ref


def _claims(about: int, person: Person, address: str, sender: str, by: Doer) -> list[NewClaim]:
    """What is said of a person, as claims of one source (which is described first) and sender."""
    address = address or NO_SOURCE
    source = describe_sources([address], source_rules(settings.PACK), by=by)[address]
    said = [
        Entry("name", name.text, address, lang=name.lang, script=script_of(name.text))
        for name in person.names
    ]
    if person.born:
        said.append(Entry("birth", str(person.born), address))
    return [
        NewClaim(
            about, each.prop, each.value, source, sender, each.mark(Rank.NORMAL, sender),
            lang=each.lang, script=each.script,
        )
        for each in said
    ]  # fmt: skip


def _open(line: Line, number: int) -> Newcomer:
    newcomer = queries.held(number)
    answered = no(
        _("This proposal has been answered already."), way=_("Go on with the others"), to="newcomers"
    )
    require(YES if newcomer.fate == Fate.OPEN else answered)
    require(may_judge(newcomer.proposer, line.deed.voice, False))
    return newcomer


def _numbers(newcomer: Newcomer) -> list[int]:
    return list(queries.claims_of(newcomer.subject_id).values_list("pk", flat=True))


def _judge(line: Line, newcomer: Newcomer, fate: Fate, ground: str, more: Mapping[str, object]) -> None:
    """Write down the answer, and tell whoever proposed."""
    newcomer.fate, newcomer.ground, newcomer.judged = fate, ground, line.deed
    newcomer.save(update_fields=["fate", "ground", "judged"])
    line.details["ref"] = newcomer.subject.ref
    user = number_of(newcomer.proposer)
    if user:
        [person] = queries.people([newcomer]).values()
        said = {"value": person.called(""), **more}
        tell(line, user, Notice.ANSWER, f"{WRITTEN}{fate}", said, newcomer.subject.ref)


def _by(line: Line) -> Doer:
    return Doer(line.deed.voice, line.deed.hat)
