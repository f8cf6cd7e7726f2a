"""What is made slowly, kept in the user's cache folder for other processes by all that it depends on."""

from generator.cache.folder import Entry, entry, load, store
from generator.cache.program import Maker

__all__ = ["Entry", "Maker", "entry", "load", "store"]
