"""What comes in with an address of the queue."""

from django.http import QueryDict

from kinoqor.keeping.gap.queries import codes
from kinoqor.keeping.gap.rules import Wanted, read
from kinoqor.keeping.gap.words import Of


def asked(given: QueryDict) -> Wanted:
    """What the parameters of an address ask the queue for."""
    lists = {name: given.getlist(name) for name in given}
    of = next((each for each in lists.get("of", ()) if each in Of.values), str(Of.FILMS))
    return read(lists, codes(of))
