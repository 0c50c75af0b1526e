"""The detector against pyvi's own two passes over the same text, in the same process."""

import time

from desktop import assets
from desktop.detect import detect


def main() -> None:
    from pyvi import ViPosTagger, ViTokenizer

    texts = [path.read_text("utf-8") for path in assets.samples()]
    size = sum(map(len, texts))
    detect(texts[0])
    ViPosTagger.postagging(ViTokenizer.tokenize(texts[0]))
    begin = time.perf_counter()
    for text in texts:
        detect(text, "2024-01-01")
    ours = time.perf_counter() - begin
    begin = time.perf_counter()
    for text in texts:
        for line in filter(str.strip, text.split("\n")):
            ViPosTagger.postagging(ViTokenizer.tokenize(line))
    pyvi = time.perf_counter() - begin
    print(
        f"  detect: {size / ours:,.0f} characters a second, {pyvi / ours:.2f} of pyvi's two passes ({size / pyvi:,.0f})"
    )
