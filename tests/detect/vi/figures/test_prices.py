"""Price lists: bare numbers take the currency that an earlier line told."""

import pytest

from desktop.detect import detect

TABLE = [
    ("Giá tiêu ở mức 148.000 đồng/kg.\n\n- Đắk Nông: 149.500", ("149.500", 149500)),
    ("Vàng bán ra 157,8 triệu đồng/lượng.\n\n- Nhẫn trơn: 151,6 - 154,6", ("151,6 - 154,6", "151600000..154600000")),
    ("Đơn vị: đồng/kg (nghìn đồng)\n\nCà chua: 12,5", ("12,5", 12500)),
]


@pytest.mark.parametrize(("text", "wanted"), TABLE)
def test_a_bare_number_of_a_list_is_a_price(text, wanted):
    last = detect(text).spans[-1]
    assert (text[last.start : last.end], last.value, last.label) == (*wanted, "MONEY")


CELLS = """Bảng 1. Sản xuất của ba xã (triệu đồng)
Xã | Thu | Lúa (nghìn tấn) | Tỷ lệ | Số hộ
Dị Nậu | 18.500 | 7,5 | 94,6% | 120
Hương Nộn | 7.350 | 6 | 69,6% | 98
"""


def test_a_cell_takes_label_unit_and_factor_from_its_heading():
    first = [span for span in detect(CELLS).spans if span.start > CELLS.index("Dị Nậu") + 6]
    assert [(span.label, span.value, span.unit) for span in first] == [
        ("MONEY", 18500000000, "VND"),
        ("MEASURE", 7500, "tấn"),
        ("PERCENT", 94.6, "%"),
        ("MONEY", 7350000000, "VND"),
        ("MEASURE", 6000, "tấn"),
        ("PERCENT", 69.6, "%"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Cả nước có 148.000 hộ.\n\n- Đắk Nông: 149.500",
        "Giá tiêu ở mức 148.000 đồng/kg.\n\n- Đắk Nông: 149.500 hộ",
        "Giá tiêu ở mức 148.000 đồng/kg.\n\n- Đắk Nông: 12",
    ],
)
def test_no_other_number_is(text):
    assert [span.label for span in detect(text).spans if span.label == "MONEY" and span.start > 40] == []
