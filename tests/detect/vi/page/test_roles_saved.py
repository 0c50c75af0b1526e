"""Whole saved pages in the manners of many sites: every line is compared with the role that a reader gave it."""

from pathlib import Path

import pytest

from desktop.detect.vi.page import looks, roles

PAGES = Path(__file__).with_name("saved_pages.txt").read_text(encoding="utf-8").split("### ")[1:]


def split(saved):
    name, *written = saved.rstrip("\n").split("\n")
    return name, [row.split("|", 1) for row in written]


@pytest.mark.parametrize("saved", PAGES, ids=[split(saved)[0][:40] for saved in PAGES])
def test_each_line_of_a_saved_page_has_its_role(saved):
    _, wanted = split(saved)
    text = "\n".join(row for _, row in wanted)
    assert [[line.role, text[line.start : line.end]] for line in roles.read(text).lines] == wanted


@pytest.mark.parametrize("saved", PAGES, ids=[split(saved)[0][:40] for saved in PAGES])
def test_a_page_without_its_foot_keeps_its_article(saved):
    _, wanted = split(saved)
    last = max(at for at, (role, _) in enumerate(wanted) if role != "furniture")
    kept = [row for role, row in wanted[: last + 1] if role in ("lead", "body")]
    text = "\n".join(row for _, row in wanted[: last + 1])
    found = [text[line.start : line.end] for line in roles.read(text).lines if line.role != "furniture"]
    assert [row for row in kept if row not in found] == []


@pytest.mark.parametrize(
    "row",
    [
        "Trụ sở ủy ban xã bị nước tràn vào ngập hơn một mét.",
        "Chị bấm thích trang Facebook của hợp tác xã rồi đặt mua hai cân mật.",
        "Theo dõi mực nước là việc của tổ bảy người.",
        "7. Tỷ lệ che phủ: 51% / giữ trên 51%",
        "Đường dây nóng của bệnh viện reo suốt đêm hôm ấy.",
        "• Gói thầu số 2: cầu qua kênh, 11 tỷ đồng, thi công tám tháng.",
        "Bình luận viên già kể lại trận cầu năm xưa",
        "Mới nhất là vụ sạt lở sáng qua, may không ai bị thương.",
        "Những bài học từ mùa lũ",
        "Người dân tải ứng dụng về máy rồi làm theo hướng dẫn.",
        "Công ty được cấp giấy phép số 12/GP-UBND khai thác cát.",
        "Nông sản bày bán phải ghi rõ nguồn gốc xuất xứ.",
        "Cơ sở này bị thu hồi giấy phép hoạt động",
        "Thông tin liên quan được gửi tới từng hộ",
        "Hai thôn sáp nhập lại làm một",
        "Người dân đặt câu hỏi về nguồn nước",
        "Liên quan vụ việc, công an đã mời hai người lên làm việc.",
        "Ý kiến người trong cuộc",
    ],
)
def test_what_an_article_says_is_no_furniture(row):
    assert not looks.is_furniture(row)


@pytest.mark.parametrize(
    ("row", "heads"),
    [
        ("Các tin khác", True),
        ("TIN CÙNG CHUYÊN MỤC:", True),
        ("Bài viết trước", True),
        ("Ý kiến (12)", True),
        ("3 nhận xét:", True),
        ("Chuyện khác cùng mục", True),
        ("Bài cũ hơn << Vườn nhãn vào mùa", True),
        ("Tin mới từ tâm bão", False),
        ("Bài học cũ", False),
        ("Ý kiến của các hộ bị ảnh hưởng", False),
    ],
)
def test_a_head_of_links_says_so_in_few_words(row, heads):
    assert looks.is_links_head(row) is heads
