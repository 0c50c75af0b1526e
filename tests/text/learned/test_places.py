"""Where a name that was learned stands."""

from desktop.text.learned.places import places

TEXT = "Ong Vàng, giải Ong Vàng Mới, xOng Vàng, Ong Vàngs; Ong Vàng"


def test_only_whole_words_behind_which_no_name_goes_on_are_places():
    assert list(places(TEXT, "Ong Vàng")) == [(0, 8), (51, 59)]
