"""Lines in capitals, as they would be written otherwise."""

import pytest
from nested import nested, plain

from desktop.detect import detect
from desktop.detect.vi.capitals import spoken

LINES = [
    "LỚP HỌC PHÁP Y HỌC ĐƯỜNG Ở [L:TỈNH BÀ RỊA - VŨNG TÀU]",
    "[O:ỦY BAN NHÂN DÂN [L:TỈNH KIÊN LÂM]]",
    "[O:SỞ GIAO THÔNG VẬN TẢI [L:TP.HCM]] CẤM XE TẢI QUA [L:CẦU PHÚ LONG]",
    "XE BUÝT ĐỔI LỘ TRÌNH TỪ [L:QUẬN 12] ĐẾN [L:THUẬN AN]",
    "[O:HỘI ĐỒNG NHÂN DÂN [L:HUYỆN ĐẠI TỪ] KHÓA XX] [E:KỲ HỌP THỨ MƯỜI HAI]",
    "PHẦN II: MỤC TIÊU, NHIỆM VỤ VÀ GIẢI PHÁP CHỦ YẾU",
    "ĐỒNG CHÍ [P:PHẠM THỊ THANH TRÀ] DỰ LỄ KHAI GIẢNG TẠI [L:PHÚ THỌ]",
    "[T:BÍ THƯ [O:TỈNH ỦY]] [P:NGUYỄN VĂN THẮNG] LÀM VIỆC TẠI [L:HUYỆN MƯỜNG NHÉ]",
    "NÔNG THÔN MỚI VỀ TỪNG ẤP THI ĐUA",
    "[L:TUYÊN QUANG] TỔ CHỨC HỘI NGHỊ ĐOÀN KẾT THANH NIÊN",
    "CHUYỆN LÀNG XÃ [L:THỪA THIÊN HUẾ]",
    "PHÊ DUYỆT NHIỆM VỤ QUY HOẠCH XÂY DỰNG BẾN ĐÒ",
    "[T:TRƯỞNG [O:BAN TỔ CHỨC]] ĐỌC BÁO CÁO CỦA CÁN BỘ QUY HOẠCH",
    "[O:CÔNG TY CỔ PHẦN KIM KHÍ [L:SÔNG QUÊ]]",
    "HỢP ĐỒNG GIỮA [O:CÔNG TY TNHH BÚT HOA] VÀ [O:CÔNG TY CP CƠ KHÍ [L:SÔNG QUÊ]] VỀ GIAO HÀNG",
    "QUY CHẾ CHI TIÊU NỘI BỘ CỦA [O:BỆNH VIỆN ĐA KHOA [L:TỈNH YÊN BÁI]]",
]


@pytest.mark.parametrize("line", LINES)
def test_names_of_a_line_in_capitals(line):
    text = plain(line).replace("[E:", "")
    assert nested(text, detect(text).spans) == line


def test_a_heading_names_what_the_article_names():
    text = "PHƯƠNG NAM GIẢM GIÁ VÉ\nHôm qua, Công ty Phương Nam giảm giá vé. Theo Phương Nam, khách đông hơn mọi năm, nhất là về tết."
    assert [(text[s.start : s.end], s.label) for s in detect(text).spans][:1] == [("PHƯƠNG NAM", "ORGANIZATION")]


def test_the_level_that_begins_a_sentence_is_no_part_of_the_body_above_it():
    line = "[L:Huyện Kiên Lâm] có cầu mới.\n[T:CHỦ TỊCH [O:ỦY BAN NHÂN DÂN [L:HUYỆN KIÊN LÂM]]]"
    assert nested(plain(line), detect(plain(line)).spans) == line


def test_the_line_keeps_its_length_and_its_signs():
    line = "NGHỊ QUYẾT SỐ 18-NQ/TW, KHÓA XII – QUẬN 12 (ĐỢT 2)"
    assert spoken(line, {}) == "Nghị quyết số 18-NQ/TW, khóa XII – quận 12 (đợt 2)"
