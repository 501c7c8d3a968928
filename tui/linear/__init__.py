"""The reader without a screen: one line of output for each answer."""
