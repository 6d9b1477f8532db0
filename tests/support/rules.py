"""What no page of any built site may have: one list, for the guide and for the sites on other subjects."""

from collections.abc import Callable

from support import link_rules, page_rules
from support.built_site import BuiltSite

Rule = Callable[[BuiltSite], list[str]]
RULES = [
    link_rules.broken_links,
    link_rules.broken_anchors,
    link_rules.broken_references,
    link_rules.insecure_links,
    link_rules.wrong_canonicals,
    link_rules.orphans,
    page_rules.repeated_titles,
    page_rules.repeated_main_headings,
    page_rules.repeated_descriptions,
    page_rules.repeated_ids,
    page_rules.wrong_headings,
    page_rules.left_markers,
]
