"""Programs a user could pick today, each given the same paper and key, ready to be set."""
