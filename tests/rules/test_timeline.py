"""Real months against sums made by hand: what is earned and paid over each of them."""

from datetime import date
from decimal import Decimal

import pytest

from calculator.rules import Plan, calendars
from calculator.rules.figures import Unknown
from calculator.rules.periods import between
from calculator.rules.situation import (
    IVA,
    WGA,
    WW,
    Employment,
    Home,
    SelfEmployed,
    Wajong,
)
from calculator.rules.timeline import Timeline, revision
from tests.rules.helpers import cases, household

BENEFITS = {"ww": WW, "wga": WGA, "iva": IVA, "wajong": Wajong}


def month(text):
    """The month ``YYYY-MM`` as the calendar counts it."""
    year, number = text.split("-")
    return int(year), int(number)


def number(value):
    """Numbers of a worked example as exact decimals, all else as it is."""
    whole = isinstance(value, int) and not isinstance(value, bool)
    return Decimal(value) if whole else value


def benefit(fields, place=0):
    fields = {name: number(value) for name, value in fields.items()}
    return BENEFITS[fields.pop("kind")](path=f"person.benefits.{place}", **fields)


def work(fields, path):
    fields = {name: number(value) for name, value in fields.items()}
    if "until" in fields:
        fields["until"] = month(fields["until"])
    if fields.pop("kind", "employment") == "self_employed":
        return SelfEmployed(path=path, **fields)
    return Employment(**{"path": path, "per": "month", **fields})


def plan(fields, id_="now"):
    path = "person" if id_ == "now" else "plans.0"
    name = "work_now" if id_ == "now" else "work"
    jobs = tuple(work(item, f"{path}.{name}.{place}") for place, item in enumerate(fields["work"]))
    return Plan(id_, path, jobs, fields["at"])


def asked(case):
    """The household of a row of ``cases/calendar.toml``."""
    other = {}
    if "rules_date" in case:
        other["rules_date"] = date.fromisoformat(case["rules_date"])
    if "birth_date" in case:
        other["birth_date"] = date.fromisoformat(case["birth_date"])
    home = case.get("home", {"kind": "own"})
    return household(
        *(benefit(fields, place) for place, fields in enumerate(case["benefits"])),
        now=plan(case.get("now", {"at": "benefit", "work": []})),
        plans=(plan(case["plan"], "plan"),) if "plan" in case else (),
        home=Home("home", municipality="0344", **{k: number(v) for k, v in home.items()}),
        **other,
    )


def lines(one):
    """The gross lines of a month by their code, several of one code together."""
    found = {}
    for line in one.lines:
        if line.payer is None or line.payer == "partner":
            continue
        code = line.code
        if code == "vakantiegeld":
            code = "vakantiegeld_uitkering" if line.payer == "uwv" else "vakantiegeld_loon"
        found[code] = found.get(code, Decimal(0)) + line.amount
    return found


def around(case):
    """The months that a row names, of the plan (or of now, where there is none).

    Months before the start are those of "now", worked out from the first of them.
    """
    asked_for = asked(case)
    start = month(case["start"])
    names = [*case["months"], *(event["month"] for event in case.get("events", []))]
    last = max(month(name) for name in names)
    first = min(month(name) for name in names)
    found = {}
    if first < start:
        # a calendar shows the months from its start on, the timeline has those before it too
        line = Timeline(
            asked_for,
            asked_for.plans[0] if asked_for.plans else asked_for.now,
            start=start,
            first=(start[0] - 1, 5),
            last=last,
        )
        for real in line.months:
            codes = {}
            for item in real.gross.lines:
                codes[item.code] = codes.get(item.code, Decimal(0)) + item.amount
            codes["vakantiegeld_loon"] = sum(amount for amount, _ in real.vakantiegeld.values())
            found[real.month] = codes, real.events
    count = between(start, last) + 1
    outcome = calendars(asked_for, start, count)[-1]
    for one in outcome.months:
        found[one.month] = lines(one), one.events
    return found


@pytest.mark.parametrize("case", cases("calendar", "month"))
def test_month(case):
    found = around(case)
    for name, expected in case["months"].items():
        codes = {code: found[month(name)][0].get(code, 0) for code in expected}
        assert codes == expected, name
    for event in case.get("events", []):
        of_month = {one.code: one.day for one in found[month(event["month"])][1]}
        assert event["code"] in of_month
        assert of_month[event["code"]] == event.get("day")


def test_events_stand_in_their_own_month_only():
    case = next(c.values[0] for c in cases("calendar", "month") if c.id.startswith("may_above"))
    found = around(case)
    for code, months in {
        "ww_stopt_door_inkomen": [(2027, 5)],
        "ww_herleeft": [(2027, 6)],
        "ww_eindigt": [(2027, 10)],
    }.items():
        assert [
            when
            for when, (_, events) in sorted(found.items())
            if any(one.code == code for one in events)
        ] == months


@pytest.mark.parametrize(
    ("since", "until", "factor"),
    [
        # WW art. 1b lid 8: 2.46% on 1 July 2025, 2.16% on 1 January 2026, 1.86% on 1 July 2026
        (date(2026, 6, 30), date(2026, 7, 1), Decimal("1.0186")),
        (date(2026, 1, 1), date(2026, 6, 30), Decimal(1)),
        (date(2025, 12, 31), date(2026, 7, 1), Decimal("1.0216") * Decimal("1.0186")),
        (date(2025, 6, 30), date(2025, 7, 1), Decimal("1.0246")),
        (date(2026, 11, 22), date(2027, 1, 1), Decimal(1)),
        (date(2026, 7, 1), date(2026, 6, 30), 1 / Decimal("1.0186")),
        (date(2026, 7, 1), date(2025, 12, 1), 1 / (Decimal("1.0216") * Decimal("1.0186"))),
    ],
)
def test_daglonen_are_revised_with_the_published_percentages(since, until, factor):
    assert revision(since, until) == factor


def test_hours_that_are_not_known_leave_the_ww_open_but_not_in_the_start_up_period():
    case = next(c.values[0] for c in cases("calendar", "month") if c.id.startswith("start_up"))
    (told,) = asked(case).benefits
    unknown = dict(case["benefits"][0])
    del unknown["arbeidsuren_per_week"]
    found = calendars(asked({**case, "benefits": [unknown]}), (2026, 12), 7)[1]
    by_month = {
        one.month: line.amount for one in found.months for line in one.lines if line.code == "ww"
    }
    assert by_month[(2027, 5)] == Decimal("1288.52")
    assert by_month[(2027, 6)] == Unknown(("person.benefits.0.arbeidsuren_per_week",))
    assert told.arbeidsuren_per_week == 40


def test_from_aow_age_on_nothing_is_known():
    # AOW art. 7a: born on 10 March 1960, 67 years in 2027: 10 March 2027
    asked_for = household(
        WW("person.benefits.0", Decimal(2800)),
        birth_date=date(1960, 3, 10),
        home=Home("home", "own"),
    )
    (now,) = calendars(asked_for, (2027, 1), 4)
    known = [not isinstance(one.payers[0].net, Unknown) for one in now.months]
    assert known == [True, True, False, False]
    # tax and toeslagen of the year aren't known either, so no net of 2027 is
    assert {one.net.reason for one in now.months} == {"aow_leeftijd"}
    assert [(one.month, event.day) for one in now.months for event in one.events] == [
        ((2027, 3), date(2027, 3, 10))
    ]
