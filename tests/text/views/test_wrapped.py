"""Lines broken by hand become paragraphs; what is meant to be lines stays lines."""

import pytest

from desktop.text.views.wrapped import flat, unwrapped

WRAPPED = {
    "at a width": (
        "Sáng 3/5, xã Hòa An khánh thành cây cầu mới dài 42 m bắc qua\nsuối Mơ sau tám tháng thi công.\n\n"
        "Bà Trần Thị Thắm, Chủ tịch UBND xã Hòa An, cho biết 48 hộ\ndân đã góp 210 triệu đồng để\nlàm cầu.",
        "Sáng 3/5, xã Hòa An khánh thành cây cầu mới dài 42 m bắc qua suối Mơ sau tám tháng thi công.\n\n"
        "Bà Trần Thị Thắm, Chủ tịch UBND xã Hòa An, cho biết 48 hộ dân đã góp 210 triệu đồng để làm cầu.",
    ),
    "inside names and dates": (
        "Dự lễ có bà Nguyễn Thị\nHồng Thắm, Phó Chủ tịch Ủy ban\nnhân dân huyện; ông Lê\n"
        "Văn Sáu. Cầu trị giá 210\ntriệu đồng, khánh thành ngày 3\ntháng 5 năm 2024.",
        "Dự lễ có bà Nguyễn Thị Hồng Thắm, Phó Chủ tịch Ủy ban nhân dân huyện; ông Lê Văn Sáu. Cầu trị giá 210 triệu đồng, "
        "khánh thành ngày 3 tháng 5 năm 2024.",
    ),
    "an indented line opens a paragraph": (
        "Xã Hòa An khánh thành cây cầu mới dài 42 m qua suối\nMơ sau tám tháng thi công rất vất vả của bà con nơi\nđây.\n"
        "    Bà Thắm cho biết 48 hộ dân đã góp công cùng ngân\nsách huyện.",
        "Xã Hòa An khánh thành cây cầu mới dài 42 m qua suối Mơ sau tám tháng thi công rất vất vả của bà con nơi đây.\n"
        "    Bà Thắm cho biết 48 hộ dân đã góp công cùng ngân sách huyện.",
    ),
    "a heading in capitals stays above": (
        "CẦU MỚI QUA SUỐI MƠ\nXã Hòa An khánh thành cây cầu mới dài 42 m qua\nsuối Mơ sau tám tháng thi\ncông.",
        "CẦU MỚI QUA SUỐI MƠ\nXã Hòa An khánh thành cây cầu mới dài 42 m qua suối Mơ sau tám tháng thi công.",
    ),
    "fields of a form stay lines": (
        "Chủ tọa phiên tòa: Bà Trần Thị Thắm\nCác Hội thẩm nhân dân:\n1. Ông Lê Văn Sáu;\n"
        "- Thư ký: Bà Hồ Thị Mơ - Thư ký Tòa án nhân dân\nhuyện Suối Mơ ghi biên bản của\nphiên tòa.",
        "Chủ tọa phiên tòa: Bà Trần Thị Thắm\nCác Hội thẩm nhân dân:\n1. Ông Lê Văn Sáu;\n"
        "- Thư ký: Bà Hồ Thị Mơ - Thư ký Tòa án nhân dân huyện Suối Mơ ghi biên bản của phiên tòa.",
    ),
    "the number of a page is no part of a paragraph": (
        "Sáng 3/5, xã Hòa An khánh thành cây cầu mới\ndài 42 m qua suối Mơ sau tám tháng\n45\nthi công của bà\ncon.",
        "Sáng 3/5, xã Hòa An khánh thành cây cầu mới dài 42 m qua suối Mơ sau tám tháng\n45\nthi công của bà con.",
    ),
    "items that hang": (
        "- Bà Thắm cho biết 48 hộ dân đã góp công cùng\n  ngân sách huyện.\n- Ông Sáu nói trẻ em hai bên suối không\n  phải nghỉ học.",
        "- Bà Thắm cho biết 48 hộ dân đã góp công cùng ngân sách huyện.\n- Ông Sáu nói trẻ em hai bên suối không phải nghỉ học.",
    ),
    "lines filled up to one width": (
        "Sáng  nay xã Hòa An khánh  thành cây cầu\nmới qua  suối Mơ  sau tám  tháng  của bà\ncon.",
        "Sáng nay xã Hòa An khánh thành cây cầu mới qua suối Mơ sau tám tháng của bà con.",
    ),
}  # fmt: skip
LINES = {
    "paragraphs of a line each": "Cầu mới\nSáng 3/5, xã Hòa An khánh thành cây cầu mới.\nBà Thắm cho biết 48 hộ đã góp công.\nHoàng Nam",
    "verses": "Trăm năm trong cõi người ta\nChữ tài chữ mệnh khéo là ghét nhau\nTrải qua một cuộc bể dâu\nNhững điều trông thấy",
    "verses that begin with small letters": "Anh đi anh nhớ quê nhà\nnhớ canh rau muống nhớ cà dầm tương\n"
    "nhớ ai dãi nắng dầm sương\nnhớ ai tát nước bên đường hôm nao",
    "headings in capitals and small letters under them": "ĐẢNG BỘ TỈNH BÌNH LÂM\nHUYỆN ỦY SUỐI MƠ\n*\nNGHỊ QUYẾT\n"
    "của Ban Chấp hành Đảng bộ\n\nvề việc làm cầu qua suối",
    "posts without capitals": "mn cho e hỏi ở đó có gì ăn ko ạ\ne hay ghé quán bún cá gần chợ, ngon lắm nha mn\nquán đó đóng cửa r\n"
    "thế thì tiếc quá, để e tìm chỗ khác vậy",
    "items": "Kết quả:\n- giải nhất: thôn Thượng\n- giải nhì: thôn Trung\n- giải ba: thôn Hạ",
    "rows of cells": "Năm\tSố lò\n2021\thai\n2024\tbảy",
    "an address": "Nơi nhận:\nSở Y tế\nHuyện ủy\nLưu VT",
    "one line": "Cầu mới",
    "nothing": "\n\n",
}


@pytest.mark.parametrize(("text", "whole"), WRAPPED.values(), ids=WRAPPED)
def test_lines_broken_by_hand_are_put_together(text, whole):
    assert unwrapped(text) == whole


@pytest.mark.parametrize("text", LINES.values(), ids=LINES)
def test_lines_that_are_meant_stay(text):
    assert unwrapped(text) == text


@pytest.mark.parametrize("text", [whole for _, whole in WRAPPED.values()])
def test_it_is_done_once(text):
    assert unwrapped(text) == text


def test_a_text_is_made_flat_place_for_place():
    text = (
        "Người làm đơn là bà Ngô Thị Thắm, hiện ngụ tại thành phố Cần\nThơ, đã nộp đơn cho tòa vào ngày\n"
        "07/02/2022 và được tòa nhận đơn ngay trong buổi\nsáng hôm ấy.\n\n- một\n- hai"
    )
    found = flat(text)
    assert (len(found), found.split("\n")) == (
        len(text),
        [
            "Người làm đơn là bà Ngô Thị Thắm, hiện ngụ tại thành phố Cần Thơ, đã nộp đơn cho tòa vào ngày "
            "07/02/2022 và được tòa nhận đơn ngay trong buổi sáng hôm ấy.",
            "",
            "- một",
            "- hai",
        ],
    )


def test_clauses_codes_and_quarters_go_on_over_the_break():
    text = (
        "Trong năm, Chi cục Thủy lợi tỉnh Hậu\nGiang đã nạo vét 36 tuyến kênh, theo\nQuyết định số 1187/QĐ-\n"
        "UBND, phần còn lại chuyển sang quý\nI/2023. Người ký là bà Phạm Thị\nHoa."
    )
    assert flat(text).count("\n") == 0


def test_before_a_line_that_is_kept_the_break_stays():
    text = "Con đường ven sông được sửa trước mùa mưa, xe cộ qua lại\nsuốt ngày đêm, người dân hai bên bờ vui mừng vì hết\nlầy lội."
    second = text.index("suốt")
    assert flat(text, {second}).count("\n") == 1
