"""PDF written by hand: documents of pages in letters of one width (Courier, 0.6 of their size)."""

SIZE, STEP, LETTER = 10, 12, 0.6


def shown(words, x, y, size=SIZE, matrix="1 0 0 1"):
    """One line of words, its upper edge `y` points under the page's."""
    return f"BT /F {size} Tf {matrix} {x} {800 - y - size} Tm ({words}) Tj ET\n"


def document(*pages, extra="", size="0 0 600 800"):
    """A PDF of pages by what is drawn on each."""
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>",
    ]
    for at, page in enumerate(pages):
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[{size}]{extra}/Resources<</Font<</F 3 0 R>>>>/Contents {5 + 2 * at} 0 R>>"
        )
        objects.append(f"<</Length {len(page)}>>stream\n{page}endstream")
    made, places = "%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj{each}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer<</Size {len(places) + 1}/Root 1 0 R>>\nstartxref\n{len(made)}\n%%EOF"
    return f"{made}xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}{trailer}".encode("latin-1")
