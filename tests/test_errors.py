"""Errors a person can mend: one clear sentence each."""

import string

import pytest

from desktop.errors import SENTENCES, KnownError


@pytest.mark.parametrize("kind", SENTENCES)
def test_every_kind_is_one_line_that_ends_as_a_sentence(kind):
    names = [name for _, name, _, _ in string.Formatter().parse(SENTENCES[kind]) if name]
    sentence = str(KnownError(kind, **{name: f"<{name}>" for name in names}))
    whole = sentence.endswith((".", "<reason>"))
    assert (whole, "\n" in sentence, all(f"<{name}>" in sentence for name in names)) == (True, False, True)


def test_braces_in_a_parameter_are_no_fields():
    assert str(KnownError("file-empty", path="{x}{0}.txt")) == "{x}{0}.txt: the file holds no text."


def test_an_error_carries_its_kind_and_parameters():
    error = KnownError("article-unknown", id="a")
    assert (error.kind, error.parameters, str(error)) == ("article-unknown", {"id": "a"}, "There is no article a.")
