"""A yes or a no that can give its reason: the answer of every law and every permission."""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Verdict:
    """True or false like a bool; a no carries the reason in words and the clause it rests on."""

    ok: bool
    reason: str | Promise = ""
    clause: str = ""

    def __bool__(self) -> bool:
        return self.ok


YES = Verdict(True)


def no(reason: str | Promise, clause: str = "") -> Verdict:
    """A refusal; `reason` is a full (lazily translated) sentence, `clause` the rule it rests on."""
    return Verdict(False, reason, clause)


class Refused(Exception):
    """A deed was asked for that the law does not allow; carries the verdict."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(str(verdict.reason))
        self.verdict = verdict


def require(verdict: Verdict) -> None:
    """Let a yes pass; turn a no into `Refused`."""
    if not verdict:
        raise Refused(verdict)
