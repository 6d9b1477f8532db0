"""The address that the site is published at: one check of the value that every link to the site is made from."""

import re
from urllib.parse import urlsplit

from microsite.source.problems import Problem, describe

EXPECTED = (
    "an address with https:// and a host, and without a user name, a query or signs that an address cannot hold, "
    "such as https://guide.site.org/"
)
_HOST = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)*[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.?|\[[0-9A-Fa-f:.]+\]"
# What also stands in scripts and in the header files of hosts: no sign that could end a text there.
_ADDRESS = re.compile(rf"https?://(?:{_HOST})(?::[0-9]{{1,5}})?(?:/(?:[A-Za-z0-9._~@+-]|%[0-9A-Fa-f]{{2}})*)*")
# Names that nobody can own (RFC 2606).
_NOBODY_S = re.compile(r"(?:.*\.)?(?:example|invalid|test|example\.(?:com|net|org))")


def check_site_address(value: object, *, file: str, line: int, publishing: bool) -> list[Problem]:
    """What is wrong with ``site_url`` as it was set; only a site that is not published may have a placeholder."""
    if not isinstance(value, str) or not _ADDRESS.fullmatch(value):
        # A password that was put before the host by mistake does not belong into a log.
        found = "a user name before the host" if "@" in str(value) else describe(value)
        return [Problem(file, line, "site_url", EXPECTED, found)]
    if publishing and reaches_nobody(urlsplit(value).hostname or ""):
        expected = "the address that the site is published at, in SITE_URL or here, such as https://guide.site.org/"
        return [Problem(file, line, "site_url", expected, f"{value!r}, a name that reaches nobody")]
    return []


def reaches_nobody(host: str) -> bool:
    """Whether a host stands in for one that is not known yet: its name is one that nobody can own.

    >>> reaches_nobody("tea.example"), reaches_nobody("example.tea.org")
    (True, False)
    """
    return _NOBODY_S.fullmatch(host.lower().rstrip(".")) is not None
