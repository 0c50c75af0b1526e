"""`butda rules`: the rows of the detector."""

import json

import pytest

from desktop.detect.languages import LANGUAGES


def test_the_rules_of_a_label_are_listed_in_their_order(run):
    code, out, error = run("rules", "--label", "DOCUMENT", library=None)
    names = [rule.name for each in LANGUAGES for rule in each.rules if rule.label == "DOCUMENT"]
    assert (code, [line.split("\t")[1] for line in out.splitlines()], error) == (0, names, "")


def test_a_rule_is_a_json_line_with_all_that_is_known_of_it(run):
    row = json.loads(run("rules", "--json", library=None)[1].splitlines()[0])
    assert row == {
        "place": 1, "name": "vi.document.coded", "label": "DOCUMENT", "opens": "kind",
        "examples": ["Tỉnh triển khai [Kết luận 21-KL/TW] trong tháng."], "says": "a code: the surest sign, with or without `số`",
    }  # fmt: skip


def test_what_is_barred_stands_behind_the_rules_with_what_it_is(run):
    told = run("rules", "--label", "LOCATION", library=None)[1].splitlines()
    barred = told.index("-\tvi.place.no.mother\tLOCATION\ta title of honour\tBà được phong Mẹ Việt Nam anh hùng.")
    assert [line for line in told[barred:] if not line.startswith("-\t")] == []


ROW = "learned.mark.event.Ong_Vàng"
FIRST = "Bà con đến xem hội Ong Vàng."
SECOND = "Ở bản, Ong Vàng được mong đợi suốt năm."


@pytest.fixture
def taught(run, tmp_path):
    """The ids of two articles and of the mark in the first of which something was learned; the second is not looked through yet."""
    ids = []
    for name, text in (("một", FIRST), ("hai", SECOND)):
        path = tmp_path / f"{name}.txt"
        path.write_text(text, "utf-8")
        ids.append(run("import", path)[1].split("\t")[1])
    start = FIRST.index("Ong Vàng")
    return *ids, run("mark", ids[0], start, start + 8, "EVENT")[1].strip()


def test_what_a_library_has_learned_is_listed_instead(run, taught):
    table, other = (run("rules", *more, "--library", run.library) for more in ((), ("--label", "PERSON")))
    row = json.loads(run("rules", "--json")[1])
    assert (table, other, row) == (
        (0, f"{ROW}\tEVENT\tmark\tOng Vàng\t1\ton\n", ""),
        (0, "", ""),
        {
            "name": ROW, "label": "EVENT", "effect": "mark", "sign": "name", "words": "Ong Vàng", "becomes": "",
            "decisions": [taught[2]], "articles": 1, "on": True,
        },
    )  # fmt: skip


def test_a_learned_rule_comes_and_goes_in_articles_that_are_not_done(run, taught):
    second = taught[1]
    run("detect", second)
    seen = run("show", second)[1]
    off = run("rules", "off", ROW)
    on = run("rules", "on", ROW)
    run("state", second, "done")
    done = run("rules", "off", ROW)
    assert ("Ong Vàng" in seen, off[1], on[1], done[1]) == (
        True, f"{ROW}\toff\n{second}\t0\n", f"{ROW}\ton\n{second}\t1\n", f"{ROW}\toff\n",
    )  # fmt: skip


def test_what_was_not_learned_cannot_be_switched(run, taught):
    assert run("rules", "off", "learned.x") == (
        1, "", "The library has learned no rule learned.x: `butda rules --library LIBRARY` lists them.\n",
    )  # fmt: skip


def test_articles_that_nobody_began_to_read_are_looked_through_again_where_something_was_learned(run, taught):
    run("detect", taught[1])
    first = run("detect")[1]
    again = run("detect")[1]
    run("rules", "off", ROW)
    assert (len(first.splitlines()), again, run("detect")[1]) == (1, "", "")


@pytest.mark.parametrize(("named", "told"), [(True, [f"\t{ROW}\tOng Vàng"]), (False, [])])
def test_explain_names_the_learned_rule_where_its_library_is_named(run, taught, named, told):
    lines = run("explain", SECOND, library=run.library if named else None)[1].splitlines()
    assert [line for line in lines if "learned." in line] == told
