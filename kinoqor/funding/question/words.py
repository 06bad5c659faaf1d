"""What kinds of questions are called, and how a condition is said."""

from django.utils.translation import gettext_lazy as _

from kinoqor.kit.question import Kind

KINDS = {
    Kind.LINE: _("a line"),
    Kind.TEXT: _("a longer text"),
    Kind.NUMBER: _("a number"),
    Kind.MONEY: _("a sum of money"),
    Kind.PERCENT: _("a share in per cent"),
    Kind.DATE: _("a day"),
    Kind.YES_NO: _("yes or no"),
    Kind.CHOICE: _("one of several answers"),
    Kind.SEVERAL: _("some of several answers"),
    Kind.COUNTRY: _("a country"),
    Kind.LANGUAGE: _("a language"),
    Kind.PERSON_NUMBER: _("the number of a person, checked by its digits"),
    Kind.COMPANY_NUMBER: _("the number of a company, checked by its digits"),
    Kind.BANK: _("a bank account, checked by its digits"),
    Kind.EMAIL: _("an e-mail address"),
    Kind.PHONE: _("a telephone number"),
    Kind.ADDRESS: _("a web address"),
    Kind.REFERENCE: _("a number of the register"),
}

# Lists that a call gives to its form: their names in a document, and what they are.
CALL_LISTS = {
    "streams": _("the streams of the call"),
    "kinds": _("the kinds of film of the call"),
    "themes": _("the themes of the call"),
}
# Lists of the country pack that a form may offer.
PACK_LISTS = {
    "languages": _("the languages of the register"),
    "roles": _("the roles of the register"),
    "genres": _("the genres of the register"),
}

# How a condition is said in a document, and on the page.
HOW = {
    "is": _("is one of"),
    "not": _("is none of"),
    "given": _("is answered"),
    "over": _("is more than"),
    "under": _("is less than"),
}
