"""Several articles in one text."""

from textwrap import fill

import pytest

from desktop.exchange.texts.several import articles

ONE = "Tin số một\n\nSáng 3/5, xã Hòa An khánh thành cây cầu mới dài 42 m bắc qua suối Mơ."
TWO = "Tin số hai\n\nBà Trần Thị Thắm cho biết 48 hộ dân đã góp 210 triệu đồng để làm cầu."
RULES = ("=" * 40, "─────", "---oOo---", "* * * * *", "-----", "______", "#####")


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


NEXT = "Trường mới ở thôn Tây\n\nXã sẽ sửa một trường mẫu giáo ở thôn Tây, nơi có 60 em đang học nhờ đình làng."
LAST = "Lớp bơi cho trẻ ven suối\n\nThôn mở lớp dạy bơi cho 150 trẻ em từ bảy đến mười hai tuổi, từ ngày 1/6 tới."


@pytest.mark.parametrize(
    "parting", ["\n\n***\n\n", "\n\n* * *\n\n", "\n\n---\n\n", "\n\n\n\n", "\f", "\n\nĐỗ Thị Ấm\n\n"]
)
def test_titles_of_some_words_over_paragraphs_are_parted_by_less(parting):
    ended = "\n\nĐỗ Thị Ấm" if "Đỗ" in parting else ""
    assert [part.removesuffix(ended) for part in articles(parting.join((NEXT, LAST)) + ended)] == [NEXT, LAST]


@pytest.mark.parametrize(
    "source",
    ["(Theo Báo Làng)", "Theo TTXVN", "(Nguồn: Đài Bình Lâm)", "Lê Tâm (ghi)", "TTXVN", "PV", "Lê Tâm – Vi Hòa"],
)
def test_from_where_each_was_taken_ends_an_article(source):
    assert articles(f"{NEXT}\n\n{source}\n\n{LAST}\n\n{source}") == [f"{NEXT}\n\n{source}", f"{LAST}\n\n{source}"]


@pytest.mark.parametrize(
    "label",
    [
        "Tin {0}: ",
        "BÀI {0}. ",
        "Bài số {0}\n\n",
        "{0}. ",
        "{0}) ",
        "# ",
        "Tin số {0} - ",
        "[{0}] ",
        "#{0} ",
        "## Tin {0}: ",
    ],
)
def test_counted_titles_part_articles(label):
    text = "\n\n".join(label.format(at) + part for at, part in enumerate((NEXT, LAST), 1))
    assert [part.removeprefix("# ") for part in articles(text)] == [NEXT, LAST]


def test_paragraphs_broken_at_a_width_are_paragraphs():
    first, second = (f"{part.split(chr(10))[0]}\n\n{fill(part.split(chr(10))[2], 40)}" for part in (NEXT, LAST))
    assert articles(f"{first}\n\n-----------\n\n{second}") == [first, second]


def test_the_paper_and_the_day_may_stand_before_the_title():
    text = "\n\n".join(f"* Báo Làng ngày {at}/6/2026: {part}" for at, part in enumerate((NEXT, LAST), 1))
    assert [part.split("\n")[:2] for part in articles(text)] == [
        ["Trường mới ở thôn Tây", "(Báo Làng ngày 1/6/2026)"], ["Lớp bơi cho trẻ ven suối", "(Báo Làng ngày 2/6/2026)"],
    ]  # fmt: skip


_SECTIONS = "\n\n".join(f"{at}. {part}" for at, part in enumerate((NEXT, LAST), 1))
WHOLE = {
    "counted sections under a title": f"Việc làng trong năm nay\n\n{_SECTIONS}",
    "sections of Markdown": f"# Việc làng trong năm nay\n\n## {NEXT}\n\n## {LAST}",
    "stars between paragraphs": f"{NEXT}\n\n***\n\nBà con đến dự rất đông đủ từ sáng sớm, ai cũng phấn khởi ra mặt.",
    "blank lines everywhere": NEXT.replace("\n\n", "\n\n\n\n"),
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


def test_a_form_feed_in_a_sentence_is_a_line_end():
    assert articles(NEXT.replace(" nơi ", "\f")) == [NEXT.replace(" nơi ", "\n")]


def test_titles_may_be_counted_as_romans_did():
    assert articles("\n\n".join(f"{at}. {part}" for at, part in zip(("I", "II"), (NEXT, LAST), strict=True))) == [
        NEXT,
        LAST,
    ]
