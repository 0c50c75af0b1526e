"""The open library: reads, edits, detection, background tasks; QtCore only."""
