"""What an entry says of a paper, a criterion, a condition, a line of the check list."""

from django.utils.translation import gettext_lazy as _

from kinoqor.funding.draft.words.fields import CLAUSE, CODE, Field, Sort

PAPER = (
    Field("stage", Sort.ONE, _("At which stage it is sent"), "", True, choices="stages"),
    CODE,
    Field("name", Sort.SHORT, _("Name of the paper"), "", True),
    Field("help", Sort.LONG, _("Help for the applicant"), _("What it must show, and in which form.")),
    Field("required", Sort.YES, _("Must it be sent?")),
    Field(
        "kinds",
        Sort.SOME,
        _("Which types of file are taken"),
        _("Judged by content, not by the name of the file. None ticked: PDF."),
        choices="files",
    ),
    Field("most", Sort.WHOLE, _("Files at most"), _("Empty: one."), least=1, most=200),
    Field("only", Sort.ONLY, _("Who sends it")),
    CLAUSE,
)
CRITERION = (
    CODE,
    Field("name", Sort.SHORT, _("Name of the criterion"), "", True),
    Field("about", Sort.LONG, _("What is looked at")),
    Field("lowest", Sort.WHOLE, _("Lowest mark"), _("Empty: the rules do not say."), least=0, most=1000),
    Field("highest", Sort.WHOLE, _("Highest mark"), _("Empty: the rules do not say."), least=1, most=1000),
    Field(
        "weight",
        Sort.WHOLE,
        _("Weight"),
        _("How much it counts beside the others. Empty: the rules do not say."),
        least=0,
        most=10_000,
    ),
    Field(
        "anchors",
        Sort.MARKS,
        _("What the marks mean"),
        _(
            "One mark a line, so that readers give the same mark for the same thing. Empty lines are left out."
        ),
    ),
)
CONDITION = (
    CODE,
    Field("text", Sort.LONG, _("The condition"), _("What the applicant must be, in one sentence."), True),
    Field(
        "question",
        Sort.LONG,
        _("Question of the check without an account"),
        _("Empty: the check does not ask it."),
    ),
    Field("good", Sort.ONE, _("Which answer lets one apply"), choices="answers"),
    Field("reason", Sort.LONG, _("Why not, if it is not met"), "", True),
    Field(
        "way", Sort.LONG, _("What to do then"), _("The way out: what makes it right, or who can help."), True
    ),
    Field("test", Sort.ONE, _("How it is tried"), "", True, choices="trials"),
    Field(
        "times",
        Sort.WHOLE,
        _("Limit of the debt: how many times"),
        _("Only for a debt, such as 6."),
        least=1,
        most=10**9,
    ),
    Field(
        "parameter",
        Sort.ONE,
        _("Limit of the debt: of which parameter"),
        _("Only for a debt: a value of the programme by date."),
        choices="parameters",
    ),
    Field(
        "codes", Sort.WORDS, _("Codes of the main activity"), _("Only for the activity: divided by commas.")
    ),
    Field(
        "days",
        Sort.WHOLE,
        _("Days that a certificate is good for"),
        _("Only for the certificate."),
        least=1,
        most=1000,
    ),
    CLAUSE,
)
CHECK = (
    CODE,
    Field(
        "text",
        Sort.LONG,
        _("What the officer checks"),
        _("As a sentence that is true when all is well."),
        True,
    ),
    Field(
        "machine",
        Sort.ONE,
        _("What the machine looks at first"),
        _("It says what it found; the officer decides."),
        choices="machine",
    ),
    Field("stage", Sort.ONE, _("At which stage"), choices="any_stage"),
    CLAUSE,
)
