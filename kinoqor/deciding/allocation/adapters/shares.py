"""What of envelopes and quotas a list reaches, as bars with their numbers, and the table of cut-offs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kinoqor.deciding.allocation import queries
from kinoqor.deciding.allocation.adapters.said import Tongue, points, tongue
from kinoqor.deciding.allocation.models import Allocation
from kinoqor.deciding.allocation.queries import Listed, Read
from kinoqor.deciding.allocation.words import WHOLE, Counted, Quota
from kinoqor.ui.drawing import share


@dataclass(frozen=True, slots=True)
class Bar:
    """An envelope or a quota: its name, what is reached in words, its bar, and the same as numbers of a table."""

    name: str
    words: str
    drawing: SafeString
    sign: str
    note: str
    reached: str
    bound: str
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Cut:
    """A line of the table of cut-offs."""

    stream: str
    kind: str
    quotas: str
    points: str
    files: int
    funded: int


def envelopes(of: Allocation, rows: Sequence[Listed]) -> list[Bar]:
    """Each stream: how much of its money is given, and with which part its films are funded."""
    found = queries.read(of)
    say, bars = tongue(of), []
    for stream in found.case.settings.streams if found else ():
        given = sum(row.award for row in rows if row.stream == stream.code)
        words = _("%(given)s of %(whole)s") % {"given": say.money(given), "whole": say.money(stream.envelope)}
        note = _("%(left)s left") % {"left": say.money(stream.envelope - given)}
        if stream.step < WHOLE:
            note += ". " + _("Its films get %(part)s%% of what they ask.") % {"part": stream.step}
        bar = share(given / stream.envelope if stream.envelope else 0)
        bars.append(
            Bar(
                say.stream(stream.code),
                words,
                bar,
                "money",
                note,
                say.money(given),
                say.money(stream.envelope),
            )
        )
    return bars


def quotas(of: Allocation, rows: Sequence[Listed]) -> list[Bar]:
    """Each quota: what of it the list reaches, and for whose sake films were lifted."""
    found = queries.read(of)
    say = tongue(of)
    return [_quota(each, found, rows, say) for each in found.case.settings.quotas] if found else []


def _quota(quota: Quota, found: Read, rows: Sequence[Listed], say: Tongue) -> Bar:
    files = {each.code: each for each in found.case.files}
    here = [row for row in rows if row.funded and quota.stream in ("", row.stream)]
    own = [row for row in here if quota.attributes & files[row.code].attributes]
    part, whole = _reached(quota, own, here)
    top = max(whole, quota.least or 0, quota.most or 0, 1)
    marks = tuple(each / top for each in (quota.least, quota.most) if each is not None)
    held = (quota.least is None or part >= quota.least) and (quota.most is None or part <= quota.most)
    passed = sum(quota.code in each.quotas for each in found.result.refusals)
    note = ""
    if passed:
        note = ngettext(
            "%(n)s film with more points stands back for its sake.",
            "%(n)s films with more points stand back for its sake.", passed,
        ) % {"n": passed}  # fmt: skip
    elif held and quota.least:
        note = _("Met by rank alone.")
    reached, bound = _amount(quota, part), _bound(quota)
    words = _("%(reached)s of %(bound)s") % {"reached": reached, "bound": bound}
    return Bar(
        say.quota(quota.code), words, share(part / top, marks), "good" if held else "refused", note, reached, bound,
        quota.clause,
    )  # fmt: skip


def _reached(quota: Quota, own: Sequence[Listed], here: Sequence[Listed]) -> tuple[float, float]:
    if quota.counted == Counted.FILMS:
        return len(own), len(here)
    parts = (len(own), len(here))
    if quota.counted == Counted.MONEY:
        parts = (sum(row.award for row in own), sum(row.award for row in here))
    return WHOLE * parts[0] / parts[1] if parts[1] else 0.0, WHOLE


def _amount(quota: Quota, value: float) -> str:
    if quota.counted == Counted.FILMS:
        return ngettext("%(n)s film", "%(n)s films", round(value)) % {"n": round(value)}
    return f"{int(value)}%"


def _bound(quota: Quota) -> str:
    bounds = []
    if quota.least is not None:
        bounds.append(_("at least %(bound)s") % {"bound": _amount(quota, quota.least)})
    if quota.most is not None:
        bounds.append(_("at most %(bound)s") % {"bound": _amount(quota, quota.most)})
    return ", ".join(bounds)


def cuts(of: Allocation) -> list[Cut]:
    """The table of cut-offs in which everybody finds their line."""
    found, say = queries.read(of), tongue(of)
    return [
        Cut(
            say.stream(line.stream), say.kind(line.kind), say.quotas(line.quotas) if line.quotas else "",
            "" if line.points is None else points(line.points), line.files, line.funded,
        )
        for line in (found.result.lines if found else ())
    ]  # fmt: skip


def called(of: Allocation) -> Mapping[str, str]:
    """The streams of a list by their codes, in its order."""
    found, say = queries.read(of), tongue(of)
    return {each.code: say.stream(each.code) for each in (found.case.settings.streams if found else ())}
