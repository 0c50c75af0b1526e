"""Several articles in one text."""

import pytest

from desktop.exchange.texts.several import articles

ONE = "Tin số một\n\nSáng 3/5, xã Hòa An khánh thành cây cầu mới dài 42 m bắc qua suối Mơ."
TWO = "Tin số hai\n\nBà Trần Thị Thắm cho biết 48 hộ dân đã góp 210 triệu đồng để làm cầu."
RULES = ("=" * 40, "* * * * *", "-----", "______", "#####")


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_between_titles_over_paragraphs_parts_them(rule):
    assert articles(f"{ONE}\n\n{rule}\n\n{TWO}\n") == [ONE, TWO]


def test_each_head_opens_an_article():
    first, second = (f"Tiêu đề: {part.split(chr(10))[0]}\nNguồn: Báo Làng\n\n{part}" for part in (ONE, TWO))
    assert articles(f"{first}\n\n\n{second}") == [first, second]


def test_a_title_with_its_paper_below_opens_an_article_of_a_digest():
    first, second = (
        f"Tin số {at} trong ngày\n(Báo Làng, {at}/6/2026)\n\n{part.split(chr(10))[-1]}"
        for at, part in ((1, ONE), (2, TWO))
    )
    assert articles(f"ĐIỂM BÁO\n\n1. {first}\n\n2. {second}\n") == [f"ĐIỂM BÁO\n\n{first}", second]


def test_a_name_ends_an_article_where_each_has_one():
    first, second = f"{ONE}\n\nVi Hòa", f"{TWO}\nTheo Lê Tâm (tổng hợp)"
    assert articles(f"{first}\n\n{second}\n") == [first, second]


WHOLE = {
    "a name in the middle": f"{ONE}\nVi Hòa\n{TWO}",
    "a person's name as a heading": f"{ONE}\n\nTrần Thị Thắm\n\n"
    "Bà Trần Thị Thắm cho biết 48 hộ dân đã góp 210 triệu đồng để làm cầu.\n\nVi Hòa",
    "one title with a paper below": f"Tin số một hôm nay\n(Báo Làng, 1/6/2026)\n{ONE}",
    "a rule in an article": f"{ONE}\n\n-----\n\nBà con đến dự đông đủ từ sáng sớm.",
    "a note under a rule": f"{ONE}\n_______\n(1) Theo báo cáo của xã.",
    "a heading with a rule under it": f"Tin số một\n==========\n\n{ONE}",
    "no rule": f"{ONE}\n\n{TWO}",
}


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
def test_one_article_stays_one(text):
    assert articles(text) == [text]
