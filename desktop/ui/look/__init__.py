"""How all looks: theme, fonts, icons, measures, signs."""
