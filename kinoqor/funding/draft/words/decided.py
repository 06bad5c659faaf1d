"""What an entry says of how films are chosen and money is given, and of a quota."""

from django.utils.translation import gettext_lazy as _

from kinoqor.funding.draft.words.fields import CLAUSE, CODE, Field, Sort

AWARD = (
    Field("stage", Sort.ONE, _("The films of which stage"), "", True, choices="stages"),
    Field("pitching.minutes", Sort.WHOLE, _("Minutes of the defence of a film"),
          _("Empty: there is no pitching."), most=120),
    Field("pitching.weight", Sort.WHOLE, _("Share of its marks in the points, in per cent"),
          _("The rest are the marks of the readers. Empty: it brings no points."), least=0, most=100),
    Field("pitching.criteria", Sort.SOME, _("Which criteria are marked there"),
          _("None ticked: all."), choices="marked"),
    Field("pitching.a_day", Sort.WHOLE, _("Films a day at most"), _("Empty: 28."), most=100),
    Field("pitching.first", Sort.CLOCK, _("When a day begins"), _("Empty: 10:00.")),
    Field("pitching.rest_from", Sort.CLOCK, _("When its break begins"), _("Empty: 13:00.")),
    Field("pitching.rest_until", Sort.CLOCK, _("When its break ends"), _("Empty: 14:00.")),
    Field("pitching.last", Sort.CLOCK, _("When a day ends"), _("Empty: 18:00.")),
    Field("pitching.notice_days", Sort.WHOLE, _("Working days between the notice and the pitching, at least"),
          _("Empty: 5."), least=0),
    Field("voting.form", Sort.ONE, _("How the council votes"), "", choices="forms"),
    Field("voting.majority", Sort.ONE, _("What carries a vote"), "", choices="majorities"),
    Field("voting.level", Sort.ONE, _("What becomes of as many for as against"), "", choices="levels"),
    Field("voting.abstention", Sort.ONE, _("What an abstention does"), "", choices="abstentions"),
    Field("purse.lots", Sort.ONE, _("Where lots decide"),
          _("Chosen only for a stage that gives money."), choices="lots"),
    Field("purse.least_points", Sort.MARK, _("Below which points no film gets money"),
          _("With at most two decimals, such as 6.25. Empty: there is no such limit."), least=0),
    Field("purse.least", Sort.WHOLE, _("The least award"),
          _("In whole units of the call’s currency. Empty: none."), most=10**12),
    Field("purse.most", Sort.WHOLE, _("The most award"),
          _("In whole units of the call’s currency. Empty: none."), most=10**12),
    Field("purse.steps", Sort.WORDS, _("Parts of the asked sum that an applicant may tick as enough"),
          _("In per cent, divided by commas, such as 90, 80, 70. Empty: only the whole sum.")),
    Field("purse.company_films", Sort.WHOLE, _("Films of one company at most"),
          _("Empty: there is no such limit."), most=100_000),
    Field("purse.company_sum", Sort.WHOLE, _("Money of one company at most"),
          _("In whole units of the call’s currency. Empty: there is no such limit."), most=10**12),
    Field("purse.rest", Sort.MARK, _("How far below the line what is left may still go, in points"),
          _("Empty: 3."), least=0),
    Field("purse.departures", Sort.FLAG, _("May the council depart from the computed list?")),
    Field("purse.seconds", Sort.WHOLE, _("Seconds that the computing of a list may take"),
          _("Empty: 120."), most=3600),
    Field("complaint_days", Sort.WHOLE, _("Working days to object after the publication"),
          _("Empty: not known.")),
    CLAUSE,
)  # fmt: skip
PARTS = (
    ("pitching.minutes", _("Pitching")),
    ("voting.form", _("Vote of the council")),
    ("purse.lots", _("Who gets money")),
    ("complaint_days", _("If somebody does not agree")),
)
# The field without which nothing else of its table can be said.
GATES = {"pitching": "pitching.minutes", "purse": "purse.lots"}
QUOTA = (
    CODE,
    Field("name", Sort.SHORT, _("Name of the quota"), "", True),
    Field("only", Sort.COUNTED, _("Which films it counts"), "", True),
    Field("measure", Sort.ONE, _("What is counted"), "", choices="measures"),
    Field(
        "least",
        Sort.WHOLE,
        _("At least"),
        _("Films, or per cent. Empty: no such bound."),
        least=0,
        most=100_000,
    ),
    Field(
        "most",
        Sort.WHOLE,
        _("At most"),
        _("Films, or per cent. Empty: no such bound."),
        least=0,
        most=100_000,
    ),
    Field("stream", Sort.ONE, _("Where it counts"), "", choices="any_stream"),
    CLAUSE,
)
