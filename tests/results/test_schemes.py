"""The minimum schemes in words: every verdict has a reason, and nothing old looks current."""

import ast
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.utils.translation import override

from calculator.municipalities.found import Found, FoundScheme
from calculator.municipalities.published import PublishedScheme
from calculator.results import scheme_wording as wording
from calculator.results.page import MissingQuestion
from calculator.results.schemes import SchemesPage
from calculator.rules import schemes
from calculator.rules.schemes import BY_CODE, Judged, Scheme

RULES = Path(schemes.__file__).parent
CHECKED = date(2026, 11, 22)


def texts_in_rules():
    """Every text in the code of the schemes."""
    for name in ("judging.py", "state.py"):
        for node in ast.walk(ast.parse((RULES / name).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def reasons_in_rules():
    """The reasons that the code can give: what follows a verdict, and each plain no."""
    place = {"found": 1, "Found": 1, "no": 0, "_found": 5}
    for name in ("judging.py", "state.py"):
        for node in ast.walk(ast.parse((RULES / name).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                at = place.get(node.func.id)
                if at is not None and len(node.args) > at:
                    for part in ast.walk(node.args[at]):
                        if isinstance(part, ast.Constant) and isinstance(part.value, str):
                            yield part.value


def test_every_reason_has_words_and_every_word_a_reason():
    found = set(reasons_in_rules())
    assert len(found) > 30
    assert found <= set(wording.REASONS)
    assert set(wording.REASONS) <= set(texts_in_rules())


def test_every_scheme_of_the_state_has_words():
    assert set(wording.STATE) == set(BY_CODE)
    assert {one.decided_by for one in BY_CODE.values()} <= set(wording.DECIDED_BY)


def published(scheme, **other):
    """A scheme of a municipality as visitors read it."""
    texts = {
        "name": "Stadspas",
        "explanation": "Korting.",
        "conditions": "",
        "decided_by": "municipality",
        "decided_by_name": "",
        "apply_at": "https://www.example.org/pas/aanvragen",
        "apply_how": "Vraag het aan.",
        "bring": ("loonstrook",),
        "objection": True,
        "source": "example.org",
        "checked_by": "gemeente Utrecht",
        **other,
    }
    return PublishedScheme(scheme=scheme, **texts)


def page_of(*found, names=("Nu", "Met uw plan"), question=None, language="nl"):
    """The page of these schemes."""
    return SchemesPage(
        Found(list(found), None), question or (lambda _path: None), [*names], language
    )


def judged(verdict, reason="fits", **other):
    """A verdict on some scheme."""
    scheme = Scheme("pas", "meedoen", "0344", checked_on=CHECKED)
    return Judged(scheme, verdict, reason, **other)


def text_of(now, plan=None, **other):
    """One scheme in words."""
    verdicts = {"now": now} | ({} if plan is None else {"plan-1": plan})
    return page_of(FoundScheme(published(now.scheme, **other), verdicts)).schemes[0]


def test_a_scheme_tells_who_decides_when_it_was_checked_and_where_to_go():
    text = text_of(judged("likely", amount=Decimal("276.00"), per="year"))
    assert text.decided_by == "Uw gemeente beslist. Dit is onze inschatting."
    assert text.checked == "Nagekeken op 22 november 2026 door gemeente Utrecht."
    assert text.site == "example.org"
    assert text.amount == "€\u00a0276 per jaar"
    assert text.objection == "U kunt binnen 6 weken bezwaar maken."
    assert text_of(judged("likely"), objection=False).objection == ""


def test_an_amount_of_an_earlier_year_always_names_that_year():
    now = judged(
        "perhaps", "old_amounts", params={"year": 2024}, amount=Decimal(276), per="year", old=2024
    )
    text = text_of(now)
    assert text.amount == "in 2024: €\u00a0276 per jaar"
    assert text.reason.startswith("Wij kennen alleen de bedragen van 2024.")
    missing = judged("perhaps", "missing", amount=Decimal(276), per="year", old=2024)
    assert text_of(missing).old.startswith("Bedragen van 2024.")


def test_what_nobody_checked_for_a_year_says_so():
    missing = judged("perhaps", "missing", unchecked=True)
    assert text_of(missing).old.startswith("Langer dan een jaar niet nagekeken.")


def test_worth_is_not_money():
    text = text_of(judged("likely", amount=Decimal("147.50"), per="once", in_kind=True))
    assert text.amount == "ter waarde van €\u00a0147,50 één keer"


def test_a_missing_answer_leads_to_its_question():
    now = judged("perhaps", "missing", missing=("vermogen", "person.low_income_months", "vermogen"))
    question = {"vermogen": MissingQuestion("vermogen", "Hoeveel spaargeld?")}.get
    page = page_of(FoundScheme(published(now.scheme), {"now": now}), question=question)
    assert [one.name for one in page.schemes[0].missing] == ["vermogen"]


@pytest.mark.parametrize(
    ("now", "plan", "kind"),
    [
        ("likely", "no", "loses"),
        ("perhaps", "no", "loses_perhaps"),
        ("no", "perhaps", "gains"),
        ("no", "likely", "gains"),
        ("likely", "perhaps", "less_sure"),
        ("perhaps", "likely", "likelier"),
        ("likely", "likely", None),
        ("no", "no", None),
    ],
)
def test_what_a_plan_does_to_a_scheme(now, plan, kind):
    changes = text_of(judged(now), judged(plan)).changes
    assert [change.kind for change in changes] == ([kind] if kind else [])


def test_a_bijstand_of_a_few_euro_is_no_loss():
    values = {"income": Decimal("1417.92"), "limit": Decimal("1419.46")}
    now = judged("perhaps", "bijstand_near", params=values)
    plan = judged("no", "income_too_high", params=values)
    assert text_of(now, plan).changes == []


def test_a_fund_that_nobody_gets_now_is_lost_by_no_plan():
    assert text_of(judged("perhaps", "energy_unknown"), judged("no")).changes == []
    assert text_of(judged("no"), judged("perhaps", "energy_unknown")).changes == []


def test_the_changes_of_a_plan_stand_together():
    def scheme(name, amount):
        verdicts = {"now": judged("likely", amount=amount, per="year"), "plan-1": judged("no")}
        return FoundScheme(published(verdicts["now"].scheme, name=name), verdicts)

    page = page_of(scheme("Pas", Decimal(100)), scheme("Toeslag", Decimal(50)))
    (change,) = page.changes()
    assert change.text == "Dit krijgt u dan waarschijnlijk niet meer:"
    assert [one.name + one.amount for one in change.schemes] == [
        "Pas (€\u00a0100 per jaar)",
        "Toeslag (€\u00a050 per jaar)",
    ]
    assert page.loses()


def test_less_of_the_same_is_told_with_both_amounts():
    now = judged("likely", amount=Decimal("804.46"), per="month")
    plan = judged("likely", amount=Decimal("655.42"), per="month")
    text = text_of(now, plan)
    assert text.changes[0].kind == "less"
    assert text.changes[0].amounts == "van €\u00a0804,46 per maand naar €\u00a0655,42 per maand"
    assert text_of(plan, now).changes[0].kind == "more"
    assert text_of(now, judged("likely", amount=Decimal("804.00"), per="month")).changes == []


def test_what_is_not_known_to_be_there_can_not_be_lost():
    now = judged("perhaps", "missing", missing=("person.low_income_months",))
    assert text_of(now, judged("no")).changes == []


def test_against_a_refused_remission_there_are_ten_days():
    found = FoundScheme(BY_CODE["kwijtschelding_gemeente"], {"now": judged("likely")})
    assert "binnen 10 dagen" in page_of(found).schemes[0].objection


def test_the_likely_ones_go_first_and_the_own_before_the_general():
    general = FoundScheme(BY_CODE["jobcoach"], {"now": judged("perhaps", "jobcoach")})
    own = FoundScheme(published(judged("perhaps").scheme), {"now": judged("perhaps", "unsure")})
    sure = FoundScheme(BY_CODE["no_risk"], {"now": judged("likely", "no_risk_wia")})
    groups = page_of(general, own, sure).groups()
    assert [group.verdict for group in groups] == ["likely", "perhaps"]
    assert [one.own for one in groups[1].schemes] == [True, False]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_reason_reads_well_with_its_values(language):
    values = {
        "income": Decimal("1417.92"), "limit": Decimal("1561.41"), "own": Decimal(600),
        "own_share": Decimal(120), "above": Decimal(80), "extra": Decimal("2783.46"),
        "vrijlating": Decimal(100), "age": 21, "months": 36, "year": 2024, "first": 4, "last": 11,
        "raised": Decimal("1112.66"),
    }  # fmt: skip
    with override(language):
        page = page_of(language=language)
        for reason in wording.REASONS:
            said = page.reason(judged("perhaps", reason, params=values))
            assert said.endswith(".") and "%(" not in said, reason
