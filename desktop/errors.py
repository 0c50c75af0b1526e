"""The errors a person can do something about: a kind and its parameters, worded by `ui` and `cli`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

# One sentence a kind: what is wrong, what to do. The window translates the same kinds in ui/words/error_words.py.
SENTENCES = {
    "library-locked": "The library {path} is open in another window or command. Close it there and try again.",
    "library-newer": "The library {path} was made by a newer Bút Dạ (schema {found}, this one knows {known}). Install the newer version.",
    "library-older": "The library {path} was made by an older Bút Dạ. Open it once in the window, which brings it up to date.",
    "library-damaged": "The library {path} is damaged ({reason}). Bring back one of the copies in {backups} (butda restore in a terminal).",
    "library-foreign": "{path} is not a Bút Dạ library. Choose another file; nothing was written to it.",
    "library-place": "The library {path} cannot be opened or made there ({reason}). Choose a folder you may write to.",
    "library-full": "There is no space left for the library {path}. Nothing of the last action was kept; free some space and try again.",
    "library-readonly": "The library {path} cannot be written. Change its permissions or choose another place.",
    "library-unlockable": "The library {path} lies where no file can be locked, so two programs could write it at once. Move it.",
    "library-gone": "The library {path} was moved, deleted or replaced while it was open; the last action was not kept. "
    "All before it is saved in {copy}.",
    "library-missing": "There is no library {path}. Import something into it first, or name another.",
    "library-other-name": "The library {path} is open, or was left unfinished, under another name of the same file. Use that name.",
    "library-log-gone": "The log of the library {path} was removed or replaced while it was open; the last action was not kept. "
    "All before it is saved in {copy}: open that.",
    "library-lost": "The library {path} was moved or its log removed while it was open, and no copy could be saved ({reason}). "
    "Free some space and try again before you close it.",
    "file-missing": "{path}: there is no such file.",
    "file-unreadable": "{path}: the file cannot be read ({reason}).",
    "file-empty": "{path}: the file holds no text.",
    "file-binary": "{path}: this is not a text file.",
    "file-large": "{path}: the file is larger than {limit} MB; split it first.",
    "file-encoding": "{path}: its character encoding was not recognised. Save it as Unicode (UTF-8) from a program that shows it right.",
    "file-broken": "{path}: {count} letters of its text are lost (�). Import another copy of it, in which they are whole.",
    "split-shares": "{given} deals out nothing. Name two shares or more, such as 80,10,10.",
    "marks-kind": "{path}: nothing tells which program set its marks. Name the format: {formats}.",
    "marks-broken": "{path}: its marks cannot be read as {format} ({reason}). Nothing was brought in.",
    "labels-mapping": "{given} is no pair of labels, such as PER=PERSON.",
    "bundle-broken": "{path}: this bundle is not as it was packed ({reason}). Have it sent again.",
    "file-locked": "{path}: a password is wanted to read it. Save a copy without one, and import that.",
    "file-scan": "{path}: its pages are pictures without a text layer. Have its text recognized (OCR) and import the result.",
    "table-columns": "{path}: no column holds the text of articles ({columns}). Say which: --map text=COLUMN,title=COLUMN in a terminal.",
    "columns-unknown": "{said} is no PART=COLUMN. Parts: {parts}.",
    "member-path": "{path}: left out, since its name points outside the archive.",
    "file-bomb": "{path}: it unpacks to more than {limit} MB, or holds archives inside archives. Unpack it yourself and import the folder.",
    "files-left": "{count} files of the kind {ending} were left out: they are not read.",
    "encoding-unknown": "{name} is no encoding that is read. Say one of: {known}.",
    "file-mended": "{path}: its text ({encoding}) was in no Unicode or read wrongly; it was brought back, and the bytes are kept.",
    "file-pictures": "{path}: {count} of its pictures were left out; 20 MB of pictures are kept of a page.",
    "file-alike-address": "{path}: an article of the same address was there already, {title}; both are kept.",
    "file-alike-text": "{path}: an article of nearly the same text was there already, {title}; both are kept.",
    "file-alike-headline": "{path}: an article of the same headline was there already, {title}; both are kept.",
    "file-earlier": "{path}: an article of nearly the same text and a later date was there already, {title}; both are kept.",
    "file-address": "{path} is an address, and nothing is fetched from the network. Save the page in your browser, and import that file.",
    "file-kind": "{path}: this kind cannot be imported; text, web pages, Word, OpenDocument, RTF, PDF, EPUB, tables, mail, JSON, zip can.",
    "file-other": "{path}: this is {what}, which is not read. Save what it says as text (.txt) or as a web page (.html) and import that.",
    "item-missing": "{path}: object {number} was left out: it holds no text (key text, content or body).",
    "file-keys": "{path}: the file holds no article. Each object needs the key text (or content, body).",
    "folder-empty": "{path}: the folder holds no file that can be imported (text, web pages, Word, PDF, tables, mail, JSON ...).",
    "file-list": "{path}: this page is a list of articles (a front page). Open the article that you want and save its page.",
    "file-html": "{path}: no article text was found in this page.",
    "file-write": "{path}: the file cannot be written ({reason}). Choose another place.",
    "file-ours": "{path} is the open library itself. Choose another file.",
    "file-library": "{path} is a library or another database, or belongs to one, and is never written over. Choose another file.",
    "folder-wanted": "{path} is a file, and this format writes a folder. Choose another name.",
    "folder-there": "{path} is there already. Choose another name, or have an earlier export replaced (--force in a terminal).",
    "folder-foreign": "{path} was not made by an export of Bút Dạ, so nothing in it is replaced. Choose another name.",
    "file-there": "{path}: there already, and not as Bút Dạ wrote it. Choose another name, or have it replaced (--force in a terminal).",
    "backup-there": "{path} is an earlier copy of this library. Choose another name, or have it replaced (--force in a terminal).",
    "backup-foreign": "{path} is no earlier copy of this library, and is never written over. Choose another name, or a folder.",
    "file-taken": "{path}: there already, and nothing is ever written over there. Choose another name.",
    "copy-unknown": "There is no copy {copy} in {folder}.",
    "folder-taken": "{path} holds other files. Name a new folder or an empty one.",
    "article-unknown": "There is no article {id}.",
    "article-ambiguous": "Several articles begin with {id}: {ids}.",
    "article-damaged": "The article {id} is damaged in the library ({reason}). `butda check --mend` puts it right, after a copy.",
    "article-original": "The article {id} keeps no original file; it was pasted.",
    "article-picture": "The article {id} has no picture {number}; it keeps {count}.",
    "article-untitled": "An article needs a title.",
    "article-date": "{date} is no date. Write day, month and year, such as 15/6/2019.",
    "annotation-unknown": "There is no annotation {id}.",
    "annotation-ambiguous": "Several annotations begin with {id}: {ids}.",
    "reread-several": "{title}: its file is read as {count} articles now. Import it again, and delete this one.",
    "reread-taken": "{title}: this file is that of another article, {other}.",
    "orphan-unknown": "No mark {id} waits for its place.",
    "card-field": "{field} is no FIELD=VALUE. Fields: {fields}.",
    "undo-none": "There is nothing to undo.",
    "redo-none": "There is nothing to redo.",
    "annotation-range": "{start} to {end} is no stretch of article {id}, which has {length} characters.",
    "annotation-blank": "A mark cannot cover white space alone.",
    "cut-nothing": "That would leave nothing of the mark, or nothing would be cut out of it: select a part of its words.",
    "relation-unknown": "There is no fact {id}.",
    "history-damaged": "This step cannot be taken back or done again: its record in the library is damaged ({reason}).",
    "label-unknown": "There is no label {label}. Labels: {labels}.",
    "learned-unknown": "The library has learned no rule {name}: `butda rules --library LIBRARY` lists them.",
    "list-unknown": "There is no list {name}. Lists: {lists}.",
    "list-file": "The list {name} is the file {path}: change or delete it there, or switch the list off.",
    "list-damaged": "The list {name} is damaged in the library ({reason}). `butda check --mend` puts it right, after a copy.",
    "list-name": "{name} is no name of a list: letters, figures, - and _ make one.",
    "label-there": "There is a label {label} already.",
    "label-key": "The key {key} gives the label {label} already. Choose another key.",
    "label-color": "There is no colour {color} for labels. Colours: {colors}.",
    "label-unfit": "The label cannot be made so: {key} must be {wanted}.",
    "format-unknown": "There is no format {format}. Formats: {formats}.",
    "format-extra": "The format {format} needs the package {package}, which is not installed here (pip install {package}).",
    "cluster-extra": "Work on a cluster needs Dask, which is not installed here (pip install 'butda[cluster]').",
    "cluster-gone": "The cluster {address} is out of reach ({reason}). Look whether it runs and begin again; what is done stays.",
    "cluster-version": "The cluster has another detector ({found}; here {known}). Install the same Bút Dạ on its scheduler and workers.",
    "cluster-other": "{path} holds something else than parts of this run. Choose a new folder, or the same files and options.",
    "cluster-block": "{path}: the block from line {number} killed the workers that read it. Give them more memory and begin again.",
    "export-verify": "{path}: {wrong} of {total} annotations do not match their text after writing. The file was not kept.",
    "file-unexpected": "{path}: an error of the program came up with this file. The others are not concerned; please report it.",
    "unexpected": "An error of the program ended this. What was done before stays; please report it.",
    "line-unfit": "{path}: line {number} was left out: {key} must be {wanted}.",
    "line-unknown": "{path}: line {number} was left out: {key} must be one of these words: {wanted}.",
    "line-missing": "{path}: line {number} was left out: {key} is missing.",
    "line-json": "{path}: line {number} was left out: it is not JSON in UTF-8 ({wanted}).",
    "line-long": "{path}: line {number} was left out: it is longer than {limit} MB.",
    "file-no-export": "{path}: none of its first {number} lines is an article of an export. The others were not read.",
    "detect-older": "{title} was looked through by a newer detector ({theirs}; this one is {ours}). Install the newer Bút Dạ.",
    "detect-line": "line {number}: {reason}",
}

# What a boundary wants of a value that it refuses: `wanted` of the sentences above. The window translates these too.
WANTED = {
    "whole": "a whole number",
    "smaller": "a number that is not so great",
    "number": "a number",
    "number or null": "a number or null",
    "text": "a text",
    "text or null": "a text or null",
    "value": "a number, a text or null",
    "boolean": "true or false",
    "list": "a list",
    "object": "an object",
    "line": "start, end and role of a line",
    "name": "one line of words, not empty and not too long",
    "own id": "an id that stands only once",
    "normal": "in normal form (NFC, lines ending with LF), or no offset could be trusted",
    "date": "a date such as 2019-06-15 or 2019-06-15T09:30",
    "moment": "a moment such as 2019-06-15T02:30:00Z",
    "tag": "a word",
    "cover": "the next line of the text that is not blank, whole",
    "no line": "left out, for the text has no more lines",
    "range": "before end, and both inside the text",
    "probability": "a probability from 0 to 1, or null",
    "quote": "the words of the text from start to end",
    "mark": "the id of a mark of the same article",
    "other mark": "another mark than head",
    "label": "a label of the scheme",
    "key": "one key of the keyboard, or empty",
}


class KnownError(Exception):
    """Something a person can mend. `kind` is a key of SENTENCES, `parameters` fill its sentence."""

    def __init__(self, kind: str, **parameters: object) -> None:
        super().__init__(kind)
        self.kind = kind
        self.parameters = parameters

    def __str__(self) -> str:
        return SENTENCES[self.kind].format(**worded(self.parameters, WANTED.get))


def worded(parameters: Mapping[str, object], phrase: Callable[[str, str], str]) -> dict[str, object]:
    """Return an error's parameters with what is wanted in words; `phrase` gives those of a key of WANTED, or what it is given second."""
    if "wanted" not in parameters:
        return dict(parameters)
    wanted = str(parameters["wanted"])
    return {**parameters, "wanted": phrase(wanted, wanted)}


class Stopped(Exception):  # noqa: N818  # it is no error
    """A person stopped what went on; nothing is wrong, and nothing is to be told."""


class LibraryError(KnownError):
    """The library cannot be opened or written."""


class ImportFileError(KnownError):
    """A file cannot be imported."""


class ExportError(KnownError):
    """A file cannot be written or does not verify."""


class RequestError(KnownError):
    """What was asked for does not exist or makes no sense."""
