"""The whole detector: roles, spans in order, values, and texts that nobody wrote."""

import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.detect import VERSION, detect, read_page
from desktop.model import Role
from desktop.text.normal import normal

ARTICLE = """Huyện Sông Mây sơ kết công tác

Sáng 3-7-2019, Huyện ủy Sông Mây tổ chức hội nghị sơ kết 6 tháng đầu năm 2019.
Đồng chí Lò Văn Phúc, Bí thư Huyện ủy, chủ trì.

Toàn huyện kết nạp 125 đảng viên, đạt 98,5% kế hoạch; chi 1,2 tỷ đồng sửa 19/20 trụ sở.

Ông Phúc yêu cầu các xã thực hiện Chỉ thị số 05 của Bộ Chính trị.

Hoàng Minh
"""


def test_an_article_is_read_whole():
    found = detect(ARTICLE)
    spans = [(ARTICLE[span.start : span.end], span.label, span.value) for span in found.spans]
    assert found.version == VERSION
    assert spans == [
        ("Huyện Sông Mây", "LOCATION", None),
        ("Sáng 3-7-2019", "TIME", "2019-07-03"),
        ("Huyện ủy Sông Mây", "ORGANIZATION", None),
        ("Sông Mây", "LOCATION", None),
        ("6 tháng đầu năm 2019", "TIME", "2019-01-01/2019-06-30"),
        ("Lò Văn Phúc", "PERSON", None),
        ("Bí thư Huyện ủy", "TITLE", None),
        ("Huyện ủy", "ORGANIZATION", None),
        ("125", "COUNT", 125),
        ("98,5%", "PERCENT", 98.5),
        ("1,2 tỷ đồng", "MONEY", 1200000000),
        ("19/20", "RATIO", "19 of 20"),
        ("Phúc", "PERSON", None),
        ("Chỉ thị số 05", "DOCUMENT", None),
        ("Bộ Chính trị", "ORGANIZATION", None),
        ("Hoàng Minh", "PERSON", None),
    ]


def test_the_same_text_gives_the_same_detection():
    assert detect(ARTICLE, "2019-07-03") == detect(ARTICLE, "2019-07-03")


WRAPPED = """Người làm đơn là bà Ngô Thị Thắm, hiện ngụ tại thành phố Cần
Thơ, đã nộp đơn cho tòa vào ngày
07/02/2022 và được tòa nhận đơn ngay trong buổi
sáng hôm ấy.
"""


def test_a_name_and_a_date_go_on_over_a_break_at_a_width():
    found = detect(WRAPPED)
    assert [(WRAPPED[span.start : span.end], span.value) for span in found.spans] == [
        ("Ngô Thị Thắm", None),
        ("thành phố Cần\nThơ", None),
        ("ngày\n07/02/2022", "2022-02-07"),
    ]
    assert len(found.lines) == WRAPPED.count("\n")


def test_the_label_of_a_field_ends_the_name_before_it():
    text = "Họ tên: Lê Văn Tuân Dân tộc: Kinh\nNơi ban hành: Huyện Ba Tơ Người ký: Đinh Thị Mai\n"
    named = [(text[span.start : span.end], span.label) for span in detect(text).spans]
    assert named == [("Lê Văn Tuân", "PERSON"), ("Huyện Ba Tơ", "LOCATION"), ("Đinh Thị Mai", "PERSON")]


CELLS = """BỘ
Y TẾ
-----
|
CỘNG
HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
|
Số:
14/2031/TT-BYT
|
Đà
Lạt, ngày 14 tháng 5 năm 2031
|
THÔNG TƯ
Quy định việc khám chữa bệnh
Căn cứ Luật Khám bệnh, chữa bệnh;
"""


def test_the_head_of_a_paper_copied_cell_by_cell_is_read_as_one():
    found = detect(CELLS)
    date, none = "dateline", "furniture"
    assert [line.role for line in found.lines] == [
        date, date, none, none, none, none, none, none, date, date, none, date, date, none, "headline", "headline", "body",
    ]  # fmt: skip
    assert [CELLS[span.start : span.end] for span in found.spans] == [
        "BỘ\nY TẾ", "Số:\n14/2031/TT-BYT", "Đà\nLạt", "ngày 14 tháng 5 năm 2031", "Luật Khám bệnh, chữa bệnh",
    ]  # fmt: skip


PIECES = [
    "UBND tỉnh ", "ông Nguyễn Văn ", "Đại hội ", "lần thứ ", "XX", "(", ")", ", ",
    ". ", "\n", "Trưởng ", "ban ", "TP.", "Hồ Chí Minh ", "12,5% ", "3-7-2019 ",
    "Nghị quyết ", "Trung ương ", "4", " khóa ", "báo ", "Tết ", "dịch ", "COVID-19",
    "các ", "bệnh viện ", "Ảnh: ", "A.", "-", "–", "giải ", "bầu cử ",
    "huyện ", "\xa0", "\ud800", "😀", "mã ", "K'", "Đ",
]  # fmt: skip


def check(text):
    found = detect(text)
    inside = [line for line in found.lines if line.role is not Role.FURNITURE]
    for span in found.spans:
        quoted = text[span.start : span.end]
        assert quoted
        assert quoted.strip() == quoted
        assert any(line.start <= span.start < line.end for line in inside)
        assert any(line.start < span.end <= line.end for line in inside)
    assert list(found.spans) == sorted(found.spans, key=lambda span: (span.start, -span.end, span.label))


@settings(max_examples=150, deadline=None, database=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_every_mixture_of_names_keeps_spans_in_their_lines(text):
    check(text)


@settings(max_examples=100, deadline=None, database=None)
@given(st.text(max_size=60).map(normal))
def test_any_text_is_read_without_harm(text):
    check(text)


def test_articles_with_noise_in_them_keep_spans_in_their_lines():
    noise = random.Random(2024)
    folder = Path(__file__).parents[2] / "corpus" / "articles"
    texts = [path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))[:8]]
    for text in texts:
        chars = list(text)
        for _ in range(len(chars) // 12):
            at = noise.randrange(len(chars))
            chars[at] = noise.choice(
                (chars[at].swapcase(), "", "\n", " ", "\xa0", ".", "(", chr(noise.randrange(1, 0x11000)))
            )
        check(normal("".join(chars)))


def test_a_hundred_thousand_random_characters_are_read():
    noise = random.Random(7)
    planes = ((0x20, 0x7F), (0xA0, 0x250), (0x1E00, 0x1F00), (0x2000, 0x2070), (0x1, 0x11000), (0x1F300, 0x1F700))
    text = "".join(chr(noise.randrange(*noise.choice(planes))) for _ in range(100_000))
    check(normal(text))


@pytest.mark.parametrize(
    "line",
    [
        "Đại hội " * 3000,
        "Nguyễn-" * 4000,
        "các huyện A, " * 2500,
        "((((" * 6000,
        "Ban Quản lý dự án " * 1500,
        "A." * 15000,
    ],
)
def test_a_long_line_takes_time_in_proportion(line):
    started = time.perf_counter()
    detect(line)
    assert time.perf_counter() - started < 20


def test_the_lines_of_a_paragraph_that_is_broken_by_hand_have_its_role_before_the_detection_too():
    text = (
        "Kè mới giữ bờ sông\nSau ba tháng thi công, đoạn kè dài hơn hai cây số đã giữ được bờ sông\ntrước mùa nước lên, người dân yên tâm\n"
        "gieo vụ mới, không còn lo sạt lở.\n"
    )
    roles = [[str(line.role) for line in lines] for lines in (read_page(text)[0], detect(text).lines)]
    assert roles == [["headline", "lead", "lead", "lead"]] * 2
