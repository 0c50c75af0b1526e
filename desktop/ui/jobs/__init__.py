"""What goes on meanwhile: import, detection, turns, care; QtCore only."""
