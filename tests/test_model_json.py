"""The one converter: it goes by the types that the model declares, and takes nothing for something else."""

import json
from dataclasses import asdict

import pytest

from desktop import settings
from desktop.errors import WANTED
from desktop.model import Annotation, Article, Label, Line, Relation, Role, State, Status
from desktop.model_json import Unfit, made, parsed, read

ARTICLE = Article(
    "a", "t", "Bà Hoa", "0", state=State.DONE, tags=("x",), fields={"k": "v"}, lines=(Line(0, 6, Role.BODY),)
)
VALUES = [
    ARTICLE,
    Annotation("n", "a", 0, 6, "X", value=10**30, attributes={"k": "v"}, status=Status.REJECTED, score=0.25),
    Relation("r", "a", "office_held", "n", "m", Status.ACCEPTED),
    Label("X", "x", "y", "other", "", "entity", 7),
    settings.Settings(panes=(1, 2), hidden=("A",)),
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_a_value_comes_back_whole_out_of_its_json(value):
    assert read(type(value), json.dumps(asdict(value))) == value


def test_a_line_may_be_a_list_as_in_exports_or_an_object_as_in_the_history():
    short, long = [0, 6, "body"], [0, 6, "body", "lead"]
    row = {"id": "a", "title": "t", "text": "Bà Hoa", "sha256": "0"}
    lines = [
        made(Article, row | {"lines": [each]}).lines[0]
        for each in (short, long, {"start": 0, "end": 6, "role": "body"})
    ]
    whole = made(Article, row | {"lines": [[0, 6, "body", None, "lead"]]}).lines[
        0
    ]  # as the library and its history keep it
    assert (lines, whole) == (
        [Line(0, 6, Role.BODY), Line(0, 6, Role.BODY, Role.LEAD), Line(0, 6, Role.BODY)], Line(0, 6, Role.BODY, None, Role.LEAD),
    )  # fmt: skip


WRONG = {
    "nothing": (Label, None, ("", "object", "unfit")),
    "a list": (Label, [], ("", "object", "unfit")),
    "a number for a text": (Label, {"name": 1}, ("name", "text", "unfit")),
    "a missing key": (Label, {}, ("name", "", "missing")),
    "true for a number": (tuple[int, ...], [1, True], ("[1]", "whole", "unfit")),
    "a whole number written as a fraction": (int, 3.0, ("", "whole", "unfit")),
    "1 for true": (bool, 1, ("", "boolean", "unfit")),
    "a number that SQLite does not hold": (
        Label, {"name": "X", "vi": "", "en": "", "color": "", "key": "", "layer": "", "order": 2**63}, ("order", "smaller", "unfit"),
    ),
    "an unknown word": (Relation, {"id": "r", "article": "a", "kind": "k", "head": "x", "tail": "y", "status": "?"},
                        ("status", "suggested, accepted, rejected", "unknown")),
}  # fmt: skip


@pytest.mark.parametrize(("kind", "held", "said"), WRONG.values(), ids=WRONG)
def test_what_is_of_another_type_is_refused_with_its_place_and_what_is_wanted(kind, held, said):
    with pytest.raises(Unfit) as caught:
        made(kind, held)
    assert (caught.value.key, caught.value.wanted, caught.value.kind) == said


@pytest.mark.parametrize("source", [b"", b"{", b"NaN", b"[1e999]", b'"\\ud800"', b"\xff", b"[" * 100_000, b"1" * 5_000])
def test_what_is_no_json_is_refused(source):
    with pytest.raises(Unfit) as caught:
        parsed(source)
    assert (caught.value.kind, str(caught.value).startswith("not JSON in UTF-8 (")) == ("json", True)


def test_a_complaint_is_placed_in_what_holds_the_value():
    fault = Unfit("start", "whole").under("annotations[2]")
    assert (str(fault), str(Unfit("[1]", "text").under("tags"))) == (
        f"annotations[2].start must be {WANTED['whole']}", f"tags[1] must be {WANTED['text']}",
    )  # fmt: skip
