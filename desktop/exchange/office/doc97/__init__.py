"""The structures of a document of Word 97 to 2003."""
