"""Addresses of the web, in Markdown, HTML and data alike: encrypted, with a host, and nothing that runs."""

import re
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator

from microsite.source.problems import describe
from microsite.source.schema import unfit

_HOST = re.compile(r"([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]\.?", re.I)


def check_address(target: str) -> str | None:
    """What is wrong with the address of a link or a picture, in words; None where nothing is.

    An address without a scheme stays inside the site and is not judged here.

    >>> check_address("javascript:alert(1)")
    "'javascript:', which a browser runs or reads as a page"
    """
    plain = re.sub(r"[\s\x00-\x1f]", "", target)
    scheme = re.match(r"([a-z][a-z0-9+.-]*):", plain, re.I)
    name = scheme[1].lower() if scheme else ""
    if plain.startswith(("//", "\\\\")):
        return "an address without https:"
    if name == "http":
        return "http:, which anyone on the way can read and change"
    if name == "https":
        return _check_host(plain)
    return f"'{name}:', which a browser runs or reads as a page" if name not in ("", "mailto", "tel") else None


def _check_host(address: str) -> str | None:
    host = re.match(r"https://([^/?#]*)", address, re.I)
    if not host or not host[1]:
        return "an address without a host"
    if "@" in host[1]:
        return "a user name in the address"
    try:
        urlsplit(address).port  # noqa: B018  (raises for one that is no number)
    except ValueError:
        return "a port that is no number"
    name = host[1].partition(":")[0]
    if not name.isascii():
        return "a host in letters that look like others: write it as xn--..."
    return None if _HOST.fullmatch(name) else f"{name!r}, which is no name of a host"


def _web_address(value: str) -> str:
    wrong = check_address(value) or (None if re.match("https:", value) else "one without https:")
    if re.search(r"\s", value):
        wrong = "one with a space"
    if wrong:
        raise unfit("an address such as https://www.who.int/", f"{describe(value)}: {wrong}")
    return value


WebAddress = Annotated[str, AfterValidator(_web_address)]
