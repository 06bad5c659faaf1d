"""What a filing tells the register: claims that nobody sees until they are published."""

from collections.abc import Mapping

from kinoqor.kit.names import script_of
from kinoqor.register.claim.actions import NewClaim
from kinoqor.register.claim.rules import fingerprint


def title_claims(film: int, titles: Mapping[str, str], source: int, sender: str) -> list[NewClaim]:
    """A claim for each title of a film, by its database number and that of the source."""
    return [
        NewClaim(
            film, "title", title, source, sender, fingerprint("title", title, lang, sender), lang=lang,
            script=script_of(title),
        )
        for lang, title in sorted(titles.items())
    ]  # fmt: skip
