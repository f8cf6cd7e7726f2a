"""Seeded damage to a finished round, of every kind."""

from __future__ import annotations

from tests.verify.damage_contents import CONTENTS
from tests.verify.damage_files import FILES, Skip

KINDS = FILES | CONTENTS

__all__ = ["KINDS", "Skip"]
