"""Names of bodies: heads, tails, kinds, firms, teams."""
