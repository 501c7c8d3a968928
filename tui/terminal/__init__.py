"""Terminal access: capabilities, cell differences, the Textual driver and the clipboard."""
