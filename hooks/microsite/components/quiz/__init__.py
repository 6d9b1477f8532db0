"""Questions to check oneself by."""
