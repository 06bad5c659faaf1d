"""What the machine says where it cannot go on, in every language; and whether a public number is the named one."""

from django.conf import settings
from django.utils.translation import override

from kinoqor.deciding.allocation.models import Allocation
from kinoqor.judging.assignment.adapters.chance import check_round
from kinoqor.kit.canonical import canonical
from kinoqor.kit.verdict import Verdict

LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)


def in_every_language(verdict: Verdict) -> str:
    """A refusal with its way out, in every language, as JSON."""
    said = {}
    for language in LANGUAGES:
        with override(language):
            said[language] = f"{verdict.reason} {verdict.way}".strip()
    return canonical(said)


def verified(of: Allocation, signature: str) -> Verdict:
    """Whether this is the signature (in hex) of the round that the list has named."""
    return check_round(of.beacon or 0, signature)
