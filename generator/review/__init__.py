"""Looking after a bank: what is worth a second look in questions that can be read."""
