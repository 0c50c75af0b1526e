"""What importing paths takes: files that are named, all of a folder that can be read, none of what browsers save beside a page."""

import pytest

from desktop import exchange

PAGE = "<!DOCTYPE html><html><body><p>Bà Hoa</p></body></html>"


def taken(folder):
    found = exchange.found([folder])
    return [path.relative_to(folder).as_posix() for path in found.files], found.kinds


def write(folder, **files):
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_DOT_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")


ENDINGS = ["_files", "_tập tin", "-Dateien", "_fichiers", ".files"]


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_folder_that_a_browser_saves_beside_a_page_is_left(tmp_path, ending):
    write(tmp_path, bài_DOT_html=PAGE)
    write(tmp_path / f"bài{ending}", khung_DOT_html=PAGE, a_DOT_js="1")
    assert taken(tmp_path) == (["bài.html"], [("saved page", 2)])


def test_a_folder_of_such_a_name_without_a_page_is_a_folder(tmp_path):
    write(tmp_path / "my_files", ba_DOT_txt="Bà Hoa")
    assert taken(tmp_path) == (["my_files/ba.txt"], [])


def test_its_parts_tell_such_a_folder_where_the_page_is_gone(tmp_path):
    write(tmp_path, ba_DOT_txt="Bà Hoa")
    write(tmp_path / "gone_files", khung_DOT_html=PAGE, b_DOT_css="x")
    assert taken(tmp_path) == (["ba.txt"], [("saved page", 2)])


def test_pages_are_taken_by_their_bytes_and_the_rest_is_named_by_kind(tmp_path):
    write(
        tmp_path,
        a_DOT_php=PAGE,
        b_DOT_aspx=f"\n{PAGE}",
        c="no page",
        d=PAGE,
        e_DOT_pptx="x",
        f_DOT_pptx="y",
        g_DOT_php="<?php echo 1;",
    )
    write(tmp_path / ".git", x_DOT_txt="hidden")
    assert taken(tmp_path) == (["a.php", "b.aspx", "d"], [(".pptx", 2), (".php", 1), ("no ending", 1)])


def test_a_file_that_is_named_is_taken_whatever_it_is_and_once(tmp_path):
    write(tmp_path, a_DOT_pptx="x")
    path = tmp_path / "a.pptx"
    assert exchange.found([path, path]).files == (path,)


def test_a_folder_without_a_readable_file_stands_for_itself(tmp_path):
    write(tmp_path / "x", a_DOT_pptx="x")
    assert (exchange.found([tmp_path / "x"]).files, exchange.found([tmp_path / "x"]).kinds) == (
        (tmp_path / "x",),
        [(".pptx", 1)],
    )
