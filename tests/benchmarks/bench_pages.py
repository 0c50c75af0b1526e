"""A thousand saved pages of several makes into a library, against trafilatura alone on the same files, in constant memory."""

import logging
import tempfile
from pathlib import Path
from time import perf_counter

from desktop import assets, operations
from desktop.detect import read_page
from desktop.store import Store
from tests.benchmarks.timing import at_most, ratio

PAGES, TOGETHER, BAR = 1000, 50, 2.0  # at no less than half of trafilatura's speed
GROWN = 40.0  # megabytes that the last 800 pages may add to what the first 200 took


def main() -> None:
    logging.disable(logging.WARNING)
    ours = alone = after_200 = 0.0
    with tempfile.TemporaryDirectory() as folder:
        store = operations.open_library(Path(folder, "pages.butda"))
        for first in range(0, PAGES, TOGETHER):
            files = [_written(Path(folder), number) for number in range(first, first + TOGETHER)]
            begun = perf_counter()
            _bring(store, files)
            ours += perf_counter() - begun
            begun = perf_counter()
            _extract(files)
            alone += perf_counter() - begun
            for file in files:
                file.unlink()
            if first + TOGETHER == 200:
                after_200 = _resident()
        grown = _resident() - after_200
        store.close()
    logging.disable(logging.NOTSET)
    each = 1000 / PAGES
    ratio(f"{PAGES} saved pages imported, each", ours * each, alone * each, "trafilatura alone", BAR)
    at_most("memory that the last 800 added", grown, GROWN, "MB")


def _bring(store: Store, files: list[Path]) -> None:
    operations.add_several(store, [each for file in files for each in operations.prepare(file, read_page)])


def _extract(files: list[Path]) -> None:
    import trafilatura

    for file in files:
        trafilatura.bare_extraction(file.read_bytes(), with_metadata=True)


def _resident() -> float:
    """Return what the process holds in memory, in megabytes."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) / 1000


def _written(folder: Path, number: int) -> Path:
    """Write a page as one of the makers of papers does: menus, an article with its parts, links to others, scripts."""
    samples = assets.samples()
    title, *rows = [line for line in samples[number % len(samples)].read_text("utf-8").split("\n") if line.strip()]
    rows = [f"{row} ({number}.{at})" for at, row in enumerate(rows)]
    file = folder / f"{number}.html"
    file.write_text(_MAKERS[number % len(_MAKERS)](f"{title} {number}", rows, 20 + number % 130), "utf-8")
    return file


def _paper(title: str, rows: list[str], much: int) -> str:
    body = "".join(f'<p class="Normal">{each}</p>' for each in rows)
    picture = f'<figure><img src="a.jpg"><figcaption>{title}. Ảnh: Vi Hòa</figcaption></figure>'
    return _page(title, much, f'<h1>{title}</h1><article class="fck_detail">{picture}{body}</article>')


def _old(title: str, rows: list[str], much: int) -> str:
    body = "<br><br>".join(rows)
    cells = f"<td><font size=4><b>{title}</b></font><br>{body}</td><td width=160>{_links(much)}</td>"
    return _page(title, much, f"<table width=760><tr>{cells}</tr></table>")


def _portal(title: str, rows: list[str], much: int) -> str:
    body = "".join(f'<div style="text-align:justify"><span style="font-size:14pt">{each}</span></div>' for each in rows)
    return _page(
        title,
        much,
        f'<div class="tieude">{title}</div><div class="ngaydang">03/05/2024 09:30</div><div class="noidung">{body}</div>',
    )


def _blog(title: str, rows: list[str], much: int) -> str:
    body = "".join(f"<p>{each}</p><ul><li>{each[:40]}</li><li>{each[40:90]}</li></ul>" for each in rows)
    comments = "".join(
        f"<li><b>Bạn đọc {at}</b><p>Bài viết hay, cảm ơn tác giả {at}.</p></li>" for at in range(much // 3)
    )
    entry = (
        f'<article class="hentry"><h1 class="entry-title">{title}</h1><div class="entry-content">{body}</div></article>'
    )
    return _page(title, much, f'{entry}<div id="comments"><ol>{comments}</ol></div>')


_MAKERS = (_paper, _old, _portal, _blog)


def _page(title: str, much: int, content: str) -> str:
    menu = "".join(
        f'<li><a href="/{at}">Chuyên mục {at}</a><ul><li><a href="/a{at}">Mục</a></li></ul></li>' for at in range(much)
    )
    return (
        f"<!DOCTYPE html><html><head><title>{title} - Báo Làng</title><style>{'.a{color:red}' * much * 3}</style></head><body>"
        f"<ul class=menu>{menu}</ul>{content}<section class=related>{_links(much // 2)}</section>"
        f"<script>{'x=1;' * much * 40}</script></body></html>"
    )


def _links(many: int) -> str:
    return "".join(
        f'<article><h3><a href="/t{at}">Tin liên quan số {at} trong ngày</a></h3><p class="description">Tóm tắt tin {at}</p></article>'
        for at in range(many)
    )


if __name__ == "__main__":
    main()
