"""Citations: a record an article, as reference managers read it."""

import json

from desktop.exchange.documents import Document
from desktop.exchange.records import citations
from desktop.model import Article

ARTICLE = Article(
    "x", "Hạn mặn\nở Bến Tre", "Bà Hoa", "0" * 64, source="Báo Làng", byline="Lan và Minh", published="2024-03-02T08:15", place="Bến Tre",
    url="http://x/1", tags=("hạn",),
)  # fmt: skip
DOCUMENTS = [Document(ARTICLE), Document(Article("y", "Bài", "a", "1" * 64, fields={"codeNotation": "18-NQ/TW"}))]


def test_ris_holds_a_record_an_article(tmp_path):
    path = tmp_path / "out.ris"
    with path.open("wb") as out:
        citations.write_ris(DOCUMENTS, out)
    first = path.read_bytes().decode("utf-8-sig").split("ER  - \r\n")[0].split("\r\n")
    assert (citations.records(path), first) == (
        2,
        ["TY  - NEWS", "ID  - x", "TI  - Hạn mặn ở Bến Tre", "AU  - Lan", "AU  - Minh", "T2  - Báo Làng", "DA  - 2024/03/02/08:15",
         "PY  - 2024", "CY  - Bến Tre", "UR  - http://x/1", "KW  - hạn", "LA  - vi", ""],
    )  # fmt: skip


def test_csl_is_a_list_of_items(tmp_path):
    path = tmp_path / "out.json"
    with path.open("wb") as out:
        citations.write_csl(DOCUMENTS, out)
    first, second = json.loads(path.read_bytes())
    assert (citations.records(path), first["issued"], first["author"], second["type"]) == (
        2, {"date-parts": [[2024, 3, 2]]}, [{"literal": "Lan"}, {"literal": "Minh"}], "legislation",
    )  # fmt: skip
