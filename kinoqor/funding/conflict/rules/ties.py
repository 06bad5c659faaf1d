"""Conflicts found: through shared credits and companies, one step or two, from the register. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from kinoqor.funding.conflict.words import (
    Conflict,
    Credit,
    File,
    Grade,
    Kind,
    Place,
    Reader,
    Settings,
    Step,
)

Neighbours = dict[str, Step]


def weight(distance: int, age: int, years: int) -> int:
    """How near a conflict is, from 1 to 1000: all at one step this year, less each year, half at each further step."""
    left = max(years + 1 - age, 0)
    return max(1000 * left // ((years + 1) * distance), 1)


class World:
    """Who made what with whom and who belonged where, indexed once; asked for every reader and file of a round."""

    def __init__(
        self,
        credits_: Iterable[Credit],
        places: Iterable[Place],
        settings: Settings,
        year: int,
        files: Iterable[File] = (),
    ) -> None:
        """`year` is that of the round; credits and places of a later year count as of this one. `files` are all of the
        round: who leads one of them makes it, though no credit says so yet.
        """
        self.settings, self.year = settings, year
        self._films: dict[str, list[Credit]] = defaultdict(list)
        self._made: dict[str, list[Credit]] = defaultdict(list)
        self._places: dict[str, list[Place]] = defaultdict(list)
        self._members: dict[str, list[Place]] = defaultdict(list)
        for one in sorted(credits_, key=lambda each: (each.film, each.person, each.role)):
            self._films[one.film].append(one)
            self._made[one.person].append(one)
        for place in sorted(places, key=lambda each: (each.company, each.person)):
            self._places[place.person].append(place)
            self._members[place.company].append(place)
        self._led: dict[str, list[File]] = defaultdict(list)
        for file in sorted(files, key=lambda each: each.ref):
            for person in file.leads:
                self._led[person].append(file)
        self._near: dict[str, Neighbours] = {}
        self._far: dict[str, dict[str, tuple[Step, Step]]] = {}

    def age(self, year: int | None) -> int:
        """Whole years since; what has no known year counts as of this one: a doubt shuts."""
        return max(self.year - year, 0) if year is not None else 0

    def near(self, person: str) -> Neighbours:
        """Everybody one step away within the years that bar, each by the newest thing that connects the two."""
        if person not in self._near:
            found: Neighbours = {}
            for step in chain(self._by_films(person), self._by_companies(person)):
                held = found.get(step.other)
                if held is None or self.age(step.year) < self.age(held.year):
                    found[step.other] = step
            self._near[person] = found
        return self._near[person]

    def far(self, person: str) -> dict[str, tuple[Step, Step]]:
        """Everybody two steps away, each by the way whose older step is the youngest."""
        if person not in self._far:
            found: dict[str, tuple[Step, Step]] = {}
            for middle, first in self.near(person).items():
                for other, second in self.near(middle).items():
                    held = found.get(other)
                    if other != person and (held is None or self._way((first, second)) < self._way(held)):
                        found[other] = (first, second)
            self._far[person] = found
        return self._far[person]

    def _way(self, way: tuple[Step, Step]) -> tuple[int, str, str]:
        return max(self.age(each.year) for each in way), way[0].other, way[1].other

    def youngest(self, ways: Iterable[tuple[Step, Step]]) -> tuple[Step, Step]:
        """The way whose older step is the youngest; raises ValueError where there is none."""
        return min(ways, key=self._way)

    def _by_films(self, person: str) -> Iterator[Step]:
        lead = self.settings.lead
        for own in self._made.get(person, ()):
            if own.role not in lead or self.age(own.year) > self.settings.years:
                continue
            for other in self._films[own.film]:
                if other.person != person and other.role in lead:
                    roles = (own.role, other.role)
                    yield Step(person, other.person, own.film, own.title, own.year, roles)

    def _by_companies(self, person: str) -> Iterator[Step]:
        for own in self._places.get(person, ()):
            for other in self._members[own.company]:
                ended = [each for each in (own.until, other.until) if each is not None]
                year = min(ended) if ended else None
                if other.person != person and self.age(year) <= self.settings.years:
                    yield Step(person, other.person, own.company, own.name, year)

    def shared_crew(self, one: str, other: str) -> list[Step]:
        """The films of the last years on which both worked, whatever their parts."""
        theirs = {each.film: each for each in self._made.get(other, ())}
        found = {
            own.film: Step(one, other, own.film, own.title, own.year, (own.role, theirs[own.film].role))
            for own in self._made.get(one, ())
            if own.film in theirs and self.age(own.year) <= self.settings.crew_years
        }
        return list(found.values())

    def led_by(self, person: str) -> list[File]:
        """The files of the round that a person leads."""
        return self._led.get(person, [])

    def places_in(self, person: str, company: str) -> list[Place]:
        """The places of a person in a company."""
        return [each for each in self._places.get(person, ()) if each.company == company]


def conflicts(reader: Reader, file: File, world: World) -> list[Conflict]:
    """Every conflict that the register shows between a reader and a file, the gravest first.

    A reader who would be barred by several things is barred by each: dismissing one leaves the others.
    """
    found = [*_own(reader, file), *_house(reader, file, world), *_joint(reader, file, world)]
    found += _together(reader, file, world)
    if any(one.grade == Grade.BARRED for one in found) or not world.settings.remote:
        return found
    return [*found, *_remote(reader, file, world)]


def _own(reader: Reader, file: File) -> Iterator[Conflict]:
    if reader.ref in file.leads | file.crew:
        yield Conflict(reader.ref, file.ref, Kind.SELF, Grade.BARRED)
    if file.stream in reader.streams:
        yield Conflict(reader.ref, file.ref, Kind.RIVAL, Grade.BARRED)


def _house(reader: Reader, file: File, world: World) -> Iterator[Conflict]:
    years = world.settings.years
    for place in world.places_in(reader.ref, file.company):
        age = world.age(place.until)
        step = Step(reader.ref, file.company, file.company, place.name, place.until)
        if place.owns and place.until is None:
            yield Conflict(reader.ref, file.ref, Kind.OWNER, Grade.BARRED, path=(step,))
        elif age <= years:
            near = weight(1, age, years)
            yield Conflict(
                reader.ref, file.ref, Kind.EMPLOYER, Grade.BARRED, path=(step,), age=age, weight=near
            )


def _joint(reader: Reader, file: File, world: World) -> Iterator[Conflict]:
    """Who applies together, in whatever stream, judges none of the other's files (notes on fair review, 5): by another
    file of the round that the reader leads with somebody who leads this one, or for the company that applies with it.
    """
    if reader.ref in file.leads:
        return
    for other in world.led_by(reader.ref):
        for partner in sorted((other.leads & file.leads) | ({other.company} & {file.company})):
            step = Step(reader.ref, partner, other.ref)
            yield Conflict(reader.ref, file.ref, Kind.JOINT, Grade.BARRED, path=(step,))


def _together(reader: Reader, file: File, world: World) -> Iterator[Conflict]:
    years, near = world.settings.years, world.near(reader.ref)
    for person in sorted(file.leads - {reader.ref}):
        step = near.get(person)
        if step is not None:
            kind = Kind.CREDIT if step.roles[0] else Kind.COMPANY
            age = world.age(step.year)
            close = weight(1, age, years)
            yield Conflict(reader.ref, file.ref, kind, Grade.BARRED, path=(step,), age=age, weight=close)
            continue
        shared = world.shared_crew(reader.ref, person)
        if shared:
            newest = min(shared, key=lambda each: (world.age(each.year), each.through))
            age = world.age(newest.year)
            grade = Grade.BARRED if len(shared) >= world.settings.crew_least else Grade.WARNED
            close = weight(1, age, world.settings.crew_years)
            yield Conflict(reader.ref, file.ref, Kind.CREW, grade, path=(newest,), age=age, weight=close)


def _remote(reader: Reader, file: File, world: World) -> Iterator[Conflict]:
    """Through one other person: the nearest way to any leading person of the file."""
    far = world.far(reader.ref)
    ways = [far[person] for person in file.leads if person in far]
    if ways:
        first, second = world.youngest(ways)
        age = max(world.age(first.year), world.age(second.year))
        close = weight(2, age, world.settings.years)
        yield Conflict(
            reader.ref, file.ref, Kind.REMOTE, Grade.WARNED, path=(first, second), age=age, weight=close
        )
