"""The curve: what is left at every wage, as sentences, a picture, a table and steps."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from calculator.results import calendar_wording as wording
from calculator.results.calendar_texts import FIRST_EURO, HUNDRED, NOTHING, Texts, said
from calculator.results.pictures import (
    CurveMark,
    CurvePicture,
    axis_step,
    curve_picture,
    round_up,
)
from calculator.rules.curve import BEYOND_OWN, NEAR, WORTH_NAMING, Curve, CurveStep, Fall
from calculator.rules.figures import Unknown
from calculator.rules.money import ZERO
from calculator.rules.outcome import Outcome
from calculator.texts import gettext

#: the curve is shown for at least this much beyond a right that ends (euro per month)
BEYOND_STEP = Decimal(250)
#: falls that are told; the kinderopvangtoeslag of a large family goes down class by class
MOST_FALLS = 3
#: rows of the table of wages, apart from the own wage and the drops
ROWS = 9


@dataclass
class StepText:
    """What happens at one wage."""

    #: its number in the picture; "" where it isn't drawn
    number: str
    title: SafeString
    texts: list[str]
    effect: SafeString
    #: from where on it is better again, or why more is left
    again: SafeString
    drop: bool


@dataclass
class WageRow:
    """A wage of the table: what is left, and what stays of each hundred euro more."""

    gross: str
    net: str
    of_hundred: str
    #: how much falls away at this wage, in words
    drop: SafeString
    own: bool
    first_euro: bool = False


@dataclass
class CurveText:
    """The curve: its main sentence, picture, table and steps."""

    sentences: list[SafeString]
    picture: CurvePicture
    description: str
    rows: list[WageRow]
    steps: list[StepText]


class CurveTable:
    """The curve of one plan in words, as a picture and as a table."""

    def __init__(self, curve: Curve | None, outcome: Outcome, texts: Texts) -> None:
        self._curve = curve
        self.outcome = outcome
        self.texts = texts

    def hundred(self) -> str:
        """The hundred euro of which the table tells what stays."""
        return self.texts.money(HUNDRED, whole=True)

    @cached_property
    def own(self) -> Decimal | None:
        """The gross wage of the job that the curve varies, in the visitor's own plan."""
        if self._curve is None:
            return None
        plan = next((it for it in self.outcome.situations if it.id == self._curve.plan), None)
        lines = plan.month.lines if plan is not None else []
        wage = next((line.amount for line in lines if line.code == "loon"), None)
        return wage if isinstance(wage, Decimal) and wage >= FIRST_EURO else None

    @cached_property
    def nets(self) -> dict[Decimal, Decimal]:
        """What is left at every wage of the curve where that is known."""
        if self._curve is None:
            return {}
        return {
            point.gross: point.net for point in self._curve.points if isinstance(point.net, Decimal)
        }

    # --- Up to which wage -----------------------------------------------------------------

    def _shown_until(self, curve: Curve) -> Decimal:
        """How far the picture and the table go: past the own wage and whatever comes near it."""
        last = curve.points[-1].gross
        own = self.own or ZERO
        ends = [own + BEYOND_OWN]
        for step in curve.steps:
            near = step.gross <= max(NEAR, own + BEYOND_OWN)
            if near or self._drops(step):
                ends.append((step.better_off_from or step.gross) + BEYOND_STEP)
        ends += [(fall.better_off_from or fall.lowest) + BEYOND_STEP for fall in self.falls]
        round_to = axis_step(ZERO, max(ends), ROWS)
        return min(round_up(max(ends), round_to), last)

    @staticmethod
    def _drops(step: CurveStep) -> bool:
        """Whether noticeably less is left from this wage on."""
        return step.net <= step.net_below - WORTH_NAMING

    @cached_property
    def falls(self) -> list[Fall]:
        """The deepest falls at wages that somebody may come near, in the order of the wages."""
        if self._curve is None:
            return []
        near = max(NEAR, (self.own or ZERO) + BEYOND_OWN)
        found = [fall for fall in self._curve.falls if fall.gross <= near]
        deepest = sorted(found, key=lambda fall: fall.lowest_net - fall.net)[:MOST_FALLS]
        return sorted(deepest, key=lambda fall: fall.gross)

    @cached_property
    def text(self) -> CurveText | None:
        """The curve in words, as a picture and as a table; None where there is none."""
        curve = self._curve
        if curve is None or ZERO not in self.nets or len(self.nets) < 3:
            return None
        end = self._shown_until(curve)
        steps = curve.steps
        drawn = [step for step in steps if step.gross <= end]
        numbers = {id(step): self.texts.number(place) for place, step in enumerate(drawn, 1)}
        return CurveText(
            sentences=list(self._curve_sentences(curve)),
            picture=self._curve_picture(curve, end, drawn, numbers),
            description=self._curve_description(end),
            rows=list(self._wage_rows(curve, end)),
            steps=[self._step(step, numbers.get(id(step), "")) for step in steps],
        )

    # --- In sentences ---------------------------------------------------------------------

    def _curve_sentences(self, curve: Curve) -> Iterator[SafeString]:
        """The main thing: whether this wage leaves more, and where it would leave less."""
        own = self.own
        if own is not None and own in self.nets:
            yield self._at_own_wage(curve, own)
        dips = [
            *(step for step in curve.steps if self._drops(step) and step.gross >= FIRST_EURO),
            *self.falls,
        ]
        yield from self._small_wages(curve, own)
        if not dips and not curve.falls:
            yield said(gettext("Gaat u meer verdienen? Dan houdt u nergens merkbaar minder over."))
        for dip in sorted(dips, key=lambda one: one.gross):
            if own is None or not self._inside(dip, own):  # else it is said already
                yield self._of_dip(dip)
            if isinstance(dip, Fall) and dip.korting:
                yield said(gettext(wording.KORTING_HELPS[dip.korting]))
        if len(curve.falls) > len(self.falls):
            yield said(
                gettext("Ook bij andere lonen houdt u soms wat minder over dan met een lager loon.")
            )

    def _small_wages(self, curve: Curve, own: Decimal | None) -> Iterator[SafeString]:
        """That a small wage leaves less than none, where the own wage isn't one of those."""
        first = next((it for it in curve.steps if it.gross < FIRST_EURO and self._drops(it)), None)
        if first is None or first.better_off_from is None or (own or ZERO) < first.better_off_from:
            return
        yield said(
            gettext(
                "Verdient u minder dan %(better)s per maand? Dan houdt u minder over dan zonder "
                "loon."
            ),
            better=self.texts.wage(first.better_off_from),
        )
        if first.reasons == ("loonheffingskorting.work",):
            yield said(
                gettext(
                    "Dat komt door de loonheffingskorting. Laat die bij zo'n laag loon bij uw "
                    "uitkering staan."
                )
            )

    def _of_dip(self, dip: CurveStep | Fall) -> SafeString:
        """Between which wages less is left than with a lower wage."""
        wage = self.texts.wage(dip.gross)
        if dip.better_off_from is None:
            text = gettext(
                "Let op bij een loon vanaf %(gross)s per maand. Daar houdt u minder over."
            )
            return said(text, gross=wage)
        text = gettext(
            "Let op bij een loon tussen %(gross)s en %(better)s per maand. Daar houdt u minder "
            "over dan met een iets lager loon."
        )
        return said(text, gross=wage, better=self.texts.wage(dip.better_off_from))

    @staticmethod
    def _inside(dip: CurveStep | Fall, own: Decimal) -> bool:
        """Whether less is left at a wage than with a lower one."""
        first = dip.gross < own if isinstance(dip, Fall) else dip.gross <= own
        return first and (dip.better_off_from is None or own < dip.better_off_from)

    def _at_own_wage(self, curve: Curve, own: Decimal) -> SafeString:
        """What the visitor's own wage does, against no wage and against what lies just below."""
        wage = self.texts.wage(own)
        more = self.nets[own] - self.nets[ZERO]
        drops = (it for it in curve.steps if self._drops(it) and it.gross >= FIRST_EURO)
        for dip in (*drops, *self.falls):
            if self._inside(dip, own):
                return self._own_wage_in(dip, own)
        if more >= FIRST_EURO:
            text = gettext(
                "Ja. Met uw loon van %(wage)s houdt u %(more)s per maand meer over dan zonder "
                "dit loon. Van elke %(hundred)s loon houdt u dan ongeveer %(kept)s over."
            )
            return said(
                text,
                wage=wage,
                more=self.texts.money(more),
                hundred=self.hundred(),
                kept=self.texts.money(more / own * HUNDRED, whole=True),
            )
        if more > -FIRST_EURO:
            text = gettext("Met uw loon van %(wage)s houdt u per maand evenveel over.")
            return said(text, wage=wage)
        text = gettext(
            "Met uw loon van %(wage)s houdt u %(less)s per maand minder over dan zonder dit loon."
        )
        return said(text, wage=wage, less=self.texts.money(-more))

    def _own_wage_in(self, dip: CurveStep | Fall, own: Decimal) -> SafeString:
        """That a lower wage than the visitor's own leaves more, and how it is without a wage."""
        less = (dip.net if isinstance(dip, Fall) else dip.net_below) - self.nets[own]
        if isinstance(dip, Fall):
            text = gettext(
                "Uw loon is %(wage)s. Daarmee houdt u %(less)s per maand minder over dan met een "
                "loon van %(gross)s."
            )
        else:
            text = gettext(
                "Uw loon is %(wage)s. Daarmee houdt u %(less)s per maand minder over dan met een "
                "loon net onder %(gross)s."
            )
        amounts = {
            "wage": self.texts.wage(own),
            "gross": self.texts.wage(dip.gross),
            "less": self.texts.money(less),
        }
        sentences = [said(text, **amounts)]
        if dip.better_off_from is not None:
            text = gettext("Vanaf %(better)s houdt u weer meer over.")
            sentences.append(said(text, better=self.texts.wage(dip.better_off_from)))
        sentences.append(self._against_no_wage(own))
        return format_html_join(" ", "{}", ((sentence,) for sentence in sentences))

    def _against_no_wage(self, own: Decimal) -> SafeString:
        """What the own wage leaves more or less than no wage at all."""
        more = self.nets[own] - self.nets[ZERO]
        if abs(more) < FIRST_EURO:
            return said(gettext("U houdt evenveel over als zonder dit loon."))
        if more > ZERO:
            text = gettext("U houdt wel %(more)s per maand meer over dan zonder dit loon.")
        else:
            text = gettext("U houdt ook %(more)s per maand minder over dan zonder dit loon.")
        return said(text, more=self.texts.money(abs(more)))

    # --- As a picture ---------------------------------------------------------------------

    def _curve_description(self, end: Decimal) -> str:
        nets = [net for gross, net in self.nets.items() if gross <= end]
        return gettext(
            "De lijn loopt van een loon van %(from)s tot %(until)s bruto per maand. "
            "Het minste dat u overhoudt is %(least)s, het meeste %(most)s. "
            "De getallen staan in de tabel."
        ) % {
            "from": self.texts.money(ZERO, whole=True),
            "until": self.texts.money(end, whole=True),
            "least": self.texts.money(min(nets), whole=True),
            "most": self.texts.money(max(nets), whole=True),
        }

    def _curve_picture(
        self, curve: Curve, end: Decimal, drawn: list[CurveStep], numbers: dict[int, str]
    ) -> CurvePicture:
        lines: list[list[tuple[Decimal, Decimal]]] = [[]]
        below = {step.gross: step.net_below for step in drawn}
        for point in curve.points:
            if point.gross > end:
                break
            if isinstance(point.net, Unknown):
                lines.append([])
                continue
            if point.gross in below:
                lines[-1].append((point.gross, below[point.gross]))
            lines[-1].append((point.gross, point.net))
        pieces = [line for line in lines if line]
        marks = [
            CurveMark(numbers[id(step)], step.gross, step.net, self._drops(step)) for step in drawn
        ]
        own = self.own
        mine = None
        if own is not None and own in self.nets:
            mine = (own, self.nets[own], gettext("uw loon"))
        return curve_picture(pieces, end, marks, mine, self._money_of_axis)

    def _money_of_axis(self, amount: Decimal) -> str:
        return self.texts.money(amount, whole=True)

    # --- As a table, and its steps --------------------------------------------------------

    def _wage_rows(self, curve: Curve, end: Decimal) -> Iterator[WageRow]:
        """Round wages, the own wage, and every wage at which much falls away."""
        own = self.own
        drops = {
            step.gross: step for step in curve.steps if self._drops(step) and step.gross <= end
        }
        step = axis_step(ZERO, end, ROWS)
        grid = {step * place for place in range(int(end / step) + 1)}
        special = {*drops, *([own] if own is not None else [])}
        special |= {it.gross for it in self.falls}
        special |= {it.lowest for it in self.falls}
        special |= {it.better_off_from for it in self.falls if it.better_off_from is not None}
        wages = sorted(
            gross
            for gross in {*grid, *special}
            if gross in self.nets and (gross in special or gross <= end)
        )
        before: Decimal | None = None
        for gross in wages:
            net = self.nets[gross]
            at = drops.get(gross)
            of_hundred = "–"
            if before is not None and gross - before >= FIRST_EURO:
                reached = at.net_below if at is not None else net
                kept = (reached - self.nets[before]) / (gross - before) * HUNDRED
                of_hundred = self.texts.money(kept, whole=True)
            drop = NOTHING
            if at is not None:
                amount = self.texts.money(at.net_below - at.net)
                drop = said(gettext("hier valt %(amount)s weg"), amount=amount)
            yield WageRow(
                gross=self.texts.wage(gross),
                net=self.texts.money(net),
                of_hundred=of_hundred,
                drop=drop,
                own=gross == own,
                first_euro=ZERO < gross < FIRST_EURO,
            )
            before = gross

    def _step(self, step: CurveStep, number: str) -> StepText:
        change = step.net - step.net_below
        if step.gross < FIRST_EURO:
            title = said(gettext("Zodra u loon krijgt"))
        else:
            title = said(
                gettext("Vanaf %(gross)s bruto per maand"), gross=self.texts.wage(step.gross)
            )
        amount = self.texts.money(abs(change))
        if abs(change) < WORTH_NAMING and any(it in wording.FADES for it in step.reasons):
            effect = said(gettext("Het bedrag was al langzaam lager geworden."))
        elif abs(change) < WORTH_NAMING:
            effect = said(gettext("Dat scheelt bijna niets."))
        elif change > ZERO:
            effect = said(gettext("U houdt %(amount)s per maand meer over."), amount=amount)
        else:
            effect = said(gettext("U houdt %(amount)s per maand minder over."), amount=amount)
        again = NOTHING
        if self._drops(step):
            if step.better_off_from is not None:
                again = said(
                    gettext("Vanaf %(better)s houdt u weer meer over dan net onder deze grens."),
                    better=self.texts.wage(step.better_off_from),
                )
            else:
                again = said(
                    gettext("Daarna houdt u niet meer zo veel over als net onder deze grens.")
                )
        if "wajong.eindigt" in step.reasons and change >= WORTH_NAMING:
            # without a reason it would seem that losing a benefit pays
            again = said(gettext(wording.WAJONG_CREDIT_AT_WORK))
        texts = [gettext(wording.STEPS[reason]) for reason in step.reasons]
        return StepText(number, title, texts, effect, again, self._drops(step))
