"""The care of a library: what is wrong in it is put right."""
