"""What a page says of its article, and the day that its times are read from."""

from datetime import date

import pytest

from desktop.detect.vi.page import card, roles
from desktop.model import Meta, Role

TAIL = " lãnh đạo thị xã đến thăm các gia đình có công và trao quà cho học sinh vượt khó trên địa bàn phường ven biển."


def text(*rows):
    return "\n".join(rows)


def test_a_page_names_its_article():
    found = roles.read(
        text("Trao quà cho học sinh vượt khó", "Báo Biển - 20/09/2024 16:42", "Thu Lam", f"Hà Tiên - Sáng 20/9,{TAIL}")
    )
    assert found.meta == Meta("Trao quà cho học sinh vượt khó", "Báo Biển", "Thu Lam", "2024-09-20T16:42", "Hà Tiên")


@pytest.mark.parametrize(
    ("opening", "source", "place"),
    [
        ("(BĐM) - Sáng 20/9,", "BĐM", None),
        ("BĐM-Sáng 20/9,", "BĐM", None),
        ("Baobien.vn - Sáng 20/9,", "Baobien.vn", None),
        ("Pháp-Sáng 20/9,", None, "Pháp"),
        ("Sáng 20/9,", None, None),
        ("Sáng 20-9, ", None, None),
        ("Ngày 20-9, ", None, None),
        ("TAND tỉnh chiều 20-9 xử vụ án,", None, None),
        ("(Ảnh minh họa) - ", None, None),
        ("(Sơn La) - Sáng 20/9,", None, "Sơn La"),
        ("(Biển Xanh Online) - Sáng 20/9,", "Biển Xanh Online", None),
        ("BẾN TRE - Sáng 20/9,", None, "BẾN TRE"),
        ("Xít-ni hôm qua đón đoàn, ", None, None),
        ("Xít-ni (TTXVN 20-9) - Hôm qua", "TTXVN", "Xít-ni"),
    ],
)
def test_a_lead_opens_with_source_or_place(opening, source, place):
    meta = roles.read(opening + TAIL).meta
    assert (meta.source, meta.place) == (source, place)


@pytest.mark.parametrize(
    ("dated", "source"),
    [
        ("Báo Biển - 20/09/2024 16:42", "Báo Biển"),
        ("Lữ hành & Đầu tư | Thứ tư, 20/09/2024", "Lữ hành & Đầu tư"),
        ("Tạp chí Sông Nước, số ra ngày 20-9-2024", "Tạp chí Sông Nước"),
        ("Sơn La, 20/09/2024 16:42", None),
        ("Cập nhật lần cuối 16:42, 20/09/2024", None),
        ("Viết lúc 16:42 ngày 20/09/2024", None),
        ("20/09/2024 - 09:02 AM | Doanh nghiệp vừa", None),
        ("Ngày cập nhật: 20/09/2024 9:07:12 SA", None),
    ],
)
def test_a_source_beside_the_date_is_a_newspaper(dated, source):
    assert roles.read(text("Trao quà cho học sinh vượt khó", dated, f"Mới đây,{TAIL}")).meta.source == source


@pytest.mark.parametrize(
    ("signed", "byline"),
    [
        ("Tin, ảnh: Thu Lam", "Thu Lam"),
        ("Tác giả bài viết: Thu Lam", "Thu Lam"),
        ("(Theo Báo Biển)", None),  # a paper is no author
        ("Thu Lam (Theo Báo Biển)", "Thu Lam (Theo Báo Biển)"),
        ("Nội dung: Trần Thu Lam", "Trần Thu Lam"),
        ("Thu Lam (thực hiện)", "Thu Lam"),
        ("Thu Lam - Hải Đăng thực hiện", "Thu Lam - Hải Đăng"),
        ("Thu Lam (tổng hợp)", "Thu Lam"),
    ],
)
def test_a_byline_is_given_without_what_leads_to_it(signed, byline):
    assert roles.read(text("Trao quà cho học sinh", f"Mới đây,{TAIL}", f"Sau đó,{TAIL}", signed)).meta.byline == byline


@pytest.mark.parametrize(
    ("rows", "reference"),
    [
        ([f"Sáng 20/9,{TAIL}"], None),
        ([f"Sáng 20/9/2024,{TAIL}"], date(2024, 9, 20)),
        ([f"Sáng 20/9,{TAIL} Đây là việc làm thứ tư trong 9 tháng năm 2024."], date(2024, 9, 20)),
        (
            [f"Sáng 20/9,{TAIL} Đây là việc làm thứ tư trong 9 tháng năm 2024.", f"Chủ nhật 22/9,{TAIL}"],
            date(2024, 9, 20),
        ),
        ([f"Sáng 20/9,{TAIL} Đây là việc làm thứ tư trong 9 tháng năm 2024.", f"Chủ nhật 21/9,{TAIL}"], None),
        ([f"Sáng 5/1,{TAIL} Đợt trước diễn ra ngày 28/12/2023 tại phường bên."], date(2024, 1, 5)),
        ([f"Sáng 5/1,{TAIL}", "Đợt trước diễn ra ngày 28/12/2023 tại phường bên." + TAIL], None),
        (
            [f"Sáng 20/9,{TAIL}", f"Ngày 2/9/2024 và hôm 18/9/2024, cả phường góp 40 triệu đồng.{TAIL}"],
            date(2024, 9, 20),
        ),
        ([f"Sáng 20/9,{TAIL}", f"Ngày 18/9/2016, nơi này còn là bãi cát.{TAIL}"], None),
        ([f"Sáng 20/9,{TAIL} Nhiều nhà chờ tới đầu năm 2031 mới dọn về."], None),
        ([f"Sáng 20/9, tòa xử vụ cướp đêm 15/1/2017 ở chợ,{TAIL}"], None),
        ([f"Sáng 20/9, tòa xử vụ cướp đêm 15/8/2017 ở chợ,{TAIL}"], date(2017, 9, 20)),
        ([f"Sáng 20/9,{TAIL}", f"Nhà xây năm 2014, sửa các năm 2016 và 2021.{TAIL}"], None),
        ([f"Sáng 20/9,{TAIL}", f"Lúa vụ này tốt hơn niên vụ 2020-2021, giá như tháng 8/2019.{TAIL}"], None),
        (["Ông Tư quê ở thị xã, sinh ngày 2/4/1998 tại phường ven biển." + TAIL], None),
        (["20/09/2024", f"Ngày 5/4, lúc còn là học sinh, anh gặp nạn.{TAIL}"], date(2024, 9, 20)),
        (["20/09/2024", f"Sáng nay (20/9),{TAIL}"], date(2024, 9, 20)),
        (
            ["20/09/2024", f"Sáng nay (24/7),{TAIL}", f"Kế hoạch 6 tháng đầu năm 2022 đã xong.{TAIL}"],
            date(2022, 7, 24),
        ),
        (
            ["20/09/2024", f"Sáng nay (24/7),{TAIL}", f"Kế hoạch năm 2022 đã xong, năm 2025 sẽ làm tiếp.{TAIL}"],
            None,
        ),
        ([f"Sáng 20/9,{TAIL}", f"Nhiệm kỳ 2020-2025 và kế hoạch đến năm 2030 được nhắc lại.{TAIL}"], None),
    ],
)
def test_the_reference_is_the_day_that_the_opening_tells_of(rows, reference):
    assert roles.read(text(*rows)).reference == reference


@pytest.mark.parametrize(
    ("row", "dated"),
    [
        ("Thứ sáu, 20/09/2024 | 16:42", True),
        ("Cập nhật lúc 16:05, 22/06/2012 (GMT+7)", True),
        ("Báo Biển - 20/09/2024", True),
        ("20:33", False),
        ("Sáng 20/9", False),
        ("Giấy phép số 58/GP-BC cấp ngày 04/05/2010 do cơ quan quản lý nhà nước về báo chí ở trung ương cấp", False),
        ("Lễ trao quà ngày 20/09/2024 được tổ chức tại hội trường lớn.", False),
    ],
)
def test_a_dateline_is_a_date_and_little_else(row, dated):
    assert card.is_dateline(row) is dated


SUMMARY = f"(Baobien.vn) - Sáng 20-9, thị xã tổng kết 9 tháng năm 2024;{TAIL}"


def test_a_line_between_a_summary_and_the_same_again_is_the_title():
    rows = (SUMMARY, "Trao quà cho học sinh vượt khó", SUMMARY.removeprefix("(Baobien.vn) - "), f"Mới đây,{TAIL}")
    assert roles.read(text(*rows)).meta.title == "Trao quà cho học sinh vượt khó"


@pytest.mark.parametrize(
    ("opening", "year"),
    [
        (f"Ngày 1-7, thị xã bàn việc 6 tháng cuối năm 2020,{TAIL}", "2020"),
        (f"Chiều 30-9, thị xã tổng kết 9 tháng năm 2019,{TAIL}", "2019"),
        (f"Ngày 1-7, thị xã bàn việc của năm 2020,{TAIL}", None),  # it may be of any year
        (f"Ngày 1-7, thị xã nhắc lại quý IV năm 2018,{TAIL}", None),
        (f"Thị xã bàn việc 6 tháng cuối năm 2020,{TAIL}", None),
    ],
)
def test_a_year_is_of_publication_where_the_opening_says_whose_day_it_tells_of(opening, year):
    assert roles.read(text("Trao quà cho học sinh", opening, f"Mới đây,{TAIL}")).meta.published == year


def test_days_lean_on_the_opening_where_only_the_year_is_known():
    found = roles.read(text("Trao quà cho học sinh", f"Chiều 30-9, tổng kết 9 tháng năm 2019,{TAIL}"), "2019")
    assert (found.reference, found.meta.published) == (date(2019, 9, 30), "2019")


@pytest.mark.parametrize(
    ("given", "rows", "published"),
    [
        ("2024-05-03", ["03/05/2024 09:30"], "2024-05-03T09:30"),  # the page's head says the day alone
        ("2024-05-03", ["04/05/2024 09:30"], "2024-05-03"),
        ("2024-05-03T08:00", ["03/05/2024 09:30"], "2024-05-03T08:00"),
        (None, ["Cập nhật: 05/05/2024 10:00", "Ngày đăng: 03/05/2024 09:30"], "2024-05-03T09:30"),
        (None, ["Cập nhật: 05/05/2024 10:00"], "2024-05-05T10:00"),
    ],
)
def test_the_day_of_publication_has_its_clock_and_is_no_day_of_a_change(given, rows, published):
    written = text("Trao quà cho học sinh vượt khó", *rows, f"Mới đây,{TAIL}")
    dated = {written.index(row): Role.DATELINE for row in rows}
    assert roles.read(written, given, dated).meta.published == published
