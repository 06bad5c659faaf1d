"""How bodies are made, who is appointed to them, and how it is kept who sat at a vote."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.notice.queries import number_of
from kinoqor.accounts.role.actions import end_seat, give_seat
from kinoqor.accounts.role.rules import Term
from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.actions import know_as
from kinoqor.accounts.user.queries import person
from kinoqor.funding.programme.queries import programme as programme_of
from kinoqor.judging.panel import letters, queries, rules
from kinoqor.judging.panel.models import Body, Member, Photograph
from kinoqor.judging.panel.rules import making
from kinoqor.judging.panel.rules.barring import turn_of
from kinoqor.judging.panel.words import Appointment, Ground, Making
from kinoqor.judging.panel.words import Member as Seated
from kinoqor.kit.turn import wait_turn
from kinoqor.kit.verdict import Refused, no, require
from kinoqor.ledger.deed.actions import Doer, Line, deed
from kinoqor.ledger.log.actions import write

NOBODY = no(_("Nobody here has this address. They open their account first."))
NO_PROGRAMME = no(_("There is no such programme."))


@deed("judging.panel.made", _("A body made"), _("%(who)s made the body %(body)s"))
def make_body(line: Line, programme: str, said: Making) -> str:
    """Make a council, a section or a commission of a programme by its act; gives its ref, made of its English name."""
    require(making.may_make(said))
    of = programme_of(programme)
    if of is None:
        raise Refused(NO_PROGRAMME)
    wait_turn("bodies")
    stem, number = slugify(said.name["en"])[:50] or said.kind, 1
    ref = stem
    while Body.objects.filter(ref=ref).exists():
        number += 1
        ref = f"{stem}-{number}"
    Body.objects.create(
        ref=ref, programme=of, kind=said.kind, name=dict(said.name), act=said.act.strip(), quorum=said.quorum,
        chair_breaks_ties=said.chair_breaks_ties, media=list(said.media), made=line.deed,
    )  # fmt: skip
    line.details.update(body=dict(said.name), panel=ref, programme=programme, quorum=said.quorum)
    return ref


@deed(
    "judging.panel.appointed",
    _("A member appointed"),
    _("%(who)s appointed %(user)s to the body %(body)s"),
)
def appoint(line: Line, body: str, asked: Appointment) -> int:
    """Give somebody a seat on a body, once nothing bars them by the register, their companies and the year's files.

    Gives the number of the membership. Refused with the first bar, its evidence and its clause; nobody waves it through.
    """
    of, someone, by = _held(body), person(asked.user), Doer(line.deed.voice, line.deed.hat)
    require(making.may_change(of.closed_id is not None))
    if someone is None or someone.erased:
        raise Refused(NOBODY)
    known_as = someone.person_ref
    require(making.same_record(known_as, asked.ref))
    require(making.may_read(asked.languages, asked.most))
    known = _looked(of, asked, known_as or asked.ref, someone.name, number_of(by.voice))
    term = Term(asked.since, asked.until)
    seat = give_seat(asked.user, asked.fund, Role.EXPERT, asked.act, term, by=by, subject=line.deed.subject)
    if asked.ref and not known_as:
        know_as(asked.user, asked.ref, by=by)
    made = Member.objects.create(
        body=of, seat=seat, chair=asked.chair, languages=list(asked.languages), most=asked.most, known=known,
        made=line.deed,
    )  # fmt: skip
    letters.tell_appointed(line, of, made)
    line.details.update(
        body=of.name,
        panel=of.ref,
        user=asked.user,
        seat=seat.pk,
        member=made.pk,
        chair=asked.chair,
        doubts=known["doubts"],
    )
    return made.pk


def _looked(of: Body, asked: Appointment, ref: str, name: str, viewer: int | None) -> dict[str, Any]:
    """What was known at the appointment; refused where something bars them, or a doubt was not looked into."""
    barred_by = queries.bar_rules(of.programme)
    opened = queries.openings(of.programme)
    known = queries.known_of(ref, asked.user, of.programme, asked.since, viewer, opened)
    turn = turn_of(opened, asked.since, known.rounds)
    found = rules.bars(known, barred_by, asked.since.year, turn)
    seated = [queries.seated(one) for one in queries.members().filter(body=of)]
    one = Seated(f"user:{asked.user}", asked.act, asked.since, asked.until, asked.chair)
    require(rules.may_appoint(one, found, seated))
    doubts = queries.doubts_of(ref, name, known, barred_by, asked.since.year)
    require(making.may_trust([each for each, _by in doubts], asked.looked))
    return {
        "ref": ref, "roles": {role: list(newest) for role, newest in known.roles.items()}, "owns": list(known.owns),
        "applies": list(known.applies), "rounds": list(known.rounds), "doubts": [str(each) for each, _by in doubts],
    }  # fmt: skip


def _held(ref: str) -> Body:
    """The body, held until the transaction ends, so that nobody else sits down meanwhile."""
    wait_turn(f"body {ref}")
    return Body.objects.select_related("programme").get(ref=ref)


@deed(
    "judging.panel.barred",
    _("A sitting member looked at again"),
    _("%(who)s found that other rules than before bar %(user)s from the body %(body)s"),
)
def find_barred(line: Line, member: int, grounds: Collection[Ground], day: date) -> None:
    """Write down on which grounds the rules bar somebody who sits (none where they bar them no more) and tell the
    officers of the fund. It ends no term: what a person has been given by an act, an act takes away.
    """
    found = Member.objects.select_related("body__programme", "seat").get(pk=member)
    before = queries.barred_now(day).get(member)
    require(making.may_be_told(before[1] if before else (), grounds))
    line.details.update(
        body=found.body.name, panel=found.body.ref, user=found.seat.user_id, member=member,
        grounds=[str(each) for each in sorted(grounds)],
    )  # fmt: skip
    letters.tell_barred(line, found, sorted(grounds), day)


@deed(
    "judging.panel.left",
    _("A membership ended"),
    _("%(who)s ended the term of %(user)s on the body %(body)s"),
)
def end_membership(line: Line, member: int, last: date) -> None:
    """End a term on a body with a last day; the deed's why is the act that ends it."""
    found = Member.objects.select_related("body__programme", "seat").get(pk=member)
    _held(found.body.ref)
    require(making.may_end(found.seat.until, timezone.localdate(), last, line.deed.why))
    end_seat(found.seat_id, last, by=Doer(line.deed.voice, line.deed.hat), why=line.deed.why)
    letters.tell_ended(line, found.body, found.seat.user_id, last, line.deed.why.strip())
    line.details.update(
        body=found.body.name,
        panel=found.body.ref,
        user=found.seat.user_id,
        seat=found.seat_id,
        member=member,
        day=last.isoformat(),
    )


@deed("judging.panel.closed", _("A body closed"), _("%(who)s closed the body %(body)s"))
def close_body(line: Line, body: str) -> None:
    """Close a body on which nobody has a seat any more; the deed's why is the act that closes it."""
    of = _held(body)
    sitting = queries.members_from(of, timezone.localdate()).count()
    require(making.may_close(of.closed_id is not None, sitting))
    require(making.may_say_act(line.deed.why))
    of.closed = line.deed
    of.save(update_fields=["closed"])
    line.details.update(body=of.name, panel=body)


@deed(
    "judging.panel.photographed",
    _("The make-up of a body kept"),
    _("%(who)s kept who sat on the body %(body)s at a vote"),
)
def photograph(line: Line, body: int, about: str, day: date, shut_out: Collection[int] = ()) -> int:
    """Keep who sits on a body on the day of a vote on `about` ("opening:3"), and which accounts have no vote in it.

    Gives the number of the photograph; its digest is `rules.photograph`'s. Nobody can change it afterwards.
    """
    of = Body.objects.get(pk=body)
    wait_turn(f"body {of.ref}")
    require(making.may_photograph(about, Photograph.objects.filter(body=of, about=about).exists()))
    there = {f"user:{one.seat.user_id}": one for one in queries.members_on(of, day)}
    taken = rules.photograph(
        queries.lawful(of), [queries.seated(one) for one in there.values()], day, {f"user:{each}" for each in shut_out}
    )  # fmt: skip
    rows = [
        {
            "member": there[one.person].pk, "user": there[one.person].seat.user_id,
            "name": there[one.person].seat.user.name, "act": one.act, "since": one.since.isoformat(),
            "until": one.until.isoformat() if one.until else None, "chair": one.chair,
        }
        for one in taken.members
    ]  # fmt: skip
    out = sorted(int(each.partition(":")[2]) for each in taken.shut_out)
    made = Photograph.objects.create(
        body=of, about=about.strip(), day=day, members=rows, shut_out=out, digest=taken.digest, deed=line.deed
    )
    said = {"about": about.strip(), "day": day.isoformat(), "composition": taken.digest}
    write("body.photographed", of.ref, said, by=Doer(line.deed.voice, line.deed.hat))
    line.details.update(
        body=of.name, panel=of.ref, about=about.strip(), day=day.isoformat(), digest=taken.digest
    )
    return made.pk
