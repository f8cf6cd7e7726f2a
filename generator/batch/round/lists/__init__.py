"""What the printer and the office get of the papers of a round."""
