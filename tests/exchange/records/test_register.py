"""The archive's register and FollowTheMoney: what the cards and the facts tell, in the fields of their field."""

import json
from io import BytesIO

from lxml import etree
from openpyxl import load_workbook

from desktop.exchange.documents import Document
from desktop.exchange.records import follow_the_money, register
from desktop.model import Annotation, Article, Relation

PAPER = Article(
    "x", "Quyết định về tổ chức", "Ông An, Chủ tịch UBND xã.", "0" * 64, tags=("tổ chức",), source="UBND xã",
    fields={"typeName": "Quyết định", "codeNumber": "012", "codeNotation": "QĐ-UBND", "issuedDate": "2024-05-03", "organName": "UBND xã"},
)  # fmt: skip
PAGE = Article("y", "Bài <báo>", "An nói.", "1" * 64, published="2023-01-02T09:30")
MARKS = (
    Annotation("1", "x", 4, 6, "PERSON", entity="person/an"), Annotation("2", "x", 8, 24, "TITLE"),
    Annotation("3", "x", 17, 24, "ORGANIZATION"),
)  # fmt: skip
FACTS = (Relation("r", "x", "office_held", "1", "2"), Relation("s", "x", "office_of", "2", "3"))
DOCUMENTS = [Document(PAPER, MARKS, FACTS), Document(PAGE, (Annotation("4", "y", 0, 2, "PERSON", entity="person/an"),))]


def test_papers_are_listed_in_the_circular_s_order_and_codes(tmp_path):
    register.write(DOCUMENTS, tmp_path)
    book = load_workbook(tmp_path / register.WORKBOOK)
    head, *rows = book["TaiLieu"].iter_rows(values_only=True)
    dossier = dict(zip(*book["HoSo"].iter_rows(values_only=True), strict=True))
    assert (head[10:17], [row[10:17] for row in rows], register.records(tmp_path)) == (
        ("docOrdinal", "typeName", "codeNumber", "codeNotation", "issuedDate", "organName", "subject"),
        [(1, "02", "012", "QĐ-UBND", "2024-05-03", "UBND xã", "Quyết định về tổ chức"),
         (2, None, None, None, "2023-01-02", None, "Bài <báo>")],
        2,
    )  # fmt: skip
    assert (dossier["totalDoc"], dossier["startDate"], dossier["endDate"], len(dossier)) == (
        2,
        "2023-01-02",
        "2024-05-03",
        18,
    )


def test_each_paper_has_its_dublin_core(tmp_path):
    register.write(DOCUMENTS, tmp_path)
    root = etree.parse(tmp_path / "dublin-core" / "Quyết định về tổ chức.xml").getroot()
    assert [(etree.QName(each).localname, each.text) for each in root][:4] == [
        ("title", "Quyết định về tổ chức"), ("creator", "UBND xã"), ("subject", "Quyết định về tổ chức"), ("subject", "tổ chức"),
    ]  # fmt: skip


def entities():
    out = BytesIO()
    follow_the_money.write(DOCUMENTS, out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_who_holds_which_office_is_a_membership_and_each_entity_stands_once():
    told = entities()
    (member,) = [each["properties"] for each in told if each["schema"] == "Membership"]
    names = {each["id"]: each["properties"].get("name", [""])[0] for each in told}
    kinds = sorted(each["schema"] for each in told)
    assert (member["role"], names[member["member"][0]], names[member["organization"][0]], kinds) == (
        ["Chủ tịch UBND xã"], "An", "UBND xã", ["Membership", "Mention", "Mention", "Mention", "Person",
        "PlainText", "PlainText", "PublicBody"],
    )  # fmt: skip


def test_the_same_articles_give_the_same_ids():
    assert entities() == entities()
