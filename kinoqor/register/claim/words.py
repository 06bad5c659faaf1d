"""Ranks of claims, and the properties that can be claimed."""

from dataclasses import dataclass
from enum import StrEnum

from django.db.models import IntegerChoices, TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop


class Rank(IntegerChoices):
    """How a claim stands among others, after the ranks of Wikidata."""

    UNVERIFIED = 0, _("unverified")
    NORMAL = 1, _("stated")
    PREFERRED = 2, _("preferred by a cataloguer")


class NameKind(TextChoices):
    """What kind of name or title a claim gives, where it is not simply the one in use (qualifier `name_kind`)."""

    ROMANISED = "romanised", _("written in Latin letters")
    SPELLING = "spelling", _("another spelling")


class Form(StrEnum):
    """What the value of a property is; a typed value that cannot be read stays as words and never leads."""

    TEXT = "text"
    INTEGER = "int"
    MOMENT = "moment"
    MONEY = "money"
    CODE = "code"
    SUBJECT = "ref"
    IDENTIFIER = "id"


@dataclass(frozen=True, slots=True)
class Property:
    """One thing that can be said. `many`: several values hold together and do not contradict one another."""

    code: str
    label: str | Promise
    form: Form = Form.TEXT
    many: bool = False
    per_language: bool = False


def _all(*properties: Property) -> dict[str, Property]:
    return {each.code: each for each in properties}


PROPERTIES: dict[str, Property] = _all(
    Property("title", _("Title"), many=True, per_language=True),
    Property("name", _("Name or title"), many=True, per_language=True),
    Property("text", _("What happened"), per_language=True, many=True),
    Property("synopsis", _("Synopsis"), per_language=True, many=True),
    Property("working_title", _("Working title")),
    Property("year", _("Year"), Form.MOMENT),
    Property("kind", _("Kind"), Form.CODE),
    Property("genre", _("Genre"), Form.CODE, many=True),
    Property("runtime", _("Running time"), Form.INTEGER),
    Property("colour", _("Colour"), Form.CODE),
    Property("language", _("Language"), Form.CODE, many=True),
    Property("country", _("Country"), Form.CODE, many=True),
    Property("countries_said", _("Countries")),
    Property("studio", _("Studio"), Form.SUBJECT, many=True),
    Property("studio_said", _("Studio")),
    Property("confidence", _("Confidence of the curator"), Form.CODE),
    Property("credit", _("Credit"), Form.SUBJECT, many=True),
    Property("award", _("Award or selection"), Form.SUBJECT, many=True),
    Property("release", _("Release"), many=True),
    Property("first_shown", _("First shown"), Form.MOMENT),
    Property("budget", _("Budget"), Form.MONEY),
    Property("box_office", _("Box office"), Form.MONEY),
    Property("director_said", _("Director"), many=True),
    Property("composer_said", _("Composer")),
    Property("cinematographer_said", _("Cinematographer")),
    Property("screenwriters_said", _("Screenwriters")),
    Property("hero_name", _("Name of the hero")),
    Property("auditions", _("People at the auditions"), Form.INTEGER),
    Property("festival_said", _("Festival")),
    Property("festival_year", _("Year at the festival")),
    Property("award_said", _("Award")),
    Property("award_year_said", _("Year of the award"), Form.MOMENT),
    Property("first_on_platform", _("First on the platform")),
    Property("same_film", _("One film or two")),
    Property("imdb", _("IMDb number"), Form.IDENTIFIER, many=True),
    Property("wikidata", _("Wikidata number"), Form.IDENTIFIER, many=True),
    Property("kinopoisk", _("Kinopoisk number"), Form.IDENTIFIER, many=True),
    Property("eidr", _("EIDR"), Form.IDENTIFIER, many=True),
    Property("isan", _("ISAN"), Form.IDENTIFIER, many=True),
    Property("birth", _("Born"), Form.MOMENT),
    Property("death", _("Died"), Form.MOMENT),
    Property("occupation", _("Occupation"), Form.CODE, many=True),
    Property("org_kind", _("Kind of organisation"), Form.CODE),
    Property("founded", _("Founded"), Form.MOMENT),
    Property("closed", _("Closed"), Form.MOMENT),
    Property("renamed", _("Given its present name"), Form.MOMENT),
    Property("organised", _("Organised as a feature studio"), Form.MOMENT),
    Property("name_in_time", _("Name through time"), many=True),
    Property("size", _("Size")),
    Property("date", _("Date"), Form.MOMENT),
    Property("event_kind", _("Kind of event"), Form.CODE),
    Property("figure", _("Figure")),
    Property("work", _("Film"), Form.SUBJECT),
    Property("supported", _("State support"), Form.SUBJECT, many=True),
    Property("applicant", _("Applicant"), Form.SUBJECT),
    Property("applicant_said", _("Applicant company")),
    Property("category", _("Category"), Form.CODE),
    Property("decision", _("Decision")),
    Property("producers_said", _("Producers")),
    Property("writers_said", _("Writers")),
    Property("amount", _("Amount"), Form.MONEY),
    Property("outcome", _("What became of it"), per_language=True, many=True),
    Property("certainty", _("How certain")),
)


class Why(StrEnum):
    """Why one voice leads the others."""

    ALONE = "alone"
    PREFERRED = "preferred"
    VERIFIED = "verified"
    TYPED = "typed"
    OFFICIAL = "official"
    WEIGHT = "weight"
    FIRST = "first"


WHY: dict[str, str] = {
    Why.ALONE: "",
    Why.PREFERRED: gettext_noop("%(value)s is shown: a cataloguer weighed the sources and chose it."),
    Why.VERIFIED: gettext_noop(
        "%(value)s is shown: no source was found for the other, which is kept as unverified."
    ),
    Why.TYPED: gettext_noop("%(value)s is shown: the other cannot be read as a single value."),
    Why.OFFICIAL: gettext_noop("%(value)s is shown: a law or the body itself says so."),
    Why.WEIGHT: gettext_noop(
        "%(value)s is shown: its sources weigh more, %(leading)d against %(following)d, "
        "by their number, independence and kind."
    ),
    Why.FIRST: gettext_noop(
        "%(value)s is shown because it was entered first. The sources weigh the same; a document would settle it."
    ),
}
