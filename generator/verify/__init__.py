"""A finished run read back and proved whole: from its files alone, by nothing that wrote them."""

from generator.verify.run import Verdict, verify

__all__ = ["Verdict", "verify"]
