"""The wheel carries the resources and the sample articles, and the command's entry point."""

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_wheel_holds_program_resources_and_samples(tmp_path):
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "-q",
        "--no-build-isolation",
        "--no-deps",
        "--no-index",
        "-w",
        str(tmp_path),
        str(ROOT),
    ]
    subprocess.run(command, check=True, timeout=100)
    (wheel,) = tmp_path.glob("butda-*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    samples = {f"desktop/corpus/{path.name}" for path in (ROOT / "corpus" / "articles").glob("*.txt")}
    resources = {
        f"desktop/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / "resources").rglob("*") if path.is_file()
    }
    assert samples | resources | {"desktop/cli/group.py"} <= names
    assert not [name for name in names if "gold" in name or name.startswith("tests/")]
    entry = next(name for name in names if name.endswith("entry_points.txt"))
    assert zipfile.ZipFile(wheel).read(entry).decode().split() == [
        "[console_scripts]",
        "butda",
        "=",
        "desktop.__main__:main",
    ]
