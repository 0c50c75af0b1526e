"""Search titles, texts and notes through two folded indexes: `tones` for words typed with marks, `bare` for the others."""
