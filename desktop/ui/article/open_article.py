"""The article that lies open: what the page, the legend and the status bar show of it, and what a person does to its marks."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.model import Annotation, Article, ArticleId, Label, Status
from desktop.ui.library.workspace import Workspace
from desktop.ui.marks.legend import Legend
from desktop.ui.page.reader import Reader
from desktop.ui.window.status_bar import StatusBar
from desktop.ui.words.fact_words import Related, Tie


class Desk(QObject):
    """Joins one workspace to the widgets that show the open article; they read again whatever the workspace says has changed."""

    left = Signal(str)  # id of the article that lies open no longer in a moment
    opened = Signal(str)  # id of the article that lies open now; empty: none
    changed = Signal()  # what can be done has changed
    label_given = Signal(str)

    def __init__(
        self, workspace: Workspace, reader: Reader, legend: Legend, status: StatusBar, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._reader, self._legend, self._status = reader, legend, status
        self._article: Article | None = None
        self._annotations: list[Annotation] = []
        self._labels: list[Label] = workspace.labels()
        self._related: Related | None = None  # made when it is first asked for
        reader.set_related(self.related)
        legend.set_labels(self._labels)
        workspace.changed.connect(self.refresh)
        workspace.library_changed.connect(self._look_again)
        reader.annotate_requested.connect(self.annotate)
        reader.relabel_requested.connect(self.relabel)
        reader.accept_requested.connect(self.accept)
        reader.reject_requested.connect(self.reject)
        reader.delete_requested.connect(self.delete)
        legend.label_chosen.connect(self.give_label)
        legend.hidden_changed.connect(reader.set_hidden)

    # What lies open

    @property
    def article(self) -> Article | None:
        """The open article."""
        return self._article

    @property
    def labels(self) -> list[Label]:
        """The label scheme."""
        return self._labels

    @property
    def selected(self) -> Annotation | None:
        """The selected annotation."""
        chosen = self._reader.selected_annotation
        return next((each for each in self._annotations if each.id == chosen), None)

    @property
    def annotations(self) -> list[Annotation]:
        """The open article's annotations, rejected ones too; another list after each change."""
        return self._annotations

    def related(self, annotation: str, language: str) -> list[str]:
        """Return in words what ties a mark of the open article to others, one line a relation."""
        related = self._ties()
        return related.of(annotation, language) if related is not None else []

    def ties(self, annotation: str, language: str) -> list[Tie]:
        """Return the facts that tie a mark of the open article to others, rejected ones too."""
        related = self._ties()
        return related.ties(annotation, language) if related is not None else []

    def _ties(self) -> Related | None:
        if self._article is not None and self._related is None:
            relations = self._workspace.relations(self._article.id)
            self._related = Related(relations, self._annotations, self._article.text)
        return self._related

    @property
    def suggestions(self) -> list[Annotation]:
        """The open article's suggestions."""
        return [each for each in self._annotations if each.status is Status.SUGGESTED]

    def open(self, article_id: str, start: int = 0, end: int = 0) -> None:
        """Open an article at a stretch of its text (code points); an id that is gone opens none."""
        if self._article is None or self._article.id != article_id:
            self._show(self._workspace.article(ArticleId(article_id)) if article_id else None)
        if end > start:
            self._reader.reveal(start, end)

    def refresh(self, article_id: str) -> None:
        """Read again what has changed, if it is what lies open."""
        if self._article is None or self._article.id != article_id:
            return
        article = self._workspace.article(self._article.id)
        if article is None or article.lines != self._article.lines:
            self._show(article)
            return
        self._article = article
        self._read_annotations()
        self._reader.set_annotations(self._annotations)
        self.changed.emit()

    def _show(self, article: Article | None) -> None:
        if self._article is not None and (article is None or article.id != self._article.id):
            self.left.emit(self._article.id)
        self._article = article
        self._read_annotations()
        self._reader.show_article(article, self._annotations, self._labels)
        self.opened.emit(article.id if article else "")
        self.changed.emit()

    def _read_annotations(self) -> None:
        self._annotations = self._workspace.annotations(self._article.id) if self._article else []
        self._related = None
        self._legend.set_annotations(self._annotations)
        self._status.show_state(self._article.state if self._article else None)
        self._status.show_annotations(self._annotations if self._article else None)

    def _look_again(self) -> None:
        """Follow an article that went, or that an import has looked through meanwhile."""
        if self._article is not None:
            article = self._workspace.article(self._article.id)
            if article is None or article.detected != self._article.detected:
                self._show(article)

    # What a person does

    def annotate(self, start: int, end: int, label: str) -> None:
        """Mark a stretch and select the mark."""
        if self._article is not None:
            self._select(self._workspace.annotate(self._article.id, start, end, label))
            self.label_given.emit(label)

    def relabel(self, annotation: str, label: str) -> None:
        """Give a mark another label; it stays selected."""
        self._select(self._workspace.relabel([annotation], label))
        self.label_given.emit(label)

    def give_label(self, label: str) -> None:
        """Give a label to the selected text, or to the selected mark."""
        stretch = self._reader.selected_range()
        if stretch is not None:
            self.annotate(*stretch, label)
        elif self._reader.selected_annotation is not None:
            self.relabel(self._reader.selected_annotation, label)
        self._reader.setFocus()

    def accept(self, annotation: str) -> None:
        """Accept a mark and go on to the next suggestion."""
        self._settle(annotation, accepted=True)

    def reject(self, annotation: str) -> None:
        """Reject a mark and go on to the next suggestion."""
        self._settle(annotation, accepted=False)

    def delete(self, annotation: str) -> None:
        """Delete a mark."""
        self._workspace.delete([annotation])

    def accept_selected(self) -> None:
        """Accept the selected mark."""
        if self.selected is not None:
            self.accept(self.selected.id)

    def reject_selected(self) -> None:
        """Reject the selected mark."""
        if self.selected is not None:
            self.reject(self.selected.id)

    def delete_selected(self) -> None:
        """Delete the selected mark."""
        if self.selected is not None:
            self.delete(self.selected.id)

    def accept_all(self) -> None:
        """Accept all suggestions of the open article as one step."""
        ids = [each.id for each in self.suggestions]
        if ids:
            self._workspace.accept(ids)

    def detect_again(self) -> None:
        """Look through the open article again."""
        if self._article is not None:
            self._workspace.detect_again(self._article.id)

    def _settle(self, annotation: str, accepted: bool) -> None:
        before = next((each for each in self._annotations if each.id == annotation), None)
        (self._workspace.accept if accepted else self._workspace.reject)([annotation])
        if before is not None and before.status is Status.SUGGESTED and self.suggestions:
            self._reader.next_annotation(True, True)

    def _select(self, made: Annotation | None) -> None:
        if made is not None:
            self._reader.select_annotation(made.id)
            self.changed.emit()
