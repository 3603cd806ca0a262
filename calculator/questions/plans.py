"""Plans put beside each other and taken away again, in the answers as they were sent."""

from django.http import QueryDict

from calculator.rules.situation import MAX_PLANS


def plan_count(data: QueryDict) -> int:
    """How many plans the answers are about; one where that isn't said."""
    said = data.get("plans", "")
    return int(said) if said in {str(count) for count in range(1, MAX_PLANS + 1)} else 1


def add_plan(data: QueryDict, like: int | None = None) -> int | None:
    """Put a plan beside the others, with the answers of ``like``, to change what is different.

    ``like``: the place of a plan; the last one where it isn't said. Gives the place of the new
    plan; None where there are as many as can be compared.
    """
    count = plan_count(data)
    if count == MAX_PLANS:
        return None
    _clear(data, count)
    _copy(data, count - 1 if like is None else like, count)
    data["plans"] = str(count + 1)
    return count


def remove_plan(data: QueryDict, place: int) -> None:
    """Take a plan away; those after it move up. The last one that is left stays."""
    count = plan_count(data)
    if count == 1 or place >= count:
        return
    for later in range(place + 1, count):
        _clear(data, later - 1)
        _copy(data, later, later - 1)
    _clear(data, count - 1)
    data["plans"] = str(count - 1)


def _copy(data: QueryDict, source: int, target: int) -> None:
    for name in [name for name in data if name.startswith(f"plan{source}_")]:
        data.setlist(name.replace(f"plan{source}_", f"plan{target}_", 1), data.getlist(name))


def _clear(data: QueryDict, place: int) -> None:
    for name in [name for name in data if name.startswith(f"plan{place}_")]:
        del data[name]
