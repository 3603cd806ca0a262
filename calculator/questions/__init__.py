"""The form: which questions there are, in which order, and when each is asked."""
