"""Bringing a page in a state: what the tests of several pages share."""

from collections.abc import Callable

from playwright.sync_api import Frame, Locator, Page, expect

from tests.questions.people import Answers

OUTCOME = "#answer"


def visit(page: Page, address: str, answers: Answers) -> None:
    """Bring a page to the outcome, as if the form was sent with these answers."""
    page.goto(address)
    pairs = [
        [name, one]
        for name, value in answers.items()
        for one in (value if isinstance(value, list) else [value])
    ]
    with page.expect_navigation():
        page.evaluate(
            """([address, pairs]) => {
                const form = document.createElement('form');
                form.method = 'post';
                form.action = address;
                for (const [name, value] of pairs) {
                    const input = document.createElement('input');
                    Object.assign(input, {type: 'hidden', name, value});
                    form.append(input);
                }
                document.body.append(form);
                form.submit();
            }""",
            [address, pairs],
        )


SETTLED = """async () => {
    while (document.querySelector('.htmx-request')) {
        await new Promise((done) => setTimeout(done, 20));
    }
}"""


def settle(part: Page | Frame | Locator) -> None:
    """Wait until no questions are on their way, in the frame that a part stands in."""
    part.evaluate(SETTLED)


def fill_in(step: Locator, answers: Answers) -> None:
    """Answer what stands on one screen, whatever its words are; an answer may bring another."""
    done: set[str] = set()
    while True:
        settle(step)
        names = step.evaluate(
            "it => [...new Set([...it.querySelectorAll('[name]')].map(one => one.name))]"
        )
        todo = [name for name in names if name in answers and name not in done]
        if not todo:
            return
        name = todo[0]
        done.add(name)
        said = answers[name]
        control = step.locator(f"[name={name}]").first
        if control.evaluate("it => it.tagName") == "SELECT":
            control.select_option(said)
        elif control.get_attribute("type") == "text":
            control.fill(said)
            control.dispatch_event("change")
        else:
            for value in said if isinstance(said, list) else [said]:
                step.locator(f"[name={name}][value='{value}']").check()


def go_on(page: Page | Frame, press: Callable[[], None] | None = None) -> None:
    """Press the button below a question, and wait for what comes after it."""
    name = page.locator(".question--now").get_attribute("data-step")
    (press or page.locator("[data-road=next]").click)()
    page.wait_for_function(
        """name => document.getElementById("answer")
            || document.querySelector(".question--now")?.dataset.step !== name""",
        arg=name,
    )


def walk(
    page: Page | Frame,
    answers: Answers,
    look: Callable[[str], None] = lambda step: None,
    until: str = "",
    press: Callable[[], None] | None = None,
) -> None:
    """Answer one question after another, to the outcome or to the screen ``until``.

    ``look`` sees every screen once it is filled in; ``press`` is another way to go on.
    """
    for _question in range(60):
        if page.locator(OUTCOME).count():
            return
        step = page.locator(".question--now")
        expect(step).to_have_count(1)
        name = step.get_attribute("data-step") or ""
        if name == until:
            return
        fill_in(step, answers)
        look(name)
        go_on(page, press)
    raise AssertionError("there is no outcome")
