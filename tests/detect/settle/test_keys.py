"""Keys under which mentions of one thing meet."""

import pytest

from desktop.detect import detect


def keys(text):
    return [(text[span.start : span.end], span.entity) for span in detect(text, "2019-07-01").spans if span.entity]


TABLE = [
    (
        "Ông Lò Văn Pán, Giám đốc Sở Y tế tỉnh Sơn La, đến dự. Ông Pán phát biểu.",
        [("Lò Văn Pán", "person/lò văn pán/sở y tế tỉnh sơn la"), ("Sở Y tế tỉnh Sơn La", "body/sở y tế tỉnh sơn la"),
         ("tỉnh Sơn La", "place/sơn la"), ("Pán", "person/lò văn pán/sở y tế tỉnh sơn la")],
    ),
    (
        "Công ty Cổ phần Mía Đường Lam Kinh (LKS) lãi lớn. LKS chia cổ tức.",
        [("Công ty Cổ phần Mía Đường Lam Kinh", "body/công ti cổ phần mía đường lam kinh"), ("Lam Kinh", "place/lam kinh"),
         ("LKS", "body/công ti cổ phần mía đường lam kinh"), ("LKS", "body/công ti cổ phần mía đường lam kinh")],
    ),
    ("Tỉnh ủy họp tại Sơn La.", [("Tỉnh ủy", "body/tỉnh uỷ/sơn la"), ("Sơn La", "place/sơn la")]),
    ("Tỉnh ủy họp.", []),
    (
        "Ông Lê Văn Tám gặp ông Vũ Đình Tám. Ông Tám cười.",
        [("Lê Văn Tám", "person/lê văn tám"), ("Vũ Đình Tám", "person/vũ đình tám")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), TABLE, ids=[text for text, _ in TABLE])
def test_mentions_of_one_thing_share_a_key_and_doubtful_ones_have_none(text, wanted):
    assert keys(text) == wanted
