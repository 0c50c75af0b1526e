"""The sample library's gold: the checker finds nothing, and finds what is put wrong."""

import importlib.util
import sys
from pathlib import Path

import pytest

TOOLS = Path(__file__).parents[1] / "corpus" / "tools"
SOUND = """+++
genre = "party"
published = "2019-07-02"
clutter = false
annotator = "A"
+++
headline> Hội nghị của {ORG|Huyện ủy {LOC|Mộc Châu}}

body> {TIME 2019-07-01|Sáng 1-7}, {PER|Trần Văn Lực}~giao {COUNT 12;;chi bộ|12} chi bộ \\{nháp\\}
"""


def load(name):
    spec = importlib.util.spec_from_file_location(name, TOOLS / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


marks = load("marks")
check = load("check")


def test_marks_become_spans_of_the_plain_text():
    article = marks.parse(SOUND, "001-x")
    quotes = [(article.text[s.start : s.end], s.label, s.value, s.counted) for s in article.spans]
    assert article.text.endswith("Sáng 1-7, Trần Văn Lực\u00a0giao 12 chi bộ {nháp}\n")
    assert article.lines == ((0, 30, "headline"), (32, 76, "body"))
    assert quotes == [
        ("Huyện ủy Mộc Châu", "ORGANIZATION", None, None),
        ("Mộc Châu", "LOCATION", None, None),
        ("Sáng 1-7", "TIME", "2019-07-01", None),
        ("Trần Văn Lực", "PERSON", None, None),
        ("12", "COUNT", 12, "chi bộ"),
    ]


@pytest.mark.parametrize(
    ("before", "after", "complaint"),
    [
        ("{PER|Trần", "{PERSONA|Trần", "no label known"),
        ("{PER|Trần Văn Lực}", "{PER|Trần Văn Lực", "is not closed"),
        ("chi bộ \\{", "chi bộ} \\{", "closes nothing"),
        ("body> ", "", "begins with its role"),
        ("{COUNT 12;;chi bộ|12}", "{COUNT|12}", "needs its value"),
        ("{PER|", "{PER 5|", "takes no value"),
        ("+++\ngenre", "genre", "must open with a TOML header"),
    ],
)
def test_a_broken_form_names_its_line(before, after, complaint):
    with pytest.raises(marks.MarkError, match=complaint):
        marks.parse(SOUND.replace(before, after, 1), "001-x")


@pytest.mark.parametrize(
    ("before", "after", "complaint"),
    [
        ("{TIME 2019-07-01|Sáng 1-7},", "{TIME 2019-07-01|Sáng 1-7,}", "white space or punctuation"),
        ("2019-07-01", "1-7-2019", "no ISO 8601 value"),
        ("2019-07-01", "2019-02-31", "no day of the calendar"),
        ("2019-07-01", "2019-07-02/2019-07-01", "ends before it begins"),
        ("{ORG|Huyện ủy {LOC|Mộc Châu}}", "{ORG|Huyện ủy {ORG|Mộc Châu}}", "stands inside an ORGANIZATION"),
        ("giao", "giao Đảng", "is not marked"),
        ("{PER|Trần Văn Lực}", "{PER|Trần {ORG|Văn Lực}}", "stands inside a PERSON"),
        ("{LOC|Mộc Châu}", "{LOC|{LOC|Mộc Châu}}", "is marked twice"),
        ("clutter = false\n", "", "needs clutter"),
    ],
)
def test_a_wrong_mark_is_told(before, after, complaint):
    told = list(check.problems(marks.parse(SOUND.replace(before, after, 1), "001-x")))
    assert any(complaint in line for line in told), told


def test_a_sentence_in_two_articles_is_told():
    one, two = (marks.parse(SOUND, name) for name in ("001-x", "002-y"))
    assert any("share the sentence" in line for line in check.shared([one, two]))


def test_a_mark_may_run_over_the_end_of_a_line():
    article = marks.parse(SOUND.replace("Huyện ủy {", "Huyện ủy\nheadline> {"), "001-x")
    assert article.text[article.spans[0].start : article.spans[0].end] == "Huyện ủy\nMộc Châu"


def test_a_motto_repeats_from_paper_to_paper():
    motto = SOUND.replace("headline>", "furniture> CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nheadline>")
    one, two = (
        marks.parse(motto, "001-x"),
        marks.parse(motto.replace("headline> Hội nghị", "headline> Buổi họp"), "002-y"),
    )
    assert not any("CỘNG HÒA" in line for line in check.shared([one, two]))


@pytest.mark.parametrize(
    ("name", "least"),
    [("blind", 24), ("learn", 20), ("series", 26), ("held", 20), ("english", 10), ("english-held", 10)],
)
def test_the_sets_that_are_scored_are_sound(name, least):
    kept = check.SETS[name]
    articles, wrong = check.read_all(kept.folder)
    wrong += [line for article in articles for line in check.problems(article, kept)]
    assert (len(articles) >= least, wrong) == (True, [])


def test_the_whole_corpus_is_sound():
    articles = [marks.read(path) for path in sorted((TOOLS.parent / "gold").glob("*.gold.txt"))]
    plain = {path.stem: path.read_text("utf-8") for path in (TOOLS.parent / "articles").glob("*.txt")}
    wrong = [line for article in articles for line in check.problems(article)] + list(check.shared(articles))
    clutter = sum(article.header["clutter"] for article in articles)
    assert (wrong, {article.name: article.text for article in articles}) == ([], plain)
    assert len(articles) >= 30
    assert clutter * 3 >= len(articles)


def test_every_article_has_been_marked_by_a_second_reader_whose_marks_fit_it():
    agreement = load("agreement")
    fits = {}
    for path in sorted((TOOLS.parent / "gold").glob("*.gold.txt")):
        article = marks.read(path)
        rows = (TOOLS.parent / "second" / f"{article.name}.marks.txt").read_text(encoding="utf-8")
        second = agreement.second_marks(rows, article.text)
        first = {(span.start, span.end, span.label) for span in article.spans}
        fits[article.name] = 2 * len(first & second) / (len(first) + len(second))
    assert (len(fits) >= 120, [name for name, f1 in fits.items() if f1 < 0.9]) == (True, [])


@pytest.mark.parametrize(
    ("rows", "starts"),
    [
        ("1 LOC|Mộc Châu", [22]),
        ("1 COUNT|2", [14]),
        ("1 COUNT!|2", [7]),
        ("1 COUNT|2\n1 COUNT|2", None),
        ("1 COUNT|2\n1 TITLE|Bí thư", None),
        ("1 TITLE|Bí thư\n1 LOC|Châu", [0, 26]),
        ("1 LOC+1|Châu", None),
        ("2 LOC|Châu", [31]),
        ("9 LOC|Châu", None),
        ("1 PLACE|Châu", None),
    ],
)
def test_a_second_mark_is_looked_for_as_a_word_of_its_own_after_the_mark_before(rows, starts):
    agreement = load("agreement")
    text = "Bí thư 2,5 có 2 lần ở Mộc Châu\nChâu"
    try:
        found = sorted(start for start, _, _ in agreement.second_marks(rows, text))
    except marks.MarkError:
        found = None
    assert found == starts


def test_the_relations_of_thirty_articles_tie_marks_of_one_line():
    relations = load("relations")
    ties = []
    for path in sorted((TOOLS.parent / "relations").glob("*.rel.txt")):
        article = marks.read(TOOLS.parent / "gold" / f"{path.name.partition('.')[0]}.gold.txt")
        found = relations.read(path, article)
        ties.append(len(found))
        assert all("\n" not in article.text[min(h.start, t.start) : max(h.end, t.end)] for _, h, t in found)
    assert (len(ties) >= 30, min(ties) > 0) == (True, True)


learning = load("learning")
GOLD = SOUND.replace("{ORG|Huyện ủy {LOC|Mộc Châu}}", "{ORG|Huyện ủy {LOC|Mộc Châu}} Ong Vàng")


def test_a_person_puts_right_what_is_read_and_decides_on_the_rest():
    gold = marks.parse(GOLD, "001-x")
    places = [(span.start, span.end, span.label) for span in gold.spans]
    body, place, _, person, _ = places
    wrong = [body, (*place[:2], "PERSON"), (person[0], person[1] - 4, "PERSON"), (31, 39, "EVENT")]
    corrections, decided = learning.put_right(learning.Read(gold, None), wrong)
    told = {(each.was, each.was_label, each.words, each.label, each.stands) for each in decided}
    assert (corrections, told) == (
        5,
        {
            ("Huyện ủy Mộc Châu", "ORGANIZATION", "Huyện ủy Mộc Châu", "ORGANIZATION", True),
            ("Mộc Châu", "PERSON", "Mộc Châu", "LOCATION", True),
            ("Trần Văn", "PERSON", "Trần Văn Lực", "PERSON", True),
            ("Ong Vàng", "EVENT", "Ong Vàng", "EVENT", False),
            ("", "", "Sáng 1-7", "TIME", True),
            ("", "", "12", "COUNT", True),
        },
    )
