"""The general rule: one scheme against the means of a household.

The order is that in which people would be told no: first what can't change (age, children), then
money. What isn't known leaves a ``perhaps`` with the question that settles it.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from calculator.rules.amounts import Amounts
from calculator.rules.figures import Figure, Unknown, total
from calculator.rules.laws import participatiewet
from calculator.rules.money import MONTHS_PER_YEAR, ONE, ZERO, at_least_zero, cents
from calculator.rules.periods import months_later
from calculator.rules.schemes.means import Means, without
from calculator.rules.schemes.scheme import Age, IncomeTest, Judged, Scheme, SchemeAmount, Value
from calculator.rules.situation import ADULT

#: nobody looked at it for this many months: it can't be shown as current any more
MONTHS_CHECK_LASTS = 12


class Standing(NamedTuple):
    """An income against a limit (euro per month)."""

    income: Decimal
    limit: Decimal
    #: above the limit; ``near``: so little that our estimate doesn't settle it
    above: bool
    near: bool
    #: not above what the scheme is only for
    too_low: bool = False


def is_known_on(scheme: Scheme, day: date) -> bool:
    """Whether the scheme was there already on ``day``."""
    return scheme.valid_from is None or scheme.valid_from <= day


def old_since(scheme: Scheme, day: date) -> int | None:
    """The year of the amounts, where they have run out."""
    if scheme.valid_until is None or day <= scheme.valid_until:
        return None
    return scheme.valid_until.year


def is_unchecked(scheme: Scheme, day: date) -> bool:
    """Whether the last check is too long ago, or there was none."""
    checked = scheme.checked_on
    return checked is None or day >= months_later(checked, MONTHS_CHECK_LASTS)


def judge(scheme: Scheme, means: Means, amounts: Amounts) -> Judged:
    """Whether the household may have this scheme, with the reason and the amount."""
    day = amounts.day
    old, unchecked = old_since(scheme, day), is_unchecked(scheme, day)

    def found(verdict: str, reason: str, **params: Value) -> Judged:
        return _found(scheme, means, old, unchecked, verdict, reason, (), params)

    refused = _refused_for_who_they_are(scheme, means)
    if refused is not None:
        return found("no", refused[0], **refused[1])
    missing = list(_missing_about_people(scheme, means))
    limit = asset_limit(scheme, means, amounts)
    if limit is not None:
        if isinstance(limit, Unknown):
            missing += limit.paths
        elif means.vermogen is None:
            missing.append("vermogen")
        elif means.vermogen > limit:
            return found("no", "vermogen_too_high", limit=limit)
    standings = income_standings(scheme, means, amounts)
    own_share: Decimal | None = None
    said: dict[str, Value] = {}
    near = False
    if isinstance(standings, Unknown):
        missing += standings.paths
        if standings.reason or not standings.paths:
            # no answer settles it: the norm or the income of that date isn't known
            return _found(scheme, means, old, unchecked, "perhaps", "norm_unknown", missing, {})
        if means.norm_hoogstens is not None:
            return _found(scheme, means, old, unchecked, "perhaps", "shared_home", missing, {})
    elif standings:
        assert scheme.income is not None  # noqa: S101 -- there is no standing without a test
        first = standings[0]
        said = {"income": first.income, "limit": first.limit}
        if all(one.too_low for one in standings):
            return found("no", "income_below_band", **said)
        # counted with and without holiday pay, where it isn't known which: both must agree
        differ = len({one.above or one.too_low for one in standings}) > 1
        near = differ or any(one.near for one in standings)
        above_all = above_every_limit(means, amounts)
        if first.above and scheme.income.own_share is not None and isinstance(above_all, dict):
            if above_all:
                return found("no", "income_above_all", **above_all)
            excess = first.income - first.limit
            own_share = cents(excess * scheme.income.own_share * MONTHS_PER_YEAR)
        elif first.above and not near:
            return found("no", "income_too_high", **said)
    if scheme.income_unknown:
        above_all = above_every_limit(means, amounts)
        if isinstance(above_all, Unknown):
            missing += above_all.paths
        elif above_all:
            return found("no", "income_above_all", **above_all)
    months = scheme.low_income_months
    if months is not None:
        if means.low_income_months is None:
            missing.append("person.low_income_months")
        elif means.low_income_months < months:
            return found("no", "low_income_too_short", months=months)
    if missing:
        return _found(
            scheme,
            means,
            old,
            unchecked,
            "perhaps",
            "missing",
            missing,
            {**said, **_months(scheme)},
        )
    if own_share is not None:
        return found("perhaps", "own_share", own_share=own_share, **said)
    if near:
        return found("perhaps", "income_near_limit", **said)
    if old is not None:
        return found("perhaps", "old_amounts", year=old, **said)
    if unchecked:
        return found("perhaps", "unchecked", **said)
    if scheme.income_unknown:
        return found("perhaps", "limit_unknown")
    if not scheme.sure:
        return found("perhaps", "unsure", **said)
    if scheme.conditions:
        return found("perhaps", "conditions", **said)
    return found("likely", "fits_income" if said else "fits", **said)


def _months(scheme: Scheme) -> dict[str, Value]:
    return {} if scheme.low_income_months is None else {"months": scheme.low_income_months}


def _found(  # type: ignore[no-untyped-def]
    scheme, means, old, unchecked, verdict, reason, missing, params
) -> Judged:
    amount = None if verdict == "no" else amount_for(scheme, means)
    return Judged(
        scheme,
        verdict,
        reason,
        params,
        tuple(dict.fromkeys(missing)),
        amount=None if amount is None else amount.value,
        per=None if amount is None else amount.per,
        in_kind=amount is not None and amount.in_kind,
        old=old,
        unchecked=unchecked,
    )


def _refused_for_who_they_are(scheme: Scheme, means: Means) -> tuple[str, dict[str, Value]] | None:
    """A no that no amount of money changes."""
    if scheme.age.first is not None and means.leeftijd < scheme.age.first:
        return "too_young", {"age": scheme.age.first}
    if scheme.age.last is not None and means.leeftijd > scheme.age.last:
        return "too_old", {"age": scheme.age.last}
    children = means.children
    if scheme.child is not None and not isinstance(children, Unknown):
        if not children:
            return "no_children", {}
        if not _of_age(scheme.child, children):
            first, last = scheme.child
            return "no_children_of_age", {
                "first": 0 if first is None else first,
                "last": ADULT - 1 if last is None else last,
            }
    if isinstance(means.household, Unknown) or isinstance(children, Unknown):
        return None
    if scheme.households and means.household not in scheme.households:
        return "not_for_household", {}
    if scheme.amounts and amount_for(scheme, means) is None:
        return "not_for_household", {}
    return None


def _missing_about_people(scheme: Scheme, means: Means) -> Iterator[str]:
    """Ages of children that would settle whether the scheme is for this household."""
    by_child = scheme.child is not None or any(one.child for one in scheme.amounts)
    if by_child and isinstance(means.children, Unknown):
        yield from means.children.paths
    by_household = scheme.households or any(one.household != "any" for one in scheme.amounts)
    if by_household and isinstance(means.household, Unknown):
        yield from means.household.paths


def asset_limit(scheme: Scheme, means: Means, amounts: Amounts) -> Figure | None:
    """The assets that may be there (euro); None where they don't matter."""
    if scheme.assets == "none":
        return None
    if isinstance(means.household, Unknown):
        return means.household
    alone = means.household == "single"
    if scheme.assets == "own" and scheme.asset_limits is not None:
        return scheme.asset_limits[0 if alone else 1]
    return participatiewet.vermogensgrens(amounts, alleen=alone)


def above_every_limit(means: Means, amounts: Amounts) -> dict[str, Value] | Unknown:
    """Income and limit, where the income is above every limit that municipalities use.

    The limit is that of who is 21 or older: what the youth norm does to it isn't known.
    """
    norm = means.norm_grens
    both = total(means.inkomen, norm)
    if isinstance(both, Unknown):
        return both
    assert isinstance(norm, Decimal)  # noqa: S101 -- their sum is known
    assert isinstance(means.inkomen, Decimal)  # noqa: S101
    limit = cents(norm * amounts.regelingen.hoogste_inkomensgrens.value)
    return {"income": means.inkomen, "limit": limit} if means.inkomen > limit else {}


def counted_income(test: IncomeTest, means: Means, *, vakantietoeslag: bool) -> Figure:
    """The income that a test looks at (euro per month)."""
    income = means.inkomen if vakantietoeslag else means.inkomen_zonder
    if test.toeslagen:
        income = total(income, means.toeslagen)
    return without(income, means.vrijlating) if test.vrijlating else income


def income_standings(
    scheme: Scheme, means: Means, amounts: Amounts
) -> tuple[Standing, ...] | Unknown:
    """The income against the limit, in each way that it may be counted; none without a test.

    With and without holiday pay where it isn't known which; with the youth norm and the full one
    below 21. Where it isn't known how many share the costs, only what is above the limit with the
    fewest is told.
    """
    test = scheme.income
    if test is None:
        return ()
    ways = (True, False) if test.vakantietoeslag is None else (test.vakantietoeslag,)
    shared = means.norm_hoogstens is not None
    norms: tuple[Figure, ...] = (means.norm_grens,)
    if not shared and means.norm != means.norm_volwassen:
        norms = (means.norm_volwassen, means.norm)
    found = []
    for norm in norms:
        for way in ways:
            income = counted_income(test, means, vakantietoeslag=way)
            both = total(income, norm)
            if isinstance(both, Unknown):
                return both
            assert isinstance(income, Decimal)  # noqa: S101 -- their sum is known
            assert isinstance(norm, Decimal)  # noqa: S101
            whole = norm if way else participatiewet.zonder_vakantietoeslag(amounts, norm)
            limit = cents(whole * test.percentage)
            found.append(
                Standing(
                    income,
                    limit,
                    income > limit,
                    is_near(income, limit, amounts),
                    test.above is not None and income <= cents(whole * test.above),
                )
            )
    if shared and not all(one.above and not one.near for one in found):
        assert isinstance(means.norm, Unknown)  # noqa: S101 -- else nothing is shared
        return means.norm
    return tuple(found)


def is_near(income: Decimal, limit: Decimal, amounts: Amounts) -> bool:
    """Whether an income lies so little above a limit that our estimate doesn't settle it."""
    margin: Decimal = amounts.regelingen.marge.value
    return limit < income <= limit * (ONE + margin)


def _of_age(age: Age, children: tuple[int, ...]) -> int:
    """How many of the children are of that age."""
    return sum(1 for child in children if age.holds(child))


def amount_for(scheme: Scheme, means: Means) -> SchemeAmount | None:
    """What this household gets; the one for a child of a certain age goes before the general one.

    What is paid per child is added up. None where the amounts don't say anything of this household.
    """
    if isinstance(means.household, Unknown) or isinstance(means.children, Unknown):
        return None
    fitting = []
    for one in scheme.amounts:
        if one.household not in ("any", means.household):
            continue
        count = 1
        if one.child is not None:
            count = _of_age(one.child, means.children)
        elif one.per_child:
            count = len(means.children)
        if not count:
            continue
        fitting.append((one, one.value * count if one.per_child else one.value))
    if not fitting:
        return None
    whole = [item for item in fitting if not item[0].per_child]
    each = sum((value for one, value in fitting if one.per_child), ZERO)
    base = max(
        whole,
        key=lambda item: (item[0].child is not None, item[0].household != "any", item[1]),
        default=None,
    )
    model = base[0] if base is not None else fitting[0][0]
    value = at_least_zero((base[1] if base is not None else ZERO) + each)
    return SchemeAmount(value, model.per, model.household, model.child, in_kind=model.in_kind)
