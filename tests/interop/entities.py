"""FollowTheMoney's own schemata, read from its package, against the entities that we write: their kinds, properties and references."""

from importlib.metadata import distribution


def check(rows):
    """Assert that every entity is of a schema, has its properties and no others, and refers to entities of the kind that is wanted."""
    schemata = _schemata()
    kinds = {row["id"]: row["schema"] for row in rows}
    assert len(kinds) == len(rows), "an id stands twice"
    for row in rows:
        properties = {}
        for name in _line(schemata, row["schema"]):
            properties |= schemata[name].get("properties", {})
        wanted = set(schemata[row["schema"]].get("required", []))  # a schema asks for its own alone
        assert not schemata[row["schema"]].get("abstract"), row
        assert wanted <= row["properties"].keys() <= properties.keys(), (row["schema"], row["properties"].keys())
        for name, values in row["properties"].items():
            told = properties[name]
            assert values
            assert all(isinstance(each, str) for each in values), row
            if told.get("type") == "entity":
                range_ = told.get("range", "Thing")
                assert all(range_ in _line(schemata, kinds[each]) for each in values), (row["schema"], name)
            if told.get("type") == "date":
                assert all(len(each) in (4, 7, 10) for each in values), row


def _line(schemata, name):
    """Return a schema and all that it extends."""
    found, waiting = [], [name]
    while waiting:
        found.append(waiting.pop())
        waiting += schemata[found[-1]].get("extends", [])
    return found


def _schemata():
    import yaml

    found = {}
    for each in distribution("followthemoney").files:
        if each.match("schema/*.y*ml"):
            found |= yaml.safe_load(each.read_text("utf-8"))
    return found
