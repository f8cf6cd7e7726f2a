"""Banks in, banks out: the documents people have, one file or folder a format.

A reader turns the bytes of a document into an Intake: a Bank and an account of where each part of it came
from. A writer turns a Bank into bytes, and lists what its format cannot hold.
"""
