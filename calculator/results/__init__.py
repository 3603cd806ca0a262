"""What the visitor sees of an outcome: the answer, the table, and the reason of every amount."""
