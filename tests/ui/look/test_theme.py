"""Both themes: complete, readable, their labels told apart, and really what Qt then draws with."""

import math
import tomllib
from dataclasses import fields
from itertools import combinations

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QCheckBox

from desktop import assets
from desktop.settings import THEMES
from desktop.ui.look import theme

ROLES = {row["color"] for row in tomllib.loads(assets.text("labels.toml"))["label"]}
NO_COLORS = ("name", "dark", "offered", "decided", "labels")
COLORS = [field.name for field in fields(theme.Theme) if field.init and field.name not in NO_COLORS]
READABLE = [
    ("text", "window"),
    ("text", "panel"),
    ("text", "page"),
    ("text", "field"),
    ("text", "hover"),
    ("muted", "window"),
    ("muted", "panel"),
    ("muted", "page"),
    ("muted", "field"),
    ("accent", "panel"),
    ("accent_text", "accent"),
    ("selection_text", "selection"),
    ("warning", "panel"),
    ("error", "panel"),
    ("ok", "panel"),
    ("text", "hit"),
    ("text", "hit_current"),
    ("muted", "hit"),
]


def oklab(color):
    """Return L, a, b of a colour in Ottosson's OKLab, in which equal distances look about equal."""
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in QColor(color).getRgbF()[:3]
    )
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


@pytest.fixture(params=THEMES)
def shown(request):
    return theme.load(request.param)


def test_a_theme_has_colours_for_every_role_of_the_label_scheme(shown):
    assert ROLES - set(shown.labels) == set()


def test_every_colour_is_one_that_qt_knows(shown):
    written = [getattr(shown, name) for name in COLORS]
    written += [color for label in shown.labels.values() for color in (label.fill, label.edge, label.tag_text)]
    assert [color for color in written if not QColor(color).isValid() or len(color) != 7] == []


def test_text_is_readable_on_its_ground(shown):
    pairs = {(front, back): theme.contrast(getattr(shown, front), getattr(shown, back)) for front, back in READABLE}
    assert {pair: round(ratio, 2) for pair, ratio in pairs.items() if ratio < 4.5} == {}


def test_in_the_theme_of_contrast_all_is_readable_by_the_stricter_rule():
    shown = theme.load("contrast")
    pairs = {(front, back): theme.contrast(getattr(shown, front), getattr(shown, back)) for front, back in READABLE}
    frames = [theme.contrast(shown.line, getattr(shown, ground)) for ground in ("window", "panel", "page", "field")]
    weak = {pair: round(ratio, 2) for pair, ratio in pairs.items() if ratio < (4.5 if "hit_current" in pair else 7.0)}
    assert (weak, min(frames) >= 4.5) == ({}, True)


def test_text_is_readable_on_marks_and_tags(shown):
    weak = {}
    for name, label in shown.labels.items():
        faint = theme.mix(label.fill, shown.page, 0.5).name()
        for front, back in (
            (shown.text, label.fill),
            (shown.muted, label.fill),
            (shown.text, faint),
            (label.tag_text, label.edge),
            (label.edge, shown.page),
        ):
            if theme.contrast(front, back) < 4.5:
                weak[name, front, back] = round(theme.contrast(front, back), 2)
    assert weak == {}


def test_selected_text_is_readable_over_page_and_marks(shown):
    grounds = [shown.page, *(label.fill for label in shown.labels.values())]
    strong = theme.mix(shown.selection, shown.focus, 0.3).name()  # as ArticleView.set_theme mixes it
    ratios = [theme.contrast(shown.selection_text, theme.mix(strong, ground, 0.3).name()) for ground in grounds]
    assert [ratio for ratio in ratios if ratio < 4.5] == []


def test_a_ring_stands_out_from_page_and_panel(shown):
    grounds = ("page", "panel", "field", "window")
    # 3:1 is what WCAG 2.2 asks of the edges of controls.
    assert [ground for ground in grounds if theme.contrast(shown.focus, getattr(shown, ground)) < 3.0] == []


def test_the_edges_of_any_two_labels_differ(shown):
    near = {
        (one, other): round(math.dist(oklab(shown.labels[one].edge), oklab(shown.labels[other].edge)), 3)
        for one, other in combinations(sorted(shown.labels), 2)
        if math.dist(oklab(shown.labels[one].edge), oklab(shown.labels[other].edge)) < 0.05
    }
    assert near == {}


def test_a_role_that_no_theme_knows_gets_the_colours_of_other(shown):
    assert shown.label("nothing of the kind") == shown.labels["other"]


def test_the_dark_theme_is_dark_and_the_light_one_light():
    pages = [theme.contrast(theme.load(name).page, "#000000") for name in THEMES]
    assert [ratio > 10 for ratio in pages] == [True, True, False, False]


@pytest.mark.parametrize(("first", "second", "ratio"), [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48)])
def test_contrast_is_that_of_wcag(first, second, ratio):
    assert (round(theme.contrast(first, second), 2), round(theme.contrast(second, first), 2)) == (ratio, ratio)


def test_an_unknown_theme_is_no_file():
    with pytest.raises(FileNotFoundError):
        theme.load("mauve")


def test_the_palette_leaves_no_role_to_the_desktop(shown):
    palette = shown.palette()
    roles = [role for role in QPalette.ColorRole if role.name not in ("NoRole", "NColorRoles")]
    unset = [role.name for role in roles if not palette.isBrushSet(QPalette.ColorGroup.Active, role)]
    assert unset == []


def test_the_style_sheet_holds_no_token_that_was_not_filled(shown):
    sheet = shown.stylesheet()
    assert ("$" in sheet, shown.accent in sheet, f":/{shown.name}/tick.svg" in sheet) == (False, True, True)


def test_a_checked_box_draws_its_tick_in_the_themes_colours(qtbot, shown):
    box = QCheckBox()
    qtbot.addWidget(box)
    box.setStyleSheet(shown.stylesheet())
    box.setChecked(True)
    picture = box.grab().toImage()
    drawn = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert {shown.accent, shown.accent_text} <= drawn
