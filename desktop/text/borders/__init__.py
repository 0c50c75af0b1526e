"""What crosses the border of the program: dates and model values as others write them, words as a terminal may show them."""
