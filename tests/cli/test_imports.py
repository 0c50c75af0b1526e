"""Imports of what is there in another form: newer versions, near-duplicates, and the report that is kept."""

import pytest

from desktop.exchange import encodings

PAGE = """<html><head><title>{title}</title><link rel="canonical" href="https://lang.example/{name}"></head><body>
<h1>{title}</h1><p>Sáng 3/5, bà Hoa gặp ông Nam ở chợ Lang để bàn việc sửa lại con đường qua xóm Bến, nơi mùa mưa nào cũng ngập.</p>
<p>{more}</p></body></html>"""
MORE = "Ông Nam nói tiền đã có, chỉ thiếu người làm, và hẹn hết tháng Sáu sẽ xong phần rãnh thoát nước hai bên."
TITLE = "Xóm Bến bàn chuyện sửa đường"


@pytest.fixture
def page(tmp_path):
    def write(file, name="1", title=TITLE, more=MORE):
        path = tmp_path / file
        path.write_text(PAGE.format(name=name, title=title, more=more), "utf-8")
        return str(path)

    return write


def words_of(done):
    return [line.split("\t")[0] for line in done[1].splitlines()]


def words(run, *arguments):
    return words_of(run(*arguments))


def test_an_article_that_may_be_there_is_told_by_what_tells_it_and_kept(run, page):
    run("import", page("a.html"))
    told = [
        words(run, "import", page(*each))
        for each in (
            ("b.html", "1", "Tựa khác hẳn mọi tựa"),
            ("c.html", "2", "Tựa khác nữa kia mà"),
            ("d.html", "3", TITLE, "Mưa."),
        )
    ]
    assert told == [["same address", "added"], ["same text", "added"], ["same headline", "added"]]


def test_a_newer_version_of_a_page_takes_the_place_of_the_older(run, page):
    run("import", page("a.html"))
    run("detect")
    told = words(run, "import", "--update", page("a.html", more=f"{MORE} Hết."))
    seen = run("history")[1].splitlines()[0].split("\t")
    again = words(run, "import", page("cũ.html"))
    shown = run("list")[1].splitlines()
    assert (told, again, len(shown), seen[-1], int(seen[3]) > 1) == (
        ["updated"],
        ["already there"],
        1,
        "Read again",
        True,
    )


def test_what_is_no_newer_version_is_added(run, page):
    run("import", page("a.html"))
    other = page("b.html", "9", "Tựa khác hẳn mọi tựa", "Chuyện khác.")
    assert words(run, "import", "--update", other)[-1] == "added"


def test_the_report_is_what_was_said_and_replaces_no_file_unasked(run, page, tmp_path):
    (tmp_path / "báo cáo.tsv").write_text("của tôi")
    report = ["--report", str(tmp_path / "báo cáo.tsv")]
    refused = run("import", page("a.html"), *report)
    done = run("import", page("b.html", "2", "Tựa khác hẳn mọi tựa"), *report, "--force")
    assert (refused[0], (tmp_path / "báo cáo.tsv").read_text("utf-8")) == (1, done[1])


def test_reread_says_what_became_of_marks_and_orphans_lists_what_waits(run, page):
    article = run("import", page("a.html"))[1].split("\t")[1]
    text = run("show", article)[1].split("\n\n", 1)[1]
    at = text.index("hết tháng Sáu")
    mark = run("mark", article, str(at), str(at + 13), "TIME")[1].strip()
    same = run("reread", article)[1].split("\t")
    run("import", "--update", page("a.html", more="Ông Nam nói tiền đã có, chỉ thiếu người làm."))
    waiting = run("orphans")[1].splitlines()
    run("orphans", "--place", mark, "--at", "0", "7")
    placed = run("show", article)[1].splitlines()[-1].split("\t")
    assert (same[0], waiting[0].split("\t")[0], waiting[-1], placed[:3]) == (
        "same",
        mark,
        "waiting\t1",
        [mark, "0", "7"],
    )


def test_an_address_is_no_file_and_is_told_how_it_becomes_one(run):
    code, out, _ = run("import", "https://lang.example/bai-1.html")
    assert (code, "Save the page in your browser" in out) == (1, True)


def test_show_says_from_where_each_field_of_the_card_comes(run, page):
    article = run("import", page("a.html"))[1].split("\t")[1]
    run("card", article, "source=Báo Lang")
    said = [line for line in run("show", article)[1].splitlines() if line.startswith(("title:", "source:", "url:"))]
    assert said == [f"title: {TITLE} (page)", "source: Báo Lang (person)", "url: https://lang.example/1 (meta)"]


def test_a_text_is_read_in_the_encoding_that_is_said_and_so_again(run, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))
    path = tmp_path / "a.txt"
    path.write_bytes(encodings.encoded("Sáu về.", "tcvn3").encode("latin-1"))
    refused, taken = run("import", str(path)), run("import", str(path), "--encoding", "abc")
    other, back = words(run, "import", str(path), "--encoding", "vni"), run("import", str(path), "--encoding", "tcvn3")
    again, title = words(run, "reread", "--all"), run("list")[1].splitlines()[0].split("\t")[-1]
    assert (refused[0], taken[1].splitlines()[1].split("\t")[-2:], other, words_of(back), again, "Sáu về." in title) == (
        1, ["S¸u vÒ.", "Sáu về."], ["updated", "read as"], ["updated", "read as"], ["same"], True,
    )  # fmt: skip


def test_an_encoding_that_nobody_knows_is_refused(run, page):
    code, _, error = run("import", page("a.html"), "--encoding", "koi8")
    assert (code, "koi8 is no encoding that is read. Say one of: TCVN3, VNI" in error) == (1, True)
