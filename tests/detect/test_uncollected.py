"""The search for cyclic garbage is held off while a text is read, which leaves none."""

import gc

from desktop.detect import detect
from desktop.detect.uncollected import uncollected

TEXT = "Sáng 3/5, ông Lê Văn Tám, Giám đốc Sở Y tế tỉnh Hòa Kim, đi 12 km tới xã Pò Nhùng.\nÔng Tám khen 30 em."


def test_reading_leaves_no_cycles():
    detect(TEXT, "2024-05-04")  # what is read once for all
    gc.collect()
    detect(TEXT, "2024-05-04")
    assert gc.collect() == 0


def test_the_search_is_as_it_was():
    seen = []
    for set_before in (gc.disable, gc.enable):
        set_before()
        with uncollected():
            seen.append(gc.isenabled())
        seen.append(gc.isenabled())
    assert seen == [False, False, False, True]
