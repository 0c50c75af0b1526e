"""All that is said on the screen: errors, states, values, names of labels; no widget."""
