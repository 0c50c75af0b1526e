"""What is settled once all rules have read: nesting, the model of names, keys of entities."""
