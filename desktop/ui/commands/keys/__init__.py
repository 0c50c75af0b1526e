"""The keys of the menus: as they are, and as a person has them otherwise."""
