"""The rules in the open: for who checks with what we calculate."""
