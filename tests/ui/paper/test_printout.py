"""Paper: pages of the right size and number, with or without marks and furniture, as PDF and as pictures."""

import re
import tomllib
import zlib
from dataclasses import replace

import pytest
from drawn import difference, dots
from PySide6.QtCore import QBuffer, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from waiting import until_at_rest

from desktop import assets
from desktop.model import Annotation, AnnotationId, Article, ArticleId, Label, Line, Role, Status
from desktop.ui.look import fonts, theme
from desktop.ui.look.reading_looks import LOUD, LOUDNESS
from desktop.ui.paper import print_dialog
from desktop.ui.paper.page_drawing import PaperRun
from desktop.ui.paper.print_dialog import PrintDialog
from desktop.ui.paper.printout import Printout, Wanted
from desktop.ui.unattended import driving

LABELS = [Label(**row) for row in tomllib.loads(assets.text("labels.toml"))["label"]]
MENU, HEAD, BODY = "Trang chủ", "Đồi chè vào vụ", "Năm nay bản Mây hái chè sớm hơn mọi năm, kịp phiên chợ đầu mùa. " * 6
TEXT = f"{MENU}\n{HEAD}\n" + "\n".join([BODY] * 20)
HEAD_AT = len(MENU) + 1
LINES = (Line(0, len(MENU), Role.FURNITURE), Line(HEAD_AT, HEAD_AT + len(HEAD), Role.HEADLINE))
ARTICLE = Article(ArticleId("x"), HEAD, TEXT, "", source="Báo Đồi Chè", published="2019-07-01", lines=LINES)
MARKS = [Annotation(AnnotationId("m"), ARTICLE.id, HEAD_AT, HEAD_AT + 7, "LOCATION", status=Status.ACCEPTED)]


@pytest.fixture(autouse=True)
def faces(qapp):
    fonts.load()


def printout(wanted=None, paper=None):
    return Printout(ARTICLE, MARKS, LABELS, "vi", wanted or Wanted(), paper)


def colors(picture):
    image = picture.toImage()
    return {image.pixelColor(x, y).name() for x in range(0, image.width()) for y in range(0, image.height() // 3)}


def pixels(printout):
    return dots(printout.picture(0, 600))


def text_of(pdf):
    """Return the words of a PDF of Qt's, by its fonts' tables of glyphs: enough of a reader for one writer."""
    objects = {int(number): body for number, body in re.findall(rb"(\d+) 0 obj\n(.*?)endobj", pdf, re.DOTALL)}

    def stream(body):
        content = body[body.index(b"stream\n") + 7 : body.rindex(b"endstream")]
        return zlib.decompressobj().decompress(content) if b"FlateDecode" in body else content

    names = {}
    for body in objects.values():
        for name, number in re.findall(rb"/(F\d+) (\d+) 0 R", body):
            table = re.search(rb"/ToUnicode (\d+) 0 R", objects[int(number)])
            if table:
                pairs = re.findall(
                    rb"<([0-9a-fA-F]{4})> <([0-9a-fA-F]{4})> <([0-9a-fA-F]+)>", stream(objects[int(table[1])])
                )
                glyphs = names.setdefault(name, {})
                for first, last, code in pairs:
                    for step in range(int(last, 16) - int(first, 16) + 1):
                        glyphs[int(first, 16) + step] = chr(int(code, 16) + step)
                singles = re.findall(rb"\[([^\]]*)\]", stream(objects[int(table[1])]))
                ranges = re.findall(rb"<([0-9a-fA-F]{4})> <[0-9a-fA-F]{4}> \[", stream(objects[int(table[1])]))
                for first, codes in zip(ranges, singles, strict=False):
                    for step, code in enumerate(re.findall(rb"<([0-9a-fA-F]+)>", codes)):
                        glyphs[int(first, 16) + step] = bytes.fromhex(code.decode()).decode("utf-16-be")
    words = []
    for body in objects.values():
        if b"stream\n" in body and b"/FontFile" not in body:
            font = {}
            for name, shown in re.findall(rb"/(F\d+) [\d.]+ Tf|<([0-9a-fA-F]{4,})>\s*T[jJ]", stream(body)):
                font = names.get(name, font) if name else font
                words.append("".join(font.get(int(shown[at : at + 4], 16), "") for at in range(0, len(shown), 4)))
    return "".join("".join(words).split())  # Qt tells the font's blank as a tab


@pytest.mark.parametrize(
    ("paper", "box", "pages"),
    [(None, b"[0 0 595.000000 842.000000]", 3), (QSizeF(148, 210), b"[0 0 420.000000 595.000000]", 6)],
)
def test_a_pdf_has_pages_of_the_papers_size(paper, box, pages):
    made = printout(paper=paper)
    content = made.pdf()
    boxes = re.findall(rb"/MediaBox (\[[^\]]*\])", content)
    assert (content[:5], made.pages, set(boxes), len(boxes)) == (b"%PDF-", pages, {box}, pages)


def test_the_words_of_a_pdf_can_be_read_again():
    words = text_of(printout(Wanted(marks=False)).pdf())
    expected = [HEAD, "hái chè sớm hơn mọi năm", "Báo Đồi Chè", "1/7/2019", "2 / 3", "2/3"]
    assert [part.replace(" ", "") in words for part in expected] == [True] * 6


@pytest.mark.parametrize("marks", [True, False])
def test_marks_are_on_paper_if_they_are_wanted(marks):
    bare = pixels(Printout(ARTICLE, [], LABELS, "vi", Wanted()))
    assert (pixels(printout(Wanted(marks=marks))) != bare) is marks


@pytest.mark.parametrize("loudness", LOUDNESS)
def test_accepted_marks_are_quieter_on_paper_than_suggestions(loudness):
    bare, seen = pixels(Printout(ARTICLE, [], LABELS, "vi", Wanted(loudness=loudness))), []
    for status in (Status.ACCEPTED, Status.SUGGESTED):
        marks = [
            replace(MARKS[0], id=str(at), start=200 + at * 40, end=214 + at * 40, status=status) for at in range(60)
        ]
        drawn = pixels(Printout(ARTICLE, marks, LABELS, "vi", Wanted(loudness=loudness)))
        seen.append(difference(bare, drawn))
    assert 0 < seen[0] < 0.9 * seen[1]


@pytest.mark.parametrize("marks", [True, False])
def test_the_foot_of_a_page_tells_the_colours_it_has_and_none_is_copied(marks):
    made = printout(Wanted(marks=marks, loudness=LOUD))
    picture, edge = made.picture(0, 900).toImage(), theme.load("light").label("location").edge
    foot = range(picture.height() - 120, picture.height())
    inks = {picture.pixelColor(x, y).name() for x in range(60, 120) for y in foot}
    assert (edge in inks, "Địadanh" in text_of(made.pdf())) == (marks, False)


def test_the_words_of_tags_are_seen_on_paper_but_not_copied():
    marks = [replace(MARKS[0], status=Status.SUGGESTED)]
    tagged = Printout(ARTICLE, marks, LABELS, "vi", Wanted(loudness=LOUD))
    assert ([tag.text for tag in tagged.tags(0)], "Địadanh" in text_of(tagged.pdf())) == (["Địa danh"], False)


@pytest.mark.parametrize(("furniture", "begins"), [(True, True), (False, False)])
def test_furniture_is_on_paper_if_it_is_wanted(furniture, begins):
    words = text_of(printout(Wanted(marks=False, furniture=furniture)).pdf())
    assert ("Trangchủ" in words) is begins


def test_an_article_that_is_furniture_alone_is_printed_all_the_same():
    article = Article(ArticleId("x"), "", MENU, "", lines=(Line(0, len(MENU), Role.FURNITURE),))
    assert "Trangchủ" in text_of(Printout(article, [], [], "vi", Wanted()).pdf())


def test_a_hidden_label_is_not_on_paper():
    edge = theme.load("light").label("location").edge
    assert edge not in colors(printout(Wanted(hidden=frozenset({"LOCATION"}))).picture(0, 600))


def test_a_printer_gets_the_pages_it_asks_for(tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "a.pdf"))
    printer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF())
    )
    printout(Wanted(marks=False)).print_on(printer, 1, 2)
    content = (tmp_path / "a.pdf").read_bytes()
    assert (len(re.findall(rb"/MediaBox", content)), "2/3" in text_of(content)) == (1, True)


LONG = Article(ArticleId("l"), HEAD, "\n".join([BODY] * 900), "")


def run_of(first=0, last=None, article=LONG):
    made, buffer = Printout(article, [], LABELS, "vi", Wanted()), QBuffer()
    run = PaperRun(made, made.writer(buffer), first, last)
    run.told, run.ended, run.buffer = [], [], buffer
    run.progressed.connect(lambda *counts: run.told.append(counts))
    run.finished.connect(lambda: run.ended.append(True))
    return run


def test_pages_are_drawn_between_events_and_are_those_drawn_at_once(qtbot):
    run = run_of()
    run.start()
    before = bool(run.told)
    driving.until(lambda: bool(run.ended))
    whole = Printout(LONG, [], LABELS, "vi", Wanted()).pdf()
    pages = [len(re.findall(rb"/MediaBox", content)) for content in (run.buffer.data().data(), whole)]
    turns = len({drawn for drawn, _ in run.told})
    assert (before, run.told[-1], pages[0], turns > 3) == (False, (pages[1],) * 2, pages[1], True)


def test_a_run_draws_the_pages_it_is_asked_for_and_a_cancelled_one_ends(qtbot):
    some, none = run_of(1, 3), run_of()
    some.start()
    none.start()
    driving.until(lambda: bool(none.told))
    none.cancel()
    told = len(none.told)
    driving.until(lambda: bool(some.ended))
    assert (len(re.findall(rb"/MediaBox", some.buffer.data().data())), len(none.told), none.ended) == (2, told, [])


def test_a_run_that_is_cancelled_as_its_last_page_is_told_does_not_finish(qtbot):
    run = run_of(article=ARTICLE)
    run.progressed.connect(lambda drawn, pages: run.cancel() if pages and drawn == pages else None)
    run.start()
    driving.until(lambda: bool(run.told) and run.told[-1] == (3, 3))
    until_at_rest(run)
    assert run.ended == []


def test_a_long_article_shows_its_first_page_before_its_pages_are_counted(qtbot, monkeypatch):
    monkeypatch.setattr(print_dialog, "_TURN", 0.0)
    dialog = PrintDialog(lambda wanted: Printout(LONG, [], LABELS, "vi", wanted), Wanted(), "vi")
    qtbot.addWidget(dialog)
    first = dialog.count.text(), dialog.later.isEnabled(), dialog.picture.pixmap().isNull()
    driving.until(dialog.later.isEnabled)
    assert (first, dialog.count.text()) == (
        ("Page 1, counting the pages…", False, False), f"Page 1 of {dialog.pages.pages}",
    )  # fmt: skip


def test_a_pdf_is_saved_from_the_window(full, answers, tmp_path):
    answers.append([tmp_path / "bai"])
    full.window.acts["print"].trigger()
    (dialog,) = full.window.dialogs
    dialog.saving.click()
    driving.until(lambda: (tmp_path / "bai.pdf").exists() and driving.settled(full))
    assert ((tmp_path / "bai.pdf").read_bytes()[:5], "bai.pdf" in full.bench.notice.words) == (b"%PDF-", True)


def test_the_dialog_turns_pages_and_says_what_is_wanted(qtbot):
    dialog, heard = PrintDialog(printout, Wanted(), "vi"), []
    qtbot.addWidget(dialog)
    dialog.wanted_changed.connect(lambda wanted: heard.append((wanted.marks, wanted.furniture)))
    dialog.save_requested.connect(lambda: heard.append("save"))
    dialog.print_requested.connect(lambda: heard.append("print"))
    driving.until(dialog.later.isEnabled)  # all pages are counted
    said = [dialog.count.text()]
    for button in (dialog.later, dialog.later, dialog.earlier):
        button.click()
        said.append((dialog.count.text(), dialog.earlier.isEnabled(), dialog.later.isEnabled()))
    dialog.marks.click()
    dialog.furniture.click()
    dialog.saving.click()
    dialog.printing.click()
    assert (said, heard) == (
        ["Page 1 of 3", ("Page 2 of 3", True, True), ("Page 3 of 3", True, False), ("Page 2 of 3", True, True)],
        [(False, False), (False, True), "save", "print"],
    )


def test_a_pdf_is_first_offered_among_the_persons_documents_or_at_home(full, answers, asked):
    full.window.acts["print"].trigger()
    (dialog,) = full.window.dialogs
    dialog.saving.click()
    dialog.close()
    assert asked[-1].start.parent.is_dir()


@pytest.mark.parametrize("notes", [True, False])
def test_notes_stand_behind_the_article_with_their_words_if_they_are_wanted(notes):
    noted = [replace(MARKS[0], note="Xem lại\nmùa nào"), replace(MARKS[0], id="r", note="Bỏ", status=Status.REJECTED)]
    made = Printout(ARTICLE, noted, LABELS, "vi", Wanted(notes=notes))
    words = made.document.toPlainText().splitlines()
    assert words[-5:] == ([BODY, "Notes", "“Đồi chè” · Địa danh", "Xem lại", "mùa nào"] if notes else [BODY] * 5)
