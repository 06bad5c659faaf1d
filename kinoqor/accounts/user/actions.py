"""What changes users."""

from kinoqor.accounts.user.models import User
from kinoqor.ledger.deed.actions import Line, deed


@deed("accounts.user.opened")
def open_account(line: Line, email: str, name: str, password: str) -> User:
    """Open an account, or set its password anew where the address already has one."""
    user = User.objects.filter(email=email.strip().lower()).first()
    if user is None:
        user = User.objects.create_user(email, password, name=name)
    else:
        user.set_password(password)
        user.save(update_fields=["password"])
    line.details["user"] = user.pk
    return user
