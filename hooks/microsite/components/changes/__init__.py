"""What has changed lately."""
