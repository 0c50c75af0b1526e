"""The pictures of a saved page, opened from their captions; what the system's viewer is handed is caught here."""

import stat
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMenu

from desktop.model import Role

CAPTION = "Người dân thôn Đông đi trên cây cầu mới"
TEXT = "Sáng 3/5, xã Hòa An khánh thành cây cầu mới dài 42 m bắc qua suối Mơ sau tám tháng thi công, thay cây cầu gỗ đã mục."
PAGE = (
    "<html><head><title>Cầu mới</title></head><body><article><h1>Cầu mới qua suối Mơ</h1>"
    f"<figure><img src='x_files/1.png'><figcaption>{CAPTION}</figcaption></figure><p>{TEXT}</p></article></body></html>"
)
PNG = b"\x89PNG\r\n\x1a\n" + b"p" * 2000


class Viewer(QObject):
    def __init__(self):
        super().__init__()
        self.opened = []

    @Slot(QUrl)
    def show(self, address):
        self.opened.append(Path(address.toLocalFile()))


@pytest.fixture
def viewer(qapp):
    made = Viewer()
    QDesktopServices.setUrlHandler("file", made, "show")
    yield made
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def shown(parts, tmp_path):
    """The commands over a saved page that had a picture, and lies open."""
    parts.take_wishes("pictures", "on_page", "marks")
    (tmp_path / "x_files").mkdir()
    (tmp_path / "x_files" / "1.png").write_bytes(PNG)
    (tmp_path / "x.html").write_text(PAGE, "utf-8")
    parts.files.start([tmp_path / "x.html"])
    parts.settle()
    return parts


def put(parts, words):
    parts.reader.move_caret(parts.article.article.text.index(words))


def test_a_picture_is_opened_from_its_caption_as_a_private_copy(shown, viewer):
    put(shown, CAPTION)
    shown.acts["open_picture"].trigger()
    (copy,) = viewer.opened
    rights = stat.S_IMODE(copy.stat().st_mode), stat.S_IMODE(copy.parent.stat().st_mode)
    assert (copy.suffix, copy.read_bytes(), rights) == (".png", PNG, (0o600, 0o700))


def test_a_line_without_a_picture_says_so(shown, viewer):
    put(shown, TEXT)
    shown.acts["open_picture"].trigger()
    assert (viewer.opened, shown.notice.words) == (
        [], "Không có ảnh nào được lưu cùng dòng này. Hãy đặt con trỏ vào một dòng chú thích ảnh.",
    )  # fmt: skip


@pytest.mark.parametrize(("words", "offered"), [(CAPTION, True), (TEXT, False)])
def test_the_menu_of_the_page_offers_it_on_captions_alone(shown, words, offered):
    put(shown, words)
    shown.on_page.show_menu(shown.over.mapToGlobal(shown.over.rect().center()))
    menu = QApplication.activePopupWidget()
    found = shown.acts["open_picture"] in menu.actions()
    menu.close()
    assert (isinstance(menu, QMenu), found, Role.CAPTION in {each.role for each in shown.article.article.lines}) == (
        True, offered, True,
    )  # fmt: skip
