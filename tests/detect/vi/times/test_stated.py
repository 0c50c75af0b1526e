"""Times that are told from a period which their sentence states with its year; read on Wednesday, 18 September 2024."""

import re
from datetime import date

import pytest
from marked import marked

from desktop.detect.vi.times import times


@pytest.mark.parametrize(
    "line",
    [
        "{TIME 2022-03|Tháng 3/2022} giá hơn {TIME 2022-02|tháng trước} và {TIME 2021|năm trước}",
        "{TIME 2021-12|Tháng 12/2021} khởi công, {TIME 2022-03|tháng 3 năm sau} xong",
        "{TIME 2023|Năm ngoái}, vào {TIME 2023-05|tháng 5}, anh mở tiệm",
        "{TIME 2015/2020|nhiệm kỳ 2015-2020} từ {TIME 2024-08-23|ngày 23/8}",
        "Bão vào {TIME 2024-09-14/2024-09-15|đêm 14 rạng sáng 15/9}, tan {TIME 2024-09-15|trưa cùng ngày}",
        "Quán mở {TIME T07:00/T17:00|7h-17h}, xe chạy {TIME|từ 7h đến 17h}; phà nghỉ {TIME|từ 22h đến 4h sáng}",
        "{TIME 2024-09-17|Tối muộn 17/9}, đường cấm {TIME 2024-09-17T19:00/2024-09-17T21:00|từ 19h đến 21h}",
        "{TIME 2024|Năm nay} thu hơn {TIME 2023|năm trước}",
    ],
)
def test_what_a_sentence_states_with_its_year_is_what_the_next_is_told_from(line):
    text = re.sub(r"\{[A-Z]+[^|{}]*\||\}", "", line)
    assert marked(text, times.find(text, date(2024, 9, 18))) == line
