"""Runs: what is to be built, and the folder it is written to."""
