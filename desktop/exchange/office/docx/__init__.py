"""What a package of Word (.docx) is made of beside its paragraphs."""
