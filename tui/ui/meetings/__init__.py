"""A meeting on the screen: its agenda item by item, its clock, what was shown."""
