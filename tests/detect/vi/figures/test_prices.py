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
