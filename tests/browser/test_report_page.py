"""The report in a real browser: narrow, dark, printed, and without a single request."""

import struct

import pytest

from browser.chromium import browser, installed
from foedus.present.html.report import report_html
from present.answers import VETO, checked, proposed, traced

pytestmark = pytest.mark.skipif(
    installed() is None,
    reason="no Chromium is installed here, so the page cannot be looked at as a reader would",
)

OVER_THE_EDGE = """
(() => [...document.querySelectorAll('main *, header *, footer *')]
  .filter(one => !one.closest('.vh, thead'))
  .map(one => [one.tagName, one.getBoundingClientRect()])
  .filter(([tag, box]) => box.width && (box.right > innerWidth + 1 || box.left < -1))
  .map(([tag, box]) => `${tag} from ${box.left} to ${box.right}`))()
"""


@pytest.fixture(scope="module")
def page():
    """One browser for all these tests."""
    with browser() as found:
        yield found


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    """The fullest report there is: a text that breaks, an incident, and its mends."""
    path = tmp_path_factory.mktemp("report") / "report.html"
    answers = (checked(VETO, "RUS"), traced(VETO), proposed(VETO))
    path.write_text(report_html(*answers, made="2026-11-22", version="0.1.0"), encoding="utf-8")
    return path


def size(picture):
    """Width and height of a PNG, from its head."""
    assert picture.startswith(b"\x89PNG")
    return struct.unpack(">II", picture[16:24])


def test_the_page_makes_no_request(page, file):
    """Opening the report tells nobody that it was opened."""
    page.visit(file)
    assert page.requested() == [file.as_uri()]
    assert page.complaints() == []


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_runs_over_the_edge(page, file, width):
    """The page reflows: nobody has to scroll sideways, on a phone or at four times the size."""
    page.narrow(width)
    page.visit(file)
    assert page.value("document.documentElement.scrollWidth") == width
    assert page.value(OVER_THE_EDGE) == []
    assert size(page.picture())[0] == width


def test_the_page_is_dark_where_the_reader_prefers_it(page, file):
    """Ink and ground change places, and only then."""
    shades = {}
    for scheme in ("light", "dark"):
        page.prefer(scheme)
        page.visit(file)
        shades[scheme] = page.value(
            "getComputedStyle(document.querySelector('.rep')).backgroundColor"
        )
    assert shades == {"light": "rgb(255, 255, 255)", "dark": "rgb(25, 29, 33)"}


def test_the_page_prints_in_light_whatever_the_screen_is(page, file):
    """Paper is white, and the contents that only a screen needs are left out."""
    page.prefer("dark")
    page.visit(file)
    paper = page.paper()
    assert paper.startswith(b"%PDF")
    assert paper.count(b"/Type /Page\n") in range(5, 30)
