"""Pieces of lines, and what each may be, judged by itself."""
