"""The words that values of the model choose from; they stand so in libraries, exports and commands."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a line of a saved page is to its article."""

    HEADLINE = "headline"
    LEAD = "lead"
    BODY = "body"
    CAPTION = "caption"
    BYLINE = "byline"
    DATELINE = "dateline"
    FURNITURE = "furniture"


class Status(StrEnum):
    """What a person has said of an annotation: nothing yet, yes, or no."""

    SUGGESTED = "suggested"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class State(StrEnum):
    """How far a person has come with an article."""

    UNREAD = "unread"
    READING = "reading"
    DONE = "done"


class Origin(StrEnum):
    """From where a field of an article's card comes."""

    LINKED = "ld+json"
    META = "meta"
    PAGE = "page"
    TEXT = "text"
    PERSON = "person"


class Sorting(StrEnum):
    """By what the shelf is sorted."""

    DATE = "date"
    TITLE = "title"
    SOURCE = "source"
    ANNOTATIONS = "annotations"
    REVIEWED = "reviewed"
    STATE = "state"
    TAGS = "tags"
    ADDED = "added"
