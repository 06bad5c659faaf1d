"""The steps of an invented file, each by the action that people use."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import override

from kinoqor.funding.application.actions import begin, move, save, save_crew, withdraw
from kinoqor.funding.application.adapters.points import norms_of
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.queries import asks_estimate, case_of, form_of, one
from kinoqor.funding.application.rules import New
from kinoqor.funding.call.queries import terms_of
from kinoqor.funding.check.actions import admit, judge, notify, refuse
from kinoqor.funding.check.adapters.points import points
from kinoqor.funding.check.queries import file as checked
from kinoqor.funding.check.queries import standing_refusal
from kinoqor.funding.check.words import Judged
from kinoqor.funding.complaint.actions import answer, complain
from kinoqor.funding.complaint.queries import complaint_of
from kinoqor.funding.complaint.words import Answer
from kinoqor.funding.demonstration.adapters.filled import estimate, values
from kinoqor.funding.demonstration.adapters.papers import send_papers
from kinoqor.funding.demonstration.rules import File, Script, crew, is_incomplete, refused_by
from kinoqor.funding.demonstration.words import Step
from kinoqor.funding.estimate.actions import load_lines, save_plan, save_schedule
from kinoqor.funding.estimate.queries import seen
from kinoqor.funding.filing.actions import file as file_it
from kinoqor.funding.filing.queries import latest_filing
from kinoqor.funding.filing.rules import Asked
from kinoqor.ledger.deed.actions import Doer

CLOCK = Doer("clock")
# Whose papers are still read, by officers or by experts.
WAITING = (Step.FILE, Step.NOTIFY, Step.REPAIR, Step.COMPLAIN, Step.UPHOLD, Step.ADMIT)
EMPTY = seen([])  # what the writer of a new estimate saw


@dataclass
class Cast:
    """Who plays: the officers, and each company with its number and the one who acts for it."""

    script: Script
    officers: list[Doer]
    companies: dict[str, tuple[int, Doer]] = field(default_factory=dict)

    def producer(self, file: File) -> Doer:
        """Who acts for the company of a file."""
        return self.companies[file.company][1]

    def officer(self, file: File) -> Doer:
        """Who judges a file: not the one who sits in the first company too."""
        return self.officers[1 if file.company == next(iter(self.companies)) else int(file.code[1:]) % 2]

    def other(self, file: File) -> Doer:
        """The colleague who answers complaints."""
        return next(each for each in self.officers if each != self.officer(file))


def take(cast: Cast, file: File, number: int, step: Step, stage: int, at: datetime) -> int:
    """Take a step at a moment; give the number of the application."""
    if step == Step.WRITE:
        number = number or _begin(cast, file, at)
        _write(cast, file, one(number), stage, at)
    else:
        _STEPS[step](cast, file, one(number), at)
    return number


def _begin(cast: Cast, file: File, at: datetime) -> int:
    company, producer = cast.companies[file.company]
    new = New(file.call, file.stream, file.kind, file.titles, company, file.language)
    return begin(new, at, by=producer)


def _write(cast: Cast, file: File, of: Application, stage: int, at: datetime) -> None:
    """Answer the questions of the stage; a file that is still written, or not yet, is answered in part."""
    by: dict[str, Any] = {"by": cast.producer(file), "subject": of.film.ref}
    terms, form = terms_of(of.version), form_of(of)
    missing = cast.script.words["missing"][of.stage] if is_incomplete(cast.script, file, stage) else ""
    whole = file.steps[-1] not in (Step.WRITE, Step.LAPSE)
    groups = form.groups if whole else form.groups[: 1 + int(file.code[1:]) % 3]
    codes = [
        code
        for group in groups
        for code in ([group.code] if group.repeats else [each.code for each in group.questions])
        if code != missing
    ]
    given = values(cast.script, file, timezone.localdate(at), [each.code for each in terms.themes], codes)
    of.revision = save(of.pk, groups[0].code, given, of.revision, at, **by)
    if stage == 0 and len(groups) > 1:
        save_crew(of.pk, crew(cast.script, file), of.revision, at, **by)
    if whole:
        _add(cast, file, of, at)


def _add(cast: Cast, file: File, of: Application, at: datetime) -> None:
    """The papers, which are taken by the clock of the house, and the estimate where the stage asks for one."""
    by: dict[str, Any] = {"by": cast.producer(file), "subject": of.film.ref}
    if file.steps[-1] in WAITING and case_of(of, timezone.now()).window:
        send_papers(of, cast.script, file, by["by"])
    if asks_estimate(of, terms_of(of.version)) and case_of(of, at).window:
        by["now"] = at
        items, plan, spans = estimate(cast.script, file, norms_of(of, timezone.localdate(at)))
        load_lines(of.pk, items, EMPTY, **by)
        save_plan(of.pk, plan, EMPTY, **by)
        save_schedule(of.pk, spans, EMPTY, **by)


def _file(cast: Cast, file: File, of: Application, at: datetime) -> None:
    asked = Asked(of.stage, of.revision, at, file.language, even_so=True)
    with override(file.language):  # the open points are kept in the language of whoever files
        file_it(of.pk, asked, by=cast.producer(file), subject=of.film.ref)


def _judge(cast: Cast, file: File, of: Application, at: datetime, fault: str = "") -> int:
    """Judge the whole check list, with one fault or none; give the filing that was judged."""
    filing = latest_filing(of.pk)
    assert filing is not None
    words = cast.script.said("fault", file.language)
    judged = {
        each.code: (Judged.FAULT, words) if each.code == fault else (Judged.MET, "")
        for each in terms_of(of.version).checks
    }
    judge(of.pk, filing.pk, judged, at, by=cast.officer(file), subject=of.film.ref)
    return filing.pk


def _notify(cast: Cast, file: File, of: Application, at: datetime) -> None:
    filing = _judge(cast, file, of, at, "complete")
    words = cast.script.said("fault", file.language)
    named = points(checked(of.pk, at), [("complete", cast.script.words["missing"][of.stage], words)])
    notify(of.pk, filing, named, at, by=cast.officer(file), subject=of.film.ref)


def _repair(cast: Cast, file: File, of: Application, at: datetime) -> None:
    place = cast.script.words["missing"][of.stage]
    given = values(cast.script, file, timezone.localdate(at), [], [place])
    home = form_of(of).home(place)
    assert home is not None
    by: dict[str, Any] = {"by": cast.producer(file), "subject": of.film.ref}
    save(of.pk, home[0].code, given, of.revision, at, **by)
    _file(cast, file, one(of.pk), at)


def _admit(cast: Cast, file: File, of: Application, at: datetime) -> None:
    filing = _judge(cast, file, of, at)
    admit(of.pk, filing, at, by=cast.officer(file), subject=of.film.ref)


def _refuse(cast: Cast, file: File, of: Application, at: datetime) -> None:
    said = refused_by(cast.script, file)
    if Step.NOTIFY in file.steps:
        said = cast.script.words["refusals"][0]
    code = {"incomplete": "complete"}.get(said["code"], said["code"])
    filing = _judge(cast, file, of, at, code)
    named = points(checked(of.pk, at), [(code, "", said[file.language])])
    by = {"by": cast.officer(file), "why": said[file.language], "subject": of.film.ref}
    refuse(of.pk, filing, said["code"], named, at, **by)


def _complain(cast: Cast, file: File, of: Application, at: datetime) -> None:
    refusal = standing_refusal(of.pk)
    assert refusal is not None
    words = cast.script.said("complaint", file.language)
    complain(refusal.pk, words, at, by=cast.producer(file), subject=of.film.ref)


def _answer(how: Answer, key: str) -> Callable[[Cast, File, Application, datetime], None]:
    def answered(cast: Cast, file: File, of: Application, at: datetime) -> None:
        refusal = standing_refusal(of.pk)
        found = complaint_of(refusal.pk) if refusal else None
        assert found is not None
        words = cast.script.said(key, file.language)
        answer(found.pk, how, at, by=cast.other(file), why=words, subject=of.film.ref)

    return answered


def _move(step: str, stage: bool = False) -> Callable[[Cast, File, Application, datetime], None]:
    def moved(cast: Cast, file: File, of: Application, at: datetime) -> None:
        by = CLOCK if step == "lapse" else cast.officer(file)
        last = terms_of(of.version).stages[-1].code
        move(of.pk, step, stage=last if stage else "", by=by, subject=of.film.ref)

    return moved


def _withdraw(cast: Cast, file: File, of: Application, at: datetime) -> None:
    why = cast.script.said("withdrawn", file.language)
    withdraw(of.pk, by=cast.producer(file), why=why, subject=of.film.ref)


_STEPS: dict[Step, Callable[[Cast, File, Application, datetime], None]] = {
    Step.FILE: _file, Step.NOTIFY: _notify, Step.REPAIR: _repair, Step.ADMIT: _admit, Step.REFUSE: _refuse,
    Step.COMPLAIN: _complain, Step.UPHOLD: _answer(Answer.UPHELD, "upheld"),
    Step.REJECT: _answer(Answer.REJECTED, "rejected"), Step.CHOOSE: _move("choose", stage=True),
    Step.PASS_OVER: _move("pass_over"), Step.WITHDRAW: _withdraw, Step.LAPSE: _move("lapse"),
}  # fmt: skip
