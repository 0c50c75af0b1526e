"""What the palette lists, as its entries say it."""

from desktop.model import Label
from desktop.store.shelf.named import Name
from desktop.ui.commands.palette import entries

PLACE = Label("LOCATION", "Địa danh", "Place", "place", "d", "entity", 4)


def test_a_name_of_the_library_is_told_with_how_many_articles_hold_it():
    found = [Name("LOCATION", words, 3, many, frozenset()) for words, many in (("Mộc Châu", 1), ("Sơn La", 2))]
    told = [entry.kind for entry in entries.library_names(found, set(), [PLACE], "en")]
    assert told == ["Place, in 1 article", "Place, in 2 articles"]
