"""Looking after a bank: what is worth a second look in questions that can be read, and mends of what is certain."""

from generator.review.examine import examine
from generator.review.mend import Change, Mended, mend

__all__ = ["Change", "Mended", "examine", "mend"]
