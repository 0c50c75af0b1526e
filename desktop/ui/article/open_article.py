"""The article that lies open in a library: its text, its marks, the label scheme, and the mark that is selected."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.model import Annotation, Article, ArticleId, Changes, Label, Status
from desktop.ui.article.trail import Trail
from desktop.ui.library.workspace import Workspace
from desktop.ui.words.fact_words import Related, Tie


class OpenArticle(QObject):
    """Follows its library, whatever window shows it; each change is told once."""

    left = Signal(str)  # id of the article that lies open no longer in a moment
    opened = Signal(str)  # id of the article that lies open now, or whose lines are others; empty: none
    changed = Signal()  # its marks or what its card says are others
    scheme_changed = Signal()  # the labels are others
    selected_changed = Signal(str)  # id of the selected mark; empty: none
    hidden_changed = Signal(frozenset)  # names of the labels whose marks are not drawn
    active_changed = Signal(str)  # name of the label that is at work; empty: none
    revealed = Signal(int, int)  # a stretch of its text (code points) that is wanted in sight

    def __init__(self, library: Workspace) -> None:
        super().__init__(library)
        self._library = library
        self._article: Article | None = None
        self._annotations: list[Annotation] = []
        self._labels: list[Label] = library.reads.labels()
        self._selected: str | None = None
        self._active = ""
        self._hidden: frozenset[str] = frozenset()
        self._related: Related | None = None  # made when it is first asked for
        self.trail = Trail()  # the places that were left by a jump
        library.changed.connect(self._follow)

    @property
    def article(self) -> Article | None:
        """The open article."""
        return self._article

    @property
    def id(self) -> ArticleId | None:
        """The open article's id."""
        return self._article.id if self._article is not None else None

    @property
    def text(self) -> str:
        """The open article's text; empty: none is open."""
        return self._article.text if self._article is not None else ""

    @property
    def labels(self) -> list[Label]:
        """The label scheme."""
        return self._labels

    @property
    def annotations(self) -> list[Annotation]:
        """The open article's annotations, rejected ones too; another list after each change."""
        return self._annotations

    @property
    def suggestions(self) -> list[Annotation]:
        """The open article's suggestions."""
        return [each for each in self._annotations if each.status is Status.SUGGESTED]

    @property
    def has_suggestions(self) -> bool:
        """Whether the open article has suggestions."""
        return any(each.status is Status.SUGGESTED for each in self._annotations)

    @property
    def selected(self) -> Annotation | None:
        """The selected mark."""
        return self.annotation(self._selected)

    def annotation(self, annotation: str | None) -> Annotation | None:
        """Return an annotation of the open article."""
        return next((each for each in self._annotations if each.id == annotation), None) if annotation else None

    def select(self, annotation: str) -> None:
        """Select a mark; empty: none."""
        chosen = annotation if annotation and self.annotation(annotation) is not None else None
        if chosen != self._selected:
            self._selected = chosen
            self.selected_changed.emit(chosen or "")

    @property
    def active(self) -> str:
        """The name of the label that what is selected next gets at once; empty: none."""
        return self._active

    def activate(self, label: str) -> None:
        """Let a label be at work, or none; the one that is at work rests again."""
        label = "" if label == self._active else label
        if label != self._active:
            self._active = label
            self.active_changed.emit(label)

    @property
    def hidden(self) -> frozenset[str]:
        """The names of the labels whose marks are not drawn."""
        return self._hidden

    def hide(self, labels: frozenset[str]) -> None:
        """Draw no marks of these labels, and those of all others."""
        if labels != self._hidden:
            self._hidden = labels
            self.hidden_changed.emit(labels)

    def related(self, annotation: str, language: str) -> list[str]:
        """Return in words what ties a mark of the open article to others, one line a relation."""
        related = self._ties()
        return related.of(annotation, language) if related is not None else []

    def ties(self, annotation: str, language: str) -> list[Tie]:
        """Return the facts that tie a mark of the open article to others, rejected ones too."""
        related = self._ties()
        return related.ties(annotation, language) if related is not None else []

    def open(self, article: str, start: int = 0, end: int = 0) -> None:
        """Open an article at a stretch of its text (code points); an id that is gone opens none."""
        if self._article is None or self._article.id != article:
            self._show(self._library.reads.article(ArticleId(article)) if article else None)
        if end > start:
            self.revealed.emit(start, end)

    def _follow(self, changes: Changes) -> None:
        if changes.scheme:
            self._read_scheme()
        if changes.shelf:
            self._look_again()
        if self._article is not None and self._article.id in (*changes.cards, *changes.marks):
            self._refresh(self._article)

    def _refresh(self, before: Article) -> None:
        article = self._library.reads.article(before.id)
        if article is None or (article.version, article.lines) != (before.version, before.lines):
            self._show(article)
            return
        self._article = article
        self._read_annotations()
        self.changed.emit()

    def _show(self, article: Article | None) -> None:
        another = self._article is None or article is None or article.id != self._article.id
        if self._article is not None and another:
            self.left.emit(self._article.id)
        if another:
            self.select("")
        self._article = article
        self._read_annotations()
        self.opened.emit(article.id if article else "")

    def _read_annotations(self) -> None:
        self._annotations = self._library.reads.annotations(self._article.id) if self._article else []
        self._related = None
        if self._selected is not None and self.annotation(self._selected) is None:
            self.select("")

    def _read_scheme(self) -> None:
        self._labels = self._library.reads.labels()
        if self._active and self._active not in {label.name for label in self._labels}:
            self.activate("")
        self.scheme_changed.emit()

    def _look_again(self) -> None:
        """Follow an article that went, or that an import has looked through meanwhile."""
        if self._article is not None:
            article = self._library.reads.article(self._article.id)
            if article is None or article.detected != self._article.detected:
                self._show(article)

    def _ties(self) -> Related | None:
        if self._article is not None and self._related is None:
            relations = self._library.reads.relations(self._article.id)
            self._related = Related(relations, self._annotations, self._article.text)
        return self._related
