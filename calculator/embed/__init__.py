"""Pages of the site within the pages of partners: which, whose, and with whose colours."""
