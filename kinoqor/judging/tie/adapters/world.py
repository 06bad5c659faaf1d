"""The world that the law of conflicts looks at: made of the register, the seats, the company files, the applications."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from django.db.models import Q

from kinoqor.accounts.organisation.words import OrganisationKind
from kinoqor.accounts.role.models import Seat
from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.models import User
from kinoqor.funding.applicant.models import Applicant
from kinoqor.funding.application.models import Application
from kinoqor.funding.conflict.rules.ties import World
from kinoqor.funding.conflict.words import LEAD, Credit, File, Place, Reader, Settings
from kinoqor.funding.hand.queries import hands_of_all
from kinoqor.judging.tie.queries import COMPANY, Round, files_of
from kinoqor.kit.fold import fold
from kinoqor.register.credit.models import Credit as Credited
from kinoqor.register.identity.queries import clusters


class Seen:
    """Everything that a look over a round needs, asked once: whose record is whose, places, credits, files."""

    def __init__(self, of: Round, day: date) -> None:
        """Credits of films that are older than any term bars for are left out; those of unknown years count."""
        self.of, self.day = of, day
        given = of.manner.conflicts
        self.settings = Settings(given.years, given.crew_years, given.crew_least, given.remote)
        self._led = clusters().refs
        bare = files_of(of).select_related(None).defer(None).only("pk", "organisation", "stream", "crew")
        self.rows = list(bare)
        self._hands = hands_of_all([each.name for each in self.rows])

    def person(self, user: User) -> str:
        """The name of a person in the law: their record as it leads now, or their account where none is named."""
        return self.shown(user.person_ref) if user.person_ref else f"user:{user.pk}"

    def shown(self, ref: str) -> str:
        """The number under which a record leads now."""
        return self._led.get(ref, ref)

    def world(self, users: Collection[User]) -> World:
        """Credits of the years that count, and places of whoever has or had one in a company."""
        return World(self._credits(), self._places(users), self.settings, self.day.year, self.files())

    def _credits(self) -> Iterator[Credit]:
        since = self.day.year - max(self.settings.years, self.settings.crew_years)
        young = Q(film__card__year=None) | Q(film__card__year__gte=since)
        rows = Credited.objects.filter(young).values_list(
            "person__ref", "film__ref", "role", "film__card__title_en", "film__card__year"
        )
        for person, film, role, title, year in rows.order_by():
            yield Credit(person, film, role, title or "", year)

    def _places(self, users: Collection[User]) -> Iterator[Place]:
        held = Seat.objects.filter(organisation__kind=OrganisationKind.COMPANY)
        for seat in held.select_related("user", "organisation"):
            over = seat.until is not None and seat.until < self.day
            until = seat.until.year if over and seat.until else None
            company = seat.organisation
            yield Place(
                self.person(seat.user),
                f"{COMPANY}:{company.pk}",
                False,
                company.name_en or company.name,
                until,
            )
        yield from self._heads(users)

    def _heads(self, users: Collection[User]) -> Iterator[Place]:
        """Whoever is called as the head that a company file names; a person decides whether it is the same one."""
        called = [(words, user) for user in users if len(words := frozenset(fold(user.name).split())) > 1]
        rows = Applicant.objects.filter(organisation__in={each.organisation_id for each in self.rows})
        for company, head in rows.values_list("organisation", "values__director_name"):
            named = set(fold(str(head or "")).split())
            for words, user in called:
                if words <= named:
                    yield Place(self.person(user), f"{COMPANY}:{company}", False, str(head))

    def files(self) -> list[File]:
        """The files of the round as the law sees them."""
        return [self._file(each) for each in self.rows]

    def _file(self, one: Application) -> File:
        leads, crew = self.people_of(one)
        crew |= {self.person(user) for user in self._hands.get(one.name, ())}
        return File(
            one.name, f"{COMPANY}:{one.organisation_id}", one.stream, frozenset(leads), frozenset(crew)
        )

    def people_of(self, one: Application) -> tuple[set[str], set[str]]:
        """(who leads, who else makes it) of an application, by their records."""
        named = [(self.shown(str(each["ref"])), each.get("role")) for each in one.crew if each.get("ref")]
        return {ref for ref, role in named if role in LEAD}, {ref for ref, role in named if role not in LEAD}

    def readers(self, users: Iterable[User], judging: Collection[int]) -> list[tuple[User, Reader]]:
        """Those whose ties are looked at; whoever is `judging` (by number of the account) with the streams in which they
        or their company apply in this call.

        A stream alone bars no officer: rivalry is the interest of whoever gives marks or a vote, and an officer weighs no
        file against another (a formal check goes by a published list, a conflict is decided by a colleague where it is
        their own). From the files of their own company, and of whoever they apply with, they are kept like anybody.
        """
        companies, streams = self._companies(), self._streams()
        found = []
        for user in users:
            who = self.person(user)
            named = {who, f"user:{user.pk}"} | companies.get(user.pk, set()) if user.pk in judging else set()
            found.append(
                (user, Reader(who, frozenset(stream for each in named for stream in streams.get(each, ()))))
            )
        return found

    def _companies(self) -> dict[int, set[str]]:
        """The companies for which each account acts or has acted since the round was opened: whoever leaves on the eve
        of the draw has applied all the same.
        """
        window = self.of.terms.stages[0].window if self.of.terms.stages else None
        since = min(window.opens.date(), self.day) if window else self.day
        now = Q(until=None) | Q(until__gte=since)
        seats = Seat.objects.filter(now, role=Role.PRODUCER).values_list("user", "organisation")
        found: dict[int, set[str]] = {}
        for user, company in seats:
            found.setdefault(user, set()).add(f"{COMPANY}:{company}")
        return found

    def _streams(self) -> dict[str, set[str]]:
        """The streams in which each company and person of the round applies."""
        found: dict[str, set[str]] = {}
        for file in self.files():
            for each in (file.company, *file.leads, *file.crew):
                found.setdefault(each, set()).add(file.stream)
        return found
