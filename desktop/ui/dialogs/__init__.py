"""Values in, wishes out."""
