"""The reader's shelf of briefings, and what is remembered for them."""
