"""How it is called, and the last sentence."""

import argparse
import sys
from pathlib import Path

from kinoqor.portal.record.verifier.places import Place
from kinoqor.portal.record.verifier.record import read_record
from kinoqor.portal.record.verifier.rounds import check_rounds
from kinoqor.portal.record.verifier.telling import Telling
from kinoqor.portal.record.verifier.tongues import TONGUES


def main(given: list[str] | None = None) -> int:
    """Check a folder or an address; gives 0 where everything is right and 1 where anything is wrong."""
    reader = argparse.ArgumentParser(
        prog="kinoqor-verify",
        description="Checks a public record of film funding, and every decision published with it, by itself.",
    )
    reader.add_argument("place", help="a downloaded folder, or the address of a record (https://…/record)")
    reader.add_argument(
        "--lang", choices=TONGUES, default="en", help="the language of the answers: en, kk or ru"
    )
    reader.add_argument("--key", default="", help="the public key of the record, from where you trust it")
    reader.add_argument(
        "--saved", help="a checkpoint that you saved before: is it the beginning of this record?"
    )
    reader.add_argument("--call", default="", help="only the rounds of this call")
    options = reader.parse_args(given)
    tell, place = Telling(options.lang), Place(options.place)
    try:
        saved = Path(options.saved).read_bytes() if options.saved else None
        record = read_record(place, tell, options.key, saved)
        if record is not None:
            check_rounds(place, tell, record, options.call)
    except OSError as error:
        tell.wrong("{place} cannot be read: {error}.", place=options.place, error=error)
    tell.out.write("\n")
    if tell.faults:
        tell.out.write(
            tell.words("{faults} things are wrong. Each is named above.", faults=tell.faults) + "\n"
        )
        return 1
    tell.out.write(tell.words("Everything that was checked is right.") + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
