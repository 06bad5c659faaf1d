"""The crew of an application: the list as it is changed, the people that the register knows, the tests over it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from kinoqor.funding.application.adapters.proposing import address, waiting_found
from kinoqor.funding.application.forms import MemberForm
from kinoqor.funding.application.models import Application
from kinoqor.funding.call.words import Terms
from kinoqor.keeping.newcomer.queries import of_company, waiting_of
from kinoqor.keeping.newcomer.words import SIGNS as FATES
from kinoqor.keeping.newcomer.words import Fate, Ground
from kinoqor.kit.question.form import Kind as Asking
from kinoqor.kit.question.naming import countries, ordered
from kinoqor.kit.text import clean
from kinoqor.register.certificate.queries import debut_rule, films_by, national_rule
from kinoqor.register.certificate.rules import Director, debut, national
from kinoqor.register.certificate.words import Length, Line, Member, Result, Standing
from kinoqor.register.credit.words import Role
from kinoqor.register.face.queries import cards, title
from kinoqor.register.spelling.queries import details, find, with_cards
from kinoqor.register.subject.words import Kind
from kinoqor.ui.pack import language

SIGNS: dict[str, str] = {Standing.HELD: "good", Standing.NOT: "refused", Standing.OPEN: "open"}
MOST_FOUND = 6


def members() -> list[tuple[str, str]]:
    """The countries that one can be a citizen of, those of the pack's rule first."""
    named, rule = countries(), national_rule()
    first = sorted(rule.home) if rule else []
    rest = [pair for pair in ordered(Asking.COUNTRY) if pair[0] not in first]
    return [*((code, named.get(code, code)) for code in first), *rest]


def with_change(
    application: Application, sent: Mapping[str, Any], form: MemberForm
) -> list[dict[str, Any]] | None:
    """The crew after what was sent: somebody picked, named anew, given a citizenship or taken off; None for a search."""
    listed = [dict(each) for each in application.crew]
    if "remove" in sent:
        place = _place(sent["remove"], listed)
        return listed if place is None else listed[:place] + listed[place + 1 :]
    if "country" in sent:
        place = _place(sent["country"], listed)
        code = str(sent.get("citizen", ""))
        if place is not None and (code in dict(members()) or not code):
            listed[place]["citizen"] = code
        return listed
    if form.is_bound and form.is_valid():
        given, picked = form.cleaned_data, str(sent.get("add", ""))
        if picked == "search":
            return None
        ref, name = _picked(application, picked) if picked else ("", "")
        name = name or clean(given["name"], 160)
        return [*listed, {"role": given["role"], "ref": ref, "name": name, "citizen": given["citizen"]}]
    return None


def _picked(application: Application, picked: str) -> tuple[str, str]:
    """(number, name) of somebody of the register, or of a newcomer of the company; nothing of anyone else."""
    card = cards([picked]).get(picked)
    if card is not None:
        return card.ref, str(title(card))
    own = waiting_of(application.organisation_id).get(picked)
    return (picked, own.called(language())) if own else ("", "")


def _place(sent: Any, listed: Sequence[object]) -> int | None:
    text = str(sent)
    return int(text) - 1 if text.isdigit() and 0 < int(text[:6]) <= len(listed) else None


def shown_crew(application: Application, terms: Terms, sent: Mapping[str, Any]) -> dict[str, Any]:
    """What the page of a crew shows: its people by role, whom the register knows by the name asked, and the tests."""
    asked = str(sent.get("name", ""))
    searched = bool(asked.strip())
    return {
        "crew": _listed(application),
        "found": list(_found(asked)) if searched else [],
        "waiting": waiting_found(application, asked) if searched else [],
        "propose": address(application, sent),
        "asked": asked,
        "countries": members(),
        "tests": tests(application, terms),
    }


def _listed(application: Application) -> list[dict[str, Any]]:
    refs = {each["ref"] for each in application.crew if each.get("ref")}
    known = cards(refs)
    proposed = of_company(application.organisation_id, refs - known.keys())
    named = dict(members())
    return [
        {
            "number": number,
            "role": Role(each["role"]).label if each.get("role") in Role.values else each.get("role"),
            "name": each.get("name", ""),
            "url": known[each["ref"]].get_absolute_url() if each.get("ref") in known else "",
            "citizen": each.get("citizen", ""),
            "country": named.get(each.get("citizen", ""), ""),
            "stands": _stands(proposed.get(each.get("ref", ""))),
        }
        for number, each in enumerate(application.crew, 1)
    ]


def _stands(newcomer: Any) -> dict[str, str]:
    """Where somebody stands whom the register does not show: waits, was not taken and why, or was only named."""
    if newcomer is None:
        return {"word": _("not in the register"), "sign": "", "ground": ""}
    ground = str(Ground(newcomer.ground).label) if newcomer.ground else ""
    word = (
        _("proposed to the register, waits for a cataloguer")
        if newcomer.fate == Fate.OPEN
        else str(Fate(newcomer.fate).label)
    )
    ref = newcomer.subject.ref if newcomer.fate == Fate.OPEN else ""
    return {"word": word, "sign": FATES[newcomer.fate], "ground": ground, "waits": ref}


def _found(asked: str) -> Iterator[dict[str, Any]]:
    """The people and companies of the register that answer a name."""
    _read, hits = find(asked, 30)
    wanted = [hit for hit in hits if hit.found.kind in (Kind.PERSON, Kind.ORGANISATION)][:MOST_FOUND]
    results = with_cards(wanted)
    told = details(results)
    for one in results:
        films = [str(title(card)) for card in told[one.card.pk].directors[:2]] if one.card.pk in told else []
        yield {
            "ref": one.card.ref, "name": title(one.card), "url": one.card.get_absolute_url(), "year": one.card.year or "",
            "films": ", ".join(films),
        }  # fmt: skip


def crew_of(application: Application) -> list[Member]:
    """The crew as the tests of the register see it: each under the number that the register shows now.

    Of whoever only waits the register says nothing yet, so the tests leave open what hangs on their earlier films.
    """
    known = cards({each["ref"] for each in application.crew if each.get("ref")})
    shown = {ref: card.ref for ref, card in known.items()}
    return [
        Member(
            each.get("role", ""), each.get("name", ""), each.get("citizen", ""), shown.get(each.get("ref", ""), "")
        )
        for each in application.crew
    ]  # fmt: skip


def tests(application: Application, terms: Terms) -> list[dict[str, Any]]:
    """The tests that rest on the crew, each with its standing and its reasons in the language of the page."""
    crew = crew_of(application)
    found: list[dict[str, Any]] = []
    rule, first = national_rule(), debut_rule()
    if rule:
        found.append(_told("national", national(crew, rule, lang=language())))
    kind = terms.kind(application.kind)
    if first and kind:
        length = Length.SHORT if kind.length == Length.SHORT else Length.FULL
        films = films_by([each.person for each in crew if each.role == Role.DIRECTOR and each.person])
        directors = [
            Director(each.name, each.person, films.get(each.person, ()))
            for each in crew
            if each.role == Role.DIRECTOR
        ]
        found.append(_told("debut", debut(directors, length, first, but=application.film.ref)))
    return found


def _told(code: str, result: Result) -> dict[str, Any]:
    return {
        "code": code,
        "sign": SIGNS[result.standing],
        "standing": result.standing.label,
        "lines": [_line(line) for line in result.lines],
    }


def _line(line: Line) -> dict[str, Any]:
    return {
        "sign": SIGNS[line.standing], "reason": line.reason, "clause": line.clause.get(language(), ""), "way": line.way,
        "unverified": line.unverified,
    }  # fmt: skip
