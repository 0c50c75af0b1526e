"""Files made to be endless: each is read or refused in a moment, with a sentence."""

import io
import time
import zipfile

import pytest

from desktop import exchange
from desktop.errors import ImportFileError

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SENTENCE = "Một câu dài đủ để là đoạn văn của bài báo này, viết thêm cho dài ra một chút nữa."
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="c.opf"/></rootfiles></container>'
)


def zipped(files):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


TABLES = "<w:tbl><w:tr><w:tc>" * 300, "</w:tc></w:tr></w:tbl>" * 300
REFERENCE = '<itemref idref="a"/>'
BOOK = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": CONTAINER,
    "c.opf": '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
    f"</manifest><spine>{REFERENCE * 50_000}</spine></package>",
    "a.xhtml": f"<html><body><p>{SENTENCE}</p></body></html>",
}
ENDLESS = {
    "a.docx": (
        zipped({"word/document.xml": f"<w:document {W}><w:body>{TABLES[0]}<w:p/>{TABLES[1]}</w:body></w:document>"}),
        "file-unreadable",
    ),
    "a.epub": (zipped(BOOK), SENTENCE),
    "class.html": (f'<html><body><p class="{"a " * 200_000}">{SENTENCE}</p></body></html>'.encode(), SENTENCE),
    "sheet.html": (
        f"<html><head><style>{'a,/*' * 100_000}{{</style></head><body><p>{SENTENCE}</p></body></html>".encode(),
        SENTENCE,
    ),
}


@pytest.mark.parametrize(("name", "made"), ENDLESS.items(), ids=ENDLESS)
def test_it_is_read_or_refused_in_a_moment(tmp_path, name, made):
    content, wanted = made
    (tmp_path / name).write_bytes(content)
    begun = time.process_time()
    try:
        said = [each.text for each in exchange.read(tmp_path / name)]
    except ImportFileError as error:
        said = [error.kind]
    assert (said, time.process_time() - begun < 10) == ([wanted], True)
