"""A session of reading: where the reader is, and what each command does there."""
