"""What stands behind the addresses of the funding: the part of `things` that its rooms add to."""

from collections.abc import Callable, Mapping
from itertools import count

from django.utils import timezone

from kinoqor.accounts.organisation.models import Organisation
from kinoqor.accounts.organisation.words import OrganisationKind
from kinoqor.accounts.user.models import User
from kinoqor.funding.applicant.actions import save_company
from kinoqor.funding.application.actions import set_aside
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.queries import form_of
from kinoqor.funding.call.actions import begin_call, load_calls
from kinoqor.funding.call.actions import begin_draft as begin_call_draft
from kinoqor.funding.call.queries import draft as call_draft
from kinoqor.funding.call.queries import published
from kinoqor.funding.complaint.actions import answer, complain
from kinoqor.funding.complaint.words import Answer
from kinoqor.funding.estimate.queries import usual_chapters
from kinoqor.funding.filing.actions import file
from kinoqor.funding.filing.rules import Asked
from kinoqor.funding.hand.actions import invite
from kinoqor.funding.hand.words import Right
from kinoqor.funding.programme.actions import load_programmes
from kinoqor.funding.question.actions import begin_draft, begin_form, load_forms
from kinoqor.funding.question.actions import publish as publish_form
from tests import people
from tests.deciding.allocation import listing
from tests.deciding.making import AWARD, QUOTA
from tests.funding.application import making
from tests.funding.check import making as checking
from tests.house.routes import Kwargs
from tests.house.tree import ROOT
from tests.judging import making as judging
from tests.make import BY

ANY, OWN, OTHERS = "any", "own", "other's"
PACK = ROOT / "packs" / "kz"
Things = Mapping[str, Mapping[str, Kwargs]]
WHY = "The paper stands in the file, on its first page."
_numbers = count(1)


def forms(user: User | None, other: User) -> Things:
    """A form of questions with a version in force and a draft."""
    code, name = f"form-{next(_numbers)}", dict.fromkeys(("kk", "ru", "en"), "Test")
    version = begin_form(code, name, by=BY)
    publish_form(code, version.revision, by=BY)
    begin_draft(code, by=BY)
    form = {ANY: {"code": code}}
    group = {ANY: {"code": code, "group": "film"}}
    numbered = {ANY: {"code": code, "number": 1}, "draft": {"code": code, "number": 2}}
    steps = ("", "-draft", "-drop", "-publish", "-name", "-move")
    return {
        **{f"question-form{step}": form for step in steps}, "question-group-new": form,
        "question-form-version": numbered, "question-form-try": numbered, "question-group": group,
        "question-new": group, "question": {ANY: {"code": code, "group": "film", "question": "title"}},
    }  # fmt: skip


def calls(user: User | None, other: User) -> Things:
    """Calls: one published, one with a draft beside what counts, one that nobody but officers knows of yet."""
    load_programmes(PACK, by=BY)
    load_calls(PACK, by=BY)
    if call_draft("selection-2024") is None:
        begin_call_draft("selection-2024", by=BY)
    new = f"new{next(_numbers)}"
    begin_call(new, "selection-2025", False, by=BY)
    seen = {"published": {"ref": "selection-2025"}, "not yet": {"ref": new}}
    kept = {**seen, "with a draft": {"ref": "selection-2024"}}
    steps = ("", "-preview", "-draft", "-publish", "-drop", "-step", "-annul")
    programme = {ANY: {"ref": "national-cinema"}}
    return {
        **{f"desk-call{step}": kept for step in steps},
        "desk-call-part": {which: {**named, "part": "texts"} for which, named in kept.items()},
        **_lists(kept),
        "call": seen, "call-check": seen, "call-version": {"published": {"ref": "selection-2025", "number": 1}},
        "programme": programme, "working-days": programme, "desk-programme": programme,
    }  # fmt: skip


def _lists(kept: Mapping[str, Kwargs]) -> Things:
    """The lists of a draft, and an entry of one."""
    listed = {which: {**named, "name": "papers"} for which, named in kept.items()}
    one = {which: {**named, "key": "script.identity"} for which, named in listed.items()}
    return {
        "draft-list": listed, "draft-new": listed, "draft-move": listed, "draft-entry": one, "draft-out": one,
    }  # fmt: skip


def applications(user: User | None, other: User) -> Things:
    """Applications on which one has a hand and of somebody else, drafts and filed ones, and what hangs on them."""
    if published(making.REF) is None:
        judged = {
            "criteria": judging.CRITERIA, "judging": [judging.MANNER, {**judging.MANNER, "stage": judging.SECOND}],
            "awarding": [AWARD, {**listing.AWARD, "stage": judging.SECOND}], "quotas": [QUOTA],
        }  # fmt: skip
        making.call(complaint={"days": 10, "answer_days": 15}, papers="script", **judged, **making.WIDE)
    whose = {OTHERS: other} | ({OWN: user} if user else {})
    drafts = {which: making.application(each, _company()) for which, each in whose.items()}
    filed = {f"{which}, filed": _filed(each) for which, each in whose.items()}
    found = {which: {"number": one.pk} for which, one in (drafts | filed).items()}
    asides = {
        which: {"number": one.pk, "aside": set_aside(one.pk, form_of(one).groups[0].code, {}, by=BY)}
        for which, one in drafts.items()
    }
    receipts = {which: {"number": one.pk, "which": 1} for which, one in filed.items()}
    secret = f"invitation{next(_numbers)}"
    some = drafts[OTHERS]
    invite(
        some.name,
        Right.FILE,
        Right.VIEW,
        f"{secret}@example.org",
        secret,
        "https://example.org/",
        "Film",
        by=people.user().doer,
    )
    pages = ("", "-film", "-crew", "-propose", "-files", "-hands", "-withdraw", "-complete", "-file")
    chapter, part = usual_chapters()[0].code, form_of(some).groups[0].code
    return {
        **{f"application{page}": found for page in pages},
        "application-part": {which: {**named, "part": part} for which, named in found.items()},
        "application-aside": asides, "application-receipt": receipts, "application-snapshot": receipts,
        "application-join": {"private address": {"secret": secret}}, "application-new": {ANY: {"ref": making.REF}},
        **{f"estimate{page}": found for page in ("", "-plan", "-schedule", "-load", "-csv", "-xlsx")},
        "estimate-chapter": {which: {**named, "chapter": chapter} for which, named in found.items()},
        "application-alike": found,
    }  # fmt: skip


def _company() -> Organisation:
    """A company of its own, since one company may write and file only so much to a call."""
    return making.company(f"Company {next(_numbers)}")


def _filed(user: User) -> Application:
    one = making.application(user, _company())
    file(one.pk, Asked(one.stage, one.revision, timezone.now(), "en", even_so=True), by=user.doer)
    return one


def companies(user: User | None, other: User) -> Things:
    """The file of a company."""
    where = people.body(OrganisationKind.COMPANY, f"Test studio {next(_numbers)}")
    load_forms(by=BY)
    save_company(where.pk, {}, 0, by=BY)
    return {"company-read": {ANY: {"number": where.pk}}}


def checks(user: User | None, other: User) -> Things:
    """Files that wait for the check, are being repaired, were refused; complaints, one of them answered. Of another
    company, of one's own hand, and of a company in which one sits.
    """
    by = checking.officer()
    mine = user if user else other
    where = people.body(OrganisationKind.COMPANY, f"Checked company {next(_numbers)}")
    waits, repaired = checking.filed(of=where), checking.filed(mine, where, complete=False)
    checking.noticed(repaired, by)
    elsewhere = people.body(OrganisationKind.COMPANY, f"Checked company {next(_numbers)}")
    gone, over = (checking.filed(who, elsewhere, complete=False) for who in (other, mine))
    refusal, answered = checking.refused(gone, by), checking.refused(over, by)
    open_, done = (complain(each, WHY, checking.NOW, by=other.doer) for each in (refusal, answered))
    answer(done, Answer.REJECTED, checking.NOW, by=checking.officer().doer, why=WHY)
    files = {"waits": waits, "repaired": repaired, "refused": gone, "refused, own": over}
    found = {which: {"number": number} for which, number in files.items()}
    refusals = {"other's": {"number": refusal}, "own": {"number": answered}}
    return {
        **{f"check{step}": found for step in ("", "-notice", "-refuse", "-admit")}, "repair": found,
        "application-refusal": {which: found[which] for which in ("waits", "refused", "refused, own")},
        "complaint": refusals, "complaint-new": refusals,
        "complaint-answer": {"open": {"number": open_}, "answered": {"number": done}},
    }  # fmt: skip


FUNDED: tuple[Callable[[User | None, User], Things], ...] = (
    calls,
    forms,
    companies,
    applications,
    checks,
)
