"""The count afterwards: what the database and the kept bytes say, held against what each applicant was told."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from benchmarks.crowd.deeds import PAPERS
from benchmarks.crowd.stage import Applicant
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.words import State
from kinoqor.funding.filing.models import Filing
from kinoqor.ledger.file.models import File
from kinoqor.ledger.file.queries import bytes_of

PREFIX = "application:"
UNFILED = (State.DRAFT, State.LAPSED)


@dataclass(slots=True)
class Counted:
    """How many of an hour were acknowledged, and how many of them are not as they must be."""

    acknowledged: int = 0
    refused: int = 0
    lost: int = 0
    doubled: int = 0
    not_whole: int = 0
    not_filed: int = 0  # filed though the applicant was told that it was not
    papers: int = 0
    papers_spoilt: int = 0
    papers_doubled: int = 0
    why: list[str] = field(default_factory=list)  # of each that is not whole


def counted(applicants: Iterable[Applicant]) -> Counted:
    """The count of these applicants."""
    crowd = list(applicants)
    numbers = [one.number for one in crowd]
    filings: dict[int, list[Filing]] = defaultdict(list)
    for filing in Filing.objects.filter(application__in=numbers).order_by("pk"):
        filings[filing.application_id].append(filing)
    papers: dict[int, list[File]] = defaultdict(list)
    for paper in File.objects.filter(holder__startswith=PREFIX, gone=None):
        papers[int(paper.holder.removeprefix(PREFIX))].append(paper)
    states = dict(Application.objects.filter(pk__in=numbers).values_list("pk", "state"))
    found = Counted()
    for one in crowd:
        _count(found, one, filings[one.number], papers[one.number], states[one.number])
    return found


def _count(found: Counted, one: Applicant, filings: list[Filing], papers: list[File], state: str) -> None:
    found.refused += one.refused
    found.papers += len(papers)
    found.papers_spoilt += sum(_digest(paper) != paper.digest for paper in papers)
    found.papers_doubled += max(0, len(papers) - len(PAPERS))
    found.doubled += max(0, len(filings) - 1)
    if not one.filing:
        found.not_filed += len(filings) + (state not in UNFILED)
        return
    found.acknowledged += 1
    mine = next((filing for filing in filings if filing.number == one.filing), None)
    if mine is None:
        found.lost += 1
        return
    wrong = [words for words, right in _whole(mine, one, papers).items() if not right]
    if wrong or state != State.FILED:
        found.not_whole += 1
        found.why.append(f"application {one.number}, {state}: {', '.join(wrong)}")


def _whole(filing: Filing, one: Applicant, papers: list[File]) -> dict[str, bool]:
    """Whether the frozen text is the one that was given out, and says all that was acknowledged, papers included."""
    told = json.loads(filing.snapshot)
    frozen = {(each["slot"], each["digest"]) for each in told["files"]}
    listed = {(slot, each) for slot, _name, each, _size in filing.files}
    kept = {(paper.slot, _digest(paper)) for paper in papers}
    return {
        "its digest": hashlib.sha256(filing.snapshot.encode()).hexdigest() == filing.digest,
        "the text that was given out": filing.digest == one.digest,
        "the papers that came": one.papers == frozen == listed == kept,
        **{code: _said(told["answers"], code) == value for code, value in one.saved.items()},
    }


def _said(answers: dict[str, Any], code: str) -> Any:
    value = answers.get(code)
    return value[0].get("author") if code == "rights" and value else value


def _digest(paper: File) -> str:
    """The SHA-256 of the bytes that are kept; empty where they are gone."""
    try:
        with bytes_of(paper) as opened:
            return hashlib.sha256(opened.read()).hexdigest()
    except FileNotFoundError:
        return ""
