"""Municipalities and their minimum schemes: what visitors read, and the back office behind it."""
