"""A yes or a no that can give its reason: the answer of every law and every permission."""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Verdict:
    """True or false like a bool; a no carries the reason in words, the clause it rests on and the way out.

    `way` is a sentence that says what to do instead, `to` the name of the address that it leads to. A `hidden` no is
    answered as if nothing stood at the address: for what the asker may not even know of. `stranger` is a no that
    signing in may turn into a yes.
    """

    ok: bool
    reason: str | Promise = ""
    clause: str = ""
    way: str | Promise = ""
    to: str = ""
    hidden: bool = False
    stranger: bool = False

    def __bool__(self) -> bool:
        return self.ok


YES = Verdict(True)


def no(
    reason: str | Promise,
    clause: str = "",
    *,
    way: str | Promise = "",
    to: str = "",
    hidden: bool = False,
    stranger: bool = False,
) -> Verdict:
    """A refusal; `reason` is a full (lazily translated) sentence, `clause` the rule it rests on."""
    return Verdict(False, reason, clause, way, to, hidden, stranger)


class Refused(Exception):
    """A deed was asked for that the law does not allow; carries the verdict."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(str(verdict.reason))
        self.verdict = verdict


def require(verdict: Verdict) -> None:
    """Let a yes pass; turn a no into `Refused`."""
    if not verdict:
        raise Refused(verdict)
