"""What ties an article's marks together, in words: `giữ chức: Bí thư Tỉnh ủy`, `cơ quan ban hành: Bộ Công Thương`.

No Qt, so that a test is a table.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.model import Annotation, AnnotationId, Relation, RelationId, Status
from desktop.ui.words.quotation import short_quote

# A kind of relation -> language -> what is said at its head, and at its tail. The ends are those of the label scheme:
# person and title, title and body, paper and body, paper and day, figure and place, figure and day.
KINDS: dict[str, dict[str, tuple[str, str]]] = {
    "office_held": {"vi": ("giữ chức", "người giữ chức"), "en": ("holds the office", "held by")},
    "office_of": {"vi": ("thuộc", "có chức vụ"), "en": ("office of", "has the office")},
    "issued_by": {"vi": ("nơi ban hành", "đã ban hành"), "en": ("issued by", "has issued")},
    "issued_on": {"vi": ("ngày ban hành", "ngày ban hành của"), "en": ("issued on", "day of issue of")},
    "counted_in": {"vi": ("số liệu của", "có số liệu"), "en": ("counted in", "has the figure")},
    "counted_on": {"vi": ("số liệu vào", "thời điểm của số liệu"), "en": ("counted on", "time of the figure")},
}
_QUOTE = 80  # code points; a longer quote is cut at its end


@dataclass(frozen=True, slots=True)
class Tie:
    """A fact as it is told at one of its ends: the relations that say the same, in words, and how it stands."""

    ids: tuple[RelationId, ...]
    words: str
    status: Status


class Related:
    """The relations of one article, found by the marks they tie; what a person rejected ties nothing, but is still told as a tie."""

    def __init__(self, relations: Iterable[Relation], annotations: Iterable[Annotation], text: str) -> None:
        """`annotations` and `text` are the article's."""
        self._text = text
        self._marks = {each.id: each for each in annotations if each.status is not Status.REJECTED}
        self._ties: dict[AnnotationId, list[tuple[Relation, int, AnnotationId]]] = {}
        for each in relations:
            if each.head in self._marks and each.tail in self._marks:
                self._ties.setdefault(each.head, []).append((each, 0, each.tail))
                self._ties.setdefault(each.tail, []).append((each, 1, each.head))

    def of(self, annotation: str, language: str) -> list[str]:
        """Return what ties a mark to others, one line a relation, in the order of the others in the text; `language` is vi or en."""
        ties = self.ties(annotation, language)
        return list(dict.fromkeys(tie.words for tie in ties if tie.status is not Status.REJECTED))

    def ties(self, annotation: str, language: str) -> list[Tie]:
        """Return the same as `of` with what a person can settle by it, rejected ones too."""
        ties = self._ties.get(AnnotationId(annotation), ())
        found: dict[tuple[str, Status], list[RelationId]] = {}
        for each, end, other in sorted(ties, key=lambda tie: (tie[1], self._marks[tie[2]].start, tie[0].kind)):
            found.setdefault((self._line(each.kind, end, other, language), each.status), []).append(each.id)
        return [Tie(tuple(ids), words, status) for (words, status), ids in found.items()]

    def _line(self, kind: str, end: int, other: AnnotationId, language: str) -> str:
        said = KINDS.get(kind, {}).get(language)
        return f"{said[end] if said else kind}: {self._quote(self._marks[other])}"

    def _quote(self, mark: Annotation) -> str:
        return short_quote(self._text, mark.start, mark.end, _QUOTE)
