"""What visitors see: only what is on the site, in as few queries however much there is."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import DatabaseError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from calculator.backoffice import editing
from calculator.municipalities.models import Municipality
from calculator.municipalities.published import schemes_of
from calculator.rules.schemes import Age, IncomeTest, SchemeAmount
from tests.municipalities.records import (
    ALPHEN,
    AMELAND,
    TILBURG,
    UTRECHT,
    add,
    editor,
    on_site,
    publish,
    record,
)
from tests.questions.people import PEOPLE, filled_up, sent

WAJONG_RENTER = sent(filled_up(PEOPLE["wajong_renter"]))


def queries_of(what) -> int:
    """How many queries something takes."""
    with CaptureQueriesContext(connection) as queries:
        what()
    return len(queries)


def result() -> str:
    """The outcome of somebody in Utrecht."""
    response = Client().post("/nl/vragen/", WAJONG_RENTER)
    assert response.status_code == 200
    assert 'id="schemes"' in response.text
    return response.text


def test_as_many_queries_for_one_municipality_as_for_forty():
    add(UTRECHT)
    assert result().count('id="scheme-own-') == 1
    once = queries_of(lambda: schemes_of(UTRECHT)), queries_of(result)
    others = Municipality.objects.exclude(pk=UTRECHT).values_list("pk", flat=True)[:39]
    publish(*(record(UTRECHT) | {"municipality": place} for place in others))
    assert Municipality.objects.filter(schemes__isnull=False).distinct().count() == 40
    often = queries_of(lambda: schemes_of(UTRECHT)), queries_of(result)
    assert once == often
    assert max(often) <= 1


def test_as_many_queries_for_one_scheme_as_for_forty():
    add(UTRECHT)
    once = queries_of(result), queries_of(lambda: schemes_of(UTRECHT))
    more = ({"code": f"nog-een-{place}", "kind": "anders"} for place in range(39))
    publish(*(record(UTRECHT) | one for one in more))
    often = queries_of(result), queries_of(lambda: schemes_of(UTRECHT))
    # two to read what changed, and one to see that nothing did
    assert once == often == (3, 1)
    assert len(schemes_of(UTRECHT)) == 40
    assert result().count('id="scheme-own-') == 40


def test_a_page_without_an_outcome_asks_nothing(client: Client):
    add(UTRECHT)
    assert queries_of(lambda: client.get("/nl/")) == 0
    assert queries_of(lambda: client.post("/nl/vragen/", {"shown": "birth_date benefit"})) == 0


def test_only_of_this_municipality():
    add(UTRECHT)
    add(ALPHEN)
    assert [one.scheme.municipality for one in schemes_of(UTRECHT)] == [UTRECHT]
    assert schemes_of(AMELAND) == ()


def test_a_draft_is_not_shown():
    scheme = add(UTRECHT, name="Zo heet het nu")
    draft = editing.start_draft(scheme, editor("anna"))
    draft.name = "Zo gaat het heten"
    draft.save()
    draft.amounts.update(value=Decimal("4321"))
    assert [one.name for one in schemes_of(UTRECHT)] == ["Zo heet het nu"]
    page = result()
    assert "Zo heet het nu" in page
    assert "Zo gaat het heten" not in page
    assert "4.321" not in page


def test_a_scheme_that_is_only_a_draft_is_not_shown():
    scheme = add(UTRECHT, name="Zo heet het")
    version = on_site(scheme)
    version.state = version.State.DRAFT
    version.save()
    assert schemes_of(UTRECHT) == ()
    assert "Zo heet het" not in result()


def test_what_was_withdrawn_is_not_shown():
    scheme = add(UTRECHT, name="Zo heette het")
    assert "Zo heette het" in result()
    editing.withdraw(scheme, editor("anna"))
    assert schemes_of(UTRECHT) == ()
    page = result()
    assert "Zo heette het" not in page
    assert "Van Utrecht hebben wij nog geen eigen regelingen." in page


def test_what_was_replaced_is_not_shown():
    scheme = add(UTRECHT, name="Zo heette het")
    publish(record(UTRECHT, name="Zo heet het nu"))
    assert scheme.versions.count() == 2
    assert [one.name for one in schemes_of(UTRECHT)] == ["Zo heet het nu"]


def test_what_begins_later_is_not_shown_yet(monkeypatch):
    add(UTRECHT, name="Vanaf morgen", valid_from="2026-11-23", valid_until=None)
    assert "Vanaf morgen" not in result()
    day = date(2026, 11, 23)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args, **kwargs: day)
    assert "Vanaf morgen" in result()


def test_without_a_database_the_rest_of_the_page_is_there(monkeypatch, caplog):
    def broken(_code):
        raise DatabaseError("host=db user=site password=appel")

    monkeypatch.setattr("calculator.municipalities.found.schemes_of", broken)
    page = result()
    assert "Wij kunnen de regelingen van Utrecht nu niet lezen." in page
    assert 'id="scheme-bijzondere-bijstand"' in page
    assert "DatabaseError" in caplog.text
    for kept in ("appel", UTRECHT, "Utrecht"):
        assert kept not in caplog.text
    assert "appel" not in page


def test_a_record_becomes_the_records_of_the_law():
    add(
        TILBURG,
        "meedoenregeling",
        income_percentage="117.5",
        income_from_percentage="100",
        own_share_percentage="35",
        assets="own",
        asset_limit_single="2000",
        asset_limit_family="3000.50",
        max_age=66,
        bring=" DigiD;loonstrook ; ",
        conditions="",
        confidence="single",
    )
    found = schemes_of(TILBURG)[0]
    rule = found.scheme
    assert rule.income == IncomeTest(
        Decimal("1.175"), vakantietoeslag=False, above=Decimal(1), own_share=Decimal("0.35")
    )
    assert (rule.assets, rule.asset_limits) == ("own", (Decimal(2000), Decimal("3000.50")))
    assert (rule.age, rule.child) == (Age(None, 66), None)
    assert (rule.conditions, rule.sure, rule.income_unknown) == (False, False, False)
    assert rule.checked_on == date(2026, 11, 22)
    assert SchemeAmount(Decimal("147.00"), child=Age(0, 17), per_child=True, in_kind=True) in set(
        rule.amounts
    )
    assert len(rule.amounts) == 4
    assert found.bring == ("DigiD", "loonstrook")


@pytest.mark.parametrize(
    ("for_whom", "households"),
    [
        ("any", set()),
        ("couple", {"couple"}),
        ("single", {"single"}),
        ("single_parent", {"single_parent"}),
        ("not_single_parent", {"single", "couple"}),
    ],
)
def test_for_whom_it_is(for_whom, households):
    add(UTRECHT, for_whom=for_whom)
    assert schemes_of(UTRECHT)[0].scheme.households == households
