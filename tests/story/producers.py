"""The producers of the story, made in its own house by the actions of an operator. Invented, as are their companies.

A test's process stands on another database, so this runs in a process of the house: `make` is called there.
"""

import subprocess
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from kinoqor.accounts.organisation.actions import open_organisation
from kinoqor.accounts.organisation.rules import Named
from kinoqor.accounts.organisation.words import OrganisationKind
from kinoqor.accounts.role.actions import give_seat
from kinoqor.accounts.role.rules import Term
from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.actions import describe_user, open_account
from kinoqor.ledger.deed.actions import Doer
from tools.steps import PYTHON, ROOT, environment

MAKE = "from tests.story.producers import make; make()"


@dataclass(frozen=True)
class Producer:
    """Somebody who applies in one language, for one company; the numbers are right by their check digits."""

    language: str
    box: str
    name: str
    company: str
    number: str
    own_number: str
    account: str


PRODUCERS = {
    "kk": Producer(
        "kk", "story-kk", "Мысал Ертегіұлы", "«Ертегі» үлгі студиясы", "771249000810", "770101100818",
        "KZ94000INVENT0000081",
    ),
    "ru": Producer(
        "ru", "story-ru", "Пример Сказкин", "Студия-пример «Сказка»", "771249000822", "770101100828",
        "KZ67000INVENT0000082",
    ),
    "en": Producer(
        "en", "story-en", "Sample Storyson", "Example Studio Fairy Tale", "771249000834", "770101100838",
        "KZ40000INVENT0000083",
    ),
}  # fmt: skip


def make_in(house: Path) -> None:
    """Make them in the house of this folder, which is the one of the environment."""
    command = [str(PYTHON), "manage.py", "shell", "-v", "0", "-c", MAKE]
    subprocess.run(command, cwd=ROOT, env=environment({"KINOQOR_DATA": str(house)}), check=True)


def make() -> None:
    """An account, a company and a seat in it for each; their letters come in their language."""
    by = Doer("tests")
    password = (Path(settings.DATA) / "demo-password").read_text(encoding="ascii")
    for one in PRODUCERS.values():
        user = open_account(f"{one.box}@example.org", one.name, password, by=by)
        describe_user(user.pk, one.name, one.language, by=by)
        company = Named(OrganisationKind.COMPANY, one.company, one.company, one.company, one.number)
        where = open_organisation(company, by=by)
        give_seat(user.pk, where.pk, Role.PRODUCER, "Test order No. 1", Term(timezone.localdate()), by=by)
