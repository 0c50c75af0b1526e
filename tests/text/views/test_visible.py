"""What is seen of a text, and where it stands in the whole."""

import pytest

from desktop.detect import detect, read_page
from desktop.text.lines import lines
from desktop.text.views.visible import visible

HIDDEN = "Ông Trần\u200b Văn\u00ad Lực\n\u200b\n\u200bđến \u200eHà\u2060 Nội\ufeff."


def test_a_text_without_unseen_characters_is_all_seen():
    assert visible("Ông Trần\u00a0Văn Lực\n") is None


def test_each_place_seen_is_found_again_in_the_whole_text():
    seen = visible(HIDDEN)
    assert seen.text == "Ông Trần Văn Lực\n\nđến Hà Nội."
    assert [HIDDEN[seen.whole(at, at + 1)[0]] for at in range(len(seen.text))] == list(seen.text)
    assert [seen.seen(place) for place in seen.kept] == list(range(len(seen.text)))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (HIDDEN, ["Trần\u200b Văn\u00ad Lực", "Hà\u2060 Nội"]),
        ("\u200bUBND t\u200bỉnh Sơn\u00ad La", ["UBND t\u200bỉnh Sơn\u00ad La", "t\u200bỉnh Sơn\u00ad La"]),
        ("Ngày 1\u200b/7/2024\u200b", ["Ngày 1\u200b/7/2024"]),
        ("Ông Lê \uf0b7Văn Sáu", ["Lê \uf0b7Văn Sáu"]),
        ("Bí thư Ðảng ủy xã Ðông Sơn", ["Bí thư Ðảng ủy xã Ðông Sơn", "Ðảng ủy xã Ðông Sơn", "xã Ðông Sơn"]),
        ("\u200b\u200b", []),
    ],
)
def test_names_are_found_across_them_at_the_places_of_the_whole_text(text, wanted):
    found = detect(text)
    assert [text[span.start : span.end] for span in found.spans] == wanted
    assert (
        [(line.start, line.end) for line in found.lines]
        == list(lines(text))
        == [(line.start, line.end) for line in read_page(text)[0]]
    )


def test_a_corrected_role_is_known_by_its_line_in_the_whole_text():
    text = "\u200bChia sẻ bài viết\n\n\u200bÔng Trần Văn Lực đến Hà Nội họp với các xã.\n"
    start = [start for start, _ in lines(text)][1]
    assert [line.role for line in detect(text, None, {start: "furniture"}).lines][1] == "furniture"
