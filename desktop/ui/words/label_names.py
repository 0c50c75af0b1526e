"""What a label is called, and what is said of it, in the language of the window."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.model import Label


def label_name(label: Label, language: str) -> str:
    """Return a label's name in a language (vi, en)."""
    return label.vi if language == "vi" else label.en


def name_in(labels: Mapping[str, Label], name: str, language: str) -> str:
    """Return what the label of this name is called; a label that is not in the scheme goes by its name."""
    label = labels.get(name)
    return label_name(label, language) if label is not None else name


def label_guideline(label: Label, language: str) -> str:
    """Return what a label is given to, in a language."""
    return label.guideline_vi if language == "vi" else label.guideline_en
