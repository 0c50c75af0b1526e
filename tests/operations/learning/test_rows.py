"""What is learned of decisions, case by case."""

import random
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.model.learned import Effect
from desktop.operations.learning.decisions import Decision
from desktop.operations.learning.rows import learned

_ids = count()


TEXTS = {
    "a": "HTX HTX HTX; trưởng bản, trưởng bản: trưởng xóm, trưởng xóm, trưởng xóm, trưởng xóm, hội Ong, hội Ong",
    "b": "trưởng bản; trưởng xóm",
    "c": "trưởng bản; trưởng xóm",
}


def decided(words, label, stands, was, was_label, article, before="", after=""):
    opening = f"{TEXTS[article]}\n{before} "
    text, start = f"{opening}{was} {after}", len(opening)
    return Decision(f"{next(_ids):04}", article, words, label, stands, was, was_label, text, start, start + len(was))


def kept(words, label, article="a", **beside):
    return decided(words, label, True, words, label, article, **beside)


def no(words, label, article="a", **beside):
    return decided(words, label, False, words, label, article, **beside)


def added(words, label, article="a"):
    return decided(words, label, True, "", "", article)


def changed(was, label, words, other=None, article="a", **beside):
    return decided(words, other or label, True, was, label, article, **beside)


CASES = {
    "rejected once, which may be a slip": ([no("Ong Vàng", "PERSON")], []),
    "rejected twice": ([no("Ong Vàng", "PERSON"), no("Ong Vàng", "PERSON")], ["learned.leave.person.Ong_Vàng"]),
    "rejected twice and accepted once": ([no("Ong Vàng", "PERSON")] * 2 + [kept("Ong Vàng", "PERSON")], []),
    "rejected twice and marked by hand": ([no("Ong Vàng", "PERSON")] * 2 + [added("Ong Vàng", "PERSON")], []),
    "rejected as one label, marked with another": (
        [no("Ong Vàng", "PERSON"), no("Ong Vàng", "PERSON"), added("Ong Vàng", "EVENT")],
        ["learned.leave.person.Ong_Vàng", "learned.mark.event.Ong_Vàng"],
    ),
    "common words rejected three times": ([no("cụ bà", "TITLE")] * 3, []),
    "common words rejected four times": ([no("cụ bà", "TITLE")] * 4, ["learned.leave.title.cụ_bà"]),
    "a figure, which is another one elsewhere": ([no("12 ha", "MEASURE")] * 5, []),
    "a name of several syllables marked once": ([added("Ong Vàng", "EVENT")], ["learned.mark.event.Ong_Vàng"]),
    "a name with a class word marked once": ([added("hội Ong", "EVENT")], []),
    "a name with a class word marked twice": ([added("hội Ong", "EVENT")] * 2, ["learned.mark.event.hội_Ong"]),
    "one capital syllable, which any sentence may begin with": ([added("Ong", "PERSON")] * 6, []),
    "an abbreviation": ([added("HTX", "ORGANIZATION")] * 3, ["learned.mark.organization.HTX"]),
    "common words marked in one article": ([added("trưởng bản", "TITLE")] * 4, []),
    "common words marked in three articles": (
        [added("trưởng bản", "TITLE", each) for each in "aabc"], ["learned.mark.title.trưởng_bản"],
    ),
    "common words that were left alone elsewhere": ([added("trưởng xóm", "TITLE", each) for each in "aabc"], []),
    "accepted only, as the rules know it": ([kept("Ong Vàng", "EVENT")] * 5, []),
    "marked by hand and accepted since": (
        [added("Ong Vàng", "EVENT"), kept("Ong Vàng", "EVENT")], ["learned.mark.event.Ong_Vàng"],
    ),
    "marked with two labels": ([added("Ong Vàng", "EVENT"), added("Ong Vàng", "PERSON")], []),
    "relabelled once, which may be so in one place": (
        [changed("Ong Vàng", "PERSON", "Ong Vàng", "EVENT")], ["learned.mark.event.Ong_Vàng"],
    ),
    "relabelled twice": (
        [changed("Ong Vàng", "PERSON", "Ong Vàng", "EVENT")] * 2,
        ["learned.label.person.Ong_Vàng", "learned.mark.event.Ong_Vàng"],
    ),
    "relabelled in two ways": (
        [changed("Ong Vàng", "PERSON", "Ong Vàng", other) for other in ("EVENT", "LOCATION")], [],
    ),
    "relabelled, and accepted as it was": (
        [changed("Ong Vàng", "PERSON", "Ong Vàng", "EVENT"), kept("Ong Vàng", "PERSON")], [],
    ),
    "made longer": (
        [changed("Ong Vàng", "EVENT", "Ong Vàng Mới")],
        ["learned.edges.event.Ong_Vàng", "learned.mark.event.Ong_Vàng_Mới"],
    ),
    "made longer, and accepted as it was": ([changed("Ong Vàng", "EVENT", "Hội Ong Vàng"), kept("Ong Vàng", "EVENT")], [
        "learned.mark.event.Hội_Ong_Vàng",
    ]),
    "a word before, taken in twice": (
        [changed(f"{each} Mây", "EVENT", f"giải {each} Mây", before="giải") for each in ("Hoa", "Ong")],
        ["learned.edges.before.event.giải", "learned.edges.event.Hoa_Mây", "learned.edges.event.Ong_Mây"],
    ),
    "a word before, taken in and not": (
        [changed(f"{each} Mây", "EVENT", f"giải {each} Mây", before="giải") for each in ("Hoa", "Ong")]
        + [kept("Sao Mây", "EVENT", before="giải")],
        ["learned.edges.event.Hoa_Mây", "learned.edges.event.Ong_Mây"],
    ),
    "a first word, left out twice": (
        [changed(f"cuộc {each} mây", "EVENT", f"{each} mây") for each in ("hoa", "ong")], ["learned.edges.head.event.cuộc"],
    ),
    "a head that is rejected, whatever the name": (
        [no(f"Hòn {each}", "PERSON", at) for each, at in zip(("Mun", "Tre", "Ông"), "aab", strict=True)],
        ["learned.leave.head.person.Hòn"],
    ),
    "a head that is rejected and accepted": (
        [no(f"Hòn {each}", "PERSON", at) for each, at in zip(("Mun", "Tre", "Ông"), "aab", strict=True)] + [kept("Hòn Tằm", "PERSON")], [],
    ),
    "a head that is rejected in one article": ([no(f"Hòn {each}", "PERSON") for each in ("Mun", "Tre", "Ông")], []),
    "words behind which a figure is another": (
        [changed(each, "COUNT", each, "MEASURE", at, after="điểm") for each, at in zip("123", "abc", strict=True)],
        ["learned.label.after.count.điểm"],
    ),
    "a comma, which tells nothing": ([no(each, "PERSON", at, before=",") for each, at in zip("xyz", "abc", strict=True)], []),
    "a company in which it is no person": (
        [no(each, "PERSON", at, before="đảo") for each, at in zip(("Mun", "Tre", "Ông"), "abc", strict=True)],
        ["learned.leave.before.person.đảo"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_decisions_make_these_rows_and_no_others(case):
    made, wanted = CASES[case]
    assert [row.name for row in learned(made)] == wanted


def test_the_order_of_decisions_changes_nothing():
    made = [decision for decisions, _ in CASES.values() for decision in decisions]
    mixed = random.Random(1).sample(made, len(made))
    assert learned(mixed) == learned(made)


def test_a_row_tells_of_its_decisions():
    made = [added("hội Ong", "EVENT"), added("hội Ong", "EVENT", "b")]
    (row,) = learned(made)
    assert (row.decisions, row.articles, row.says) == (tuple(each.id for each in made), 2, "hội Ong")


WORDS, LABELS, PLACES = ("Ong Vàng", "Ong", "hội Ong Vàng", "Hoa Mây"), ("EVENT", "PERSON"), "abc"


@given(
    st.lists(
        st.tuples(*map(st.sampled_from, (WORDS, LABELS, ("", *WORDS), LABELS, (True, False), PLACES))), max_size=12
    )
)
def test_whatever_is_decided_no_row_is_against_what_stands(drawn):
    made = [
        decided(words, label, stands, was if stands else words, other if was and stands else label, article)
        for words, label, was, other, stands, article in drawn
    ]
    stand = {(each.words, each.label) for each in made if each.stands}
    rows = learned(made)
    against = [row for row in rows if row.effect is not Effect.MARK and (row.words, row.label) in stand]
    twice = [row.name for row in rows if [each.name for each in rows].count(row.name) > 1]
    assert (against, twice) == ([], [])
