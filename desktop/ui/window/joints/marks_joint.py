"""The marks at the side, and what floats over the page to mark with."""

from __future__ import annotations

from dataclasses import replace

from desktop.settings import Settings
from desktop.ui.controls.label_menu_keys import LabelKeys
from desktop.ui.window.joints.joint import Joint


class MarksJoint(Joint):
    """Lets the pane of marks and the tools follow the marks of the open article and the label scheme."""

    def fill(self, settings: Settings) -> None:
        """Show the library's scheme, with the labels that were used last on the bar."""
        parts, article = self._parts, self._article
        menus = parts.frame.acts.menus
        LabelKeys(self).give_to(menus["label"], menus["label_all"], parts.tools.more)
        self._show_scheme()
        parts.tools.bar.set_labels(article.labels, settings.labels)
        self._on.shape.show_bar(settings.bar)
        parts.marks.model.person = self._library.edits.by
        parts.marks.show_tree(settings.side == 0)
        parts.marks.model.related, parts.marks.ties = article.related, article.ties
        parts.marks.set_hidden(article.hidden)

    def join(self) -> None:
        """Join pane and tools with the commands over marks and notes, and with the open article."""
        self._join_wishes()
        article = self._article
        article.left.connect(self._parts.tools.note.save)
        article.opened.connect(self._show_article)
        article.changed.connect(self._follow)
        article.selected_changed.connect(self._on.marks.follow_selected)
        article.hidden_changed.connect(self._parts.marks.set_hidden)
        article.scheme_changed.connect(self._follow_scheme)

    def _join_wishes(self) -> None:
        parts, on_marks, on_notes, acts = self._parts, self._on.marks, self._on.notes, self._parts.frame.acts
        marks, tools = parts.marks, parts.tools
        acts.connect("go_legend", self._focus_legend)
        acts.connect("go_marks", self._focus_marks)
        marks.label_chosen.connect(on_marks.give_label)
        marks.hidden_changed.connect(self._article.hide)
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
        tools.pen.used.connect(on_marks.annotate)
        parts.reader.keys.activate_requested.connect(self._on.shape.activate)
        self._article.active_changed.connect(self._on.shape.show_active)
        tools.note.drafted.connect(on_notes.keep)
        tools.note.written.connect(on_notes.save)
        tools.note.given_up.connect(self._library.drafts.drop)

    def show(self) -> None:
        """Show the marks of the open article."""
        self._show_article()
        self._on.shape.show_active()

    def remembered(self, settings: Settings) -> Settings:
        """Return settings with what the side shows, and the labels on the bar."""
        parts, hidden = self._parts, tuple(sorted(self._article.hidden))
        return replace(
            settings,
            hidden=hidden,
            labels=parts.tools.bar.recent,
            bar=parts.tools.by_itself,
            side=0 if parts.marks.filter.is_tree else 1,
        )

    def _show_article(self) -> None:
        self._on.marks.follow()
        self._on.notes.give_back_soon()

    def _follow(self) -> None:
        self._on.marks.follow()
        self._on.notes.follow()

    def _follow_scheme(self) -> None:
        self._show_scheme()
        if self._article.id is not None:
            self._on.marks.follow()

    def _show_scheme(self) -> None:
        labels, tools = self._article.labels, self._parts.tools
        self._on.marks.fill_labels()
        tools.bar.set_labels(labels, tools.bar.recent)

    def _focus_legend(self) -> None:
        self._parts.marks.show_tree(True)
        self._parts.marks.focus_list()

    def _focus_marks(self) -> None:
        self._parts.marks.show_tree(False)
        self._parts.marks.focus_list()
