"""Prints pages to PDF and reads what stands on the paper."""

import re
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


def print_page(page: Page, *, paper: str = "A4") -> Printed:
    """Print what ``page`` shows now on ``A4`` or ``Letter``, with the margins that its style sheet sets."""
    pdf = PdfReader(BytesIO(page.pdf(format=paper)))
    return Printed(tuple(re.sub(r"\s+", " ", sheet.extract_text()) for sheet in pdf.pages))
