"""Times of a line, read on Wednesday, 18 September 2024."""

import re
from datetime import date

import pytest
from marked import marked

from desktop.detect.vi.times import times
from desktop.model import Span

REFERENCE = date(2024, 9, 18)


def plain(line):
    return re.sub(r"\{[A-Z]+[^|{}]*\||\}", "", line)


@pytest.mark.parametrize(
    "line",
    [
        "{TIME 2024-09-20T00:00/2024-09-22T24:00|Từ 0h ngày 20/9 đến 24h ngày 22/9} cấm xe qua cầu",
        "GDP {TIME 2024-07-01/2024-09-30|quý III/2024} cao hơn cùng kỳ {TIME 2023|năm 2023}",
        "Kim ngạch {TIME 2024-01-01/2024-08-31|8 tháng đầu năm} và {TIME 2023-09-01/2023-12-31|4 tháng cuối năm 2023}",
        "xe đâm nhau lúc {TIME 2024-09-17T05:45|5h45 sáng 17/9}",
        "trong {TIME 2023/2024|mùa giải 2023-2024}, {TIME 2024/2025|năm học 2024-2025}",
        "diễn ra trong {TIME 2024-06-27/2024-06-28|hai ngày 27 và 28/6}",
        "vào Đảng {TIME 1987-05-19|ngày 19/5/1987}, sinh {TIME 1962|năm 1962}",
        "{TIME 2021/2030|Giai đoạn 2021-2030}, tầm nhìn đến {TIME 2045|năm 2045}",
        "{TIME 2024-09-23|Sáng thứ Hai tuần tới (23/9)}, tòa mở lại phiên xử",
        "{TIME 2024-09-17|hôm thứ Ba}; {TIME 2024-09-15|Chủ nhật vừa qua}; vào {TIME 2024-09-25|thứ tư}",
        "Thứ sáu, {TIME 2024-09-20|20/09/2024} | {TIME 2024-09-20T16:42|16:42}",
        "{TIME 2024-09-03T07:49|07h49 ngày 3/9} tàu về; đến {TIME 2024-09-03T08:15|08h15’} tàu đi",
        "{TIME 2024-09-17|Khuya 17.9}, tàu về; {TIME 2024-09-20|ngày thứ Sáu (20/9)} tàu đi; {TIME 2024-09-17T19:55|17/9/2024 07:55:00 PM}",
        "Khoảng {TIME|3h}, cả nhà dậy; mỗi bên chịu 1/2",
        "Bão tan {TIME 2024-09-01|1/9}; cọc đóng hôm trước, hôm sau trôi",
        "Lớp học {TIME 2024-06-03/2024-08-09|từ 3.6 đến 9.8}; {TIME 2018-07-01/2018-09-30|quý III.2018}; tăng từ 3.6 đến 9.8 điểm",
        "Doanh thu {TIME 2024-04-01/2024-06-30|Q2} tăng; {TIME 2021-04-01/2021-06-30|Q2/2021}",
        "đi xe từ Q1 sang Q2",
        "Bão vào bờ khoảng {TIME 2024-09-16T18:30|18 giờ 30 phút}, {TIME 2024-09-16|ngày 16-9}",
        "cấm đường từ {TIME 2024-09-20T00:00|0g00}, {TIME 2024-09-20|ngày 20-9}",
        "Họp lúc {TIME|16h00} hằng ngày; mỗi sáng từ {TIME|5h}; gửi trước {TIME|ngày 31/1} hằng năm; {TIME 1945-09-02|ngày 2/9/45}",
        "{TIME 2024-09-16/2024-09-22|Cuối tuần này} mưa to; {TIME 2024-09-23/2024-09-29|đầu tuần sau} nắng",
        "So với {TIME 2023|cuối năm 2023} và {TIME 2024-08|đầu tháng 8}",
        "Từ {TIME 2024-07-01|1/7}, lương tăng; hạn nộp trước {TIME 2024-12-31|31/12}",
        "Gần {TIME 2024-09-18T21:30|9 giờ 30 phút tối cùng ngày}, lửa tắt",
        "{TIME 2024-09|Tháng 9 này}; {TIME 2023-07|tháng 7 năm ngoái}; {TIME 2024-02|tháng 2-2024}",
        "{TIME 2024-08-01/2024-08-05|từ ngày 1 đến ngày 5-8} nắng nóng",
        "{TIME 2016-01-01/2024-09-18|Từ năm 2016 đến nay}, {TIME 2024-01-01/2024-09-18|từ đầu năm đến nay}",
        "{TIME 2024-09-18/2024-12-31|từ nay đến cuối năm}",
        "{TIME 2015/2020|từ 2015 đến 2020} và {TIME 2011/2015|2011-2015}",
        "{TIME 2024-09-10/2024-09-11|Ngày 10, 11/9} và {TIME 2024-09-12|sáng 12/9}, nước rút",
        "họp lúc {TIME 2024-09-26T14:30|14 giờ 30 ngày 26/9/2024}, trước {TIME 2024-09-25T17:00|17h ngày 25/9}",
        "Hồi {TIME|13h}, {TIME 2024-09-18|sáng nay (18/9)}, {TIME 2024-09-18|hôm nay, 18/9}",
        "{TIME 2024-09-17|Hôm qua}, {TIME 2024-09-18|đêm nay}, {TIME 2024-09-19|ngày mai}",
        "{TIME 2024-09-16|hôm kia}, {TIME 2024-09-09/2024-09-15|tuần trước}, {TIME 2023|năm ngoái}",
        "{TIME|Ba ngày sau}, {TIME|24 giờ tới}, {TIME 2024-09-11/2024-09-18|một tuần qua}",
        "{TIME 2023-10-01/2024-08-31|11 tháng qua}",
        "{TIME 2020/2025|nhiệm kỳ 2020 - 2025}; {TIME 2019-10-01/2019-12-31|những tháng cuối năm 2019}",
        "{TIME 2014-01-01/2014-06-30|nửa đầu năm 2014}",
        "{TIME 2024-01-01/2024-03-31|quý I}, {TIME 2023-10-01/2023-12-31|quý IV-2023}",
        "{TIME 2024-07-01/2024-09-30|quý này}",
        "{TIME 2024-05-11/2024-05-20|trung tuần tháng 5}, {TIME 2024-09-16/2024-09-30|nửa cuối tháng 9}",
        "{TIME 2024-07-01|ngày đầu tháng 7}",
        "{TIME 1990/1999|thập niên 1990}, {TIME 1980/1989|những năm 80 của thế kỷ trước}, {TIME 2001/2100|thế kỷ XXI}",
        "{TIME 2024-10-13T19:23|19h23 ngày 13/10} ({TIME 2024-10-14T06:23+07:00|6h23 ngày 14/10} giờ Hà Nội)",
        "{TIME 2017-03-03|mồng 3 tháng 3 năm 2017}, {TIME 1975-04-30|ngày 30 tháng 4 năm 1975}",
        "{TIME 2023-11-01/2023-12-31|tháng 11 và 12/2023}; {TIME 2024-01/2024-06|từ tháng 1 đến tháng 6}",
        "({TIME 2024-07-24|24/7}) và 30-9 bỏ lại; {TIME 2024-09-30|chiều 30-9}",
        "{TIME 2024-09-18|2024-09-18}, {TIME 2024-09-18T20:33|18/09/2024 20:33}",
        "hiện nay, thời gian qua, cùng kỳ, buổi sáng, hằng năm",
        "nhiều năm nay, mấy hôm nay, hai tuần trước khi lây",
        "sau 3 giờ 20 phút, trong 9 tháng, bé 18 tháng tuổi",
        "{TIME 2024-09-18|Sáng nay 18.9}, {TIME 2024-09-15/2024-09-16|đêm 15 rạng sáng 16/9}, {TIME 2024-09-19|rạng sáng mai}",
        "{TIME 2024-04-18|mùng 10 tháng 3 âm lịch}, {TIME 2025-02-12|rằm tháng Giêng}",
        "{TIME 2025-01-31|mùng 3 Tết}, {TIME 2024-09-03/2024-10-02|tháng 8 âm lịch}",
        "bà Nụ (SN {TIME 1961|1961}), kim ngạch {TIME 2024-01-01/2024-05-31|5 tháng}; Cách mạng Tháng Tám",
        "từ {TIME 2024-09-10/2024-09-12|ngày 10-12/9}, {TIME 2024-09-10/2024-09-12|từ ngày 10 đến 12/9}; Ngày Chủ nhật xanh",
        "vòng 1/8, thương binh 4/4, giá 20.5, sau 11 tháng",
        "Nghị định 12/2016/NĐ-CP, ngày 31/2, trực 24/7, 25h, 7h75",
        "{TIME 2025-01-28|Chiều 30 Tết}, {TIME 2025-01-30/2025-01-31|mùng 2 và 3 Tết}; {TIME 2020-07-08|ngày 18 tháng Năm năm Canh Tý}",
        "{TIME 2025-01-22|23 tháng Chạp}, {TIME 2024-08-18|rằm tháng Bảy}",
        "{TIME 2024|năm Giáp Thìn}; {TIME 2024-09-18/2025-01-29|từ nay đến Tết}",
        "{TIME 2023|vụ xuân năm ngoái}, {TIME 2021|thu đông 2021}, {TIME 2020/2021|vụ đông xuân 2020-2021}, {TIME 2025|mùa khô năm tới}",
        "{TIME 2024-09-25|Ngày 25-9 tới}, {TIME 2024-09-19T07:30|7 giờ 30 sáng mai}, {TIME 2024-09-17T16:30|4 rưỡi chiều qua}",
        "{TIME 2016-06-13T09:12|9:12 AM 13/06/2016}; {TIME 2016-06-13T21:12|9:12 PM 13/06/2016}",
        "mở cửa {TIME T07:00/T17:00|từ 7 đến 17 giờ}, chợ họp {TIME T05:00/T09:00|từ 5 đến 9 giờ sáng}; ngủ từ 5 đến 7 giờ",
        "{TIME 2024-03-01/2024-03-20|20 ngày đầu tháng 3}, {TIME 2024-01-01/2024-03-31|quý đầu năm}; {TIME 1996/2000|5 năm 1996-2000}",
        "bỏ chuồng hồi {TIME 2017|2017}, kế hoạch đến {TIME 2030|2030}",
        "từ 2000 đồng; {TIME 2023|tài khóa 2023}; {TIME 2025/2026|năm học tới}",
        "{TIME|trước đó hai ngày}; chậm nhất {TIME 2024-06-30|30-6}",
        "{TIME 2024-09-16|Thứ hai đầu tuần}, {TIME 2024-09-20|thứ sáu này}",
        "năm ngày sau trận thua, hai mươi tháng sau ngày cưới; lãi suất qua đêm {TIME 2024-09-05|ngày 5/9}; mỗi thứ năm",
        "{TIME 2024-09-18T11:00|11 giờ trưa nay}, {TIME 2024-09-18T13:00|1 giờ trưa nay}; {TIME 1051/1100|nửa cuối thế kỷ XI}",
        "Tổng kết {TIME 2019-01-01/2019-09-30|9 tháng năm 2019}",
        "{TIME 2024-09-13|Chiều 13.9}, giá 13.9; {TIME 2025|sang năm}, bước sang năm mới",
    ],
)
def test_a_line_shows_its_times(line):
    assert marked(plain(line), times.find(plain(line), REFERENCE)) == line


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Ngày 5/8 trời mưa", None),
        ("hôm qua trời mưa", None),
        ("6 tháng đầu năm", None),
        ("6 tháng đầu năm 2019", "2019-01-01/2019-06-30"),
        ("ngày 5/8/2019", "2019-08-05"),
    ],
)
def test_without_a_day_of_publication_only_a_stated_year_gives_a_value(line, value):
    assert [span.value for span in times.find(line, None)] == [value]


def test_until_school_opens_the_coming_school_year_is_that_of_the_same_autumn():
    found = times.find("năm học trước, năm học này và năm học tới", date(2023, 6, 10))
    assert [span.value for span in found] == ["2022/2023", "2023/2024", "2023/2024"]


def test_a_clock_alone_belongs_to_the_day_named_before():
    found = times.find("Tối 17/9 cháy nhà; 22h10 lửa tắt", REFERENCE)
    assert found[-1] == Span(19, 24, "TIME", "2024-09-17T22:10")


@pytest.mark.parametrize(
    ("line", "stamp"),
    [
        ("Thứ sáu, 20/09/2024 | 16:42", "2024-09-20T16:42"),
        ("16:42 20/09/2024", "2024-09-20T16:42"),
        ("Cập nhật 20/09/2024", "2024-09-20"),
        ("Chiều 20/9", None),
    ],
)
def test_a_publication_date_needs_its_year(line, stamp):
    assert times.published(line) == stamp


def test_a_long_line_takes_time_in_proportion():
    assert len(times.find("ngày 5/8 và " * 20_000, REFERENCE)) == 20_000


def test_a_clock_of_the_same_day_belongs_to_the_day_that_an_earlier_line_named():
    before = times.find("Lửa bùng lên tối 17/9", REFERENCE)
    named = times.last_named(before, REFERENCE, times.Named())
    assert [span.value for span in times.find("Tới 22h10 cùng ngày, lửa tắt", REFERENCE, named)] == ["2024-09-17T22:10"]


def test_the_same_day_is_the_last_that_was_named_however_long_ago_and_the_news_go_on_from_no_such_day():
    named = times.last_named(times.find("Vụ cướp xảy ra ngày 3/4/2019", REFERENCE), REFERENCE, times.Named())
    told = times.find("Tới 22h10 cùng ngày, họ bị bắt; ba ngày sau", REFERENCE, named)
    assert (named.news, [span.value for span in told]) == (None, ["2019-04-03T22:10", "2019-04-06"])


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("Tới 22h10, lửa tắt", [None]),
        ("Sáng 17/9 xe tới, 9 giờ 30 phút thì bốc hàng. Đến 11h, kho đầy.", ["2024-09-17", "2024-09-17T09:30", None]),
        ("Mở cửa 8h05 ngày 17/9 giờ Seoul", ["2024-09-17T08:05+09:00"]),
        ("Mở cửa 8h05 ngày 17/9 giờ Riga", [None]),
        ("Hai mươi năm sau, cầu mới xong; 5 năm qua không ai sửa", [None, None]),
        ("Tàu rời bến hôm 12/9. Ba ngày sau, tàu tới", ["2024-09-12", "2024-09-15"]),
        ("Làm từ tháng 5/2022 đến tháng 2/2023, rồi nghỉ", ["2022-05/2023-02"]),
        (
            "Chiều 17/9, lúc 3 giờ, xe tới; sau 4h30 thì bốc hàng",
            ["2024-09-17", "2024-09-17T15:00", "2024-09-17T16:30"],
        ),
        ("Đêm 17/9, lúc 2 giờ, trời mưa", ["2024-09-17", None]),
        ("Đêm 17/9, hồi 11 giờ 30, trời mưa", ["2024-09-17", "2024-09-17T23:30"]),
    ],
)
def test_a_value_that_is_not_certain_is_not_said(line, values):
    assert [span.value for span in times.find(line, REFERENCE)] == values
