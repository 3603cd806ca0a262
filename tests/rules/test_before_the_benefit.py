"""The months before the first day of a WW or WGA: what is taken to have come in then."""

from datetime import date
from decimal import Decimal

import pytest

from calculator.rules import Plan, calendars
from calculator.rules.figures import Unknown
from calculator.rules.periods import month_of
from calculator.rules.situation import IVA, WGA, WW, Home, Wajong
from calculator.rules.timeline import Timeline
from tests.rules.helpers import household, job

OWN = Home("home", "own")
WAJONG = Wajong("person.benefits.0", "Wajong2010", arbeidsvermogen=True)


def ww(maandloon, first, place=1, **other):
    return WW(f"person.benefits.{place}", Decimal(maandloon), first_day=first, **other)


def lgu(maandloon, first):
    return WGA(
        "person.benefits.0",
        "loongerelateerd",
        Decimal(maandloon),
        "45-55",
        Decimal(1250),
        first_day=first,
    )


def months_before(asked_for, plan=None):
    """The real months up to December 2026, by month: a calendar doesn't show those before it."""
    found = Timeline(
        asked_for, plan or asked_for.now, start=(2026, 12), first=(2025, 5), last=(2026, 12)
    )
    return {real.month: real for real in found.months}


def by_uwv(real):
    return {line.code: line.amount for line in real.gross.lines if line.payer == "uwv"}


def withheld(real, payer):
    return sum(item.withheld for item in real.gross.payers if item.payer == payer)


def test_a_wajong_beside_the_wage_before_a_ww_is_less_by_that_wage():
    """Wajong 2:40: 70% x (G - I), I without holiday pay (AIB 2:5 lid 3: a dagloon contains it).

    January 2026: 2,000 / 1.0186 = 1,963.48 / 1.08 = 1,818.04; 70% x (2,294.40 - 1,818.04) =
    333.45. July: 2,000 / 1.08 = 1,851.85; 70% x (2,337 - 1,851.85) = 339.60. August: 75% x 2,000 =
    1,500 / 1.08 = 1,388.89 WW; 70% x (2,337 - 1,388.89) = 663.68. October: 1,296.30 and 728.49.
    Toeslagenwet: the wage and the Wajong are more than the norm, the disregard (at most 15% of
    2,294.40 = 344.16) off: 1,807.33 against 1,644.74.
    """
    found = months_before(household(WAJONG, ww(2000, date(2026, 8, 1)), home=OWN))
    assert {month: by_uwv(found[month]) for month in ((2026, 1), (2026, 7), (2026, 8))} == {
        (2026, 1): {"wajong": Decimal("333.45")},
        (2026, 7): {"wajong": Decimal("339.60")},
        (2026, 8): {"ww": Decimal("1388.89"), "wajong": Decimal("663.68")},
    }
    assert found[2026, 1].loon_voor_uitkering == Decimal("1963.48")


def test_the_year_in_which_a_ww_begins_beside_a_wajong():
    """The months above, added up; one payer applies the credit at a time (Wet LB 23 lid 2).

    Holiday allowance of May: 8% of the Wajong since May 2025. July to December 2025: 2,000 /
    (1.0216 x 1.0186) = 1,921.96 / 1.08 = 1,779.59; 70% x (2,245.80 - 1,779.59) = 326.35. May and
    June: / 1.0246 = 1,875.82 / 1.08 = 1,736.87; 70% x (2,191.80 - 1,736.87) = 318.45. 8% x (2 x
    318.45 + 6 x 326.35 + 4 x 333.45 = 3,928.80) = 314.30.
    Income: wage 6 x 1,963.48 + 2,000 = 13,780.88; Wajong 6 x 333.45 + 339.60 + 2 x 663.68 + 3 x
    728.49 = 5,853.13; WW 2 x 1,388.89 + 3 x 1,296.30 = 6,666.68; with 314.30 it is 26,614.99.
    Withheld. The old wage has the credit: L 436 x 54 = 23,544: 8,416 - 3,115 - (996 + 31.009% x
    11,579, rounded up: 4,587) = 714 / 12 = 59.50 six times; July L 23,976: 8,571 - 3,115 - 4,721 =
    735 / 12 = 61.25. UWV has none, but the jonggehandicaptenkorting of 76.92: L 3,996: 1,428 / 12 =
    119.00 - 76.92 = 42.08 six times; L 4,050: 1,447 / 12 = 120.58 - 76.92 = 43.66; on 314.30
    35.75%: 112.36. From August UWV has it: 2,052.57: L 24,624: 8,803 - 3,115 = 5,688 / 12 = 474.00
    - 76.92 = 397.08 twice; 2,024.79: L 24,246: 8,667 - 3,115 = 5,552 / 12 = 462.67 - 76.92 = 385.75
    three times. 357.00 + 61.25 + 252.48 + 43.66 + 112.36 + 794.16 + 1,157.25 = 2,778.16.
    """
    asked_for = household(WAJONG, ww(2000, date(2026, 8, 1)), home=OWN)
    (now,) = calendars(asked_for, (2026, 12), 1)
    (year,) = now.years
    assert year.figures.belastbaar_inkomen == Decimal("26614.99")
    assert year.figures.withheld == Decimal("2778.16")


def test_a_wga_beside_the_wage_before_a_ww_is_less_by_that_wage():
    """WIA 61 lid 1 b: 70% x (2,800 - 1,200) = 1,120 x 100/108 = 1,037.04 in August 2026.

    In April, of the first two months: 75% x (2,748.87 - 1,178.09) = 1,178.09 x 100/108 = 1,090.82.
    In February there was no WGA yet: 70% x (2,748.87 - 1,178.09) = 1,099.55 beside the wage.
    """
    asked_for = household(lgu(2800, date(2026, 3, 1)), ww(1200, date(2026, 10, 1)), home=OWN)
    found = months_before(asked_for)
    assert by_uwv(found[2026, 8]) == {"wga": Decimal("1037.04")}
    assert by_uwv(found[2026, 4]) == {"wga": Decimal("1090.82")}
    assert found[2026, 2].uitkering_voor_uitkering == Decimal("1099.55")
    assert found[2026, 2].loon_voor_uitkering == Decimal("1178.09")


def test_a_month_in_which_the_ww_begins_is_divided_by_its_working_days():
    """15 of the 23 working days of July 2026 lie before Wednesday the 22nd, eight from it on.

    15/23 x 339.60 beside the wage and 8/23 x 663.68 beside the WW: 221.478 + 230.845 = 452.32.
    """
    found = months_before(household(WAJONG, ww(2000, date(2026, 7, 22)), home=OWN))
    assert by_uwv(found[2026, 7])["wajong"] == Decimal("452.32")


def test_a_job_beside_the_wage_before_a_ww_has_no_credit():
    """Wet LB 23 lid 2. 300 a month without: L 66 x 54 = 3,564: 1,274 / 12 = 106.17 in 2026."""
    for at, later in (("benefit", "106.17"), ("none", "106.17"), ("work", "0")):
        now = Plan("now", "person", (job(300, vakantiegeld="included"),), at)
        found = months_before(household(ww(2392, date(2026, 6, 15), 0), home=OWN, now=now))
        assert withheld(found[2026, 1], "employer") == Decimal("106.17")
        assert found[2026, 1].korting_before == "loon"
        # from the WW on it is where the answer says
        assert withheld(found[2026, 9], "employer") == Decimal(later)
        assert found[2026, 9].korting_before == ""


def payers_with_credit(real):
    at = real.plan.loonheffingskorting_at
    wages = [] if isinstance(real.gross.wages, Unknown) else real.gross.wages
    return [
        *([real.korting_before] if real.korting_before else []),
        *(["work"] if at in ("work", "both") and wages else []),
        *(["benefit"] if at in ("benefit", "both") and any(by_uwv(real).values()) else []),
    ]


@pytest.mark.parametrize("at", ["benefit", "work", "none"])
@pytest.mark.parametrize("work", [(), (job(500),)], ids=["no_job", "job"])
@pytest.mark.parametrize(
    "benefits",
    [
        (ww(2000, date(2026, 8, 1), 0),),
        (WAJONG, ww(2000, date(2026, 8, 1))),
        (IVA("person.benefits.0", Decimal(2500)), ww(1200, date(2026, 8, 17))),
        (lgu(2800, date(2026, 3, 9)), ww(1200, date(2026, 10, 1))),
        (lgu(2800, date(2026, 9, 1)),),
        (ww(1200, date(2026, 2, 1), 0), lgu(2800, date(2026, 9, 1))),
    ],
    ids=["ww", "wajong_ww", "iva_ww", "wga_ww", "wga", "ww_wga"],
)
def test_one_payer_at_a_time_has_the_credit(benefits, work, at):
    """Wet LB 23 lid 2; only a benefit that begins in a month follows on what was before it."""
    asked_for = household(*benefits, home=OWN, now=Plan("now", "person", work, at))
    begins = {month_of(one.first_day) for one in benefits if getattr(one, "first_day", None)}
    for month, real in months_before(asked_for).items():
        if month not in begins:
            assert len(payers_with_credit(real)) <= 1, month


def test_before_a_wga_the_credit_is_at_the_job_that_has_it():
    """The income of that time has it where no other payer does: 2,100 in January 2026.

    L 466 x 54 = 25,164: 8,996 / 12 = 749.67 without, (8,996 - 3,115 = 5,881) / 12 = 490.08 with.
    """
    wga = WGA("person.benefits.0", "vervolg", Decimal(3000), "80-100", first_day=date(2026, 2, 1))
    for at, before in (("work", ""), ("benefit", "uitkering")):
        now = Plan("now", "person", (job(500),), at)
        real = months_before(household(wga, home=OWN, now=now, rules_date=date(2026, 1, 1)))
        assert real[2026, 1].korting_before == before
        assert real[2026, 1].uitkering_voor_uitkering == 2100
