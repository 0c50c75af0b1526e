"""PDFs as PDFium reads them: pages laid out here, and the marks in the PDF that an article came from."""

from contextlib import closing

import pypdfium2
import pytest

from desktop.exchange.documents import Document
from desktop.exchange.paper import laid_out, original, pdf
from desktop.exchange.paper.boxes import Stretch
from desktop.exchange.paper.face import face
from desktop.model import Annotation, Article, Label, Line, Role, Status

TEXT = "Chi bộ xã Hòa An\nBà Lê Thị Hạnh nhận 12 lá thư 😊 từ xã Hòa An.\n" + "Ông An nói với bà Hoa. " * 400
LABELS = (Label("PERSON", "Người", "Person", "person", "N", "entity", 1),)


def article(text=TEXT):
    ends = text.index("\n")
    return Article(
        "x", "Bài: một/hai", text, "0" * 64, lines=(Line(0, ends, Role.HEADLINE), Line(ends + 1, len(text), Role.BODY))
    )


def mark(name, quote, start=0, **values):
    at = TEXT.index(quote, start)
    return Annotation(name, "x", at, at + len(quote), "PERSON", **values)


MARKS = (
    mark("1", "Lê Thị Hạnh", note="xem lại\nnhé"),
    mark("2", "12", value=12, unit="lá"),
    mark("3", "xã Hòa An", 20),
    mark("4", "Hoa. " + "Ông An nói với bà Hoa. " * 40),
    mark("5", "😊 từ"),
    mark("no", "Bà", status=Status.REJECTED),
)


def written(tmp_path, content=None):
    document = Document(article(), MARKS)
    pdf.write([document], tmp_path, LABELS, lambda _: content)
    return document, tmp_path / "Bài một hai.pdf"


def test_a_highlight_lies_on_the_words_of_its_mark(tmp_path):
    document, path = written(tmp_path)
    with closing(pypdfium2.PdfDocument(path)) as pages:
        size = len(pages)
    assert ([each.annotation for each in pdf.quotes(tmp_path, [document])], size > 2) == (
        ["1", "2", "3", "4", "5"],
        True,
    )


def test_the_pages_hold_the_text_and_the_notes(tmp_path):
    _, path = written(tmp_path)
    with closing(pypdfium2.PdfDocument(path)) as pages:
        shown = "".join(pages[0].get_textpage().get_text_range().split())
        notes = {name: words for name, (_, words) in pdf.highlights(pages).items()}
    assert (shown.startswith("".join(TEXT[:45].split())), notes["1"], notes["2"]) == (
        True, "Người (gợi ý)\nxem lại\nnhé", "Người = 12 lá (gợi ý)",
    )  # fmt: skip


def pages_of(text):
    made = article(text)
    return laid_out.pages(made, laid_out.laid_out(made))


def test_marks_of_an_article_that_came_from_a_pdf_go_into_that_pdf(tmp_path):
    with closing(pages_of("Đầu trang\nLê Thị Hạnh ở xã Hòa An.\n" + TEXT.replace(" thư", ""))) as made:
        made.save(tmp_path / "của họ.pdf")
    content = (tmp_path / "của họ.pdf").read_bytes()
    document = Document(article(), (*MARKS[:3], mark("6", "lá thư")))
    (tmp_path / "out").mkdir()
    pdf.write([document], tmp_path / "out", LABELS, lambda _: content)
    kept = [each.id for each in pdf.keeps(document, lambda _: content)]
    with closing(pypdfium2.PdfDocument(tmp_path / "out" / "Bài một hai.pdf")) as pages:
        first = pages[0].get_textpage().get_text_range(0, 9)
    assert (kept, [each.annotation for each in pdf.quotes(tmp_path / "out", [document])], first) == (
        ["1", "2", "3"], ["1", "2", "3"], "Đầu trang",
    )  # fmt: skip


def test_of_several_places_the_one_in_like_words_is_taken():
    text = "Bà Hoa đến trước. Sau đó Hoa về."
    with closing(pages_of("Mục lục\nHoa là hoa. Bà Hoa đến trước. Sau đó Hoa về.")) as pages:
        marks = [Annotation(str(at), "x", at, at + 3, "PERSON") for at in (3, 25)]
        found = original.places(pages, text, marks)
        words = pages[0].get_textpage()
        shown = [words.get_text_bounded(box.left - 30, box.bottom, box.right, box.top) for (box,) in found.values()]
    assert [each.split()[-2:] for each in shown] == [["Bà", "Hoa"], ["đó", "Hoa"]]


def test_of_several_places_the_one_where_the_line_stands_is_taken_whatever_is_round_it():
    text = "Bà Hoa đến trước."
    with closing(pages_of("Bà Hoa đến trước.\nNgười ấy tên là Hoa.")) as pages:
        marks = [Annotation("1", "x", 3, 6, "PERSON")]
        top, second = (
            original.places(pages, words, [Annotation("1", "x", 0, len(words), "PERSON")])["1"][0]
            for words in ("Bà", "Người")
        )
        line = Stretch(
            0, len(text), 0, (0, laid_out.HEIGHT - second.top, laid_out.WIDTH, laid_out.HEIGHT - second.bottom)
        )
        found = [
            original.places(pages, text, marks, lambda lines=lines: lines)["1"][0].bottom for lines in ((), (line,))
        ]
    assert found == [top.bottom, second.bottom]


@pytest.mark.parametrize("name", ["Literata-Regular", "BeVietnamPro-Regular"])
def test_a_face_cut_down_draws_its_letters_as_wide_as_the_whole(name):
    whole = face(name)
    part = type(whole)(whole.only("Nguyễn"))
    assert (part.width("Nguyễn", 10), len(whole.only("Nguyễn")) < 80_000) == (whole.width("Nguyễn", 10), True)
