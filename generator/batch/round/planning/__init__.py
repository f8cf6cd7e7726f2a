"""Who gets which paper, and what is wrong with a list: nothing here writes a file."""
