"""How an invented file is put together and when its steps are taken. Pure: the same file always comes out the same."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any

from kinoqor.funding.demonstration.words import DAYS, LATE, OVERDUE, PATHS, SCENES, Step

Text = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Company:
    """An invented company with its number, its director and what its file says."""

    code: str
    number: str
    name: Text
    email: str
    language: str
    director: str
    director_number: str
    account: str
    activity: str
    tax_debt: int


@dataclass(frozen=True, slots=True)
class File:
    """An invented application: whose, in which call, on which way, and the file whose texts it repeats, if any."""

    code: str
    call: str
    company: str
    language: str
    stream: str
    kind: str
    path: str
    like: str
    titles: Text

    @property
    def steps(self) -> tuple[Step, ...]:
        """Its way."""
        return PATHS[self.path]

    @property
    def seed(self) -> str:
        """By what its texts are drawn: a file that repeats another draws the same."""
        return self.like or self.code


@dataclass(frozen=True, slots=True)
class Script:
    """Everything that a pack says of its demonstration."""

    companies: Mapping[str, Company]
    people: Mapping[str, tuple[str, str]]
    files: tuple[File, ...]
    scenes: Mapping[str, tuple[Text, ...]]
    words: Mapping[str, Any]

    def said(self, key: str, lang: str) -> str:
        """A text of the script in a language."""
        return str(self.words[key][lang])


@dataclass(frozen=True, slots=True)
class Open:
    """The window of a stage."""

    opens: datetime
    shuts: datetime


def texts(script: Script, file: File) -> dict[str, str]:
    """Logline and synopses: scenes drawn so that no object of a text comes twice."""
    draw, lang = Random(file.seed), file.language
    order = script.words["order"][lang]
    scenes = []
    for thing in draw.sample(script.scenes["object"], SCENES["synopsis_long"]):
        drawn = {slot: thing if slot == "object" else draw.choice(script.scenes[slot]) for slot in order}
        scenes.append(" ".join(drawn[slot][lang] for slot in order) + ".")
    whole = [each[0].upper() + each[1:] for each in scenes]
    return {place: " ".join(whole[-many:]) for place, many in SCENES.items()}


def crew(script: Script, file: File) -> list[dict[str, str]]:
    """Who makes an invented film: a director, a screenwriter, a producer, a cinematographer."""
    draw = Random(f"crew {file.seed}")
    first = script.companies[file.company].director
    others = draw.sample([code for code in script.people if code != first], 3)
    roles = zip(("producer", "director", "screenwriter", "cinematographer"), (first, *others), strict=True)
    return [
        {"role": role, "ref": "", "name": script.people[code][0], "citizen": script.people[code][1]}
        for role, code in roles
    ]


def refused_by(script: Script, file: File) -> Mapping[str, str]:
    """The code and the words of a refusal: what the company file gives away, else one drawn by chance."""
    said = {each["code"]: each for each in script.words["refusals"]}
    of = script.companies[file.company]
    if not of.activity.startswith("59"):
        return dict(said["activity"])
    if of.tax_debt > 100_000:
        return dict(said["tax-debt"])
    return dict(said[Random(f"refusal {file.code}").choice(("incomplete", "rights"))])


def is_incomplete(script: Script, file: File, stage: int) -> bool:
    """Whether something is left out of the file at a stage (0, 1): where a notice or such a refusal follows."""
    steps, at = file.steps, -1
    for step in steps:
        at += step == Step.WRITE
        if at == stage and step == Step.NOTIFY:
            return True
        if at == stage and step == Step.REFUSE:
            return refused_by(script, file)["code"] == "incomplete"
    return False


def moments(file: File, windows: Sequence[Open], now: datetime) -> Iterator[tuple[Step, int, datetime]]:
    """Each step with its stage (0, 1) and its moment: none before the one before, none after now."""
    steps, stage, at = file.steps, -1, windows[0].opens
    draw = Random(f"moments {file.code}")
    for place, step in enumerate(steps):
        last = place == len(steps) - 1
        if step == Step.WRITE:
            stage += 1
            at = (
                max(at, windows[stage].opens) + (min(now, windows[stage].shuts) - windows[stage].opens) * 0.05
            )
        elif step == Step.FILE:
            room = min(now, windows[stage].shuts) - at
            at += room * (0.1 + draw.random() * (0.8 if last else 0.2))
        elif step == Step.NOTIFY and last and file.path != OVERDUE:
            at = max(at, now - timedelta(hours=1 + 5 * draw.random()))
        else:
            late = step == Step.REFUSE and steps[place - 1] == Step.NOTIFY
            at += timedelta(days=LATE if late else DAYS[step])
        at = min(at, now - timedelta(minutes=len(steps) - place))
        yield step, stage, at
