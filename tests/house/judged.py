"""What stands behind the addresses of the judging: the part of `things` that its rooms add to."""

from collections.abc import Callable, Mapping

from kinoqor.accounts.user.models import User
from tests.house.routes import Kwargs

Things = Mapping[str, Mapping[str, Kwargs]]

JUDGED: tuple[Callable[[User | None, User], Things], ...] = ()
