"""The pane of labels, entities and marks."""
