"""Month after month: what really is earned and paid over each month, before toeslagen.

Where the regular month asks "what if this lasts", the timeline has real months: 75% and 70%,
a benefit or a contract that ends, holiday pay in May, four-weekly wages, revised daglonen,
birthdays. Amounts in euro per month.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Literal, TypeVar

from calculator.rules import amounts as amounts_of_the_law
from calculator.rules.amounts import Amounts
from calculator.rules.figures import Figure, Line, Payer, Unknown, known_or_why, total
from calculator.rules.jobs import MAY, Event, Jobs
from calculator.rules.laws import aib, ww
from calculator.rules.laws.aib import Wage
from calculator.rules.money import ONE, ZERO, at_least_zero, cents
from calculator.rules.month import (
    Circumstances,
    GrossMonth,
    Paid,
    PartnerMonth,
    gross_month,
    partner_month,
    payers_of,
)
from calculator.rules.net_lines import Moments
from calculator.rules.periods import (
    MONTHS,
    ONE_DAY,
    Month,
    between,
    first_day,
    last_day,
    month_of,
    months_from,
    months_later,
    shift,
    workdays,
)
from calculator.rules.situation import (
    ADULT,
    WGA,
    WW,
    Benefit,
    Child,
    Employment,
    Household,
    Korting,
    Plan,
    SelfEmployed,
    Wajong,
    age_on,
    aow_date,
)

T = TypeVar("T")

#: benefits that begin earlier or end later are there in every month that is worked out
FIRST_NEAR, LAST_NEAR = date(2000, 1, 1), date(2099, 12, 31)
JULY = 7
#: ages at which the youth minimum wage or a norm of the Toeslagenwet changes
AGES_OF_PERSON = (ADULT, 19, 20, 21)
#: which income of before the benefit has the loonheffingskorting; "" none
KortingBefore = Literal["loon", "uitkering", ""]


@dataclass(slots=True)
class RealMonth:
    """One month: what each payer pays over it."""

    month: Month
    amounts: Amounts
    #: the household as it is in this month: revised daglonen, ages on the first day
    household: Household
    plan: Plan
    gross: GrossMonth
    #: the plan with the work that is done in this month: a last wage may still come after it
    at_work: Plan
    #: holiday pay of the jobs paid in this month, by their place, with the annual wage
    vakantiegeld: dict[int, tuple[Decimal, Decimal]] = field(default_factory=dict)
    #: holiday allowance of the benefits paid in this month
    vakantiegeld_uitkering: Figure = ZERO
    #: the part of it that a WW leaves at its end: it comes with the last WW, a month later
    vakantiegeld_einde: Figure = ZERO
    #: holiday allowance of the benefits over this month, paid later
    reserved: Figure = ZERO
    events: list[Event] = field(default_factory=list)
    #: a wage before the benefit, taken to be the one the benefit is based on
    loon_voor_uitkering: Decimal = ZERO
    uitkering_voor_uitkering: Decimal = ZERO
    #: which of these two has the loonheffingskorting
    korting_before: KortingBefore = ""
    #: why nothing can be said of this month
    unknown: Unknown | None = None
    #: own contribution to a pension, and days of right of the WW in this month
    pension: Decimal = ZERO
    ww_recht: bool = True


@dataclass(slots=True)
class _Left:
    """What the months that were worked out leave behind for the months after them."""

    #: days by which the WW, and its higher percentage, end later (WW art. 43 lid 1)
    ww_pause: int = 0
    ww_high_pause: int = 0
    ww_ended_by_income: bool = False
    #: since when there is work on own account beside the WW, and since when that ended it
    ww_own_account: date | None = None
    ww_ended_by_own_account: date | None = None
    ww_lapsed: date | None = None
    #: from which day a lower percentage holds that wasn't told yet, by benefit
    lower_from: dict[str, date] = field(default_factory=dict)
    #: the day of a holiday allowance that arrives in the month after
    holiday_arrives: date | None = None
    #: holiday allowance that was put aside, month by month, by benefit
    reserves: dict[str, list[Figure]] = field(default_factory=dict)

    def copy(self) -> "_Left":
        """The same, to go on with apart."""
        return replace(
            self,
            lower_from=dict(self.lower_from),
            reserves={code: list(amounts) for code, amounts in self.reserves.items()},
        )


class Timeline:
    """The months of one plan, from before the calendar (as now) to its end.

    ``first`` to ``last`` are the months that are worked out; the plan begins in ``start``. ``now``:
    the timeline of who stays as now, with the same first month, where it was made already.
    """

    def __init__(
        self,
        household: Household,
        plan: Plan,
        *,
        start: Month,
        first: Month,
        last: Month,
        now: "Timeline | None" = None,
    ) -> None:
        self.household = replace(
            household, benefits=tuple(_within_reason(item) for item in household.benefits)
        )
        self.plan = plan
        self.start = start
        self.now = household.now
        self._cache: dict[object, Any] = {}
        # beside a WW alone, which sees what is paid, the Toeslagenwet does too
        self.jobs = Jobs(self.now, plan, start, spread_tails=self.household.only_ww)
        self._aow = aow_date(household.birth_date)
        partner = household.partner
        born = None if partner is None else partner.birth_date
        self._aow_of_partner = None if born is None else aow_date(born)
        self._adult = months_later(household.birth_date, ADULT * MONTHS)
        #: the last day of the higher percentage of a benefit that was never interrupted
        self._high_until = {
            benefit.kind: _high_until(benefit, benefit.first_day)
            for benefit in self.household.benefits
            if isinstance(benefit, (WW, WGA)) and benefit.first_day is not None
        }
        self._left = _Left()
        # a plan may end a job in the month before it: the months before that are those of now
        apart = shift(start, -1)
        #: what these months leave behind, for the timelines of plans
        self._before_apart: tuple[_Left, dict[int, Decimal]] | None = None
        self.first = first
        self.months: list[RealMonth] = []
        if now is not None and now._before_apart is not None:
            left, accrued = now._before_apart
            self._left = left.copy()
            self.jobs.go_on_with(accrued)
            self.months += now.months[: between(first, apart)]
        for month in months_from(
            shift(first, len(self.months)), between(first, last) + 1 - len(self.months)
        ):
            if month == apart:
                self._before_apart = self._left.copy(), self.jobs.accrued()
            self.months.append(self._month(month))

    def kept(self, key: object, make: Callable[[], T]) -> T:
        """What was worked out before for the same key; most months are like another."""
        if key not in self._cache:
            self._cache[key] = make()
        found: T = self._cache[key]
        return found

    def _businesses(self, month: Month) -> tuple[SelfEmployed, ...]:
        plan = self.now if month < self.start else self.plan
        return tuple(
            business
            for business in plan.businesses
            if business.until is None or business.until >= month
        )

    # --- Benefits -------------------------------------------------------------------------

    def _ww_days(self, benefit: WW) -> tuple[date | None, date | None, date | None]:
        """First day, last day of the higher percentage, last day of a WW benefit as it runs."""
        first = benefit.first_day
        high = None
        if first is not None:
            high = self._high_until[benefit.kind] + self._left.ww_high_pause * ONE_DAY
        last = benefit.last_day
        if last is not None:
            last += self._left.ww_pause * ONE_DAY
        if self._left.ww_lapsed is not None:
            last = self._left.ww_lapsed - ONE_DAY
        return first, high, last

    def _wga_days(self, benefit: WGA) -> tuple[date | None, date | None]:
        """First day, and the last day of the higher percentage of a loongerelateerde WGA."""
        first = benefit.first_day
        if first is None or benefit.phase != "loongerelateerd":
            return first, None
        return first, self._high_until[benefit.kind]

    def _days(self, month: Month) -> list[date]:
        """The first day of a month, and the days in it on which a right changes."""
        found: set[date] = set()
        for benefit in self.household.benefits:
            if isinstance(benefit, WW):
                first, high, last = self._ww_days(benefit)
                found |= {day for day in (first,) if day}
                found |= {day + ONE_DAY for day in (high, last) if day}
            elif isinstance(benefit, WGA):
                first, high = self._wga_days(benefit)
                found |= {day for day in (first,) if day}
                found |= {day + ONE_DAY for day in (high,) if day}
                if benefit.phase == "loongerelateerd" and benefit.phase_until:
                    found.add(benefit.phase_until + ONE_DAY)
        found.update(self._birthdays())
        begins, ends = first_day(month), last_day(month)
        return [begins, *sorted(day for day in found if begins < day <= ends)]

    def _birthdays(self) -> list[date]:
        """Birthdays on which a right to a benefit or the Toeslagenwet changes."""
        return self.kept("birthdays", self._all_birthdays)

    def _all_birthdays(self) -> list[date]:
        law = amounts_of_the_law.on(_covered(first_day(self.start))).toeslagenwet
        born = [(self.household.birth_date, age) for age in AGES_OF_PERSON]
        limits = (int(law.kostendeler_leeftijd.value), int(law.kind_jonger_dan.value))
        others = [other.birth_date for other in self.household.co_residents]
        others += [child.birth_date for child in self.household.children]
        born += [(day, age) for day in others if day is not None for age in limits]
        return [months_later(day, age * 12) for day, age in born]

    def _startperiode_ends(self) -> Iterator[date]:
        """The first day after the start-up period of the WW (art. 77a lid 1)."""
        if any(business.startperiode for business in self.plan.businesses):
            yield self._end_of_startperiode()

    def _may_be_startperiode(self, day: date) -> bool:
        """Whether a day lies in the six months that a start-up period of the WW would take."""
        if not any(isinstance(benefit, WW) for benefit in self.household.benefits):
            return False
        return first_day(self.start) <= day < self._end_of_startperiode()

    def _end_of_startperiode(self) -> date:
        """The first day after a start-up period that begins with the plan (art. 77a lid 1)."""
        begins = first_day(self.start)
        months = int(amounts_of_the_law.on(_covered(begins)).ww.startperiode_maanden.value)
        return months_later(begins, months)

    def _in_startperiode(self, day: date) -> bool:
        return any(first_day(self.start) <= day < ends for ends in self._startperiode_ends())

    def _indexed(self, amounts: Amounts, day: date) -> tuple[Benefit, ...]:
        """The benefits that run on ``day``, with daglonen revised since the rules date."""
        running: list[Benefit] = []
        if day < self._adult:
            return ()
        for benefit in self.household.benefits:
            phase_over = False
            if isinstance(benefit, WW):
                first, _, last = self._ww_days(benefit)
                if (first and day < first) or (last and day > last):
                    continue
            if isinstance(benefit, WGA):
                if benefit.first_day and day < benefit.first_day:
                    continue
                until = benefit.phase_until
                phase_over = bool(benefit.phase == "loongerelateerd" and until and day > until)
            running.append(self._as_paid(benefit, amounts, phase_over=phase_over))
        return tuple(running)

    def _as_paid(self, benefit: Benefit, amounts: Amounts, *, phase_over: bool = False) -> Benefit:
        """A benefit with its dagloon revised; ``phase_over``: after a loongerelateerde WGA."""

        def worked_out() -> Benefit:
            if phase_over and isinstance(benefit, WGA):
                return _revised(replace(benefit, phase="vervolg"), self._index(amounts))
            return _revised(benefit, self._index(amounts))

        return self.kept(("benefit", benefit.kind, phase_over, amounts.day), worked_out)

    def running(self, day: date) -> tuple[Benefit, ...]:
        """The benefits that run on a day."""
        return self._indexed(amounts_in(month_of(day)), day)

    def _index(self, amounts: Amounts) -> Decimal:
        """By how much daglonen were revised between the rules date and a month (WW 1b lid 7)."""
        return self.kept(
            ("index", amounts.day), lambda: revision(self.household.rules_date, amounts.day)
        )

    # --- A month --------------------------------------------------------------------------

    def _month(self, month: Month) -> RealMonth:
        amounts = amounts_in(month)
        plan = self.now if month < self.start else self.plan
        businesses = self._businesses(month)
        day = first_day(month)
        household = replace(
            self.household, rules_date=day, children=born_by(self.household.children, day)
        )
        found = known_or_why(lambda: self.jobs.wages(month, amounts))
        if isinstance(found, Unknown):
            return self._unknown_month(month, amounts, household, plan, found)
        paid, spread, events = found
        holiday = self.jobs.pay_holiday(month, amounts, paid)
        places = {wage.place for wage in (*paid, *spread)}
        done = self.jobs.working(month)
        works = any(work.has_wage for place, work in plan.jobs if place in places)
        at, korting_before = self._korting(plan, month, works=works)
        told = plan
        plan = self._with_work(told, places, businesses, at)
        if self._aow <= last_day(month):
            why = Unknown((), "aow_leeftijd")
            real = self._unknown_month(month, amounts, household, plan, why)
            if month_of(self._aow) == month:
                real.events.append(Event("aow_leeftijd", self._aow))
            return real
        open_ = [business for business in businesses if business.startperiode is None]
        if open_ and self._may_be_startperiode(first_day(month)):
            why = Unknown(tuple(f"{business.path}.startperiode" for business in open_))
            return self._unknown_month(month, amounts, household, plan, why)
        with_holiday = _with_holiday(paid, holiday)
        days = self._days(month)
        gross, ww_recht = self._gross(days, month, amounts, household, plan, with_holiday, spread)
        at_work = self._with_work(told, done, businesses, at)
        real = RealMonth(month, amounts, household, plan, gross, at_work, holiday, events=events)
        real.pension = sum((wage.pension for wage in paid), ZERO)
        real.ww_recht = ww_recht
        real.korting_before = korting_before
        self._before_the_benefit(real, days)
        self._reserve_and_pay(real)
        real.events += self._work_events(month)
        real.events += self._benefit_events(real, with_holiday, spread)
        real.events += self._minimumloon_events(real, with_holiday, spread)
        if holiday:
            real.events.append(Event("vakantiegeld_werk"))
        extra = sum((once for once, _ in holiday.values()), ZERO)
        self._pause(month, paid, extra, ww_recht=ww_recht)
        return real

    def _korting(
        self, plan: Plan, month: Month, *, works: bool
    ) -> tuple[Korting | None, KortingBefore]:
        """Where the credit is applied: where there is no work, or no benefit, at the other.

        Only one payer applies it at a time (Wet LB art. 23 lid 2). Before a WW that is the old
        wage: what is asked is where it is now. Before a WGA it is the income of that time, unless
        a job has it or UWV pays already.
        """
        at = plan.loonheffingskorting_at
        if at == "work" and not works:
            at = "benefit"
        day = first_day(month)
        before = self._indexed(amounts_in(month), day)
        runs = before or self._indexed(amounts_in(month), last_day(month))
        if self._before_first_day(WW, day):
            # a WW that begins in this month pays after the last of the old wage
            begins = not self._before_first_day(WW, last_day(month))
            after = at == "benefit" and begins and not before
            return at if at is None or after else "none", "loon"
        if self._before_first_day(WGA, day):
            if before or (works and at in ("work", "both")):
                return at, ""
            return at if at is None or runs else "none", "uitkering"
        if at == "benefit" and not runs and works:
            return "work", ""
        return at, ""

    def _unknown_month(
        self, month: Month, amounts: Amounts, household: Household, plan: Plan, why: Unknown
    ) -> RealMonth:
        lines = [Line(benefit.kind, "uwv", why) for benefit in household.benefits]
        payers = [Payer("uwv", why, why, why)]
        gross = GrossMonth(why, why, why, lines, payers, None, why)
        real = RealMonth(month, amounts, household, plan, gross, plan, unknown=why)
        real.reserved = real.vakantiegeld_uitkering = why
        for benefit in household.benefits:
            self._left.reserves.setdefault(benefit.kind, []).append(why)
        return real

    def _with_work(
        self,
        told: Plan,
        places: Collection[int],
        businesses: tuple[SelfEmployed, ...],
        at: Korting | None,
    ) -> Plan:
        """The same plan for every month with the same work: it is compared by identity."""
        key = ("work", told is self.now, frozenset(places), businesses, at)
        return self.kept(key, lambda: with_work(told, places, businesses, at))

    def _gross(
        self,
        days: list[date],
        month: Month,
        amounts: Amounts,
        household: Household,
        plan: Plan,
        paid: list[Wage],
        spread: list[Wage],
    ) -> tuple[GrossMonth, bool]:
        """The gross month, of its parts where a right changes in the course of it."""
        if len(days) == 1:
            part = self._part(days[0], amounts, household, plan, paid, spread)
            return part, _ww_recht(part)
        parts: list[tuple[Decimal, GrossMonth]] = []
        whole = workdays(days[0], last_day(month))
        with_ww: list[bool] = []
        for place, day in enumerate(days):
            ends = days[place + 1] - ONE_DAY if place + 1 < len(days) else last_day(month)
            part = self._part(day, amounts, household, plan, paid, spread)
            if _has_ww(part):
                with_ww.append(_ww_recht(part))
            parts.append((Decimal(workdays(day, ends)) / whole, part))
        ww = self._ww_of_some_days(days, month, amounts, household, plan, paid, spread)
        ww_recht = any(with_ww) or not with_ww
        return self._together(parts, ww, household, plan, amounts, paid), ww_recht

    def _part(
        self,
        day: date,
        amounts: Amounts,
        household: Household,
        plan: Plan,
        paid: list[Wage],
        spread: list[Wage],
    ) -> GrossMonth:
        """A whole month as it would be with the rights of one day of it."""
        benefits = self._indexed(amounts, day)
        # beside the wage that is assumed before a WW another benefit is what it is beside work
        spread = [*spread, *self._wage_before_ww(amounts, day)]
        ages = self._ages(household, day)

        def in_part() -> Household:
            adult = months_later(day, -ADULT * MONTHS)
            return replace(
                household,
                rules_date=day,
                benefits=benefits,
                birth_date=min(household.birth_date, adult),
            )

        circumstances = self._circumstances(day, amounts, benefits, ages, plan, spread, in_part)
        key = (amounts.day, ages, benefits, id(plan), tuple(paid), circumstances)

        def worked_out() -> GrossMonth:
            found = in_part()
            return gross_month(
                found,
                plan,
                amounts,
                explain=False,
                circumstances=circumstances,
                wages=paid,
                partner=self.partner(amounts, found),
            )

        return self.kept(key, worked_out)

    def _ages(self, household: Household, day: date) -> tuple[object, ...]:
        """Everybody's age on a day: what makes a month different beside the amounts."""
        born: list[date | None] = [
            household.birth_date,
            *(child.birth_date for child in household.children),
            *(other.birth_date for other in household.co_residents),
        ]
        if household.partner is not None:
            born.append(household.partner.birth_date)
        return (
            self._partner_past_aow(last_day(month_of(day))),
            *[birth_date and age_on(birth_date, day) for birth_date in born],
        )

    def _partner_past_aow(self, day: date) -> bool:
        """Whether there is a partner who has reached the AOW age on a day."""
        return self._aow_of_partner is not None and self._aow_of_partner <= day

    def _circumstances(
        self,
        day: date,
        amounts: Amounts,
        benefits: tuple[Benefit, ...],
        ages: tuple[object, ...],
        plan: Plan,
        spread: list[Wage],
        in_part: Callable[[], Household],
    ) -> Circumstances:
        """What a month has with the rights of one day; ``in_part``: the household on that day."""
        ww_high = wga_high = False
        has_ww = False
        for benefit in benefits:
            if isinstance(benefit, WW):
                has_ww = True
                first, high, _ = self._ww_days(benefit)
                ww_high = first is not None and high is not None and first <= day <= high
            elif isinstance(benefit, WGA):
                first, high = self._wga_days(benefit)
                wga_high = first is not None and high is not None and first <= day <= high
        in_startperiode = self._in_startperiode(day)

        def large_enough() -> bool:
            found = in_part()
            return gross_month(
                found,
                plan,
                amounts,
                explain=False,
                circumstances=Circumstances(startperiode=in_startperiode),
                wages=spread,
                partner=self.partner(amounts, found),
                payroll=False,
            ).ww_paid

        key = ("art. 41", amounts.day, ages, benefits, id(plan), tuple(spread), in_startperiode)
        ww_paid = not has_ww or self.kept(key, large_enough)
        return Circumstances(
            vakantiegeld_paid=True,
            ww_eerste_twee_maanden=ww_high,
            wga_eerste_twee_maanden=wga_high,
            ww_paid=ww_paid,
            startperiode=in_startperiode,
            spread_wages=tuple(spread),
        )

    def _together(
        self,
        parts: list[tuple[Decimal, GrossMonth]],
        ww: Decimal | None,
        household: Household,
        plan: Plan,
        amounts: Amounts,
        paid: list[Wage],
    ) -> GrossMonth:
        """One month out of its parts; ``ww``: what the WW pays where it runs for some days."""
        last = parts[-1][1]
        for _, part in parts:
            if isinstance(part.benefits, Unknown):
                return part
        benefits: dict[str, Paid] = {}
        supplement: Figure = ZERO
        for share, part in parts:
            assert not isinstance(part.benefits, Unknown)  # noqa: S101 -- looked at above
            for one in part.benefits:
                before = benefits.get(one.benefit.kind)
                benefits[one.benefit.kind] = Paid(
                    one.benefit,
                    one.recht or (before is not None and before.recht),
                    one.paid * share + (before.paid if before else ZERO),
                    one.reserved * share + (before.reserved if before else ZERO),
                    one.grondslag,
                )
            supplement = total(
                supplement,
                part.toeslagenwet
                if isinstance(part.toeslagenwet, Unknown)
                else part.toeslagenwet * share,
            )
        for kind, one in benefits.items():
            whole = one.paid + one.reserved
            if kind == "ww" and ww is not None:
                whole = ww
                law = amounts.ww
                later = law.vakantiebijslag_teller.value / law.vakantiebijslag_noemer.value
                one.paid = whole * (1 - later)
            one.paid = cents(one.paid)
            one.reserved = whole - one.paid
        if isinstance(supplement, Decimal):
            supplement = cents(supplement)
        lines = [
            *(line for line in last.lines if line.payer in ("employer", "self")),
            *(Line(kind, "uwv", one.paid) for kind, one in benefits.items()),
        ]
        if isinstance(supplement, Unknown) or supplement:
            lines.append(Line("toeslagenwet", "uwv", supplement))
        payers = payers_of(household, plan, amounts, paid, None, lines, False)
        payers += [payer for payer in last.payers if payer.payer == "partner"]
        lines += [line for line in last.lines if line.payer == "partner"]
        return GrossMonth(
            paid, list(benefits.values()), supplement, lines, payers, last.partner, last.winst
        )

    def _ww_of_some_days(
        self,
        days: list[date],
        month: Month,
        amounts: Amounts,
        household: Household,
        plan: Plan,
        paid: list[Wage],
        spread: list[Wage],
    ) -> Decimal | None:
        """The WW of a month in which it doesn't run the whole month (WW art. 1b lid 2 b, 4 b).

        Euro with the holiday allowance in it; None where it runs the whole month, or not.
        """
        benefit = next((item for item in self.household.benefits if isinstance(item, WW)), None)
        if benefit is None:
            return None
        first, _, last = self._ww_days(benefit)
        begins = max(first or first_day(month), first_day(month))
        ends = min(last or last_day(month), last_day(month))
        if begins > ends or (begins == first_day(month) and ends == last_day(month)):
            return None
        whole = workdays(first_day(month), last_day(month))
        per_month = amounts.dagloon.dagen_per_maand.value
        together = ZERO
        for place, day in enumerate(days):
            until = days[place + 1] - ONE_DAY if place + 1 < len(days) else last_day(month)
            if not begins <= day <= ends:
                continue
            count = Decimal(workdays(day, until))
            benefits = self._indexed(amounts, day)
            in_part = replace(household, rules_date=day, benefits=benefits)
            ages = self._ages(household, day)
            circumstances = self._circumstances(
                day,
                amounts,
                benefits,
                ages,
                plan,
                spread,
                lambda: in_part,  # noqa: B023
            )._replace(ww_maandloon_part=count / per_month, ww_income_part=count / whole)
            part = gross_month(
                in_part,
                plan,
                amounts,
                explain=False,
                circumstances=circumstances,
                wages=paid,
                partner=self.partner(amounts, in_part),
            )
            if isinstance(part.benefits, Unknown):
                return None
            together += sum(
                (one.paid + one.reserved for one in part.benefits if one.benefit.kind == "ww"),
                ZERO,
            )
        return together

    def partner(self, amounts: Amounts, household: Household) -> PartnerMonth | Unknown | None:
        """The partner's month: the same as long as the amounts and the age group are."""
        partner = household.partner
        if partner is None:
            return None
        # the tables of AOW age hold from the first day of the month in which it is reached
        end = last_day(month_of(household.rules_date))
        return self.kept(
            ("partner", amounts.day, self._partner_past_aow(end)),
            lambda: partner_month(replace(household, rules_date=end), amounts, explain=False),
        )

    def _note_own_account(
        self, benefit: WW, month: Month, begins: date, last: date | None, wages: Decimal
    ) -> None:
        """Remember since when hours on own account keep the WW away, and when it lapses.

        Who goes on after the term of art. 8 lid 3 isn't a werknemer any more for those hours.
        ``wages``: what jobs pay in the month, with holiday pay (euro).
        """
        amounts = amounts_in(month)
        indexed = self._as_paid(benefit, amounts)
        assert isinstance(indexed, WW)  # noqa: S101 -- the same kind as before
        if indexed.maandloon is None or last is None or self._left.ww_own_account is None:
            return
        by_wage = ww.eindigt_door_inkomen(
            amounts,
            indexed.maandloon,
            wages,
            ww.dagloonverhouding(indexed.maandloon, indexed.ongemaximeerd_maandloon),
        )
        if by_wage:
            self._left.ww_ended_by_own_account = None
            return
        if self._left.ww_ended_by_own_account is None:
            self._left.ww_ended_by_own_account = begins
        if first_day(shift(month, 1)) > self._end_of_return(amounts, benefit, last):
            self._left.ww_lapsed = self._left.ww_ended_by_own_account

    def _end_of_return(self, amounts: Amounts, benefit: WW, last: date) -> date:
        """Until when who stops on own account gets the WW back (WW art. 8 lid 3).

        The whole duration of the WW from the start on own account, and a year and a half at least.
        """
        since = self._left.ww_own_account
        assert since is not None  # noqa: S101 -- asked only where there is work on own account
        months = int(amounts.ww.terugkeer_zelfstandige_maanden.value)
        first, told = benefit.first_day, benefit.last_day
        duration = (told - first) if first and told else (last - since)
        return max(months_later(since, months), since + duration + ONE_DAY)

    def month(self, month: Month) -> RealMonth | None:
        """A month of the timeline; None outside it."""
        place = between(self.first, month)
        return self.months[place] if 0 <= place < len(self.months) else None

    def worked_lately(self, real: RealMonth) -> bool:
        """Whether there was work in the months before, that childcare still counts (Wko 1.6).

        The wage that is assumed before a WW is work too.
        """
        months = int(real.amounts.kinderopvangtoeslag.doorloop_maanden.value)
        earlier = (self.month(shift(real.month, -count)) for count in range(1, months + 1))
        return any(
            one is not None and (one.at_work.works or bool(one.loon_voor_uitkering))
            for one in earlier
        )

    def ages_for_net_lines(self, real: RealMonth) -> tuple[object, ...]:
        """The ages that toeslagen and kinderbijslag look at in a month."""
        before, quarter = Moments.of_month(real.month)[:2]
        return tuple(
            self._ages(real.household, day)
            for day in (first_day(real.month), before, quarter, date(real.month[0], 1, 1))
        )

    # --- What comes later, and what came before -------------------------------------------

    def _before_first_day(self, kind: type[WW | WGA], day: date) -> WW | WGA | None:
        """A benefit of this kind that begins after a day, and on what wage is known."""
        for benefit in self.household.benefits:
            if isinstance(benefit, kind) and benefit.first_day and day < benefit.first_day:
                return benefit if benefit.maandloon is not None else None
        return None

    def _loon_before(self, kind: type[WW | WGA], amounts: Amounts, day: date) -> Decimal:
        """The wage that a benefit is based on, on a day before it (euro per month)."""
        benefit = self._before_first_day(kind, day)
        if benefit is None:
            return ZERO
        indexed = self._as_paid(benefit, amounts)
        assert isinstance(indexed, (WW, WGA))  # noqa: S101 -- the same kind as before
        return indexed.ongemaximeerd_maandloon or indexed.maandloon or ZERO

    def _wage_before_ww(self, amounts: Amounts, day: date) -> Iterator[Wage]:
        """The wage before a WW as income for other benefits; a dagloon has holiday pay in it."""
        loon = self._loon_before(WW, amounts, day)
        if loon:
            work = Employment(path="", gross=loon, per="month", vakantiegeld="included")
            yield Wage(work, loon, ZERO, ZERO)

    def _before_the_benefit(self, real: RealMonth, days: list[date]) -> None:
        """Income of the days before the benefit: the wage it is based on, as an assumption.

        The dagloon is the average wage of the year before (WW art. 1b lid 1). Before a WGA the
        employer or the ZW paid for two years; an income at the height of the WGA is assumed, so
        beside a wage 70% of what the maandloon is above that wage. Euro, in ``real``.
        """
        month, amounts = real.month, real.amounts
        begins, ends = first_day(month), last_day(month)
        whole = workdays(begins, ends)
        for benefit in self.household.benefits:
            if not isinstance(benefit, (WW, WGA)) or benefit.first_day is None:
                continue
            before = workdays(begins, min(benefit.first_day - ONE_DAY, ends))
            if before and benefit.maandloon is not None:
                real.events.append(Event("uitkering_begint_later", benefit.first_day, benefit.path))
        loon = uitkering = ZERO
        for place, day in enumerate(days):
            until = days[place + 1] - ONE_DAY if place + 1 < len(days) else ends
            share = Decimal(workdays(day, until)) / whole
            wage = self._loon_before(WW, amounts, day)
            base = at_least_zero(self._loon_before(WGA, amounts, day) - wage)
            loon += wage * share
            uitkering += base * amounts.wia.wga_percentage.value * share
        real.loon_voor_uitkering = cents(loon)
        real.uitkering_voor_uitkering = cents(uitkering)

    def _reserve_and_pay(self, real: RealMonth) -> None:
        """Holiday allowance of UWV: put aside each month, paid in May and when a right ends.

        May pays what was put aside in the months before it (WW art. 33 lid 3, WIA art. 68). What
        a WW leaves at its end belongs to the month in which it ends, and comes with its last
        payment: UWV says within three weeks of the end.
        """
        month = real.month
        reserved = self._reserved_over(real)
        real.reserved = total(*reserved.values())
        due: list[Figure] = []
        if month[1] == MAY:
            for code in dict.fromkeys((*self._left.reserves, *reserved)):
                kept = self._left.reserves.pop(code, [])
                # months before the first that is worked out are taken to be like that one
                missing = self._months_before(month, code) if self.first > shift(month, -12) else 0
                first = kept[0] if kept else reserved.get(code, ZERO)
                due += [*kept, *[first] * missing]
        for code, amount in reserved.items():
            self._left.reserves.setdefault(code, []).append(amount)
        left: list[Figure] = []
        if self._ww_is_over(real):
            left += self._left.reserves.pop("ww", [])
            if self.household.only_ww:
                left += self._left.reserves.pop("toeslagenwet", [])
        real.vakantiegeld_einde = _in_cents(total(*left))
        real.vakantiegeld_uitkering = _in_cents(total(*due, *left))
        real.events += self._holiday_events(real, in_may=total(*due) != ZERO)

    def _holiday_events(self, real: RealMonth, *, in_may: bool) -> Iterator[Event]:
        """Holiday allowance of UWV, with the day on which it arrives where a WW leaves it.

        It is told with the last month of a WW; where nothing is paid over that month, because of
        income, in the month in which it arrives.
        """
        arrives, self._left.holiday_arrives = self._left.holiday_arrives, None
        if real.vakantiegeld_einde != ZERO:
            day = ww_day(real.month, real.amounts)
            if _pays(real, "ww"):
                arrives = day
            else:
                self._left.holiday_arrives = day
        if in_may:
            yield Event("vakantiegeld_uitkering")
        elif arrives is not None:
            yield Event("vakantiegeld_uitkering", arrives)

    @staticmethod
    def _reserved_over(real: RealMonth) -> dict[str, Figure]:
        """What is put aside over a month, by benefit (euro)."""
        benefits, supplement = real.gross.benefits, real.gross.toeslagenwet
        found: dict[str, Figure] = {}
        if isinstance(benefits, Unknown):
            return {benefit.kind: benefits for benefit in real.household.benefits}
        for one in benefits:
            found[one.benefit.kind] = one.reserved
        share = real.amounts.toeslagenwet.vakantieuitkering.value
        found["toeslagenwet"] = (
            supplement if isinstance(supplement, Unknown) else supplement * share
        )
        return found

    def _ww_is_over(self, real: RealMonth) -> bool:
        """Whether the right to WW ends in a month, by its last day or by income (WW art. 20)."""
        benefit = next((item for item in self.household.benefits if isinstance(item, WW)), None)
        if benefit is None:
            return False
        last = self._ww_days(benefit)[2]
        return not real.ww_recht or (last is not None and month_of(last) == real.month)

    def _months_before(self, month: Month, code: str) -> int:
        """Months from May last year (or the first day of the benefit) that weren't worked out.

        The Toeslagenwet counts from the first benefit on.
        """
        began = [
            getattr(benefit, "first_day", None)
            for benefit in self.household.benefits
            if code in (benefit.kind, "toeslagenwet")
        ]
        first_reserved = shift(month, -12)
        days = [day for day in began if day is not None]
        if days and len(days) == len(began):
            first_reserved = max(first_reserved, month_of(min(days)))
        return max(between(first_reserved, min(self.first, month)), 0)

    def _work_events(self, month: Month) -> Iterator[Event]:
        """Work on own account that begins with the plan; jobs tell it themselves."""
        if month != self.start or self.plan is self.now:
            return
        goes_on = {
            place
            for place, work in enumerate(self.now.work)
            if isinstance(work, SelfEmployed) and (work.until is None or work.until >= month)
        }
        for place, work in enumerate(self.plan.work):
            if isinstance(work, SelfEmployed) and place not in goes_on:
                yield Event("bedrijf_begint", first_day(month), work.path)

    def _minimumloon_events(
        self, real: RealMonth, paid: list[Wage], spread: list[Wage]
    ) -> Iterator[Event]:
        """Birthdays that change a Wajong: its grondslag follows the age (Wajong art. 1:1 m)."""
        month = real.month
        for birthday in self.kept("birthdays of the person", self._birthdays_of_person):
            if month_of(birthday) != month:
                continue
            before = self._uwv_on(birthday - ONE_DAY, real, paid, spread)
            after = self._uwv_on(birthday, real, paid, spread)
            wajong = before.get("wajong"), after.get("wajong")
            if None not in wajong and wajong[0] != wajong[1]:
                yield Event("minimumloon_leeftijd", birthday, "person.birth_date")

    def _birthdays_of_person(self) -> list[date]:
        born = self.household.birth_date
        return [months_later(born, age * MONTHS) for age in AGES_OF_PERSON]

    def _uwv_on(
        self, day: date, real: RealMonth, paid: list[Wage], spread: list[Wage]
    ) -> dict[str, Decimal]:
        """What UWV pays a month with the rights of one day, without what isn't known (euro)."""
        part = self._part(day, real.amounts, real.household, real.plan, paid, spread)
        return {
            line.code: line.amount
            for line in part.lines
            if line.payer == "uwv" and isinstance(line.amount, Decimal)
        }

    def _end_matters(
        self, last: date, real: RealMonth, paid: list[Wage], spread: list[Wage]
    ) -> bool:
        """Whether the last day of a WW changes the money in its month or in the one after it.

        Where income or its size kept it at nothing, its end does so only if something else
        looks at it: a WGA (AIB art. 3:2 lid 14) or the Toeslagenwet.
        """
        before = self.months[-1] if self.months else None
        if _pays(real, "ww") or before is None or _pays(before, "ww"):
            return True
        then, after = (self._uwv_on(day, real, paid, spread) for day in (last, last + ONE_DAY))
        return {code: amount for code, amount in then.items() if amount} != {
            code: amount for code, amount in after.items() if amount
        }

    def _lower_percentage(self, benefit: WW | WGA, high: date | None, real: RealMonth) -> bool:
        """Whether 70% instead of 75% is to be told in this month: where the benefit is paid."""
        if high and month_of(high + ONE_DAY) == real.month:
            self._left.lower_from[benefit.kind] = high + ONE_DAY
        return benefit.kind in self._left.lower_from and _pays(real, benefit.kind)

    def _benefit_events(
        self, real: RealMonth, paid: list[Wage], spread: list[Wage]
    ) -> Iterator[Event]:
        month, ww_recht = real.month, real.ww_recht
        first_of_month, last_of_month = first_day(month), last_day(month)
        for benefit in self.household.benefits:
            if isinstance(benefit, WW):
                first, high, last = self._ww_days(benefit)
                if first and first_of_month <= first <= last_of_month:
                    yield Event("ww_begint", first, benefit.path)
                if self._lower_percentage(benefit, high, real):
                    yield Event("ww_70_procent", self._left.lower_from.pop("ww"), benefit.path)
                runs = (first is None or first <= last_of_month) and (
                    last is None or last >= first_of_month
                )
                if (
                    last
                    and ww_recht
                    and first_of_month <= last <= last_of_month
                    and self._end_matters(last, real, paid, spread)
                ):
                    yield Event("ww_eindigt", last, benefit.path)
                if runs and not ww_recht and not self._left.ww_ended_by_income:
                    yield Event("ww_stopt_door_inkomen", None, benefit.path)
                if runs and ww_recht and self._left.ww_ended_by_income:
                    yield Event("ww_herleeft", first_of_month, benefit.path)
            elif isinstance(benefit, WGA):
                first, high = self._wga_days(benefit)
                if first and first_of_month <= first <= last_of_month:
                    yield Event("wga_begint", first, benefit.path)
                if self._lower_percentage(benefit, high, real):
                    yield Event("wga_70_procent", self._left.lower_from.pop("wga"), benefit.path)
                until = benefit.phase_until
                if (
                    benefit.phase == "loongerelateerd"
                    and until
                    and first_of_month <= until + ONE_DAY <= last_of_month
                ):
                    yield Event("wga_vervolg", until + ONE_DAY, benefit.path)
        for ends in self._startperiode_ends():
            if month_of(ends) == month:
                yield Event("startperiode_eindigt", ends)

    def _pause(self, month: Month, paid: list[Wage], holiday: Decimal, *, ww_recht: bool) -> None:
        """A month without a right because of income makes the WW end later (art. 43 lid 1).

        Ended by hours on own account, it revives only where these end within the term of art. 8
        lid 3 (art. 21 lid 1).
        """
        benefit = next((item for item in self.household.benefits if isinstance(item, WW)), None)
        if benefit is None:
            return
        first, high, last = self._ww_days(benefit)
        begins = max(first or first_day(month), first_day(month))
        runs = begins <= last_day(month) and (last is None or last >= begins)
        self._left.ww_ended_by_income = runs and not ww_recht
        if not self._businesses(month) or self._in_startperiode(begins):
            # in the start-up period somebody still is a werknemer (art. 77a lid 3)
            self._left.ww_own_account = None
        elif runs and self._left.ww_own_account is None:
            self._left.ww_own_account = begins
        if not self._left.ww_ended_by_income:
            self._left.ww_ended_by_own_account = None
        else:
            wages = aib.inkomen_ww(tuple(paid), vakantiegeld_paid=False) + holiday
            self._note_own_account(benefit, month, begins, last, wages)
            # from the first day on which there would be a right, to the first of the next month
            days = (last_day(month) - begins).days + 1
            told = month < month_of(self.household.rules_date)
            if not told or (month >= self.start and self.plan is not self.now):
                # the last day that was told holds what came before
                self._left.ww_pause += days
            if high and high >= begins:
                self._left.ww_high_pause += days


def _with_holiday(paid: list[Wage], holiday: dict[int, tuple[Decimal, Decimal]]) -> list[Wage]:
    """The wages of a month with the holiday pay that comes in it, and no other."""
    # once where a job pays twice in a month, the end of its old terms and its new ones
    last_of = {wage.place: number for number, wage in enumerate(paid)}
    return [
        wage._replace(
            vakantiegeld_per_year=holiday[wage.place][0]
            if wage.place in holiday and last_of[wage.place] == number
            else ZERO
        )
        for number, wage in enumerate(paid)
    ]


def ww_day(month: Month, amounts: Amounts) -> date:
    """The day on which the WW over a month comes: after the statement of income (WW 33 lid 1)."""
    wait = int(amounts.ww.betaaltermijn_dagen.value)
    return first_day(shift(month, 1)) + timedelta(days=wait - 1)


def _pays(real: RealMonth, code: str) -> bool:
    """Whether UWV pays this over a month; what isn't known may be."""
    return any(
        line.code == code and line.payer == "uwv" and line.amount != ZERO
        for line in real.gross.lines
    )


def _in_cents(figure: Figure) -> Figure:
    return figure if isinstance(figure, Unknown) else cents(figure)


def with_work(
    plan: Plan, places: Collection[int], businesses: tuple[SelfEmployed, ...], at: Korting | None
) -> Plan:
    """A plan with some of its jobs only, and the credit where it then is."""
    jobs = (work for place, work in plan.jobs if place in places)
    return replace(plan, work=(*jobs, *businesses), loonheffingskorting_at=at)


def _within_reason(benefit: Benefit) -> Benefit:
    """A benefit whose days lie in the century of the amounts: further off changes nothing."""
    if isinstance(benefit, WW):
        return replace(
            benefit, first_day=_near(benefit.first_day), last_day=_near(benefit.last_day)
        )
    if isinstance(benefit, WGA):
        return replace(
            benefit, first_day=_near(benefit.first_day), phase_until=_near(benefit.phase_until)
        )
    return benefit


def _near(day: date | None) -> date | None:
    return None if day is None else min(max(day, FIRST_NEAR), LAST_NEAR)


def amounts_in(month: Month) -> Amounts:
    """The amounts of a month: they change on 1 January and 1 July only."""
    return amounts_of_the_law.on(date(month[0], JULY if month[1] >= JULY else 1, 1))


def born_by(children: tuple[Child, ...], day: date) -> tuple[Child, ...]:
    """The children that were born on a day; who doesn't say when counts as born."""
    return tuple(child for child in children if child.birth_date is None or child.birth_date <= day)


def _covered(day: date) -> date:
    """A day whose rules are known: for rules that hold without an end."""
    return min(max(day, amounts_of_the_law.FIRST_AMOUNTS), amounts_of_the_law.LAST_DATE)


def revision(since: date, until: date) -> Decimal:
    """By how much daglonen are revised from one date to another (WW 1b lid 7, WIA art. 14)."""
    factor = ONE
    low, high = min(since, until), max(since, until)
    half_year = (low.year, 1 if low.month < JULY else JULY)
    last = (high.year, 1 if high.month < JULY else JULY)
    while half_year != last:
        half_year = shift(half_year, 6)
        factor *= 1 + amounts_in(half_year).dagloon.herzieningspercentage.value
    return factor if until >= since else 1 / factor


def _high_until(benefit: WW | WGA, first: date) -> date:
    """The last day of the months with the higher percentage (WW art. 47, WIA art. 61 lid 1)."""
    law = amounts_of_the_law.on(_covered(first))
    months = (
        law.ww.maanden_hoog_percentage
        if isinstance(benefit, WW)
        else law.wia.wga_maanden_hoog_percentage
    )
    return months_later(first, int(months.value)) - ONE_DAY


def _revised(benefit: Benefit, factor: Decimal) -> Benefit:
    """A benefit with its maandloon or garantiebedrag revised (WW 1b, WIA 14, Wajong 8:8)."""
    if factor == ONE:
        return benefit

    def revised(amount: Decimal | None) -> Decimal | None:
        return None if amount is None else cents(amount * factor)

    if isinstance(benefit, Wajong):
        return replace(benefit, garantiebedrag_per_day=revised(benefit.garantiebedrag_per_day))
    return replace(
        benefit,
        maandloon=revised(benefit.maandloon),
        ongemaximeerd_maandloon=revised(benefit.ongemaximeerd_maandloon),
    )


def _has_ww(month: GrossMonth) -> bool:
    return isinstance(month.benefits, Unknown) or any(
        one.benefit.kind == "ww" for one in month.benefits
    )


def _ww_recht(month: GrossMonth) -> bool:
    """Whether there is a right to WW in a month; true where there is no WW at all."""
    if isinstance(month.benefits, Unknown):
        return True
    return all(one.recht for one in month.benefits if one.benefit.kind == "ww")
