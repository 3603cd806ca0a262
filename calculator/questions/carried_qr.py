"""The link with the answers as a QR code: a picture that a phone opens."""

from itertools import groupby

import segno
from django.utils.html import format_html
from django.utils.safestring import SafeString

from calculator.texts import gettext as _

#: up to this version a square stays at least 4 px wide on the narrowest page (320 px)
ROOMY = 11
#: so many fit in a code of version 15 with the least correction (ISO 18004): its squares stay more
#: than 3 px wide there, which cameras still read
MOST_SIGNS = 520
#: Trying all eight masks takes four times as long as the code itself, which is made with every
#: outcome. What is packed has no pattern, so that one does as well as another; this one comes out
#: best most often (ISO 18004, 7.8.3).
MASK = 2
#: the white edge that a reader needs, in squares
QUIET_ZONE = 4


def qr_svg(link: str) -> SafeString:
    """An SVG picture of the link, black on white in every colour scheme; '' where it is too long.

    It has no width of its own and takes that of what it stands in.
    """
    if not fits_in_qr(link):
        return SafeString("")
    code = _code(link)
    side, _height = code.symbol_size(border=QUIET_ZONE)
    return format_html(
        '<svg class="picture__drawing" xmlns="http://www.w3.org/2000/svg"'
        ' viewBox="0 0 {side} {side}" role="img" aria-label="{label}" shape-rendering="crispEdges">'
        '<path fill="#fff" d="M0 0h{side}v{side}h-{side}z"/>'
        '<path fill="none" stroke="#000" d="{squares}"/></svg>',
        side=side,
        label=_("QR-code met uw antwoorden. Richt de camera van een telefoon erop."),
        squares=_squares(code),
    )


def fits_in_qr(link: str) -> bool:
    """Whether a link fits in a QR code that cameras read; drawing it takes a while longer."""
    return 0 < len(link.encode()) <= MOST_SIGNS


def _code(link: str) -> segno.QRCode:
    """With as much error correction as leaves the squares large; paper gets creased."""
    code = segno.make_qr(link, error="M", mask=MASK, boost_error=True)
    if int(code.version) > ROOMY:
        code = segno.make_qr(link, error="L", mask=MASK, boost_error=True)
    return code


def _squares(code: segno.QRCode) -> str:
    """The black squares as strokes, a line of squares at a time."""
    path = []
    for row, squares in enumerate(code.matrix):
        path.append(f"M{QUIET_ZONE} {row + QUIET_ZONE}.5")
        for black, run in groupby(squares):
            length = len(list(run))
            path.append(f"h{length}" if black else f"m{length} 0")
    return "".join(path)
