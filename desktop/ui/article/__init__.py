"""What lies open, without a widget; QtCore only."""
