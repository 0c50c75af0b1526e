"""The road: import, detect, edit, undo, export. The only package that calls the store's writing methods; no Qt.

Each function that changes the library is one step of its history and is committed when it returns.
This is one front for many families, and each is loaded when something of it is first asked for: a command waits for its own alone.
"""
# ruff: noqa: I001  # `as` says that the front holds a name; one line a family

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

# fmt: off
if TYPE_CHECKING:
    from desktop.operations import columns as columns
    from desktop.operations.annotating import (
        annotate as annotate, cut_out as cut_out, delete as delete, mark_all as mark_all, note as note, relabel as relabel, resize
        as resize,
    )
    from desktop.operations.articles import (
        delete_articles as delete_articles, hold_checkpoints as hold_checkpoints, open_library as open_library, original as
        original, settle as settle, upgrade_library as upgrade_library,
    )
    from desktop.operations.care.mending import Mended as Mended, mend as mend
    from desktop.operations.copies.brought_back import (
        copies_of as copies_of, drop_staged as drop_staged, find_copy as find_copy, put_in_place as put_in_place, restore as
        restore, stage as stage, take_out as take_out, titles_of as titles_of,
    )
    from desktop.operations.copies.made import backup as backup, keep_copy as keep_copy
    from desktop.operations.corrections import corrected as corrected
    from desktop.operations.detecting import (
        Detector as Detector, apply_detection as apply_detection, is_untouched as is_untouched, look as look,
    )
    from desktop.operations.drafts import Draft as Draft, kept_drafts as kept_drafts, drop_draft as drop_draft, keep_draft as keep_draft
    from desktop.operations.files import write_file as write_file
    from desktop.operations.history import KEPT_STEPS as KEPT_STEPS, redo as redo, steps as steps, tend as tend, undo as undo
    from desktop.operations.importing import (
        Added as Added, PageReader as PageReader, Prepared as Prepared, add as add, add_several as add_several, earlier as
        earlier, prepare as prepare, prepare_paste as prepare_paste,
    )
    from desktop.operations.kept.pictures import pictures_of as pictures_of, save_picture as save_picture
    from desktop.operations.lines import set_role as set_role
    from desktop.operations.reading import (
        Readings as Readings, length_to_read as length_to_read, read_marks as read_marks, take_readings as take_readings,
    )
    from desktop.operations.rereading.again import Reread as Reread, read_again as read_again, reread as reread
    from desktop.operations.rereading.orphans import drop_orphans as drop_orphans, give_home as give_home, suggestions as suggestions
    from desktop.operations.scheme.labels import LAYERS as LAYERS, OTHER as OTHER, add_label as add_label, colours as colours
    from desktop.operations.sets.bringing import (
        Brought as Brought, Matched as Matched, Plan as Plan, bring_marks as bring_marks, look_at_marks as look_at_marks,
        match_marks as match_marks,
    )
    from desktop.operations.sets.choosing import EXPORTED as EXPORTED, Selection as Selection
    from desktop.operations.sets.exporting import Exported as Exported, Manner as Manner, export as export, export_sets as export_sets
    from desktop.operations.sets.foreseeing import Foreseen as Foreseen, foresee as foresee
    from desktop.operations.sets.splitting import shares as shares
    from desktop.operations.settling import accept as accept, accept_facts as accept_facts, reject as reject, reject_facts as reject_facts
    from desktop.operations.shelving import (
        begin_reading as begin_reading, clean_tags as clean_tags, correct as correct, set_state as set_state, tag as tag,
    )
    from desktop.store.opening import checkpoint as checkpoint
# fmt: on

# What each family holds of the front, as the checker of types reads it above.
_FAMILIES = {
    ".annotating": "annotate cut_out delete mark_all note relabel resize",
    ".articles": "delete_articles hold_checkpoints open_library original settle upgrade_library",
    ".care.mending": "Mended mend",
    ".copies.brought_back": "copies_of drop_staged find_copy put_in_place restore stage take_out titles_of",
    ".copies.made": "backup keep_copy",
    ".corrections": "corrected",
    ".detecting": "Detector apply_detection is_untouched look",
    ".drafts": "Draft drop_draft keep_draft kept_drafts",
    ".files": "write_file",
    ".history": "KEPT_STEPS redo steps tend undo",
    ".importing": "Added PageReader Prepared add add_several earlier prepare prepare_paste",
    ".kept.pictures": "pictures_of save_picture",
    ".lines": "set_role",
    ".reading": "Readings length_to_read read_marks take_readings",
    ".rereading.again": "Reread read_again reread",
    ".rereading.orphans": "drop_orphans give_home suggestions",
    ".scheme.labels": "LAYERS OTHER add_label colours",
    ".sets.bringing": "Brought Matched Plan bring_marks look_at_marks match_marks",
    ".sets.choosing": "EXPORTED Selection",
    ".sets.exporting": "Exported Manner export export_sets",
    ".sets.foreseeing": "Foreseen foresee",
    ".sets.splitting": "shares",
    ".settling": "accept accept_facts reject reject_facts",
    ".shelving": "begin_reading clean_tags correct set_state tag",
    "desktop.store.opening": "checkpoint",
}
_HOMES = {name: family for family, names in _FAMILIES.items() for name in names.split()}

if not TYPE_CHECKING:  # or a name that is nowhere would be of any type

    def __getattr__(name: str) -> Any:
        """Return what the front holds by this name out of its family."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(_HOMES[name], __name__), name)
