"""What a library marks by, beside its labels."""
