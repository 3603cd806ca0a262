"""What the objects that a template shows have in common."""

from typing import Any


class Shown:
    """Something whose parts a template shows.

    A template looks every name up as an item first, and as an attribute where that fails. A page
    does that thousands of times: what answers at once is shown in two thirds of the time.
    """

    __slots__ = ()

    def __getitem__(self, name: str) -> Any:
        """A part by its name."""
        return getattr(self, name)
