"""The process that turns pages into PDF: it knows HTML and our own style sheet, nothing else.

Started by :mod:`calculator.results.printing` as ``python -m calculator.results.printing_worker N``,
where N is the number of an open socket. It says ``READY`` once, and then answers every page with
``DONE`` and the PDF, or with ``FAILED`` and where it went wrong. It knows no Django, no database
and no network, writes nothing but our own fonts, and ends with the site.
"""

import contextlib
import os
import resource
import signal
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from urllib.parse import unquote, urlsplit

READY, DONE, FAILED = b"r", b"d", b"f"

STATIC = Path(__file__).resolve().parent.parent / "static"
STYLE = STATIC / "css" / "paper.css"
#: a little below everything that answers visitors (nice)
LESS_URGENT = 5
#: without work for so long, a worker gives back its memory (seconds)
IDLE = 300
#: brings in all that WeasyPrint loads when it is first needed
FIRST_PAGE = '<html lang="nl"><title>1</title><p>€ 1 <b>2</b></p><svg viewBox="0 0 1 1"></svg>'


def allowed_file(url: str) -> Path:
    """The file of our own that an address means; raises ValueError for anything else."""
    parts = urlsplit(url)
    path = Path(unquote(parts.path)).resolve()
    if parts.scheme != "file" or parts.netloc or not path.is_relative_to(STATIC):
        raise ValueError("only our own files may be read")
    return path


def renderer() -> Callable[[str], bytes]:
    """The function that makes a PDF of a page, with fonts and style read once."""
    # not at the top: the site reads this module too, and must not load all of it
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    from calculator.results.printing_tags import finisher, keep_languages

    class OwnFiles(URLFetcher):
        """Reads our own static files; anything else ends the work, for no page of ours asks it."""

        def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
            try:
                return URLFetcherResponse(url, allowed_file(url).read_bytes())
            except (ValueError, OSError) as error:
                raise FatalURLFetchingError(type(error).__name__) from None

    fetcher = OwnFiles()
    fonts = FontConfiguration()
    style = CSS(filename=STYLE, font_config=fonts, url_fetcher=fetcher)
    keep_languages()

    def pdf_of(page: str) -> bytes:
        html = HTML(string=page, url_fetcher=fetcher)
        written: bytes = html.write_pdf(
            stylesheets=[style],
            font_config=fonts,
            pdf_variant="pdf/ua-1",
            finisher=finisher(html),
        )
        return written

    pdf_of(FIRST_PAGE)
    return pdf_of


def where(error: BaseException) -> bytes:
    """What kind of error and in which line; never its text, which may quote the page."""
    places = [type(error).__name__]
    traceback = error.__traceback__
    while traceback is not None:
        code = traceback.tb_frame.f_code
        places.append(f"{code.co_filename}:{traceback.tb_lineno} {code.co_name}")
        traceback = traceback.tb_next
    return "; ".join(places).encode()


def serve(connection: Connection, make: Callable[[], Callable[[str], bytes]] = renderer) -> None:
    """Answers pages until nobody is there any more, or nobody asked for a while."""
    try:
        pdf_of = make()
    except Exception as error:
        # nothing came in yet, so that the text can't hold anything of a visitor
        connection.send_bytes(FAILED + f"{where(error).decode()}: {error}".encode())
        return
    connection.send_bytes(READY)
    while connection.poll(IDLE):
        page = connection.recv_bytes().decode()
        try:
            answer = DONE + pdf_of(page)
        except BaseException as error:
            # WeasyPrint's own fatal errors are no Exception
            answer = FAILED + where(error)
        connection.send_bytes(answer)


def main() -> None:
    """Serve the socket whose number is the first argument."""
    # no picture of our memory, with a page in it, may ever be written to disk
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.nice(LESS_URGENT)
    # the site decides when it is over, not a key that was meant for the site
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # the site has gone, which is all right
    with contextlib.suppress(EOFError, ConnectionError):
        serve(Connection(int(sys.argv[1])))


if __name__ == "__main__":
    main()
