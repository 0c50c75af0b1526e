"""Texts in other languages: what English rules read, and nothing in a language without rules."""

import pytest

from desktop.detect import detect
from desktop.explaining import explain

ENGLISH = (
    "The group paid $12 billion, or US$7 million a day, for 4.5 million tonnes; 263,000 people came in 2021, and John Smith "
    "of Acme Corp said on 3 May that it was 3.5 percent more than the year before."
)
TOLD_AGAIN = (
    "The plant will be built by Hanwell Energy Ltd, said its chairman, Tran Van Khoa, when he was asked on the way to the port.\n"
    "As Khoa said, Hanwell Energy has done it before, and the Nordheim Women's Union is for it."
)


def marks(text, published=None):
    return [(text[span.start : span.end], span.label) for span in detect(text, published).spans]


def test_figures_times_and_names_of_an_english_text():
    found = detect(ENGLISH, "2022-06-01")
    spans = [(ENGLISH[span.start : span.end], span.label, span.value) for span in found.spans]
    assert (found.language, spans) == (
        "en",
        [
            ("$12 billion", "MONEY", 12_000_000_000),
            ("US$7 million", "MONEY", 7_000_000),
            ("4.5 million tonnes", "MEASURE", 4_500_000),
            ("263,000", "COUNT", 263_000),
            ("2021", "TIME", "2021"),
            ("John Smith", "PERSON", None),
            ("Acme Corp", "ORGANIZATION", None),
            ("3 May", "TIME", "2022-05-03"),
            ("3.5 percent", "PERCENT", 3.5),
        ],
    )


def test_a_day_has_no_year_where_neither_text_nor_paper_gives_one():
    found = [span.value for span in detect(ENGLISH).spans if span.label == "TIME"]
    assert found == ["2021", None]


def test_vietnamese_names_are_read_with_their_marks_too():
    text = "In Hà Nội on Monday, Nguyễn Thị Vân of the Red Cross said that it was for the people of Hải Phòng, and Vân went home."
    assert marks(text) == [
        ("Hà Nội", "LOCATION"),
        ("Monday", "TIME"),
        ("Nguyễn Thị Vân", "PERSON"),
        ("Red Cross", "ORGANIZATION"),
        ("Hải Phòng", "LOCATION"),
        ("Vân", "PERSON"),
    ]


def test_the_row_that_read_a_name_is_told_for_one_with_marks_too():
    text = "In Hà Nội on Monday, Nguyễn Thị Vân of the Red Cross said that it was for the people of the town."
    told = {each.quote: [rule.name for rule in each.rules] for each in explain(text).spans}
    assert (told["Hà Nội"], told["Nguyễn Thị Vân"]) == (["en.location.known"], ["en.person.surname"])


def test_names_are_known_again_by_what_is_short_for_them():
    assert marks(TOLD_AGAIN) == [
        ("Hanwell Energy Ltd", "ORGANIZATION"),
        ("chairman", "TITLE"),
        ("Tran Van Khoa", "PERSON"),
        ("Khoa", "PERSON"),
        ("Hanwell Energy", "ORGANIZATION"),
        ("Nordheim Women's Union", "ORGANIZATION"),
    ]


def test_nothing_is_guessed_in_a_language_without_rules():
    found = detect(
        "Le président Emmanuel Macron a reçu les 12 ministres et les élus de la ville dans le palais pour un dîner."
    )
    assert (found.language, found.spans) == ("fr", ())


MIXED = (
    "Sáng 11/9/2024, UBND tỉnh Lào Cai tiếp đoàn của bà Karen Whitmore, bàn việc trồng dược liệu trên 2.300 ha đất đồi.\n"
    "Karen Whitmore, president of the Cascade Herbs Association, said on 11 September 2024 that the first mill will be in Lao Cai.\n"
    "Hai bên hẹn gặp lại tại Hà Nội.\n"
    "Президент Вьетнама прибыл в Москву 9 мая 2024 года. Стороны подписали 20 документов на сумму 3 млрд долларов.\n"
)


def test_each_paragraph_is_read_in_its_language_and_nothing_is_guessed_in_others():
    found = [(MIXED[span.start : span.end], span.label) for span in detect(MIXED).spans if span.label != "COUNT"]
    assert found == [
        ("Sáng 11/9/2024", "TIME"),
        ("UBND tỉnh Lào Cai", "ORGANIZATION"),
        ("tỉnh Lào Cai", "LOCATION"),
        ("Karen Whitmore", "PERSON"),
        ("2.300 ha", "MEASURE"),
        ("Karen Whitmore", "PERSON"),
        ("president of the Cascade Herbs Association", "TITLE"),
        ("Cascade Herbs Association", "ORGANIZATION"),
        ("11 September 2024", "TIME"),
        ("Lao Cai", "LOCATION"),
        ("Hà Nội", "LOCATION"),
    ]


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("14-15 December 2021", "2021-12-14/2021-12-15"),
        ("from 1 May 2022 to 30 April 2027", "2022-05-01/2027-04-30"),
        ("Q1 2027", "2027-01-01/2027-03-31"),
        ("third quarter of 2023", "2023-07-01/2023-09-30"),
        ("first nine months of 2023", "2023-01-01/2023-09-30"),
        ("1990s", "1990/1999"),
        ("late 1990s", None),
        ("22/9/2013", "2013-09-22"),
        ("5/9/2013", None),
        ("17-19 April", None),
    ],
)
def test_times_have_their_values_where_these_are_sure(phrase, value):
    text = f"The work on the road by the river was to be done by the people of the town in the {phrase}, as was said."
    assert [(text[span.start : span.end], span.value) for span in detect(text).spans if span.label == "TIME"] == [
        (phrase, value)
    ]


def test_a_paper_has_its_code_as_it_is_written():
    text = "All of this is to be done as Circular No. 21/2003/TT-BLĐTBXH says, and not later than that."
    assert [span.value for span in detect(text).spans] == ["21/2003/TT-BLĐTBXH"]
