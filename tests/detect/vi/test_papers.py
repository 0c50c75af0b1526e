"""Papers of a line."""

import re

import pytest
from marked import marked

from desktop.detect.vi import papers


def plain(line):
    return re.sub(r"\{[A-Z]+[^|{}]*\||\}", "", line)


@pytest.mark.parametrize(
    "line",
    [
        "theo {DOCUMENT|Nghị quyết Trung ương 4 khóa XI, XII} và {DOCUMENT|Chỉ thị 05}",
        "gắn với {DOCUMENT|Nghị quyết Trung ương 4 (khóa XI, khóa XII)} và {DOCUMENT|Chỉ thị 05}",
        "{DOCUMENT|Nghị quyết số 18}, {DOCUMENT 19-NQ/TW|số 19-NQ/TW} của Trung ương",
        "{DOCUMENT|Nghị quyết số 18, 19} và {DOCUMENT 26/2015/NĐ-CP|Nghị định số 26/2015/NĐ-CP}",
        "các {DOCUMENT|nghị quyết Trung ương 4,6,7} gắn với {DOCUMENT|tờ trình số 126} trình Chính phủ",
        "{DOCUMENT 92/CĐ-TTg|Công điện 92/CĐ-TTg} ngày 10/9/2024, {DOCUMENT 1121/QĐ-TTg|Quyết định 1121/QĐ-TTg}",
        "{DOCUMENT 144-QĐ/TW|Quy định 144-QĐ/TW}; {DOCUMENT|Kết luận số 83}; {DOCUMENT 21-KL/TW|Kết luận 21-KL/TW}",
        "{DOCUMENT|Nghị quyết Đại hội XIII} của Đảng",
        "{DOCUMENT|Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIX} đề ra",
        "{DOCUMENT|Nghị quyết Hội nghị lần thứ tám Ban Chấp hành Trung ương khóa XIII}",
        "{DOCUMENT|Luật Đất đai}, {DOCUMENT|Bộ luật Hình sự}",
        "{DOCUMENT|Luật Phòng, chống tham nhũng} và {DOCUMENT|Luật Nhà ở}",
        "{DOCUMENT|Hiệp định CPTPP}, {DOCUMENT|Hiến pháp 2013}, {DOCUMENT|Điều lệ Đảng}",
        "{DOCUMENT 05-NQ/HU|NQ số 05-NQ/HU}, {DOCUMENT|Nghị quyết 30a}, {DOCUMENT|QĐ 167}, {DOCUMENT 15/KH-UBND|Kế hoạch số 15 /KH-UBND}",
        "Điều 134 {DOCUMENT|BLHS}; {DOCUMENT|Luật Đất đai 2013}; {DOCUMENT|Quyết định 167}, quyết định 167 hộ",
        "{DOCUMENT|Công ước số 98}, {DOCUMENT 25/PC-TTr|Phiếu chuyển số 25/PC-TTr}; mẫu số 01/ĐK, {DOCUMENT TCVN7046-2019|TCVN 7046-2019}",
        "{DOCUMENT 91/2017/NĐ-CP|Nghị định số 91/2017/NĐ -CP}; {DOCUMENT|Quyết định số 100}, 200 hộ được đất",
        "{DOCUMENT|Đạo luật Giảm lạm phát}, {DOCUMENT|Hiệp ước An ninh Nhật - Mỹ} và {DOCUMENT|Sắc lệnh 14067} hôm qua",
        "quyết định 2 giải pháp, báo cáo 5 vấn đề, thông báo 3 lần",
        "Tiến sĩ Luật Mai Văn Lũng, cử nhân Luật Mai Thị Mận và sinh viên ngành Luật Dân sự",
        "các nghị quyết, chỉ thị của trung ương; kế hoạch năm 2024",
        "{DOCUMENT|Luật Đất đai sửa đổi}, có hiệu lực; {DOCUMENT|Luật Bảo hiểm y tế (sửa đổi)}",
        "{DOCUMENT|Luật Sửa đổi, bổ sung một số điều của Luật Đất đai} và {DOCUMENT|Nghị quyết TW5}",
        "{DOCUMENT 12-KL/TU|kết luận số 12 -KL/TU}, lớp số 12 - Anh",
        "{DOCUMENT QCVN2:2008/BKHCN|QCVN 2:2008/BKHCN}",
        "{DOCUMENT|Công ước Liên hợp quốc về Luật Biển 1982} ({DOCUMENT|UNCLOS})",
        "{DOCUMENT|Thỏa thuận Paris}; {DOCUMENT 2357-VIE|Hiệp định vay số 2357-VIE}",
        "theo {DOCUMENT|luật đất đai}, {DOCUMENT|bộ luật dân sự}; pháp luật dân sự, luật chơi",
        "{DOCUMENT 148/2020/NĐ-CP|Nghị định số 148/2020/ NĐ-CP}; các {DOCUMENT|Nghị định 12, 13/2020/NĐ-CP}",
        "{DOCUMENT 50-TB/VPTW|Thông báo Kết luận số 50-TB/VPTW}; {DOCUMENT|Hiệp định Paris 1973}; {DOCUMENT|Thông tư 25 và 39}.",
        "{DOCUMENT 100/2019/nđ-cp|nghị định 100/2019/nđ-cp}; {DOCUMENT|NQ57}, {DOCUMENT|NQ 68}.",
        "{DOCUMENT|Nghị quyết Trung ương 6 (lần 2) khóa VIII}; {DOCUMENT|Nghị định 67} triển khai chậm",
    ],
)
def test_a_line_shows_its_papers(line):
    assert marked(plain(line), papers.find(plain(line))) == line


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("Theo Nghị định số 26/2015/NĐ-CP và Nghị quyết số 18-NQ/TW", ["26/2015/NĐ-CP", "18-NQ/TW"]),
        ("Quyết định số 1234/QĐ-UBND; Luật số 72/2025/QH15", ["1234/QĐ-UBND", "72/2025/QH15"]),
        ("Chỉ thị 05, tờ trình số 126; Nghị quyết số 18, 19", [None, None, None]),
        ("Nghị quyết Trung ương 4 khóa XII", [None]),
        ("Kế hoạch số 15 /KH-UBND; QCVN 2:2008/BKHCN", ["15/KH-UBND", "QCVN2:2008/BKHCN"]),
    ],
)
def test_a_papers_value_is_its_code(line, values):
    assert [span.value for span in papers.find(line)] == values
