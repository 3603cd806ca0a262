"""What sample households would read about a version that isn't on the site yet."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils.translation import override

from calculator.backoffice import editing
from calculator.backoffice.preview import preview_of
from calculator.municipalities.models import Version
from tests.backoffice.pages import VERSIONS, logged_in, text_of
from tests.municipalities.records import ALPHEN, add, editor, on_site

TODAY = date(2026, 11, 22)
ABOUT = [
    "Alleen, alleen een uitkering",
    "Alleen, met werk erbij",
    "Alleen met kinderen van 5 en 13",
    "Met een partner",
    "Met een partner, een kind van 13 en werk",
]


@pytest.fixture
def version() -> Version:
    """The inkomenstoeslag of Alphen aan den Rijn."""
    return on_site(add(ALPHEN))


def amounts(version: Version) -> list[str]:
    """What each sample reads as an amount."""
    return [one.text.amount.replace("\xa0", " ") for one in preview_of(version, TODAY)]


def test_five_households_in_dutch(version):
    samples = preview_of(version, TODAY)
    with override("nl"):
        assert [str(one.about) for one in samples] == ABOUT
    assert {one.text.name for one in samples} == {"Inkomenstoeslag"}
    for one in samples:
        assert one.text.verdict_text in {"Misschien", "Nu waarschijnlijk niet"}
        assert one.text.verdict != "likely"  # it depends on more
        assert one.text.conditions.startswith("Het gaat om uw gemiddelde inkomen")


def test_each_household_reads_its_own_amount(version):
    # a benefit on the minimum, without and with a job; a single parent with a child of 13; a
    # couple; a couple that works, above the limit
    verdicts = [one.text.verdict for one in preview_of(version, TODAY)]
    found = dict(zip(ABOUT, zip(verdicts, amounts(version), strict=True), strict=True))
    assert found["Alleen, alleen een uitkering"] == ("perhaps", "€ 601 per jaar")
    assert found["Alleen met kinderen van 5 en 13"] == ("perhaps", "€ 801 per jaar")
    assert found["Met een partner"] == ("perhaps", "€ 801 per jaar")
    for verdict, amount in found.values():
        assert bool(amount) == (verdict != "no")


def test_somebody_with_work_earns_too_much_for_a_low_limit(version):
    version.income_percentage = Decimal(90)
    samples = dict(zip(ABOUT, preview_of(version, TODAY), strict=True))
    working = samples["Alleen, met werk erbij"].text
    assert working.verdict == "no"
    assert "De grens is € 1.278." in working.reason.replace("\xa0", " ")  # 1,419.46 x 0.90
    assert working.amount == ""


def test_a_draft_shows_its_own_amount_and_the_site_keeps_its_own(version):
    draft = editing.start_draft(version.scheme, editor("jan", ALPHEN))
    amount = draft.amounts.get(household="single")
    amount.value = Decimal("612.50")
    amount.save()
    assert amounts(draft)[0] == "€ 612,50 per jaar"
    assert amounts(version)[0] == "€ 601 per jaar"


def test_what_a_visitor_would_be_warned_of_is_there_too(version):
    def warned() -> str:
        text = preview_of(version, TODAY)[0].text
        return f"{text.reason} {text.old}".lower()

    assert "bedragen van" not in warned()
    assert "niet nagekeken" not in warned()
    version.valid_until = date(2025, 12, 31)
    assert "bedragen van 2025" in warned()
    version.valid_until, version.checked_on = None, None
    assert "langer dan een jaar niet nagekeken" in warned()


def test_the_page_shows_five_households_also_of_a_draft(version):
    jan = editor("jan", ALPHEN)
    draft = editing.start_draft(version.scheme, jan)
    draft.amounts.filter(household="single").update(value=Decimal(700))
    client = logged_in(jan)
    for one, amount in ((version, "€ 601 per jaar"), (draft, "€ 700 per jaar")):
        response = client.get(
            f"{VERSIONS}{one.pk}/voorbeeld/", headers={"accept-language": "en-GB"}
        )
        text = text_of(response)
        places = [text.index(f"{about} ") for about in ABOUT]
        assert places == sorted(places)
        assert f"Alleen, alleen een uitkering Misschien: {amount}" in text
        assert "Dit lezen vijf verzonnen huishoudens." in text


def test_on_a_day_without_rules_there_is_nothing_to_show(version, monkeypatch):
    day = date(2028, 1, 1)
    assert preview_of(version, day) == []
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args, **kwargs: day)
    page = logged_in(editor("jan", ALPHEN)).get(f"{VERSIONS}{version.pk}/voorbeeld/")
    assert "De rekenregels van vandaag zijn er nog niet." in text_of(page)
