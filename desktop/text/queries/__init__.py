"""What a person asks for in one line: how it is written, and which places of a text it means."""
