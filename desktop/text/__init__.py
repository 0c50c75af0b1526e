"""Text as Bút Dạ holds it: normal form, lines, words, numbers, dates, folding, offsets."""
