"""What stands behind the addresses that ask for a thing: of each kind one's own, somebody else's, one about oneself.

A new room adds one function to ROOMS. It is called for everyone who may stand before a door (None: nobody) and gives, by
the name of the address, which thing it is ("own", "other's", "about oneself", or its state) and what names it there. The
matrix of the one door, the walk over all pages and the tests over all forms ask every address with these things.
"""

from collections.abc import Callable, Mapping
from datetime import date
from itertools import count

from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress, EmailConfirmationHMAC
from allauth.account.utils import user_pk_to_url_str
from allauth.usersessions.models import UserSession
from django.utils import timezone

from kinoqor.accounts.organisation.words import OrganisationKind
from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.models import User
from kinoqor.keeping.correction.actions import accept, propose
from kinoqor.keeping.edit.rules import Entry
from kinoqor.keeping.newcomer.actions import propose as propose_person
from kinoqor.keeping.newcomer.actions import refuse as refuse_person
from kinoqor.keeping.newcomer.models import Newcomer
from kinoqor.keeping.newcomer.rules import Name, Person
from kinoqor.keeping.newcomer.words import Ground
from kinoqor.keeping.series.actions import make as make_series
from kinoqor.keeping.series.actions import undo
from kinoqor.keeping.series.queries import newest_deed
from kinoqor.keeping.series.rules import Change
from kinoqor.keeping.series.words import Do
from kinoqor.keeping.twin.actions import judge_pair, take_judgement_back
from kinoqor.ledger.deed.actions import Line
from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.letter.letters import Receiver, Words, write_letter
from kinoqor.ledger.letter.models import Sending
from kinoqor.ledger.letter.words import State
from kinoqor.register.claim.queries import standing
from kinoqor.register.identity.models import Judgement
from kinoqor.register.identity.words import Judged
from kinoqor.register.subject.models import Subject
from tests import make, people
from tests.house.decided import DECIDED
from tests.house.funded import FUNDED
from tests.house.judged import JUDGED
from tests.house.ordered import ORDERED
from tests.house.routes import Kwargs
from tests.house.sent import SENT
from tests.keeping.load import tables
from tests.keeping.load.sending import loaded, sent
from tests.make import BY
from tests.passkeys import Passkey

ANY, OWN, OTHERS, ONESELF = "any", "own", "other's", "about oneself"
Things = Mapping[str, Mapping[str, Kwargs]]
Maker = Callable[[User | None, User], Things]
FILM = "f901"  # stands in the register of tests/house/register.py
_numbers = count(1)


def letters(user: User | None, other: User) -> Things:
    """Letters to oneself and to somebody else; one of them could not be sent."""
    found = {OTHERS: {"number": _letter(other)}}
    failed = _letter(other)
    Sending.objects.filter(pk=failed).update(state=State.FAILED)
    if user:
        found[OWN] = {"number": _letter(user)}
    return {"letter": found, "letter-again": {**found, "failed": {"number": failed}}}


def _letter(user: User) -> int:
    line = Line(Deed.objects.create(at=timezone.now(), code="tests.house.wrote", voice="tests"))
    to = Receiver(user.doer.voice, user.email, "en")
    values = {"name": user.name, "what": "Test"}
    return write_letter(line, to, Words("security", "accounts/signin/written/secured"), values).pk


def seats(user: User | None, other: User) -> Things:
    """Seats, the organisations in which they are held, and those who hold them."""
    term = people.Term(date(2020, 1, 1), date(2020, 1, next(_numbers) % 28 + 1))
    over = people.seated(Role.EXHIBITOR, people.user(), term)
    held = people.seated(Role.EXHIBITOR, people.user())
    named = {OTHERS: {"number": held.pk}, "over": {"number": over.pk}}
    whose = {OTHERS: {"number": other.pk}}
    if user:
        whose[OWN] = {"number": user.pk}
        own = user.seats.order_by("pk").first()
        named |= {OWN: {"number": own.pk}} if own else {}
    return {"seat": named, "holder": whose, "body": {ANY: {"number": held.organisation_id}}}


def safety(user: User | None, other: User) -> Things:
    """Sessions and passkeys."""
    keys, open_now = {OTHERS: {"pk": _passkey(other)}}, {OTHERS: {"number": _session(other)}}
    if user:
        keys[OWN], open_now[OWN] = {"pk": _passkey(user)}, {"number": _session(user)}
    whose = {OTHERS: {"number": other.pk}} | ({OWN: {"number": user.pk}} if user else {})
    return {
        "session-end": open_now, "person-sessions-end": whose, "mfa_edit_webauthn": keys, "mfa_remove_webauthn": keys,
    }  # fmt: skip


def entrance(user: User | None, other: User) -> Things:
    """The secret addresses of letters: one that confirms an address, one that sets a password."""
    address = EmailAddress.objects.create(user=other, email=f"second{next(_numbers)}@example.org")
    setting = {"uidb36": user_pk_to_url_str(other), "key": default_token_generator.make_token(other)}
    return {
        "account_confirm_email": {"of a letter": {"key": EmailConfirmationHMAC(address).key}},
        "account_reset_password_from_key": {"of a letter": setting},
    }


def _passkey(user: User) -> int:
    return Passkey().kept(user).pk


def _session(user: User) -> int:
    browser = people.client(user)
    return UserSession.objects.get(session_key=browser.session.session_key).pk


def desk(user: User | None, other: User) -> Things:
    """Cards at the desk, and claims that may be withdrawn."""
    card, prop = {ANY: {"ref": FILM}}, {ANY: {"ref": FILM, "prop": "year"}}
    claim = {ANY: {"number": standing().filter(subject__ref=FILM).latest("pk").pk}}
    if user:
        about = standing().filter(subject__ref=user.person_ref).latest("pk").pk
        card[ONESELF] = {"ref": user.person_ref}
        prop[ONESELF] = {"ref": user.person_ref, "prop": "birth"}
        claim[ONESELF] = {"number": about}
    return {
        "card-edit": card, "card-here": card, "card-fact": prop, "claim-withdraw": claim,
        "card-new": {ANY: {"kind": "film"}}, "propose": {ANY: {"ref": FILM}},
        "propose-fact": {ANY: {"ref": FILM, "prop": "year"}},
    }  # fmt: skip


def proposals(user: User | None, other: User) -> Things:
    """Proposals of strangers, of somebody else, one's own, and about oneself; their private addresses."""
    secret, answered = f"secret{next(_numbers)}", _proposal(None)
    made = {"stranger's": {"number": _proposal(None, secret=secret)}, OTHERS: {"number": _proposal(other)}}
    accept(answered, by=BY)
    made["answered"] = {"number": answered}
    if user:
        made[OWN] = {"number": _proposal(user)}
        made[ONESELF] = {"number": _proposal(other, user.person_ref, "birth")}
    theirs = {which: made[which] for which in (OWN, OTHERS) if which in made}
    return {
        "proposal": made, "proposal-accept": made, "own-proposal": theirs,
        "receipt": {"private address": {"secret": secret}},
    }  # fmt: skip


def deeds(user: User | None, other: User) -> Things:
    """Lines of the journal: somebody else's work on the register and on their own account, and one's own."""
    found = {
        "other's, on the register": {"number": _deed(other, "keeping.edit.entered", FILM)},
        "other's, on their account": {"number": _deed(other, "accounts.signin.secured")},
    }
    if user:
        found[OWN] = {"number": _deed(user, "accounts.signin.secured")}
        found[ONESELF] = {"number": _deed(other, "keeping.correction.proposed", user.person_ref)}
    return {"deed": found}


def _deed(user: User, code: str, subject: str = "") -> int:
    details = {"prop": "year", "value": "1999"} if subject else {"user": user.pk, "change": ""}
    voice, now = user.doer.voice, timezone.now()
    return Deed.objects.create(at=now, code=code, voice=voice, subject=subject, details=details).pk


def _proposal(user: User | None, ref: str = FILM, prop: str = "year", secret: str = "") -> int:
    number = next(_numbers)
    entry = Entry(prop, str(number % 900 + 1100), f"https://said.example/{number}")
    voice = user.doer.voice if user else ""
    made: int = propose(ref, entry, voice, "", secret or f"secret{number}", by=BY, subject=ref)
    return made


def newcomers(user: User | None, other: User) -> Things:
    """People proposed to the register: by somebody else, by oneself, and one who was not taken."""
    refused = _newcomer(other)
    refuse_person(refused["number"], Ground.PRIVATE, by=BY)
    found = {OTHERS: _newcomer(other), "answered": refused} | ({OWN: _newcomer(user)} if user else {})
    return {"newcomer": found}


def _newcomer(user: User) -> dict[str, int]:
    where = people.body(OrganisationKind.COMPANY, f"Proposing company {next(_numbers)}")
    ref = propose_person(Person((Name("Synaq Zhanauly", "en"),)), where.pk, by=user.doer)
    return {"number": Newcomer.objects.get(subject__ref=ref).pk}


def twins(user: User | None, other: User) -> Things:
    """Pairs of records, one of them with oneself; judgements that stand and one that was taken back."""
    pair = {ANY: {"one": FILM, "other": _film()}}
    over = _judgement(other.person_ref)
    take_judgement_back(over, by=BY, why="another person")
    made = {ANY: {"number": _judgement(other.person_ref)}, "taken back": {"number": over}}
    of = {ANY: {"ref": FILM}}
    if user:
        pair[ONESELF] = {"one": user.person_ref, "other": other.person_ref}
        made[ONESELF] = {"number": _judgement(user.person_ref)}
        of[ONESELF] = {"ref": user.person_ref}
    return {"twin": pair, "twin-of": of, "judgement": made}


def _film() -> str:
    film = make.film(f"f8{next(_numbers):05d}")
    make.settled(film)
    return film.ref


def _judgement(ref: str) -> int:
    like = make.person(f"p8{next(_numbers):05d}")
    make.settled(like)
    one = Subject.objects.get(ref=ref)
    judge_pair(one.pk, like.pk, Judged.UNSURE, by=BY, why="one name")
    return Judgement.objects.latest("pk").pk


def series(user: User | None, other: User) -> Things:
    """Series of one film: one that stands, one that was undone."""
    over = _series()
    undo(over, by=BY, why="Another list.")
    made = {ANY: {"number": _series()}, "undone": {"number": over}}
    return {"series-one": made, "series-undo": made}


def _series() -> int:
    entry = Entry("genre", "drama", f"https://said.example/list{next(_numbers)}")
    change = Change(Do.ADD, "genre", "", entry)
    made: int = make_series("work", change, [FILM], newest_deed(), by=BY, why="The list says so.")
    return made


def loads(user: User | None, other: User) -> Things:
    """Files of the organisation in which one sits and of another one; one of them is loaded."""
    elsewhere = people.body(OrganisationKind.ARCHIVE, "Another archive").pk
    found = {OTHERS: {"number": _load(elsewhere)}}
    seat = user.seats.order_by("pk").first() if user else None
    if seat:
        found[OWN] = {"number": _load(seat.organisation_id)}
        found["loaded"] = {"number": _load(seat.organisation_id, take=True)}
    steps = (
        "",
        "-columns",
        "-doubts",
        "-confirm",
        "-withdraw",
        "-aside",
        "-again",
        "-back",
        "-progress-json",
    )
    example = {ANY: {"kind": "film", "form": "csv"}}
    return {**{f"load{step}": found for step in steps}, "load-example": example}


def _load(organisation: int, take: bool = False) -> int:
    """A file of three rows: a good one, a doubtful one, a bad one."""
    number = next(_numbers)
    body = [tables.good(number), tables.good(number), tables.bad(number)]
    return (loaded if take else sent)(body, organisation=organisation)


ROOMS: tuple[Maker, ...] = (
    letters,
    seats,
    safety,
    entrance,
    desk,
    proposals,
    newcomers,
    twins,
    series,
    deeds,
    loads,
    *FUNDED,
    *JUDGED,
    *DECIDED,
    *ORDERED,
    *SENT,
)


def things(user: User | None, other: User) -> dict[str, dict[str, Kwargs]]:
    """Route -> which thing -> what names it in the address, for one person beside another."""
    return {name: dict(kinds) for room in ROOMS for name, kinds in room(user, other).items()}
