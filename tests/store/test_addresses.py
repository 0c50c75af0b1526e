"""Articles found by their address, and searches that read Ð as Đ also in what an older Bút Dạ indexed."""

from desktop.model import Article, ArticleId, Change
from desktop.store import Store
from desktop.store.search import indexes

OLD = Article(ArticleId("a"), "Ðảng bộ", "Bí thư Ðảng ủy xã\nông Ðặng Văn Ðức", "0" * 64, url="https://lang.example/1")


def made_older(path):
    """Make a library as it was before: the letters stand in its indexes as they are written."""
    store = Store(path)
    store.apply("Import", [Change(None, OLD)])
    connection = store._connection
    indexes.remove(connection, 1, OLD.title, OLD.text)
    for index, fold in indexes.FOLDS.items():
        words = [fold(each.replace("Ð", "\x01")).replace("\x01", "ð") for each in (OLD.title, OLD.text)]
        connection.execute(f"INSERT INTO {index} (rowid, title, text) VALUES (1, ?, ?)", words)
    connection.execute("DROP INDEX idx_article_url")
    connection.execute("DELETE FROM _sqlite_migrations WHERE name = 'm005_addresses'")
    connection.execute("PRAGMA user_version = 3")
    connection.commit()
    store.close()


def words(store):
    store._connection.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, tones, instance)")
    return {row[0] for row in store._connection.execute("SELECT term FROM temp.words")}


def test_an_older_library_finds_what_was_written_with_the_other_letter(tmp_path):
    made_older(tmp_path / "library.butda")
    store = Store(tmp_path / "library.butda")
    found = [[hit.id for hit in store.search(query, limit=9)] for query in ("Đảng ủy", "dang van duc", "đặng")]
    left = {word for word in words(store) if "ð" in word}
    store.close()
    assert (found, left) == ([["a"]] * 3, set())


def test_an_article_is_found_by_its_address_and_none_by_no_address(tmp_path):
    store = Store(tmp_path / "library.butda")
    store.apply("Import", [Change(None, OLD)])
    found = [store.likeness.of_address(url) for url in (OLD.url, "https://lang.example/2", "")]
    store.close()
    assert found == ["a", None, None]
