"""Vietnamese: its pages, times, figures, names, papers and facts."""
