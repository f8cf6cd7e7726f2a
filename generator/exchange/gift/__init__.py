"""GIFT, Moodle's text format for questions, in and out."""

from generator.exchange.gift.read import read
from generator.exchange.gift.write import write

__all__ = ["read", "write"]
