"""What is done with a call: loaded from a pack, drafted, changed, published, annulled; a published version stays."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from kinoqor.funding.call import rules
from kinoqor.funding.call.adapters.files import demonstration, digest
from kinoqor.funding.call.models import Call, CallVersion, Happening
from kinoqor.funding.call.queries import may_be_published, waiting
from kinoqor.funding.programme.queries import programme
from kinoqor.kit.verdict import YES, Refused, no, require
from kinoqor.ledger.deed.actions import Doer, Line, deed
from kinoqor.ledger.log.actions import salt, write


@deed(
    "funding.call.pack_loaded",
    _("The calls of a country pack loaded"),
    _("%(who)s loaded the calls of a country pack: %(call)s"),
)
def load_calls(line: Line, pack: Path) -> int:
    """Publish every call of a pack that does not stand as it is written there; give how many that were."""
    found = waiting(pack)
    for ref, document in found:
        load_call(ref, document, by=Doer(line.deed.voice))
    line.details["call"] = ", ".join(ref for ref, _document in found)
    return len(found)


@deed(
    "funding.call.demonstrated",
    _("Invented calls loaded"),
    _("%(who)s loaded the invented calls of a country pack: %(call)s"),
)
def load_demonstration(line: Line, pack: Path, day: date) -> list[str]:
    """Load the invented calls of a pack that are not there yet, with days counted from a day; give their short names."""
    found = demonstration(pack, day)
    for ref, document in found:
        if not Call.objects.filter(ref=ref).exists():
            load_call(ref, document, by=Doer(line.deed.voice))
    line.details["call"] = ", ".join(ref for ref, _document in found)
    return [ref for ref, _document in found]


@deed("funding.call.loaded", _("A call loaded"), _("%(who)s loaded the call %(call)s as version %(version)s"))
def load_call(line: Line, ref: str, document: Mapping[str, Any]) -> int:
    """Publish a call as its pack writes it; raises Faulty with every fault of the document."""
    rules.terms(document)
    call = _call(ref, document)
    made = _version(line, call, dict(document))
    made.published = line.deed
    made.save(update_fields=["published"])
    _tell(line, made)
    _record(line, made)
    return made.pk


def _call(ref: str, document: Mapping[str, Any]) -> Call:
    of = programme(str(document.get("programme") or ""))
    if of is None:
        raise Refused(no(_("The call names no programme that the house knows.")))
    before = Call.objects.filter(ref=document.get("rerun_of") or "").first()
    made, _new = Call.objects.get_or_create(ref=ref, defaults={"programme": of, "rerun_of": before})
    return made


def _version(line: Line, call: Call, document: dict[str, Any]) -> CallVersion:
    number = CallVersion.objects.filter(call=call).order_by("-number").values_list("number", flat=True)
    return CallVersion.objects.create(
        call=call, number=(number.first() or 0) + 1, terms=document, digest=digest(document), made=line.deed
    )


def _tell(line: Line, version: CallVersion) -> None:
    line.details.update(call=version.call.ref, version=version.number, digest=version.digest)


def _record(line: Line, version: CallVersion) -> None:
    """Say in the public record that a version counts, and which call its first one repeats."""
    by, call = Doer(line.deed.voice, line.deed.hat), version.call
    if version.number == 1 and call.rerun_of:
        write("call.rerun", call.rerun_of.ref, {"again": call.ref}, by=by)
    write("call.published", call.ref, {"version": version.number, "terms": version.digest}, by=by)


@deed(
    "funding.call.drafted",
    _("A draft of a call begun"),
    _("%(who)s began a draft of the call %(call)s: version %(version)s"),
)
def begin_draft(line: Line, ref: str) -> int:
    """Begin a draft from the version that counts; a call has one draft at a time."""
    call = Call.objects.select_for_update().get(ref=ref)
    require(rules.may_begin_draft(bool(call.annulled_id), call.versions.filter(published=None).exists()))
    last = call.versions.order_by("-number").first()
    made = _version(line, call, dict(last.terms) if last else {})
    _tell(line, made)
    return made.pk


@deed("funding.call.opened", _("A new call begun"), _("%(who)s began the new call %(call)s from %(like)s"))
def begin_call(line: Line, ref: str, like: str, repeats: bool) -> int:
    """Begin a new call as a draft after the model of another one, which it may repeat."""
    model = Call.objects.get(ref=like)
    require(rules.may_be_called(ref, Call.objects.filter(ref=ref).exists()))
    document = dict(model.versions.order_by("-number").values_list("terms", flat=True)[0])
    document.pop("rerun_of", None)
    if repeats:
        document["rerun_of"] = like
    made = _version(line, _call(ref, document | {"programme": model.programme.ref}), document)
    _tell(line, made)
    line.details["like"] = like
    return made.pk


@deed(
    "funding.call.edited", _("A draft of a call changed"), _("%(who)s changed the draft of the call %(call)s")
)
def edit(line: Line, ref: str, document: Mapping[str, Any], revision: int) -> int:
    """Put another document into a draft, if it can be read and nobody has changed the draft since `revision`."""
    draft = _draft(ref)
    require(rules.may_edit(draft.revision, revision))
    return _kept(line, draft, document)


@deed(
    "funding.call.amended",
    _("An entry of a draft of a call changed"),
    _("%(who)s changed the draft of the call %(call)s: %(what)s"),
)
def amend(line: Line, ref: str, what: str, change: Callable[[Mapping[str, Any]], Mapping[str, Any]]) -> int:
    """Let `change` make the next document from what a draft says at this moment, with nobody else at it meanwhile.

    `change` refuses where what it is about has changed; what was changed elsewhere in the draft stays.
    """
    draft = _draft(ref)
    revision = _kept(line, draft, change(draft.terms))
    line.details["what"] = what
    return revision


def _kept(line: Line, draft: CallVersion, document: Mapping[str, Any]) -> int:
    rules.terms(document)
    draft.terms, draft.digest, draft.revision = dict(document), digest(document), draft.revision + 1
    draft.save(update_fields=["terms", "digest", "revision"])
    _tell(line, draft)
    return draft.revision


@deed(
    "funding.call.published",
    _("A version of a call published"),
    _("%(who)s published the call %(call)s, version %(version)s"),
)
def publish(line: Line, ref: str, revision: int) -> int:
    """Let a draft count from now on; raises Faulty where its document cannot be read."""
    draft = _draft(ref)
    require(rules.may_edit(draft.revision, revision))
    rules.terms(draft.terms)
    require(may_be_published(draft))
    draft.published = line.deed
    draft.save(update_fields=["published"])
    _tell(line, draft)
    _record(line, draft)
    return draft.number


@deed(
    "funding.call.dropped",
    _("A draft of a call dropped"),
    _("%(who)s dropped the draft of the call %(call)s"),
)
def drop(line: Line, ref: str) -> None:
    """Drop a draft; what was published stays as it is."""
    draft = _draft(ref)
    _tell(line, draft)
    draft.delete()
    if not draft.call.versions.exists():
        draft.call.delete()


@deed(
    "funding.call.happened",
    _("A step of a call has happened"),
    _("%(who)s noted for the call %(call)s that “%(step)s” was on %(day)s"),
)
def note_step(line: Line, ref: str, step: str, day: date, until: date | None = None) -> None:
    """Note when a step of a call really happened; a later line corrects an earlier one."""
    call = Call.objects.get(ref=ref)
    version = call.versions.exclude(published=None).order_by("-number").first()
    steps = rules.steps(rules.terms(version.terms)) if version else ()
    require(rules.may_note(step, steps, day, until, line.deed.at.date()))
    Happening.objects.create(call=call, step=step, day=day, until=until, made=line.deed)
    line.details.update(call=ref, step=step, day=str(day))


@deed("funding.call.annulled", _("A call annulled"), _("%(who)s annulled the call %(call)s"))
def annul(line: Line, ref: str) -> None:
    """Annul a call with the reason that the deed gives; it stays readable, and nothing can be filed any more."""
    call = Call.objects.select_for_update().get(ref=ref)
    require(rules.may_annul(bool(call.annulled_id), line.deed.why))
    call.annulled = line.deed
    call.save(update_fields=["annulled"])
    line.details["call"] = ref
    by = Doer(line.deed.voice, line.deed.hat)
    write("call.annulled", ref, {"why": salt(line.deed.why, by=by)}, by=by)


def _draft(ref: str) -> CallVersion:
    found = CallVersion.objects.select_for_update().select_related("call", "call__programme")
    draft = found.filter(call__ref=ref, published=None).first()
    require(YES if draft else no(_("This call has no draft."), way=_("Begin one"), to="desk-calls"))
    assert draft is not None
    return draft
