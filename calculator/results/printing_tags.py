"""What a PDF of WeasyPrint lacks for who listens to it: languages, scopes, and names of links.

Loaded by the worker process alone.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pydyf
from weasyprint import HTML
from weasyprint.document import Document
from weasyprint.pdf import tags


def keep_languages() -> None:
    """From now on a part in another language says so in the PDF too.

    WeasyPrint gives the language of the whole document only, and calls no hook where it makes the
    tags; so this takes the place of a function of its own. Its version is pinned exactly.
    """
    original = tags._build_box_tree

    def with_language(box: Any, *about: Any) -> Iterator[pydyf.Dictionary]:
        source = getattr(box, "_box", box).element
        language = source.get("lang") if source is not None else None
        for element in original(box, *about):
            if language:
                element["Lang"] = pydyf.String(language)
            yield element

    tags._build_box_tree = with_language


def finisher(html: HTML) -> Callable[[Document, pydyf.PDF], None]:
    """The last changes to the PDF of a page."""

    def finish(_document: Document, pdf: pydyf.PDF) -> None:
        found = [one for one in pdf.objects if isinstance(one, pydyf.Dictionary)]
        name_links(html, found)
        give_scopes(found)

    return finish


def name_links(html: HTML, found: list[pydyf.Dictionary]) -> None:
    """A link is called by its words, and not by a long address."""
    words = {
        link.get("href"): " ".join("".join(link.itertext()).split())
        for link in html.etree_element.iter("a")
    }
    for link in found:
        if link.get("Subtype") == "/Link":
            address = link["Contents"].string
            link["Contents"] = pydyf.String(words.get(address) or address)


def give_scopes(found: list[pydyf.Dictionary]) -> None:
    """A heading in a row with cells is about that row, any other about its column."""
    kinds = {one.reference: one["S"] for one in found if one.get("Type") == "/StructElem"}
    for row in found:
        if row.get("S") == "/TR":
            of_row = any(kinds.get(cell) == "/TD" for cell in row["K"])
            for heading in found:
                if heading.get("S") == "/TH" and heading["P"] == row.reference:
                    heading["A"]["Scope"] = "/Row" if of_row else "/Column"
