"""The outline of a document: sections, the questions in them, and what stands before and behind."""
