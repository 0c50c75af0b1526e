"""The line under a title: what is shown of source, date and tags where there is more or less room."""

import pytest
from PySide6.QtGui import QFontMetricsF

from desktop.ui.look import fonts
from desktop.ui.shelf.fact_line import Facts, day, pieces

FULL = Facts("Báo Đồi Chè", "5/8/2026")


@pytest.fixture
def metrics(qapp):
    return QFontMetricsF(fonts.interface(8.5))


@pytest.mark.parametrize(
    ("published", "told"),
    [("2026-08-05T09:30", "5/8/2026"), ("2026-12-31", "31/12/2026"), (None, ""), ("2026", "2026")],
)
def test_a_day_is_written_as_in_vietnam(published, told):
    assert day(published) == told


LINES = {
    "all of it": (FULL, ("ảnh", "ưu tiên"), "Báo Đồi Chè · 5/8/2026|ảnh|ưu tiên", ["Báo Đồi Chè · 5/8/2026", "ảnh", "ưu tiên"]),
    "no source": (Facts("", "5/8/2026"), (), "5/8/2026", ["5/8/2026"]),
    "nothing but a tag": (Facts("", ""), ("đọc lại",), "đọc lại", ["đọc lại"]),
    "nothing": (Facts("", ""), (), "mmmmmmmm", []),
    "tags that have no room are counted": (
        FULL, ("tổ chức bộ máy", "ưu tiên", "ảnh"), "Báo Đồi… · 5/8/2026+3", ["Báo Đồi… · 5/8/2026", "+3"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("facts", "tags", "room", "shown"), LINES.values(), ids=LINES)
def test_what_is_shown_in_a_room(metrics, facts, tags, room, shown):
    width = metrics.horizontalAdvance(room.replace("|", "")) + 15 * room.count("|") + 20
    found = pieces(facts, tags, width, metrics)
    assert ([each.words for each in found], sum(each.width for each in found) <= width) == (shown, True)


def test_a_tag_is_cut_but_never_under_eight_letters(metrics):
    tags = ("tổ chức bộ máy", "ảnh", "văn bản quy phạm pháp luật")
    shown = {each.words for width in range(400) for each in pieces(FULL, tags, width, metrics) if each.is_tag}
    cut = sorted(len(each) - 1 for each in shown.difference(tags))
    assert (cut[0], cut[-1] > 15) == (8, True)
