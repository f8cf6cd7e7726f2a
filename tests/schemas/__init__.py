"""JSON Schemas of bank, layout and style for editors: made from the program's own tables, and proved equal to it."""
