"""A program of its own that reads the words of one paper: from its input, in bounded memory and time, to lines of JSON.

It stands apart because a page may be drawn so that reading it takes hours or all memory. Here it only ends this process,
and what was told before counts. Called with the kind of the paper and the most pages, signs and seconds.

The first line tells how many pages there are. Then a line a page: its words. The last one tells that nothing is left.
"""

import io
import json
import resource
import signal
import sys
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import iterparse

from pypdf import PdfReader

MEMORY = 1 << 30
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAKS = {f"{_WORD}tab": " ", f"{_WORD}br": "\n", f"{_WORD}cr": "\n"}


def bounded(seconds: int) -> None:
    """No more memory and time than a paper within the bounds needs; no picture of the memory where it ends."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.alarm(2 * seconds)


def tell(said: object) -> None:
    """One line of JSON, given out at once: this process may end at any moment."""
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()


def of_pdf(raw: io.BytesIO, most: int) -> Iterator[str]:
    """The words of each page; the number of pages is told first."""
    reader = PdfReader(raw)
    if reader.is_encrypted:
        reader.decrypt("")
    count = len(reader.pages)
    tell(count)
    for number in range(min(count, most)):
        try:
            yield reader.pages[number].extract_text()
        except (MemoryError, RecursionError):
            raise
        except Exception:  # whatever one broken page makes its reader stumble over; the others may be whole
            yield ""
    if count > most:
        raise EOFError


def of_docx(raw: io.BytesIO, most: int) -> Iterator[str]:
    """The words of the document, which has no pages of its own: each paragraph as a line, so many lines a piece."""
    tell(1)
    words, lines = [], 0
    with zipfile.ZipFile(raw) as packed, packed.open("word/document.xml") as opened:
        for _event, element in iterparse(opened):
            if element.tag == f"{_WORD}t":
                words.append(element.text or "")
            elif element.tag == f"{_WORD}p":
                words.append("\n")
                lines += 1
                element.clear()
            words.append(_BREAKS.get(element.tag, ""))
            if lines >= most:
                yield "".join(words)
                words, lines = [], 0
    yield "".join(words)


def main(kind: str, pages: int, signs: int) -> int:
    """Reads to the end or to a bound; 4 where it cannot be read at all."""
    raw, left = io.BytesIO(sys.stdin.buffer.read()), signs
    try:
        for words in of_pdf(raw, pages) if kind == "pdf" else of_docx(raw, pages):
            tell(words.encode("utf-8", "replace").decode()[:left])
            left -= len(words)
            if left <= 0:
                return 0
    except EOFError:
        return 0
    except Exception:  # whatever a broken paper makes its reader stumble over
        return 4
    tell(None)
    return 0


if __name__ == "__main__":
    bounded(int(sys.argv[4]))
    sys.exit(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
