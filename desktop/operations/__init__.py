"""The road: import, detect, edit, undo, export. The only package that calls the store's writing methods; no Qt.

Each function that changes the library is one step of its history and is committed when it returns.
"""

from __future__ import annotations

from desktop.operations import columns as columns
from desktop.operations.annotating import annotate, cut_out, delete, mark_all, note, relabel, resize
from desktop.operations.articles import (
    delete_articles,
    hold_checkpoints,
    open_library,
    original,
    settle,
    upgrade_library,
)
from desktop.operations.care.mending import Mended, mend
from desktop.operations.copies.brought_back import (
    copies_of,
    drop_staged,
    find_copy,
    put_in_place,
    restore,
    stage,
    take_out,
    titles_of,
)
from desktop.operations.copies.made import backup, keep_copy
from desktop.operations.corrections import corrected
from desktop.operations.detecting import Detector, apply_detection, is_untouched, look
from desktop.operations.drafts import Draft, drafts, drop_draft, keep_draft
from desktop.operations.files import write_file
from desktop.operations.history import KEPT_STEPS, redo, steps, tend, undo
from desktop.operations.importing import Added, PageReader, Prepared, add, add_several, earlier, prepare, prepare_paste
from desktop.operations.kept.pictures import pictures_of, save_picture
from desktop.operations.lines import set_role
from desktop.operations.reading import Readings, length_to_read, read_marks, take_readings
from desktop.operations.rereading.again import Reread, read_again, reread
from desktop.operations.rereading.orphans import drop_orphans, give_home, suggestions
from desktop.operations.scheme.labels import LAYERS, OTHER, add_label, colours
from desktop.operations.sets.bringing import Brought, Matched, Plan, bring_marks, look_at_marks, match_marks
from desktop.operations.sets.choosing import EXPORTED, Selection
from desktop.operations.sets.exporting import Exported, Manner, export, export_sets
from desktop.operations.sets.foreseeing import Foreseen, foresee
from desktop.operations.sets.splitting import shares
from desktop.operations.settling import accept, accept_facts, reject, reject_facts
from desktop.operations.shelving import begin_reading, clean_tags, correct, set_state, tag
from desktop.store.opening import checkpoint

__all__ = [
    "EXPORTED",
    "KEPT_STEPS",
    "LAYERS",
    "OTHER",
    "Added",
    "Brought",
    "Detector",
    "Draft",
    "Exported",
    "Foreseen",
    "Manner",
    "Matched",
    "Mended",
    "PageReader",
    "Plan",
    "Prepared",
    "Readings",
    "Reread",
    "Selection",
    "accept",
    "accept_facts",
    "add",
    "add_label",
    "add_several",
    "annotate",
    "apply_detection",
    "backup",
    "begin_reading",
    "bring_marks",
    "checkpoint",
    "clean_tags",
    "colours",
    "copies_of",
    "correct",
    "corrected",
    "cut_out",
    "delete",
    "delete_articles",
    "drafts",
    "drop_draft",
    "drop_orphans",
    "drop_staged",
    "earlier",
    "export",
    "export_sets",
    "find_copy",
    "foresee",
    "give_home",
    "hold_checkpoints",
    "is_untouched",
    "keep_copy",
    "keep_draft",
    "length_to_read",
    "look",
    "look_at_marks",
    "mark_all",
    "match_marks",
    "mend",
    "note",
    "open_library",
    "original",
    "pictures_of",
    "prepare",
    "prepare_paste",
    "put_in_place",
    "read_again",
    "read_marks",
    "redo",
    "reject",
    "reject_facts",
    "relabel",
    "reread",
    "resize",
    "restore",
    "save_picture",
    "set_role",
    "set_state",
    "settle",
    "shares",
    "stage",
    "steps",
    "suggestions",
    "tag",
    "take_out",
    "take_readings",
    "tend",
    "titles_of",
    "undo",
    "upgrade_library",
    "write_file",
]  # fmt: skip
