"""What people choose to be told."""

from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.notice.letters import tell
from kinoqor.accounts.notice.models import Choice
from kinoqor.accounts.notice.queries import number_of
from kinoqor.accounts.notice.rules import may_choose
from kinoqor.accounts.notice.words import Manner, Notice
from kinoqor.kit.verdict import require
from kinoqor.ledger.deed.actions import Doer, Line, deed
from kinoqor.ledger.letter.actions import name_in_daily
from kinoqor.ledger.letter.queries import held


@deed(
    "accounts.notice.chosen",
    _("A notice chosen"),
    _("%(who)s chose how a notice comes: %(notice)s, %(manner)s"),
)
def choose(line: Line, user: int, notice: Notice, manner: Manner) -> None:
    """Choose how a kind of notice comes."""
    require(may_choose(notice))
    line.details.update(user=user, notice=str(notice), manner=str(manner))
    Choice.objects.update_or_create(user_id=user, notice=notice, defaults={"manner": manner})


@deed(
    "accounts.notice.forgotten",
    _("Choices of notices forgotten"),
    _("%(who)s forgot which notices %(user)s had chosen"),
)
def forget_choices(line: Line, user: int) -> None:
    """Forget what an erased person had chosen to be told."""
    line.details["user"] = user
    Choice.objects.filter(user=user).delete()


@deed(
    "accounts.notice.daily_written",
    _("A daily letter written"),
    _("%(who)s wrote a daily letter; letters named in it: %(letters)s"),
)
def write_daily(line: Line, voice: str) -> int:
    """Write the daily letter to one person: the subjects of what waited, each with the way to it; give how many."""
    waiting, user = list(held(voice)), number_of(voice)
    if not waiting or user is None:
        return 0
    named = {"letters": waiting, "n": len(waiting)}
    daily = tell(line, user, Notice.DAILY, "accounts/notice/written/daily", named)
    if daily is None:
        return 0
    name_in_daily([each.pk for each in waiting], daily, by=Doer(line.deed.voice))
    line.details.update(letters=len(waiting))
    return len(waiting)
