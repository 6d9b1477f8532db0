"""Whose site it is: `owner` under `extra` in mkdocs.yml, and which settings still stand in for the owner's own."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Annotated, Any

from microsite.page.site_address import reaches_nobody
from microsite.source.files import Document
from microsite.source.schema import Model, Text, like, load_one
from microsite.source.settings_file import NOWHERE

_HOST = re.compile(r"(?:@|://)([\w.-]+)")


class Owner(Model):
    """Who publishes the site, how they are reached (a mailbox or a page), and who pays or might gain from it."""

    name: Text
    contact: Annotated[str, like("hello@site.example", r"^(https://[^\s\"'<>]+|[^\s@?&\"'<>]+@[^\s@?&\"'<>]+)$")]
    interests: Text

    @property
    def href(self) -> str:
        """The address of the contact."""
        return self.contact if self.contact.startswith("https://") else f"mailto:{self.contact}"


def read_owner(extra: Mapping[str, Any], *, settings: Document = NOWHERE) -> Owner | None:
    """The owner, or None where the site names none. ``settings`` has the lines. Raises `ProblemsFound`."""
    if extra.get("owner") is None:
        return None
    return load_one(replace(settings, value={"extra": dict(extra)}), Owner, address=("extra", "owner"))


def find_placeholders(settings: Any, where: str = "") -> Iterator[tuple[str, str]]:
    """Each setting whose address reaches nobody, as its place (``extra.owner.contact``) and its value."""
    if isinstance(settings, Mapping):
        for key, value in settings.items():
            yield from find_placeholders(value, f"{where}.{key}" if where else str(key))
    elif isinstance(settings, str) and any(map(reaches_nobody, _HOST.findall(settings))):
        yield where, settings
