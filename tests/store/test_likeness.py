"""Texts that are nearly the same, and texts that are not."""

import pytest

from desktop.model import Article, ArticleId, Change
from desktop.store import Store

WORDS = [f"chữ{at}" for at in range(400)]
TEXT = " ".join(WORDS)
OTHERS = {
    "one word in forty is another": (" ".join("khác" if at % 40 == 0 else word for at, word in enumerate(WORDS)), True),
    "without tone marks, in capitals": (TEXT.replace("ữ", "u").upper(), True),
    "a paragraph more": (f"{TEXT}\n{' '.join(f'thêm{at}' for at in range(60))}", True),
    "half of it": (" ".join(WORDS[:200]), False),
    "another text": (" ".join(f"lời{at}" for at in range(400)), False),
    "the same words in another order": (" ".join(WORDS[::-1]), False),
    "a few words": ("chữ1 chữ2", False),
}


@pytest.mark.parametrize(("text", "found"), OTHERS.values(), ids=OTHERS)
def test_a_text_that_is_nearly_the_same_is_found(tmp_path, text, found):
    store = Store(tmp_path / "library.butda")
    article = Article(ArticleId("a"), "Tên", TEXT, "0" * 64)
    store.apply("Import", [Change(None, article)])
    there = store.likeness.of_text(text)
    store.apply("Delete article", [Change(article, None)])
    gone = store.likeness.of_text(TEXT)
    store.close()
    assert (there, gone) == ("a" if found else None, None)
