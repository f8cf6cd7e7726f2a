"""Banks of questions: reading and checking them."""

from generator.bank.load import load, yaml_files
from generator.bank.read import read_bank, read_format, read_language

__all__ = ["load", "read_bank", "read_format", "read_language", "yaml_files"]
