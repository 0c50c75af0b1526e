"""Facts read from apposition: who holds which office, who issued which paper, where and when a figure was counted."""

import pytest

from desktop.detect import detect

HELD, OF, BY, ON, IN, AT = "office_held", "office_of", "issued_by", "issued_on", "counted_in", "counted_on"

TABLE = [
    (
        "Ông Lò Văn Pán, Ủy viên Ban Thường vụ Tỉnh ủy, Giám đốc Sở Y tế, tới dự.",
        [(HELD, "Lò Văn Pán", "Ủy viên Ban Thường vụ Tỉnh ủy"), (HELD, "Lò Văn Pán", "Giám đốc Sở Y tế"),
         (OF, "Ủy viên Ban Thường vụ Tỉnh ủy", "Ban Thường vụ Tỉnh ủy"), (OF, "Giám đốc Sở Y tế", "Sở Y tế")],
    ),
    ("Bí thư Huyện ủy Lê Thị Mận phát biểu.", [(OF, "Bí thư Huyện ủy", "Huyện ủy"), (HELD, "Lê Thị Mận", "Bí thư Huyện ủy")]),
    (
        "Tỉnh ủy điều động ông Vi Văn Sơn giữ chức Bí thư Huyện ủy.",
        [(HELD, "Vi Văn Sơn", "Bí thư Huyện ủy"), (OF, "Bí thư Huyện ủy", "Huyện ủy")],
    ),
    (
        "Các ông Lê Văn Tám, Giám đốc Sở Y tế và Chủ tịch UBND tỉnh Trần Văn Ơn cùng dự.",
        [(HELD, "Lê Văn Tám", "Giám đốc Sở Y tế"), (OF, "Giám đốc Sở Y tế", "Sở Y tế"),
         (OF, "Chủ tịch UBND tỉnh", "UBND tỉnh"), (HELD, "Trần Văn Ơn", "Chủ tịch UBND tỉnh")],
    ),
    (
        "Theo Nghị quyết số 05-NQ/TU ngày 3/4/2019 của Tỉnh ủy, mọi xã đều làm.",
        [(ON, "Nghị quyết số 05-NQ/TU", "ngày 3/4/2019"), (BY, "Nghị quyết số 05-NQ/TU", "Tỉnh ủy")],
    ),
    ("Sở Y tế đã ban hành Công văn số 12/SYT-NV.", [(BY, "Công văn số 12/SYT-NV", "Sở Y tế")]),
    ("Năm 2019, cả vùng trồng 4.500 cây.", [(AT, "4.500", "Năm 2019")]),
    ("Đoàn khám cho 320 người ở huyện Mộc Châu.", [(IN, "320", "huyện Mộc Châu")]),
    ("Ở xã Hòa An bán 19 tấn thóc.", [(IN, "19 tấn", "xã Hòa An")]),
    ("Ông Lê Văn Tám ở xã Hòa An bán 19 tấn thóc.", []),
    ("Bà Lê Thị Mận ở xã Hòa An có 19 con trâu.", []),
    ("Năm 2019 mưa nhiều. Xã có 12 thôn.", []),
    ("Ông Lê Văn Tám gặp Giám đốc Sở Y tế.", [(OF, "Giám đốc Sở Y tế", "Sở Y tế")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), TABLE, ids=[text for text, _ in TABLE])
def test_a_sentence_tells_these_facts(text, wanted):
    found = detect(text, "2019-07-01")
    quote = [text[span.start : span.end] for span in found.spans]
    assert [(fact.kind, quote[fact.head], quote[fact.tail]) for fact in found.relations] == wanted


def test_facts_of_later_lines_point_at_their_own_spans():
    text = "Hà Nội mưa to.\n\nBí thư Huyện ủy Lê Thị Mận phát biểu."
    found = detect(text)
    held = next(fact for fact in found.relations if fact.kind == HELD)
    assert [text[found.spans[at].start : found.spans[at].end] for at in (held.head, held.tail)] == [
        "Lê Thị Mận",
        "Bí thư Huyện ủy",
    ]
