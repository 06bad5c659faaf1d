"""PDFium in a program of its own: one question about one PDF, which comes as standard input.

What people send is not trusted, and PDFium is native code that knows no threads: whatever a crafted file does to it
ends here, within bounds of memory and of a processor's time, and no page of the house notices.
Asked: sizes MOST | picture NUMBER WIDTH HEIGHT | text NUMBER SIGNS. Ends with LOCKED, BROKEN or BEYOND, else with 0.
"""

import json
import resource
import sys

import pypdfium2
from pypdfium2 import raw

LOCKED, BROKEN, BEYOND = 3, 4, 5
MEMORY, SECONDS = 1 << 30, 20


def main(what: str, *numbers: int) -> bytes:
    """The answer as bytes."""
    document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
    if what == "sizes":
        told = [document.get_page_size(i) for i in range(min(len(document), numbers[0]))]
        return json.dumps([len(document), told]).encode()
    if not 0 < numbers[0] <= len(document):
        raise SystemExit(BEYOND)
    page = document[numbers[0] - 1]
    return picture(page, *numbers[1:]) if what == "picture" else text(page, *numbers[1:])


def picture(page: pypdfium2.PdfPage, width: int, height: int) -> bytes:
    """The page as rows of blue, green, red."""
    drawn = pypdfium2.PdfBitmap.new_native(width, height, raw.FPDFBitmap_BGR)
    drawn.fill_rect((255, 255, 255, 255), 0, 0, width, height)
    raw.FPDF_RenderPageBitmap(drawn, page, 0, 0, width, height, 0, raw.FPDF_ANNOT)
    whole, row = bytes(drawn.buffer), width * 3
    if drawn.stride == row:
        return whole
    return b"".join(whole[i * drawn.stride : i * drawn.stride + row] for i in range(height))


def text(page: pypdfium2.PdfPage, signs: int) -> bytes:
    """The words of the page, line by line."""
    told: str = page.get_textpage().get_text_bounded()
    return told[:signs].encode("utf-8", "ignore")


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    try:
        sys.stdout.buffer.write(main(sys.argv[1], *map(int, sys.argv[2:])))
        sys.stdout.buffer.flush()
    except pypdfium2.PdfiumError as error:
        raise SystemExit(LOCKED if error.err_code == raw.FPDF_ERR_PASSWORD else BROKEN) from error
