"""Text: cleaned for a terminal, measured in cells, folded for comparison, in sentences."""
