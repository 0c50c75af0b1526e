"""Official papers: what each line is, and the fields of their register."""

import pytest

from desktop.detect import read_page
from desktop.detect.vi.page import official
from desktop.text.lines import lines

DECISION = """UBND TỈNH BÌNH LÂM          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ XÂY DỰNG                 Độc lập - Tự do - Hạnh phúc
Số: 91/QĐ-SXD               Bình Lâm, ngày 3 tháng 5 năm 2024

QUYẾT ĐỊNH
Về việc phê duyệt dự án cầu suối Mơ

GIÁM ĐỐC SỞ XÂY DỰNG

Căn cứ Luật Xây dựng ngày 18 tháng 6 năm 2014;
Theo đề nghị của Trưởng phòng Kế hoạch,
QUYẾT ĐỊNH:
Điều 1. Phê duyệt dự án cầu suối Mơ dài 42 m do Ủy ban nhân dân xã Hòa An làm chủ đầu tư.
Nơi nhận:                                   GIÁM ĐỐC
- Như Điều 1;
- Lưu: VT, KH.                              Đỗ Văn Lý
"""
PARTY = """ĐẢNG BỘ TỈNH BÌNH LÂM
HUYỆN ỦY SUỐI MƠ
*
Số 12-NQ/HU
ĐẢNG CỘNG SẢN VIỆT NAM
Suối Mơ, ngày 3 tháng 5 năm 2024
NGHỊ QUYẾT
về phát triển giao thông nông thôn
-----
Qua 5 năm thực hiện nghị quyết, huyện đã làm được 42 km đường và 12 cây cầu mới.
Nơi nhận:
- Tỉnh ủy;
T/M BAN CHẤP HÀNH
BÍ THƯ
(Đã ký)
Trần Văn Sáu
"""
LETTER = """ỦY BAN NHÂN DÂN
XÃ HÒA AN
Số: 45/UBND-VX
V/v dọn dẹp suối Mơ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hòa An, ngày 03 tháng 5 năm 2024
Kính gửi: Các thôn trên địa bàn xã
Thực hiện kế hoạch của huyện, xã đề nghị các thôn dọn dẹp hai bờ suối trước mùa mưa.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Lê Thị Thắm
"""
ROLES = {
    DECISION: "dateline dateline dateline headline headline body body body body body byline body byline",
    PARTY: "dateline dateline furniture dateline furniture dateline headline headline furniture body body body byline byline byline byline",
    LETTER: "dateline dateline dateline headline furniture furniture dateline body body byline byline byline",
}
FIELDS = {
    DECISION: {
        "typeName": "Quyết định", "codeNumber": "91", "codeNotation": "QĐ-SXD", "issuedDate": "2024-05-03", "organName": "SỞ XÂY DỰNG",
        "superior": "UBND TỈNH BÌNH LÂM", "subject": "Về việc phê duyệt dự án cầu suối Mơ", "signer": "Đỗ Văn Lý",
        "signerTitle": "GIÁM ĐỐC",
        "grounds": "Căn cứ Luật Xây dựng ngày 18 tháng 6 năm 2014", "recipients": "Như Điều 1; Lưu: VT, KH",
    },
    PARTY: {
        "typeName": "Nghị quyết", "codeNumber": "12", "codeNotation": "NQ/HU", "issuedDate": "2024-05-03", "organName": "HUYỆN ỦY SUỐI MƠ",
        "superior": "ĐẢNG BỘ TỈNH BÌNH LÂM", "subject": "về phát triển giao thông nông thôn", "signer": "Trần Văn Sáu",
        "signerTitle": "T/M BAN CHẤP HÀNH BÍ THƯ", "recipients": "Tỉnh ủy",
    },
    LETTER: {
        "typeName": "Công văn", "codeNumber": "45", "codeNotation": "UBND-VX", "issuedDate": "2024-05-03",
        "organName": "ỦY BAN NHÂN DÂN XÃ HÒA AN", "subject": "về việc dọn dẹp suối Mơ", "signer": "Lê Thị Thắm",
        "signerTitle": "KT. CHỦ TỊCH PHÓ CHỦ TỊCH",
    },
}  # fmt: skip
CARDS = {
    DECISION: ("Quyết định về việc phê duyệt dự án cầu suối Mơ", "SỞ XÂY DỰNG", None, "2024-05-03", "Bình Lâm"),
    PARTY: ("Nghị quyết về phát triển giao thông nông thôn", "HUYỆN ỦY SUỐI MƠ", None, "2024-05-03", "Suối Mơ"),
    LETTER: ("về việc dọn dẹp suối Mơ", "ỦY BAN NHÂN DÂN XÃ HÒA AN", None, "2024-05-03", "Hòa An"),
}
NONE = {
    "a news item that quotes a number": "Cầu mới\nSố: 12/QĐ-UBND là quyết định mà xã đã chờ đợi từ lâu.\nBà Thắm nói cầu đẹp.",
    "a page with a dateline": "Báo Làng\nHòa An, ngày 3 tháng 5 năm 2024\nCầu mới\nSáng 3/5, xã Hòa An khánh thành cây cầu mới dài 42 m.",
    "an article about a report": "BÁO CÁO\nSáng 3/5, xã Hòa An khánh thành cây cầu mới dài 42 m bắc qua suối Mơ.",
}


@pytest.mark.parametrize("text", ROLES, ids=["decision", "party", "letter"])
def test_each_line_has_its_role_and_the_register_its_fields(text):
    found, meta = read_page(text)
    told = (meta.title, meta.source, meta.byline, meta.published, meta.place)
    assert (" ".join(line.role for line in found), meta.fields, told) == (ROLES[text], FIELDS[text], CARDS[text])


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_other_texts_are_none(text):
    assert official.read([text[start:end] for start, end in lines(text)]) is None


_HEAD = """ỦY BAN NHÂN DÂN
XÃ HÒA AN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
"""
_REST = """
Điều 1. Phê duyệt dự án cầu suối Mơ dài 42 m do Ủy ban nhân dân xã Hòa An làm chủ đầu tư.
CHỦ TỊCH
Lê Thị Thắm
"""
SPELLINGS = {
    "a scanner's": (
        _HEAD.replace("HỘI", "HÔI").replace("Độc", "Đôc").replace("Ủ", "U")
        + "Sô: 91 /QĐ-UBND\nHòa An, ngày3 tháng 5 năm 2024\nQUYÊT ĐỊNH\nVề việc làm cầu" + _REST,
        ("Quyết định", "91", "QĐ-UBND", "2024-05-03", "UY BAN NHÂN DÂN XÃ HÒA AN", "Về việc làm cầu"),
    ),
    "of the years before 2011": (
        f"{_HEAD}Số : 91 QĐ/UB\nHòa An, ngày 3 tháng 5 năm 1995\nQUYẾT ĐỊNH CỦA ỦY BAN NHÂN DÂN XÃ HÒA AN\n(V/v làm cầu)\n"
        f"QUYẾT ĐỊNH:{_REST}",
        ("Quyết định", "91", "QĐ/UB", "1995-05-03", "ỦY BAN NHÂN DÂN XÃ HÒA AN", "(V/v làm cầu)"),
    ),
    "a court's": (
        f"TÒA ÁN NHÂN DÂN\nHUYỆN BÌNH LÂM\nBản án số: 8/2024/DS-ST\nNgày: 03-5-2024\n{_HEAD[26:]}NHÂN DANH\nTÒA ÁN NHÂN DÂN{_REST}",
        ("Bản án", "8", "2024/DS-ST", "2024-05-03", "TÒA ÁN NHÂN DÂN HUYỆN BÌNH LÂM", None),
    ),
    "in a column of Markdown": (
        f"{_HEAD}Số: 91/QĐ-UBND\nHòa An, ngày 3 tháng 5 năm 2024\n**QUYẾT ĐỊNH**\nVề việc làm cầu{_REST}",
        ("Quyết định", "91", "QĐ-UBND", "2024-05-03", "ỦY BAN NHÂN DÂN XÃ HÒA AN", "Về việc làm cầu"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "told"), SPELLINGS.values(), ids=SPELLINGS)
def test_papers_are_known_in_other_spellings(text, told):
    fields = read_page(text)[1].fields
    assert (
        tuple(map(fields.get, ("typeName", "codeNumber", "codeNotation", "issuedDate", "organName", "subject"))) == told
    )


def test_a_sentence_that_tells_a_day_is_no_dateline():
    text = f"{_HEAD[26:]}BIÊN BẢN\nHọp thôn\nHôm nay, ngày 3 tháng 5 năm 2024, tại nhà văn hóa thôn Đông, bà con họp bàn việc làm cầu.\n"
    assert [str(line.role) for line in read_page(text)[0]][-1] == "body"
