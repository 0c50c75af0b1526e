"""Small parts that know no library."""
