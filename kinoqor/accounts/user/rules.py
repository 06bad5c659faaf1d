"""What may be said of a person, and by whom. Pure."""

from django.utils.translation import gettext_lazy as _

from kinoqor.kit.verdict import YES, Verdict, no


def may_say_who(user: int, voice: str) -> Verdict:
    """Nobody says which record is about themselves, since by it they are kept from judging their own."""
    if voice == f"user:{user}":
        return no(
            _("Nobody says which record is about themselves."), way=_("Another administrator enters it.")
        )
    return YES
