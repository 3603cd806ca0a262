"""Two editors at the same moment, on a database with real connections: the second is told."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.contrib.auth.models import User
from django.db import connection

from calculator.backoffice import editing
from calculator.municipalities.models import MunicipalScheme, Version

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor == "sqlite", reason="an in-memory database has one connection"
    ),
]
EDITORS = 4


def at_once(work):
    """The outcomes of the same work by every editor, started together."""
    start = Barrier(EDITORS)
    users = [User.objects.create_user(f"editor{place}") for place in range(EDITORS)]

    def run(user):
        try:
            start.wait(timeout=10)
            return work(user)
        finally:
            connection.close()

    with ThreadPoolExecutor(EDITORS) as pool:
        return list(pool.map(run, users))


@pytest.fixture
def draft():
    """A draft of a scheme of Utrecht that has been looked at."""
    scheme = MunicipalScheme.objects.create(
        municipality_id="0344", code="pas", kind=MunicipalScheme.Kind.MEEDOEN
    )
    return Version.objects.create(
        scheme=scheme, number=1, name="Pas", source="-", checked_on="2026-11-22", checked_by="-"
    )


def test_only_one_of_those_who_save_at_once_has_saved(draft):
    assert sorted(at_once(lambda user: editing.claim(draft, 1, user))) == [False] * 3 + [True]
    draft.refresh_from_db()
    assert draft.revision == 2


def test_a_draft_is_put_on_the_site_once(draft):
    def publish(user):
        try:
            editing.publish(draft, 1, user)
        except editing.Refused:
            return False
        return True

    assert sorted(at_once(publish)) == [False] * 3 + [True]
    assert draft.scheme.versions.filter(state=Version.State.PUBLISHED).count() == 1


def test_who_begins_at_once_shares_one_draft(draft):
    editing.publish(draft, 1, User.objects.create_user("publisher"))
    found = at_once(lambda user: editing.start_draft(draft.scheme, user).pk)
    assert len(set(found)) == 1
    assert draft.scheme.versions.count() == 2


def test_what_is_put_on_the_site_at_that_moment_is_not_thrown_away(draft):
    """One of them publishes, the others throw away: the first to come decides, nothing is lost."""

    def publish_or_drop(user):
        try:
            if user.username == "editor0":
                editing.publish(draft, 1, user)
            else:
                editing.drop_draft(draft, 1, user)
        except (editing.Refused, MunicipalScheme.DoesNotExist, Version.DoesNotExist):
            return False
        return True

    older = Version.objects.create(scheme=draft.scheme, number=0, name="Eerder", state="replaced")
    assert sorted(at_once(publish_or_drop)) == [False] * 3 + [True]
    draft.refresh_from_db()
    assert draft.state in (Version.State.PUBLISHED, Version.State.DROPPED)
    assert set(draft.scheme.versions.all()) == {older, draft}
