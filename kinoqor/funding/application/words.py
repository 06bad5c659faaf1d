"""In which states an application can be, and what may be done in each."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kinoqor.kit.flow import Flow, step


class State(TextChoices):
    """Where an application stands."""

    DRAFT = "draft", _("being written")
    FILED = "filed", _("filed")
    INCOMPLETE = "incomplete", _("a notice of faults is out")
    ADMITTED = "admitted", _("admitted")
    REFUSED = "refused", _("refused at the formal check")
    NOT_CHOSEN = "not_chosen", _("not chosen")
    PACKAGE_DUE = "package_due", _("chosen; the package is due")
    PACKAGE_FILED = "package_filed", _("package filed")
    PACKAGE_INCOMPLETE = "package_incomplete", _("a notice of faults in the package is out")
    PACKAGE_ADMITTED = "package_admitted", _("package admitted")
    PACKAGE_REFUSED = "package_refused", _("package refused at the formal check")
    TO_PITCH = "to_pitch", _("invited to the pitching")
    PITCHED = "pitched", _("defended at the pitching")
    NO_SHOW = "no_show", _("nobody came to the pitching")
    ORDERED = "ordered", _("in the order")
    REVOKED = "revoked", _("taken out of the order")
    WITHDRAWN = "withdrawn", pgettext_lazy("an application", "withdrawn")
    LAPSED = "lapsed", _("lapsed")


# What the applicant reads, where it differs from the officer's word.
APPLICANT: dict[str, object] = {
    State.DRAFT: _("you are writing it"),
    State.FILED: _("filed; the formal check is under way"),
    State.INCOMPLETE: _("something is missing; you can repair it"),
    State.ADMITTED: _("admitted; it is being read"),
    State.PACKAGE_DUE: _("chosen; bring the whole package"),
    State.PACKAGE_FILED: _("package filed; the formal check is under way"),
    State.PACKAGE_INCOMPLETE: _("something is missing in the package; you can repair it"),
    State.PACKAGE_ADMITTED: _("package admitted"),
    State.TO_PITCH: _("you are invited to the pitching"),
    State.PITCHED: _("defended at the pitching; the decision is under way"),
    State.NO_SHOW: _("nobody came to the pitching"),
    State.ORDERED: _("chosen: it is in the order"),
    State.LAPSED: _("lapsed: nothing was filed in time"),
}

S = State
OPEN = (
    S.DRAFT, S.FILED, S.INCOMPLETE, S.ADMITTED, S.PACKAGE_DUE, S.PACKAGE_FILED, S.PACKAGE_INCOMPLETE, S.PACKAGE_ADMITTED,
    S.TO_PITCH, S.PITCHED, S.NO_SHOW,
)  # fmt: skip
# From which states a decision takes an application on: it is published at one moment for all of them.
DECIDED_FROM = (S.ADMITTED, S.PACKAGE_ADMITTED, S.PITCHED)
FLOW = Flow(
    "funding.application",
    S.DRAFT,
    (
        step("file", S.DRAFT, S.FILED, _("file it")),
        step("lapse", S.DRAFT, S.LAPSED, _("let it lapse")),
        step("notify", S.FILED, S.INCOMPLETE, _("send a notice of faults")),
        step("admit", S.FILED, S.ADMITTED, _("admit it")),
        step("refuse", (S.FILED, S.INCOMPLETE), S.REFUSED, _("refuse it")),
        step("file", S.INCOMPLETE, S.FILED, _("file the repair")),
        step("reinstate", S.REFUSED, S.FILED, _("take it up again after a complaint")),
        step("choose", (S.ADMITTED, S.PITCHED), S.PACKAGE_DUE, _("choose it")),
        step("pass_over", (*DECIDED_FROM, S.NO_SHOW), S.NOT_CHOSEN, _("pass it over")),
        step("file", S.PACKAGE_DUE, S.PACKAGE_FILED, _("file the package")),
        step("lapse", S.PACKAGE_DUE, S.LAPSED, _("let it lapse")),
        step("notify", S.PACKAGE_FILED, S.PACKAGE_INCOMPLETE, _("send a notice of faults")),
        step("admit", S.PACKAGE_FILED, S.PACKAGE_ADMITTED, _("admit the package")),
        step("refuse", (S.PACKAGE_FILED, S.PACKAGE_INCOMPLETE), S.PACKAGE_REFUSED, _("refuse the package")),
        step("file", S.PACKAGE_INCOMPLETE, S.PACKAGE_FILED, _("file the repair")),
        step("reinstate", S.PACKAGE_REFUSED, S.PACKAGE_FILED, _("take it up again after a complaint")),
        step(
            "invite",
            (S.ADMITTED, S.PACKAGE_ADMITTED, S.NO_SHOW, S.PITCHED),  # once more, where no quorum had heard it
            S.TO_PITCH,
            _("invite it to the pitching"),
        ),
        step("pitch", S.TO_PITCH, S.PITCHED, _("note that it was defended")),
        step("miss", S.TO_PITCH, S.NO_SHOW, _("note that nobody came")),
        step("award", (*DECIDED_FROM, S.NOT_CHOSEN), S.ORDERED, _("put it into the order")),
        step("revoke", S.ORDERED, S.REVOKED, _("take it out of the order")),
        step("withdraw", OPEN, S.WITHDRAWN, _("withdraw it")),
    ),
    officer={state: state.label for state in State},
    applicant={state: APPLICANT.get(state, state.label) for state in State},  # type: ignore[misc]
)

# The sign beside each state.
SIGNS: dict[str, str] = {
    S.DRAFT: "open", S.FILED: "waiting", S.INCOMPLETE: "late", S.ADMITTED: "good", S.REFUSED: "refused",
    S.NOT_CHOSEN: "refused", S.PACKAGE_DUE: "open", S.PACKAGE_FILED: "waiting", S.PACKAGE_INCOMPLETE: "late",
    S.PACKAGE_ADMITTED: "good", S.PACKAGE_REFUSED: "refused",
    S.TO_PITCH: "open", S.PITCHED: "waiting", S.NO_SHOW: "late", S.ORDERED: "good", S.REVOKED: "refused",
    S.WITHDRAWN: "lifted", S.LAPSED: "lifted",
}  # fmt: skip

WRITTEN = frozenset({S.DRAFT, S.PACKAGE_DUE})  # all of it may be changed
REPAIRED = frozenset({S.INCOMPLETE, S.PACKAGE_INCOMPLETE})  # only the named points may
# Only a published result leads here; what is due after it may be filed meanwhile.
DECIDED = frozenset({S.NOT_CHOSEN, S.PACKAGE_DUE, S.PACKAGE_FILED, S.ORDERED, S.REVOKED})
REFUSED = frozenset({S.REFUSED, S.PACKAGE_REFUSED})
FILED = frozenset(State) - {S.DRAFT, S.LAPSED}  # known to the fund, if it was filed before
COUNTED = frozenset(State) - {S.DRAFT, S.LAPSED, S.WITHDRAWN}  # against the limit of files


# Places outside the questions: who makes the film, papers by slot, the money, the company, stream and kind of the film.
CREW, FILE, ESTIMATE, COMPANY, FILM, FILES = "crew", "file:", "estimate", "company", "film-kind", "files"
# The questions that hold the title of the film.
TITLES = {"kk": "title_kk", "ru": "title_ru", "en": "title_en"}

PREFIX = "application"  # of the name under which files, estimate, papers and hands of an application are kept
MOST_DRAFTS = 20  # drafts of one company in one call
MOST_CREW = 60  # people who make the film
MOST_ASIDE = 20  # versions of a part that were set aside and that wait to be looked at
SAVES_A_MINUTE = 40  # of one person
