"""What characters are at a place of a line: numbers, labels, headings, entries of a key, facts."""
