"""JSON of other programs: articles by the names that their keys have."""

import json

import pytest

from desktop import exchange
from desktop.errors import ImportFileError
from desktop.model import Meta

TEXT = "Sáng 3/5, xã Hòa An khánh thành cây cầu mới."
FOREIGN = {
    "Title": "Cầu mới",
    "content": TEXT,
    "url": "https://lang.example/1?utm_source=a",
    "publish_date": "03/05/2024",
    "author": "Hoàng Nam",
    "source": "Báo Làng",
    "tags": ["cầu"],
}


def read(tmp_path, name, content):
    path = tmp_path / name
    path.write_text(content, "utf-8")
    return list(exchange.read(path))


@pytest.mark.parametrize("name", ["x.json", "x.jsonl"])
@pytest.mark.parametrize("many", [True, False], ids=["an array", "an object"])
def test_keys_of_other_programs_fill_text_and_card(tmp_path, name, many):
    raws = read(tmp_path, name, json.dumps([FOREIGN] if many else FOREIGN))
    assert [(raw.text, raw.meta, raw.url, raw.tags) for raw in raws] == [
        (f"Cầu mới\n\n{TEXT}", Meta("Cầu mới", "Báo Làng", "Hoàng Nam", "2024-05-03"), "https://lang.example/1", ("cầu",)),
    ]  # fmt: skip


def test_what_detect_writes_comes_in_with_its_text_as_it_is(tmp_path):
    out = {
        "id": "a1",
        "text": TEXT,
        "spans": [{"start": 0, "end": 8, "label": "TIME"}],
        "lines": [[0, len(TEXT), "lead"]],
    }
    (raw,) = read(tmp_path, "x.jsonl", json.dumps(out))
    assert (raw.text, raw.known) == (TEXT, None)


def test_an_object_without_a_text_is_told_and_the_others_come_in(tmp_path):
    raw, fault = read(tmp_path, "x.json", json.dumps([{"text": TEXT}, {"title": "Cầu"}]))
    assert (raw.text, fault.kind, fault.parameters["number"]) == (TEXT, "item-missing", 2)


@pytest.mark.parametrize("content", ["[]", '[{"title": "x"}]', "[1]", "[", "12"])
def test_json_without_an_article_is_refused(tmp_path, content):
    with pytest.raises(ImportFileError):
        read(tmp_path, "x.json", content)
