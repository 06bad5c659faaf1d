"""How people come to work on one file, and leave it."""

from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.notice.letters import tell, tell_address
from kinoqor.accounts.notice.queries import number_of
from kinoqor.accounts.notice.words import Notice
from kinoqor.accounts.user.queries import by_address, names_of
from kinoqor.funding.hand import queries, rules
from kinoqor.funding.hand.models import Hand
from kinoqor.funding.hand.words import Right
from kinoqor.kit.verdict import YES, no, require
from kinoqor.ledger.deed.actions import Line, deed

WRITTEN = "funding/hand/written/"


@deed(
    "funding.hand.opened",
    _("A file given to its first hand"),
    _("%(who)s has the right “%(right)s” on %(file)s"),
)
def open_hand(line: Line, holder: str, user: int, right: str) -> None:
    """The first hand of a file: whoever began it."""
    Hand.objects.create(holder=holder, user_id=user, right=right, made=line.deed)
    line.details.update(file=holder, right=right)


@deed(
    "funding.hand.invited",
    _("Somebody invited to a file"),
    _("%(who)s invited somebody to %(file)s: %(right)s"),
)
def invite(
    line: Line, holder: str, held: str, right: str, address: str, secret: str, link: str, called: str
) -> int:
    """Invite somebody by e-mail, whether or not they have an account; `held` is the inviter's own right.

    `link` is the private address, `called` how the file is called in the letter.
    """
    waiting = queries.hands_on(holder).select_for_update(of=("self",))
    same = next((one for one in waiting if one.address == address), None)
    require(no(_("An invitation to this address waits already.")) if same else YES)
    require(rules.may_share(held, right, len(waiting), queries.count_invitation(line.deed.voice)))
    made = Hand.objects.create(
        holder=holder, address=address, secret=queries.hashed(secret), right=right, made=line.deed
    )
    voice = line.deed.voice
    said = {
        "link": link,
        "called": called,
        "by": names_of([voice])[voice],
        "right": str(right),
    }
    known = by_address(address)
    if known:
        tell(line, known.pk, Notice.FILE, WRITTEN + "invited", said, holder)
    else:
        tell_address(line, address, None, WRITTEN + "invited", said, Notice.FILE, holder)
    line.details.update(file=holder, right=right)
    return made.pk


@deed("funding.hand.taken", _("An invitation taken"), _("%(who)s took the invitation to %(file)s: %(right)s"))
def take(line: Line, secret: str) -> str:
    """Take an invitation; give the name of the file. A second invitation raises the right of who has one already."""
    found = queries.invited(secret)
    user = number_of(line.deed.voice)
    gone = no(_("This invitation was taken or taken back."), way=_("Ask whoever sent it for a new one."))
    require(YES if found and user else gone)
    assert found is not None and user is not None
    require(rules.may_take(found.made.at, line.deed.at))
    held = queries.right_of_user(user, found.holder)
    line.details.update(file=found.holder, right=found.right)
    if held and rules.allows(held, found.right):
        found.ended = line.deed
    else:
        Hand.objects.filter(holder=found.holder, user=user, ended=None).update(ended=line.deed)
        found.user_id = user
    found.address = found.secret = ""
    found.save(update_fields=["user", "address", "secret", "ended"])
    return found.holder


@deed(
    "funding.hand.ended",
    _("A right on a file taken back"),
    _("%(who)s took back a right on %(file)s: %(right)s"),
)
def end(line: Line, holder: str, held: str, hand: int) -> None:
    """Take a right or an invitation back; `held` is the right of who does it."""
    listed = list(queries.hands_on(holder).select_for_update(of=("self",)))
    found = next((one for one in listed if one.pk == hand), None)
    require(YES if found else no(_("This right was taken back already.")))
    assert found is not None
    filers = [one for one in listed if one.right == Right.FILE and one.user_id]
    own = found.user_id is not None and found.user_id == number_of(line.deed.voice)
    require(rules.may_end(held, found.right, own, filers == [found]))
    found.ended = line.deed
    found.address = found.secret = ""
    found.save(update_fields=["ended", "address", "secret"])
    line.details.update(file=holder, right=found.right)


@deed(
    "funding.hand.lapsed",
    _("Invitations that nobody took ended"),
    _("%(who)s ended invitations that nobody took, and erased their addresses: %(invitations)s"),
)
def end_old(line: Line) -> int:
    """End the invitations that are too old to be taken, and erase where they were sent; give how many."""
    old = queries.too_old(line.deed.at).values_list("pk", flat=True)
    count = Hand.objects.filter(pk__in=list(old)).update(ended=line.deed, address="", secret="")
    line.details["invitations"] = count
    return count
