"""A finished run read back and proved whole: from its files alone, by nothing that wrote them."""

from generator.verify.run import verify
from generator.verify.verdict import Place, Verdict

__all__ = ["Place", "Verdict", "verify"]
