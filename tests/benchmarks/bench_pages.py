"""Saved pages of a paper's size in, against trafilatura alone on the same pages."""

import logging
from pathlib import Path

from desktop import assets
from desktop.exchange import html
from tests.benchmarks.timing import median, ratio

PAGES, BAR = 20, 2.0  # at no less than half of trafilatura's speed


def main() -> None:
    import trafilatura

    logging.disable(logging.WARNING)
    pages = [_page(number) for number in range(PAGES)]
    ours = median(lambda: [html.read(Path("x.html"), page.encode()) for page in pages], runs=3)
    alone = median(lambda: [trafilatura.bare_extraction(page, with_metadata=True) for page in pages], runs=3)
    logging.disable(logging.NOTSET)
    ratio(f"{PAGES} saved pages of 60 kB", ours, alone, "trafilatura alone", BAR)


def _page(number: int) -> str:
    """Return a page as papers make them: menus, an article with its parts, links to others, scripts."""
    samples = assets.samples()
    title, *paragraphs = [
        line for line in samples[number % len(samples)].read_text("utf-8").split("\n") if line.strip()
    ]
    menu = "".join(
        f'<li><a href="/{at}">Chuyên mục {at}</a><ul><li><a href="/a{at}">Mục</a></li></ul></li>' for at in range(120)
    )
    links = "".join(
        f'<article><h3><a href="/t{at}">Tin liên quan số {at} trong ngày</a></h3><p class="description">Tóm tắt tin {at}</p></article>'
        for at in range(60)
    )
    body = "".join(f'<p class="Normal">{each}</p>' for each in paragraphs)
    return (
        f"<!DOCTYPE html><html><head><title>{title} - Báo Làng {number}</title></head><body>"
        f"<ul class=menu>{menu}</ul><h1>{title}</h1>"
        f'<article class="fck_detail">{body}</article><section class="related">{links}</section>'
        f"<script>{'x=1;' * 4000}</script></body></html>"
    )


if __name__ == "__main__":
    main()
