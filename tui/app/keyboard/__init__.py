"""Keys: what each gives where, and what a file of one's own makes of them."""
