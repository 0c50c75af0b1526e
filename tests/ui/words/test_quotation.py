"""Words copied with their source, in both languages; what is not known of an article is left out."""

import pytest

from desktop.model import Article, ArticleId
from desktop.ui.words.quotation import published, with_source

WHOLE = {"title": "Đồi chè vào vụ", "source": "Báo Đồi Chè", "byline": "Thu Lam", "published": "2019-07-01T08:30"}


def article(**values):
    return Article(ArticleId("x"), **{"title": "", "text": "", "sha256": "", **values})


@pytest.mark.parametrize(
    ("words", "known", "vi", "en"),
    [
        ("hái chè", WHOLE, "“hái chè” (Đồi chè vào vụ, Báo Đồi Chè, 1/7/2019)", "“hái chè” (Đồi chè vào vụ, Báo Đồi Chè, 1 July 2019)"),
        ("hái chè", WHOLE | {"source": ""}, "“hái chè” (Đồi chè vào vụ, Thu Lam, 1/7/2019)",
         "“hái chè” (Đồi chè vào vụ, Thu Lam, 1 July 2019)"),
        ("nói “vâng”\n  rồi", {"title": "T"}, "“nói ‘vâng’ rồi” (T)", "“nói ‘vâng’ rồi” (T)"),
        ("hái\u00a0chè", {}, "“hái chè”", "“hái chè”"),
    ],
)  # fmt: skip
def test_words_stand_with_title_paper_and_date(words, known, vi, en):
    assert [with_source(words, article(**known), language) for language in ("vi", "en")] == [vi, en]


def test_a_date_that_is_none_stays_as_it_is():
    assert [published(article(published=day), "vi") for day in ("2019-02-30", None)] == ["2019-02-30", ""]
