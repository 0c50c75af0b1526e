"""Numbers that leave out their unit, what they count, their currency or its thousands: a whole line is compared."""

import re

import pytest
from marked import marked

from desktop.detect.vi.figures import figures


def plain(line):
    return re.sub(r"\{[A-Z]+[^|{}]*\||\}", "", line)


@pytest.mark.parametrize(
    "line",
    [
        "Lúa {MEASURE 1200 ha|1.200 ha}, ngô {MEASURE 340 ha|340}, lạc {MEASURE 95 ha|95}.",
        "Tàu dài {MEASURE 24 mét|24 mét}, rộng {MEASURE 6 mét|6}, mớn nước {MEASURE 2.8 mét|2,8}.",
        "Nhiệt độ thấp nhất {MEASURE 9 độ|9}, cao nhất {MEASURE 17 độ|17 độ}.",
        "Giá mua vào {MONEY 148200000 VND|148,2}, bán ra {MONEY 150200000 VND|150,2 triệu đồng}.",
        "Vốn {MONEY 18000000000 VND|18 tỷ đồng}, trong đó vốn tỉnh {MONEY 5000000000 VND|5}, xã {MONEY 3000000000 VND|3}.",
        "Quý một thu {MONEY 520000000000 VND|520 tỷ đồng}, quý hai {MONEY VND|610}.",
        "Hồ chứa {MEASURE 1200000 m3|1,2 triệu m3}, hồ kia {MEASURE m3|0,7}.",
        "Vé lớn {MONEY 120000 VND|120.000}, vé nhỏ {MONEY 60000 VND|60.000}.",
        "Công hái từ {MONEY 180000 VND|180.000} lên {MONEY 220000 VND|220.000} một buổi.",
        "Lúa tươi {MONEY 6800 VND|6.800/kg}, khô {MONEY 8200 VND|8.200/kg}.",
        "Vay ngân hàng {MONEY 50000000 VND|50 triệu}, hộ kia {MONEY 800000000 VND|800 triệu}.",
        "Trong {COUNT 45|45} dự án có {COUNT 12|12} đã xong, {COUNT 20|20} đang làm.",
        "Sân chứa {COUNT 20000|20.000} chỗ, bán hết {COUNT 18500|18.500}.",
        "Sau {MEASURE 3 ngày|3 ngày}, xã nhiễm thêm {COUNT 271|271}.",
        "Ông ghi âm {COUNT 263|263} nhân chứng, lạnh {MEASURE -5 độ|âm 5 độ}.",
        "Nước ở mức {MEASURE 4.86 m|4,86 m}, trên báo động 3.",
    ],
)
def test_a_number_is_what_the_figure_before_or_behind_it_tells(line):
    text = plain(line)
    assert marked(text, figures.find(text)) == line
