import pytest

from desktop.detect import detect

LAW = (
    "Điều 11. Nộp đơn\nNgười nộp đơn gửi đơn đến Tòa án bằng thư.\n\n"
    "Điều 12. Nhận đơn\nTrong ba ngày, Tòa án gửi giấy báo cho người nộp đơn.\n\n"
    "Điều 13. Sao gửi\nBản sao được gửi cho Viện kiểm sát cùng cấp.\n"
)


def bodies(text):
    return [text[span.start : span.end] for span in detect(text).spans if span.label == "ORGANIZATION"]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        (LAW, []),
        (LAW + "\nĐiều 14. Án phí\nTòa án nhân dân tối cao thu.\n", ["Tòa án", "Tòa án", "Tòa án nhân dân tối cao"]),
        ("Sáng qua, Tòa án tuyên phạt bị cáo. Viện kiểm sát không kháng nghị.", ["Tòa án", "Viện kiểm sát"]),
    ],
    ids=["a law", "a law that names a court", "news"],
)  # fmt: skip
def test_a_bare_court_in_a_law_is_a_class_unless_the_law_names_one(text, marked):
    assert bodies(text) == marked
