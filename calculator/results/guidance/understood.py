"""Three short questions about the visitor's own outcome, with an explanation for every answer.

Nothing is sent and nothing is kept: an answer is opened, and says whether it fits.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from typing import NamedTuple

from django.utils.safestring import SafeString
from django.utils.translation import gettext_noop as _

from calculator.results.calendar_texts import Texts, mixed
from calculator.rules.guidance import Facts, Guidance, Trap
from calculator.rules.guidance.traps import half_pays, inputs_of
from calculator.texts import gettext

#: more questions than this are an exam
QUESTIONS = 3
WORTH_ASKING = Decimal(1)
BENEFITS = ("wajong", "ww", "wga", "iva")
#: names of benefits as people use them
NAMES = {"ww": "WW", "wga": "WGA", "iva": "IVA", "wajong": "Wajong"}

GOOD = _("Dat klopt.")
NOT_QUITE = _("Niet helemaal.")
LUCKILY_NOT = _("Nee, gelukkig niet.")


@dataclass
class QuizAnswer:
    """One possible answer, and what there is to say about it."""

    text: SafeString
    right: bool
    verdict: str
    explanation: SafeString


@dataclass
class QuizQuestion:
    """A question with its possible answers."""

    code: str
    question: SafeString
    answers: list[QuizAnswer]


class Wrong(NamedTuple):
    """A wrong answer with a verdict or an explanation of its own."""

    text: SafeString
    because: SafeString | None = None
    verdict: str = NOT_QUITE


Maker = Callable[[Facts, Texts, list[Trap]], QuizQuestion | None]


def quiz_of(guidance: Guidance, texts: Texts) -> list[QuizQuestion]:
    """Three questions about the first plan, those with its own amounts first."""
    facts = guidance.situations[min(1, len(guidance.situations) - 1)]
    traps = [trap for trap in guidance.traps if trap.situation == facts.plan.id]
    made = (make(facts, texts, traps) for make in MAKERS)
    return list(islice((question for question in made if question is not None), QUESTIONS))


def _question(
    code: str,
    question: SafeString,
    right: SafeString,
    wrong: Sequence[SafeString | Wrong],
    because: SafeString,
) -> QuizQuestion:
    """The right answer stands at a place that its code decides."""
    answers = []
    for item in wrong:
        told = item if isinstance(item, Wrong) else Wrong(item)
        answers.append(QuizAnswer(told.text, False, gettext(told.verdict), told.because or because))
    place = len(code) % (len(answers) + 1)
    answers.insert(place, QuizAnswer(right, True, gettext(GOOD), because))
    return QuizQuestion(code, question, answers)


def _plain(text: str) -> SafeString:
    return mixed(gettext(text), {}, {})


# --- The questions ------------------------------------------------------------------------


def _limit_of_ww(facts: Facts, texts: Texts, traps: list[Trap]) -> QuizQuestion | None:
    """What happens above 87.5% of the maandloon."""
    seen = inputs_of(facts, "ww.blijft") or inputs_of(facts, "ww.eindigt")
    if facts.ww is None or not seen:
        return None
    limit = {"limit": texts.money(seen["grens"])}
    return _question(
        "ww_limit",
        mixed(
            gettext("Als mijn inkomen voor UWV hoger is dan %(limit)s per maand, dan …"), limit, {}
        ),
        _plain(_("krijg ik die maand geen WW.")),
        [
            _plain(_("krijg ik evenveel WW.")),
            Wrong(_plain(_("moet ik al mijn WW terugbetalen.")), verdict=LUCKILY_NOT),
        ],
        mixed(
            gettext(
                "Boven %(limit)s krijgt u over die maand geen WW. Blijft u zo veel verdienen? Dan "
                "stopt uw WW. Verdient u later weer minder? Dan kan uw WW terugkomen."
            ),
            limit,
            {},
        ),
    )


def _half_of_wga(facts: Facts, texts: Texts, traps: list[Trap]) -> QuizQuestion | None:
    """What half of the earning capacity does."""
    seen = inputs_of(facts, "wia.haalt_inkomenseis") or inputs_of(
        facts, "wia.haalt_inkomenseis_niet"
    )
    little = any(trap.code == "wga_onder_helft" and trap.variant for trap in traps)
    if not seen or little or not half_pays(facts):
        return None
    limit = {"limit": texts.money(seen["inkomenseis"])}
    return _question(
        "wga_half",
        mixed(
            gettext("Als mijn inkomen voor UWV %(limit)s per maand of meer is, dan …"), limit, {}
        ),
        _plain(_("krijg ik een hogere soort WGA-uitkering.")),
        [
            Wrong(_plain(_("stopt mijn WGA meteen.")), verdict=LUCKILY_NOT),
            _plain(_("verandert er niets aan mijn WGA.")),
        ],
        mixed(
            gettext(
                "Vanaf %(limit)s, met vakantiegeld, verdient u de helft van wat u volgens UWV kunt "
                "verdienen. Dan krijgt u een hogere soort uitkering. Verdient u minder? Dan is de "
                "uitkering lager."
            ),
            limit,
            {},
        ),
    )


def _less_benefit(facts: Facts, texts: Texts, traps: list[Trap]) -> QuizQuestion | None:
    """That a wage makes the benefit lower, but not by as much as the wage."""
    earned = facts.situation.gross_earnings
    for kind in BENEFITS:
        before, after = facts.of_now(kind), facts.line(kind)
        if before is None or after is None or not isinstance(earned, Decimal):
            continue
        less = before - after
        if not (WORTH_ASKING <= less < earned) or not after or facts.is_now:
            continue
        amounts = {"less": texts.money(less)}
        words = {"benefit": NAMES[kind]}
        return _question(
            f"less_{kind}",
            mixed(gettext("Als ik ga werken zoals in mijn plan, dan …"), {}, {}),
            mixed(gettext("wordt mijn %(benefit)s %(less)s per maand lager."), amounts, words),
            [
                mixed(gettext("houd ik mijn hele %(benefit)s."), {}, words),
                mixed(gettext("krijg ik geen %(benefit)s meer."), {}, words),
            ],
            mixed(
                gettext(
                    "Een deel van wat u verdient, gaat van uw %(benefit)s af: %(less)s per maand, "
                    "vóór belasting. De rest komt erbij. Daarover betaalt u belasting."
                ),
                amounts,
                words,
            ),
        )
    return None


def _toeslagen(facts: Facts, texts: Texts, traps: list[Trap]) -> QuizQuestion | None:
    """That a new income has to be told, with what it costs otherwise."""
    if not facts.toeslagen:
        return None
    told = next((trap for trap in traps if trap.code == "toeslagen_oud_inkomen"), None)
    if told is not None:
        year, amount = max(told.years, key=lambda item: item[1])
        because = mixed(
            gettext(
                "Geeft u uw nieuwe inkomen niet door? Dan betaalt u over %(year)s ongeveer "
                "%(amount)s terug. Geef het daarom zelf door."
            ),
            {"amount": texts.money(amount, whole=True)},
            {"year": str(year)},
        )
    else:
        because = _plain(
            _("Dienst Toeslagen kent uw nieuwe inkomen niet vanzelf. Geef het daarom zelf door.")
        )
    return _question(
        "toeslagen_income",
        _plain(_("Mijn inkomen verandert. Voor mijn toeslagen …")),
        _plain(_("geef ik mijn nieuwe inkomen door in Mijn toeslagen.")),
        [
            _plain(_("hoef ik niets te doen, want anderen geven het door.")),
            _plain(_("wacht ik tot het jaar voorbij is.")),
        ],
        because,
    )


def _credit(facts: Facts, texts: Texts, traps: list[Trap]) -> QuizQuestion | None:
    """That the loonheffingskorting is asked at one payer."""
    if not facts.jobs:
        return None
    told = next((trap for trap in traps if trap.code == "korting_dubbel"), None)
    because = _plain(_("U mag de korting maar op één plek krijgen. Anders betaalt u later bij."))
    if told is not None:
        because = mixed(
            gettext(
                "U mag de korting maar op één plek krijgen. Bij allebei betaalt u over %(year)s "
                "ongeveer %(amount)s bij."
            ),
            {"amount": texts.money(told.amounts["pay"], whole=True)},
            {"year": str(told.years[0][0])},
        )
    return _question(
        "credit",
        _plain(_("De loonheffingskorting vraag ik aan …")),
        _plain(_("bij mijn werkgever of bij UWV, niet bij allebei.")),
        [
            _plain(_("bij allebei, want dan houd ik het meeste over.")),
            Wrong(
                _plain(_("nergens.")),
                _plain(
                    _(
                        "Dat mag, maar dan houdt u elke maand minder over. U krijgt het pas na het "
                        "jaar terug."
                    )
                ),
            ),
        ],
        because,
    )


def _change(facts: Facts, texts: Texts, traps: list[Trap]) -> QuizQuestion | None:
    """Who tells UWV."""
    return _question(
        "change",
        _plain(_("Ik ga meer of minder werken. Dan …")),
        _plain(_("geef ik dat zelf door aan UWV.")),
        [
            _plain(_("ziet UWV dat vanzelf.")),
            _plain(_("wacht ik op een brief van UWV.")),
        ],
        _plain(
            _(
                "Geef het zelf door. UWV krijgt ook gegevens van anderen, maar UWV vraagt het aan "
                "u. Zo voorkomt u dat u later moet terugbetalen."
            )
        ),
    )


MAKERS: tuple[Maker, ...] = (
    _limit_of_ww,
    _half_of_wga,
    _less_benefit,
    _toeslagen,
    _credit,
    _change,
)
