"""Tables: those that lay out a document, or list its questions, become lines."""
