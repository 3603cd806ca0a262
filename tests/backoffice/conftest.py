"""Two editors of Utrecht, one of Rotterdam, the editorial office, and a scheme of Utrecht."""

import pytest
from django.contrib.auth.models import User

from calculator.municipalities.models import MunicipalScheme
from tests.municipalities.records import PASSWORD, ROTTERDAM, UTRECHT, add, editor


@pytest.fixture
def anna() -> User:
    """An editor of Utrecht."""
    return editor("anna")


@pytest.fixture
def bram() -> User:
    """Her colleague."""
    return editor("bram")


@pytest.fixture
def roos() -> User:
    """An editor of Rotterdam."""
    return editor("roos", ROTTERDAM)


@pytest.fixture
def office() -> User:
    """The editorial office."""
    return User.objects.create_superuser("redactie", "", PASSWORD)


@pytest.fixture
def scheme() -> MunicipalScheme:
    """The individuele inkomenstoeslag of Utrecht, on the site."""
    return add(UTRECHT)
