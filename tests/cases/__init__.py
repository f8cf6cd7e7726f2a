"""Documents as people have them, with the banks that should come of them, and the score of what does."""
