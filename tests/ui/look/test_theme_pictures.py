"""The style sheet's pictures bear the theme's colours, and no colour stands in a file twice."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QFile, QIODevice, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from desktop import assets
from desktop.settings import THEMES
from desktop.ui.look import theme, theme_pictures


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("picture", "role"), theme_pictures.ROLES.items(), ids=theme_pictures.ROLES)
def test_a_picture_is_drawn_in_its_role(qapp, name, picture, role):
    look = theme.load(name)
    look.stylesheet()
    image = QImage(90, 90, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(f":/{name}/{picture}.svg").render(painter, QRectF(0, 0, 90, 90))
    painter.end()
    colors = {
        image.pixelColor(x, y).name() for x in range(90) for y in range(90) if image.pixelColor(x, y).alpha() == 255
    }
    assert colors == {QColor(getattr(look, role)).name()}


@pytest.mark.parametrize("name", THEMES)
def test_every_picture_that_the_style_names_is_there(qapp, name):
    named = re.findall(r"url\((.*?)\)", theme.load(name).stylesheet())
    found = []
    for each in named:
        file = QFile(each)
        found.append(file.open(QIODevice.OpenModeFlag.ReadOnly) and b"<svg" in file.readAll().data())
        file.close()
    assert (len(named), found) == (4, [True] * 4)


def test_no_picture_holds_a_colour():
    folder = Path(assets.path("themes"))
    assert [file.name for file in folder.glob("*.svg") if "#" in file.read_text("utf-8")] == []
