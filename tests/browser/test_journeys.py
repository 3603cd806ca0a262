"""Whole visits in a real browser: two personas, in both languages, with and without JavaScript.

What they earn and keep is worked out below by hand from the articles, for 22 November 2026.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from decimal import Decimal

import pytest
from django.utils.html import strip_tags
from django.utils.translation import gettext, override
from playwright.sync_api import Locator, Page, expect

from calculator.formats import format_money
from calculator.results import wording
from tests.questions.people import (
    DAY,
    SINGLE_MOTHER,
    WAJONG_RENTER,
    Answers,
    filled_up,
    form_of,
)

pytestmark = pytest.mark.browser

# --- What the law gives: the Wajong renter ------------------------------------------------
#
# Now. Grondslag 2,337.00 (WML art. 8 lid 1 b, 1 July 2026).
#   Wajong 0.70 x 2,337.00                                                        = 1,635.90
#   Toeslagenwet, alone: 76.75 x 21.75 = 1,669.3125 - 1,635.90                    =    33.41
#   UWV together 1,669.31. Green table: x 12 = 20,031.72 -> 370 x 54 = 19,980; x 35.75% = 7,142;
#     - 3,115 = 4,027; / 12 = 335.58; jonggehandicaptenkorting 923 / 12 = 76.92   =  -258.66
#   Paid by UWV 1,410.65.
#   Income of the year: 12 x 1,669.31 + 8% x 12 x (1,635.90 + 33.41)              = 21,634.26
#   Zorgtoeslag (below 29,736): 2,119 - 1.912% x 29,736 = 1,550.45 -> 1,550 / 12  =   129
#   Huurtoeslag: 498.20 - 202.52 = 295.68; 65% x (650 - 498.20) = 98.67; income below 23,425
#                                                                 394.35          =   394
#   Left: 1,410.65 + 129 + 394                                                    = 1,933.65
#
# With 16 hours at 14.99.
#   Wage 14.99 x 16 x 52 / 12                                                     = 1,039.31
#   Wajong 0.70 x (2,337.00 - 1,039.31)                                           =   908.38
#   Toeslagenwet: exempt 116.85 + 30% x 922.46 = 393.59, at most 15% x 2,337 = 350.55;
#     1,669.3125 - 908.38 - (1,039.31 - 350.55)                                   =    72.17
#   UWV 980.55, without credit: x 12 = 11,766.60 -> 217 x 54 = 11,718; x 35.75% = 4,189;
#     / 12 = 349.08; - 76.92                                                      =  -272.16
#   Wage, with credit: row 1,035.00 of the Witte maandloontabel 2026              =   -15.58
#   Paid: 1,023.73 + 708.39                                                       = 1,732.12
#   Income of the year: 12 x 1,039.31 + 997.74 + 12 x 980.55 + 8% of that         = 26,177.39
#   Zorgtoeslag                                                                   =   129
#   Huurtoeslag: 394.35 - 27% x (26,177.39 - 23,425) / 12 = 394.35 - 61.93        =   332
#   Left: 1,732.12 + 129 + 332                                                    = 2,193.12
#   More than now                                                                 =   259.47
RENTER_ROWS = {
    "loon": [None, "1039.31"],
    "wajong": ["1635.90", "908.38"],
    "toeslagenwet": ["33.41", "72.17"],
    "tax.employer": [None, "-15.58"],
    "tax.uwv": ["-258.66", "-272.16"],
    "paid": ["1410.65", "1732.12"],
    "zorgtoeslag": ["129.00", "129.00"],
    "huurtoeslag": ["394.00", "332.00"],
    "net": ["1933.65", "2193.12"],
}
RENTER_SENTENCES = [("2193.12", "259.47")]

# --- What the law gives: the single mother ------------------------------------------------
#
# Maandloon 2,800, earning capacity 1,250: the inkomenseis is half of that, 625 (WIA art. 60).
# Now, without wage: below 625, so the vervolguitkering (WIA art. 62).
#   WGA 35% x 2,337.00 x 1.08 = 883.386; of which 100/108 is paid each month      =   817.95
#   Toeslagenwet 1,669.3125 - 817.95                                              =   851.36
#   UWV 1,669.31, green with credit (as above, no jonggehandicaptenkorting)       =  -335.58
#   Zorgtoeslag                                                                   =   129
#   Huurtoeslag, three people: 498.20 - 200.71 = 297.49; 65% x (700 - 498.20) = 131.17  = 428
#   Kindgebonden budget: (2 x 2,580 + 724 + 3,416) / 12 = 9,300 / 12              =   775
#   Kinderbijslag (362.35 + 426.29) / 3                                           =   262.88
#   Left: 1,333.73 + 129 + 428 + 775 + 262.88                                     = 2,928.61
#
# First plan, 500 a month: 500 x 1.08 = 540 is below 625: still the vervolguitkering.
#   Toeslagenwet: exempt 116.85 + 30% x 383.15 = 231.795; 1,669.3125 - 817.95 - 268.205 = 583.16
#   UWV 1,401.11, without credit: -> 311 x 54 = 16,794; x 35.75% = 6,003; / 12    =  -500.25
#   Wage: 500 is below what the credits cover                                     =     0.00
#   Left: 500 + 900.86 + 1,594.88                                                 = 2,995.74
#   More than now                                                                 =    67.13
#
# Second plan, 700 a month: 700 x 1.08 = 756 is above 625: loonaanvullingsuitkering, and as it
# is below 1,250 over the earning capacity (art. 61 lid 4).
#   WGA 70% x (2,800 - 1,250) = 1,085.00; x 100/108                               = 1,004.63
#   Toeslagenwet: exempt 116.85 + 30% x 583.15 = 291.795; 1,669.3125 - 1,004.63 - 408.205 = 256.48
#   UWV 1,261.11, without credit: -> 280 x 54 = 15,120; x 35.75% = 5,405; / 12    =  -450.42
#   Wage 700: row 697.50 of the Witte maandloontabel 2026                         =     0.00
#   Left: 700 + 810.69 + 1,594.88                                                 = 3,105.57
#   More than now                                                                 =   176.96
MOTHER_ROWS = {
    "loon": [None, "500.00", "700.00"],
    "wga": ["817.95", "817.95", "1004.63"],
    "toeslagenwet": ["851.36", "583.16", "256.48"],
    "tax.employer": [None, "0.00", "0.00"],
    "tax.uwv": ["-335.58", "-500.25", "-450.42"],
    "paid": ["1333.73", "1400.86", "1510.69"],
    "zorgtoeslag": ["129.00", "129.00", "129.00"],
    "huurtoeslag": ["428.00", "428.00", "428.00"],
    "kindgebonden_budget": ["775.00", "775.00", "775.00"],
    "kinderbijslag": ["262.88", "262.88", "262.88"],
    # with work: 60 hours of after-school care at 9.75, below the maximum price of 9.98
    "childcare_cost": [None, "-585.00", "-585.00"],
    # 96% of 585 is 561.60, in whole euros (Wet kinderopvang art. 1.6, 1.7)
    "kinderopvangtoeslag": [None, "561.00", "561.00"],
    # 2,995.74 - 585 + 561; 3,105.57 - 585 + 561
    "net": ["2928.61", "2971.74", "3081.57"],
}
MOTHER_SENTENCES = [("2971.74", "43.13"), ("3081.57", "152.96")]

MOTHER_TWO_PLANS = filled_up(
    SINGLE_MOTHER
    | {"plans": "2", "plan1_kind": "work", "plan1_gross": "700", "plan1_korting": "work"}
    | {"plan1_pension": "0", "plan1_travel": "0"}
)

PHONE = {"width": 360, "height": 740}


@pytest.fixture(autouse=True)
def the_day(monkeypatch):
    """The site believes that it is the day of the expected values."""
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args, **kwargs: DAY)


@pytest.fixture
def visit(live_server, new_page) -> Iterator[Callable[..., Page]]:
    """Opens the form; afterwards nothing of the visit is left anywhere in the browser."""
    pages: list[Page] = []
    addresses: list[str] = []

    def visit(language: str = "nl", **options: object) -> Page:
        page = new_page(**{"viewport": PHONE, **options})
        page.set_default_timeout(10_000)
        page.on("request", lambda request: addresses.append(request.url))
        page.goto(f"{live_server.url}/{language}/vragen/")
        pages.append(page)
        return page

    yield visit
    for page in pages:
        assert page.context.cookies() == []
        # for this tab alone
        kept = page.evaluate("[localStorage.length, Object.keys(sessionStorage)]")
        assert kept in ([0, []], [0, ["answers"]])
        assert re.fullmatch(rf"{re.escape(live_server.url)}/(nl|en)/vragen/(#[\w-]*)?", page.url)
    for address in addresses:
        assert "?" not in address.replace("?v=", "")
        assert not re.search(r"1997|1985|14[,.]99", address)


# --- Acting as a person -------------------------------------------------------------------


def text_of(value: object) -> str:
    """A text as it stands on the page, whatever the spaces in it."""
    return " ".join(str(value).split())


class Visitor:
    """Fills in the form as a person does: by the words on the page, question by question."""

    def __init__(
        self, page: Page, language: str, answers: Answers, *, script: bool, keyboard: bool = False
    ) -> None:
        self.page = page
        self.language = language
        self.answers = answers
        self.script = script
        self.keyboard = keyboard

    def say(self, text: str) -> str:
        """Our text in the language of the visit."""
        with override(self.language):
            return text_of(gettext(text))

    def money(self, amount: str) -> str:
        """An amount as this language writes it."""
        return text_of(format_money(Decimal(amount), self.language))

    def settle(self) -> None:
        """Waits until no questions are on their way."""
        if self.script:
            self.page.evaluate(
                """() => new Promise(done => {
                    const look = () => document.querySelector('.htmx-request')
                        ? requestAnimationFrame(look) : done();
                    look();
                })"""
            )

    def fill_in(self) -> None:
        """Answers the questions on the page that aren't answered yet, from the top."""
        done: set[str] = set()
        while True:
            self.settle()
            shown = self.page.locator("input[name=shown]").get_attribute("value").split()
            todo = [name for name in shown if name in self.answers and name not in done]
            if not todo:
                return
            done.add(todo[0])
            if not self.is_answered(todo[0]):
                self.answer(todo[0])

    def walk(self) -> None:
        """Answers the questions one at a time, until there is an outcome."""
        for _question in range(60):
            self.settle()
            if self.page.locator("#answer").count():
                return
            step = self.page.locator(".question--now")
            expect(step).to_have_count(1)
            name = step.get_attribute("data-step")
            self.answer_all(step)
            self.press_next()
            self.page.wait_for_function(
                """name => document.getElementById("answer")
                    || document.querySelector(".question--now")?.dataset.step !== name""",
                arg=name,
            )
        raise AssertionError("there is no outcome")

    def answer_all(self, step: Locator) -> None:
        """Answers what stands on one screen; an answer may bring another beside it."""
        done: set[str] = set()
        while True:
            names = step.evaluate(
                "it => [...new Set([...it.querySelectorAll('[name]')].map(one => one.name))]"
            )
            todo = [name for name in names if name in self.answers and name not in done]
            if not todo:
                return
            done.add(todo[0])
            if not self.is_answered(todo[0]):
                self.answer(todo[0])
            self.settle()

    def press_next(self) -> None:
        """Goes on to the next question, or to the outcome."""
        button = self.page.locator("[data-road=next]")
        if self.keyboard:
            self.tab_to(button)
            self.page.keyboard.press("Enter")
        else:
            button.click()

    def send(self) -> int:
        """Fills in and sends until there is an outcome; how often the form had to be sent."""
        if self.script:
            self.walk()
            return 1
        for times in range(1, 8):
            self.fill_in()
            everything = self.page.get_by_role("button", name=self.say("Bereken"), exact=True)
            self.press("Bereken" if everything.count() else "Verder")
            if self.page.locator("#answer").count():
                return times
            expect(self.page.locator(".error-summary")).to_have_count(0)
        raise AssertionError("there is no outcome")

    def is_answered(self, name: str) -> bool:
        """Whether a question has this person's answer already."""
        said = self.answers[name] if isinstance(self.answers[name], list) else [self.answers[name]]
        now = self.page.evaluate(
            """name => [...document.querySelectorAll(`[name="${name}"]`)]
                .filter(it => !['radio', 'checkbox'].includes(it.type) || it.checked)
                .map(it => it.value)""",
            name,
        )
        return now == said

    def answer(self, name: str) -> None:
        """Answers one question."""
        form = form_of(self.answers, self.language)
        with override(self.language):
            label = text_of(form.fields[name].label)
            choices = getattr(form.fields[name], "choices", [])
            labels = {value: text_of(text) for value, text in choices}
        # two plans ask the same questions: their headings tell them apart, here the id does
        place = self.page.locator(f"#id_{name}")
        said = self.answers[name]
        if labels and place.evaluate("element => element.tagName") == "FIELDSET":
            assert text_of(place.locator("legend").inner_text()) == label
            for value in said if isinstance(said, list) else [said]:
                self.choose(place.get_by_label(labels[value], exact=True))
        elif labels:
            field = self.page.get_by_label(label, exact=True).and_(place)
            self.select(field, list(labels).index(said), labels[said])
        else:
            self.type(self.page.get_by_label(label, exact=True).and_(place), said)

    def tab_to(self, target: Locator) -> None:
        """Goes to a control with the Tab key alone."""
        for _step in range(300):
            if target.evaluate("element => element === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError("this control can't be reached with the Tab key")

    def choose(self, choice: Locator) -> None:
        """Ticks a box, or picks one of a group."""
        if not self.keyboard:
            choice.check()
        elif choice.get_attribute("type") == "checkbox":
            self.tab_to(choice)
            self.page.keyboard.press("Space")
        else:
            # Tab goes to the first of a group, the arrows to the others
            name, place = choice.evaluate(
                "it => [it.name, [...document.getElementsByName(it.name)].indexOf(it)]"
            )
            self.tab_to(self.page.locator(f"input[name={name}]").first)
            self.page.keyboard.press("Space")
            for _step in range(place):
                self.settle()
                self.page.keyboard.press("ArrowDown")
        self.settle()
        expect(choice).to_be_checked()

    def select(self, field: Locator, place: int, label: str) -> None:
        """Picks from a list."""
        if not self.keyboard:
            field.select_option(label=label)
            return
        self.tab_to(field)
        while (now := field.evaluate("element => element.selectedIndex")) != place:
            self.page.keyboard.press("ArrowDown" if now < place else "ArrowUp")
            self.settle()

    def type(self, field: Locator, text: str) -> None:
        """Types, and goes on to what comes next."""
        if self.keyboard:
            self.tab_to(field)
        else:
            field.click()
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.type(text)
        self.page.keyboard.press("Tab")

    def press(self, text: str) -> None:
        """Presses a button of the form."""
        self.settle()
        button = self.page.get_by_role("button", name=self.say(text), exact=True)
        with nullcontext() if self.script else self.page.expect_navigation():
            if self.keyboard:
                self.tab_to(button)
                self.page.keyboard.press("Enter")
            else:
                button.click()
        self.settle()


# --- Reading the outcome ------------------------------------------------------------------


def sentence(visitor: Visitor, left: str, more: str) -> str:
    """The answer in the language of the visit."""
    with override(visitor.language):
        first = gettext('U houdt <strong class="amount">%(amount)s</strong> per maand over.')
        second = gettext('Dat is <strong class="amount">%(amount)s</strong> meer dan nu.')
    said = first % {"amount": visitor.money(left)}, second % {"amount": visitor.money(more)}
    return text_of(strip_tags(" ".join(said)))


def check_result(
    visitor: Visitor, sentences: list[tuple[str, str]], rows: dict[str, list[str | None]]
) -> None:
    """The answer and every amount of the month."""
    page = visitor.page
    expect(page.locator("h1")).to_have_text(visitor.say("Uw uitkomst"))
    answers = [text_of(item) for item in page.locator(".answer__sentence").all_inner_texts()]
    assert answers == [sentence(visitor, *item) for item in sentences]
    words = {
        **wording.LINES,
        **{f"tax.{code}": text for code, text in wording.PAYERS.items()},
        "paid": "Na belasting",
        "net": "Wat u overhoudt",
    }
    shown = [
        [text_of(cell) for cell in row.locator("th, td").all_inner_texts()]
        for row in page.get_by_role("table").first.locator("tbody tr").all()
    ]
    assert shown == [
        [
            visitor.say(words[code]),
            *("–" if amount is None else visitor.money(amount) for amount in said),
        ]
        for code, said in rows.items()
    ]


def open_steps(visitor: Visitor, code: str, article: str, amounts: list[str]) -> None:
    """Opens the explanation of one amount and reads its article and its figures."""
    details = visitor.page.locator(f"details:has(#why-{code})")
    steps = details.locator(".steps").first
    expect(steps).to_be_hidden()
    summary = details.locator("summary")
    if visitor.keyboard:
        visitor.tab_to(summary)
        visitor.page.keyboard.press("Enter")
    else:
        summary.click()
    expect(steps).to_be_visible()
    text = text_of(details.inner_text())
    assert article in text
    for amount in amounts:
        assert visitor.money(amount) in text


# --- Journeys -----------------------------------------------------------------------------


@pytest.mark.parametrize("script", [True, False], ids=["with_script", "without_script"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_wajong_renter_sees_what_16_hours_leave(visit, language, script):
    """In Dutch by keyboard alone."""
    page = visit(language, java_script_enabled=script)
    visitor = Visitor(page, language, WAJONG_RENTER, script=script, keyboard=language == "nl")
    assert visitor.send() == 1 or not script
    check_result(visitor, RENTER_SENTENCES, RENTER_ROWS)
    open_steps(visitor, "wajong", "Wajong art. 2:40", ["2337.00", "1039.31", "908.38"])


@pytest.mark.parametrize("script", [True, False], ids=["with_script", "without_script"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_single_mother_sees_both_sides_of_half_her_earning_capacity(visit, language, script):
    """A first plan, then a second beside it."""
    page = visit(language, java_script_enabled=script)
    visitor = Visitor(page, language, SINGLE_MOTHER, script=script)
    assert visitor.send() == 1 or not script
    check_result(
        visitor, MOTHER_SENTENCES[:1], {code: said[:2] for code, said in MOTHER_ROWS.items()}
    )
    visitor.press("Nog een plan vergelijken")
    visitor.answers = MOTHER_TWO_PLANS
    # without script the questions about the second job come after its kind
    assert visitor.send() == 1 or not script
    check_result(visitor, MOTHER_SENTENCES, MOTHER_ROWS)
    open_steps(visitor, "wga", "WIA art. 60", ["625.00", "540.00", "756.00"])
