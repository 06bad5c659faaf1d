"""What can happen to an invented application, step by step."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Step(TextChoices):
    """One step of a file; each is one of the real actions."""

    WRITE = "write", _("written")
    FILE = "file", _("filed")
    NOTIFY = "notify", _("notice sent")
    REPAIR = "repair", _("repaired")
    ADMIT = "admit", _("admitted")
    REFUSE = "refuse", _("refused")
    COMPLAIN = "complain", _("complaint made")
    UPHOLD = "uphold", _("complaint upheld")
    REJECT = "reject", _("complaint rejected")
    CHOOSE = "choose", _("chosen")
    PASS_OVER = "pass_over", _("passed over")
    WITHDRAW = "withdraw", _("withdrawn")
    LAPSE = "lapse", _("lapsed")


S = Step
_CHOSEN = (S.WRITE, S.FILE, S.ADMIT, S.CHOOSE)
_PACKAGE = (*_CHOSEN, S.WRITE, S.FILE)
# The ways of the files by the name that the pack gives each; a second WRITE begins the second stage.
PATHS: dict[str, tuple[Step, ...]] = {
    "draft": (S.WRITE,),
    "filed": (S.WRITE, S.FILE),
    "notice": (S.WRITE, S.FILE, S.NOTIFY),
    "overdue": (S.WRITE, S.FILE, S.NOTIFY),
    "repaired": (S.WRITE, S.FILE, S.NOTIFY, S.REPAIR),
    "admitted": (S.WRITE, S.FILE, S.ADMIT),
    "refused": (S.WRITE, S.FILE, S.REFUSE),
    "refused_late": (S.WRITE, S.FILE, S.NOTIFY, S.REFUSE),
    "complained": (S.WRITE, S.FILE, S.REFUSE, S.COMPLAIN),
    "upheld": (S.WRITE, S.FILE, S.REFUSE, S.COMPLAIN, S.UPHOLD),
    "rejected": (S.WRITE, S.FILE, S.REFUSE, S.COMPLAIN, S.REJECT),
    "withdrawn": (S.WRITE, S.FILE, S.WITHDRAW),
    "dropped": (S.WRITE, S.WITHDRAW),
    "lapsed": (S.WRITE, S.LAPSE),
    "not_chosen": (S.WRITE, S.FILE, S.ADMIT, S.PASS_OVER),
    "package_due": _CHOSEN,
    "package_filed": _PACKAGE,
    "package_notice": (*_PACKAGE, S.NOTIFY),
    "package_repaired": (*_PACKAGE, S.NOTIFY, S.REPAIR),
    "package_admitted": (*_PACKAGE, S.ADMIT),
    "package_refused": (*_PACKAGE, S.REFUSE),
    "package_complained": (*_PACKAGE, S.REFUSE, S.COMPLAIN),
    "package_withdrawn": (*_PACKAGE, S.WITHDRAW),
    "package_not_chosen": (*_PACKAGE, S.ADMIT, S.PASS_OVER),
}
OVERDUE = "overdue"  # whose notice went out so long ago that its term has run out

# Days from one step to the next; a refusal after a notice waits for the end of the term.
DAYS: dict[Step, float] = {
    S.NOTIFY: 2, S.REPAIR: 1, S.ADMIT: 2, S.REFUSE: 2, S.COMPLAIN: 1, S.UPHOLD: 1, S.REJECT: 1, S.CHOOSE: 5,
    S.PASS_OVER: 5, S.WITHDRAW: 1, S.LAPSE: 1,
}  # fmt: skip
LATE = 14.0
# How many scenes each text has.
SCENES = {"logline": 3, "synopsis": 8, "synopsis_long": 14}
