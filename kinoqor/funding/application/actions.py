"""What is done with an application: begun, written, shared, filed, withdrawn, and moved on by those who judge it."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.notice.queries import number_of
from kinoqor.funding.application import queries, rules
from kinoqor.funding.application.models import Application, Aside
from kinoqor.funding.application.rules import New, Repair
from kinoqor.funding.application.words import CREW, FILM, FLOW, State
from kinoqor.funding.call.queries import published, terms_of
from kinoqor.funding.call.rules import may_pair, open_stage
from kinoqor.funding.hand.actions import open_hand
from kinoqor.funding.hand.words import Right
from kinoqor.funding.question.queries import form_in_force
from kinoqor.keeping.edit.queries import next_numbers
from kinoqor.keeping.newcomer.actions import propose, take_back
from kinoqor.keeping.newcomer.rules import Person
from kinoqor.kit.turn import wait_turn
from kinoqor.kit.verdict import Refused, no, require
from kinoqor.ledger.deed.actions import Doer, Line, deed
from kinoqor.register.subject.actions import begin_subjects
from kinoqor.register.subject.words import Kind

AFTER_FILING = "kinoqor.funding.application.clock.after_filing"  # the job that writes the receipt


@deed("funding.application.begun", _("An application begun"), _("%(who)s began application %(application)s"))
def begin(line: Line, new: New, now: datetime) -> int:
    """Begin an application to a call that is open, for a company; its film becomes a subject that nobody sees yet."""
    version = published(new.call)
    stage = open_stage(terms_of(version), now) if version and version.call.annulled_id is None else None
    drafts = queries.drafts_of(new.organisation, version.call_id) if version else 0
    require(rules.may_begin(drafts, stage is not None))
    assert version is not None and stage is not None
    require(may_pair(terms_of(version), new.stream, new.kind))
    form = _form(stage.form)
    earlier = queries.own_earlier(new.again, new.organisation) if new.again else None
    values = dict(earlier.values) if earlier else {}
    values |= {f"title_{lang}": title for lang, title in new.titles.items() if title}
    made = Application.objects.create(
        version=version, organisation_id=new.organisation, stage=stage.code, stream=new.stream, kind=new.kind,
        film_id=earlier.film_id if earlier else _begin_film(line), form_version=form, values=values,
        crew=earlier.crew if earlier else [], made=line.deed, changed=now, language=new.language,
    )  # fmt: skip
    user = number_of(line.deed.voice)
    if user:
        open_hand(made.name, user, Right.FILE, by=_by(line))
    line.details.update(application=made.pk, call=new.call)
    return made.pk


def _begin_film(line: Line) -> int:
    wait_turn(f"numbers of {Kind.WORK}")
    [ref] = next_numbers(Kind.WORK, 1)
    return begin_subjects([(ref, Kind.WORK)], "hand", by=_by(line))[ref]


@deed(
    "funding.application.saved",
    _("An application written on"),
    _("%(who)s wrote application %(application)s: %(part)s"),
)
def save(line: Line, number: int, part: str, values: Mapping[str, Any], revision: int, now: datetime) -> int:
    """Save the answers of a part that was loaded at a revision; give the new one. `None` takes an answer out.

    Refused where the part was changed since; what was sent is then set aside by `set_aside`, so that both are kept.
    """
    application = queries.held(number)
    changed = [place for place, value in values.items() if application.values.get(place) != value]
    if not changed:
        return application.revision
    require(rules.unchanged_since(revision, _revision_of(application, part)))
    case = queries.case_of(application, now)
    for place in changed:
        require(rules.may_change(case, place, now))
    kept = application.values | {place: values[place] for place in changed}
    application.values = {place: value for place, value in kept.items() if value is not None}
    return _changed(line, application, part, now)


@deed(
    "funding.application.crew_saved",
    _("The crew of an application changed"),
    _("%(who)s changed the crew of application %(application)s"),
)
def save_crew(
    line: Line, number: int, crew: Sequence[Mapping[str, Any]], revision: int, now: datetime
) -> int:
    """Save who makes the film, as one list; give the new revision."""
    application = queries.held(number)
    require(rules.unchanged_since(revision, _revision_of(application, CREW)))
    require(rules.may_change(queries.case_of(application, now), CREW, now))
    require(rules.may_have_crew(crew))
    application.crew = [dict(member) for member in crew]
    return _changed(line, application, CREW, now)


@deed(
    "funding.application.member_proposed",
    _("Somebody new proposed for the crew of an application"),
    _("%(who)s proposed somebody new for the crew of application %(application)s"),
)
def propose_member(
    line: Line, number: int, member: Mapping[str, Any], person: Person, besides: Collection[str], revision: int,
    now: datetime,
) -> str:  # fmt: skip
    """Put somebody on the crew whom the register does not know, and propose them to it; give the number under which
    they wait. `member` is the role, the name on the list and the citizenship; `besides`: see `keeping.newcomer`.
    """
    application = queries.held(number)
    require(rules.unchanged_since(revision, _revision_of(application, CREW)))
    require(rules.may_change(queries.case_of(application, now), CREW, now))
    require(rules.may_have_crew([*application.crew, member]))
    ref: str = propose(person, application.organisation_id, besides, by=_by(line))
    application.crew = [*application.crew, {**member, "ref": ref}]
    _changed(line, application, CREW, now)
    return ref


@deed(
    "funding.application.member_taken_back",
    _("Somebody proposed for a crew taken back"),
    _("%(who)s took back whom application %(application)s had proposed to the register"),
)
def take_back_member(line: Line, number: int, ref: str, revision: int, now: datetime) -> int:
    """Take back the proposal of somebody on the crew while it waits; they stay on the list by their name alone. Gives
    the new revision.
    """
    application = queries.held(number)
    require(rules.unchanged_since(revision, _revision_of(application, CREW)))
    require(rules.may_change(queries.case_of(application, now), CREW, now))
    others = (
        queries.of_company(application.organisation_id)
        .exclude(state__in=(State.WITHDRAWN, State.LAPSED))
        .exclude(pk=number)
    )
    require(
        rules.may_take_back([one.pk for one in others if any(each.get("ref") == ref for each in one.crew)])
    )
    take_back(ref, application.organisation_id, by=_by(line))
    application.crew = [{**each, "ref": ""} if each.get("ref") == ref else each for each in application.crew]
    return _changed(line, application, CREW, now)


@deed(
    "funding.application.film_saved",
    _("Stream and kind of an application changed"),
    _("%(who)s changed stream and kind of application %(application)s"),
)
def save_film(line: Line, number: int, stream: str, kind: str, revision: int, now: datetime) -> int:
    """Change the stream and the kind of the film while all of it may be written; give the new revision."""
    application = queries.held(number)
    require(rules.unchanged_since(revision, _revision_of(application, FILM)))
    require(rules.may_change(queries.case_of(application, now), FILM, now))
    require(may_pair(terms_of(queries.version_now(application)), stream, kind))
    application.stream, application.kind = stream, kind
    return _changed(line, application, FILM, now)


@deed(
    "funding.application.touched",
    _("Papers or estimate of an application changed"),
    _("%(who)s changed application %(application)s: %(part)s"),
)
def touch(line: Line, number: int, part: str, now: datetime, place: str = "") -> int:
    """Note that what is kept beside the answers (a paper, the estimate) is changed, at a place of its part, where the
    application may be changed there; give the new revision.
    """
    application = queries.held(number)
    require(rules.may_change(queries.case_of(application, now), place or part, now))
    return _changed(line, application, part, now)


@deed(
    "funding.application.set_aside",
    _("A version of an application set aside"),
    _("%(who)s came too late to save %(part)s of application %(application)s; it is kept beside"),
)
def set_aside(line: Line, number: int, part: str, values: Mapping[str, Any]) -> int:
    """Keep what came too late to be saved over another version, until someone has looked at both; give its number."""
    application = queries.held(number)
    require(rules.may_set_aside(queries.asides_of(number).count()))
    made = Aside.objects.create(application=application, part=part, values=dict(values), made=line.deed)
    line.details.update(application=number, part=part)
    return made.pk


@deed(
    "funding.application.settled",
    _("Two versions of an application compared"),
    _("%(who)s compared two versions of %(part)s of application %(application)s"),
)
def settle_aside(line: Line, number: int, aside: int) -> None:
    """Someone has looked at both versions; what was set aside stays to be read in the record and is shown no more."""
    found = Aside.objects.select_for_update().get(pk=aside, application=number)
    found.settled = found.settled or line.deed
    found.save(update_fields=["settled"])
    line.details.update(application=number, part=found.part)


@deed(
    "funding.application.marked_filed",
    _("An application marked as filed"),
    _("%(who)s filed application %(application)s"),
)
def mark_filed(line: Line, application: Application, now: datetime, language: str) -> None:
    """What a filing does to an application that is held: it is filed under the version of the call that holds now."""
    application.version = queries.version_now(application)
    application.filed_at, application.language = now, language
    application.repair = {}
    before, application.state = application.state, State(FLOW.after("file", application.state))
    application.save(update_fields=["version", "state", "filed_at", "repair", "language"])
    line.details.update(application=application.pk, before=before, after=str(application.state))


@deed(
    "funding.application.withdrawn",
    _("An application withdrawn"),
    _("%(who)s withdrew application %(application)s"),
)
def withdraw(line: Line, number: int) -> None:
    """Withdraw an application, with the deed's reason if one is given; what was filed stays in the record."""
    application = queries.held(number)
    require(rules.may_withdraw(application.state))
    _move(line, application, "withdraw")


@deed(
    "funding.application.moved",
    _("An application moved on"),
    _("%(who)s moved application %(application)s from “%(before)s” to “%(after)s”"),
)
def move(line: Line, number: int, step: str, repair: Mapping[str, Any] | None = None, stage: str = "") -> str:
    """Take a step of the flow from outside the applicant's hands (check, choice, time); give the state it leads to.

    `repair` is what a notice lets the applicant repair: {"places": [...], "until": moment in ISO, "notice": number};
    `stage` the stage that is due from now on, whose questions are asked then.
    """
    application = queries.held(number)
    if stage:
        application.form_version = _form(queries.stage_form(application, stage))
        application.stage = stage
    application.repair = dict(repair or {})
    Repair.read(application.repair)
    return _move(line, application, step)


def _move(line: Line, application: Application, step: str) -> str:
    before = application.state
    application.state = State(FLOW.after(step, before))
    application.revision += 1
    application.save(update_fields=["state", "stage", "form_version", "repair", "revision"])
    line.details.update(application=application.pk, before=before, after=str(application.state))
    return str(application.state)


def _form(code: str) -> Any:
    found = form_in_force(code)
    if found is None:
        raise Refused(
            no(_("The questions of this stage are not published yet."), way=_("See the call"), to="calls")
        )
    return found


def _revision_of(application: Application, part: str) -> int:
    return int(application.parts.get(part, [0])[0])


def _changed(line: Line, application: Application, part: str, now: datetime) -> int:
    application.revision += 1
    application.parts = application.parts | {part: [application.revision, line.deed.voice, now.isoformat()]}
    application.changed = now
    application.save(update_fields=["values", "crew", "stream", "kind", "revision", "parts", "changed"])
    line.details.update(application=application.pk, part=part)
    return application.revision


def _by(line: Line) -> Doer:
    return Doer(line.deed.voice, line.deed.hat)
