"""Lines that were typed without capitals."""

import pytest

from desktop.detect import detect
from desktop.text.views.careless import called, unsaid

POST = (
    "mn cho e hỏi ở quận tân phú có chỗ nào sửa xe ko ạ, e bị cty hoàng phát ở đường lê lợi chặt chém quá\n"
    "b qua a tuấn đi, mình làm ở đó r. chị ngọc linh bên sở y tế tỉnh sơn la cũng khen, theo thông tư 12 thì dc giảm\n"
)


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("gặp a tuấn với chị ngọc linh nhé", "gặp a Tuấn với chị Ngọc Linh nhé"),
        ("Cô lan với bs hùng", "Cô Lan với bs Hùng"),
        ("e minh bạch, anh long lanh", "e minh bạch, anh long lanh"),
        ("cty hoàng phát theo nghị định 12", "Cty Hoàng Phát theo Nghị định 12"),
        ("công ty may ở ubnd xã, csgt hỏi", "công ty may ở UBND xã, CSGT hỏi"),
    ],
)
def test_what_is_a_name_beyond_doubt_has_its_capitals(line, named):
    assert called(line) == named


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (POST, True),
        ("E thấy giá nhà ở đó cao quá, vs lương của e thì ko đủ đâu mn ơi. Ai có cách nào hay ko ạ", True),
        ("Mưa còn kéo dài nhiều ngày. Nước sông lên nhanh. Người dân ở ven sông đã chuyển đồ lên gác.", False),
        (
            "- xây dựng nông thôn mới;\n- chăm lo đời sống nhân dân ở các xã;\n- sửa đường, sửa cầu trước mùa mưa.",
            False,
        ),
        ("hà nội", False),
    ],
)
def test_a_careless_text_is_known(text, told):
    assert unsaid(text)(text.split("\n")[0]) is told


def test_names_of_a_post_without_capitals_are_read():
    found = [(POST[span.start : span.end], span.label) for span in detect(POST).spans]
    assert found == [
        ("quận tân phú", "LOCATION"),
        ("cty hoàng phát", "ORGANIZATION"),
        ("đường lê lợi", "LOCATION"),
        ("tuấn", "PERSON"),
        ("ngọc linh", "PERSON"),
        ("sở y tế tỉnh sơn la", "ORGANIZATION"),
        ("tỉnh sơn la", "LOCATION"),
        ("thông tư 12", "DOCUMENT"),
    ]
