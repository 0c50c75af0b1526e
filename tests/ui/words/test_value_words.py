"""A mark's value in words, in both languages: figures as they are read aloud, days as a calendar has them."""

import pytest

from desktop.model import Annotation, AnnotationId, ArticleId
from desktop.ui.words.numbers import number
from desktop.ui.words.value_words import short_words, value_words

TABLE = [
    # label, value, unit, counted: Vietnamese, English
    ("COUNT", 194594, None, "đảng viên", "194.594 đảng viên", "194,594 đảng viên"),
    ("COUNT", 7, None, None, "7", "7"),
    ("COUNT", "80..85", None, "người", "80 đến 85 người", "80 to 85 người"),
    ("COUNT", 4.6, None, "lần", "4,6 lần", "4.6 lần"),
    ("COUNT", 0, None, None, "0", "0"),
    ("PERCENT", 99.9, "%", None, "99,9%", "99.9%"),
    ("PERCENT", "5..7", "%", None, "5 đến 7%", "5 to 7%"),
    ("PERCENT", "0..0.25", "%", "hộ", "0 đến 0,25% hộ", "0 to 0.25% hộ"),
    ("RATIO", "59 of 63", None, "tỉnh, thành", "59 trên 63 tỉnh, thành (93,7%)", "59 of 63 tỉnh, thành (93.7%)"),
    ("RATIO", "19 of 19", None, None, "19 trên 19 (100%)", "19 of 19 (100%)"),
    ("RATIO", "3 of 0", None, None, "3 trên 0", "3 of 0"),
    ("RATIO", "gần hết", None, None, "gần hết", "gần hết"),
    ("MONEY", 1200000000, "VND", None, "1.200.000.000 đồng", "1,200,000,000 đồng"),
    ("MONEY", 500000000, "USD", None, "500.000.000 đô la Mỹ", "500,000,000 US dollars"),
    ("MONEY", "130000..170000", "VND", None, "130.000 đến 170.000 đồng", "130,000 to 170,000 đồng"),
    ("MONEY", -9100000000, "VND", None, "-9.100.000.000 đồng", "-9,100,000,000 đồng"),
    ("MONEY", 12, "CHF", None, "12 CHF", "12 CHF"),
    ("MONEY", 12, None, None, "12", "12"),
    ("MEASURE", 300, "ha", None, "300 ha", "300 ha"),
    ("MEASURE", "2..3.5", "m", None, "2 đến 3,5 m", "2 to 3.5 m"),
    ("MEASURE", "-5..-2", "độ C", None, "-5 đến -2 độ C", "-5 to -2 độ C"),
    ("MEASURE", 1500.0, "m", None, "1.500 m", "1,500 m"),
    ("ORDINAL", 1, None, None, "thứ nhất", "1st"),
    ("ORDINAL", 2, None, None, "thứ 2", "2nd"),
    ("ORDINAL", 4, None, None, "thứ tư", "4th"),
    ("ORDINAL", 12, None, None, "thứ 12", "12th"),
    ("ORDINAL", 23, None, None, "thứ 23", "23rd"),
    ("ORDINAL", 113, None, None, "thứ 113", "113th"),
    ("ORDINAL", "2..3", None, None, "2 đến 3", "2 to 3"),
    ("TIME", "2018", None, None, "năm 2018", "the year 2018"),
    ("TIME", "2025-08", None, None, "tháng 8 năm 2025", "August 2025"),
    ("TIME", "2019-07-01", None, None, "thứ Hai, ngày 1 tháng 7 năm 2019", "Monday, 1 July 2019"),
    ("TIME", "2020-05-23T21:22", None, None, "thứ Bảy, ngày 23 tháng 5 năm 2020, 21 giờ 22", "Saturday, 23 May 2020, 21:22"),
    ("TIME", "2022-11-17T02:40+07:00", None, None,
     "thứ Năm, ngày 17 tháng 11 năm 2022, 2 giờ 40 (UTC+07:00)",
     "Thursday, 17 November 2022, 02:40 (UTC+07:00)"),
    ("TIME", "2022-11-17T02:40:05Z", None, None,
     "thứ Năm, ngày 17 tháng 11 năm 2022, 2 giờ 40 (UTC)",
     "Thursday, 17 November 2022, 02:40 (UTC)"),
    ("TIME", "2019-01-01/2019-06-30", None, None, "ngày 1 tháng 1 đến ngày 30 tháng 6 năm 2019", "1 January to 30 June 2019"),
    ("TIME", "2019-08-01/2019-08-05", None, None, "ngày 1 đến ngày 5 tháng 8 năm 2019", "1 to 5 August 2019"),
    ("TIME", "2019-12-30/2020-01-02", None, None,
     "ngày 30 tháng 12 năm 2019 đến ngày 2 tháng 1 năm 2020",
     "30 December 2019 to 2 January 2020"),
    ("TIME", "2019-01/2019-03", None, None, "tháng 1 đến tháng 3 năm 2019", "January to March 2019"),
    ("TIME", "2020/2025", None, None, "2020 đến 2025", "2020 to 2025"),
    ("TIME", "2014/2014-07-08", None, None, "năm 2014 đến thứ Ba, ngày 8 tháng 7 năm 2014", "the year 2014 to Tuesday, 8 July 2014"),
    ("TIME", "2019-02-30", None, None, "2019-02-30", "2019-02-30"),
    ("TIME", "2019-13", None, None, "2019-13", "2019-13"),
    ("TIME", "2019-02-30/2019-03-01", None, None, "2019-02-30/2019-03-01", "2019-02-30/2019-03-01"),
    ("TIME", "hôm nọ", None, None, "hôm nọ", "hôm nọ"),
    ("PERSON", None, None, None, "", ""),
    ("PERSON", "bà Hoa", None, None, "bà Hoa", "bà Hoa"),
]  # fmt: skip


@pytest.mark.parametrize(("label", "value", "unit", "counted", "vi", "en"), TABLE)
def test_a_value_in_words(label, value, unit, counted, vi, en):
    made = Annotation(AnnotationId("a"), ArticleId("x"), 0, 1, label, value, unit, counted)
    assert [value_words(made, language) for language in ("vi", "en")] == [vi, en]


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (1234567, "1.234.567", "1,234,567"),
        (1234.5, "1.234,5", "1,234.5"),
        (-0.25, "-0,25", "-0.25"),
        (999, "999", "999"),
    ],
)
def test_a_number_is_parted_as_its_language_writes_it(value, vi, en):
    assert [number(value, language) for language in ("vi", "en")] == [vi, en]


SHORT = [
    ("TIME", "2019-07-01", "1/7/2019", "1 July 2019"),
    ("TIME", "2020-05-23T21:22:10+07:00", "21:22 23/5/2020", "21:22 23 May 2020"),
    ("TIME", "2019-01-01/2019-06-30", "1/1/2019 – 30/6/2019", "1 January 2019 – 30 June 2019"),
    ("TIME", "2025-08", "8/2025", "August 2025"),
    ("TIME", "2020/2025", "2020 – 2025", "2020 – 2025"),
    ("TIME", "2019-02-30", "2019-02-30", "2019-02-30"),
    ("TIME", "2019-13", "2019-13", "2019-13"),
    ("TIME", "hôm nọ", "hôm nọ", "hôm nọ"),
    ("TIME", None, "", ""),
    ("RATIO", "59 of 63", "59 trên 63 (93,7%)", "59 of 63 (93.7%)"),
]  # fmt: skip


@pytest.mark.parametrize(("label", "value", "vi", "en"), SHORT)
def test_a_value_where_there_is_little_room(label, value, vi, en):
    made = Annotation(AnnotationId("a"), ArticleId("x"), 0, 1, label, value)
    assert [short_words(made, language) for language in ("vi", "en")] == [vi, en]
