"""The law runs on Python alone: no Django, no other package, no other room of this house."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

PROGRAM = """
import sys

# -I and -S leave the standard library; only the house itself comes beside it.
sys.path.append(ROOT)
try:
    import django
except ImportError:
    pass
else:
    raise SystemExit("Django can be imported here, so this proves nothing")

from datetime import date
from decimal import Decimal

from calculator.rules import Household, Plan, calculate
from calculator.rules.situation import WW, Employment, Home

work = (Employment("plans.0.work.0", Decimal(1250), "month"),)
outcome = calculate(
    Household(
        rules_date=date(2026, 11, 22),
        birth_date=date(1988, 5, 14),
        benefits=(WW("person.benefits.0", Decimal(2800)),),
        now=Plan("now", "person", (), "benefit"),
        plans=(Plan("plan", "plans.0", work, "work"),),
        home=Home("home", "rent", Decimal(650), "0344"),
        vermogen=Decimal(2500),
    )
)
print(*(situation.month.net for situation in outcome.situations))

outside = {
    name
    for name in sys.modules
    if name.partition(".")[0] not in sys.stdlib_module_names
    and name not in ("__main__", "calculator")
    and not name.startswith("calculator.rules")
}
if outside:
    raise SystemExit(f"the law imported {sorted(outside)}")
if "django" in sys.modules:
    raise SystemExit("the law imported Django")
"""


def test_the_law_runs_in_a_bare_interpreter():
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-W", "error", "-c", f"ROOT = {str(ROOT)!r}\n{PROGRAM}"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    # worked out by hand in cases/months.toml
    assert done.stdout.split() == ["1947.14", "2268.30"]
