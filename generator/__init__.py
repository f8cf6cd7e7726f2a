"""exampaper: from a question bank and a paper layout to candidate papers and answer keys."""

__version__ = "0.1.0"
