"""What drives a window without a person."""
