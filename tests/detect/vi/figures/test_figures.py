"""Figures of a line: a whole line is compared, so that what is held back shows too."""

import re

import pytest
from marked import marked

from desktop.detect.vi.figures import figures
from desktop.model import Span


def plain(line):
    return re.sub(r"\{[A-Z]+[^|{}]*\||\}", "", line)


@pytest.mark.parametrize(
    "line",
    [
        "có {COUNT 194594|194.594} đảng viên, {COUNT 7|7} phòng và {COUNT 3|ba} đồng chí",
        "{COUNT 100|hàng trăm} người, {COUNT|vài chục} hộ, {COUNT 2000000|2 triệu} lượt khách",
        "đạt {PERCENT 99.9|99,9%}, {PERCENT 5..7|từ 5 đến 7%}, {PERCENT 80..90|80 - dưới 90%}",
        "{PERCENT 4.75..5|4,75-5%}",
        "{RATIO 59 of 63|59/63} tỉnh, {RATIO 9 of 33|9 trong số 33} động cơ",
        "{RATIO 1 of 3|một phần ba} dân số, {RATIO 3 of 5|3 trong 5} nhà máy",
        "{MONEY 1200000000 VND|1,2 tỷ đồng}; {MONEY 500000000 USD|500 triệu USD}",
        "{MONEY 66100000..66900000 VND|66,1-66,9 triệu đồng/lượng}",
        "{MONEY 50000..120000 VND|50.000-120.000 đồng}",
        "lỗ {MONEY 26770000000000 VND|26.770 tỷ}, nợ hơn {MONEY 400000000000000 VND|400.000 tỷ đồng}",
        "{MONEY -9100000000 VND|âm 9,1 tỷ đồng}",
        "{MONEY 10 USD|$10}, {MONEY 2.5 USD|US$2,5}, {MONEY 1.23 USD|USD1,23}, {MONEY 20 EUR|20 euro}",
        "{MONEY 2.23 USD|hai đô la và 23 xen}",
        "đá đã {MEASURE 66000000 năm|66 triệu năm}, giá {MONEY 2500000 VND|hai triệu năm trăm nghìn đồng}",
        "ca cao lên {MONEY 3.7805 USD|378,05 US cent/pound}; động đất {MEASURE 6.2 richter|6,2 richter}",
        "về đích sau {MEASURE 2530.45 giây|42 phút 10,45 giây}, nhanh hơn {MEASURE 60.5 giây|1 phút 0,5 giây}",
        "rộng {MEASURE 300 ha|300 ha}, dài {MEASURE 15 km|15km}, nóng {MEASURE 38 độ C|38 độ C}",
        "cao {MEASURE 1.78 m|1m78}, nặng {MEASURE 5 kg|5 kg}",
        "{MEASURE 17.1 độ Vĩ Bắc|17,1 độ Vĩ Bắc}",
        "gió mạnh {MEASURE 8..9 cấp|cấp 8-9} ({MEASURE 62..88 km/h|62-88 km/h}), giật {MEASURE 11 cấp|cấp 11}",
        "phạt {MEASURE 150 tháng|12 năm 6 tháng} tù, chậm {MEASURE 25 phút|25 phút}, đủ {MEASURE 25 tuổi|25 tuổi}",
        "xếp {ORDINAL 115|thứ 115} thế giới, lần {ORDINAL 2|thứ hai}, nội dung {ORDINAL 1|thứ nhất}",
        "Thứ nhất, rà soát; thứ hai là gỡ vướng; thứ ba, kiểm tra",
        "08:17, Thứ năm, 13/08/2015 | Thứ 2 30/08/2010",
        "vàng {MONEY 82500000 VND|82,5 triệu đồng} một lượng; mới có {COUNT 1|một} em được chọn",
        "VN-Index tăng {MEASURE 5.33 điểm|5,33 điểm}",
        "đội đứng đầu với {COUNT 21|21} điểm, hơn {COUNT 6|6} điểm",
        "thắng 3-1, hòa 1-1; gỡ 1-2; có {COUNT 6..7|6-7} lượt sút",
        "mũi 2, lớp 10, giai đoạn 3, quận 1, áo số 10, Version 4, quốc lộ 14, km 1.023",
        "gọi 0988.123.456 hoặc 1900 1234, (024) 3974.1188",
        "một số nơi, một cách, một hồ sơ; {COUNT 1|một} người chết, {COUNT 2|hai} người bị thương",
        "mỗi năm tỉnh hỗ trợ; {COUNT 5|năm} huyện tự lo; {MEASURE 9 năm|chín năm} công tác",
        "ba mẹ em, ở Ba Vì, đường Hai Bà Trưng, bà Lê Thị Mười",
        "{COUNT 22|22} chỉ tiêu, {COUNT 94|94} điểm thi, {COUNT 5|5} mẫu xét nghiệm",
        "{COUNT 5|Năm} đồng phạm bị bắt",
        "khiển trách {COUNT 171|171}, cảnh cáo {COUNT 48|48}, cách chức {COUNT 6|6}",
        "{COUNT 11|11} huyện, thành phố; {COUNT 12|12} Ủy viên; {COUNT 34|34} F1; {COUNT 2|hai} Phó Chủ tịch",
        "{COUNT 7|bảy} bị cáo",
        "trong số {COUNT 2163|2.163} vụ việc, nhóm {COUNT 31|31} khách hàng, xe {COUNT 45|45} chỗ",
        "RON 92, SAR 412, A321, 4G, 16A",
        "{MEASURE 0.5 tiếng|nửa tiếng}, {MONEY 500000000 VND|nửa tỷ đồng}, nửa đêm, một nửa số dân",
        "chạy hết {MEASURE 8384 giây|2 giờ 19 phút 44 giây}, {MEASURE 125.31 giây|2 phút 05 giây 31}; {MEASURE 4 ngày|4 ngày 3 đêm}",
        "tàu ở {MEASURE 8.47 độ vĩ Bắc|08 độ 28 phút vĩ Bắc}, {MEASURE 103.7 °E|103°42’E}",
        "phạt {MEASURE 18 tháng|01 (một) năm 06 (Sáu) tháng} tù, nộp {MONEY 500000 VND|500.000 (năm trăm nghìn) đồng}",
        "phạt {MONEY 25500000 VND|25.500.000 (Hai mươi lăm triệu, năm trăm nghìn) đồng}",
        "giảm {PERCENT 10|10 (mười) %}, nộp {MONEY 300000 VND|300.000 đồng} ({MONEY 300000 VND|ba trăm nghìn đồng})",
        "ồn {MEASURE 78.6 dBA|78,6 dBA}, tần số {MEASURE 7903 kHz|7903 kHz}",
        "mặn {MEASURE 4 phần nghìn|bốn phần nghìn}, sâu {MEASURE 4 thước|bốn thước}",
        "cỡ {MEASURE 2..10 nanomet|2-10 nanomet}, rộng {MEASURE 6 M2|6M2}; anh Tý ({MEASURE 31 t|31t}, công nhân)",
        "Vinh {MEASURE 41.7 độ C|41,7 độ C}, Hà Tĩnh {MEASURE 40.2 độ C|40,2}, Huế {MEASURE 39.5 độ C|39,5}.",
        "vé đắt nhất {MONEY 500000 VND|500.000 đồng}, rẻ nhất {MONEY 50000 VND|50.000}",
        "Phở từ {MONEY 25000 VND|25.000} lên {MONEY 30000 VND|30.000 đồng}",
        "góp {MONEY 387600000000 VND|387,6 tỷ đồng}, trong đó {MONEY 212000000000 VND|212 tỷ} chảy sang công ty con",
        "vay {MONEY 64000000000 VND|64 tỷ} kỳ chín",
        "hỗ trợ {MONEY 20000000000 VND|20 tỷ đồng} cho {COUNT 2000000|2 triệu} lượt khách",
        "{MONEY 2200000 VND|2 triệu 2}; {MONEY 0.058 USD|5,8 cent/kWh}",
        "{COUNT 4|bốn} đồng thừa kế, {MONEY 16500 VND|16.500 đồng} bị bác, mở rộng lên {COUNT 4|bốn} làn xe; cả năm; kế hoạch cả năm.",
        "{RATIO 6 of 9|sáu trên chín} phiếu, {RATIO 8 of 10|8 trên 10} hộ; {PERCENT 30|30%} - {PERCENT 40|40%} - {PERCENT 25|25%}",
        "nhiều nhất ở Vĩnh Linh ({COUNT 12|12}), Triệu Phong ({COUNT 10|10}) và Gio Linh ({COUNT 7|7}).",
        "hơn {MEASURE 100 mét|trăm mét}, lãi {MONEY 1500000 VND|triệu rưỡi}, gần {COUNT 100|trăm} người; trăm hoa, triệu phú",
        "vòng {ORDINAL 1|thứ nhất}, năm {ORDINAL 8|thứ tám} liên tiếp, tầng {ORDINAL 9|thứ chín}; phút thứ 19; mỗi thứ năm",
        "{MONEY 1600000 TWD|1,6 triệu Đài tệ}, {MONEY 300 CHF|300 franc Thụy Sĩ}; nồng độ {MEASURE 80 mg/100ml|80 mg/100ml}",
        "huyết áp {MEASURE 180/100 mmHg|180/100 mmHg}; {MEASURE 4 g|4 g} một ngày",
        "{COUNT 5|05} suất quà, {COUNT 5|5} đ/c; số 05, mã 007",
        "lương {MONEY 1500000 VND|1,5 triệu/tháng}, vé {MONEY 500000 VND|500k}; {MONEY 1000000000000 VND|hàng nghìn tỷ đồng}",
        "giá {MONEY 15000 VND|15 nghìn} một ổ; lãi {MONEY 3000000..4000000 VND|3 - 4 triệu}",
        "It paid {MONEY 12000000000 USD|$12 billion}, or {MONEY 7000000 USD|US$7 million} a day, for {COUNT 4500000|4.5 million} tonnes",
        "quỹ {MONEY 1200000000 USD|$1.2 billion}, phạt {MONEY 54000000000 USD|US$54 billion}; {COUNT 352000|352,000} người xem",
        "{COUNT 263000|263,000} people and {COUNT 1234|1,234} dogs came",
        "It paid {MONEY 5000000 USD|$5m} and {MONEY 3200000000 USD|US$3.2bn}, {PERCENT 12.5|12.5 percent} more",
        "có 1 số kiến nghị, đặt nguyện vọng 2; bán {COUNT 1|1} vé; trình độ văn hóa 8/10",
        "đã {MEASURE 1000 năm|một ngàn năm}, {MONEY 1900 VND|một nghìn chín trăm đồng}",
        "màn hình 4K giá {MONEY 50000 VND|50K}",
        "hố sâu {MEASURE 1.234 km|1,234 km}, rộng {MEASURE 1.5 m|1,5 m}",
        "Nhà hét {MONEY 3150000000 VND|3ty150}, gửi xe {MONEY 120000 VND|120k/xe}, phí {MONEY 8500 VND|8k5/m2}",
        "Xe máy cũ giá {MONEY 5300000 VND|5tr3}, nước mía {MONEY 8500 VND|8k5/cốc}, vé đoàn {MONEY 2400000 VND|2tr4/tháng}",
        "điện thoại {MONEY 12450000 VND|12tr450}, trà {MONEY 65000 VND|65k}, lương {MONEY 4250000 VND|4tr25}",
        "vé khứ hồi {MONEY 1560000 VND|1tr560k}",
        "gọi 113, gọi số 114, tới 115 hay gọi 112; cả xã có {COUNT 113|113} hộ, {COUNT 115|115} trâu",
        "lực lượng 113, cảnh sát 114 và {COUNT 114|114} người; tổng đài 1900 2345",
        "trực 24/24, mở cửa 24/7, bán hàng 24/24 giờ; {RATIO 22 of 24|22/24} xã có điện {MEASURE 24 giờ|24 giờ}",
    ],
)
def test_a_line_shows_its_figures(line):
    assert marked(plain(line), figures.find(plain(line))) == line


def test_a_count_names_what_it_counts():
    found = figures.find("Giảm 7 phòng chuyên môn tại 11 huyện, thành phố trong tỉnh")
    assert [(span.value, span.counted) for span in found] == [(7, "phòng"), (11, "huyện, thành phố")]


def test_a_measure_and_a_price_keep_their_units():
    found = figures.find("sản lượng 58,7 tạ/ha, giá 8.500-9.000 đồng/kg")
    assert found == [Span(10, 20, "MEASURE", 58.7, "tạ/ha"), Span(26, 45, "MONEY", "8500..9000", "VND")]


def test_numbers_of_a_time_or_a_paper_are_no_figures():
    line = "năm 2024 có 12 vụ"
    assert figures.find(line, [Span(0, 8, "TIME")]) == [Span(12, 14, "COUNT", 12, None, "vụ")]


def test_the_numbering_of_a_list_is_no_figure():
    assert [figures.find(line) for line in ("1. Rà soát hồ sơ", "2) Cấp phát vốn", "hai là, giữ rừng")] == [[], [], []]


@pytest.mark.parametrize(
    "line", ["12 " * 5_000, "năm " * 5_000, "1/2/" * 5_000, "1" * 50_000, "1-2, " * 5_000, "\ufffd5"]
)
def test_hostile_lines_are_read_to_the_end(line):
    assert all(0 <= span.start < span.end <= len(line) for span in figures.find(line))
