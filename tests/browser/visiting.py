"""Bringing a page in a state without typing: what the tests of several pages share."""

from playwright.sync_api import Page

from tests.questions.people import Answers


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
