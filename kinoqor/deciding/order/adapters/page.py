"""Orders as their pages show them: what is missing and where it is mended, the rows, the papers, the signature."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from kinoqor.accounts.user.queries import names_of
from kinoqor.deciding.allocation.words import Quota
from kinoqor.deciding.commission.queries import rulings
from kinoqor.deciding.commission.words import Ruling
from kinoqor.deciding.order import queries
from kinoqor.deciding.order.models import Order
from kinoqor.deciding.order.words import LANGUAGES, SIGNS, Lack, Missing, Standing
from kinoqor.funding.call.adapters import spoken
from kinoqor.funding.call.queries import terms_of
from kinoqor.funding.call.words import Terms
from kinoqor.kit.money import Money
from kinoqor.kit.question import said
from kinoqor.ui.pack import language
from kinoqor.ui.parts import Fact, Note, Row

PAGES = {
    Missing.VOTE: "round-sittings", Missing.RULING: "commission", Missing.LIST: "allocation-round",
    Missing.DRAFT: "order-draft",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Want:
    """One thing that is missing, in words, with the page on which it is mended."""

    reason: str
    clause: str
    way: str
    url: str
    called: str


def address(name: str, *args: Any) -> str:
    """The address of a page of another room; empty where the house has none."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


def about(ref: str, stage: str, terms: Terms) -> dict[str, Any]:
    """What every page of an order is given."""
    step = terms.stage(stage)
    return {
        "ref": ref, "stage": stage, "call": said(terms.name), "stage_name": said(step.name) if step else stage,
        "invented": terms.invented,
    }  # fmt: skip


def wants(found: Iterable[Lack], ref: str, stage: str) -> list[Want]:
    """What is missing, each with where it is mended."""
    return [
        Want(
            str(each.verdict.reason), each.verdict.clause, str(each.verdict.way),
            address(PAGES[each.where], ref, stage), capfirst(str(each.where.label)),
        )
        for each in found
    ]  # fmt: skip


def missed(found: Iterable[Quota], terms: Terms) -> list[tuple[str, str]]:
    """(quota, clause) of each that does not hold in what the commission approved."""
    called = {each.code: said(each.name) for each in terms.quotas}
    return [(called.get(each.code, each.code), each.clause) for each in found]


def money(minor: int, of: Order) -> str:
    """A sum in the words of the page."""
    return Money(minor, terms_of(of.version).currency).exactly(language())


def seen(of: Order) -> dict[str, Any]:
    """One order: its facts, its rows, its papers, what is known of its signature."""
    return {
        "order": of, "standing": capfirst(str(Standing(of.standing).label)), "sign": SIGNS[of.standing],
        "facts": _facts(of), "rows": [_row(each, of) for each in of.rows], "total": money(of.total, of),
        "papers": _papers(of), "laid_out": of.statement is not None, "checked": checked(of), "fell": _fell(of),
    }  # fmt: skip


def _facts(of: Order) -> list[Fact]:
    return [
        Fact(_("Number"), of.number), Fact(_("Day"), spoken.day(of.day)), Fact(_("Who signs"), said(of.signer)),
        Fact(_("Films"), str(len(of.rows))), Fact(_("Sum"), money(of.total, of)),
        Fact(_("How it stands"), capfirst(str(Standing(of.standing).label)), sign=SIGNS[of.standing]),
    ]  # fmt: skip


def _row(row: Mapping[str, Any], of: Order) -> dict[str, Any]:
    title = row["title"].get(language()) or row["title"].get("en") or "–"
    to = address("commission-film", of.version.call.ref, of.allocation.stage, row["application"])
    return {**row, "company": said(row["company"]), "shown": title, "sum": money(row["award"], of), "url": to}


def _papers(of: Order) -> list[tuple[str, str, str, str]]:
    """(language, number, address, SHA-256) of each paper."""
    found = queries.papers_of(of)
    return [
        (
            capfirst(get_language_info(lang)["name_translated"]),
            one.number,
            reverse("paper", args=[one.number]),
            one.digest,
        )
        for lang, one in ((lang, found[lang]) for lang in LANGUAGES if lang in found)
    ]


def checked(of: Order) -> list[Fact]:
    """What was checked of the signature, and what was not."""
    told = of.checked or {}
    if not told:
        return []
    if told["how"] == "hand":
        return [
            Fact(_("Signed"), _("by hand; two officers have seen the paper")),
            Fact(_("Number in the registry of acts"), told["registry"]),
            Fact(_("Day of the registration"), spoken.day(date.fromisoformat(told["day"]))),
            Fact(_("SHA-256 of the scan"), told["scan"]),
        ]  # fmt: skip
    return [
        Fact(_("Signed with the certificate of"), ", ".join(filter(None, (told["holder"], told["organisation"])))),
        Fact(_("Certificate given by"), told["issuer"]), Fact(_("Number of the certificate"), told["serial"]),
        Fact(_("It holds"), f"{_day(told['since'])} – {_day(told['until'])}"),
        *([Fact(_("The signer says it was signed on"), _day(told["said_at"]))] if told["said_at"] else []),
        Fact(_("Checked"), _("the key of the certificate has signed exactly this statement"), sign="good"),
        Fact(_("Checked"), _("the certificate held on the day on which it was entered"), sign="good"),
        Fact(_("Not checked"), _("who has issued the certificate, up to the root"), sign="late"),
        Fact(_("Not checked"), _("whether the certificate was revoked"), sign="late"),
        Fact(_("Not checked"), _("a stamp of time by somebody else"), sign="late"),
        Fact(_("Not checked"), _("whether its holder may sign this order: two officers see to that"), sign="late"),
    ]  # fmt: skip


def _day(moment: str) -> str:
    return spoken.day(timezone.localtime(datetime.fromisoformat(moment)).date())


def _fell(of: Order) -> dict[str, Any] | None:
    """When an order was dropped or annulled, by whom and why."""
    if of.annulled is None:
        return None
    who = names_of([of.annulled.voice])[of.annulled.voice]
    return {"at": of.annulled.at, "who": who, "why": of.annulled.why, "signed": of.signed_id is not None}


def brought(of: Order) -> dict[str, Any] | None:
    """The signed paper that was brought: by whom, under which number."""
    found = queries.brought(of)
    if found is None:
        return None
    who = names_of([found.made.voice])[found.made.voice]
    return {
        "pk": found.pk, "who": who, "at": found.made.at, "registry": found.registry, "day": found.day,
        "digest": found.digest, "url": reverse("file", args=[found.file]), "voice": found.made.voice,
    }  # fmt: skip


def entered(of: Order) -> dict[str, str] | None:
    """A national signature that waits for another officer: who entered it, whose it is, whom the order names."""
    voice = queries.entered_by(of)
    if not voice or of.signed_id is not None:
        return None
    told = of.checked or {}
    holder = ", ".join(filter(None, (told["holder"], told["organisation"])))
    return {"who": names_of([voice])[voice], "voice": voice, "holder": holder, "signer": str(said(of.signer))}


def earlier(found: Iterable[Order]) -> list[Row]:
    """Orders that fell, as rows of a list."""
    return [
        Row(
            _("Order %(number)s") % {"number": one.number}, spoken.day(timezone.localtime(one.made.at).date()),
            reverse("order-one", args=[one.pk]), [Note(one.annulled.why)] if one.annulled and one.annulled.why else [],
            [Note(_("annulled") if one.signed_id else _("dropped"), "refused")],
        )
        for one in found
    ]  # fmt: skip


def left_out(of: Order) -> list[tuple[str, str]]:
    """The films of the list that the order has not, by number, with what the commission said of them."""
    return [
        (f"№ {number}", str(Ruling(each.said).label))
        for number, each in rulings(of.allocation).items()
        if number not in {row["application"] for row in of.rows}
    ]
