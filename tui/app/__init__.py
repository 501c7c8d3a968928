"""The Textual app: screens, widgets, and the keys that run commands."""
