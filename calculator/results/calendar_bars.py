"""The picture of the calendar: what arrives each month, now and with the first plan."""

from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property

from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from calculator.results.calendar_months import received_in
from calculator.results.calendar_texts import FIRST_EURO, Texts, mixed, said
from calculator.results.pictures import BarsPicture, BarValue, bars_picture
from calculator.rules.calendar import CalendarOutcome
from calculator.rules.figures import Figure, Unknown, minus, total
from calculator.rules.money import ZERO
from calculator.rules.periods import Month

KINDS = ("now", "plan")


class CalendarBars:
    """Bars for what arrives in each month, and what they say in words."""

    def __init__(
        self, calendars: Sequence[CalendarOutcome], names: Sequence[str], shown: int, texts: Texts
    ) -> None:
        """``shown``: of how many months there are bars."""
        self.calendars = calendars[: len(KINDS)]
        self.names = names[: len(KINDS)]
        self.shown = shown
        self.texts = texts

    @cached_property
    def _received(self) -> list[tuple[Month, list[Figure]]]:
        """What the picture shows: what arrives in each month, now and in the first plan."""
        return [
            (month.month, [received_in(calendar, place) for calendar in self.calendars])
            for place, month in enumerate(self.calendars[0].months[: self.shown])
        ]

    def legend(self) -> list[tuple[str, str]]:
        """The kinds of bars with their names."""
        return list(zip(KINDS, self.names, strict=False))

    @cached_property
    def picture(self) -> BarsPicture | None:
        """What arrives month after month; None where too little is known for a picture."""
        if not any(isinstance(figure, Decimal) for _, row in self._received for figure in row):
            return None
        months = []
        for place, (month, figures) in enumerate(self._received):
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
            for month, figures in self._received
            if isinstance(figures[-1], Decimal)
        ]
        if not known:
            return []
        together = self._together()
        sentences = [] if together is None else [together]
        if len(known) == 1:
            ((amount, month),) = known
            text = gettext("In %(month)s komt er %(amount)s binnen.")
            params = {"amount": self.texts.money(amount, whole=True)}
            return [*sentences, mixed(text, params, {"month": self.texts.month_and_year(month)})]
        most = max(known, key=lambda item: item[0])
        least = min(known, key=lambda item: item[0])
        params = {
            "most": self.texts.money(most[0], whole=True),
            "least": self.texts.money(least[0], whole=True),
        }
        if params["most"] == params["least"]:
            text = gettext("Elke maand komt er ongeveer %(most)s binnen.")
            return [*sentences, said(text, most=params["most"])]
        names = {
            "most_month": self.texts.month_and_year(most[1]),
            "least_month": self.texts.month_and_year(least[1]),
        }
        text = (
            gettext(
                "Met uw plan komt het meeste binnen in %(most_month)s: %(most)s. "
                "Het minste komt binnen in %(least_month)s: %(least)s."
            )
            if len(self.calendars) > 1
            else gettext(
                "Het meeste komt binnen in %(most_month)s: %(most)s. "
                "Het minste komt binnen in %(least_month)s: %(least)s."
            )
        )
        return [*sentences, mixed(text, params, names)]

    def _together(self) -> SafeString | None:
        """The difference over all months together, where every month is known."""
        differences = []
        for _, figures in self._received:
            if len(figures) < 2:
                return None
            differences.append(minus(figures[1], figures[0]))
        more = total(*differences)
        if isinstance(more, Unknown):
            return None
        count = len(differences)
        if abs(more) < FIRST_EURO:
            text = gettext("In deze maanden samen komt er met uw plan evenveel binnen als nu.")
            return said(text)
        if more > ZERO:
            text = ngettext(
                "In deze maand komt er met uw plan %(amount)s meer binnen dan nu.",
                "In deze %(count)s maanden samen komt er met uw plan %(amount)s meer binnen "
                "dan nu.",
                count,
            )
        else:
            text = ngettext(
                "In deze maand komt er met uw plan %(amount)s minder binnen dan nu.",
                "In deze %(count)s maanden samen komt er met uw plan %(amount)s minder binnen "
                "dan nu.",
                count,
            )
        amount = {"amount": self.texts.money(abs(more), whole=True)}
        return mixed(text, amount, {"count": self.texts.number(count)})
