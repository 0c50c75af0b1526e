"""What ties an article's marks together, in words: `giữ chức: Bí thư Tỉnh ủy`, `cơ quan ban hành: Bộ Công Thương`.

No Qt, so that a test is a table.
"""

from __future__ import annotations

from collections.abc import Iterable

from desktop.model import Annotation, AnnotationId, Relation, Status

# A kind of relation -> language -> what is said at its head, and at its tail. The ends are those of the label scheme:
# person and title, title and body, paper and body, paper and day, figure and place, figure and day.
KINDS: dict[str, dict[str, tuple[str, str]]] = {
    "office_held": {"vi": ("giữ chức", "người giữ chức"), "en": ("holds the office", "held by")},
    "office_of": {"vi": ("chức vụ ở", "có chức vụ"), "en": ("office of", "has the office")},
    "issued_by": {"vi": ("nơi ban hành", "đã ban hành"), "en": ("issued by", "has issued")},
    "issued_on": {"vi": ("ngày ban hành", "ngày ban hành của"), "en": ("issued on", "day of issue of")},
    "counted_at": {"vi": ("số liệu của", "có số liệu"), "en": ("counted at", "has the figure")},
    "counted_on": {"vi": ("số liệu vào", "thời điểm của số liệu"), "en": ("counted on", "time of the figure")},
}
_QUOTE = 80  # code points; a longer quote is cut at its end


class Related:
    """The relations of one article, found by the marks they tie; what a person rejected ties nothing."""

    def __init__(self, relations: Iterable[Relation], annotations: Iterable[Annotation], text: str) -> None:
        """`annotations` and `text` are the article's."""
        self._text = text
        self._marks = {each.id: each for each in annotations if each.status is not Status.REJECTED}
        self._ties: dict[AnnotationId, list[tuple[str, int, AnnotationId]]] = {}
        for each in relations:
            if each.status is not Status.REJECTED and each.head in self._marks and each.tail in self._marks:
                self._ties.setdefault(each.head, []).append((each.kind, 0, each.tail))
                self._ties.setdefault(each.tail, []).append((each.kind, 1, each.head))

    def of(self, annotation: str, language: str) -> list[str]:
        """Return what ties a mark to others, one line a relation, in the order of the others in the text; `language` is vi or en."""
        ties = self._ties.get(AnnotationId(annotation), ())
        order = sorted(ties, key=lambda tie: (tie[1], self._marks[tie[2]].start, tie[0]))
        return list(dict.fromkeys(self._line(kind, end, other, language) for kind, end, other in order))

    def _line(self, kind: str, end: int, other: AnnotationId, language: str) -> str:
        said = KINDS.get(kind, {}).get(language)
        return f"{said[end] if said else kind}: {self._quote(self._marks[other])}"

    def _quote(self, mark: Annotation) -> str:
        quote = " ".join(self._text[mark.start : min(mark.end, mark.start + _QUOTE)].split())
        return quote if mark.end - mark.start <= _QUOTE else f"{quote} …"
