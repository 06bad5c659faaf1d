"""What is declared, feared, reported, found and decided of conflicts of interest."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict

from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.notice.queries import number_of
from kinoqor.funding.conflict import letters, queries, rules
from kinoqor.funding.conflict.models import Conflict, Decision
from kinoqor.funding.conflict.words import Conflict as Found
from kinoqor.funding.conflict.words import Kind, Status, Voice
from kinoqor.kit.batch import batched
from kinoqor.kit.verdict import YES, no, require
from kinoqor.ledger.deed.actions import Line, deed

AT_ONCE = 500  # rows in one question to the database


@deed(
    "funding.conflict.declared",
    _("A conflict of interest declared"),
    _("%(who)s declared a conflict of interest with application %(application)s"),
)
def declare(line: Line, application: int, holder: str, kind: Kind, words: str) -> int:
    """Somebody says that they cannot judge a file; it is shut to them from now on. Number of the conflict."""
    user = number_of(line.deed.voice)
    require(YES if user else no(_("Whoever declares a conflict must have an account.")))
    require(rules.may_say(kind, words))
    line.details.update(application=application)
    return _made(line, user or 0, rules.declared(str(user), holder, Voice.MEMBER, words, kind), holder)


@deed(
    "funding.conflict.reported",
    _("A conflict of interest reported"),
    _("%(who)s reported a conflict of interest with application %(application)s"),
)
def report(line: Line, application: int, holder: str, user: int, kind: Kind, words: str) -> int:
    """Somebody says that another person cannot judge a file; it is shut until someone decides. Number of the conflict."""
    require(rules.may_report(number_of(line.deed.voice), user))
    require(rules.may_say(kind, words))
    line.details.update(application=application)
    return _made(line, user, rules.declared(str(user), holder, Voice.REPORT, words, kind), holder)


@deed(
    "funding.conflict.feared",
    _("A reader named whom an applicant fears"),
    _("%(who)s named somebody who shall not read application %(application)s"),
)
def fear(line: Line, application: int, holder: str, user: int, most: int) -> int:
    """An applicant names somebody who shall not read their file, `most` at most; no reason is asked. Number of it."""
    named = [str(one.user_id) for one in queries.feared_of(holder)]
    require(rules.may_fear(named, str(user), most))
    line.details.update(application=application)
    return _made(line, user, rules.declared(str(user), holder, Voice.APPLICANT, ""), holder)


def _made(line: Line, user: int, said: Found, holder: str) -> int:
    key = rules.key(said)
    same = queries.standing().filter(user=user, holder=holder, key=key).first()
    require(no(_("This conflict is known already.")) if same else YES)
    made = _written(line, user, said, key)
    made.save()
    return made.pk


def _written(line: Line, user: int, said: Found, key: str) -> Conflict:
    path = [asdict(step) | {"roles": list(step.roles)} for step in said.path]
    return Conflict(
        holder=said.file, user_id=user, kind=said.kind, grade=said.grade, voice=said.voice, path=path, age=said.age,
        weight=said.weight, words=said.words, key=key, made=line.deed,
    )  # fmt: skip


@deed(
    "funding.conflict.taken_back",
    _("A declared conflict of interest taken back"),
    _("%(who)s took back what they had declared of application %(application)s"),
)
def take_back(line: Line, application: int, number: int, drawn: bool) -> None:
    """Take back what one has declared or, as applicant, feared; `drawn` says whether the readers are drawn already."""
    found = queries.held(number)
    own = found.voice == Voice.MEMBER and found.user_id == number_of(line.deed.voice)
    require(rules.may_take_back(own or found.voice == Voice.APPLICANT, found.gone_id is not None, drawn))
    found.gone = line.deed
    found.save(update_fields=["gone"])
    line.details.update(application=application)


@deed(
    "funding.conflict.found",
    _("The register searched for conflicts of interest"),
    _("%(who)s searched the register for conflicts of interest: %(new)s new, %(dropped)s no more"),
)
def found(
    line: Line, among: Iterable[str], users: Mapping[str, int], conflicts: Iterable[Found]
) -> tuple[int, int]:
    """Write down what a look has found of these files (`among`, by name); (new, gone).

    `users` gives the account of each reader of the law. What stood there and is found no more is gone; what is found
    again keeps its decision. Conflicts that a person has declared or reported are left as they are.
    """
    names = list(among)
    known = {
        (one.holder, one.user_id, one.key): one
        for one in queries.standing().filter(holder__in=names, voice=Voice.REGISTER, user__in=users.values())
    }
    seen = {(each.file, users[each.reader], rules.key(each)): each for each in conflicts}
    over = [one.pk for key, one in known.items() if key not in seen]
    for some in batched(over, AT_ONCE):
        Conflict.objects.filter(pk__in=some).update(gone=line.deed)
    new = [(key, each) for key, each in seen.items() if key not in known]
    Conflict.objects.bulk_create([_written(line, user, each, key) for (_h, user, key), each in new], AT_ONCE)
    line.details.update(new=len(new), dropped=len(over))
    return len(new), len(over)


@deed(
    "funding.conflict.decided",
    _("A conflict of interest decided"),
    _("%(who)s decided a conflict of interest with application %(application)s: %(judged)s"),
)
def decide(line: Line, application: int, number: int, status: Status, involved: frozenset[str]) -> None:
    """Uphold or dismiss a conflict; the deed's why is the reason. `involved` are the accounts of the file's company."""
    one = queries.held(number)
    require(rules.may_be_decided(one.gone_id is not None, status))
    said = queries.as_said(one)
    require(rules.may_decide(said, str(number_of(line.deed.voice)), involved, line.deed.why))
    require(rules.may_dismiss(said) if status == Status.DISMISSED else YES)
    Decision.objects.create(conflict=one, status=status, deed=line.deed)
    letters.tell_decided(line, one, application, status)
    line.details.update(application=application, judged=str(status))
