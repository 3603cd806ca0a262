"""The geometry of the pictures: where bars, lines and labels stand.

Numbers in, coordinates out; every text comes in ready to be read. A picture is as wide as a
phone and grows with the page: its letters are large enough for a screen of 320 pixels. Horizontal
axes run from left to right in every language.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

#: width of the drawing (units of the viewBox) and the height of its letters
WIDTH = Decimal(340)
LETTER = Decimal(15)
#: room for one letter, on the wide side
LETTER_WIDTH = Decimal("8.6")
#: marks that say how to read a text but take no room
NO_ROOM = {"\u200e", "\u200f", "\u061c", "\u2066", "\u2067", "\u2068", "\u2069"}

BAR = Decimal(13)
BAR_PITCH = Decimal(17)
BAR_GAP = Decimal(9)
GAP = Decimal(6)
#: a bar of parts, and the seam between two of them
STACK = Decimal(30)
SEAM = Decimal("1.5")

PLOT_HEIGHT = Decimal(200)
MARK = Decimal(10)
MARK_PITCH = Decimal(23)
#: marks closer to each other than this would touch
MARK_ROOM = Decimal(22)
STEPS = tuple(
    Decimal(step) for step in (10, 25, 50, 100, 250, 500, 1000, 2000, 2500, 5000, 10_000, 25_000)
)
X_LABELS = 4
Y_LABELS = 5


def units(value: Decimal) -> str:
    """A coordinate: with a point in every language, and no more digits than the eye sees."""
    text = f"{value:.1f}"
    return text.removesuffix(".0")


def room(text: str) -> Decimal:
    """About how much width a text takes."""
    return LETTER_WIDTH * sum(1 for letter in text if letter not in NO_ROOM)


def axis_step(low: Decimal, high: Decimal, most: int) -> Decimal:
    """A round distance between the labels of an axis, so that there are at most ``most``."""
    return next((step for step in STEPS if (high - low) / step <= most), STEPS[-1])


def round_down(value: Decimal, step: Decimal) -> Decimal:
    """The highest multiple of ``step`` that isn't above the value."""
    return (value / step).to_integral_value(ROUND_FLOOR) * step


def round_up(value: Decimal, step: Decimal) -> Decimal:
    """The lowest multiple of ``step`` that isn't below the value."""
    return (value / step).to_integral_value(ROUND_CEILING) * step


# --- Bars -------------------------------------------------------------------------------------


@dataclass
class BarValue:
    """One amount to draw, and how it is written; None: not known, so no bar."""

    kind: str
    amount: Decimal | None
    text: str


@dataclass
class Bar:
    """One bar with its amount beside it."""

    kind: str
    x: str
    y: str
    width: str
    height: str
    known: bool
    text: str
    text_x: str
    text_y: str


@dataclass
class BarGroup:
    """The bars of one month, below each other."""

    label: str
    label_x: str
    label_y: str
    bars: list[Bar]


@dataclass
class BarsPicture:
    """Bars that run from left to right, a group for every month."""

    width: str
    height: str
    letter: str
    zero_x: str
    groups: list[BarGroup] = field(default_factory=list)

    @property
    def view_box(self) -> str:
        """The drawing's own measure."""
        return f"0 0 {self.width} {self.height}"


def bars_picture(months: Sequence[tuple[str, Sequence[BarValue]]]) -> BarsPicture:
    """A group of bars for every month: its label and its amounts."""
    values = [value for _, group in months for value in group]
    known = [value.amount for value in values if value.amount is not None]
    low, high = min([*known, Decimal(0)]), max([*known, Decimal(1)])
    labels = max((room(label) for label, _ in months), default=Decimal(0))
    texts = max((room(value.text) for value in values), default=Decimal(0))
    left = labels + GAP
    scale = max(WIDTH - left - texts - GAP, WIDTH / 5) / (high - low)
    zero = left - low * scale
    picture = BarsPicture(units(WIDTH), "", units(LETTER), units(zero))
    y = Decimal(0)
    for label, group in months:
        middle = y + BAR_PITCH * len(group) / 2
        bars = []
        for value in group:
            amount = value.amount if value.amount is not None else Decimal(0)
            ends = zero + max(amount, Decimal(0)) * scale
            bars.append(
                Bar(
                    value.kind,
                    units(zero + min(amount, Decimal(0)) * scale),
                    units(y + (BAR_PITCH - BAR) / 2),
                    units(abs(amount) * scale),
                    units(BAR),
                    value.amount is not None,
                    value.text,
                    units(ends + GAP),
                    units(y + BAR_PITCH / 2 + LETTER / 3),
                )
            )
            y += BAR_PITCH
        picture.groups.append(
            BarGroup(label, units(labels), units(middle + LETTER / 3), bars),
        )
        y += BAR_GAP
    picture.height = units(max(y - BAR_GAP, Decimal(1)))
    return picture


# --- What is left, in parts -------------------------------------------------------------------


@dataclass
class PartValue:
    """One part to draw, above zero."""

    kind: str
    amount: Decimal


@dataclass
class StackValue:
    """The parts of one situation, how they are named together, and what goes off their end."""

    label: str
    total: str
    parts: list[PartValue]
    costs: Decimal


@dataclass
class Stack:
    """One bar of parts, with its name and its total above it."""

    label: str
    total: str
    text_y: str
    y: str
    parts: list[Bar]


@dataclass
class PartsPicture:
    """Bars of parts below each other; what goes off is drawn over the end of its bar."""

    width: str
    height: str
    letter: str
    bar: str
    stacks: list[Stack] = field(default_factory=list)

    @property
    def view_box(self) -> str:
        """The drawing's own measure."""
        return f"0 0 {self.width} {self.height}"


def parts_picture(stacks: Sequence[StackValue]) -> PartsPicture:
    """A bar for every situation; all are drawn to the same scale."""
    longest = max((sum(part.amount for part in one.parts) for one in stacks), default=Decimal(0))
    scale = WIDTH / max(longest, Decimal(1))
    picture = PartsPicture(units(WIDTH), "", units(LETTER), units(STACK))
    y = Decimal(0)
    for one in stacks:
        top = y + LETTER + GAP
        x, drawn = Decimal(0), []
        for part in one.parts:
            drawn.append(_part(part.kind, x, top, part.amount * scale))
            x += part.amount * scale
        if one.costs:
            over = min(one.costs * scale, x)
            drawn.append(_part("costs", x - over, top, over))
        picture.stacks.append(Stack(one.label, one.total, units(y + LETTER - 2), units(top), drawn))
        y = top + STACK + 2 * GAP
    picture.height = units(max(y - 2 * GAP, Decimal(1)))
    return picture


def _part(kind: str, x: Decimal, y: Decimal, width: Decimal) -> Bar:
    # a seam between the parts: they stay apart without colour
    drawn = max(width - SEAM, Decimal(1))
    return Bar(kind, units(x), units(y), units(drawn), units(STACK), True, "", "", "")


# --- The curve --------------------------------------------------------------------------------


@dataclass
class Label:
    """A text of an axis, and where its grid line is."""

    text: str
    x: str
    y: str
    line: str


@dataclass
class Mark:
    """A numbered mark above the line, at a wage where something changes."""

    number: str
    x: str
    y: str
    text_y: str
    line_from: str
    line_to: str
    drop: bool


@dataclass
class OwnPoint:
    """Where the visitor is, with a label beside it."""

    x: str
    y: str
    text: str
    text_x: str
    text_y: str
    anchor: str


@dataclass
class CurvePicture:
    """A line of what is left against the gross wage."""

    width: str
    height: str
    letter: str
    left: str
    right: str
    top: str
    bottom: str
    title_y: str
    below_y: str
    lines: list[str]
    x_labels: list[Label]
    y_labels: list[Label]
    marks: list[Mark]
    mark_size: str
    own: OwnPoint | None

    @property
    def view_box(self) -> str:
        """The drawing's own measure."""
        return f"0 0 {self.width} {self.height}"


@dataclass
class CurveMark:
    """A wage to mark, what is left there, and whether less is left than just below it."""

    number: str
    gross: Decimal
    net: Decimal
    drop: bool


@dataclass
class Plot:
    """From amounts to coordinates."""

    left: Decimal
    right: Decimal
    top: Decimal
    bottom: Decimal
    end: Decimal
    low: Decimal
    high: Decimal

    def x(self, gross: Decimal) -> Decimal:
        """Where a wage is."""
        return self.left + (self.right - self.left) * gross / self.end

    def y(self, net: Decimal) -> Decimal:
        """Where what is left is."""
        return self.bottom - (self.bottom - self.top) * (net - self.low) / (self.high - self.low)


def curve_picture(
    lines: Sequence[Sequence[tuple[Decimal, Decimal]]],
    end: Decimal,
    marks: Sequence[CurveMark],
    own: tuple[Decimal, Decimal, str] | None,
    write: Callable[[Decimal], str],
) -> CurvePicture:
    """The line in its pieces, up to the wage ``end``; ``write`` gives the text of an axis value."""
    nets = [net for line in lines for _, net in line]
    step = axis_step(min(nets), max(nets), Y_LABELS - 1)
    low, high = round_down(min(nets), step), round_up(max(nets), step)
    if high == low:
        high = low + step
    y_values = [low + step * place for place in range(int((high - low) / step) + 1)]
    x_step = axis_step(Decimal(0), end, X_LABELS)
    x_values = [x_step * place for place in range(int(end / x_step) + 1)]
    written = {value: write(value) for value in (*x_values, *y_values)}
    rows = _rows_of_marks([WIDTH * mark.gross / end for mark in marks])
    top = LETTER + GAP + (max(rows) + 1 if rows else 0) * MARK_PITCH + GAP
    left = max(room(written[value]) for value in y_values) + GAP
    right = WIDTH - room(written[x_values[-1]]) / 2 if x_values[-1] == end else WIDTH - GAP
    plot = Plot(left, right, top, top + PLOT_HEIGHT, end, low, high)
    xs = [plot.x(mark.gross) for mark in marks]
    drawn = [
        Mark(
            mark.number,
            units(x),
            units(LETTER + GAP + row * MARK_PITCH + MARK),
            units(LETTER + GAP + row * MARK_PITCH + MARK + LETTER / 3),
            units(LETTER + GAP + row * MARK_PITCH + 2 * MARK),
            units(plot.y(mark.net)),
            mark.drop,
        )
        for mark, x, row in zip(marks, xs, rows, strict=True)
    ]
    return CurvePicture(
        width=units(WIDTH),
        height=units(plot.bottom + 2 * LETTER + 3 * GAP),
        letter=units(LETTER),
        left=units(plot.left),
        right=units(plot.right),
        top=units(plot.top),
        bottom=units(plot.bottom),
        title_y=units(LETTER - 2),
        below_y=units(plot.bottom + 2 * LETTER + 2 * GAP),
        lines=[
            " ".join(f"{units(plot.x(gross))},{units(plot.y(net))}" for gross, net in line)
            for line in lines
        ],
        x_labels=[
            Label(
                written[value],
                units(plot.x(value)),
                units(plot.bottom + LETTER + GAP / 2),
                units(plot.x(value)),
            )
            for value in x_values
        ],
        y_labels=[
            Label(
                written[value],
                units(plot.left - GAP),
                units(plot.y(value) + LETTER / 3),
                units(plot.y(value)),
            )
            for value in y_values
        ],
        marks=drawn,
        mark_size=units(MARK),
        own=_own_point(plot, own),
    )


def _own_point(plot: Plot, own: tuple[Decimal, Decimal, str] | None) -> OwnPoint | None:
    """The visitor's point; its label stands above the line on the left, or below it."""
    if own is None:
        return None
    gross, net, text = own
    x, y = plot.x(gross), plot.y(net)
    on_the_left = x - room(text) - 2 * GAP > plot.left and y - LETTER - GAP > plot.top
    if on_the_left:
        return OwnPoint(units(x), units(y), text, units(x - GAP), units(y - 2 * GAP), "end")
    below = y + LETTER + 2 * GAP < plot.bottom
    text_y = y + LETTER + GAP if below else y - 2 * GAP
    return OwnPoint(units(x), units(y), text, units(x + GAP), units(text_y), "start")


def _rows_of_marks(places: Sequence[Decimal]) -> list[int]:
    """In which row each mark stands, so that none touches another."""
    last: list[Decimal] = []
    rows = []
    for place in places:
        row = next((row for row, x in enumerate(last) if place - x >= MARK_ROOM), len(last))
        if row == len(last):
            last.append(place)
        else:
            last[row] = place
        rows.append(row)
    return rows
