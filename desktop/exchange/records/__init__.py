"""Records of the articles and of what they speak of: citations, the archive's register, people and bodies."""
