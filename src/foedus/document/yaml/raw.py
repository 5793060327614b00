"""Bytes to a page of text; or the reason why they are no text that can be read."""

from __future__ import annotations

import codecs

from foedus.document.yaml.compose import UNSEEN
from foedus.document.yaml.page import Page
from foedus.terms.diagnostic import Diagnostic
from foedus.terms.errors import DocumentError
from foedus.terms.source import Span

LARGEST = 400_000
"""Bytes a document may have."""

_OTHER_CODES = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_BINARY = 20  # so many unseen characters are no slip of the hand


def page_of(raw: bytes, file: str) -> Page:
    """The page of text that these bytes are.

    Parameters
    ----------
    raw : bytes
        UTF-8, with or without a byte order mark.
    file : str
        The name under which messages speak of it.

    Raises
    ------
    DocumentError
        Too large, in another code, or with characters that cannot be seen.
    """
    if len(raw) > LARGEST:
        raise DocumentError([too_large(file, len(raw))])
    code = _other_code(raw)
    if code:
        raise DocumentError([_coded(file, code)])
    try:
        page = Page.of(raw.removeprefix(codecs.BOM_UTF8).decode(), file)
    except UnicodeDecodeError as error:
        raise DocumentError([_not_utf8(raw, file, error.start)]) from None
    if not page.text.isprintable() and UNSEEN.search(page.text):
        raise DocumentError(_unseen(page))
    return page


def too_large(file: str, size: int) -> Diagnostic:
    """The fault of a file that is not even read."""
    return Diagnostic(
        "too-large",
        "error",
        f"this file has {size / 1e6:.1f} MB, and a document has at most {LARGEST / 1e6:.1f} MB",
        Span(file, 1, 1, 1, ""),
        "no treaty is so long, and a file that is would keep everybody waiting",
        "check that this is the right file; keep long texts outside and name them as sources",
    )


def _other_code(raw: bytes) -> str | None:
    for mark, code in _OTHER_CODES:
        if raw.startswith(mark):
            return code
    start = raw[:4]
    if b"\0\0\0" in start:
        return "UTF-32"
    return "UTF-16" if start.count(0) == len(start) // 2 > 0 and 0 in raw[:2] else None


def _coded(file: str, code: str) -> Diagnostic:
    return Diagnostic(
        "not-utf8",
        "error",
        f"this file is written in {code}, not in UTF-8",
        Span(file, 1, 1, 1, ""),
        "everybody must see the same letters, so documents are written in one code",
        f"save it as UTF-8, or run: iconv -f {code} -t UTF-8 OLD > NEW",
    )


def _not_utf8(raw: bytes, file: str, index: int) -> Diagnostic:
    shown = Page.of(raw.decode(errors="replace"), file)
    before = Page.of(raw[:index].decode(), file).lines
    return Diagnostic(
        "not-utf8",
        "error",
        f"the byte {raw[index]:02X} here is not written in UTF-8",
        shown.span(len(before), len(before[-1]) + 1),
        "everybody must see the same letters, so documents are written in one code",
        "save it as UTF-8, or run: iconv -f WINDOWS-1251 -t UTF-8 OLD > NEW (name the true code)",
    )


def _unseen(page: Page) -> list[Diagnostic]:
    found = list(UNSEEN.finditer(page.text))
    why = "what a reader cannot see cannot be agreed on"
    if len(found) > _BINARY:
        what = f"this is no text: it holds {len(found)} characters that cannot be seen"
        mend = "check that this is the right file; a document is a text file in UTF-8"
        return [
            Diagnostic(
                "control-character", "error", what, page.span_at(found[0].start()), why, mend
            )
        ]
    return [
        Diagnostic(
            "control-character",
            "error",
            f"the character U+{ord(sign[0]):04X} stands here, which cannot be seen",
            page.span_at(sign.start()),
            why,
            "remove it" if sign[0] not in "\x85\u2028\u2029" else "start a new line instead",
        )
        for sign in found
    ]
