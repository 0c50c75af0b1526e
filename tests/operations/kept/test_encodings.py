"""In which encoding a person said that files are: remembered by their bytes, whatever becomes of the files."""

from desktop.operations.kept import encodings


def test_what_was_said_of_a_file_holds_for_its_bytes_and_one_that_is_gone_has_no_key(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))
    there, copy, gone = (tmp_path / name for name in ("a.txt", "b.txt", "gone.txt"))
    there.write_bytes(b"B\xb5 T\xb8m.")
    keys = encodings.remember({there: "TCVN3", gone: "VNI"})
    copy.write_bytes(there.read_bytes())
    assert (bool(keys[there]), keys[gone], encodings.for_file(copy), encodings.for_file(gone)) == (
        True,
        "",
        "TCVN3",
        None,
    )
