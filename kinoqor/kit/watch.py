"""What is told to whoever watches over the house: one JSON object a line, by the framework's logging.

The journal holds what was done; here stands what was tried: sign-ins, closed doors, forms from elsewhere. No password,
no code, no address of a letter gets into it.
"""

import json
import logging
from datetime import UTC, datetime

log = logging.getLogger("kinoqor.security")


def note(event: str, **what: object) -> None:
    """Tell one event ("sign-in", "refused") with what is known of it; anything is written so that it stays one line."""
    told = {"at": datetime.now(UTC).isoformat(timespec="seconds"), "event": event, **what}
    log.info(json.dumps(told, ensure_ascii=True, default=str))
