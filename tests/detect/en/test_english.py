"""Texts in other languages: figures that are sure in English, and nothing else."""

from desktop.detect import detect

ENGLISH = (
    "The group paid $12 billion, or US$7 million a day, for 4.5 million tonnes; 263,000 people came in 2021, and John Smith "
    "of Acme Corp said that it was 3.5 percent more than the year before."
)


def test_sure_figures_of_an_english_text_and_nothing_else():
    found = detect(ENGLISH)
    spans = [(ENGLISH[span.start : span.end], span.label, span.value) for span in found.spans]
    assert (found.language, spans) == (
        "en",
        [
            ("$12 billion", "MONEY", 12_000_000_000),
            ("US$7 million", "MONEY", 7_000_000),
            ("4.5 million", "COUNT", 4_500_000),
            ("263,000", "COUNT", 263_000),
            ("3.5 percent", "PERCENT", 3.5),
        ],
    )


def test_nothing_is_guessed_in_a_language_without_rules():
    found = detect(
        "Le président Emmanuel Macron a reçu les 12 ministres et les élus de la ville dans le palais pour un dîner."
    )
    assert (found.language, found.spans) == ("fr", ())
