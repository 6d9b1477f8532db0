"""Every source of the site, with its downloads."""
