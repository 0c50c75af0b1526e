"""TEI: any mark that is kept comes back by the pointers into the file's own paragraphs."""

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.exchange.corpora import tei
from desktop.exchange.documents import Document
from desktop.model import Annotation, Article
from desktop.text.normal import normal


@settings(max_examples=100, deadline=None)
@given(
    st.text(st.sampled_from("ab đ<>&\"'\n 🎉\u0301\u00a0\ufffe\t"), min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20)), max_size=6),
)
def test_every_kept_mark_comes_back(tmp_path_factory, text, stretches):
    text = normal(text)
    places = {(start, min(start + size, len(text))) for start, size in stretches if start < len(text)}
    marks = tuple(Annotation(f"n{at}<", "x", *place, "PER SON") for at, place in enumerate(sorted(places)))
    document = Document(Article("x", "Bài <1>", text, "0" * 64), marks)
    folder = tmp_path_factory.mktemp("tei")
    tei.write([document], folder)
    assert [(each.annotation, each.start, each.end, each.quote) for each in tei.quotes(folder, [document])] == [
        (each.id, each.start, each.end, text[each.start : each.end]) for each in tei.keeps(document)
    ]
