"""Invented papers: PDFs that open, each different from every other, of any size."""

import random

_WORDS = ("steppe", "horizon", "light", "water", "road", "wind", "stone", "song")


def pdf(mark: str, size: int) -> bytes:
    """A PDF of one page that says `mark`, filled up to about `size` bytes."""
    dice = random.Random(mark)
    said = f"BT /F1 12 Tf 40 780 Td ({mark}) Tj ET\n"
    filling = "".join(f"% {dice.choice(_WORDS)} {dice.getrandbits(200):050x}\n" for _ in range(size // 60))
    page = (said + filling).encode()
    things = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(page), page),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    made, places = b"%PDF-1.4\n", []
    for number, thing in enumerate(things, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, thing)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(things) + 1, len(made))
    return made + b"xref\n0 %d\n0000000000 65535 f \n" % (len(things) + 1) + table + end
