"""Questions about bodies: who sits on them when, who may not, what is known of somebody."""

import tomllib
from collections.abc import Iterable
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Count, F, Q, QuerySet
from django.utils.translation import gettext as _

from kinoqor.accounts.organisation.models import Organisation
from kinoqor.accounts.organisation.words import OrganisationKind
from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.funding.applicant.models import Applicant
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.queries import filed, holder, worked_on_by
from kinoqor.funding.application.words import COUNTED
from kinoqor.funding.call.queries import all_published, terms_of
from kinoqor.funding.conflict.queries import shut_to
from kinoqor.funding.programme.models import Programme
from kinoqor.judging.panel.models import Body, Member, Photograph
from kinoqor.judging.panel.rules import bars_seated, written
from kinoqor.judging.panel.rules.barring import USUAL, in_force, rounds_sat
from kinoqor.judging.panel.rules.barring import read as read_barring
from kinoqor.judging.panel.words import Barring, BarRules, BodyKind, Doubt, Ground, Known
from kinoqor.judging.panel.words import Body as Lawful
from kinoqor.judging.panel.words import Member as Seated
from kinoqor.kit.canonical import canonical
from kinoqor.kit.document import Part
from kinoqor.kit.fold import fold
from kinoqor.kit.question import said
from kinoqor.ledger.deed.models import Deed
from kinoqor.register.card.models import Card
from kinoqor.register.credit.queries import of_person
from kinoqor.register.credit.words import Role as Credited
from kinoqor.register.face.queries import cards, title
from kinoqor.register.identity.queries import refs_with
from kinoqor.register.subject.words import Kind
from kinoqor.ui.pack import language

READERS = (Role.OFFICER, Role.AUDITOR)
BARRED = "judging.panel.barred"


def bodies() -> QuerySet[Body]:
    """Every body with its programme; those that are at work first."""
    found = Body.objects.select_related("programme", "made", "closed")
    return found.order_by(F("closed").asc(nulls_first=True), "programme__ref", "ref")


def with_members(found: QuerySet[Body], day: date) -> QuerySet[Body]:
    """The same, each with how many of its members sit on a day (`sitting`)."""
    held = Q(members__seat__until=None) | Q(members__seat__until__gte=day)
    return found.annotate(sitting=Count("members", filter=held & Q(members__seat__since__lte=day)))


def body(ref: str) -> Body | None:
    """The body of a number."""
    return bodies().filter(ref=ref).first()


def members() -> QuerySet[Member]:
    """Every membership there was, with its seat and person: the chair first, then by the days of the term."""
    joined = ("body__programme", "seat__user", "seat__ended", "made")
    return Member.objects.select_related(*joined).order_by("-chair", "seat__since", "pk")


def member(number: int) -> Member | None:
    """The membership of a number."""
    return members().filter(pk=number).first()


def members_on(of: Body | int, day: date) -> QuerySet[Member]:
    """Who sits on a body on a day."""
    held = Q(seat__until=None) | Q(seat__until__gte=day)
    return members().filter(held, body=of, seat__since__lte=day)


def sitting_on(day: date) -> QuerySet[Member]:
    """Who sits on a day on any body that is at work."""
    held = Q(seat__until=None) | Q(seat__until__gte=day)
    return members().filter(held, seat__since__lte=day, body__closed=None, seat__user__erased=None)


def members_from(of: Body | int, day: date) -> QuerySet[Member]:
    """Whose term on a body is not over on a day: who sits there, and who is to."""
    return members().filter(Q(seat__until=None) | Q(seat__until__gte=day), body=of)


def members_before(of: Body | int, day: date) -> QuerySet[Member]:
    """Whose term on a body was over before a day, the last to leave first."""
    return members().filter(body=of, seat__until__lt=day).order_by("-seat__until", "pk")


def member_of(who: Who) -> list[Member]:
    """The memberships that the reader's seats of today give, on bodies that are at work."""
    held = [seat.pk for seat in who.seats if seat.role == Role.EXPERT]
    return list(members().filter(seat__in=held, body__closed=None)) if held else []


def kept_about(voice: str) -> list[dict[str, Any]]:
    """What is kept of a person's seats on bodies, with what was known of them when they were appointed; plain values."""
    number = voice.removeprefix("user:")
    theirs = members().filter(seat__user=int(number)) if number.isdigit() else members().none()
    return [
        {
            "body": one.body.ref, "act": one.seat.act, "since": one.seat.since.isoformat(),
            "until": one.seat.until.isoformat() if one.seat.until else None, "chair": one.chair,
            "languages": one.languages, "most": one.most, "known": one.known,
        }
        for one in theirs
    ]  # fmt: skip


def photographs(of: Body | int) -> QuerySet[Photograph]:
    """Who sat at the votes of a body, the newest first."""
    return Photograph.objects.filter(body=of).select_related("body", "deed").order_by("-day", "-pk")


def text_of(taken: Photograph) -> str:
    """The text whose SHA-256 is the digest of a photograph: canonical JSON, so that anybody can make it again."""
    days = [
        (date.fromisoformat(one["since"]), one["until"] and date.fromisoformat(one["until"]))
        for one in taken.members
    ]
    there = [
        Seated(f"user:{one['user']}", one["act"], since, until or None, one["chair"])
        for one, (since, until) in zip(taken.members, days, strict=True)
    ]
    return canonical(
        written(lawful(taken.body), there, taken.day, [f"user:{each}" for each in taken.shut_out])
    )


def barring(programme: Programme) -> Barring:
    """What the pack says on who may not sit on the bodies of a programme."""
    return _said(Path(settings.PACK), programme.ref)


@cache
def _said(pack: Path, programme: str) -> Barring:
    path = pack / "funding" / "programmes" / programme / "bodies.toml"
    return read_barring(Part(tomllib.loads(path.read_text(encoding="utf-8")))) if path.exists() else USUAL


def bar_rules(programme: Programme) -> BarRules:
    """The same as the law asks it, with the clauses in the language of the page."""
    return in_force(barring(programme), language())


def lawful(of: Body) -> Lawful:
    """A body as the law sees it."""
    return Lawful(of.ref, BodyKind(of.kind), of.quorum, of.chair_breaks_ties)


def seated(one: Member) -> Seated:
    """A membership as the law sees it; the person is named as the journal names them ("user:3")."""
    seat = one.seat
    return Seated(f"user:{seat.user_id}", seat.act, seat.since, seat.until, one.chair)


def openings(programme: Programme) -> list[date]:
    """The days on which the calls of a programme opened, in order, by its clock: with each of them a round begins."""
    zone, found = ZoneInfo(programme.zone), set()
    for each in all_published():
        stages = terms_of(each).stages
        window = stages[0].window if stages else None
        if window and each.call.programme_id == programme.pk and each.call.annulled_id is None:
            found.add(window.opens.astimezone(zone).date())
    return sorted(found)


def sat_before(user: int | None, programme: Programme, opened: list[date]) -> tuple[int, ...]:
    """The numbers of the rounds of a programme in which somebody had a seat on one of its bodies."""
    if not user:
        return ()
    terms = Member.objects.select_related("seat").filter(seat__user=user, body__programme=programme)
    return rounds_sat(opened, [seated(one) for one in terms.order_by("pk")])


def rounds_of(one: Member, opened: list[date]) -> tuple[int, ...]:
    """The numbers of the rounds that a membership holds."""
    return rounds_sat(opened, [seated(one)])


def known_of(
    ref: str, user: int | None, programme: Programme, day: date, viewer: int | None = None,
    opened: list[date] | None = None,
) -> Known:  # fmt: skip
    """What is known of somebody on a day, by their record ("p012" or "") and their account (or None).

    Their newest film in each role; companies for which their account may act; files of that year, of the programme, that
    they, their hand or their company are in; rounds sat. A file that is shut to the `viewer` is not named. `opened` are
    the openings of the programme's calls, where they have been asked for already.
    """
    card = cards([ref]).get(ref) if ref else None
    owned = _companies(user, day)
    found = _files(_refs(card, ref), user, list(owned), programme, day)
    hidden = set(shut_to(viewer)) if found else set()
    return Known(
        f"user:{user}" if user else ref,
        _newest(card),
        tuple(owned.values()),
        tuple(_("a file that is shut to you") if holder(n) in hidden else called for n, called in found),
        sat_before(user, programme, openings(programme) if opened is None else opened) if user else (),
    )


def grounds_now(one: Member, day: date, opened: list[date]) -> list[Ground]:
    """On which grounds the rules bar whoever sits there already, as they stand on a day."""
    user, of = one.seat.user, one.body.programme
    known = known_of(user.person_ref, user.pk, of, day, opened=opened)
    return sorted({each.ground for each in bars_seated(known, bar_rules(of), day.year)})


def barred_now(day: date) -> dict[int, tuple[Member, list[Ground], datetime]]:
    """Whom the last nightly look found barred, of those whose term is not over: the membership, the grounds, since when;
    by the number of the membership. Two queries.
    """
    looks: Any = Deed.objects.filter(code=BARRED, details__isnull=False).order_by("pk")
    newest = {told["member"]: (told["grounds"], at) for told, at in looks.values_list("details", "at")}
    numbers = [number for number, (grounds, _at) in newest.items() if grounds]
    held = Q(seat__until=None) | Q(seat__until__gte=day)
    found = members().filter(held, pk__in=numbers) if numbers else ()
    return {one.pk: (one, [Ground(each) for each in newest[one.pk][0]], newest[one.pk][1]) for one in found}


def _refs(card: Card | None, ref: str) -> set[str]:
    return set(refs_with(card.ref)) | {ref} if card else {ref} - {""}


def _newest(card: Card | None) -> dict[str, tuple[int, str]]:
    """The newest film in each role; a film whose year nobody knows tells nothing of when one worked."""
    found: dict[str, tuple[int, str]] = {}
    for credit in of_person(card.pk) if card and card.kind == Kind.PERSON else ():
        film = credit.film.card
        if film.year is not None and film.year > found.get(credit.role, (0, ""))[0]:
            found[credit.role] = (film.year, f"{title(film)} ({film.year})")
    return found


def _companies(user: int | None, day: date) -> dict[int, str]:
    """The companies for which an account acts on a day or will."""
    held = Q(seats__until=None) | Q(seats__until__gte=day)
    found = Organisation.objects.filter(
        held, seats__user=user, seats__role=Role.PRODUCER, kind=OrganisationKind.COMPANY
    )
    return {each.pk: each.name for each in found.order_by("pk")} if user else {}


def _files(
    refs: set[str], user: int | None, companies: list[int], programme: Programme, day: date
) -> list[tuple[int, str]]:
    """(number, words) of the files of a programme filed in the year of a day that somebody is in."""
    zone = ZoneInfo(programme.zone)
    first, next_ = (datetime.combine(date(year, 1, 1), time.min, zone) for year in (day.year, day.year + 1))
    counted = filed(COUNTED).filter(
        version__call__programme=programme, filed_at__gte=first, filed_at__lt=next_
    )
    worked = set(worked_on_by(user)) if user else set()
    theirs = [
        number
        for number, company, crew in counted.values_list("pk", "organisation_id", "crew")
        if number in worked or company in companies or refs & {each.get("ref") for each in crew}
    ]
    found = Application.objects.filter(pk__in=theirs).order_by("pk") if theirs else ()
    return [(one.pk, f"№ {one.pk} {said(one.titles)}".strip()) for one in found]


def doubts_of(ref: str, name: str, known: Known, rules: BarRules, year: int) -> list[tuple[Doubt, str]]:
    """What the register cannot settle about somebody, each with what raises it; `name` is that of their account."""
    found: list[tuple[Doubt, str]] = [] if ref else [(Doubt.UNRECORDED, "")]
    if not rules.owners:
        return found
    card = cards([ref]).get(ref) if ref else None
    names = [name, *((card.title_kk, card.title_ru, card.title_en) if card else ())]
    found += [(Doubt.HEAD, each) for each in headed_by(names) if each not in known.owns]
    produced = known.roles.get(Credited.PRODUCER)
    if produced and year - produced[0] <= rules.working_years:
        found.append((Doubt.PRODUCER, produced[1]))
    return found


def headed_by(names: Iterable[str]) -> list[str]:
    """The companies whose file names a head who is called so, in whatever script and order of the words."""
    wanted = [words for words in (set(fold(each).split()) for each in names) if len(words) > 1]
    rows = Applicant.objects.filter(organisation__kind=OrganisationKind.COMPANY).order_by("pk")
    theirs = [
        company
        for company, head in rows.values_list("organisation_id", "values__director_name")
        if any(words <= set(fold(str(head or "")).split()) for words in wanted)
    ]
    return [each.name for each in Organisation.objects.filter(pk__in=theirs).order_by("pk")] if theirs else []
