"""Prints pages to PDF and reads what stands on the paper."""

import re
import unicodedata
from dataclasses import dataclass
from io import BytesIO

from playwright.sync_api import Page
from pypdf import PdfReader


@dataclass(frozen=True)
class Printed:
    """A printed page: the text of each sheet of paper, with single spaces."""

    sheets: tuple[str, ...]

    @property
    def text(self) -> str:
        """All of it."""
        return " ".join(self.sheets)


# Width and height in millimeters.
PAPERS = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}


def print_page(page: Page, *, paper: str = "A4", part: float = 1.0) -> Printed:
    """Print what ``page`` shows now on ``A4`` or ``Letter``, with the margins that its style sheet sets.

    ``part`` is how much of the paper's height there is: 0.9 is a paper cut off after nine tenths.
    """
    width, height = PAPERS[paper]
    pdf = PdfReader(BytesIO(page.pdf(width=f"{width}mm", height=f"{height * part}mm")))
    return Printed(tuple(_plain(sheet.extract_text()) for sheet in pdf.pages))


def _plain(text: str) -> str:
    """Letters as they are typed: some fonts print "fi" as one letter of its own."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text))
