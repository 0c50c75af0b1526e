"""Nested spans of a line written as inline marks, so that a test shows a whole answer at once."""

SHORT = {"P": "PERSON", "T": "TITLE", "O": "ORGANIZATION", "L": "LOCATION", "E": "EVENT"}
_LETTER = {label: letter for letter, label in SHORT.items()}


def nested(line, spans):
    """Return the line with every span as `[X:text]`, X the label's first letter."""
    pieces = []
    for at in range(len(line) + 1):
        pieces.append("]" * sum(span.end == at for span in spans))
        opening = sorted((span for span in spans if span.start == at), key=lambda span: -span.end)
        pieces += [f"[{_LETTER.get(span.label, span.label)}:" for span in opening]
        pieces.append(line[at : at + 1])
    return "".join(pieces)


def plain(line):
    """Return the line without its marks."""
    for letter in SHORT:
        line = line.replace(f"[{letter}:", "")
    return line.replace("]", "")
