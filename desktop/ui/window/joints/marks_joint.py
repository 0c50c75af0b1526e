"""Legend and marks at the side, and what floats over the page to mark with."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from desktop.settings import Settings
from desktop.ui.controls.label_menu_keys import LabelKeys
from desktop.ui.window.joints.joint import Joint


class MarksJoint(Joint):
    """Lets legend, list and tools follow the marks of the open article and the label scheme."""

    def fill(self, settings: Settings) -> None:
        """Show the library's scheme, with the labels that were used last on the bar."""
        parts, article = self._parts, self._article
        menus = parts.frame.acts.menus
        LabelKeys(self).give_to(menus["label"], menus["label_all"], parts.tools.more)
        self._show_scheme()
        parts.tools.bar.set_labels(article.labels, settings.labels)
        parts.side.setCurrentIndex(settings.side)
        parts.marks.model.related, parts.marks.ties = article.related, article.ties
        parts.legend.set_hidden(article.hidden)

    def join(self) -> None:
        """Join legend, list and tools with the commands over marks and notes, and with the open article."""
        self._join_wishes()
        article = self._article
        article.left.connect(self._parts.tools.note.save)
        article.opened.connect(self._show_article)
        article.changed.connect(self._follow)
        article.selected_changed.connect(self._on.marks.follow_selected)
        article.hidden_changed.connect(self._parts.legend.set_hidden)
        article.scheme_changed.connect(self._follow_scheme)

    def _join_wishes(self) -> None:
        parts, on_marks, on_notes, acts = self._parts, self._on.marks, self._on.notes, self._parts.frame.acts
        marks, legend, tools = parts.marks, parts.legend, parts.tools
        acts.connect("go_legend", self._focus_legend)
        acts.connect("go_marks", self._focus_marks)
        legend.label_chosen.connect(on_marks.give_label)
        legend.hidden_changed.connect(self._article.hide)
        marks.chosen.connect(on_marks.go_to)
        marks.accept_requested.connect(on_marks.accept_these)
        marks.reject_requested.connect(on_marks.reject_these)
        marks.delete_requested.connect(on_marks.delete_these)
        marks.relabel_requested.connect(on_marks.relabel)
        marks.facts.accept_requested.connect(on_marks.accept_facts)
        marks.facts.reject_requested.connect(on_marks.reject_facts)
        marks.menu_requested.connect(on_marks.show_list_menu)
        marks.left.connect(parts.reader.setFocus)
        tools.bar.label_chosen.connect(on_marks.give_from_bar)
        tools.handles.resize_requested.connect(self._library.edits.resize)
        tools.note.drafted.connect(on_notes.keep)
        tools.note.written.connect(on_notes.save)
        tools.note.given_up.connect(self._library.drafts.drop)

    def show(self) -> None:
        """Show the marks of the open article."""
        self._show_article()

    def remembered(self, settings: Settings) -> Settings:
        """Return settings with what the side shows, and the labels on the bar."""
        parts, hidden = self._parts, tuple(sorted(self._article.hidden))
        return replace(settings, hidden=hidden, labels=parts.tools.bar.recent, side=parts.side.currentIndex())

    def _show_article(self) -> None:
        self._parts.legend.set_annotations(self._article.annotations)
        self._on.marks.follow()
        self._on.notes.give_back_soon()

    def _follow(self) -> None:
        self._parts.legend.set_annotations(self._article.annotations)
        self._on.marks.follow()
        self._on.notes.follow()

    def _follow_scheme(self) -> None:
        self._show_scheme()
        if self._article.id is not None:
            self._on.marks.follow()

    def _show_scheme(self) -> None:
        labels, tools = self._article.labels, self._parts.tools
        self._parts.legend.set_labels(labels)
        self._on.marks.fill_labels()
        tools.bar.set_labels(labels, tools.bar.recent)
        self._parts.legend.set_annotations(self._article.annotations)

    def _focus_legend(self) -> None:
        side, legend = self._parts.side, self._parts.legend
        side.setCurrentWidget(legend)
        legend.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not legend.hasFocus():
            legend.focusNextChild()

    def _focus_marks(self) -> None:
        self._parts.side.setCurrentWidget(self._parts.marks)
        self._parts.marks.focus_list()
