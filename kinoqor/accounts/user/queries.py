"""Questions about people with accounts."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from kinoqor.accounts.user.models import User
from kinoqor.ledger.deed.words import doer_words


def person(pk: int) -> User | None:
    """The person of this number, erased or not."""
    return User.objects.filter(pk=pk).first()


def by_address(email: str) -> User | None:
    """The person with this e-mail address, if their account stands."""
    return User.objects.filter(email=email.strip().lower(), erased=None, is_active=True).first()


def names_of(voices: Iterable[str]) -> dict[str, str]:
    """How voices of the journal are called on pages that may show names; one question for any number of them."""
    listed = set(voices)
    numbers = [int(each[5:]) for each in listed if each.startswith("user:") and each[5:].isdigit()]
    people = dict(User.objects.filter(pk__in=numbers).values_list("pk", "name")) if numbers else {}
    return {voice: _name(voice, people) for voice in listed}


def _name(voice: str, people: dict[int, str]) -> str:
    kind, _sign, number = voice.partition(":")
    if kind != "user" or not number.isdigit():
        return doer_words(voice)
    if int(number) in people and not people[int(number)]:
        return _("a person whose account was erased, number %(n)s") % {"n": number}
    return people.get(int(number)) or doer_words(voice)
