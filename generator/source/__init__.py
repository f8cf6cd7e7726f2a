"""The only place that reads YAML: a file becomes nodes that know their place, or faults that do."""

from generator.source.fields import Fields, scalar
from generator.source.garbage import uncollected
from generator.source.mend import nearest_name, plain_digits
from generator.source.nodes import MappingNode, Node, ScalarNode, SequenceNode
from generator.source.place import place, place_of, text_of
from generator.source.read import read

__all__ = [
    "Fields",
    "MappingNode",
    "Node",
    "ScalarNode",
    "SequenceNode",
    "nearest_name",
    "place",
    "place_of",
    "plain_digits",
    "read",
    "scalar",
    "text_of",
    "uncollected",
]
