"""What carries out the actions, one module a family."""
