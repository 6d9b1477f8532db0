"""What several tests stand on. No test lives here."""
