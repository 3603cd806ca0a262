"""What is worked out once for several months or wages is what each would be by itself."""

from dataclasses import replace

import pytest

from calculator.rules.outcome import net_of_month, situation_of
from calculator.rules.situation import WW, Household, Partner, whatever_the_work
from calculator.rules.timeline import Timeline
from tests.rules.helpers import amount, cases, dec, household, job, on
from tests.rules.test_timeline import asked, month

LAST = (2027, 12)


# --- A rule that doesn't look at the work ------------------------------------------------------


def asked_times(answers):
    """How often the rule itself is reached by these households, in turn."""
    reached = []

    @whatever_the_work
    def rule(household: Household, days: int) -> int:
        reached.append(household)
        return days * len(household.benefits)

    found = [rule(one, days) for one, days in answers]
    return len(reached), found


def test_it_is_worked_out_once_for_the_same_household_and_question():
    one = household(WW("person.benefits.0", dec(2000)))
    assert asked_times([(one, 2), (one, 2), (one, 3)]) == (2, [2, 2, 3])


def test_another_household_starts_anew():
    one = household(WW("person.benefits.0", dec(2000)))
    other = replace(one, benefits=())
    same = replace(one)
    assert one == same
    assert asked_times([(one, 2), (other, 2), (same, 2)]) == (3, [2, 0, 2])


def test_what_was_found_is_no_part_of_the_household():
    one = household(WW("person.benefits.0", dec(2000)))
    before, said = hash(one), repr(one)
    situation_of(one, one.now, on("2026-11-22"), explain=False)
    assert one.follows
    assert (hash(one), repr(one)) == (before, said)
    assert one == replace(one)
    assert not replace(one).follows


def test_the_norm_of_the_toeslagenwet_follows_the_answers_of_each_household():
    alone = household(WW("person.benefits.0", dec(2300)))
    with_partner = replace(alone, partner=Partner("partner", on_the_day(), (), insured=True))
    amounts = on("2026-11-22")
    first, second, again = (
        amount(situation_of(one, one.now, amounts, explain=False), "toeslagenwet")
        for one in (alone, with_partner, alone)
    )
    assert first == again
    assert second > first


def on_the_day():
    """A birth date of before 1972: a couple then has a norm."""
    return on("2026-11-22").toeslagenwet.partner_geboren_na.value["date"]


# --- The months before a plan ------------------------------------------------------------------


@pytest.mark.parametrize(
    "case", [case for case in cases("calendar", "month") if "plan" in case.values[0]]
)
def test_a_plan_goes_on_from_the_months_of_who_stays_as_now(case):
    asked_for = asked(case)
    start = month(case["start"])
    first = (start[0] - 1, 5) if start[0] > 2025 else (2025, 1)
    now = Timeline(asked_for, asked_for.now, start=start, first=first, last=LAST)
    by_itself, going_on = (
        Timeline(asked_for, asked_for.plans[0], start=start, first=first, last=LAST, now=other)
        for other in (None, now)
    )
    assert going_on.months == by_itself.months
    # the last month before the plan may end a job: only those before it are shared
    shared = sum(1 for one in going_on.months if any(one is other for other in now.months))
    before = [one for one in by_itself.months if one.month < start]
    assert shared == max(len(before) - 1, 0)


# --- A wage of the curve -------------------------------------------------------------------


def test_what_is_withheld_is_worked_out_when_the_net_is_asked():
    asked_for = household(
        WW("person.benefits.0", dec(2800)), now=plan_with(job(1250, path="person.work_now.0"))
    )
    amounts = on("2026-11-22")
    whole = situation_of(asked_for, asked_for.now, amounts, explain=False)
    found = net_of_month(asked_for, asked_for.now, amounts)
    assert found.rights == whole.rights
    assert found.net == whole.month.net
    assert found.net == whole.month.net, "the same when it is asked again"


def plan_with(work):
    return replace(household().now, work=(work,), loonheffingskorting_at="work")
