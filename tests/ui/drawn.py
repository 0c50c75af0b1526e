"""What is drawn, dot by dot, and how far two drawings differ."""

from PySide6.QtGui import QImage, QPixmap


def dots(picture: QPixmap) -> list[int]:
    """Return the colours of a picture, row by row."""
    image = picture.toImage().convertToFormat(QImage.Format.Format_RGB32)
    return list(memoryview(image.constBits()).cast("B").cast("I"))


def difference(first: list[int], second: list[int]) -> int:
    """Return how far two drawings differ: each dot by how far it does, since a line thinner than a dot is drawn paler."""
    pairs = ((one, other) for one, other in zip(first, second, strict=True) if one != other)
    return sum(abs((one >> shift & 255) - (other >> shift & 255)) for one, other in pairs for shift in (0, 8, 16))
