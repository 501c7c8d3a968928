"""Reading together: one presents, others follow."""
