"""The picture of the calendar: what each month leaves, now and with the first plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from calculator.results import calendar_wording as wording
from calculator.results.calendar_months import billed_in, going_out, left_in, put_aside_for
from calculator.results.calendar_texts import FIRST_EURO, Texts, mixed, said
from calculator.results.page import SET_ASIDE
from calculator.results.pictures import BarsPicture, BarValue, bars_picture
from calculator.rules.calendar import CalendarOutcome
from calculator.rules.figures import Figure, Unknown, minus, total
from calculator.rules.money import EURO, ZERO
from calculator.rules.periods import Month
from calculator.texts import gettext

KINDS = ("now", "plan")
#: what goes out of what comes in, told as one amount over all months
TOLD_TOGETHER = {
    "childcare_cost": ("childcare_cost",),
    "travel_cost": ("travel_cost",),
    "put_aside": tuple(sorted(SET_ASIDE)),
}


class CalendarBars:
    """Bars for what each month leaves, and what they say in words."""

    def __init__(
        self,
        calendars: Sequence[CalendarOutcome],
        names: Sequence[str],
        shown: int,
        texts: Texts,
        *,
        has_costs: bool,
    ) -> None:
        """``shown``: of how many months there are bars. ``has_costs``: something goes out too."""
        self.calendars = calendars[: len(KINDS)]
        self.names = names[: len(KINDS)]
        self.shown = shown
        self.texts = texts
        self.has_costs = has_costs

    @cached_property
    def _left(self) -> list[tuple[Month, list[Figure]]]:
        """What the picture shows: what each month leaves, now and in the first plan."""
        return [
            (month.month, [left_in(calendar, place) for calendar in self.calendars])
            for place, month in enumerate(self.calendars[0].months[: self.shown])
        ]

    def legend(self) -> list[tuple[str, str]]:
        """The kinds of bars with their names."""
        return list(zip(KINDS, self.names, strict=False))

    @cached_property
    def picture(self) -> BarsPicture | None:
        """What is left month after month; None where too little is known for a picture."""
        if not any(isinstance(figure, Decimal) for _, row in self._left for figure in row):
            return None
        months = []
        for place, (month, figures) in enumerate(self._left):
            label = self.texts.short_month(month, with_year=place == 0 or month[1] == 1)
            values = [
                BarValue(kind, figure, self.texts.money(figure, whole=True))
                if isinstance(figure, Decimal)
                else BarValue(kind, None, gettext("niet bekend"))
                for kind, figure in zip(KINDS, figures, strict=False)
            ]
            months.append((label, values))
        return bars_picture(months)

    @cached_property
    def sentences(self) -> list[SafeString]:
        """What the picture says: most and least, and all months together."""
        known = [
            (figures[-1], month)
            for month, figures in self._left
            if isinstance(figures[-1], Decimal)
        ]
        if not known:
            return []
        together = compared(self.calendars, self.shown, self.texts)
        sentences = [] if together is None else [together.sentence]
        if together is not None and together.made_of:
            sentences.append(together.made_of)
        if len(known) == 1:
            ((amount, month),) = known
            text = (
                gettext("In %(month)s blijft er %(amount)s over.")
                if self.has_costs
                else gettext("In %(month)s komt er %(amount)s binnen.")
            )
            params = {"amount": self.texts.money(amount, whole=True)}
            return [*sentences, mixed(text, params, {"month": self.texts.month_and_year(month)})]
        most = max(known, key=lambda item: item[0])
        least = min(known, key=lambda item: item[0])
        params = {
            "most": self.texts.money(most[0], whole=True),
            "least": self.texts.money(least[0], whole=True),
        }
        if params["most"] == params["least"]:
            text = (
                gettext("Elke maand blijft er ongeveer %(most)s over.")
                if self.has_costs
                else gettext("Elke maand komt er ongeveer %(most)s binnen.")
            )
            return [*sentences, said(text, most=params["most"])]
        names = {
            "most_month": self.texts.month_and_year(most[1]),
            "least_month": self.texts.month_and_year(least[1]),
        }
        return [*sentences, mixed(self._most_and_least(), params, names)]

    def _most_and_least(self) -> str:
        if len(self.calendars) > 1 and self.has_costs:
            return gettext(
                "Met uw plan blijft het meeste over in %(most_month)s: %(most)s. "
                "Het minste blijft over in %(least_month)s: %(least)s."
            )
        if len(self.calendars) > 1:
            return gettext(
                "Met uw plan komt het meeste binnen in %(most_month)s: %(most)s. "
                "Het minste komt binnen in %(least_month)s: %(least)s."
            )
        if self.has_costs:
            return gettext(
                "Het meeste blijft over in %(most_month)s: %(most)s. "
                "Het minste blijft over in %(least_month)s: %(least)s."
            )
        return gettext(
            "Het meeste komt binnen in %(most_month)s: %(most)s. "
            "Het minste komt binnen in %(least_month)s: %(least)s."
        )


@dataclass
class Compared:
    """All months together, against now."""

    #: how much more or less is left
    sentence: SafeString
    #: what that is made of: more or less that comes in and goes out; nothing where nothing goes out
    made_of: SafeString


def compared(
    calendars: Sequence[CalendarOutcome], shown: int, texts: Texts, plan: int = 1
) -> Compared | None:
    """A plan against now over all months together, where every month is known.

    In whole euros; what comes in is told as what is left and what goes out, so that they add up.
    """
    if len(calendars) <= plan or not shown:
        return None
    now, other = calendars[0], calendars[plan]
    more = total(
        *(minus(left_in(other, place), left_in(now, place)) for place in range(shown)),
    )
    if isinstance(more, Unknown):
        return None
    out: dict[str, Decimal] = {}
    for name, codes in TOLD_TOGETHER.items():
        gone = minus(_gone(other, shown, codes), _gone(now, shown, codes))
        if isinstance(gone, Decimal) and abs(gone) >= FIRST_EURO:
            out[name] = gone.quantize(EURO, ROUND_HALF_UP)
    left = more.quantize(EURO, ROUND_HALF_UP)
    words = _period(now, shown, texts)
    parts = []
    if out:
        parts.append(_comes_in(left - sum(out.values(), ZERO), texts))
        for name, gone in out.items():
            text = (wording.MORE_OUT if gone < ZERO else wording.LESS_OUT)[name]
            parts.append(said(gettext(text), amount=texts.money(abs(gone), whole=True)))
    made_of = format_html_join(" ", "{}", ((part,) for part in parts))
    amount = {"amount": texts.money(abs(left), whole=True)}
    return Compared(mixed(_more_or_less(more, shown), amount, words), made_of)


def _gone(calendar: CalendarOutcome, shown: int, codes: tuple[str, ...]) -> Figure:
    """What goes out over all months (negative), less what was put aside before for a bill."""
    found: list[Figure] = []
    for place in range(shown):
        out = going_out(calendar, place)
        found += [out[code] for code in codes if code in out]
        if set(codes) >= SET_ASIDE:
            found += [put_aside_for(year) for year in billed_in(calendar, place)]
    return total(*found)


def _period(calendar: CalendarOutcome, shown: int, texts: Texts) -> dict[str, str]:
    months = calendar.months[:shown]
    return {
        "count": texts.number(shown),
        "from": texts.month_and_year(months[0].month),
        "until": texts.month_and_year(months[-1].month),
    }


def _more_or_less(more: Decimal, shown: int) -> str:
    if shown == 1 and abs(more) < FIRST_EURO:
        return gettext("In %(from)s houdt u met uw plan evenveel over als zonder plan.")
    if shown == 1 and more > ZERO:
        return gettext(
            "In %(from)s houdt u met uw plan ongeveer %(amount)s meer over dan zonder plan."
        )
    if shown == 1:
        return gettext(
            "In %(from)s houdt u met uw plan ongeveer %(amount)s minder over dan zonder plan."
        )
    if abs(more) < FIRST_EURO:
        return gettext(
            "Met uw plan houdt u in %(count)s maanden evenveel over als zonder plan. "
            "Dat is van %(from)s tot en met %(until)s."
        )
    if more > ZERO:
        return gettext(
            "Met uw plan houdt u in %(count)s maanden ongeveer %(amount)s meer over dan zonder "
            "plan. Dat is van %(from)s tot en met %(until)s."
        )
    return gettext(
        "Met uw plan houdt u in %(count)s maanden ongeveer %(amount)s minder over dan zonder "
        "plan. Dat is van %(from)s tot en met %(until)s."
    )


def _comes_in(more: Decimal, texts: Texts) -> SafeString:
    amount = texts.money(abs(more), whole=True)
    if abs(more) < FIRST_EURO:
        return said(gettext("Er komt evenveel binnen als zonder plan."))
    if more > ZERO:
        return said(gettext("Er komt %(amount)s meer binnen."), amount=amount)
    return said(gettext("Er komt %(amount)s minder binnen."), amount=amount)
