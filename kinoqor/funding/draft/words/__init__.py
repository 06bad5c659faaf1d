"""Which lists of a draft are written entry by entry, and what each entry says."""

from django.utils.translation import gettext_lazy as _

from kinoqor.funding.draft.words import applied, decided, judged
from kinoqor.funding.draft.words.fields import Field as Field
from kinoqor.funding.draft.words.fields import Label as Label
from kinoqor.funding.draft.words.fields import List as List
from kinoqor.funding.draft.words.fields import Sort as Sort

PAPERS, CRITERIA, CONDITIONS, CHECKS = "papers", "criteria", "conditions", "checks"
JUDGING, AWARDING, QUOTAS = "judging", "awarding", "quotas"
BY_STAGE = (JUDGING, AWARDING)  # their entries have no code: each is called by its stage
GATES = decided.GATES

LISTS: dict[str, List] = {
    PAPERS: List(
        PAPERS,
        _("Papers"),
        _("What an applicant sends at each stage, in the order in which it is asked for."),
        _("Add a paper"),
        _("A new paper"),
        "name",
        applied.PAPER,
    ),
    CRITERIA: List(
        CRITERIA,
        _("Criteria"),
        _("By what the files are judged, with the scale of the marks and what they mean."),
        _("Add a criterion"),
        _("A new criterion"),
        "name",
        applied.CRITERION,
    ),
    CONDITIONS: List(
        CONDITIONS,
        _("Who may apply"),
        _("The conditions, each with the question that tries it, the reason of a no and the way out."),
        _("Add a condition"),
        _("A new condition"),
        "text",
        applied.CONDITION,
    ),
    CHECKS: List(
        CHECKS,
        _("Check list"),
        _("What an officer checks of each file before anybody reads it, line by line."),
        _("Add a line"),
        _("A new line of the check list"),
        "text",
        applied.CHECK,
    ),
    JUDGING: List(
        JUDGING,
        _("How files are judged"),
        _("For each stage: who reads, who may not, who goes on, and when the reasons are due."),
        _("Add a stage"),
        _("How the files of a stage are judged"),
        "stage",
        judged.MANNER,
        judged.PARTS,
    ),
    AWARDING: List(
        AWARDING,
        _("How films are chosen"),
        _("For each stage: the pitching, the vote, and by which rule the money is given."),
        _("Add a stage"),
        _("How the films of a stage are chosen"),
        "stage",
        decided.AWARD,
        decided.PARTS,
    ),
    QUOTAS: List(
        QUOTAS,
        _("Quotas"),
        _("How many films of some kind there must be, or may be, among those that get money."),
        _("Add a quota"),
        _("A new quota"),
        "name",
        decided.QUOTA,
    ),
}
