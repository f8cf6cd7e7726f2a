"""Banks as YAML in one canonical form, whoever wrote them; comments stay where they belong."""

from generator.exchange.yaml.comments import Comments, comments_of
from generator.exchange.yaml.tree import MISSING, Bare, Tree, changed, question, tree
from generator.exchange.yaml.write import write

__all__ = ["MISSING", "Bare", "Comments", "Tree", "changed", "comments_of", "question", "tree", "write"]
