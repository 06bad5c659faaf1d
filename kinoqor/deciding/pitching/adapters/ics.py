"""The programme as iCalendar (RFC 5545): one event a film, in UTC, with lines folded at 75 octets."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

FORMAT = "%Y%m%dT%H%M%SZ"


def programme(
    name: str,
    host: str,
    made: datetime,
    minutes: int,
    place: str,
    events: Iterable[tuple[int, datetime, str]],
) -> str:
    """A calendar of (number, beginning, title); `host` makes the identifiers the house's own."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Kinoqor//Pitching//EN",
        f"X-WR-CALNAME:{escaped(name)}",
    ]
    for number, at, title in events:
        end = at + timedelta(minutes=minutes)
        lines += [
            "BEGIN:VEVENT", f"UID:pitching-{number}@{host}", f"DTSTAMP:{made.astimezone(UTC):{FORMAT}}",
            f"DTSTART:{at.astimezone(UTC):{FORMAT}}", f"DTEND:{end.astimezone(UTC):{FORMAT}}",
            f"SUMMARY:{escaped(title)}", f"LOCATION:{escaped(place)}", "END:VEVENT",
        ]  # fmt: skip
    return "".join(f"{folded(each)}\r\n" for each in [*lines, "END:VCALENDAR"])


def escaped(text: str) -> str:
    """A text as a value of iCalendar."""
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\r\n", "\\n").replace("\n", "\\n")


def folded(line: str) -> str:
    """A line cut so that no piece has more than 75 octets; no letter is cut in two."""
    pieces, now = [], ""
    for letter in line:
        if len((now + letter).encode()) > 75:
            pieces.append(now)
            now = " "
        now += letter
    return "\r\n".join([*pieces, now])
