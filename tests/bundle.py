"""Prove a built bundle: no Python, an empty environment, another folder. Usage: python tests/bundle.py dist/butda"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from desktop.exchange.writers import FORMATS  # noqa: E402

LIMIT, PACKED_LIMIT = 165, 50  # MB, by du -sm
ABSENT = ("sklearn", "scipy", "numpy")
PLUGINS = (
    "libibusplatforminputcontextplugin.so",
    "libcomposeplatforminputcontextplugin.so",
    "libqxcb.so",
    "libqoffscreen.so",
)


def run(program: Path, *arguments: str, folder: Path, stdin: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    environment = {"HOME": str(folder), "BUTDA_LIBRARY": str(folder / "library.butda")}
    return subprocess.run(
        [str(program), *arguments], cwd=folder, env=environment, input=stdin, capture_output=True, timeout=120
    )


def megabytes(path: Path) -> int:
    return int(subprocess.run(["du", "-sm", str(path)], capture_output=True, text=True, check=True).stdout.split()[0])


def licences(bundle: Path) -> tuple[list[str], list[str]]:
    """Return the shared libraries that no licence names, and the licences that lack a line or a text."""
    texts = list(bundle.rglob("licences/libraries/*.txt"))
    named, lacking = set(), []
    for text in texts:
        title, licence, source, held, _, *rest = text.read_text("utf-8").split("\n")
        named |= set(held.removeprefix("Libraries: ").split(", "))
        licence = licence.split(" (")[0]  # what follows is told beside it
        whole = title.split()[1:] and licence and source.startswith("Source: ") and len("".join(rest)) > 100
        if not whole or ("GPL" in licence.replace("LGPL", "") and not (" WITH " in licence or " OR " in licence)):
            lacking.append(text.name)
    held = {
        each.name for each in bundle.rglob("*.so*") if not each.is_symlink() and each.read_bytes()[:4] == b"\x7fELF"
    }
    return sorted(held - named), lacking


def checks(bundle: Path, folder: Path):
    """Yield (what was tried, whether it holds, what was seen)."""
    program = bundle / "butda"
    size = megabytes(bundle)
    yield f"the folder takes at most {LIMIT} MB", size <= LIMIT, f"{size} MB"
    for packed in bundle.parent.glob("butda-*.tar.xz"):
        size = megabytes(packed)
        yield f"{packed.name} takes at most {PACKED_LIMIT} MB", size <= PACKED_LIMIT, f"{size} MB"
    names = {path.name for path in bundle.rglob("*")}
    unnamed, lacking = licences(bundle)
    yield "every shared library has its licence, version and source", not unnamed and not lacking, (unnamed, lacking)
    yield f"none of {ABSENT} is in it", not names & set(ABSENT), sorted(names & set(ABSENT))
    yield "input-method and platform plugins are in it", set(PLUGINS) <= names, sorted(set(PLUGINS) - names)

    articles = folder / "articles"
    articles.mkdir()
    for path in sorted((ROOT / "corpus" / "articles").glob("*.txt"))[:8]:
        (articles / path.name).write_bytes(path.read_bytes())
    documents = folder / "documents"
    documents.mkdir()
    for path in (ROOT / "tests" / "exchange" / "office" / "documents").glob("w*.expected"):
        if path.suffixes[0] != ".zip":  # one of its files is left out, and told
            (documents / path.stem).write_bytes(path.with_suffix("").read_bytes())
    letter = (documents / "w20_letter.eml").read_bytes().replace(b"Subject: ", b"Subject: 2. ", 1)
    (documents / "letters.mbox").write_bytes(b"From a@b Mon Jan  5 08:00:00 2026\n" + letter + b"\n")
    with ZipFile(documents / "packed.zip", "w") as packed:
        packed.writestr(
            "bai.txt", "Xã Hòa An mở chợ\n\nSáng 3/5/2024, xã Hòa An mở chợ phiên đầu tiên với 40 gian hàng.\n"
        )
    for arguments, expected in (
        (("--version",), b"butda"),
        (("import", "articles"), b"added"),
        (("import", "documents"), b"packed.zip"),
        (("detect",), b"\t"),
        (("list",), b"unread"),
        (("search", "dang vien"), b""),
        *(
            (("export", "--format", name, "--out", f"set-{name}{row.suffix}"), b" verified")
            for name, row in FORMATS.items()
            if not row.extra
        ),
        (("check",), b"ok"),
        (("selftest",), b"{"),
    ):
        done = run(program, *arguments, folder=folder)
        yield (
            f"butda {' '.join(arguments)}",
            done.returncode == 0 and expected in done.stdout,
            done.stdout[-600:] + done.stderr[-600:],
        )

    rows = [
        {"id": path.stem, "text": path.read_text("utf-8")}
        for path in sorted((ROOT / "corpus" / "articles").glob("*.txt"))
    ]
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
    wheel = run(ROOT / ".venv" / "bin" / "butda", "detect", "-", folder=folder, stdin=lines)
    ours = run(program, "detect", "-", folder=folder, stdin=lines)
    shared = run(program, "detect", "-", "--jobs", "2", folder=folder, stdin=lines)
    yield "butda detect - --jobs 2 gives the same", shared.stdout == ours.stdout, f"exit {shared.returncode}"
    same = (
        ours.stdout == wheel.stdout
        and ours.returncode == wheel.returncode == 0
        and ours.stdout.count(b"\n") == len(rows)
    )
    yield (
        f"butda detect - gives the wheel's bytes on {len(rows)} articles",
        same,
        f"{len(ours.stdout)} and {len(wheel.stdout)} bytes",
    )


def main() -> int:
    bundle = Path(sys.argv[1]).resolve()
    failed = passed = 0
    with tempfile.TemporaryDirectory() as folder:
        for what, holds, seen in checks(bundle, Path(folder)):
            text = seen.decode("utf-8", "replace") if isinstance(seen, bytes) else seen
            print(f"{'ok  ' if holds else 'FAIL'} {what}" + ("" if holds and len(str(text)) > 40 else f": {text}"))
            passed, failed = passed + holds, failed + (not holds)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
