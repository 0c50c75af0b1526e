"""What the REFI-QDA standard 1.0 asks of a project, written out for the elements that we write: children in order, attributes, kinds.

See https://www.qdasoftware.org (the schema of 2019). A list of the standard holds one element at least.
"""

import re
import zipfile

GUID = r"\{?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\}?"
MOMENT = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?"
ANY, WHOLE, YES_NO, COLOUR = r"[\s\S]*", r"[+-]?\d+", "true|false|0|1", "#[0-9a-fA-F]{6}"
MADE = {"creatingUser": GUID, "creationDateTime": MOMENT, "modifyingUser": GUID, "modifiedDateTime": MOMENT}
# By element: the children in their order, those that it must have, the attributes that it must have, and those that it may have.
RULES = {
    "Project": (
        "Users CodeBook Variables Cases Sources Notes Links Sets Graphs Description NoteRef", "", {"name": ANY},
        {
            "origin": ANY, "basePath": ANY, "creatingUserGUID": GUID, "creationDateTime": MOMENT, "modifyingUserGUID": GUID,
            "modifiedDateTime": MOMENT,
        },
    ),
    "Users": ("User", "User", {}, {}),
    "User": ("", "", {"guid": GUID}, {"name": ANY, "id": ANY}),
    "CodeBook": ("Codes Sets", "Codes", {}, {}),
    "Codes": ("Code", "Code", {}, {}),
    "Code": ("Description NoteRef Code", "", {"guid": GUID, "name": ANY, "isCodable": YES_NO}, {"color": COLOUR}),
    "Sources": ("TextSource", "TextSource", {}, {}),
    "TextSource": (
        "Description PlainTextContent PlainTextSelection Coding NoteRef VariableValue", "", {"guid": GUID},
        {"name": ANY, "richTextPath": ANY, "plainTextPath": ANY, **MADE},
    ),
    "PlainTextSelection": (
        "Description Coding NoteRef", "", {"guid": GUID, "startPosition": WHOLE, "endPosition": WHOLE}, {"name": ANY, **MADE},
    ),
    "Coding": ("CodeRef NoteRef", "CodeRef", {"guid": GUID}, {"creatingUser": GUID, "creationDateTime": MOMENT}),
    "CodeRef": ("", "", {"targetGUID": GUID}, {}),
    "Description": ("", "", {}, {}),
}  # fmt: skip
SPACE = "{urn:QDA-XML:project:1.0}"


def check(path):
    """Assert that a project is as the standard wants it, and that what it refers to is there."""
    from lxml import etree

    with zipfile.ZipFile(path) as packed:
        names = set(packed.namelist())
        root = etree.fromstring(packed.read("project.qde"), etree.XMLParser(huge_tree=True))
    guids = [each.get("guid") for each in root.iter() if each.get("guid")]
    assert len(guids) == len(set(guids)), "a GUID stands twice"
    assert root.tag == f"{SPACE}Project"
    for each in root.iter():
        name = each.tag.removeprefix(SPACE)
        order, wanted, must, may = RULES[name]
        places = [order.split().index(child.tag.removeprefix(SPACE)) for child in each]
        assert places == sorted(places), (name, "children in another order")
        assert all(each.find(f"{SPACE}{child}") is not None for child in wanted.split()), (name, wanted)
        assert must.keys() <= set(each.keys()), (name, "an attribute is missing")
        assert all(re.fullmatch((must | may)[key], value) for key, value in each.items()), (name, dict(each.items()))
        for key in ("targetGUID", "creatingUser", "modifyingUser"):
            assert each.get(key) is None or each.get(key) in guids, (name, key)
        if name == "TextSource":
            assert each.get("plainTextPath").replace("internal://", "sources/") in names
