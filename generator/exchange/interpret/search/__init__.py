"""The search for the reading that explains a document best: which pieces begin sections, questions and keys."""
