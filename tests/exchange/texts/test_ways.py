"""A text is read in the encoding that a person says, and shown in each of them."""

from pathlib import PurePath

import pytest

from desktop.exchange import encodings
from desktop.exchange.texts import ways
from desktop.text.vietnamese import share

TEXT = "Bà Trần Thị Thắm, Chủ tịch ủy ban, cho biết 48 hộ dân đã góp 210 triệu đồng để làm cầu."
SHORT = "Ông Sáu về rồi."  # too short for anybody to be sure
WRITTEN = {
    **{ways.way(name): encodings.encoded(TEXT, name).encode() for name in ("tcvn3", "vni", "vps", "viscii")},
    "VIQR": b"Ba` Tra^`n Thi. Tha('m, Chu? ti.ch u?y ban, cho bie^'t 48 ho^. da^n dda~ go'p 210 trie^.u ddo^`ng dde^? la`m ca^`u.",
    "windows-1258": "".join(TEXT).encode("cp1258", "ignore"),
    "UTF-8": TEXT.encode().decode("latin-1").encode(),
    ways.AS_IT_IS: TEXT.encode(),
}


@pytest.mark.parametrize("way", [each for each in ways.WAYS if each != "windows-1258"])
def test_bytes_read_as_a_person_says(way):
    assert ways.read_as(WRITTEN[way], way).text == TEXT


@pytest.mark.parametrize("way", [each for each in ways.WAYS if each != "windows-1258"])
def test_a_look_guesses_and_shows_each_way(way):
    found = ways.look(PurePath("x.txt"), b"Ha Noi\n" + WRITTEN[way] + b"\n\n")
    assert (found.guess, found.shown[way].split("\n")[-1], share(found.was)[1] == 1) == (
        way,
        TEXT,
        way == ways.AS_IT_IS,
    )


def test_old_bytes_look_as_a_program_shows_them_that_knows_no_encoding():
    found = ways.look(PurePath("x.txt"), encodings.encoded(SHORT, "tcvn3").encode("latin-1"))
    assert (found.was, found.shown["TCVN3"]) == (encodings.encoded(SHORT, "tcvn3"), SHORT)


@pytest.mark.parametrize(
    ("said", "way"),
    {"tcvn-3": "TCVN3", "ABC": "TCVN3", "cp1258": "windows-1258", "as-it-is": ways.AS_IT_IS, "koi8": None}.items(),
)
def test_ways_are_known_however_they_are_written(said, way):
    assert ways.way(said) == way
