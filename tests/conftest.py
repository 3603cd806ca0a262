"""What all tests share: how hypothesis looks for examples."""

from datetime import date
from pathlib import Path

import pytest
from django.utils import translation
from hypothesis import HealthCheck, settings

LAW = Path(__file__).parent / "rules"

# Modest, so that the whole suite stays fast; no deadline, for a busy machine is no defect. The
# same examples every time: a red test must be the work of the change that made it red.
settings.register_profile(
    "house",
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("house")


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> date:
    """Every test is run on this day: what is right then stays right when the rules change."""
    day = date(2026, 11, 22)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args, **kwargs: day)
    return day


@pytest.fixture(autouse=True)
def dutch() -> None:
    """A request leaves its language behind in the thread; every test starts in Dutch."""
    translation.activate("nl")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Pages and windows read the schemes of a municipality; the law itself needs no database."""
    for item in items:
        if LAW not in item.path.parents and item.get_closest_marker("django_db") is None:
            item.add_marker(pytest.mark.django_db)
