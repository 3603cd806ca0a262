"""Rights, duties and warnings as people read them, and what goes home with them."""
