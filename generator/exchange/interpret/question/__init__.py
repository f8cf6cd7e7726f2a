"""A question of the outline made a Question of the bank, and those of a section together."""
