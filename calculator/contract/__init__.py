"""JSON in, JSON out: what the API, the command line and the form speak."""
