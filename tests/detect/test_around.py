"""What stands around words, as rows ask for it."""

import pytest

from desktop.detect.around import around
from desktop.detect.tokens import tokens

LINE = tokens("Tàu USS Reagan - 2 và Bộ Y tế tới Lào rồi về.")
HELD = [
    ({"before": ["tàu"], "last": ["Reagan"]}, 1, 3),
    ({"first": ["uss"], "but_after": ["và"], "length": [2, 3], "where": ["near", "foreign", "capitals"]}, 1, 3),
    ({"where": ["small behind", "not number behind", "number second behind"]}, 1, 3),
    ({"where": ["opens heads.capital", "not opens any world"]}, 6, 9),
    ({"where": ["is world", "one word"]}, 10, 11),
]
NOT_HELD = [
    ({"before": ["tàu"], "but_first": ["uss"]}, 1, 3),
    ({"length": [1]}, 1, 3),
    ({"where": ["capital behind"]}, 1, 3),
    ({"second": ["@places.winds"]}, 1, 3),
    ({"where": ["ends any ranks"]}, 6, 9),
]


def test_a_row_holds_where_all_that_it_asks_for_stands_there():
    held = [around(row).holds(LINE, at, end) for row, at, end in (*HELD, *NOT_HELD)]
    assert held == [True] * 5 + [False] * 5


def test_a_condition_that_nobody_knows_is_a_fault_of_the_row():
    with pytest.raises(KeyError) as raised:
        around({"where": ["greener than grass"]})
    assert raised.value.args == ("greener",)
