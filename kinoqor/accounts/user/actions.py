"""What changes users."""

from allauth.account.models import EmailAddress
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.user.models import User
from kinoqor.accounts.user.rules import may_say_who
from kinoqor.kit.verdict import require
from kinoqor.ledger.deed.actions import Line, deed


@deed(
    "accounts.user.opened",
    _("An account opened by the house"),
    _("%(who)s opened an account for %(user)s"),
)
def open_account(line: Line, email: str, name: str, password: str) -> User:
    """Open an account, or set its password anew where the address already has one."""
    user = User.objects.filter(email=email.strip().lower()).first()
    if user is None:
        user = User.objects.create_user(email, password, name=name)
    else:
        user.set_password(password)
        user.save(update_fields=["password"])
    # The operator vouches for the address, so no letter has to confirm it.
    EmailAddress.objects.update_or_create(
        user=user, email=user.email, defaults={"verified": True, "primary": True}
    )
    line.details["user"] = user.pk
    return user


@deed(
    "accounts.user.signed_up",
    _("An account opened by its owner"),
    _("%(who)s opened an account: %(user)s"),
)
def sign_up(line: Line, user: User, language: str) -> User:
    """Keep an account that its owner opens; letters come in this language."""
    user.language = language
    user.save()
    line.details["user"] = user.pk
    return user


@deed(
    "accounts.user.described",
    _("Name or language of letters changed"),
    _("%(who)s changed their name or the language of letters"),
)
def describe_user(line: Line, pk: int, name: str, language: str) -> None:
    """Correct a person's name and the language of letters to them."""
    line.details["user"] = pk
    User.objects.filter(pk=pk, erased=None).update(name=name.strip(), language=language)


@deed(
    "accounts.user.known_as",
    _("A person matched to a record"),
    _("%(who)s said which record is about %(user)s: %(ref)s"),
)
def know_as(line: Line, pk: int, ref: str) -> None:
    """Say which record of the register is about this person, so that they never judge it; empty for none."""
    require(may_say_who(pk, line.deed.voice))
    line.details.update(user=pk, ref=ref)
    User.objects.filter(pk=pk).update(person_ref=ref)


@deed(
    "accounts.user.emptied",
    _("An account emptied"),
    _("%(who)s took everything out of an account but its number: %(user)s"),
)
def empty_account(line: Line, pk: int) -> None:
    """Take everything out of an account but its number."""
    line.details["user"] = pk
    user = User.objects.get(pk=pk)
    user.email, user.name, user.language, user.person_ref = f"erased-{pk}@invalid", "", "", ""
    user.is_active, user.is_superuser, user.last_login, user.erased = False, False, None, timezone.now()
    user.set_unusable_password()
    user.save()
