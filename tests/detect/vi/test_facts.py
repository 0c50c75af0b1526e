"""Facts read from apposition: who holds which office, who issued which paper, where and when a figure was counted."""

import re

import pytest

from desktop.detect import detect, rules
from desktop.detect.languages import VIETNAMESE

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


def read(example):
    """The text of an example with the heads of its facts in `[ ]` and the tails in `< >`."""
    plain = re.sub(r"[\[\]<>]", "", example)
    found = detect(plain, "2019-07-01")
    told = [fact for fact in found.relations if fact.kind != OF]
    marks = {fact.tail: "<>" for fact in told} | {fact.head: "[]" for fact in told}
    for index in sorted(marks, key=lambda index: -found.spans[index].start):
        start, end = found.spans[index].start, found.spans[index].end
        opening, closing = marks[index]
        plain = f"{plain[:start]}{opening}{plain[start:end]}{closing}{plain[end:]}"
    return plain


@pytest.mark.parametrize("rule", VIETNAMESE.facts, ids=lambda rule: rule.name)
def test_an_example_is_read_so_with_its_rule_alone(rule):
    with rules.without(rule.name):
        without = [read(example) for example in rule.examples]
    read_so = [read(example) for example in rule.examples]
    assert (read_so, rule.examples != (), [text for text in without if text in rule.examples]) == (
        list(rule.examples), True, [],
    )  # fmt: skip


NEW = [
    ("Hai Phó Chủ tịch là ông Lê Văn Tám và bà Vi Thị Sơn.", [(HELD, "Lê Văn Tám", "Phó Chủ tịch"), (HELD, "Vi Thị Sơn", "Phó Chủ tịch")]),
    ("Huyện cách chức Chủ tịch UBND xã đối với ông Lê Văn Tám.", [(HELD, "Lê Văn Tám", "Chủ tịch UBND xã")]),
    ("Năm 2019, xã trồng 4.500 cây; nuôi 320 con bò.", [(AT, "4.500", "Năm 2019"), (AT, "320", "Năm 2019")]),
    ("Hôm qua, Sở Y tế công bố 12 ca bệnh.", []),
    ("Năm 2019, hai huyện ký kết.", []),
    ("Đoàn khám cho 320 người ở các huyện Mộc Châu, Yên Châu.", [(IN, "320", "Mộc Châu"), (IN, "320", "Yên Châu")]),
    ("Đoàn khám cho 320 người ở xã Hòa An, huyện Mộc Châu.", [(IN, "320", "xã Hòa An")]),
    ("Nhiều nhất là Mộc Châu (12 hộ) và Yên Châu (7 hộ).", [(IN, "12", "Mộc Châu"), (IN, "7", "Yên Châu")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), NEW, ids=[text for text, _ in NEW])
def test_a_sentence_ties_these_and_no_others(text, wanted):
    found = detect(text, "2019-07-01")
    quote = [text[span.start : span.end] for span in found.spans]
    told = [(fact.kind, quote[fact.head], quote[fact.tail]) for fact in found.relations if fact.kind != OF]
    assert told == wanted
