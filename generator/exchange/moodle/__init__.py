"""Moodle XML in and out."""

from generator.exchange.moodle.read import read
from generator.exchange.moodle.write import write

__all__ = ["read", "write"]
