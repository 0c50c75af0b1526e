"""Where the words of an article stand on the pages of its PDF."""

from dataclasses import replace
from pathlib import Path

from building import plain_page

from desktop import operations
from desktop.operations.pdf_boxes import boxes

DOCUMENTS = Path(__file__).parents[1] / "exchange" / "office" / "documents"


def read(name):
    (prepared,) = operations.prepare(DOCUMENTS / name, plain_page)
    return prepared.document.article, (DOCUMENTS / name).read_bytes()


def test_every_line_of_an_article_stands_on_the_pages_it_was_read_from():
    article, content = read("w06_columns.pdf")
    found = boxes(article, content)
    covered = "".join(article.text[each.start : each.end] for each in found)
    pages = [each.page for each in found]
    inside = all(0 <= left < right and 0 <= top < bottom for left, top, right, bottom in (each.box for each in found))
    assert ("".join(covered.split()), pages == sorted(pages), inside) == ("".join(article.text.split()), True, True)


def test_a_line_that_is_read_otherwise_today_has_no_place_and_those_behind_it_have():
    article, content = read("w14_report.pdf")
    first, *rest = article.text.split("\n")
    changed = replace(article, text="\n".join(["Tên khác", *rest]))
    shift = len("Tên khác") - len(first)
    told = [(each.start, each.end, each.page, each.box) for each in boxes(changed, content)]
    wanted = [
        (each.start + shift, each.end + shift, each.page, each.box)
        for each in boxes(article, content)
        if each.start > len(first)
    ]
    assert (told, boxes(article, b"text")) == (wanted, [])
