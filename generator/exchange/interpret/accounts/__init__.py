"""What is told of the import: inferences, doubts, confidence, and what was left out."""
