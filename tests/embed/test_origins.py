"""Which addresses a partner may fill in, and how they are kept."""

import pytest
from django.core.exceptions import ValidationError

from calculator.embed.origins import MOST_ORIGINS, origin_of, origins_of


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("https://www.utrecht.nl", "https://www.utrecht.nl"),
        (" HTTPS://WWW.Utrecht.NL/ ", "https://www.utrecht.nl"),
        ("https://www.utrecht.nl:443", "https://www.utrecht.nl"),
        ("https://www.utrecht.nl:8443", "https://www.utrecht.nl:8443"),
        ("https://*.utrecht.nl", "https://*.utrecht.nl"),
        ("https://*.werk.utrecht.nl", "https://*.werk.utrecht.nl"),
        ("http://localhost:8001", "http://localhost:8001"),
        ("http://partner.localhost:80", "http://partner.localhost"),
    ],
)
def test_an_origin_is_kept_as_browsers_write_it(written, kept):
    assert origin_of(written) == kept


@pytest.mark.parametrize(
    "written",
    [
        "",
        "*",
        "utrecht.nl",
        "www.utrecht.nl",
        "//utrecht.nl",
        "https://",
        "https://*",
        "https://*.nl",
        "https://*.*.utrecht.nl",
        "https://www.*.nl",
        "https://w*.utrecht.nl",
        "https://www.utrecht.nl/pagina",
        "https://www.utrecht.nl?vraag",
        "https://www.utrecht.nl#plek",
        "https://iemand@www.utrecht.nl",
        "https://iemand:geheim@www.utrecht.nl",
        "https://www.utrecht.nl:poort",
        "https://www.utrecht.nl:99999",
        "https://-utrecht.nl",
        "https://utrecht-.nl",
        "https://utrecht..nl",
        "https://utrecht.nl;script-src",
        "https://utrecht.nl'",
        "https://[::1",
        "http://www.utrecht.nl",
        "http://localhost.nl",
        "ftp://www.utrecht.nl",
        "javascript:alert(1)",
        "data:text/html,x",
        "null",
    ],
)
def test_what_is_no_origin_is_refused_with_what_would_be(written):
    with pytest.raises(ValidationError) as refused:
        origin_of(written)
    assert len(refused.value.messages) == 1


def test_every_line_that_is_wrong_is_named():
    with pytest.raises(ValidationError) as refused:
        origins_of("https://goed.nl\nfout\nhttp://ook-fout.nl")
    assert [message.split()[0] for message in refused.value.messages] == [
        "fout",
        "http://ook-fout.nl",
    ]


def test_each_origin_is_kept_once():
    assert origins_of("https://a.nl\nHTTPS://A.nl/\n\nhttps://b.nl") == [
        "https://a.nl",
        "https://b.nl",
    ]


def test_there_is_an_end_to_it():
    most = "\n".join(f"https://{number}.gemeente.nl" for number in range(MOST_ORIGINS))
    assert len(origins_of(most)) == MOST_ORIGINS
    with pytest.raises(ValidationError, match="te veel"):
        origins_of(f"{most}\nhttps://nog-een.nl")
