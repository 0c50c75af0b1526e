"""Known errors, worded in the window's language."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.errors import KnownError, worded
from desktop.ui.words.translatable import QT_TRANSLATE_NOOP

# The sentences of desktop.errors.SENTENCES, once more where lupdate finds them; a test holds the two the same.
SENTENCES = {
    "library-locked": QT_TRANSLATE_NOOP(
        "Errors", "The library {path} is open in another window or command. Close it there and try again."
    ),
    "library-newer": QT_TRANSLATE_NOOP(
        "Errors",
        "The library {path} was made by a newer Bút Dạ (schema {found}, this one knows {known}). Install the newer version.",
    ),
    "library-older": QT_TRANSLATE_NOOP(
        "Errors",
        "The library {path} was made by an older Bút Dạ. Open it once in the window, which brings it up to date.",
    ),
    "library-damaged": QT_TRANSLATE_NOOP(
        "Errors",
        "The library {path} is damaged ({reason}). Bring back one of the copies in {backups} (butda restore in a terminal).",
    ),
    "library-foreign": QT_TRANSLATE_NOOP(
        "Errors", "{path} is not a Bút Dạ library. Choose another file; nothing was written to it."
    ),
    "library-place": QT_TRANSLATE_NOOP(
        "Errors", "The library {path} cannot be opened or made there ({reason}). Choose a folder you may write to."
    ),
    "library-full": QT_TRANSLATE_NOOP(
        "Errors",
        "There is no space left for the library {path}. Nothing of the last action was kept; free some space and try again.",
    ),
    "library-readonly": QT_TRANSLATE_NOOP(
        "Errors", "The library {path} cannot be written. Change its permissions or choose another place."
    ),
    "library-unlockable": QT_TRANSLATE_NOOP(
        "Errors",
        "The library {path} lies where no file can be locked, so two programs could write it at once. Move it.",
    ),
    "library-gone": QT_TRANSLATE_NOOP(
        "Errors",
        "The library {path} was moved, deleted or replaced while it was open; the last action was not kept. "
        "All before it is saved in {copy}.",
    ),
    "library-missing": QT_TRANSLATE_NOOP(
        "Errors",
        "There is no library {path}. Import something into it first, or name another.",
    ),
    "library-other-name": QT_TRANSLATE_NOOP(
        "Errors",
        "The library {path} is open, or was left unfinished, under another name of the same file. Use that name.",
    ),
    "library-log-gone": QT_TRANSLATE_NOOP(
        "Errors",
        "The log of the library {path} was removed or replaced while it was open; the last action was not kept. "
        "All before it is saved in {copy}: open that.",
    ),
    "library-lost": QT_TRANSLATE_NOOP(
        "Errors",
        "The library {path} was moved or its log removed while it was open, and no copy could be saved ({reason}). "
        "Free some space and try again before you close it.",
    ),
    "file-missing": QT_TRANSLATE_NOOP("Errors", "{path}: there is no such file."),
    "file-unreadable": QT_TRANSLATE_NOOP("Errors", "{path}: the file cannot be read ({reason})."),
    "file-empty": QT_TRANSLATE_NOOP("Errors", "{path}: the file holds no text."),
    "file-binary": QT_TRANSLATE_NOOP("Errors", "{path}: this is not a text file."),
    "file-large": QT_TRANSLATE_NOOP("Errors", "{path}: the file is larger than {limit} MB; split it first."),
    "file-encoding": QT_TRANSLATE_NOOP(
        "Errors",
        "{path}: its character encoding was not recognised. Save it as Unicode (UTF-8) from a program that shows it right.",
    ),
    "file-broken": QT_TRANSLATE_NOOP(
        "Errors",
        "{path}: {count} letters of its text are lost (�). Import another copy of it, in which they are whole.",
    ),
    "split-shares": QT_TRANSLATE_NOOP(
        "Errors", "{given} deals out nothing. Name two shares or more, such as 80,10,10."
    ),
    "marks-kind": QT_TRANSLATE_NOOP(
        "Errors", "{path}: nothing tells which program set its marks. Name the format: {formats}."
    ),
    "marks-broken": QT_TRANSLATE_NOOP(
        "Errors", "{path}: its marks cannot be read as {format} ({reason}). Nothing was brought in."
    ),
    "labels-mapping": QT_TRANSLATE_NOOP("Errors", "{given} is no pair of labels, such as PER=PERSON."),
    "bundle-broken": QT_TRANSLATE_NOOP(
        "Errors", "{path}: this bundle is not as it was packed ({reason}). Have it sent again."
    ),
    "file-locked": QT_TRANSLATE_NOOP(
        "Errors", "{path}: a password is wanted to read it. Save a copy without one, and import that."
    ),
    "file-scan": QT_TRANSLATE_NOOP(
        "Errors",
        "{path}: its pages are pictures without a text layer. Have its text recognized (OCR) and import the result.",
    ),
    "file-bomb": QT_TRANSLATE_NOOP(
        "Errors",
        "{path}: it unpacks to more than {limit} MB, or holds archives inside archives. Unpack it yourself and import the folder.",
    ),
    "table-columns": QT_TRANSLATE_NOOP(
        "Errors",
        "{path}: no column holds the text of articles ({columns}). Say which: --map text=COLUMN,title=COLUMN in a terminal.",
    ),
    "columns-unknown": QT_TRANSLATE_NOOP("Errors", "{said} is no PART=COLUMN. Parts: {parts}."),
    "member-path": QT_TRANSLATE_NOOP("Errors", "{path}: left out, since its name points outside the archive."),
    "files-left": QT_TRANSLATE_NOOP("Errors", "{count} files of the kind {ending} were left out: they are not read."),
    "encoding-unknown": QT_TRANSLATE_NOOP("Errors", "{name} is no encoding that is read. Say one of: {known}."),
    "file-mended": QT_TRANSLATE_NOOP(
        "Errors",
        "{path}: its text ({encoding}) was in no Unicode or read wrongly; it was brought back, and the bytes are kept.",
    ),
    "file-pictures": QT_TRANSLATE_NOOP(
        "Errors", "{path}: {count} of its pictures were left out; 20 MB of pictures are kept of a page."
    ),
    "file-alike-address": QT_TRANSLATE_NOOP(
        "Errors", "{path}: an article of the same address was there already, {title}; both are kept."
    ),
    "file-alike-text": QT_TRANSLATE_NOOP(
        "Errors", "{path}: an article of nearly the same text was there already, {title}; both are kept."
    ),
    "file-alike-headline": QT_TRANSLATE_NOOP(
        "Errors", "{path}: an article of the same headline was there already, {title}; both are kept."
    ),
    "file-earlier": QT_TRANSLATE_NOOP(
        "Errors",
        "{path}: an article of nearly the same text and a later date was there already, {title}; both are kept.",
    ),
    "file-address": QT_TRANSLATE_NOOP(
        "Errors",
        "{path} is an address, and nothing is fetched from the network. Save the page in your browser, and import that file.",
    ),
    "file-kind": QT_TRANSLATE_NOOP(
        "Errors",
        "{path}: this kind cannot be imported; text, web pages, Word, OpenDocument, RTF, PDF, EPUB, tables, mail, JSON, zip can.",
    ),
    "file-other": QT_TRANSLATE_NOOP(
        "Errors",
        "{path}: this is {what}, which is not read. Save what it says as text (.txt) or as a web page (.html) and import that.",
    ),
    "item-missing": QT_TRANSLATE_NOOP(
        "Errors", "{path}: object {number} was left out: it holds no text (key text, content or body)."
    ),
    "file-keys": QT_TRANSLATE_NOOP(
        "Errors", "{path}: the file holds no article. Each object needs the key text (or content, body)."
    ),
    "folder-empty": QT_TRANSLATE_NOOP(
        "Errors",
        "{path}: the folder holds no file that can be imported (text, web pages, Word, PDF, tables, mail, JSON ...).",
    ),
    "file-list": QT_TRANSLATE_NOOP(
        "Errors",
        "{path}: this page is a list of articles (a front page). Open the article that you want and save its page.",
    ),
    "file-html": QT_TRANSLATE_NOOP("Errors", "{path}: no article text was found in this page."),
    "file-write": QT_TRANSLATE_NOOP("Errors", "{path}: the file cannot be written ({reason}). Choose another place."),
    "file-ours": QT_TRANSLATE_NOOP("Errors", "{path} is the open library itself. Choose another file."),
    "file-library": QT_TRANSLATE_NOOP(
        "Errors",
        "{path} is a library or another database, or belongs to one, and is never written over. Choose another file.",
    ),
    "folder-wanted": QT_TRANSLATE_NOOP(
        "Errors", "{path} is a file, and this format writes a folder. Choose another name."
    ),
    "folder-there": QT_TRANSLATE_NOOP(
        "Errors",
        "{path} is there already. Choose another name, or have an earlier export replaced (--force in a terminal).",
    ),
    "folder-foreign": QT_TRANSLATE_NOOP(
        "Errors", "{path} was not made by an export of Bút Dạ, so nothing in it is replaced. Choose another name."
    ),
    "file-there": QT_TRANSLATE_NOOP(
        "Errors",
        "{path}: there already, and not as Bút Dạ wrote it. Choose another name, or have it replaced (--force in a terminal).",
    ),
    "backup-there": QT_TRANSLATE_NOOP(
        "Errors",
        "{path} is an earlier copy of this library. Choose another name, or have it replaced (--force in a terminal).",
    ),
    "backup-foreign": QT_TRANSLATE_NOOP(
        "Errors",
        "{path} is no earlier copy of this library, and is never written over. Choose another name, or a folder.",
    ),
    "file-taken": QT_TRANSLATE_NOOP(
        "Errors",
        "{path}: there already, and nothing is ever written over there. Choose another name.",
    ),
    "copy-unknown": QT_TRANSLATE_NOOP(
        "Errors",
        "There is no copy {copy} in {folder}.",
    ),
    "folder-taken": QT_TRANSLATE_NOOP("Errors", "{path} holds other files. Name a new folder or an empty one."),
    "article-unknown": QT_TRANSLATE_NOOP("Errors", "There is no article {id}."),
    "article-ambiguous": QT_TRANSLATE_NOOP("Errors", "Several articles begin with {id}: {ids}."),
    "article-damaged": QT_TRANSLATE_NOOP(
        "Errors",
        "The article {id} is damaged in the library ({reason}). `butda check --mend` puts it right, after a copy.",
    ),
    "article-original": QT_TRANSLATE_NOOP("Errors", "The article {id} keeps no original file; it was pasted."),
    "article-picture": QT_TRANSLATE_NOOP("Errors", "The article {id} has no picture {number}; it keeps {count}."),
    "article-untitled": QT_TRANSLATE_NOOP("Errors", "An article needs a title."),
    "article-date": QT_TRANSLATE_NOOP("Errors", "{date} is no date. Write day, month and year, such as 15/6/2019."),
    "annotation-unknown": QT_TRANSLATE_NOOP("Errors", "There is no annotation {id}."),
    "annotation-ambiguous": QT_TRANSLATE_NOOP("Errors", "Several annotations begin with {id}: {ids}."),
    "reread-several": QT_TRANSLATE_NOOP(
        "Errors", "{title}: its file is read as {count} articles now. Import it again, and delete this one."
    ),
    "reread-taken": QT_TRANSLATE_NOOP("Errors", "{title}: this file is that of another article, {other}."),
    "orphan-unknown": QT_TRANSLATE_NOOP("Errors", "No mark {id} waits for its place."),
    "card-field": QT_TRANSLATE_NOOP("Errors", "{field} is no FIELD=VALUE. Fields: {fields}."),
    "undo-none": QT_TRANSLATE_NOOP("Errors", "There is nothing to undo."),
    "redo-none": QT_TRANSLATE_NOOP("Errors", "There is nothing to redo."),
    "annotation-range": QT_TRANSLATE_NOOP(
        "Errors", "{start} to {end} is no stretch of article {id}, which has {length} characters."
    ),
    "annotation-blank": QT_TRANSLATE_NOOP("Errors", "A mark cannot cover white space alone."),
    "cut-nothing": QT_TRANSLATE_NOOP(
        "Errors", "That would leave nothing of the mark, or nothing would be cut out of it: select a part of its words."
    ),
    "relation-unknown": QT_TRANSLATE_NOOP("Errors", "There is no fact {id}."),
    "history-damaged": QT_TRANSLATE_NOOP(
        "Errors", "This step cannot be taken back or done again: its record in the library is damaged ({reason})."
    ),
    "learned-unknown": QT_TRANSLATE_NOOP(
        "Errors", "The library has learned no rule {name}: `butda rules --library LIBRARY` lists them."
    ),
    "list-unknown": QT_TRANSLATE_NOOP("Errors", "There is no list {name}. Lists: {lists}."),
    "list-file": QT_TRANSLATE_NOOP(
        "Errors", "The list {name} is the file {path}: change or delete it there, or switch the list off."
    ),
    "list-damaged": QT_TRANSLATE_NOOP(
        "Errors",
        "The list {name} is damaged in the library ({reason}). `butda check --mend` puts it right, after a copy.",
    ),
    "list-name": QT_TRANSLATE_NOOP("Errors", "{name} is no name of a list: letters, figures, - and _ make one."),
    "label-unknown": QT_TRANSLATE_NOOP("Errors", "There is no label {label}. Labels: {labels}."),
    "label-there": QT_TRANSLATE_NOOP("Errors", "There is a label {label} already."),
    "label-key": QT_TRANSLATE_NOOP("Errors", "The key {key} gives the label {label} already. Choose another key."),
    "label-color": QT_TRANSLATE_NOOP("Errors", "There is no colour {color} for labels. Colours: {colors}."),
    "label-unfit": QT_TRANSLATE_NOOP("Errors", "The label cannot be made so: {key} must be {wanted}."),
    "format-unknown": QT_TRANSLATE_NOOP("Errors", "There is no format {format}. Formats: {formats}."),
    "format-extra": QT_TRANSLATE_NOOP(
        "Errors",
        "The format {format} needs the package {package}, which is not installed here (pip install {package}).",
    ),
    "cluster-extra": QT_TRANSLATE_NOOP(
        "Errors", "Work on a cluster needs Dask, which is not installed here (pip install 'butda[cluster]')."
    ),
    "cluster-gone": QT_TRANSLATE_NOOP(
        "Errors",
        "The cluster {address} is out of reach ({reason}). Look whether it runs and begin again; what is done stays.",
    ),
    "cluster-version": QT_TRANSLATE_NOOP(
        "Errors",
        "The cluster has another detector ({found}; here {known}). Install the same Bút Dạ on its scheduler and workers.",
    ),
    "cluster-other": QT_TRANSLATE_NOOP(
        "Errors",
        "{path} holds something else than parts of this run. Choose a new folder, or the same files and options.",
    ),
    "cluster-block": QT_TRANSLATE_NOOP(
        "Errors",
        "{path}: the block from line {number} killed the workers that read it. Give them more memory and begin again.",
    ),
    "export-verify": QT_TRANSLATE_NOOP(
        "Errors", "{path}: {wrong} of {total} annotations do not match their text after writing. The file was not kept."
    ),
    "line-unfit": QT_TRANSLATE_NOOP("Errors", "{path}: line {number} was left out: {key} must be {wanted}."),
    "line-unknown": QT_TRANSLATE_NOOP(
        "Errors", "{path}: line {number} was left out: {key} must be one of these words: {wanted}."
    ),
    "line-missing": QT_TRANSLATE_NOOP("Errors", "{path}: line {number} was left out: {key} is missing."),
    "line-json": QT_TRANSLATE_NOOP("Errors", "{path}: line {number} was left out: it is not JSON in UTF-8 ({wanted})."),
    "line-long": QT_TRANSLATE_NOOP("Errors", "{path}: line {number} was left out: it is longer than {limit} MB."),
    "file-no-export": QT_TRANSLATE_NOOP(
        "Errors", "{path}: none of its first {number} lines is an article of an export. The others were not read."
    ),
    "detect-older": QT_TRANSLATE_NOOP(
        "Errors",
        "{title} was looked through by a newer detector ({theirs}; this one is {ours}). Install the newer Bút Dạ.",
    ),
    "file-unexpected": QT_TRANSLATE_NOOP(
        "Errors",
        "{path}: an error of the program came up with this file. The others are not concerned; please report it.",
    ),
    "unexpected": QT_TRANSLATE_NOOP(
        "Errors", "An error of the program ended this. What was done before stays; please report it."
    ),
    "detect-line": QT_TRANSLATE_NOOP("Errors", "line {number}: {reason}"),
}
# The phrases of desktop.errors.WANTED, once more too.
WANTED = {
    "whole": QT_TRANSLATE_NOOP("Wanted", "a whole number"),
    "smaller": QT_TRANSLATE_NOOP("Wanted", "a number that is not so great"),
    "number": QT_TRANSLATE_NOOP("Wanted", "a number"),
    "number or null": QT_TRANSLATE_NOOP("Wanted", "a number or null"),
    "text": QT_TRANSLATE_NOOP("Wanted", "a text"),
    "text or null": QT_TRANSLATE_NOOP("Wanted", "a text or null"),
    "value": QT_TRANSLATE_NOOP("Wanted", "a number, a text or null"),
    "boolean": QT_TRANSLATE_NOOP("Wanted", "true or false"),
    "list": QT_TRANSLATE_NOOP("Wanted", "a list"),
    "object": QT_TRANSLATE_NOOP("Wanted", "an object"),
    "line": QT_TRANSLATE_NOOP("Wanted", "start, end and role of a line"),
    "name": QT_TRANSLATE_NOOP("Wanted", "one line of words, not empty and not too long"),
    "own id": QT_TRANSLATE_NOOP("Wanted", "an id that stands only once"),
    "normal": QT_TRANSLATE_NOOP("Wanted", "in normal form (NFC, lines ending with LF), or no offset could be trusted"),
    "date": QT_TRANSLATE_NOOP("Wanted", "a date such as 2019-06-15 or 2019-06-15T09:30"),
    "moment": QT_TRANSLATE_NOOP("Wanted", "a moment such as 2019-06-15T02:30:00Z"),
    "tag": QT_TRANSLATE_NOOP("Wanted", "a word"),
    "cover": QT_TRANSLATE_NOOP("Wanted", "the next line of the text that is not blank, whole"),
    "no line": QT_TRANSLATE_NOOP("Wanted", "left out, for the text has no more lines"),
    "range": QT_TRANSLATE_NOOP("Wanted", "before end, and both inside the text"),
    "probability": QT_TRANSLATE_NOOP("Wanted", "a probability from 0 to 1, or null"),
    "quote": QT_TRANSLATE_NOOP("Wanted", "the words of the text from start to end"),
    "mark": QT_TRANSLATE_NOOP("Wanted", "the id of a mark of the same article"),
    "other mark": QT_TRANSLATE_NOOP("Wanted", "another mark than head"),
    "label": QT_TRANSLATE_NOOP("Wanted", "a label of the scheme"),
    "key": QT_TRANSLATE_NOOP("Wanted", "one key of the keyboard, or empty"),
}
# What desktop.store.library.Store.check returns.
_ASTRAY = re.compile(r"annotation (\S+) lies outside its text")
_OUTSIDE = QT_TRANSLATE_NOOP("Damage", "The mark {0} lies outside the text of its article.")
_FAULTS = {
    "unfit": QT_TRANSLATE_NOOP("Damage", "{0} {1}: {2} must be {3}."),
    "unknown": QT_TRANSLATE_NOOP("Damage", "{0} {1}: {2} must be one of these words: {3}."),
    "missing": QT_TRANSLATE_NOOP("Damage", "{0} {1}: {2} is missing."),
    "json": QT_TRANSLATE_NOOP("Damage", "{0} {1}: {2} is no JSON ({3})."),
}
_ITEMS = {
    "article": QT_TRANSLATE_NOOP("Damage", "Article"),
    "annotation": QT_TRANSLATE_NOOP("Damage", "Mark"),
    "relation": QT_TRANSLATE_NOOP("Damage", "Fact"),
    "label": QT_TRANSLATE_NOOP("Damage", "Label"),
}
_SQLITE = QT_TRANSLATE_NOOP("Damage", "SQLite, which keeps the file, says (in English):")


def sentence(error: KnownError) -> str:
    """Return what is wrong and what to do."""
    said = worded(error.parameters, _wanted)
    return QCoreApplication.translate("Errors", SENTENCES[error.kind]).format(**said)


def _wanted(key: str, otherwise: str) -> str:
    return QCoreApplication.translate("Wanted", WANTED[key]) if key in WANTED else otherwise


def damage(wrong: Sequence[str]) -> str:
    """Return the report of a check: what is wrong in the library in words, and what SQLite says as it says it, so named."""
    ours = [_fault(line) for line in wrong]
    rows = [line for line in ours if line is not None]
    foreign = [line for line, found in zip(wrong, ours, strict=True) if found is None]
    if foreign:
        rows += [QCoreApplication.translate("Damage", _SQLITE), *foreign]
    return "\n".join(rows)


def _fault(line: str) -> str | None:
    """Return a line of a check in words; None for what SQLite says."""
    astray = _ASTRAY.fullmatch(line)
    if astray:
        return QCoreApplication.translate("Damage", _OUTSIDE).format(astray[1])
    from desktop.store.soundness import Fault  # loads what checks a library: only where one was checked

    if not isinstance(line, Fault):
        return None
    item = QCoreApplication.translate("Damage", _ITEMS[line.table])
    wanted = _wanted(line.unfit.wanted, line.unfit.wanted)
    return QCoreApplication.translate("Damage", _FAULTS[line.unfit.kind]).format(item, line.id, line.unfit.key, wanted)
