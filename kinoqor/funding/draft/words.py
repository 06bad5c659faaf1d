"""Which lists of a draft are written entry by entry, and what each entry says."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy as _

Label = Any  # a text, perhaps one that is translated where it is shown


class Sort(StrEnum):
    """What a field of an entry holds."""

    CODE = "code"
    SHORT = "short"  # a line in three languages
    LONG = "long"  # a longer text in three languages
    WHOLE = "whole"
    ONE = "one"
    SOME = "some"
    YES = "yes"
    WORDS = "words"
    ONLY = "only"
    MARKS = "marks"
    CLAUSE = "clause"
    FLAG = "flag"  # a yes or a no, yes where nothing is said
    ORDER = "order"  # some of a closed list, in an order
    MARK = "mark"  # a mark with at most two decimals, kept in hundredths


@dataclass(frozen=True, slots=True)
class Field:
    """A field of an entry: its key in the document ("scores.plus" within a table), and how the page asks for it."""

    key: str
    sort: Sort
    label: Label
    hint: Label = ""
    needed: bool = False
    least: int = 1
    most: int = 1000
    choices: str = ""  # which closed list it is chosen from


@dataclass(frozen=True, slots=True)
class List:
    """A list of a draft: its words, and what each entry of it says."""

    code: str
    name: Label
    lead: Label
    add: Label
    added: Label
    title: str  # the field by which an entry is called
    fields: tuple[Field, ...]
    groups: tuple[
        tuple[str, Label], ...
    ] = ()  # the field with which each part of a long form begins, and its name


PAPERS, CRITERIA, CONDITIONS, CHECKS = "papers", "criteria", "conditions", "checks"
JUDGING = "judging"  # its entries have no code: each is called by its stage

_CODE = Field(
    "code",
    Sort.CODE,
    _("Code"),
    _("Small Latin letters, digits and hyphens. It stands in files and letters and does not change."),
    True,
)
_CLAUSE = Field("clause", Sort.CLAUSE, _("Clause that it rests on"))

_PAPER = (
    Field("stage", Sort.ONE, _("At which stage it is sent"), "", True, choices="stages"),
    _CODE,
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
    _CLAUSE,
)
_CRITERION = (
    _CODE,
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
_CONDITION = (
    _CODE,
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
    _CLAUSE,
)
_CHECK = (
    _CODE,
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
    _CLAUSE,
)

_MANNER = (
    Field("stage", Sort.ONE, _("The files of which stage"), "", True, choices="stages"),
    Field("readers", Sort.WHOLE, _("Experts who read each file"), _("Empty: 3."), most=20),
    Field("most", Sort.WHOLE, _("Files of one expert at most"),
          _("Empty: 15. Another number may be agreed with an expert.")),
    Field("least", Sort.WHOLE, _("Files of one expert at least"), _("Empty: none."), least=0),
    Field("section", Sort.ONE, _("How experts and files are divided"), "", choices="sections"),
    Field("papers", Sort.WORDS, _("Which papers the experts are shown"),
          _("Their codes, divided by commas. Empty: the first paper of the stage.")),
    Field("cap", Sort.WHOLE, _("Highest chance of an expert to read a certain file, in per cent"),
          _("Empty: 50."), most=100),
    Field("floor", Sort.WHOLE, _("Lowest fit of an expert and a file, from 0 to 1000"), _("Empty: 0."), least=0),
    Field("strong", Sort.WHOLE, _("How many experts of a file must fit it well"),
          _("Empty: none."), least=0, most=20),
    Field("strong_from", Sort.WHOLE, _("From which fit on they fit it well, from 0 to 1000"),
          _("Empty: 600."), least=0),
    Field("houses", Sort.FLAG, _("At most one expert of a house for each file?")),
    Field("draw.source", Sort.ONE, _("Where the number of the draw comes from"), "", choices="sources"),
    Field("draw.after", Sort.WHOLE, _("Minutes between the frozen lists and the number"),
          _("Empty: 60."), most=43_200),
    Field("conflicts.years", Sort.WHOLE, _("Years in which a film or a company in common bars"),
          _("Empty: 5."), least=0, most=50),
    Field("conflicts.crew_years", Sort.WHOLE, _("Years in which work in the same crews bars"),
          _("Empty: 2."), least=0, most=50),
    Field("conflicts.crew_least", Sort.WHOLE, _("From how many films on"), _("Empty: 2."), most=100),
    Field("conflicts.remote", Sort.FLAG, _("Is a link through a third person less likely to be drawn?")),
    Field("conflicts.feared", Sort.WHOLE, _("How many experts an applicant may turn down"),
          _("Empty: 2."), least=0, most=20),
    Field("scores.admission", Sort.ONE, _("What the films are put in order by"), "", choices="admissions"),
    Field("scores.plus", Sort.WHOLE, _("From which mark on an expert is in favour"),
          _("Needed where those in favour are counted."), least=0),
    Field("scores.pluses", Sort.WHOLE, _("How many must be in favour"), _("Empty: 2."), most=20),
    Field("scores.places", Sort.WHOLE, _("How many films go on at most"),
          _("Empty: there is no such limit."), most=100_000),
    Field("scores.least", Sort.MARK, _("Below which mark none goes on"),
          _("With at most two decimals, such as 6.25. Empty: there is no such limit."), least=0, most=1000),
    Field("scores.ties", Sort.ORDER, _("What decides between films that are level"),
          _("In this order; the draw comes last."), choices="ties"),
    Field("scores.first", Sort.ONE, _("The criterion whose average decides then"), "", choices="criteria"),
    Field("scores.correct", Sort.FLAG, _("Is the strictness of experts taken into account?")),
    Field("scores.trust", Sort.WHOLE, _("How many films’ worth of doubt meets a strictness"),
          _("Empty: 7."), least=0),
    Field("scores.fewest", Sort.WHOLE, _("Films that an expert shares with others before a strictness counts"),
          _("Empty: 8."), least=2),
    Field("scores.level", Sort.WHOLE, _("How often an interval is to hold, in per cent"), _("Empty: 50."), most=99),
    Field("second.more", Sort.WHOLE, _("More experts for a film at the line"),
          _("Empty: none, and no second phase."), least=0, most=20),
    Field("feedback.days", Sort.WHOLE, _("Working days until the reasons must be out"), _("Empty: no term.")),
    Field("feedback.needed", Sort.FLAG, _("Must every mark be given with its reason?")),
    _CLAUSE,
)  # fmt: skip

_PARTS = (
    ("stage", _("Who reads")),
    ("cap", _("How they are drawn")),
    ("conflicts.years", _("Conflicts of interest")),
    ("scores.admission", _("Who goes on")),
    ("scores.correct", _("Strictness of experts")),
    ("second.more", _("Second reading and reasons")),
)

LISTS: dict[str, List] = {
    PAPERS: List(
        PAPERS,
        _("Papers"),
        _("What an applicant sends at each stage, in the order in which it is asked for."),
        _("Add a paper"),
        _("A new paper"),
        "name",
        _PAPER,
    ),
    CRITERIA: List(
        CRITERIA,
        _("Criteria"),
        _("By what the files are judged, with the scale of the marks and what they mean."),
        _("Add a criterion"),
        _("A new criterion"),
        "name",
        _CRITERION,
    ),
    CONDITIONS: List(
        CONDITIONS,
        _("Who may apply"),
        _("The conditions, each with the question that tries it, the reason of a no and the way out."),
        _("Add a condition"),
        _("A new condition"),
        "text",
        _CONDITION,
    ),
    CHECKS: List(
        CHECKS,
        _("Check list"),
        _("What an officer checks of each file before anybody reads it, line by line."),
        _("Add a line"),
        _("A new line of the check list"),
        "text",
        _CHECK,
    ),
    JUDGING: List(
        JUDGING,
        _("How files are judged"),
        _("For each stage: who reads, who may not, who goes on, and when the reasons are due."),
        _("Add a stage"),
        _("How the files of a stage are judged"),
        "stage",
        _MANNER,
        _PARTS,
    ),
}
