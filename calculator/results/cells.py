"""What the tables of the results are made of."""

from dataclasses import dataclass


@dataclass
class Cell:
    """One amount of a table as text; ``known`` False where it isn't known."""

    text: str
    known: bool = True
