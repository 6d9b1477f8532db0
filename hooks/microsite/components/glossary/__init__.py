"""The words of the site, explained."""
