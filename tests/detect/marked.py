"""Spans of a line written as inline marks, so that a test shows a whole answer at once."""


def marked(line, spans):
    """Return the line with every span as `{LABEL value|text}`; none may overlap another."""
    for span in sorted(spans, key=lambda span: -span.start):
        value = "" if span.value is None else f" {span.value}"
        unit = f" {span.unit}" if span.unit and span.label in ("MONEY", "MEASURE") else ""
        inner = line[span.start : span.end]
        line = f"{line[: span.start]}{{{span.label}{value}{unit}|{inner}}}{line[span.end :]}"
    return line
